"""The first page of a decision: what to record, by when, what to do next, what is open; and the whole of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cimscore.assessment.alike import told_together
from cimscore.assessment.refusing import by, who_else, why_not
from cimscore.assessment.stands import CANNOT_BE_TOLD
from cimscore.assessment.supplying import what_to_write
from cimscore.assessment.value import Clock, Conclusion, Decision, Done, OpenPoint, Standing, State
from cimscore.assessment.words import begun
from cimscore.calendars import Due
from cimscore.clocks import Uncounted

WIDTH: Final = 100
_MOST_DUTIES: Final = 6
_MOST_POINTS: Final = 5
_MOST_CHANGES: Final = 3
_MOST_READINGS: Final = 2
_ALL: Final = "cimscore assess CASE --all"

_STATES: Final = {
    State.FINAL: "Final: nothing that is open could change it.",
    State.PROVISIONAL: "Provisional: it holds by the working answers below.",
    State.INCOMPLETE: "Incomplete: something that is owed has no answer yet.",
}

_STAMPS: Final = ("priority", "category")
"""The conclusions that tell what a record is marked with."""

_NO_RECORD: Final = {
    State.FINAL: "Nothing is to be recorded under this program, as far as is known.",
    State.PROVISIONAL: "By the working answers nothing is to be recorded under this program.",
    State.INCOMPLETE: "What is to be recorded cannot be told yet.",
}


def first_page(decision: Decision, *, every: bool = False, width: int = WIDTH) -> str:
    """Return the first page of a decision.

    Args:
        decision: The decision.
        every: Whether to tell every conclusion with its address and clauses, every duty, what to write to answer each
            question, and the receipt; and not the most important alone.
        width: The number of letters in a line.
    """
    sections = (
        ("Warnings", (f"{_line(line)}{by(line.clauses)}" for line in decision.conclusions if line.warns)),
        ("Scope", _scope(decision)),
        ("Why not", why_not(decision, every=every)),
        ("Who else may be owed something", who_else(decision)),
        ("What to record", _records(decision)),
        ("Clocks, in order of time", _every_clock(decision) if every else _clocks(decision)),
        ("What to do", _duties(decision, every=every)),
        ("What is done", map(_done, decision.done)),
        ("What is open", _points(decision, every=every)),
        *(_rest(decision) if every else ()),
    )
    lines = list(_wrapped((f"Case {decision.case}: {decision.title}", _STATES[decision.state]), "", width))
    lines += _wrapped(decision.because, "", width)
    for title, told in sections:
        found = list(told)
        if found:
            lines += ["", title, "-" * len(title), *_wrapped(found, "- ", width)]
    return "\n".join(lines) + "\n"


def _wrapped(texts: Iterable[str], mark: str, width: int) -> Iterator[str]:
    """Yield texts, wrapped; a line of a text after its first is meant to be copied, and stays whole."""
    below = " " * len(mark)
    for text in texts:
        first, *rest = text.split("\n")
        yield from textwrap.wrap(
            first, width, initial_indent=mark, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
        ) or [""]
        yield from (f"{below}{line}" for line in rest)


def _line(line: Conclusion) -> str:
    return f"{begun(line.says, line.things)}{_mark(line)}"


def _mark(line: Conclusion) -> str:
    return " (provisional)" if line.standing is Standing.PROVISIONAL else ""


def _scope(decision: Decision) -> Iterator[str]:
    told = (line for line in decision.of_topic("scope") if not (line.leading or line.refers))
    yield from (f"{_line(line)}{by(line.clauses) if line.denies else ''}" for line in told)
    if not decision.about("record"):
        yield _NO_RECORD[decision.state]


def _records(decision: Decision) -> Iterator[str]:
    subjects = {line.things[0] for line in decision.of_topic("subjects")}
    for made in decision.about("record"):
        people = [role for role in decision.about("role") if role.things[1] == made.things[0]]
        people.sort(key=lambda role: role.things[0] not in subjects)
        told = "; ".join((*(f"{_person(role)}{_mark(role)}" for role in people), *_beside(decision, made, people)))
        what = begun(made.says.removesuffix(" is to be made"), ())
        yield f"{what}{_mark(made)}{_stamps(decision, made)}{': ' if told else ''}{told}"
    yield from (f"Besides: {person.says}" for person in decision.unplaced)


def _stamps(decision: Decision, made: Conclusion) -> str:
    """Return what a record is marked with, such as a priority."""
    lines = [line for id in _STAMPS for line in decision.about(id) if line.things[0] == made.things[0]]
    return "".join(f", {line.id} {line.things[1]}{_mark(line)}" for line in lines)


def _beside(decision: Decision, made: Conclusion, people: Sequence[Conclusion]) -> Iterator[str]:
    """Yield those who have a profile in a record, and no role."""
    called = {role.things[0] for role in people}
    for line in decision.about("profile"):
        if line.things[1] == made.things[0] and line.things[0] not in called:
            yield f"{line.says.partition(' has ')[0]}, with a profile{_mark(line)}"


def _person(role: Conclusion) -> str:
    who, _, rest = role.says.partition(" is ")
    return f"{who}, {rest.partition(' in ')[0]}"


def _clocks(decision: Decision) -> Iterator[str]:
    """Yield a line for each act and day: what several parts of a matter share is said once."""
    told: dict[tuple[str, str, str], list[Clock]] = {}
    for clock in decision.clocks:
        told.setdefault((clock.what, _day(clock), _standing(clock)), []).append(clock)
    for (what, day, standing), clocks in told.items():
        whose = sorted({str(clock.things[0]) for clock in clocks if clock.things})
        more = f"{_unless(clocks[0])}{_otherwise(clocks[0])}"
        yield f"{day}: {what} ({', '.join(whose)}){standing}{'.' if more else ''}{more}"
    yield from _where_no_moment_is_given(decision)


def _every_clock(decision: Decision) -> Iterator[str]:
    for clock in decision.clocks:
        address = f"{clock.address}; by {', '.join(clock.clauses)}"
        more = f"{_unless(clock)}{_otherwise(clock, every=True)}"
        yield f"{_day(clock)}: {clock.what}{_standing(clock)} [{address}]{'.' if more else ''}{more}"
    yield from _where_no_moment_is_given(decision)


def _where_no_moment_is_given(decision: Decision) -> Iterator[str]:
    if any(clock.stands.word == CANNOT_BE_TOLD and not clock.states for clock in decision.clocks):
        yield "Which of these are running and which are overdue, --at MOMENT tells; none was given."


def _day(clock: Clock) -> str:
    if clock.due is None:
        return f"Waiting for {clock.counted_from or 'its start'}"
    expected = clock.due.expected if isinstance(clock.due, Due) else ""
    return f"{clock.due}, {expected}" if expected else str(clock.due)


def _unless(clock: Clock) -> str:
    """Return which local holiday would move its day."""
    told = clock.due.unless_in_words() if isinstance(clock.due, Due) else ""
    return f" {told}." if told else ""


def _standing(clock: Clock) -> str:
    return f" [{'; '.join(words)}]" if (words := list(_stands(clock))) else ""


def _stands(clock: Clock) -> Iterator[str]:
    """Yield the state of a clock, how certain its day is, and what may change it."""
    stands = clock.stands
    if clock.states and not isinstance(clock.due, Uncounted) and clock.due is not None:
        yield stands.says
    if clock.states and clock.due is None:
        yield "waiting"
    if stands.barred is not None:
        yield "barred meanwhile" if stands.barred is Standing.CERTAIN else "barred meanwhile, as it seems"
    if clock.standing is Standing.PROVISIONAL:
        yield "provisional"
        yield from _bounds(clock)


def _otherwise(clock: Clock, *, every: bool = False) -> str:
    """Return the other readings under which its state would differ."""
    other = clock.stands.otherwise if every else clock.stands.otherwise[:_MOST_READINGS]
    left = len(clock.stands.otherwise) - len(other)
    told = "".join(f" If it is read otherwise ({reading.asks} {reading.answer}): {reading.word}." for reading in other)
    return f"{told}{f' And by {left} more: cimscore sensitivity CASE' if left else ''}"


def _bounds(clock: Clock) -> Iterator[str]:
    """Yield how soon and how late another answer may make it due, where that is another day."""
    if clock.soonest is not None:
        yield f"another answer may make it due {clock.soonest}"
    if clock.latest is not None and (not isinstance(clock.due, Due) or clock.latest.latest > clock.due.latest):
        yield f"at the latest {clock.latest}"


def _duties(decision: Decision, *, every: bool) -> Iterator[str]:
    lines = list(dict.fromkeys(_duty(duty) for duty in decision.duties))
    shown = lines if every else lines[:_MOST_DUTIES]
    yield from shown
    if len(lines) > len(shown):
        yield f"and {len(lines) - len(shown)} more: {_ALL}"


def _duty(line: tuple[str, Standing]) -> str:
    says, standing = line
    return f"{begun(says, ())}{' (provisional)' if standing is Standing.PROVISIONAL else ''}"


def _done(line: Done) -> str:
    if not line.act:
        return line.says
    told = ", ".join(filter(None, (line.at, f"by {line.by}" if line.by else "")))
    return f"{begun(line.says, ())}: done{f' {told}' if told else ''}"


def _points(decision: Decision, *, every: bool) -> Iterator[str]:
    shown = decision.points if every else decision.points[:_MOST_POINTS]
    yield from ("\n".join((_point(point), *(what_to_write(point) if every else ()))) for point in shown)
    if len(decision.points) > len(shown):
        left = len(decision.points) - len(shown)
        yield f"and {left} more question{'s' if left > 1 else ''}: {_ALL}"
    if shown and not every:
        yield "What to write for an answer, and all that it changes: cimscore possible CASE"


def _point(point: OpenPoint) -> str:
    who = f" The {point.decided_by.replace('-', ' ')} decides." if point.decided_by else ""
    working = f" Until then: {point.working} ({point.why})." if point.working else ""
    return " ".join((f"{point.asks}{who}{working}", *_what_changes(point)))


def _what_changes(point: OpenPoint) -> Iterator[str]:
    """Yield what other answers change. Answers that change the same come together."""
    alike = told_together(point.changes)
    yield from (_change(" or ".join(map(repr, same.answers)), same.adds, same.takes) for same in alike)
    yield from (f"If it was {moment}: {'; '.join(brings)}." for moment, brings in point.bounds)
    if not alike and not point.bounds:
        yield point.without_changes


def _change(answers: str, adds: Sequence[str], takes: Sequence[str]) -> str:
    words = [*adds[:_MOST_CHANGES], *(f"no longer: {said}" for said in takes[:_MOST_CHANGES])]
    more = len(adds) + len(takes) - len(words)
    return f"If {answers}: {'; '.join(words)}{f'; and {more} more' if more > 0 else ''}."


# What the first page has no room for.


def _rest(decision: Decision) -> Iterator[tuple[str, Iterable[str]]]:
    kept = [line for line in decision.conclusions if not line.leading]
    yield "Everything concluded", (_with_clauses(line) for line in kept if line.topic != "duties")
    yield "Editions", (f"{document}: {edition}" for document, edition, _ in decision.governed_by)
    yield "Receipt", (f"{name}: {value}" for name, value in decision.receipt if value)


def _with_clauses(line: Conclusion) -> str:
    return f"{_line(line)} [{line.address}; by {', '.join(line.clauses)}]"
