"""One saying, put into the small case of the guide: what was read, and what the engine makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, Final
from zoneinfo import ZoneInfo

from cimscore.assessment import Decision, decide_case
from cimscore.case import Case, ConcernEntry, HouseholdEntry, PersonEntry, RecordEntry
from cimscore.composition import load_rulebook
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.situation import Asked, Stated, situation_of
from cimscore.rulebook import Rulebook
from cimscore.rules.conditions.predicates import Relation
from cimscore.wire.text import parse_text

ZONE: Final = ZoneInfo("Australia/Brisbane")
AGES: Final = (10, 18)
_NAMED: Final = {"people", "households", "concerns", "records"}
_REPLACED: Final = {"residences": ("person",), "relationships": ("from", "to")}
"""The keys by which a line takes the place of another."""


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


class Said:
    """What was read of a saying.

    Attributes:
        document: The small case with the lines of the saying.
        case: The same, read.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.case: Case = rulebook().read_case(document)

    def with_lines(self, lines: str) -> Said:
        """Return the same with more said."""
        return Said(_put_into(dict(self.document), _parsed(lines)))

    def person(self, id: str) -> PersonEntry:
        return next(entry for entry in self.case.people if entry.id == id)

    def home(self, id: str) -> HouseholdEntry:
        return next(entry for entry in self.case.households if entry.id == id)

    def concern(self, id: str) -> ConcernEntry:
        return next(entry for entry in self.case.concerns if entry.id == id)

    def record(self, id: str) -> RecordEntry:
        return next(entry for entry in self.case.records if entry.id == id)

    @cached_property
    def situation(self) -> Stated:
        """What the case says as graded relations."""
        return situation_of(Asked(self.case, ZONE, AGES))

    def grade(self, relation: Relation, *things: Any) -> int:
        """Return how sure a base relation is: 3 certain, 2 by working answers, 1 possible, 0 not."""
        found = self.situation.base.get(relation.key)
        return 0 if found is None else found.rows.get(things, 0)

    def point(self, address: str) -> Point | None:
        """Return what is open under an address; None where nothing is."""
        return self.situation.points.get(address)

    def values(self, address: str) -> list[str]:
        """Return every answer to an open point, in words."""
        point = self.situation.points[address]
        return [point.in_words(value) for value in point.values]

    @cached_property
    def decision(self) -> Decision:
        """What the first program of the case decides."""
        return decide_case(self.case, rulebook().program(self.case.programs[0]).compiled)

    def roles(self, record: str) -> dict[str, str]:
        """Return how sure each role in a record is, by ``person role``."""
        found = (role for role in self.decision.about("role") if str(role.things[1]) == record)
        return {f"{role.things[0]} {role.things[2]}": role.standing.value for role in found}


def said_in(base: str, lines: str) -> Said:
    """Return a saying put into a small case.

    Args:
        base: The text of the small case.
        lines: The lines of the saying.
    """
    return Said(_put_into(_parsed(base), _parsed(lines)))


def _parsed(text: str) -> dict[str, Any]:
    document = parse_text(text, "guide.yaml")
    assert document.problems == ()
    return dict(document.sections)


def _put_into(base: dict[str, Any], lines: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(base)
    for section, said in lines.items():
        there = base.get(section)
        if section in _NAMED:
            found[section] = _with_entries(there or [], said)
        elif section in _REPLACED and said:
            found[section] = _with_rows(there or [], said, _REPLACED[section])
        elif isinstance(there, list):
            found[section] = [*there, *said] if said else []
        else:
            found[section] = {**(there or {}), **said} if isinstance(said, Mapping) else said
    return found


def _with_entries(there: list[dict[str, Any]], said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    entries = {entry["id"]: entry for entry in there}
    for entry in said:
        entries[entry["id"]] = {**entries.get(entry["id"], {}), **entry}
    return list(entries.values())


def _with_rows(there: list[Any], said: list[Any], keys: tuple[str, ...]) -> list[Any]:
    told = [tuple(row.get(key) for key in keys) for row in said]
    return [*(row for row in there if tuple(row.get(key) for key in keys) not in told), *said]
