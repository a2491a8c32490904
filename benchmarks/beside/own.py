"""The table as a program of cimscore: questions, a conclusion for each line, and a clock that counts its hours."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_
from typing import Any, Final

from beside.work import FACTS, FEWER, LINES, Answer, Facts

import cimscore
from cimscore.assessment import Decision
from cimscore.calendars import Due, Hours
from cimscore.case import Case, Moment
from cimscore.rules import Clocks, Comparison, Concern, Conclusion, Condition, Question, Row, Table, Topic, Value, some
from cimscore.rules.vocabulary import is_concern, received
from cimscore.testing import InlinePlugin

CLAUSE: Final = "doc/heading/clause"
RECEIVED: Final = dt.datetime(2025, 3, 3, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=10)))

Work = enum.StrEnum("Work", {word.upper(): word for word in FACTS["work"]})
Outcome = enum.StrEnum("Outcome", {line.answer.replace(" ", "_").upper(): line.answer for line in LINES})

concern: Final = Concern("concern")
days: Final = Value("days", int)
moment: Final = Value("moment", Moment)
outcome: Final = Value("outcome", Outcome)


def is_few(days: Any) -> bool:
    """Return True for fewer than thirty."""
    return bool(days < 30)


few: Final = Comparison("{0} [is] fewer than thirty", is_few)
TYPES: Final[dict[str, Any]] = {"work": Work, "days": int}
WORDS: Final = {
    "known": "Is it known whom {concern} is about?",
    "serious": "Is {concern} serious?",
    "repeated": "Was {concern} told before?",
    "work": "Which work is open about {concern}?",
    "days": "How many days before {concern} was the last one told?",
}
ASKED: Final = {
    name: Question(id=name, things=(concern,), text=WORDS[name], answers=TYPES.get(name, bool)) for name in FACTS
}


def _part(name: str, wanted: Any) -> Condition:
    """Return the condition that a fact is what a line wants it to be."""
    if wanted == FEWER:
        return some(days, ASKED[name].is_(concern, days) & few(days))
    if isinstance(wanted, bool):
        return ASKED[name](concern) if wanted else ~ASKED[name](concern)
    return ASKED[name].is_(concern, Work(wanted))


def rulebook() -> cimscore.Rulebook:
    """Return a rulebook of this program alone."""
    answered = Conclusion(
        "answered", (concern, outcome), "{concern} [is] answered so: {outcome}", topic=Topic.SCOPE, one=(concern,)
    )
    earlier: list[Condition] = []
    for line in LINES:
        own = [_part(name, wanted) for name, wanted in line.parts.items()]
        when = reduce(and_, [is_concern(concern), *own, *(~condition for condition in earlier)])
        answered.row(line.answer.replace(" ", "-"), concern, Outcome(line.answer), when=when, cites=[CLAUSE])
        earlier += [reduce(and_, own)] if own else []
    times = Table("times", "How soon", tuple(Row(Outcome(line.answer), Hours(line.hours), CLAUSE) for line in LINES))
    clocks = Clocks((concern,))
    clocks.clock(
        "answer", "answer it", owed=answered(concern, outcome), starts=received(moment), within=times, by=outcome,
        who="the worker", cites=[CLAUSE],
    )  # fmt: skip
    return cimscore.load_rulebook([InlinePlugin(tables=(answered, clocks))])


def document(facts: Facts) -> dict[str, Any]:
    """Return the case document that says the facts, and no more."""
    return {
        "cimscore": 1,
        "id": "one",
        "programs": ["invented"],
        "dates": {"received": RECEIVED.isoformat()},
        "people": [{"id": "kai", "born": "2018-05-02"}],
        "concerns": [{"id": "c1", "about": ["kai"]}],
        "facts": {"invented": {name: {"c1": value} for name, value in facts.items()}},
    }


def answer_of(decision: Decision) -> Answer:
    """Return the one answer that is certain, and how many hours after the receipt it is due."""
    (found,) = (line for line in decision.about("answered") if line.standing == "certain")
    (due,) = (clock.due.latest for clock in decision.clocks if isinstance(clock.due, Due))
    return str(found.things[1]), round((due - RECEIVED).total_seconds() / 3600)


def from_documents() -> Callable[[Sequence[Facts]], list[Answer]]:
    """Return what reads each case and decides it, with its reasons and with what is open."""
    rules = rulebook()
    return lambda cases: [
        answer_of(cimscore.assess(rules.read_case(document(facts)), rules).decisions[0]) for facts in cases
    ]


def half_known(facts: Facts) -> str:
    """Return what is told of a case of which a fact is not known."""
    rules = rulebook()
    case: Case = rules.read_case(document(facts))
    decision = cimscore.assess(case, rules).decisions[0]
    asked = "; ".join(point.asks for point in decision.points)
    return f"{decision.state}, asks: {asked}"
