"""When a result was declared, asked for by the time of it."""

from __future__ import annotations

from bot.reading.frames.calling import is_called
from bot.reading.spans import Span
from bot.reading.work import Work
from knowledge.query import Measure


def time_of_result(work: Work) -> tuple[Measure, ...]:
    """ "time of the leigh result", "hour st ives came in": with the seat between, when it was declared."""
    told = {"result", "aux", "what", "when", "latest", "came_in", "finish", "declared"}
    if is_called(work):
        work.take("declared", "say", "cause", "called_it", "when", "seats")
        work.use_words(*work.group("calling"))
        return (Measure.DECLARED_AT,)
    asked = (
        work.seats and work.says("clock_times") and (work.has("result", "came_in", "declared") or "count" in work.words)
    )
    if (
        not asked
        or not set(work.hits) <= told
        or not any(work.text(at) in work.group("clock_times") for at in range(len(work.cover.spans)))
    ):
        return ()
    at = next(at for at in range(len(work.cover.spans)) if work.text(at) in work.group("clock_times"))
    behind = work.text(at + 1) if at + 1 < len(work.cover.spans) else ""
    if not (all(map(_is_empty, work.cover.spans[:at])) or behind in ("", "of")):
        return ()
    work.take("came_in", "finish", "declared")
    work.use_words(*work.group("clock_times"))
    return (Measure.DECLARED_AT,)


def _is_empty(span: Span) -> bool:
    """Whether a span says nothing: "the", "at what"."""
    return span.filler or span.soft
