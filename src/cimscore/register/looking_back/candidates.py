"""People, reports and homes of different cases that may be the same. A person looks at each; nothing is ever merged."""

from __future__ import annotations

import datetime as dt
import enum
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from cimscore.case import Case, PartialDay, PersonEntry, Unknown
from cimscore.case.moments import first_of
from cimscore.ids import plainly_written
from cimscore.register.looking_back.on_a_day import OnTheDay

_DAYS_APART = 7


class CandidateKind(enum.StrEnum):
    """Kinds of candidates."""

    PERSON = "the same person"
    REPORT = "the same report"
    HOMES = "homes linked through a child"


@attrs.frozen(kw_only=True)
class Candidate:
    """Two entries of different cases that may be the same, or belong together.

    Attributes:
        kind: Kind of candidate.
        first: The earlier entry, as ``case/id``.
        second: The later one.
        reasons: Why a person should look at them; with who lives in each home now.
    """

    kind: CandidateKind
    first: str
    second: str
    reasons: tuple[str, ...]


@attrs.frozen(kw_only=True)
class _SeenPerson:
    """A person of a case, with as much as is needed to hold them to another."""

    case: str
    id: str
    born: dt.date | PartialDay | Unknown
    may_be_a_child: bool
    concerns: frozenset[str]
    received: dt.date | None
    homes: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        return f"{self.case}/{self.id}"


def candidates(cases: Iterable[Case], today: dt.date) -> Iterator[Candidate]:
    """Yield what may be the same, as the cases come in. Of each person only a few words are held.

    Args:
        cases: The cases, in the order in which they came in.
        today: The day on which somebody lives somewhere.
    """
    by_name: defaultdict[str, list[_SeenPerson]] = defaultdict(list)
    for case in cases:
        on_the_day = OnTheDay.of(case, today)
        told: set[tuple[CandidateKind, str, str]] = set()
        for person in case.people:
            seen = _seen(person, case, on_the_day)
            before = itertools.chain.from_iterable(by_name[name] for name in _names(person))
            for earlier in {named.address: named for named in before if named.case != case.id}.values():
                for found in _of_two(earlier, seen):
                    if (found.kind, found.first, found.second) not in told:
                        told.add((found.kind, found.first, found.second))
                        yield found
            for name in _names(person):
                by_name[name].append(seen)


def _of_two(earlier: _SeenPerson, later: _SeenPerson) -> Iterator[Candidate]:
    reasons = _why_one_person(earlier, later)
    if not reasons:
        return
    yield Candidate(kind=CandidateKind.PERSON, first=earlier.address, second=later.address, reasons=reasons)
    kinds = sorted(earlier.concerns & later.concerns)
    if kinds and earlier.received and later.received:
        apart = abs((later.received - earlier.received).days)
        if apart <= _DAYS_APART:
            same = f"both are about {earlier.id} or {later.id}: {', '.join(kinds)}"
            yield Candidate(
                kind=CandidateKind.REPORT, first=earlier.case, second=later.case,
                reasons=(same, f"received {apart} day{'s' * (apart != 1)} apart", *reasons),
            )  # fmt: skip
    if earlier.may_be_a_child and later.may_be_a_child:
        for (home, told), (other_home, more) in itertools.product(earlier.homes, later.homes):
            yield Candidate(
                kind=CandidateKind.HOMES, first=f"{earlier.case}/{home}", second=f"{later.case}/{other_home}",
                reasons=(f"{earlier.address} and {later.address} may be one child", *reasons, told, more),
            )  # fmt: skip


def _why_one_person(one: _SeenPerson, other: _SeenPerson) -> tuple[str, ...]:
    """Return why two may be one person; empty where their births say that they are not."""
    named = "the same name"
    if isinstance(one.born, Unknown) or isinstance(other.born, Unknown):
        return (named, "the day of birth is not known of both")
    if one.born == other.born:
        return (named, "the same birth, as far as it is told")
    if isinstance(one.born, dt.date) and isinstance(other.born, dt.date):
        return ()
    return (named, "the birth is known only in part") if one.born.year == other.born.year else ()


def _seen(person: PersonEntry, case: Case, on_the_day: OnTheDay) -> _SeenPerson:
    received = case.dates.received
    day = None if isinstance(received, Unknown) else first_of(received).value
    concerns = (
        concern.kind.value
        for concern in case.concerns
        if not isinstance(concern.kind, Unknown)
        and not isinstance(concern.about, Unknown)
        and person.id in concern.about
    )
    return _SeenPerson(
        case=case.id, id=person.id, born=person.born, may_be_a_child=person.id in on_the_day.children,
        concerns=frozenset(concerns), received=day.date() if isinstance(day, dt.datetime) else day,
        homes=tuple(on_the_day.homes_of(person.id, case.id)),
    )  # fmt: skip


def _names(person: PersonEntry) -> tuple[str, ...]:
    """Return each name of a person that is told in full, however it is written."""
    parts = (person.name.given, person.name.family)
    full = "" if any(isinstance(part, Unknown) for part in parts) else " ".join(map(str, parts))
    return tuple(dict.fromkeys(plainly_written(name) for name in (full, *person.also_known_as) if name))
