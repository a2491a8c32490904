"""Clocks of a page, in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import DecidedClock, Decision, Limited, ReadOtherwise
from cimscore.assessment.decision.words import begun
from cimscore.assessment.page.days import bounds_of, day_of, day_or_moment, late_when_received, why_within_bounds
from cimscore.assessment.page.lines import More, PageLine, Section
from cimscore.assessment.page.marks import IF_OPENED, LineMarks
from cimscore.assessment.page.room import Room
from cimscore.assessment.timing.stands import CANNOT_BE_TOLD, PERHAPS
from cimscore.calendars import Due
from cimscore.calendars.words import zone_in_words
from cimscore.clocks import Uncounted
from cimscore.rules.english.nouns import first_listed

TITLE: Final = "Clocks, in order of time"
_MOST_NAMED: Final = 6
_MOST_LEFT: Final = 3


@attrs.frozen
class Act:
    """An act that is due on one day for several things.

    Attributes:
        clocks: The clocks of those things.
        marks: The marks of the page.
        names: What to call those things; none where nothing is to be told apart.
    """

    clocks: tuple[DecidedClock, ...]
    marks: LineMarks
    names: tuple[str, ...] = ()

    @property
    def first(self) -> DecidedClock:
        """Return the first of its clocks, which tells what all of them share."""
        return self.clocks[0]

    @property
    def says(self) -> str:
        """Return when it is due, who has to do what, for what, and how it stands."""
        return self.said(zoned=True, named=True)

    def said(self, *, zoned: bool, named: bool, sooner: str = "") -> str:
        """Return the same with a sooner day; the zone or the names may have been said above it."""
        what = self.what if named else self._deed
        return f"{day_of(self.first, zoned=zoned)}{sooner}: {what}{_standing(self.first, self.marks)}"

    @property
    def what(self) -> str:
        """Return who has to do what, for what."""
        return f"{self._deed}{f' ({self.whose})' if self.names else ''}"

    @property
    def _deed(self) -> str:
        return f"{self.first.who} to {self.first.what}" if self.first.who else self.first.what

    @property
    def late(self) -> str:
        """Return that it was late already when the information was received, or may have been; else nothing."""
        late = late_when_received(self.first)
        return f"{late}: " if late else ""

    @property
    def is_overdue(self) -> bool:
        """Return True if it is overdue, or may be."""
        return any(word == "overdue" for word, _ in self.first.states)

    @property
    def is_untold(self) -> bool:
        """Return True if it cannot be told how it stands."""
        return self.first.stands.word == CANNOT_BE_TOLD

    @property
    def is_certain(self) -> bool:
        """Return True for a day that no answer moves, of an act that is not done."""
        return self.first.standing is Standing.CERTAIN and isinstance(self.first.due, Due) and not self.is_met

    @property
    def is_met(self) -> bool:
        """Return True if it is sure that it is done, in time or late."""
        done = any(word in ("met", "met-late") for word, _ in self.first.states)
        return done and not self.first.stands.says.startswith(PERHAPS)

    @property
    def is_read_as_unmet(self) -> bool:
        """Return True if by another reading it is not done."""
        return any(read.word not in ("met", "met late") for read in self.first.stands.otherwise)

    @property
    def whose(self) -> str:
        """Return for what it is due; empty where nothing is to be told apart."""
        return first_listed(self.names, _MOST_NAMED)


def clocks_section(decision: Decision, marks: LineMarks, room: Room) -> Section:
    """Return every clock in order of time, what several parts of a matter share once; what is overdue in any case.

    Args:
        decision: The decision.
        marks: The marks of its page.
        room: How much it tells.
    """
    held = bool(decision.clocks) and all(map(marks.waits, decision.clocks))
    marks = attrs.evolve(marks, held=frozenset()) if held else marks
    acts = acts_of(decision, marks, singly=room.every)
    shown = bounded(acts, room.clocks)
    zone, whose = ("", "") if room.every else _shared(shown)
    lines = [PageLine(_line(act, marks, room, zoned=not zone, named=not whose)) for act in shown]
    bounds = (reason for act in shown if room.bounds and not act.is_met for reason in why_within_bounds(act.first))
    lines += map(PageLine, dict.fromkeys((*bounds, *_whichever(decision, marks, shown))))
    more = _more(decision, marks, [act for act in acts if act not in shown], room)
    title = ", ".join(filter(None, (TITLE, zone, f"for {whose}" if whose else "", IF_OPENED * held)))
    return Section(title, tuple(lines), more if lines else ())


def _line(act: Act, marks: LineMarks, room: Room, *, zoned: bool, named: bool) -> str:
    """Return the line of an act, with what other readings make of it: a sooner day stands beside its own."""
    otherwise = _otherwise(act.first, every=room.every)
    beside = not room.every and _is_read_sooner(act.first)
    said = act.said(zoned=zoned, named=named, sooner=otherwise * beside)
    return f"{begun(f'{act.late}{said}', ())}{_cited(act.first, marks, room)}{otherwise * (not beside)}"


def _more(decision: Decision, marks: LineMarks, left: Sequence[Act], room: Room) -> tuple[More, ...]:
    """Return which clocks are not shown, and the command that holds all of them against today."""
    undated = any(clock.stands.word == CANNOT_BE_TOLD and not clock.states for clock in decision.clocks)
    deeds = tuple(dict.fromkeys(act.first.what for act in left))
    which = f"and {len(left)} more{f' (to {first_listed(deeds, _MOST_LEFT)})' if room.left else ''}"
    if left and undated and not room.apart:
        return (More(f"{which}; not compared with today", marks.command("assess", "--all --at now")),)
    rest = (More(which, marks.command("assess", "--all")),) * bool(left)
    return (*rest, *(More("Not compared with today. What is overdue", marks.command("assess", "--at now")),) * undated)


def _shared(acts: Sequence[Act]) -> tuple[str, str]:
    """Return the zone and the names that all acts share, to be said once above them; empty where they differ."""
    zones = {zone_in_words(act.first.due.zone) for act in acts if isinstance(act.first.due, Due)}
    named = {f"each of {act.whose}" if len(act.names) > 1 else act.whose for act in acts}
    return zones.pop() if len(zones) == 1 else "", named.pop() if len(named) == 1 < len(acts) else ""


def acts_of(decision: Decision, marks: LineMarks, *, singly: bool = False) -> list[Act]:
    """Return what is due, in order of time; an act that is due for several things on one day is told once.

    An act of a record that is certain is not told again as provisional for another part of the same record.

    Args:
        decision: The decision.
        marks: The marks of its page.
        singly: Whether each clock is told by itself.
    """
    told: dict[tuple[object, ...], list[DecidedClock]] = {}
    clocks = decision.clocks if singly else _once_a_record(decision.clocks)
    for number, clock in enumerate(clocks):
        alike = clock.what, day_of(clock), str(clock.due), _standing(clock, marks), _otherwise(clock, every=False)
        told.setdefault((number,) if singly else alike, []).append(clock)
    names = _names(list(told.values()))
    return [Act(tuple(clocks), marks, tuple(named)) for clocks, named in zip(told.values(), names, strict=True)]


def _once_a_record(clocks: Sequence[DecidedClock]) -> list[DecidedClock]:
    """Return the clocks without those that are provisional beside a certain one of the same act, record and day."""
    certain = {(*_act_of(clock), name) for clock in clocks if clock.standing is Standing.CERTAIN for name in clock.of}
    return [
        clock
        for clock in clocks
        if clock.standing is Standing.CERTAIN
        or not clock.of
        or not certain.issuperset((*_act_of(clock), name) for name in clock.of)
    ]


def _act_of(clock: DecidedClock) -> tuple[str, ...]:
    return clock.what, day_of(clock), str(clock.due), clock.stands.word


def _names(acts: Sequence[Sequence[DecidedClock]]) -> list[list[str]]:
    """Return what to call the things of each act: as few words as tell apart lines that ask for the same."""
    if len({(clock.of, clock.things[:1]) for clocks in acts for clock in clocks}) < 2:
        return [[] for _ in acts]
    ways = [[sorted({name(clock) for clock in clocks}) for clocks in acts] for name in (_by_record, _by_first, _by_all)]
    return next((names for names in ways if _tells_apart(acts, names)), ways[-1])


def _tells_apart(acts: Sequence[Sequence[DecidedClock]], names: Sequence[Sequence[str]]) -> bool:
    told = [(clocks[0].what, name) for clocks, named in zip(acts, names, strict=True) for name in named]
    return len({*told}) == len(told)


def _by_record(clock: DecidedClock) -> str:
    return " and ".join(clock.of)


def _by_first(clock: DecidedClock) -> str:
    return " and ".join(map(str, clock.things[:1]))


def _by_all(clock: DecidedClock) -> str:
    return " for ".join(map(str, clock.things))


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


def _cited(clock: DecidedClock, marks: LineMarks, room: Room) -> str:
    told = [clock.address] * marks.ids + [f"by {', '.join(clock.clauses)}"] * room.every
    return f" [{'; '.join(told)}]" if told else ""


def _standing(clock: DecidedClock, marks: LineMarks) -> str:
    return f" [{'; '.join(words)}]" if (words := list(_stands(clock, marks))) else ""


def _stands(clock: DecidedClock, marks: LineMarks) -> Iterator[str]:
    """Yield how a clock stands, how sure its day is, and what may make it another."""
    stands = clock.stands
    if clock.states and not isinstance(clock.due, Uncounted) and clock.due is not None:
        yield stands.says
    yield from other_limits(clock, marks)
    if clock.missed:
        yield f"{clock.missed} more time{'s' * (clock.missed != 1)} missed since"
    if clock.then:
        yield f"then {' and '.join(map(day_or_moment, clock.then))}"
    if clock.opens is not None:
        yield f"not before {day_or_moment(clock.opens)}"
    if clock.too_soon:
        yield f"done too soon, so that it counts for nothing: {' and '.join(clock.too_soon)}"
    if stands.barred is not None:
        yield "not allowed yet" if stands.barred is Standing.CERTAIN else "not allowed yet, by the working answers"
    if marks.waits(clock):
        yield IF_OPENED
    if clock.standing is Standing.PROVISIONAL:
        yield marks.provisional(clock)
        yield from bounds_of(clock)


def other_limits(clock: DecidedClock, marks: LineMarks) -> Iterator[str]:
    """Yield the days on which other programs ask for the same act.

    Args:
        clock: The clock.
        marks: The marks of the page, made with the decisions beside it.
    """
    if clock.limits is not None:
        yield _limited(clock.limits)
    yield from marks.limits.get(clock.address, ())


def _limited(limits: Limited) -> str:
    """Return the other limit on an act, that of the program which its program extends."""
    theirs = f"by {limits.due}" if isinstance(limits.due, Due) else "on a day that is not known yet"
    match limits.stricter:
        case True:
            return f"stricter than {limits.program}, which asks for it {theirs}"
        case False:
            return f"{limits.program} asks for it {theirs}, which holds all the same"
        case _:
            return f"{limits.program} asks for it {theirs}"


def _otherwise(clock: DecidedClock, *, every: bool) -> str:
    """Return what other readings make of a clock: each with its question, or the soonest day and the states alone."""
    readings = clock.stands.otherwise
    if every:
        return "".join(
            f". If it is read otherwise ({read.asks} {read.answer}): {_read(read, clock)}" for read in readings
        )
    dated = ((read.due.latest, read.due.earliest, _read(read, clock), read.word) for read in readings if read.due)
    *_, first, state = min(dated, default=("", ""))
    words = (read.word for read in readings if read.word not in (state, clock.stands.word))
    told = ", or ".join(filter(None, dict.fromkeys((first, *words))))
    if not readings:
        return ""
    return f"; by another reading {told}" if _is_read_sooner(clock) else f". By another reading: {told}"


def _is_read_sooner(clock: DecidedClock) -> bool:
    """Return True if another reading makes a clock due on a sooner day than its own."""
    own = clock.due
    return isinstance(own, Due) and any(
        read.due is not None and read.due.latest < own.latest for read in clock.stands.otherwise
    )


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
                called = begun(record.says.removesuffix(" is to be made"), ())
                yield f"{called}{marks.of(record)}: its days hold whichever way that is answered."
