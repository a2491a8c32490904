"""Ties of concerns to people and households: subjects, places, and people present."""

from __future__ import annotations

from typing import Final

from cimscore.case import ConcernEntry, ConcernKind, ResidenceEntry, Unknown, first_of, last_of
from cimscore.household_graph.days import day_of
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.ties.entered import Entered
from cimscore.household_graph.ties.strangers import of_any_stranger
from cimscore.household_graph.ties.tie import Tie, TieKind
from cimscore.household_graph.turns import is_here_on
from cimscore.ids import ELSEWHERE

_NOBODY: Final = "nobody is named unasked"
_CHILDREN: Final = "each child who lives where it happened, else each child of the case, so that no child is lost"
_LIKELIEST_FIRST: Final = (True, None, False)
_ASKS: Final = {
    TieKind.ABOUT: "Is {} one whom {} is about?",
    TieKind.ASKED_ABOUT: "Is {} asked about in {}?",
    TieKind.PRESENT: "Was {} there when {} happened?",
    TieKind.RESPONSIBLE: "Is {} said to be responsible for {}?",
}


def tie_concerns(ties: Facts[Tie], entered: Entered) -> None:
    """Tie each concern to the people and the household that it names, or that it may name.

    Args:
        ties: Where to write.
        entered: The case.
    """
    for concern in entered.concerns:
        place = _likely_place(concern, entered)
        alleges = concern.kind is not ConcernKind.NOTHING
        named = (
            (TieKind.ABOUT if alleges else TieKind.ASKED_ABOUT, concern.about),
            (TieKind.PRESENT, concern.present),
            (TieKind.RESPONSIBLE, concern.responsible),
        )
        for kind, who in named:
            if isinstance(who, Unknown):
                likely = _likely_children(place, entered) if kind is TieKind.ABOUT else frozenset[str]()
                _leave_people_open(ties, kind, concern, likely, entered)
            else:
                for person in sorted(who):
                    ties.state(Tie(kind, concern.id, person))
        _tie_place(ties, concern, place, entered)
        _tie_household(ties, concern, entered)


def _leave_people_open(
    ties: Facts[Tie], kind: TieKind, concern: ConcernEntry, likely: frozenset[str], entered: Entered
) -> None:
    """Leave open, for each person by themselves, whether a concern names them."""
    for person in entered.people:
        if person.id in entered.grouped_strangers or (kind is TieKind.ABOUT and person.id in entered.acting):
            continue
        fact = OpenFact.whether(
            f"{kind}@{concern.id}@{person.id}",
            _ASKS[kind].format(person.id, concern.id),
            working=person.id in likely,
            why=_CHILDREN if kind is TieKind.ABOUT else _NOBODY,
        )
        ties.leave_open(fact, {True: [Tie(kind, concern.id, person.id)]})
    if entered.grouped_strangers:
        rows = [Tie(kind, concern.id, person) for person in entered.grouped_strangers]
        asks = _ASKS[kind].format("any of them", concern.id).replace("?", ": {}?")
        fact = of_any_stranger(entered, address=f"{kind}@{concern.id}", asks=asks, why=_NOBODY)
        ties.leave_open(fact, {}, {True: rows})


def _likely_children(place: str, entered: Entered) -> frozenset[str]:
    """Return the working children of a concern that does not say whom it is about."""
    children = [person for person in entered.ids if person not in entered.strangers and entered.is_likely_child(person)]
    there = [person for person in children if place in entered.homes_lived_in(entered.mothers.get(person, person))]
    # Better all children of the case than none: a concern must not lose the child it is about.
    return frozenset(there or children)


def _tie_place(ties: Facts[Tie], concern: ConcernEntry, working: str, entered: Entered) -> None:
    # Otherwise every call that only asks would add a question about its place.
    if concern.kind is ConcernKind.NOTHING and isinstance(concern.place, Unknown):
        return  # Where nothing is alleged, nothing happened anywhere.
    if not isinstance(concern.place, Unknown):
        for tie in _ties_to(concern, concern.place, entered):
            ties.state(tie)
        return
    places = (*entered.homes, *entered.places, ELSEWHERE)
    fact = OpenFact(
        address=f"place@{concern.id}",
        asks=f"Where did {concern.id} happen?",
        values=places,
        working=working,
        why="in a home of somebody it is about, until it is known",
        words={ELSEWHERE: "in none of the households"},
    )
    ties.leave_open(fact, {place: _ties_to(concern, place, entered) for place in places})


def _ties_to(concern: ConcernEntry, place: str, entered: Entered) -> list[Tie]:
    """Return the ties of a concern to where it happened; a place that is no household is outside all of them, too."""
    if place not in entered.places:
        return [Tie(TieKind.HAPPENED_IN, concern.id, place)]
    # A rule that asks for the household must get "none of them" here, not silence.
    return [Tie(TieKind.HAPPENED_AT, concern.id, place), Tie(TieKind.HAPPENED_IN, concern.id, ELSEWHERE)]


def _tie_household(ties: Facts[Tie], concern: ConcernEntry, entered: Entered) -> None:
    """Tie a concern to the households whose concern it is said to be, apart from where it happened."""
    if not isinstance(concern.household, Unknown):
        for home in concern.household:
            ties.state(Tie(TieKind.CONCERNS_HOME, concern.id, home))
        return
    for home in entered.homes:
        fact = OpenFact.whether(
            f"concerns-home@{concern.id}@{home}",
            f"Is {concern.id} a concern of the household {home}, apart from where it happened?",
            why="where it happened, and where those it is about live, is all that is known",
        )
        ties.leave_open(fact, {True: [Tie(TieKind.CONCERNS_HOME, concern.id, home)]})


def _likely_place(concern: ConcernEntry, entered: Entered) -> str:
    """Return the place that is entered, or the working place: the home that day of somebody it is about."""
    if not isinstance(concern.place, Unknown):
        return concern.place
    about = (
        [person for person in entered.ids if entered.is_likely_child(person)]
        if isinstance(concern.about, Unknown)
        else concern.about
    )
    stays = [row for person in sorted(about) for row in entered.stays_lived_in(entered.mothers.get(person, person))]
    # The name of the household breaks ties, so that the order of the entries makes no difference.
    homes = [(_LIKELIEST_FIRST.index(_was_here(row, concern)), row.household) for row in stays]
    return min(homes)[1] if homes else ELSEWHERE


def _was_here(stay: ResidenceEntry, concern: ConcernEntry) -> bool | None:
    """Return True if a person was at home there at the time of a concern, and None if they may have been."""
    # Without a day, every stay is equally likely.
    if isinstance(concern.occurred, Unknown):
        return None
    first, last = (is_here_on(stay, day_of(end)) for end in (first_of(concern.occurred), last_of(concern.occurred)))
    return first if first == last else None
