"""Moves of records: which, when and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import (
    REOPEN,
    UNKNOWN,
    Between,
    Moment,
    MoveEntry,
    RecordEntry,
    Unknown,
    actor_of,
    first_of,
    last_of,
)
from cimscore.clocks import Span, range_of
from cimscore.household_graph import Entered
from cimscore.reasoning.situation.moments import RecordedMove
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.rows.workflows import Workflow
from cimscore.rules.vocabulary import entered as is_entered
from cimscore.rules.vocabulary import (
    entered_after,
    entered_by,
    has_moved,
    moved_by,
    moved_by_person,
    record_has_moved,
    record_moved_by,
    record_moved_by_person,
    record_moved_for,
)


@attrs.frozen
class Moves:
    """Settings for reading the moves of records.

    Attributes:
        zone: Time zone in which a day begins.
        thresholds: Numbers of days since a move that rules ask about, sorted.
        movers: Roles that rules name for people who make a move.
        workflows: Workflows of records, by kind.
        receipt: Time of receipt of the information, as far as it is known.
    """

    zone: ZoneInfo
    thresholds: tuple[int, ...]
    movers: tuple[str, ...]
    workflows: Mapping[str, Workflow]
    receipt: Moment | Span | None

    def write(self, notes: Notes, record: RecordEntry, named: RecordName | str, entered: Entered) -> None:
        """Write down the moves of one record.

        Args:
            notes: Where to write.
            record: Its entry.
            named: Its name: an id for one on file.
            entered: The case.
        """
        is_made = isinstance(named, RecordName)
        record = self._as_it_is(record)
        times: dict[str, int] = {}
        before = ""
        for place, entry in enumerate(record.moves):
            times[entry.move] = times.get(entry.move, 0) + 1
            again = f"@{times[entry.move]}" if times[entry.move] > 1 else ""
            address = f"{record.id}@{entry.move}{again}"
            notes.state(record_has_moved if is_made else has_moved, named, entry.move)
            notes.state(is_entered, named, address, entry.move)
            self._write_mover(notes, named, record.kind, entry, address, entered)
            if not isinstance(entry.at, Between):
                if before:
                    notes.state(entered_after, named, address, before)
                before = address
            self._write_moment(notes, named, entry.move, self._when(record, place, is_made=is_made), address)
        self._write_made_by_then(notes, record, named, entered)

        if is_made:
            for put_off in dict.fromkeys(entry.move for entry in record.moves if entry.days is not None):
                notes.state(record_moved_for, named, put_off, _days_of(record, put_off))

    def _as_it_is(self, record: RecordEntry) -> RecordEntry:
        """Return a record without the closings that were taken back, unless its workflow says what a reopening does."""
        workflow = self.workflows.get(record.kind)
        if workflow is not None and REOPEN in workflow.names:
            return record
        return attrs.evolve(record, moves=record.moves_that_hold)

    def _write_moment(
        self, notes: Notes, named: RecordName | str, name: str, when: Moment | Span | None, address: str
    ) -> None:
        if when is None:
            return
        move = RecordedMove(notes, named, name, when, address)
        if isinstance(named, RecordName):
            move.write()
        else:
            move.write_with_days(self.receipt, self.zone, self.thresholds)

    def _write_made_by_then(self, notes: Notes, record: RecordEntry, named: RecordName | str, entered: Entered) -> None:
        """Write down each move that nobody entered and that certainly came before one that is entered."""
        workflow, is_made = self.workflows.get(record.kind), isinstance(named, RecordName)
        listed = {entry.move for entry in record.moves}
        for place, entry in enumerate(record.moves):
            for name in workflow.before(entry.move) if workflow else ():
                if name in listed:
                    continue
                listed.add(name)
                address = f"{record.id}@{name}"
                notes.state(record_has_moved if is_made else has_moved, named, name)
                notes.state(is_entered, named, address, name)
                self._write_mover(notes, named, record.kind, MoveEntry(move=name), address, entered)
                when = self._by_then(self._when(record, place, is_made=is_made), is_made=is_made)
                self._write_moment(notes, named, name, when, address)

    def _by_then(self, when: Moment | Span | None, *, is_made: bool) -> Span | None:
        """Return the span of a move that came before one made at a moment. A record to be made begins with receipt."""
        last = when.last if isinstance(when, Span) else when
        receipt = self.receipt.first if isinstance(self.receipt, Span) else self.receipt
        working = when.working if isinstance(when, Span) else when
        return None if working is None else Span(first=receipt if is_made else None, last=last, working=working)

    def _write_mover(
        self, notes: Notes, named: RecordName | str, kind: str, entry: MoveEntry, address: str, entered: Entered
    ) -> None:
        actor = actor_of(entry.by, entered.ids)
        is_made = isinstance(named, RecordName)
        by_role, by_person = (record_moved_by, record_moved_by_person) if is_made else (moved_by, moved_by_person)
        if not isinstance(actor.role, Unknown):
            notes.state(by_role, named, entry.move, actor.role)
            notes.state(entered_by, named, address, actor.role)
        else:
            self._leave_role_open(notes, named, self.workflows.get(kind), entry, address)
        if actor.person is None:
            return
        if not isinstance(actor.person, Unknown):
            notes.state(by_person, named, entry.move, actor.person)
            notes.state(by_role, named, entry.move, actor.person)
            return
        people = [person for person in entered.ids if person not in entered.grouped_strangers]
        notes.leave_open(
            f"person@{address}",
            f"Who made the move {entry.move!r} of {named}?",
            {
                "": [],
                **{
                    person: [(relation, (named, entry.move, person)) for relation in (by_person, by_role)]
                    for person in people
                },
            },
            working="",
            why="nobody is named unasked",
            words={"": "nobody who is named here"},
        )

    def _leave_role_open(
        self, notes: Notes, named: RecordName | str, workflow: Workflow | None, entry: MoveEntry, address: str
    ) -> None:
        """Leave open the role of a move, if a rule names one or the workflow limits the move to some roles."""
        may = workflow.may_take(entry.move) if workflow else ()
        roles = dict.fromkeys((*may, *(workflow.roles if workflow and may else ()), *self.movers))
        if not roles:
            return
        by_role = record_moved_by if isinstance(named, RecordName) else moved_by
        said = {role: [(by_role, (named, entry.move, role)), (entered_by, (named, address, role))] for role in roles}
        notes.leave_open(
            f"by@{address}",
            f"In which role was the move {entry.move!r} of {named} made?",
            {"": [], **said},
            working=next(iter(may), ""),
            why="that of somebody who may make it, until it is known" if may else "nobody is given a role unasked",
            words={"": "none that is named here"},
        )

    def _when(self, record: RecordEntry, place: int, *, is_made: bool) -> Moment | Span | None:
        """Return what is known of the moment of a move. The working moment of a span is its end."""
        at = record.moves[place].at
        if isinstance(at, Moment):
            return at
        # The moves of a record are in order.
        before = [first_of(move.at) for move in record.moves[:place] if not isinstance(move.at, Unknown)]
        after = [last_of(move.at) for move in record.moves[place + 1 :] if not isinstance(move.at, Unknown)]
        if isinstance(at, Between):
            return self._within(at, before, after)
        return self._between(before, after, is_made=is_made)

    def _within(self, at: Between, before: Sequence[Moment], after: Sequence[Moment]) -> Span:
        """Return the part of a span in which a move can have been made: not before one listed before, nor after one."""
        soonest = max((at.first, *before), key=lambda moment: moment.span(self.zone)[0])
        latest = min((at.last, *after), key=lambda moment: moment.span(self.zone)[1])
        if range_of(soonest, self.zone).first > range_of(latest, self.zone).last:
            return Span(first=at.first, last=at.last, working=at.last)
        return Span(first=soonest, last=latest, working=latest)

    def _between(self, before: Sequence[Moment], after: Sequence[Moment], *, is_made: bool) -> Span | None:
        """Return the span of the moment of a move that nobody tells, by those listed before and after it."""
        receipt = self.receipt
        first, told = (receipt.first, receipt.working) if isinstance(receipt, Span) else (receipt, receipt)
        earliest = before[-1] if before else first if is_made else None
        latest = after[0] if after else None
        working = latest or (before[-1] if before else told)
        return None if working is None else Span(first=earliest, last=latest, working=working)


def _days_of(record: RecordEntry, move: str) -> tuple[int | Unknown, ...]:
    """Return by how many days each move of a name puts something off."""
    taken = (entry.days for entry in record.moves if entry.move == move)
    return tuple(UNKNOWN if days is None else days for days in taken)
