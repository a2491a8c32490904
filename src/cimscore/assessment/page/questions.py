"""Open questions of a page: what is asked, who decides it, what is worked with, and what another answer changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Final

from cimscore.assessment.decision.undecided import OpenPoint
from cimscore.assessment.decision.value import DecidedClock, Decision
from cimscore.assessment.decision.words import day_to
from cimscore.assessment.owed.learning import ToLearn
from cimscore.assessment.page.lines import More, PageLine, Section
from cimscore.assessment.page.marks import LineMarks, asked_in, spans
from cimscore.assessment.page.readings import shown_unclear, unclear_points_of
from cimscore.assessment.page.room import Room
from cimscore.assessment.questions.alike import told_together
from cimscore.assessment.questions.supplying import what_to_write
from cimscore.calendars import Due
from cimscore.ids import spelled
from cimscore.rules.english.nouns import listed_words

TITLE: Final = "What is open"
_MOST_ANSWERS: Final = 3


def questions_section(decision: Decision, marks: LineMarks, room: Room) -> Section:
    """Return what is open, what changes most first; a few questions with what other answers change.

    Args:
        decision: The decision.
        marks: The marks of its page.
        room: How much it tells.
    """
    asked = asked_in(decision)
    printed = [asking for asking in asked if marks.on_the_page(asking.address)]
    lines = [
        _line(asking, decision, marks, room, changes=place < room.with_changes) for place, asking in enumerate(printed)
    ]
    unclear = unclear_points_of(decision)
    ways = sys.maxsize if room.every else 1
    shown = shown_unclear(unclear, room.unclear, room.put_off)
    first = {point.ask: marks.numbers[point.address] for point in reversed(shown)}
    for point in shown:
        number = marks.numbers[point.address]
        before = first[point.ask] if first[point.ask] < number else 0
        lines.append(PageLine(point.says(ways, before), mark=f"{number}."))
    worse = [point.address for point in unclear if point.hurts and point not in shown]
    unshown = [asking for asking in asked if asking not in printed]
    points = [asking for asking in unshown if isinstance(asking, OpenPoint)]
    left = [asking.address for asking in unshown if isinstance(asking, OpenPoint) or shown or worse]
    left += worse
    return Section(TITLE, tuple(lines), tuple(_more(decision.points, points, left, marks, room)))


def _line(asking: OpenPoint | ToLearn, decision: Decision, marks: LineMarks, room: Room, *, changes: bool) -> PageLine:
    mark = f"{marks.numbers[asking.address]}."
    if isinstance(asking, ToLearn):
        return PageLine(asking.says, mark=mark)
    told = f"{_point(asking, decision, marks, room, changes=changes)}{marks.address(asking.address)}"
    return PageLine(told, mark=mark, copied=what_to_write(asking) if room.every else ())


def _more(
    points: Sequence[OpenPoint], unshown: Sequence[OpenPoint], left: Sequence[str], marks: LineMarks, room: Room
) -> Iterator[More]:
    """Yield which questions are not shown and by which command they are, and what to write for an answer."""
    if left:
        whose = to_decide(unshown) if room.left else ""
        more = f"and {len(left)} more " if marks.printed else f"{len(left)} "
        yield More(f"{more}{_numbers(left, marks)}{whose}", marks.command("assess", "--all"))
    if points and room.hints and not room.every:
        yield More("What to write for an answer, and all that it changes", marks.command("possible"))


def _numbers(left: Sequence[str], marks: LineMarks) -> str:
    """Return the numbers of questions that are not shown: ``questions (5 to 7)``."""
    told = ", ".join(spans(sorted(marks.numbers[address] for address in left)))
    return f"question{'s' if len(left) > 1 else ''} ({told})"


def to_decide(points: Sequence[OpenPoint]) -> str:
    """Return who has to decide some questions, where that is known; the others are facts to be learnt.

    Args:
        points: The questions.
    """
    roles = [spelled(point.decided_by) for point in points if point.decided_by]
    named = listed_words([f"the {role}" for role in dict.fromkeys(roles)])
    some = "" if len(roles) == len(points) else f"{len(roles)} of them "
    return f", {some}for {named} to decide" if roles else ""


def _point(point: OpenPoint, decision: Decision, marks: LineMarks, room: Room, *, changes: bool) -> str:
    why = f" ({point.why})" if room.reasons else ""
    working = f" Working answer: {point.working}{why}." if point.working else ""
    listed = changes and (point.changes or point.bounds)
    told = _changes(point, room) if listed else _decides(point, decision, marks, days=changes)
    return " ".join((f"{_asked(point)}{working}", *told))


def _decides(point: OpenPoint, decision: Decision, marks: LineMarks, *, days: bool) -> Iterator[str]:
    """Yield what a question decides, where no room is left for its answers or they cannot be listed."""
    for law in (law for law in decision.laws if law.may_hold_back):
        others = {address for address, _ in law.asks} - {point.address}
        if len(others) < len(law.asks) and not point.changes:
            records = listed_words([f"the {name}" for _, name in law.may_hold_back])
            yield f"Together with {marks.named(others)} it decides whether {records} is opened."
            return
    if point.bounds:
        yield f"The earlier it was, the earlier it is due to {listed_words(point.bounded)}."
    elif point.unlisted:
        ranges = {_range(clock) for clock in decision.clocks if day_to(clock.what) in point.moves} if days else set()
        # One range stands after all the days only if it is that of each of them.
        yield f"{point.without_changes.removesuffix('.')}{ranges.pop() if len(ranges) == 1 else ''}."
    elif not point.changes:
        unproven = [law for law in decision.laws if law.holds_provisionally]
        alone = [law.says for law in unproven if {address for address, _ in law.asks} == {point.address}]
        yield f"It decides whether {listed_words(alone)}." if alone else point.without_changes
    elif instead := [(answer, adds) for answer, adds, takes in point.changes if adds and len(takes) > len(adds)]:
        answer, adds = instead[0]
        yield _change(repr(answer), adds[:1], (), 1)


def _range(clock: DecidedClock) -> str:
    """Return the days between which an answer chooses; empty for a day that it cannot move."""
    due = clock.due
    if not isinstance(due, Due) or due.exact:
        return ""
    return f": {due.when}"


def _asked(point: OpenPoint) -> str:
    """Return a question: first who decides it, where a person has to; whom to ask for a fact stands after it."""
    if point.decided_by:
        return f"The {spelled(point.decided_by)} decides: {point.asks}"
    return f"{point.asks} Ask {point.ask}." if point.ask else point.asks


def _changes(point: OpenPoint, room: Room) -> Iterator[str]:
    """Yield what other answers change; answers that change the same are told together."""
    alike = told_together(point.changes)
    shown = alike[: room.answers]
    yield from (_change(" or ".join(map(repr, same.answers)), same.adds, same.takes, room.changes) for same in shown)
    brief = alike[len(shown) : len(shown) + _MOST_ANSWERS]
    yield from (_change(" or ".join(map(repr, same.answers)), same.adds, same.takes, 1) for same in brief)
    if left := sum(len(same.answers) for same in alike[len(shown) + len(brief) :]):
        yield f"{left} more answers bring something else."
    yield from (f"If it was {moment}: {'; '.join(map(str, brings))}." for moment, brings in point.bounds)


def _change(answers: str, adds: Sequence[str], takes: Sequence[str], most: int) -> str:
    brought, gone = list(dict.fromkeys(adds)), list(dict.fromkeys(takes))
    told = "; ".join(brought[:most])
    lost = f"{'no' if not brought else 'No'} longer: {'; '.join(gone[:most])}" if gone else ""
    left = len(brought[most:]) + len(gone[most:])
    more = (f"And {left} more",) * bool(left)
    return f"If {answers}: {'. '.join(filter(None, (told, lost, *more)))}."
