"""Clocks of a page, in order of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import DecidedClock, Decision, ReadOtherwise
from cimscore.assessment.decision.words import begun
from cimscore.assessment.page.acts import Act, acts_of
from cimscore.assessment.page.days import late_when_received, moment_or_later, why_not_exact
from cimscore.assessment.page.lines import More, PageLine, Section
from cimscore.assessment.page.marks import IF_OPENED, LineMarks
from cimscore.assessment.page.room import Room
from cimscore.assessment.page.soonest import Soonest, deciding, first_of, has_passed, soonest_of, told_safely
from cimscore.assessment.timing.in_a_run import CANNOT_BE_TOLD, DONE_IN_WORDS, NOT_OWED
from cimscore.calendars import NO_END, Due
from cimscore.calendars.words import zone_in_words
from cimscore.rules.english.nouns import first_listed

TITLE: Final = "Clocks, in order of time"
_MOST_LEFT: Final = 3


def clocks_section(decision: Decision, marks: LineMarks, acts: Sequence[Act], room: Room) -> Section:
    """Return every clock in order of time, what several parts of a matter share once; what is overdue in any case.

    Args:
        decision: The decision.
        marks: The marks of its page.
        acts: What is due, by `acts_of`.
        room: How much it tells.
    """
    held = bool(decision.clocks) and all(map(marks.waits, decision.clocks))
    marks = attrs.evolve(marks, held=frozenset()) if held else marks
    if held or room.every:
        acts = acts_of(decision, marks, singly=room.every)
    shown = bounded(acts, room.clocks)
    zone, whose = ("", "") if room.every else _shared(shown)
    line = _Lines(
        decision, marks, first_of(acts), zoned=not zone, named=not whose, as_read=room.as_read, spared=room.spared
    )
    if room.every:
        lines = [PageLine(_whole_line(act, marks)) for act in shown]
    else:
        lines = [PageLine(f"{line.of(act)}{marks.address(act.first.address)}") for act in shown]
    reasons = [reason for act in shown if not act.is_met for reason in _why_not_exact(act, decision, marks)]
    lines += map(PageLine, dict.fromkeys((*(reasons * room.bounds), *_whichever(decision, marks, shown))))
    left = [act for act in acts if act not in shown]
    if not (room.twice or left or reasons) and len(shown) == len(lines) == 1 and line.adds_nothing(shown[0]):
        return Section(TITLE, ())
    more = _more(decision, marks, left, room)
    title = ", ".join(filter(None, (TITLE, zone, f"for {whose}" if whose else "", IF_OPENED * held)))
    return Section(title, tuple(lines), more if lines else ())


@attrs.frozen(kw_only=True)
class _Lines:
    """Lines of the acts of a page, each by the soonest moment at which it may be due.

    Attributes:
        decision: The decision.
        marks: The marks of its page.
        first: What the summary tells as the moment to act by.
        zoned: Whether the zone is said.
        named: Whether it is said for what an act is due.
        as_read: Whether the day by the readings taken stands beside a sooner one.
        spared: Whether it is told by which reading nobody has to do it.
    """

    decision: Decision = attrs.field(kw_only=False)
    marks: LineMarks = attrs.field(kw_only=False)
    first: Soonest | None = attrs.field(kw_only=False)
    zoned: bool
    named: bool
    as_read: bool
    spared: bool

    def of(self, act: Act) -> str:
        """Return the line of an act, with the first reading by which nobody has to do it."""
        spared = _spared(act.first, self.marks) if self.spared else ""
        return f"{self._when(act).removesuffix('.')}. {spared}" if spared else self._when(act)

    def _when(self, act: Act) -> str:
        """Return by when an act is due; of the one that the summary tells, no more than its moment."""
        soonest = self._soonest(act)
        if soonest is None:
            said = act.said(zoned=self.zoned, named=self.named)
            return f"{begun(f'{act.late}{said}')}{_otherwise(act.first, self.marks)}"
        if self._is_first(act):
            at_once = soonest.late or (has_passed(soonest.due, self.decision) and not act.is_met)
            when = "At once" if at_once else soonest.moment
            return f"{when}, as above: {act.what}{self._own_day(soonest)}"
        return begun(told_safely(soonest, self.decision, self.marks, named=self.named))

    def adds_nothing(self, act: Act) -> bool:
        """Return True if the summary and the questions tell all that the line of an act does."""
        soonest = self._soonest(act)
        if soonest is None or not self._is_first(act) or (self.spared and _spared(act.first, self.marks)):
            return False
        return not self._own_day(soonest) or all(map(self.marks.on_the_page, soonest.asked))

    def _soonest(self, act: Act) -> Soonest | None:
        """Return the soonest moment of an act; None where its own day tells enough, and is told with how it stands."""
        soonest = soonest_of(act)
        if soonest is None or act.is_overdue or (act.is_met and not act.is_read_as_unmet):
            return None
        return soonest if not soonest.is_sure or has_passed(soonest.due, self.decision) else None

    def _own_day(self, soonest: Soonest) -> str:
        """Return the day that an act has by the readings and answers taken, where another would make it sooner."""
        own = soonest.act.first.due
        if not (self.as_read and soonest.asked and isinstance(own, Due)):
            return ""
        return f". As read and answered here: {moment_or_later(own)}"

    def _is_first(self, act: Act) -> bool:
        return self.first is not None and self.first.act.first is act.first


def _why_not_exact(act: Act, decision: Decision, marks: LineMarks) -> Iterator[str]:
    """Yield why the day of an act is not exact; not from when it counts, where a question of the page asks for that."""
    asked = any(map(marks.on_the_page, deciding(act, decision)))
    yield from why_not_exact(act.first, started=not asked)


def _whole_line(act: Act, marks: LineMarks) -> str:
    """Return the line of an act on a page that tells everything: with its clauses, and each other reading."""
    cited = "; ".join([act.first.address] * marks.ids + [f"by {', '.join(act.first.clauses)}"])
    otherwise = "".join(
        f". If it is read otherwise ({read.asks} {read.answer}): {_read(read, act.first)}"
        for read in act.first.stands.otherwise
    )
    return f"{begun(f'{act.late}{act.says}')} [{cited}]{otherwise}"


def _more(decision: Decision, marks: LineMarks, left: Sequence[Act], room: Room) -> tuple[More, ...]:
    """Return which clocks are not shown, and the command that holds all of them against today."""
    undated = any(clock.stands.word == CANNOT_BE_TOLD and not clock.states for clock in decision.clocks)
    deeds = tuple(dict.fromkeys(act.first.what for act in left))
    which = f"and {len(left)} more{f' (to {first_listed(deeds, _MOST_LEFT)})' if room.left else ''}"
    if left and undated and not room.hints:
        return (More(f"{which}; not compared with today", marks.command("assess", "--all --at now")),)
    rest = (More(which, marks.command("assess", "--all")),) * bool(left)
    return (*rest, *(More("What is overdue today", marks.command("assess", "--at now")),) * undated)


def _shared(acts: Sequence[Act]) -> tuple[str, str]:
    """Return the zone and the names that all acts share, to be said once above them; empty where they differ."""
    zones = {zone_in_words(act.first.due.zone) for act in acts if isinstance(act.first.due, Due)}
    named = {f"each of {act.whose}" if len(act.names) > 1 else act.whose for act in acts}
    return zones.pop() if len(zones) == 1 else "", named.pop() if len(named) == 1 < len(acts) else ""


def bounded(acts: Sequence[Act], most: int) -> list[Act]:
    """Return the first of the clocks, with the first that is certain, and each that is overdue.

    Args:
        acts: What is due, in order of time.
        most: How many there is room for.
    """
    left = max(most - sum(act.is_overdue for act in acts), 0)
    ahead = [act for act in acts if not act.is_overdue]
    first = ahead[:left]
    certain = next((act for act in ahead if act.is_certain), None)
    if certain is not None and first and not any(act.is_certain for act in first):
        first = [*first[:-1], certain]
    return [act for act in acts if act.is_overdue or act in first]


def _otherwise(clock: DecidedClock, marks: LineMarks) -> str:
    """Return what the first of the other readings makes of a clock where none ends it sooner; those asked by number."""
    readings = sorted((read for read in clock.stands.otherwise if read.word != NOT_OWED), key=_ends)
    asked = [read.reading for read in readings if marks.on_the_page(read.reading)]
    if asked:
        return f" ({marks.named(asked)})"
    return next((f". If {_answered(read)}: {_later(read, clock)}" for read in readings), "")


def _spared(clock: DecidedClock, marks: LineMarks) -> str:
    """Return by which reading nobody has to do what a clock counts; empty where none says so, or a question does."""
    readings = [
        read for read in clock.stands.otherwise if read.word == NOT_OWED and clock.stands.word not in DONE_IN_WORDS
    ]
    if not readings or any(marks.on_the_page(read.reading) for read in readings):
        return ""
    return f"If {_answered(readings[0])}: nobody has to do it."


def _ends(read: ReadOtherwise) -> dt.datetime:
    return read.due.earliest if read.due else NO_END


def _later(read: ReadOtherwise, clock: DecidedClock) -> str:
    """Return the first day of a clock by a reading that takes nothing from the day told."""
    return moment_or_later(read.due) if read.due else _read(read, clock)


def _answered(read: ReadOtherwise) -> str:
    """Return another reading as a condition; a mere yes or no stands behind its question."""
    answer = read.answer.removesuffix(".")
    return f"the policy means {answer!r}" if " " in answer else f"{read.asks} {answer}"


def _read(other: ReadOtherwise, clock: DecidedClock) -> str:
    """Return when a clock is due by another reading, and how it stands."""
    when = other.due.when if other.due else ""
    # Where it may be late by the reading taken, that is said of the clock.
    state = other.word or ("" if clock.late else late_when_received(other))
    return f"{when} ({state})" if when and state else when or state


def _whichever(decision: Decision, marks: LineMarks, acts: Sequence[Act]) -> Iterator[str]:
    """Yield each record that is provisional while the days of its clocks are certain: some record has these days."""
    made = {str(line.things[0]): line for line in decision.about("record")}
    for clock in (clock for act in acts for clock in act.clocks if clock.standing is Standing.CERTAIN):
        records = [made[record] for record in clock.records if record in made]
        if all(record.standing is Standing.PROVISIONAL for record in records):
            for record in records:
                called = begun(record.named[0])
                yield f"{called}{marks.of(record)}: its days hold whichever way that is answered."
