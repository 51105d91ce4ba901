"""An answer as the JSON object that other programs rely on."""

from __future__ import annotations

import json
from typing import Any

from bot.answering.answer import Answer
from bot.rendering.lines import clean, source_title
from bot.rendering.text import to_text
from knowledge.query import to_data


def to_object(answer: Answer, *, identity: object, elapsed_ms: float) -> dict[str, Any]:
    """The contract's object: ``identity`` is whatever the asker named the question, ``elapsed_ms`` milliseconds."""
    return {
        "id": identity,
        "kind": answer.kind.value,
        "headline": clean(answer.headline),
        "text": to_text(answer),
        "query": to_data(answer.query) if answer.query is not None else None,
        "read_as": clean(answer.read_as) if answer.read_as is not None else None,
        "options": [{"label": clean(option.label), "query": to_data(option.query)} for option in answer.options],
        "reason": answer.reason.value if answer.reason is not None else None,
        "sources": [
            {"title": source_title(source), "address": source.address, "as_of": source.as_of.isoformat()}
            for source in answer.sources
        ],
        "elapsed_ms": round(elapsed_ms, 3),
    }


def to_json(answer: Answer, *, identity: object, elapsed_ms: float) -> str:
    """``to_object`` as one line of JSON."""
    return json.dumps(to_object(answer, identity=identity, elapsed_ms=elapsed_ms), ensure_ascii=False)
