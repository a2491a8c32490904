"""Cases under other ids, with a second person of whom the same is said, and two cases in one."""

from __future__ import annotations

import enum
import re
import typing
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from cimscore.case import Case, ConcernEntry, DecisionEntry, Protected

_WORD: Final = re.compile(r"[\w.-]+")
_WITH_IDS: Final = ("people", "households", "places", "concerns", "records")
_OF_PEOPLE: Final = ("people", "residences", "relationships", "decisions", "facts", "on_file", "done")
_ENTRIES: Final = (*_WITH_IDS, "residences", "relationships", "on_file", "done", "decisions", "facts", "local_days")


def ids_of(case: Case) -> list[str]:
    """The ids that a case gives, in the order of the alphabet."""
    return sorted({row.id for part in _WITH_IDS for row in getattr(case, part)})


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The value with each word that is an old name replaced by the new one, in sentences and addresses too."""
    if isinstance(value, enum.Enum | Protected):
        return value
    if isinstance(value, str):
        return _WORD.sub(lambda found: names.get(found[0], found[0]), value)
    if isinstance(value, typing.Mapping):
        return {renamed(key, names): renamed(held, names) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(renamed(held, names) for held in value)
    if attrs.has(type(value)):
        fields = [field for field in attrs.fields(type(value)) if field.init]
        return attrs.evolve(value, **{field.alias: renamed(getattr(value, field.name), names) for field in fields})
    return value


def with_double(case: Case, one: str, other: str) -> Case:
    """The case with another person, of whom everything is said that is said of one."""
    more = {part: tuple(_also_of(getattr(case, part), one, other)) for part in _OF_PEOPLE}
    concerns = tuple(_with_both(row, one, other) for row in case.concerns)
    records = tuple(
        attrs.evolve(row, people=row.people | {other: row.people[one]}) if one in row.people else row
        for row in case.records
    )
    return attrs.evolve(case, concerns=concerns, records=records, **more)


def _also_of(rows: tuple[Any, ...], one: str, other: str) -> Iterator[Any]:
    """Yield each row, and what it says of one person said of the other too."""
    for row in rows:
        again = renamed(row, {one: other})
        if again == row:
            yield row
        elif isinstance(row, DecisionEntry) and len(row.about) > 1:  # one answer about several things
            yield attrs.evolve(row, about=tuple(dict.fromkeys((*row.about, *again.about))))
        else:
            yield from (row, again)


def _with_both(concern: ConcernEntry, one: str, other: str) -> ConcernEntry:
    named = {name: getattr(concern, name) for name in ("about", "present", "responsible")}
    more = {name: (*people, other) for name, people in named.items() if isinstance(people, tuple) and one in people}
    return attrs.evolve(concern, **more)


def marked(case: Case, mark: str) -> Case:
    """The case with a mark before each id."""
    return renamed(case, {id: f"{mark}-{id}" for id in ids_of(case)})  # type: ignore[no-any-return]


def joined(one: Case, other: Case) -> Case:
    """Two cases in one; what both say of the case as a whole is said once."""
    rows = {part: (*getattr(one, part), *getattr(other, part)) for part in _ENTRIES}
    once = {part: tuple(dict.fromkeys(rows[part])) for part in ("decisions", "facts")}
    return attrs.evolve(one, **rows | once)
