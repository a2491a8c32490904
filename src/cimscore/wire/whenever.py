"""Shape of a moment that may be known only within bounds: a month, a year, or between two others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from cimscore.case import Between, Moment, PartialDay
from cimscore.wire import patterns
from cimscore.wire.report import WRONG, DocumentPlace
from cimscore.wire.scalars import YEAR, DayOrPart, Schema, When

_BETWEEN: Final = "between"
_TWO: Final = 2
_WHEN: Final = When(
    "a day, a time with offset such as 2025-03-03T10:15+10:00, a month such as 2025-03, a year, or {between: [a, b]}"
)


@attrs.frozen
class Whenever:
    """A day, an instant, a month such as 2025-03, a year, or ``{between: [a, b]}``."""

    def read(self, value: object, at: DocumentPlace) -> object:
        if isinstance(value, Mapping):
            return self._between(value, at)
        if not _is_part(value):
            return _WHEN.read(value, at)
        part = DayOrPart().read(value, at)
        return Between(Moment(part.first), Moment(part.last)) if isinstance(part, PartialDay) else part

    def schema(self) -> Schema:
        part = {"type": "string", "pattern": patterns.for_schema(patterns.PART)}
        two = {"type": "array", "items": When().schema(), "minItems": _TWO, "maxItems": _TWO}
        between = {
            "type": "object", "properties": {_BETWEEN: two}, "required": [_BETWEEN], "additionalProperties": False,
        }  # fmt: skip
        return {"anyOf": [When().schema(), part, YEAR.schema(), between]}

    def _between(self, value: Mapping[object, object], at: DocumentPlace) -> object:
        ends = value.get(_BETWEEN)
        if [*value] != [_BETWEEN]:
            return at.wrong_sort(value, "a moment, or {between: [the first, the last]}")
        place = at.key(_BETWEEN)
        if not isinstance(ends, list) or len(ends) != _TWO:
            return place.wrong_sort(ends, "a list of the first moment that it can be and the last")
        first, last = (When().read(end, place.item(index)) for index, end in enumerate(ends))
        if not isinstance(first, Moment) or not isinstance(last, Moment):
            return WRONG
        try:
            return Between(first, last)
        except ValueError:
            return place.say_beyond_schema(f"{last} after {first}", "the earlier moment first")


def _is_part(value: object) -> bool:
    """Return True for a month or a year, which may be written as a number."""
    if type(value) is str:
        return re.fullmatch(patterns.PART, value) is not None
    return type(value) in (int, float) and YEAR.allows(value)
