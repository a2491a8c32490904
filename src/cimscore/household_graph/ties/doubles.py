"""People who may be one person, entered twice."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cimscore.case import Births, Home, PersonEntry, Unknown
from cimscore.household_graph.lineage import Pair
from cimscore.ids import plainly_written


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
    by_given_name: defaultdict[str, list[PersonEntry]] = defaultdict(list)
    for person in sorted(people, key=lambda person: person.id):
        if person.is_of_family and not person.is_awaited and not person.kept_from:
            by_given_name[_written(person.name.given)].append(person)
    by_given_name.pop("", None)
    for alike in by_given_name.values():
        for first, second in itertools.combinations(alike, 2):
            born, born_too = births[first.id], births[second.id]
            on_one_day = born.day is not None and born.day == born_too.day
            may_be_one = born.within(born_too).is_possible and _may_share_family_name(first, second)
            if may_be_one and (on_one_day or not _live_apart(first, second, homes)):
                yield first.id, second.id


def goes_by_name_of(people: Iterable[PersonEntry]) -> Iterator[Pair]:
    """Yield the pairs of people where one is said to go by the name of the other, the smaller id first.

    Args:
        people: Everybody of the case.
    """
    everybody = tuple(people)
    for person in everybody:
        for namesake in everybody if person.also_known_as else ():
            if namesake.label in person.also_known_as and namesake.id != person.id:
                # Smaller id first: one question for a pair, whoever of the two has the other's name.
                yield min(person.id, namesake.id), max(person.id, namesake.id)


def _may_share_family_name(person: PersonEntry, other: PersonEntry) -> bool:
    """Return True if the family names do not differ, however they are written; one that is not known never does."""
    family, family_too = _written(person.name.family), _written(other.name.family)
    return family == family_too or "" in (family, family_too)


def _written(name: str | Unknown) -> str:
    return "" if isinstance(name, Unknown) else plainly_written(name)


def _live_apart(person: PersonEntry, other: PersonEntry, homes: Mapping[str, frozenset[str]]) -> bool:
    """Return True if both are said to have a home, and none in common."""
    told = all(entry.id in homes or isinstance(entry.home, Home) for entry in (person, other))
    return told and not homes.get(person.id, frozenset()) & homes.get(other.id, frozenset())
