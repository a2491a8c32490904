"""The open points that a decision tells: what each other answer changes, and what nobody can list the answers of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from cimscore.assessment.decision.undecided import OpenPoint
from cimscore.assessment.decision.whom import whom_to_ask
from cimscore.assessment.decision.words import Words, day_to, duty_row
from cimscore.assessment.governing import chooses_edition
from cimscore.calendars import Due
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Span, Uncounted, in_words
from cimscore.grades import PROVISIONAL
from cimscore.ids import ELSEWHERE
from cimscore.reasoning.claims.cutting import joined
from cimscore.reasoning.claims.told import Decided, Otherwise
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.graded import EMPTY, Graded
from cimscore.reasoning.points.points import Point, PointKind
from cimscore.reasoning.questions import key_at, noted, point_at, question_at
from cimscore.reasoning.run import Run
from cimscore.reasoning.timing.earliest import ends_of
from cimscore.rules import Concern, Question, Record
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.rows.clocks import Clock, ClockPart
from cimscore.rules.rows.conclusions import EDITION, RECORD, Topic
from cimscore.rules.vocabulary import is_concern, may_be

_SOME_DAY: Final = Moment(dt.date(2000, 1, 1))
"""The moment that is tried where a document tells none: any will do to see whether one is missed."""
Change = tuple[str, tuple[str, ...], tuple[str, ...]]


def open_points(decided: Decided, words: Words) -> Iterator[OpenPoint]:
    """Yield the open points to show, those that change most first, and those that change nothing by themselves last.

    Args:
        decided: Results of the run.
        words: Words of the program for the things of the case.
    """
    unlisted = dict(_unlisted(decided))
    changes: dict[str, list[Change]] = {address: [] for address in (*_resting(decided), *sorted(unlisted))}
    for otherwise in joined(decided.otherwise):
        changes.setdefault(otherwise.address, []).extend(_change(decided, otherwise, words))
    changes |= {address: [] for address in perhaps_the_same(decided) if address not in changes}
    for address in _only_together(decided, frozenset(changes)):
        changes[address] = []
    for address in (address for address, listed in changes.items() if not listed and address not in unlisted):
        if brings := tuple(dict.fromkeys(_at_some_moment(decided, address, words))):
            unlisted[address] = brings
    told = (
        attrs.evolve(
            _told(decided, address, listed, words), unlisted=address in unlisted, moves=unlisted.get(address, ())
        )
        for address, listed in changes.items()
    )
    # The address breaks ties, so that the order is the same in every run.
    yield from sorted(told, key=lambda point: (-_weight(point.changes), point.is_idle, point.address))


def perhaps_the_same(decided: Decided) -> Iterator[str]:
    """Yield the address of each question about two people who may be one. It is shown whatever depends on it."""
    situation = decided.run.situation
    for first, second in sorted(situation.base.get(may_be.key, EMPTY).rows):
        if (address := f"same@{first}@{second}") in situation.points:
            yield address


def _only_together(decided: Decided, asked: frozenset[str]) -> Iterator[str]:
    """Yield the points that bring something only together, where none of those below it is asked about anyway."""
    for addresses in decided.together.values():
        # If one of them is asked anyway, its answer will show the rest.
        if asked.isdisjoint(addresses):
            yield from sorted(addresses)


def _at_some_moment(decided: Decided, address: str, words: Words) -> Iterator[str]:
    """Yield what a moment within a span may bring, each in a phrase: only the ends of the span are tried."""
    point = decided.points.get(address)
    if point is None or not any(isinstance(value, Span) for value in point.values):
        return
    for claim, below in decided.together.items():
        said = words.claim(claim)
        if address in below and said:
            alone = "" if below == {address} else "perhaps together with another answer "
            told = words.program.predicates[claim[0]]
            yield f"{alone}whether {f'to {told.clock.what}' if isinstance(told, ClockPart) else said}"


def _told(decided: Decided, address: str, changes: list[Change], words: Words) -> OpenPoint:
    point = point_at(decided.run, address)
    return OpenPoint(
        address=address,
        kind=point.kind.value,
        asks=words.asked(point, decided.run.context.things_at(address)),
        working="" if point.working in (None, UNKNOWN) else words.answer(point, point.working),
        why=point.why,
        decided_by=point.decided_by,
        changes=tuple(changes),
        ask=_whom(decided, point),
        starts=tuple(_starts(decided, address)),
        selects=any(_brings_an_edition(otherwise, address) for otherwise in decided.otherwise),
    )


def _brings_an_edition(otherwise: Otherwise, address: str) -> bool:
    return otherwise.address == address and any(key == EDITION for key, _ in otherwise.adds)


def _whom(decided: Decided, point: Point) -> str:
    """Return who can be asked about an open point; empty for what somebody decides, and for readings and editions."""
    if point.kind is not PointKind.FACT or point.decided_by:
        return ""
    asked = question_at(decided.run, point.address)
    return whom_to_ask(point.address, None if asked is None else asked.things)


def _starts(decided: Decided, address: str) -> Iterator[tuple[str, Due | None]]:
    """Yield each act that another answer makes due and no clock tells of now, with the soonest day of it."""
    clocks = decided.run.compiled.program.clocks
    acts = {clock.part("owed").key: clock.what for clock in clocks}
    days = {clock.part("due").key: clock.what for clock in clocks}
    # By the words of the act: two clocks of one act are one thing to whoever has to do it.
    told = {(acts[key], things) for key, things in decided.told if key in acts}
    answers = (otherwise for otherwise in decided.otherwise if otherwise.address == address)
    added = [claim for otherwise in answers for claim in otherwise.adds]
    fresh = {(acts[key], things) for key, things in added if key in acts} - told
    for what in sorted({what for what, _ in fresh}):
        dues = (row[-1] for key, row in added if days.get(key) == what and (what, row[:-1]) in fresh)
        yield what, min((due for due in dues if isinstance(due, Due)), key=ends_of, default=None)


def _change(decided: Decided, other: Otherwise, words: Words) -> Iterator[Change]:
    """Yield what another answer changes, in words: duties where that is all, and nothing where it is hidden.

    A day of an act is neither new nor gone while another clock tells of the same act on that day.
    """
    staying = _days_that_stay(decided, other, words)
    # Duties follow from the rest by the dozen. They are told only where an answer changes nothing else.
    for duties in (False, True):
        adds, takes = (
            tuple(said for said in _says(claims, words, duties=duties) if said not in staying)
            for claims in (other.adds, _not_moved(other, words))
        )
        if adds or takes:
            value = other.value
            span = isinstance(value, Span)
            answer = in_words(value, words.program.zone) if span else words.answer(decided.points[other.address], value)
            yield answer, adds, takes
            return


def _days_that_stay(decided: Decided, other: Otherwise, words: Words) -> set[str]:
    """Return the days of acts, in words, that clocks tell of whichever of the two answers holds."""
    days = {clock.part("due").key for clock in decided.run.compiled.program.clocks}
    stays, adds, takes = (
        {words.claim(claim) for claim in claims if claim[0] in days}
        for claims in (decided.told.keys() - set(other.takes), other.adds, other.takes)
    )
    return stays | (adds & takes)


def _not_moved(other: Otherwise, words: Words) -> tuple[Claim, ...]:
    """Return what an answer takes, but for a record that it only moves to the form of another."""
    papers = {conclusion.key for conclusion in words.program.conclusions if conclusion.paper}
    moved = {(key, things[:-1]) for key, things in other.adds if key in papers}
    return tuple(claim for claim in other.takes if (claim[0], claim[1][:-1]) not in moved)


def _says(claims: tuple[Claim, ...], words: Words, *, duties: bool) -> tuple[str, ...]:
    """Return some claims in words: in which document a record stands comes last, since the record is told before."""
    papers = {conclusion.key for conclusion in words.program.conclusions if conclusion.paper}
    claims = tuple(sorted(claims, key=lambda claim: claim[0] in papers))
    return tuple(said for claim in claims if (said := words.claim(claim, duties=duties)))


def _resting(decided: Decided) -> Iterator[str]:
    """Yield the addresses of all points that shown claims rest on, alone or with others."""
    for told in decided.told.values():
        yield from (address for answers in told.rests_on for address, _ in answers)


def _unlisted(decided: Decided) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the address of each point whose answers cannot all be listed and tried, with what one may change."""
    for address in (address for address, point in decided.points.items() if UNKNOWN in point.values):
        yield address, tuple(dict.fromkeys(day_to(clock.what) for clock in _timed_by(decided.run, address)))
    for address, value in _open_words(decided.run):
        if moves := tuple(dict.fromkeys(_moved(decided.run, address, value))):
            yield address, moves


def _moved(run: Run, address: str, value: Any) -> Iterator[str]:
    """Yield what an answer of a kind that cannot be listed may change, each in a phrase."""
    if chooses_edition(run, address):
        yield "which edition of the policy holds"
    yield from (day_to(clock.what) for clock in _days_moved(run, address, value))
    yield from (f"where to {deed}" for deed in _told_whom(run, address, value))


def _timed_by(run: Run, address: str) -> list[Clock]:
    """Return the clocks whose day reads the question at an address: those that have one, or may have one."""
    read = _days_reading(run, address)
    return [day.clock for day in read if _held(run.value(day))] or [day.clock for day in read]


def _days_reading(run: Run, address: str) -> list[ClockPart]:
    """Return the days of clocks that read the question at an address."""
    key, days = key_at(address), (clock.part("due") for clock in run.compiled.program.clocks)
    return [day for day in days if key in run.compiled.reads(day)]


def _open_words(run: Run) -> Iterator[tuple[str, Any]]:
    """Yield the addresses of open questions for a place, a moment or a number, each with an answer to try."""
    # One sample of each kind shows if an answer can matter at all. The possible answers cannot be listed.
    moment = run.context.received or run.context.at or _SOME_DAY
    tried = {str: ELSEWHERE, Moment: moment, int: 1}
    for question in run.compiled.program.questions:
        if question.answers in tried and not question.options and (question.working is None or question.granted):
            answers = run.value(question)
            asked = (things for things in _asked_about(question, run) if not answers.is_granted(things))
            for things in asked:
                address = noted(run, question, things)
                if answers.is_open(things):
                    yield address, tried[question.answers]


def _asked_about(question: Question[Any], run: Run) -> list[tuple[Any, ...]]:
    """Return what a question is asked about: the case, or each concern, or each record to be made."""
    match [type(thing) for thing in question.things]:
        case []:
            return [()]
        case [kind] if kind is Concern:
            return sorted(run.situation.base.get(is_concern.key, EMPTY).rows)
        case [kind] if kind is Record and RECORD in run.compiled.program.predicates:
            made = run.use(RECORD).rows.items()
            return sorted((things for things, grade in made if grade >= PROVISIONAL), key=str)
        case _:
            return []


def _days_moved(run: Run, address: str, value: Any) -> Iterator[Clock]:
    """Yield each clock that an answer brings, or whose day it moves where that is a range or is not counted.

    A number moves whatever day it is about: it is never taken to be the one that is tried.
    """
    read = _days_reading(run, address)
    if read and isinstance(value, int):
        other = run.answered(address, value)
        yield from (day.clock for day in read if _held(other.value(day)) != _held(run.value(day)))
    # A run is dear. Where every day is exact, another place or moment can only be tried in vain.
    elif read and any(_has_a_day_in_doubt(run, clock) for clock in run.compiled.program.clocks):
        other = run.answered(address, value)
        yield from (day.clock for day in read if other.value(day).rows != run.value(day).rows)


def _has_a_day_in_doubt(run: Run, clock: Clock) -> bool:
    return any(is_in_doubt(row[-1]) for row in run.value(clock.part("due")).rows)


def _told_whom(run: Run, address: str, value: Any) -> Iterator[str]:
    """Yield the duties that an answer about a new record changes, as by the place where it goes."""
    about = run.context.things_at(address)
    if not (about and isinstance(about[0], RecordName)):
        return
    key = key_at(address)
    duties = run.compiled.program.of_topic(Topic.DUTIES)
    other = run.answered(address, value)
    for duty in (duty for duty in duties if key in run.compiled.reads(duty)):
        for things in sorted(_held(other.value(duty)) ^ _held(run.value(duty)), key=str):
            words = duty_row(duty, things).notes
            if words.to:
                yield words.what


def _held(relation: Graded) -> frozenset[tuple[Any, ...]]:
    return frozenset(things for things, grade in relation.rows.items() if grade >= PROVISIONAL)


def is_in_doubt(due: object) -> bool:
    """Return True if a day cannot be counted, or is only known as a range."""
    return isinstance(due, Uncounted) or (isinstance(due, Due) and not due.exact)


def _weight(changes: Sequence[Change]) -> int:
    # The largest change, not the sum: a question with many answers is not a weightier one.
    return max((len(adds) + len(takes) for _, adds, takes in changes), default=0)
