"""Concerns: whom they are about, where they happened, who was there, what is alleged."""

from __future__ import annotations

from collections.abc import Mapping

from cimscore.author.predicates import Relation
from cimscore.author.vocabulary import (
    happened_elsewhere,
    happened_in,
    is_about,
    is_concern,
    is_of_kind,
    occurred,
    responsible_for,
    was_present,
)
from cimscore.case import Case, ConcernEntry, ConcernKind, Moment, Unknown
from cimscore.clocks import Span
from cimscore.ids import ELSEWHERE
from cimscore.reasoning.situation.facts import Notes, Rows

_NOBODY = "nobody is named unasked"


def write_concerns(notes: Notes, case: Case) -> None:
    """Write down what each concern says, and what it leaves open."""
    for concern in case.concerns:
        notes.state(is_concern, concern.id)
        _write_people(notes, concern, case)
        _write_place(notes, concern, case)
        _write_kind(notes, concern)
        _write_moment(notes, concern, case)


def _write_people(notes: Notes, concern: ConcernEntry, case: Case) -> None:
    named: tuple[tuple[str, str, Relation, tuple[str, ...] | Unknown], ...] = (
        ("about", "Is {} one whom the concern is about?", is_about, concern.about),
        ("present", "Was {} there when it happened?", was_present, concern.present),
        ("responsible", "Is {} said to be responsible?", responsible_for, concern.responsible),
    )
    for word, asks, relation, who in named:
        if isinstance(who, Unknown):
            options = [(person.id, (concern.id, person.id)) for person in case.people]
            notes.one_by_one(f"{word}@{concern.id}", asks, relation, options, _NOBODY)
        else:
            for person in who:
                notes.state(relation, concern.id, person)


def _write_place(notes: Notes, concern: ConcernEntry, case: Case) -> None:
    homes = sorted(home.id for home in case.households)
    if not isinstance(concern.place, Unknown):
        relation, things = _placed(concern.id, concern.place)
        notes.state(relation, *things)
        return
    values: Mapping[str, Rows] = {place: [_placed(concern.id, place)] for place in (*homes, ELSEWHERE)}
    notes.leave_open(
        f"place@{concern.id}",
        f"Where did {concern.id} happen?",
        values,
        working=_likely_place(concern, case) or ELSEWHERE,
        why="in a home of somebody it is about, until it is known",
        words={ELSEWHERE: "in none of the households"},
    )


def _placed(concern: str, place: str) -> tuple[Relation, tuple[str, ...]]:
    return (happened_elsewhere, (concern,)) if place == ELSEWHERE else (happened_in, (concern, place))


def _likely_place(concern: ConcernEntry, case: Case) -> str:
    about = () if isinstance(concern.about, Unknown) else concern.about
    return min((row.household for row in case.residences if row.person in about), default="")


def _write_kind(notes: Notes, concern: ConcernEntry) -> None:
    if isinstance(concern.kind, Unknown):
        notes.leave_open(
            f"kind@{concern.id}",
            f"What does {concern.id} allege?",
            {kind: [(is_of_kind, (concern.id, kind))] for kind in ConcernKind},
            working=ConcernKind.HARM,
            why="harm, until it is known",
        )
    else:
        notes.state(is_of_kind, concern.id, concern.kind)


def _write_moment(notes: Notes, concern: ConcernEntry, case: Case) -> None:
    if not isinstance(concern.occurred, Unknown):
        notes.state(occurred, concern.id, concern.occurred)
    elif isinstance(case.dates.received, Moment):
        told = case.dates.received
        notes.state(occurred, concern.id, Span(first=None, last=told, working=told))
