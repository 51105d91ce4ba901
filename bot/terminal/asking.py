"""``hustings ask``: one question from the command line, or many from standard input."""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Iterable
from typing import TextIO

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from bot.answering.answer import Answer, Kind
from bot.rendering.json import to_json
from bot.rendering.lines import clean
from bot.rendering.text import to_text
from bot.service import Service

EXIT_CODES = {Kind.ANSWER: 0, Kind.CLARIFY: 3, Kind.DECLINE: 4}


class Line(BaseModel):
    """One line of ``ask --jsonl``. Other keys are allowed and left alone."""

    model_config = ConfigDict(frozen=True, strict=True)

    id: str | int | float | bool | None
    question: str
    conversation: str | int | None = None


def ask(service: Service, question: str, *, as_json: bool, out: TextIO) -> int:
    """Writes the answer to ``question`` and returns the exit code that tells its kind."""
    answer, elapsed_ms = _timed(service, question, None)
    if as_json:
        out.write(to_json(answer, identity=None, elapsed_ms=elapsed_ms) + "\n")
    else:
        show(answer, out)
    out.flush()
    return EXIT_CODES[answer.kind]


def show(answer: Answer, out: TextIO) -> None:
    """Writes an answer for people: laid out on a terminal, plain elsewhere."""
    if out.isatty():
        from bot.rendering.terminal import console_for, draw

        draw(answer, console_for(out))
    else:
        out.write(to_text(answer) + "\n")


def ask_lines(service: Service, lines: Iterable[str], out: TextIO) -> int:
    """Answers a JSON object a line, in order, each written out before the next is read."""
    for line in lines:
        if line.strip():
            out.write(_reply(service, line) + "\n")
            out.flush()
    return 0


def _reply(service: Service, line: str) -> str:
    try:
        asked = Line.model_validate_json(line)
    except ValidationError as error:
        return _error_line(_identity(line), _what_is_wrong(error))
    conversation = None if asked.conversation is None else f"line:{asked.conversation}"
    try:
        answer, elapsed_ms = _timed(service, asked.question, conversation)
        return to_json(answer, identity=asked.id, elapsed_ms=elapsed_ms)
    except Exception as error:  # noqa: BLE001  an outer edge: one question that fails must not take the rest with it
        traceback.print_exc(file=sys.stderr)
        return _error_line(asked.id, f"this question could not be answered ({type(error).__name__})")


def _error_line(identity: JsonValue, error: str) -> str:
    return json.dumps({"id": identity, "error": clean(error)}, ensure_ascii=False)


def _what_is_wrong(error: ValidationError) -> str:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return f"{field}: {first['msg']}" if field else first["msg"]


def _identity(line: str) -> JsonValue:
    """The id of a bad line, where one can be made out."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    identity = data.get("id") if isinstance(data, dict) else None
    return identity if isinstance(identity, str | int | float) else None


def _timed(service: Service, question: str, conversation: str | None) -> tuple[Answer, float]:
    start = time.perf_counter()
    answer = service.ask(question, conversation=conversation)
    return answer, (time.perf_counter() - start) * 1000
