"""Finished things: duties that are done, and records and concerns that owe nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from cimscore.assessment.decision.duty import Done
from cimscore.assessment.decision.words import Words, duty_row
from cimscore.case import (
    Actor,
    Between,
    Case,
    ConcernEntry,
    Exists,
    Finish,
    Moment,
    MoveEntry,
    RecordEntry,
    Unknown,
    actor_of,
)
from cimscore.clocks import Span, before
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.ids import spelled, split_record_address
from cimscore.reasoning.acts import DoneAct
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.claims.trying import Claim
from cimscore.rules.rows.clocks import Clock
from cimscore.rules.rows.conclusions import GOES, RECORD, Conclusion, Topic
from cimscore.rules.vocabulary import record_took

_HOW: Final[Mapping[Finish, str]] = {
    Finish.DONE: "is done",
    Finish.ENDED: "has ended",
    Finish.SUPERSEDED: "is superseded",
    Finish.WITHDRAWN: "is withdrawn",
}


class Finished:
    """Lines of a decision that are done."""

    def __init__(self, case: Case, decided: Decided, words: Words) -> None:
        self._case = case
        self._decided = decided
        self._words = words
        self._program = decided.run.compiled.program
        self._over = {record.id for record in case.records if record.as_ is not None}

    def lines(self) -> Iterator[Done]:
        """Yield everything that is finished: records and concerns first, then what has been done."""
        yield from self._entries()
        over = [claim for claim in sorted(self._duties(), key=str) if self.is_over(claim)]
        yield from dict.fromkeys(line for claim in over for line in self._of_duty(claim))
        yield from self._uncalled()
        yield from self._said_alone({claim[1][-2] for claim in over})

    def is_over(self, claim: Claim) -> bool:
        """Return True if a duty is owed no more: it is done, or what it is about is finished."""
        key, things = claim
        if key not in self._tables:
            return False
        return any(str(thing) in self._over for thing in things[:-2]) or bool(tuple(self._of_duty(claim)))

    def has_none_left(self, records: tuple[str, ...]) -> bool:
        """Return True if there are records and each of them owes nothing more."""
        return bool(records) and self._over.issuperset(records)

    @cached_property
    def _acts(self) -> list[DoneAct]:
        """Return the acts said to be done.

        What is implied for some things and reported for others is left to the clocks, which tell these apart.
        """
        return [act for act in self._decided.run.context.done if not act.apart_from]

    @cached_property
    def _tables(self) -> dict[str, Conclusion]:
        return {table.key: table for table in self._program.of_topic(Topic.DUTIES)}

    def _duties(self) -> list[Claim]:
        return [claim for claim in self._decided.told if claim[0] in self._tables]

    # Records and concerns.

    def _entries(self) -> Iterator[Done]:
        entries: tuple[ConcernEntry | RecordEntry, ...] = (*self._case.concerns, *self._case.records)
        for entry in sorted(entries, key=lambda finished: finished.id):
            if entry.as_ is not None:
                by = f" by {entry.superseded_by}" if entry.superseded_by else ""
                # What was told of a concern may be owed although it was taken back: `at_odds` says so.
                taken_back = isinstance(entry, ConcernEntry) and entry.as_ is Finish.WITHDRAWN
                owes = "nothing is told as owed by it" if taken_back else "nothing more is owed by it"
                yield Done(says=f"{entry.id} {_HOW[entry.as_]}{by}: {owes}", act=False)
            elif isinstance(entry, RecordEntry) and entry.exists is Exists.NO:
                yield Done(says=f"{entry.id} is not on file", act=False)

    def _uncalled(self) -> Iterator[Done]:
        """Yield the steps on file of records for which nothing calls here, so that none passes unsaid."""
        called = {str(things[0]) for things in self._decided.of(RECORD)}
        for record in sorted(self._case.records, key=lambda entry: entry.id):
            address = split_record_address(record.id)
            known = address is not None and address[0] in self._decided.run.compiled.kinds - self._kinds_of_the_base
            if known and record.id not in called:
                yield from (self._step(record.id, move) for move in record.moves)

    @property
    def _kinds_of_the_base(self) -> frozenset[str]:
        """Return the kinds of records of the program that this one extends, whose steps are told by that one."""
        return frozenset(flow.kind for flow in (self._program.base.workflows if self._program.base else ()))

    def _step(self, record: str, move: MoveEntry) -> Done:
        by = actor_of(move.by, [person.id for person in self._case.people])
        says = f"the step {move.move} of {record}, for which nothing calls here"
        return Done(says=says, at=self._when(move.at), by=self._who(by))

    # Duties.

    def _of_duty(self, claim: Claim) -> Iterator[Done]:
        """Yield that a duty is done, where that is said or the clock of its act has stopped."""
        key, (*about, act, detail) = claim
        row = duty_row(self._tables[key], claim[1])
        says = self._words.deed(row.notes, str(detail))
        address = "@".join(map(str, about)) or "case"
        said = [act_done for act_done in self._acts if _names(act_done, key, act, address)]
        if said:
            yield from (self._done(says, act_done) for act_done in said)
        elif moments := self._stopped(act, tuple(about)):
            when = moments[-1] if len(set(moments)) == 1 else None
            who = {self._who(done.by) for done in self._acts if done.act == act and not done.of}
            by = who.pop() if len(who) == 1 else ""
            yield Done(says=says, at="" if when is None else self._when(when), by=by)

    def _stopped(self, act: str, about: tuple[Any, ...]) -> list[Moment | Span | Unknown]:
        """Return when the act was done for everything that it is about; nothing unless it certainly was for all."""
        clocks = [clock for clock in self._program.clocks if clock.id == act]
        owed = [
            (clock, things)
            for clock in clocks
            for things in self._decided.of(clock.part("owed").key)
            if self._is_about(things, about)
        ]
        if not owed:
            return self._taken(act, about)
        found: list[Moment | Span | Unknown] = []
        for clock, things in owed:
            done = self._decided.run.value(clock.part("done")).behind(things)
            at = [when for when, grade in done.items() if grade == CERTAIN]
            if not at and self._is_done(clock, things):
                at = self._taken(act, about)  # That it is owed may be in doubt, where the step itself is not.
            if not at:
                return []
            found += at
        return found

    def _is_done(self, clock: Clock, things: tuple[Any, ...]) -> bool:
        """Return True if an act is done by the working answers."""
        done = self._decided.run.value(clock.part("done")).behind(things)
        return any(grade >= PROVISIONAL for grade in done.values())

    def _taken(self, act: str, about: tuple[Any, ...]) -> list[Moment | Span | Unknown]:
        """Return the times when a step that is an act without a running clock was duly taken, by its record."""
        steps = {(flow.kind, step.move) for flow in self._program.workflows for step in flow.moves if act in step.stops}
        if not steps or len(about) != 1:
            return []
        context = self._decided.run.context
        rows = self._decided.run.value(record_took).rows.items()
        found = [
            when
            for (record, move, when), grade in rows
            if grade == CERTAIN
            and record == about[0]
            and (record.kind, move) in steps
            and context.by_then(when) == CERTAIN
        ]
        return [when for when in found if all(self._is_first(when, rival) for rival in found)] or found

    def _is_first(self, when: Moment | Span, other: Moment | Span) -> bool:
        return when == other or before(when, other, self._program.zone) == CERTAIN

    def _is_about(self, things: tuple[Any, ...], about: tuple[Any, ...]) -> bool:
        """Return True if a clock belongs to the things of a duty, or to what goes into its record."""
        return things == about or (len(about) == 1 and (GOES, (*things, about[0])) in self._decided.told)

    def _said_alone(self, over: set[str]) -> Iterator[Done]:
        """Yield what is reported as done, apart from the duties whose acts are finished."""
        owed = {(key, things[-2], "@".join(map(str, things[:-2])) or "case") for key, things in self._duties()}
        for act in self._acts:
            clock = next((clock for clock in self._program.clocks if clock.id == act.act), None)
            if not act.of and clock is not None:
                if act.act in over:
                    continue
                yield self._done(clock.what, act)
            # What is done under a program that this one extends is told by that one.
            elif act.of in self._tables and (act.of, act.act, act.for_) not in owed:
                row = next(row for row in self._tables[act.of].rows if row.notes.act == act.act)
                says = self._words.deed(row.notes, "").replace("  ", " ")
                yield self._done(f"{says} (for {act.for_}; nothing asks for it here)", act)

    def _done(self, says: str, act: DoneAct) -> Done:
        return Done(says=says, at=self._when(act.at), by=self._who(act.by))

    def _who(self, actor: Actor) -> str:
        person = "" if actor.person is None or isinstance(actor.person, Unknown) else self._words.name(actor.person)
        role = "" if isinstance(actor.role, Unknown) else spelled(actor.role)
        return f"{person} ({role})" if person and role else person or role

    def _when(self, moment: Moment | Between | Span | Unknown) -> str:
        match moment:
            case Span() | Unknown():
                return ""
            case Between(first=first, last=last):
                return f"between {self._words.moment(first)} and {self._words.moment(last)}"
            case _:
                return self._words.moment(moment)


def _names(act: DoneAct, key: str, word: str, address: str) -> bool:
    """Return True if an act that is said to be done is that of a duty."""
    return (act.of or key, act.act, act.for_) == (key, word, address)
