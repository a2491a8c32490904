"""The summary of a page: how far a decision has come, what is amiss, and by when to act first."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cimscore.assessment.decision.undecided import Law
from cimscore.assessment.decision.value import Decision, DecisionState
from cimscore.assessment.decision.words import day_to
from cimscore.assessment.owed.learning import to_learn
from cimscore.assessment.page.acts import Act
from cimscore.assessment.page.lines import PageLine, Section
from cimscore.assessment.page.marks import LineMarks
from cimscore.assessment.page.questions import to_decide
from cimscore.assessment.page.readings import unclear_points_of
from cimscore.assessment.page.room import Room
from cimscore.assessment.page.soonest import next_clock
from cimscore.assessment.questions.asking import is_in_doubt
from cimscore.calendars.words import day_in_words, instant_in_words
from cimscore.case import Moment
from cimscore.clocks import Uncounted
from cimscore.rules.english.nouns import counted, first_listed, listed_words

_MOST_ACTS: Final = 3
"""Acts that are named of those whose day is not settled."""


def summary(decision: Decision, marks: LineMarks, acts: Sequence[Act], room: Room) -> Section:
    """Return the summary.

    Args:
        decision: The decision.
        marks: The marks of its page.
        acts: What is due, by `acts_of`.
        room: How much it tells.
    """
    held = list(_held_back(decision))
    laws = _laws(decision, marks, room.unproven)
    state = f"{_state(decision, marks)}{_warned(decision)}"
    numbers = _numbers(decision, marks)
    amiss = (reservation.told(numbers) for reservation in decision.amiss if str(reservation) not in state)
    opening = (_title(decision), _typed_in(decision, room), state, *held)
    by_when = (PageLine(text, leads=True) for text in next_clock(decision, marks, acts))
    rest = (*_in_doubt(decision, marks), *amiss, *laws)
    return Section("", (*map(PageLine, opening), *by_when, *map(PageLine, rest)))


def _title(decision: Decision) -> str:
    at = "" if decision.at is None else f", as at {_in_words(decision.at)}"
    return f"Case {decision.case}{at}: {decision.title}"


def _typed_in(decision: Decision, room: Room) -> str:
    """Return what was typed in: the first concerns, how many more there are, and when it was received."""
    # Who is said to be responsible gives way before the day of receipt does.
    shown = [str(concern) if room.blamed else concern.says for concern in decision.typed_in[: room.concerns]]
    left = len(decision.typed_in) - len(shown)
    more = [f"{left} more"] if left else []
    carrying = decision.carrying if room.carrying else ()
    return f"Typed in: {'; '.join((*shown, *more, decision.received.says, *carrying))}"


def _in_words(at: Moment) -> str:
    """Return a moment in words: a day, or a day and time with its distance from UTC."""
    if at.instant is None:
        return day_in_words(at.value)
    return f"{instant_in_words(at.instant)}, UTC{at.instant.isoformat()[-6:]}"


def _state(decision: Decision, marks: LineMarks) -> str:
    unclear = _unclear(decision, marks)
    match decision.state:
        case DecisionState.FINAL:
            return _final(decision, marks)
        case DecisionState.INCOMPLETE if all(law.holds_provisionally for law in decision.laws):
            return "Incomplete: without an edition of the policy no rule applies."
        case DecisionState.INCOMPLETE:
            told = "Incomplete: something that is owed has no answer yet."
        case _ if open_yet := list(_open_yet(decision, marks)):
            return f"Provisional on {' and on '.join((*open_yet, *([unclear] if unclear else ())))}."
        case _ if uncounted := [day_to(clock.what) for clock in decision.clocks if isinstance(clock.due, Uncounted)]:
            told = f"Provisional: {uncounted[0]} cannot be counted."
        case _ if inexact := [day_to(clock.what) for clock in decision.clocks if is_in_doubt(clock.due)]:
            told = f"Provisional: {inexact[0]} is not known exactly."
        case _:
            amiss = [*map(str, decision.amiss)]
            reasons = [reason for reason in decision.because if reason not in amiss]
            told = " ".join(("Provisional.", *(reasons or amiss[:1])))
    return f"{told}{f' A clock hangs on {unclear}.' if unclear else ''}"


def _open_yet(decision: Decision, marks: LineMarks) -> Iterator[str]:
    """Yield how many questions are open, and how much is still to be learnt."""
    if asked := len(decision.points):
        yield f"{counted(asked, 'open question')}{to_decide(decision.points)}"
    if learnt := to_learn(decision.duties):
        shown = [learn.address for learn in learnt if marks.on_the_page(learn.address)]
        on = f" ({marks.named(shown)})" if shown else ""
        yield f"{counted(len(learnt), 'thing')} still to be learnt{on}"


def _unclear(decision: Decision, marks: LineMarks) -> str:
    """Return how many unclear points of the policy a page asks about, or should; empty where none."""
    unclear = [point for point in unclear_points_of(decision) if point.hurts or marks.on_the_page(point.address)]
    if not unclear:
        return ""
    return f"{counted(len(unclear), 'unclear point')} of the policy ({marks.named(point.address for point in unclear)})"


def _final(decision: Decision, marks: LineMarks) -> str:
    """Return that a decision is final; first what another reading of the policy would move, for that is not settled."""
    unclear = unclear_points_of(decision)
    if unclear:
        acts = first_listed(list(dict.fromkeys(act for point in unclear for act in point.acts)), _MOST_ACTS)
        asked = [point.address for point in unclear if point.hurts or marks.on_the_page(point.address)]
        on = f" ({marks.named(asked)})" if asked else ", by an unclear point of the policy"
        how = "whether and when" if any(point.spares for point in unclear) else "when"
        return f"Not settled: {how} to {acts}{on}. All else is final for what is typed in; a new fact may change it."
    return "Final for what is typed in, by the readings taken; a new fact may change it."


def _warned(decision: Decision) -> str:
    """Return how many warnings are given further down."""
    warnings = len(decision.unused) + sum(line.warns for line in decision.conclusions)
    return f" {counted(warnings, 'warning')} below." if warnings else ""


def _numbers(decision: Decision, marks: LineMarks) -> dict[str, str]:
    """Return the number of each question whose words are told below, by its address."""
    shown = (point.address for point in decision.points if marks.on_the_page(point.address))
    return {address: f"question {marks.numbers[address]}." for address in shown}


def _held_back(decision: Decision) -> Iterator[str]:
    """Yield first of all which records are not to be opened yet, why, and what to do before."""
    told = [law for law in decision.laws if law.holds_back]
    alike = itertools.groupby(told, key=lambda law: (law.holds_back, law.state, law.why, law.to_do))
    for (records, state, why, to_do), laws in alike:
        names = listed_words([f"the {name}" for _, name in records])
        yield f"First: do not open {names} yet. {state}: {'; '.join(law.says for law in laws)}. {why} {to_do}"


def _in_doubt(decision: Decision, marks: LineMarks) -> Iterator[str]:
    """Yield which records other answers would hold back, with their clocks and duties, and what to do until then."""
    told = [law for law in decision.laws if law.may_hold_back]
    alike = itertools.groupby(told, key=lambda law: (law.may_hold_back, _asked(law, marks)))
    for (records, asked), laws in alike:
        names = listed_words([f"the {name}" for _, name in records])
        only = listed_words([law.says for law in laws])
        yield f"All of {names} hangs on {asked}: it is opened only where {only}. Act by it until that is answered."


def _asked(law: Law, marks: LineMarks) -> str:
    return marks.named(address for address, _ in law.asks) if law.asks else "what is open"


def _laws(decision: Decision, marks: LineMarks, most: int) -> Iterator[str]:
    """Yield what should hold and does not; of what is only not proven, the first ones; a shared reason once, last."""
    untold = [law for law in decision.laws if not (law.holds_back or law.may_hold_back)]
    unproven = [law for law in untold if law.holds_provisionally]
    shown = [law for law in untold if law not in unproven[most:]]
    alike = itertools.groupby(shown, key=lambda law: (law.state, _hangs(law, marks)))
    for (state, reason), laws in alike:
        yield f"{state}: {'; '.join(_together(laws))}. {reason}"
    left = sum(not all(marks.on_the_page(address) for address, _ in law.asks) for law in unproven[most:])
    if left:
        yield f"{left} more that should hold do{'es' if left == 1 else ''} so only by the working answers."


def _together(laws: Iterable[Law]) -> Iterator[str]:
    """Yield the sentence of each law; of several that differ in a person alone, the first one's and the other names.

    A sentence about one person keeps its nouns and verbs in the singular, so that no list may stand in it.
    """
    alike: dict[str, list[Law]] = {}
    for law in laws:
        alike.setdefault(law.form or law.says, []).append(law)
    for first, *others in alike.values():
        also = listed_words([law.of for law in others if law.form])
        yield f"{first.says} (the same for {also})" if also else first.says


def _hangs(law: Law, marks: LineMarks) -> str:
    """Return on which questions a law hangs: by their numbers, or the first in words."""
    asked = [address for address, _ in law.asks if marks.on_the_page(address)]
    if asked:
        return f"It hangs on {marks.named(asked)}."
    more = len(law.asks) - 1
    if more < 1:
        return f"{law.why} {law.to_do}"
    return f"{law.why} Answer: {law.asks[0][1]} And {counted(more, 'question')} beside it."
