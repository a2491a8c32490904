"""The duties of a decision: at once first, then what must not be done, then in the order of the work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import attrs

from cimscore.assessment.decision.duty import Duty
from cimscore.assessment.decision.standing import Standing, supposed_in_words
from cimscore.assessment.decision.value import DecidedClock
from cimscore.assessment.decision.words import Words, duty_row
from cimscore.calendars import Due
from cimscore.clocks import ClockState
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.claims.told import Decided, WorkingClaim
from cimscore.reasoning.claims.trying import Claim
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.rows.conclusions import Conclusion, Topic

_Place = tuple[bool, bool, int, int, str]


def duties_of(
    decided: Decided, words: Words, owed: Iterable[Claim], clocks: Iterable[DecidedClock] = ()
) -> tuple[Duty, ...]:
    """Return the duties among what is told.

    Args:
        decided: What was decided.
        words: The words of the program for the things of the case.
        owed: What is told and is not done yet.
        clocks: The clocks of the decision, in order of time.
    """
    tables = {table.key: table for table in decided.run.compiled.program.of_topic(Topic.DUTIES)}
    making = _Duties(decided, words, tuple(clocks))
    # What is overdue for one of several things is told apart from what is not.
    found: dict[tuple[str, bool], tuple[_Place, Duty]] = {}
    for key, things in owed:
        if key in tables:
            place, duty = making.duty(tables[key], things)
            told, known = (duty.says, duty.overdue), found.get((duty.says, duty.overdue))
            # At the earlier of its places in the order of the work: later would be too late for one of them.
            found[told] = (place, duty) if known is None else (min(place, known[0]), _merged(known[1], duty))
    return tuple(duty for _, duty in sorted(found.values(), key=_in_order))


def _in_order(placed: tuple[_Place, Duty]) -> tuple[_Place, bool, str]:
    place, duty = placed
    return place, not duty.overdue, duty.says


def _merged(one: Duty, other: Duty) -> Duty:
    """Return one duty for two that say the same of several things: it is certain where one of them is."""
    # Whoever does it for the certain reason has done it for the other as well.
    surer = other if other.standing is Standing.CERTAIN else one
    dues = [duty.due for duty in (one, other) if duty.due is not None]
    return attrs.evolve(
        surer,
        due=min(dues, key=lambda due: due.latest, default=None),
        clauses=tuple(dict.fromkeys((*one.clauses, *other.clauses))),
        records=tuple(dict.fromkeys((*one.records, *other.records))),
        whose=tuple(dict.fromkeys((*one.whose, *other.whose))),
    )


def _times(clock: DecidedClock, records: Collection[RecordName]) -> bool:
    """Return True if a clock may time a duty about records: it shows one of them, or either has none."""
    return not clock.records or not records or any(str(record) in clock.records for record in records)


@attrs.frozen
class _Duties:
    decided: Decided
    words: Words
    clocks: tuple[DecidedClock, ...]

    def duty(self, table: Conclusion, things: tuple[Any, ...]) -> tuple[_Place, Duty]:
        """Return a duty with its place in the order of the work."""
        told = self.decided.told[table.key, things]
        words, (*about, _, detail) = duty_row(table, things).notes, things
        named, forbids = self.words.detail(detail), words.modal.forbids
        records = tuple(dict.fromkeys(self._records(about)))
        clocks = [clock for clock in self.clocks if clock.id == words.act and _times(clock, records)]
        return (not words.at_once, not forbids, words.step, words.rank, table.key), Duty(
            says=self.words.duty(words, detail),
            standing=Standing.of(certain=told.certain),
            head=self.words.duty_head(words),
            form=self.words.duty_form(words),
            by=words.by,
            of=named,
            whom=named if detail in self.words.people else "",
            at_once=words.at_once,
            in_any_case=words.in_any_case,
            forbids=forbids,
            due=next((clock.due for clock in clocks if isinstance(clock.due, Due)), None),
            overdue=any(clock.stands.word == ClockState.OVERDUE for clock in clocks),
            rests_on=supposed_in_words(self.decided, told),
            perhaps_on=told.perhaps_on,
            clauses=tuple(dict.fromkeys(self._clauses(table, things, told))),
            records=tuple(map(str, records)),
            whose=tuple(dict.fromkeys(filter(None, map(self.words.whose, records)))),
            act=words.act,
            learns=words.learns,
            ask=words.ask,
            then=words.then,
        )

    def _clauses(self, table: Conclusion, things: tuple[Any, ...], told: WorkingClaim) -> Iterator[str]:
        for row in table.rows:
            if self.decided.run.rows(table, row.id).grade(things) >= PROVISIONAL:
                yield from row.cites

    def _records(self, about: list[Any]) -> Iterator[RecordName]:
        """Yield the records that a duty is about, and those to which what it is about goes."""
        yield from (thing for thing in about if isinstance(thing, RecordName))
        yield from self.decided.records_of(tuple(about)) if about else ()
