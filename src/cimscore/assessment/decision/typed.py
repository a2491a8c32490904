"""Facts as they were typed in: what happened where and to whom, where people live, and whom they care for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

import attrs

from cimscore.assessment.decision.words import Words
from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    Home,
    Moment,
    PersonEntry,
    PlaceEntry,
    PlaceKind,
    ResidenceKind,
    Unknown,
)
from cimscore.grades import CERTAIN
from cimscore.ids import ELSEWHERE
from cimscore.reasoning.graded import EMPTY
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.english.nouns import first_listed, listed_words
from cimscore.rules.vocabulary import cares_for, is_withdrawn, lives_elsewhere, lives_in, sleeps_at, stays_by_choice

_KINDS: Final = {
    ConcernKind.HARM: "harm to",
    ConcernKind.SIGNIFICANT_HARM: "significant harm to",
    ConcernKind.RISK: "a risk of harm to",
    ConcernKind.NOTHING: "nothing alleged, about",
}
_INSIDE: Final = {PlaceKind.CUSTODY: "in custody", PlaceKind.HOSPITAL: "in hospital"}
_MOST_NAMED: Final = 3

_Entry = TypeVar("_Entry", ConcernEntry, PlaceEntry)


@attrs.frozen(kw_only=True)
class TypedConcern:
    """Concern as it was typed in.

    Attributes:
        says: What is said to have happened, to whom, where and when, in a phrase.
        blamed: Who is said to be responsible, in words; empty where nobody is to be.
    """

    says: str
    blamed: str = ""

    def __str__(self) -> str:
        return f"{self.says} (said to be responsible: {self.blamed})" if self.blamed else self.says


@attrs.frozen(kw_only=True)
class TypedReceipt:
    """Time when the information was received, as far as it was typed in.

    Attributes:
        says: All that is known of it, in a phrase.
        moment: The moment, in words; empty where no one moment was typed in.
    """

    says: str
    moment: str = ""


@attrs.frozen(kw_only=True)
class TypedPerson:
    """Person of the case, as far as it is certain where they live and for whom they care.

    Attributes:
        person: Id of the person.
        name: What they are called.
        homes: Ids of the households in which they live.
        where: Where they live, in words, with each stay to come, or that they have died; empty for whoever is not born.
        cares_for: Ids of the people for whom they care, apart from their own children.
    """

    person: str
    name: str
    homes: tuple[str, ...] = ()
    where: str = ""
    cares_for: tuple[str, ...] = ()


def typed_concerns(case: Case, run: Run, words: Words) -> tuple[TypedConcern, ...]:
    """Return each concern that is not withdrawn.

    Args:
        case: The case, without its notifier.
        run: The run.
        words: Words of the program for the things of the case.
    """
    alleged = (entry for entry in _by_id(case.concerns) if not _holds(run, is_withdrawn, entry.id))
    return tuple(_concern(entry, words) for entry in alleged)


def typed_receipt(case: Case, run: Run, words: Words) -> TypedReceipt:
    """Return when the information was received, as far as that was typed in.

    Args:
        case: The case.
        run: The run.
        words: Words of the program for the things of the case.
    """
    received = run.context.received
    if received is None or isinstance(case.dates.received, Unknown):  # What else bounds it was not typed in as such.
        return TypedReceipt(says="when it was received is not known")
    moment = words.past(received) if isinstance(received, Moment) else ""
    return TypedReceipt(says=f"received {moment or words.moment(received)}", moment=moment)


def typed_people(case: Case, run: Run, words: Words) -> tuple[TypedPerson, ...]:
    """Return where each person of the case lives, and for whom they care.

    Args:
        case: The case.
        run: The run.
        words: Words of the program for the things of the case.
    """
    return tuple(_person(person, case, run, words) for person in case.people)


def _concern(entry: ConcernEntry, words: Words) -> TypedConcern:
    kind = "about" if isinstance(entry.kind, Unknown) else _KINDS[entry.kind]
    on = f" on {words.past(entry.occurred)}" if isinstance(entry.occurred, Moment) else ""
    where = f"{on}, at a place not known" if isinstance(entry.place, Unknown) else f"{_at(entry.place, words)}{on}"
    return TypedConcern(
        says=f"{entry.id}, {kind} {_named(entry.about, words)}{where}",
        blamed=_named(entry.responsible, words) if entry.responsible != () else "",
    )


def _at(place: str, words: Words) -> str:
    return "" if place == ELSEWHERE else f" at {words.name(place)}"  # a place that is no home of the case


def _named(people: Sequence[str] | Unknown, words: Words) -> str:
    if isinstance(people, Unknown) or not people:
        return "not known" if people is UNKNOWN else "nobody by name"
    return first_listed([words.name(person) for person in people], _MOST_NAMED)


def _person(person: PersonEntry, case: Case, run: Run, words: Words) -> TypedPerson:
    homes = tuple(home.id for home in case.households if _holds(run, lives_in, person.id, home.id))
    where = next(_where(person, homes, case, run, words)) if person.died is False else death_of(person, words)
    return TypedPerson(
        person=person.id,
        name=words.name(person.id),
        homes=homes,
        where="" if person.is_awaited else f"{where}{'' if person.died else _to_come(person, homes, case, run, words)}",
        cares_for=tuple(ward.id for ward in case.people if _holds(run, cares_for, person.id, ward.id)),
    )


def death_of(person: PersonEntry, words: Words) -> str:
    """Return that somebody has died, with the day where it is known; empty where nobody says that they have."""
    if isinstance(person.died, dt.date):
        return f"died {words.past(Moment(person.died))}"
    return "" if person.died is False or isinstance(person.died, Unknown) else "has died"


def _where(person: PersonEntry, homes: Sequence[str], case: Case, run: Run, words: Words) -> Iterator[str]:
    """Yield where somebody lives, in words: what is most to the point first."""
    for place in _by_id(case.places):
        if _holds(run, sleeps_at, person.id, place.id):
            inside = "" if isinstance(place.kind, Unknown) else _INSIDE.get(place.kind, "")
            yield inside or f"sleeps at {words.name(place.id)}"
    if homes:
        yield f"lives in {listed_words([words.name(home) for home in homes])}"
    chosen = [home.id for home in case.households if _holds(run, stays_by_choice, person.id, home.id)]
    if chosen:
        yield f"stays by choice in {listed_words([words.name(home) for home in chosen])}"
    if _holds(run, lives_elsewhere, person.id):
        yield "lives elsewhere"
    entered = sorted({row.household for row in case.residences if row.person == person.id})
    perhaps = [home for home in entered if run.situation.base.get(lives_in.key, EMPTY).grade((person.id, home))]
    if perhaps:
        yield f"lives perhaps in {listed_words([words.name(home) for home in perhaps])}"
    if person.home is not Home.NONE:
        yield "home not known"
    yield f"without a home, sleeps: {person.sleeps}" if person.sleeps else "without a home"


def _to_come(person: PersonEntry, homes: Sequence[str], case: Case, run: Run, words: Words) -> str:
    """Return the stays of somebody that begin on a day after the receipt: ``, from 28 June 2025 on in north``."""
    received = run.context.received
    if not isinstance(received, Moment):
        return ""
    day = received.day(run.context.zone)
    stays = {
        (row.from_, words.name(row.household))
        for row in case.residences
        if row.person == person.id and row.household not in homes and row.kind is not ResidenceKind.VISITS
        if isinstance(row.from_, dt.date) and row.from_ > day
    }
    return "".join(f", from {words.past(Moment(first))} on in {home}" for first, home in sorted(stays))


def _by_id(entries: Iterable[_Entry]) -> list[_Entry]:
    """Return entries in an order that is not that of the document, where order means nothing."""
    return sorted(entries, key=lambda entry: entry.id)


def _holds(run: Run, predicate: Predicate, *things: str) -> bool:
    return run.situation.base.get(predicate.key, EMPTY).grade(things) == CERTAIN
