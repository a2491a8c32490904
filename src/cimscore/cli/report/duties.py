"""Duties: who has to do what, by when, how that was counted, and what other readings would give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from cimscore.assessment import Conclusion, DutyDue, ProgramDecision, ReadingUsed
from cimscore.calendars import Due
from cimscore.calendars.words import day_in_words, instant_in_words, zone_in_words
from cimscore.case import Moment
from cimscore.cli.report.context import Context, cited
from cimscore.rules import Deadline


def write_duties(
    context: Context, one: ProgramDecision, about: Callable[[str], bool], home: str = "", told: Iterable[str] = ()
) -> None:
    """Write the duties of a program about certain things.

    Args:
        context: The page.
        one: The program's decision.
        about: Which addresses are meant.
        home: The address of the record they are written under; empty for those under none.
        told: Questions that this record is said to be subject to already.
    """
    every = context.assessed.assessment.duties
    duties = [it for it in every if it.duty.program == one.program and about(it.duty.about)]
    if not duties:
        return
    if not home:
        context.page.blank()
    context.page.line("Duties:" if home else "Duties under no record:", int(bool(home)))
    for it in in_order(duties):
        _duty(context, it, "" if it.duty.about == home else context.names.thing(it.duty.about), tuple(told))


def in_order(duties: Sequence[DutyDue]) -> list[DutyDue]:
    """Duties with a deadline first, the earliest before the others; then the rest, each after what it comes after."""
    after = {(it.duty.about, it.duty.key): it.duty.answer.after for it in duties}

    def steps_before(about: str, act: str) -> int:
        seen = [act]
        while (before := after.get((about, seen[-1]), "")) and before not in seen:
            seen.append(before)
        return len(seen)

    def place(it: DutyDue) -> tuple[str, int, str, str]:
        due = str(it.due.earliest.astimezone(dt.UTC)) if it.due else "never"
        return due, steps_before(it.duty.about, it.duty.key), it.duty.about, it.duty.key

    return sorted(duties, key=place)


def _duty(context: Context, it: DutyDue, where: str, told: tuple[str, ...]) -> None:
    said = f"{where}: {it.duty.summary}" if where else f"{it.duty.summary[:1].upper()}{it.duty.summary[1:]}"
    remark = f"{cited(it.duty.clauses)}{context.provision(it.duty.subject_to, told)}"
    context.page.line(f"{said}{remark}", 2, mark="-")
    if it.deadline is None:
        return
    answer: Deadline = it.deadline.answer
    clauses = f"{cited(it.deadline.clauses)}{context.provision(it.deadline.subject_to, (*told, *it.duty.subject_to))}"
    context.page.line(f"Due {answer.due.describe()}{clauses}", 3)
    context.page.line(f"Counted from {moment_in_words(answer.counted_from, answer.due)}.", 4)
    for note in (*answer.due.notes(), *_other_readings(context, it.deadline)):
        context.page.line(note, 4)


def moment_in_words(moment: Moment, due: Due) -> str:
    """A moment by the clocks that the deadline is told by."""
    if moment.instant is None:
        return day_in_words(moment.value)
    return f"{instant_in_words(moment.instant.astimezone(due.zone))}, {zone_in_words(due.zone)}"


def _other_readings(context: Context, deadline: Conclusion) -> Iterator[str]:
    """What each other reading of an unclear point gives, once for all grounds of the deadline."""
    used: dict[str, ReadingUsed] = {}
    for finding in context.assessed.assessment.findings:
        if finding.address in deadline.grounds:
            used.update({reading.interpretation: reading for reading in finding.readings})
    for name, reading in sorted(used.items()):
        others = " ".join(f"By {other}: {gives}." for other, gives in reading.others)
        yield f"Reading taken of {name}: {reading.taken}. {others}"
