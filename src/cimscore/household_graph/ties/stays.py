"""Ties of people to households: where they live, visit, stay by choice, or lived before."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Final

from cimscore.case import Home, PersonEntry, ResidenceEntry, ResidenceKind, Unknown
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.ties.entered import Entered
from cimscore.household_graph.ties.outcomes import LIVING, StayOutcome, outcomes
from cimscore.household_graph.ties.strangers import of_any_stranger
from cimscore.household_graph.ties.tie import STAYS, Tie, TieKind
from cimscore.ids import ELSEWHERE

# With four ways to stay, two households make 16 values, and three would make 64.
MOST_TOGETHER: Final = 2
"""Up to so many households, homes that are not known are one fact; beyond, there is a fact for each household."""

_TIE_OF: Final[Mapping[ResidenceKind, TieKind]] = {
    ResidenceKind.FULL_TIME: TieKind.LIVES_IN,
    ResidenceKind.PART_TIME: TieKind.LIVES_IN,
    ResidenceKind.VISITS: TieKind.VISITS,
    ResidenceKind.BY_CHOICE: TieKind.STAYS_BY_CHOICE,
}
_HOW: Final[Mapping[str, tuple[TieKind, str]]] = {
    ResidenceKind.FULL_TIME.value: (TieKind.LIVES_IN, "lives in"),
    ResidenceKind.VISITS.value: (TieKind.VISITS, "visits"),
    ResidenceKind.BY_CHOICE.value: (TieKind.STAYS_BY_CHOICE, "stays by choice in"),
}
_WAYS: Final = ("", *_HOW)
_WHY_NO_HOME: Final = (
    "a child lives with their parents, a parent with their child where no other adult does, and everybody else in none "
    "of these, until it is known"
)
_WHY_ELSEWHERE: Final = "they live in a household of the case for part of the time only, and in no other of them"
_WHY_THERE: Final = "somebody listed in a household lives there, until more is known"


def tie_stays(ties: Facts[Tie], entered: Entered) -> None:
    """Tie everybody to the households in which they stay, and an unborn child to those of its mother.

    Args:
        ties: Where to write.
        entered: The case.
    """
    unborn = entered.carried
    for person in entered.people:
        # An unborn child is wherever its mother is, so they share one open fact.
        whose = (person.id, *unborn.get(person.id, ()))
        for home, rows in itertools.groupby(entered.stays.get(person.id, ()), key=lambda row: row.household):
            _tie_stay(ties, whose, home, list(rows), entered)
        if isinstance(person.home, Home) and person.unborn is None:
            _tie_home(ties, whose, person, entered)
        elif person.id not in entered.acting and _has_perhaps_another_home(person, entered):
            _leave_homes_open(ties, whose, person, entered)
    if entered.grouped_strangers:
        _leave_strangers_open(ties, entered)
    for person in entered.people:
        if person.unborn is not None and isinstance(person.unborn.mother, Unknown):
            _stay_with_whoever_is_the_mother(ties, person)


def _tie_stay(
    ties: Facts[Tie], whose: Sequence[str], home: str, rows: Sequence[ResidenceEntry], entered: Entered
) -> None:
    found = outcomes(rows, entered.days)
    if len(found) == 1:
        for tie in _ties_of(whose, home, found[0]):
            ties.state(tie)
        return
    person = whose[0]
    fact = OpenFact(
        address=address_of_stay(rows),
        asks=f"How does {person} stay in {home} when the information is received?",
        values=found,
        working=found[0],
        why=_WHY_THERE,
        words={outcome: _in_words(outcome) for outcome in found},
    )
    ties.leave_open(fact, {outcome: _ties_of(whose, home, outcome) for outcome in found})


def address_of_stay(rows: Sequence[ResidenceEntry]) -> str:
    """Return the address of how one person stays in one household, as far as their entries leave it open."""
    return f"{_open_part(rows)}@{rows[0].person}@{rows[0].household}"


def _open_part(rows: Sequence[ResidenceEntry]) -> str:
    """Return the word for what is open of a stay: a limit, where only a limit is not known."""
    if any(isinstance(row.kind, Unknown) for row in rows):
        return "stay"
    limits = {part for row in rows for part, limit in (("from", row.from_), ("until", row.until)) if limit is not None}
    return limits.pop() if len(limits) == 1 else "stay"


def _ties_of(whose: Sequence[str], home: str, outcome: StayOutcome) -> list[Tie]:
    kinds = [_TIE_OF[outcome.kind]] if outcome.kind else []
    if outcome.lived and outcome.kind not in LIVING:
        kinds.append(TieKind.LIVED_IN)
    return [Tie(kind, person, home) for kind in kinds for person in whose]


def _in_words(outcome: StayOutcome) -> str:
    now = outcome.kind.value if outcome.kind else "not at all"
    return f"{now}, and lived there before" if outcome.lived and outcome.kind not in LIVING else now


def _tie_home(ties: Facts[Tie], whose: Sequence[str], person: PersonEntry, entered: Entered) -> None:
    """Tie a person who lives in no home to the place where they sleep, one who lives elsewhere to no place at all."""
    if person.home is Home.ELSEWHERE:
        for id in whose:
            ties.state(Tie(TieKind.LIVES_ELSEWHERE, id, ELSEWHERE))
    elif person.sleeps in entered.places:
        for id in whose:
            ties.state(Tie(TieKind.SLEEPS_AT, id, person.sleeps))


def _has_perhaps_another_home(person: PersonEntry, entered: Entered) -> bool:
    """Return True if a person may have another home: nobody says, and a stay is missing or unknown."""
    if person.id in entered.stays:
        return isinstance(person.home, Unknown) or _is_elsewhere_at_times(person, entered)
    if entered.is_late_parent(person.id):
        return False
    return person.unborn is None and person.id not in entered.grouped_strangers


def _is_elsewhere_at_times(person: PersonEntry, entered: Entered) -> bool:
    """Return True if a child lives in one household part of the time, and nobody says where they are otherwise."""
    kinds = [row.kind for row in entered.stays.get(person.id, ())]
    return person.home is None and kinds == [ResidenceKind.PART_TIME] and entered.is_likely_child(person.id)


def _leave_homes_open(ties: Facts[Tie], whose: Sequence[str], person: PersonEntry, entered: Entered) -> None:
    """Leave open whether a person lives in any of the households, visits it, or stays there by choice."""
    likely = _likely_homes(person, entered)
    stays = {row.household for row in entered.stays.get(person.id, ())}
    homes = [home for home in entered.homes if home not in stays]
    # Separate facts lose the link between homes, for example that a person lives in one of them only. The values then
    # leave more possible, which is safe.
    together = len(homes) <= MOST_TOGETHER
    _leave_elsewhere_open(ties, whose, person, likely=_is_elsewhere_at_times(person, entered) and not likely - stays)
    for group in [homes] if together else [[home] for home in homes]:
        ways = itertools.product(_WAYS, repeat=len(group))
        values = [tuple((home, how) for home, how in zip(group, way, strict=True) if how) for way in ways]
        fact = OpenFact(
            address=f"homes@{person.id}" if together else f"homes@{person.id}@{group[0]}",
            asks=f"In which households of the case does {person.id} live?"
            if together
            else f"Does {person.id} live in {group[0]}?",
            values=tuple(values),
            working=tuple((home, ResidenceKind.FULL_TIME.value) for home in group if home in likely),
            why=_WHY_NO_HOME,
            words={
                value: " and ".join(f"{_HOW[how][1]} {home}" for home, how in value) or "in none" for value in values
            },
        )
        rows = {value: [Tie(_HOW[how][0], person, home) for home, how in value for person in whose] for value in values}
        ties.leave_open(fact, rows)


def _leave_elsewhere_open(ties: Facts[Tie], whose: Sequence[str], person: PersonEntry, *, likely: bool) -> None:
    fact = OpenFact.whether(
        f"home@{person.id}",
        f"Does {person.id} live in a home that is not in the case?",
        working=likely,
        why=_WHY_ELSEWHERE if likely else "every household that matters is taken to be in the case",
    )
    ties.leave_open(fact, {True: [Tie(TieKind.LIVES_ELSEWHERE, person, ELSEWHERE) for person in whose]})


def _likely_homes(person: PersonEntry, entered: Entered) -> set[str]:
    """Return the working homes of a person, by kin. A child does not live without an adult."""
    if entered.is_likely_child(person.id):
        parents = entered.parents.get(person.id, ())
        return {home for parent in parents for home in entered.homes_lived_in(parent)}
    children = [child for parent, child in entered.descent if parent == person.id and entered.is_likely_child(child)]
    adults = (adult for adult in entered.ids if not entered.is_likely_child(adult))
    with_an_adult = {home for adult in adults for home in entered.homes_lived_in(adult)}
    # Where another adult lives with the child, nothing suggests that this parent does too.
    return {home for child in children for home in entered.homes_lived_in(child)} - with_an_adult


def _leave_strangers_open(ties: Facts[Tie], entered: Entered) -> None:
    kinds = [kind for kind, _ in _HOW.values()]
    rows = [Tie(kind, person, home) for person in entered.grouped_strangers for home in entered.homes for kind in kinds]
    rows += [Tie(TieKind.LIVES_ELSEWHERE, person, ELSEWHERE) for person in entered.grouped_strangers]
    asks = "Does any of them live in a household of the case, visit it, or stay there by choice: {}?"
    ties.leave_open(of_any_stranger(entered, address="homes", asks=asks, why=_WHY_NO_HOME), {}, {True: rows})


def _stay_with_whoever_is_the_mother(ties: Facts[Tie], person: PersonEntry) -> None:
    """Tie an unborn child, whose mother is not known, to the households of each woman who may be the mother."""
    address = f"mother@{person.id}"
    mothers = set(ties.open[address].values) - {""} if address in ties.open else set()
    for mother in sorted(mothers):
        needed = (address, frozenset({mother}))
        # A list, because the loop adds ties.
        for tie in [tie for tie in ties.stated if tie.kind in STAYS and tie.start == mother]:
            ties.when(tie._replace(start=person.id), needed)
        for tie, ways in list(ties.needs.items()):
            if tie.kind in STAYS and tie.start == mother:
                for way in list(ways):
                    ties.when(tie._replace(start=person.id), needed, *way)
