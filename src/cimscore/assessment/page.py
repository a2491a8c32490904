"""The first page of a decision: what to record, by when, what to do next, what is open."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cimscore.assessment.value import Clock, Conclusion, Decision, OpenPoint, Standing, State
from cimscore.calendars import Due

WIDTH: Final = 100
_MOST_DUTIES: Final = 6
_MOST_POINTS: Final = 5
_MOST_CHANGES: Final = 3

_STATES: Final = {
    State.FINAL: "Final: nothing that is open could change it.",
    State.PROVISIONAL: "Provisional: it holds by the working answers below.",
    State.INCOMPLETE: "Incomplete: something that is owed has no answer yet.",
}


def first_page(decision: Decision, *, every: bool = False) -> str:
    """Return the first page of a decision.

    Args:
        decision: The decision.
        every: Whether to tell every conclusion and duty, and not the most important alone.
    """
    sections = (
        ("Scope", _scope(decision)),
        ("What to record", _records(decision, every=every)),
        ("Clocks, in order of time", _clocks(decision)),
        ("What to do", _duties(decision, every=every)),
        ("What is open", _points(decision, every=every)),
        (
            "What is missing",
            (
                f"{law.says[0].upper()}{law.says[1:]}: not {'proven' if law.holds_provisionally else 'so'}."
                for law in decision.laws
            ),
        ),
    )
    lines = [f"Case {decision.case}: {decision.title}", _STATES[decision.state]]
    lines += _wrapped(decision.because, "")
    for title, told in sections:
        found = list(told)
        if found:
            lines += ["", title, "-" * len(title), *_wrapped(found, "- ")]
    return "\n".join(lines) + "\n"


def _wrapped(texts: Iterable[str], mark: str) -> Iterator[str]:
    for text in texts:
        yield from textwrap.wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark)) or [""]


def _mark(standing: Standing) -> str:
    return "" if standing is Standing.CERTAIN else " (provisional)"


def _scope(decision: Decision) -> Iterator[str]:
    yield from (f"{line.says[0].upper()}{line.says[1:]}{_mark(line.standing)}" for line in decision.of_topic("scope"))
    if not decision.about("record"):
        yield "Nothing is to be recorded under this program, as far as is known."


def _records(decision: Decision, *, every: bool) -> Iterator[str]:
    names = {conclusion.things[0]: conclusion for conclusion in decision.about("record")}
    for record, made in names.items():
        people = [role for role in decision.about("role") if role.things[1] == record]
        told = "; ".join(f"{_person(role)}{_mark(role.standing)}" for role in people)
        title = made.says.removesuffix(" is to be made")
        yield f"{title[0].upper()}{title[1:]}{_mark(made.standing)}{': ' if told else ''}{told}"
    if every:
        kept = (*decision.of_topic("households"), *decision.of_topic("subjects"))
        yield from (f"{line.says[0].upper()}{line.says[1:]}{_mark(line.standing)}" for line in kept)


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
        yield f"{day}: {what} ({', '.join(whose)}){standing}"


def _day(clock: Clock) -> str:
    if clock.due is None:
        return f"Waiting for {clock.counted_from or 'its start'}"
    return str(clock.due)


def _standing(clock: Clock) -> str:
    words = [word.replace("-", " ") for word, standing in clock.states if standing is Standing.CERTAIN]
    if clock.standing is Standing.PROVISIONAL:
        latest = f"; certainly by {clock.latest}" if isinstance(clock.latest, Due) else ""
        words.append(f"provisional{latest}")
    return f" [{', '.join(words)}]" if words else ""


def _duties(decision: Decision, *, every: bool) -> Iterator[str]:
    lines = list(dict.fromkeys(_duty(duty) for duty in decision.duties))
    shown = lines if every else lines[:_MOST_DUTIES]
    yield from shown
    if len(lines) > len(shown):
        yield f"and {len(lines) - len(shown)} more: cimscore decide CASE --all"


def _duty(line: tuple[str, Standing]) -> str:
    says, standing = line
    return f"{says[0].upper()}{says[1:]}{_mark(standing)}"


def _points(decision: Decision, *, every: bool) -> Iterator[str]:
    shown = decision.points if every else decision.points[:_MOST_POINTS]
    yield from (_point(point) for point in shown)
    if len(decision.points) > len(shown):
        yield f"and {len(decision.points) - len(shown)} more questions: cimscore decide CASE --all"


def _point(point: OpenPoint) -> str:
    who = f" The {point.decided_by.replace('-', ' ')} decides." if point.decided_by else ""
    working = f" Until then: {point.working}, {point.why}." if point.working else ""
    if not point.changes:
        return f"{point.asks}{who}{working} It matters only together with another answer."
    changes = " ".join(_change(answer, adds, takes) for answer, adds, takes in point.changes)
    return f"{point.asks}{who}{working} {changes}"


def _change(answer: str, adds: Sequence[str], takes: Sequence[str]) -> str:
    words = [*adds[:_MOST_CHANGES], *(f"no longer: {said}" for said in takes[:_MOST_CHANGES])]
    more = len(adds) + len(takes) - len(words)
    return f"If {answer!r}: {'; '.join(words)}{f'; and {more} more' if more > 0 else ''}."
