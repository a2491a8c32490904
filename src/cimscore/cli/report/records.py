"""The records to be made, each with its household, its people, the concerns it carries and its duties."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from cimscore.assessment import ClauseRef, Conclusion, ProgramDecision
from cimscore.case import MoveEntry, Unknown
from cimscore.cli.report.context import Context, cited
from cimscore.cli.report.duties import write_duties
from cimscore.cli.report.names import people_in_order
from cimscore.rules import Carried, Record, Topic


@attrs.frozen(kw_only=True)
class RecordToMake:
    """A record that follows, with every ground of it together.

    Attributes:
        record: The record.
        clauses: The clauses of all its grounds.
        subject_to: The questions that its firmest ground is subject to.
    """

    record: Record
    clauses: tuple[ClauseRef, ...]
    subject_to: tuple[str, ...]

    @property
    def address(self) -> str:
        """The record's address."""
        return str(self.record)


def records_of(one: ProgramDecision) -> tuple[RecordToMake, ...]:
    """The records that a program asks for, each once, by address."""
    grounds: dict[str, list[Conclusion]] = {}
    for conclusion in one.of(Topic.RECORDS):
        grounds.setdefault(str(conclusion.answer), []).append(conclusion)
    return tuple(_joined(found) for _, found in sorted(grounds.items()))


def write_record(context: Context, one: ProgramDecision, made: RecordToMake) -> None:
    """Write one record with everything that belongs to it."""
    page, record = context.page, made.record
    page.blank()
    focus = f", made for {context.names.one(str(record.focus))}" if record.focus else ""
    said = f"RECORD {made.address}: {record.kind.replace('-', ' ')} for {context.names.one(str(record.of))}{focus}"
    page.line(f"{said}{cited(made.clauses)}{context.provision(made.subject_to)}")
    _progress(context, made.address)
    inside = [it for it in one.of(Topic.ROLES) if it.about.partition("@")[2] == made.address]
    _people(context, one, made, [it for it in inside if not isinstance(it.answer, Carried)])
    carried = [it for it in inside if isinstance(it.answer, Carried)]
    _entries(context, "Concerns carried", carried, made)
    write_duties(
        context, one, lambda about: made.address in (about, about.partition("@")[2]), made.address, made.subject_to
    )


def _joined(grounds: list[Conclusion]) -> RecordToMake:
    firmest = min(grounds, key=lambda it: (len(it.subject_to), it.subject_to))
    clauses = {clause for it in grounds for clause in it.clauses}
    return RecordToMake(record=grounds[0].answer, clauses=tuple(sorted(clauses)), subject_to=firmest.subject_to)


def _progress(context: Context, address: str) -> None:
    """How far the record has come, where the document has it on file."""
    for entry in context.assessed.case.records:
        if entry.id == address:
            moves = "; ".join(map(_move, entry.moves)) or "no move yet"
            context.page.line(f"On file: {moves}.", 1)


def _move(move: MoveEntry) -> str:
    by = "" if isinstance(move.by, Unknown) else f" by {move.by}"
    return f"{move.move}{by}{'' if isinstance(move.at, Unknown) else f', {move.at}'}"


def _people(context: Context, one: ProgramDecision, made: RecordToMake, roles: list[Conclusion]) -> None:
    """Those the concerns are about first, then the others, both in the order of the document."""
    subjects = {it.about.partition("@")[0] for it in one.of(Topic.SUBJECTS)}
    order = people_in_order(context.assessed.case)

    def place(it: Conclusion) -> tuple[bool, int]:
        person = it.about.partition("@")[0]
        return person not in subjects, order.get(person, len(order))

    _entries(context, "People", sorted(roles, key=place), made)


def _entries(context: Context, heading: str, found: Iterable[Conclusion], made: RecordToMake) -> None:
    found = tuple(found)
    if not found:
        context.page.line(f"{heading}: none so far.", 1)
        return
    context.page.line(f"{heading}:", 1)
    for it in found:
        who = context.names.one(it.about.partition("@")[0])
        role = "" if isinstance(it.answer, Carried) else f": {it.summary}"
        remark = f"{cited(it.clauses)}{context.provision(it.subject_to, made.subject_to)}"
        context.page.line(f"{who}{role}{remark}", 2, mark="-")
