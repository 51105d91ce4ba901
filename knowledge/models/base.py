"""What every row of every pack shares."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Row(BaseModel):
    """A frozen, strictly named record. Unknown columns are a fault, empty text in a pack means "not held"."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, str_strip_whitespace=True)


def empty_to_none(value: Any) -> Any:
    return None if value == "" else value


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Lower-case words joined by hyphens: ``stoke-on-trent-central``, ``labour-coop``."""

Text = Annotated[str, StringConstraints(min_length=1)]
OptionalText = Annotated[str | None, BeforeValidator(empty_to_none)]
Count = Annotated[int, Field(ge=0)]
OptionalCount = Annotated[Count | None, BeforeValidator(empty_to_none)]
OptionalInt = Annotated[int | None, BeforeValidator(empty_to_none)]
Fraction = Annotated[float, Field(ge=-1.0, le=1.0)]
"""A share or a change of share as a fraction of one: 0.442 is 44.2%."""
OptionalFraction = Annotated[Fraction | None, BeforeValidator(empty_to_none)]
