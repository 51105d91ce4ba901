"""The ``hustings`` command. Each verb loads only what it needs, so that a question is answered at once."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.settings import Settings, SettingsError, load_settings
from knowledge.errors import KnowledgeError

if TYPE_CHECKING:
    from bot.service import Service

FAILED = 1
USAGE = 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and returns its exit code; what a person can mend is told in a sentence, without a traceback."""
    words = sys.argv[1:] if argv is None else argv
    arguments = _parser(words).parse_args(words)
    try:
        return _run(arguments)
    except (SettingsError, KnowledgeError) as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left (`| head`): leave quietly, and keep the interpreter from flushing into the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _run(arguments: argparse.Namespace) -> int:
    verb: str = arguments.verb
    if verb == "knowledge":
        from bot.knowledge_cli import run_knowledge

        return run_knowledge(arguments)
    settings = load_settings()
    if verb == "ask":
        return _ask(arguments, settings)
    if verb == "chat":
        return _chat(settings)
    return _discord(verb, settings)


def _ask(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.terminal.asking import ask, ask_lines

    if arguments.jsonl:
        if arguments.question:
            return _usage("ask --jsonl reads its questions from standard input and takes none on the command line.")
        return ask_lines(_service(settings), sys.stdin, sys.stdout)
    question = " ".join(arguments.question).strip()
    if not question:
        return _usage('ask needs a question, such as: hustings ask "who won Copeland?"')
    return ask(_service(settings), question, as_json=arguments.json, out=sys.stdout)


def _chat(settings: Settings) -> int:
    from bot.terminal.chatting import chat

    service = _service(settings)
    if not sys.stdin.isatty():
        return chat(service, read=input, out=sys.stdout)
    with contextlib.suppress(ImportError):  # Windows has none
        import readline  # noqa: F401  gives the prompt its history and editing keys
    sys.stdout.write('Ask about UK elections, or "help". Ctrl-D leaves.\n')
    return chat(service, read=lambda: input("> "), out=sys.stdout)


def _discord(verb: str, settings: Settings) -> int:
    from bot.discord_app.running import run_bot, sync_commands

    start = run_bot if verb == "run" else sync_commands
    return start(settings, lambda: _service(settings, lasting=True))


def _service(settings: Settings, *, lasting: bool = False) -> Service:
    from bot.assistant import build_assistant

    return build_assistant(settings, lasting=lasting)


def _usage(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return USAGE


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hustings", description="Answers questions about UK parliamentary elections from data."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    ask = verbs.add_parser("ask", help="answer a question")
    ask.add_argument("question", nargs="*", help='in plain words, such as "who won Copeland?"')
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="write one JSON object")
    form.add_argument("--jsonl", action="store_true", help="read and write a JSON object a line")
    verbs.add_parser("chat", help="a conversation in the terminal")
    verbs.add_parser("run", help="run the Discord bot")
    verbs.add_parser("sync", help="register the slash commands with Discord")
    if not words or words[0] not in verbs.choices:
        from bot.knowledge_cli import add_knowledge_parser

        add_knowledge_parser(verbs)
    return parser
