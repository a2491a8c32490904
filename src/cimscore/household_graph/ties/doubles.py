"""People who may be one person, entered twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

from cimscore.case import Births, Home, PersonEntry, Unknown
from cimscore.household_graph.lineage import Pair


def named_alike(
    people: Iterable[PersonEntry], births: Mapping[str, Births], homes: Mapping[str, frozenset[str]]
) -> Iterator[Pair]:
    """Yield the pairs of people with the same name who may be one person, the smaller id first.

    They were born on the same day. Where that is not known of both, they share a home, or one of them has none.

    Args:
        people: Everybody of the case.
        births: The possible days of birth of each.
        homes: The households in which each stays; nothing for who stays in none.
    """
    asked = (person for person in people if person.is_of_family and not person.is_awaited and not person.kept_from)
    for one, other in itertools.combinations(sorted(asked, key=lambda person: person.id), 2):
        born, born_too = births[one.id], births[other.id]
        if not _has_the_same_name(one, other) or not born.within(born_too).is_possible:
            continue
        on_one_day = born.day is not None and born.day == born_too.day
        if on_one_day or not _lives_apart(one, other, homes):
            yield one.id, other.id


def goes_by_name_of(people: Iterable[PersonEntry]) -> Iterator[Pair]:
    """Yield the pairs of people where one is said to go by the name of the other, the smaller id first.

    Args:
        people: Everybody of the case.
    """
    everybody = tuple(people)
    for person, other in itertools.permutations(everybody, 2):
        if other.label in person.also_known_as:
            yield min(person.id, other.id), max(person.id, other.id)


def _has_the_same_name(one: PersonEntry, other: PersonEntry) -> bool:
    """Return True if the given names are the same, and no family names differ, however they are written."""
    given, given_too = _written(one.name.given), _written(other.name.given)
    family, family_too = _written(one.name.family), _written(other.name.family)
    return given != "" and given == given_too and (family == family_too or "" in (family, family_too))


def _written(name: str | Unknown) -> str:
    return "" if isinstance(name, Unknown) else " ".join(name.casefold().split())


def _lives_apart(one: PersonEntry, other: PersonEntry, homes: Mapping[str, frozenset[str]]) -> bool:
    """Return True if both are said to have a home, and none in common."""
    told = all(person.id in homes or isinstance(person.home, Home) for person in (one, other))
    return told and not homes.get(one.id, frozenset()) & homes.get(other.id, frozenset())
