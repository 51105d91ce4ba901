"""The log of a running bot: what it did and how long it took, never what was asked, by whom, or the token."""

from __future__ import annotations

import logging
import sys

from bot.discord_app.errors import for_operator

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class QuietFormatter(logging.Formatter):
    """One line a record. An exception is named by kind and place: its message may hold what somebody typed."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        error = record.exc_info[1] if record.exc_info else None
        quiet = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None, "stack_info": None})
        line = super().format(quiet)
        return f"{line} ({for_operator(error)})" if error is not None else line


def _matters(record: logging.LogRecord) -> bool:
    """False for discord.py's warnings that voice, which no reply uses, lacks its libraries."""
    return not (record.name == "discord.client" and "voice will NOT be supported" in record.getMessage())


def set_up_logs(level: str) -> None:
    """Sends records of ``level`` and above to standard error; of discord.py none below INFO.

    At DEBUG discord.py writes every event and request whole, and with them questions and names.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(QuietFormatter(FORMAT))
    handler.addFilter(_matters)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name, lowest in (("hustings", logging.DEBUG), ("discord", logging.INFO)):
        logging.getLogger(name).setLevel(max(logging.getLevelNamesMapping()[level], lowest))
