"""Questions to ask next: the open questions of all programs as one list, those that decide most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from cimscore.assessment import Decision, OpenPoint, Words, what_to_write
from cimscore.case import UNKNOWN, Moment
from cimscore.interview.placing import fact_put, question_put, typed_for
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.questions import point_at, question_at
from cimscore.wire import Put

_OF_PEOPLE: Final = ("fact", "decision")
"""Kinds of open point that somebody can be asked about. Readings and editions are for those who write the policy."""
_TYPED: Final = {
    Moment: ("a day, or a time with its offset (2025-03-03T14:00+10:00)",),
    int: ("a whole number",),
    str: ("words, or an id of the document",),
}
_NOWHERE: Final = (("has no home", "none"), ("lives in a home that is not in the case", "elsewhere"))
_SHOWN_CLAUSES: Final = 3


@attrs.frozen(kw_only=True)
class PossibleAnswer:
    """Answer to choose.

    Attributes:
        words: The answer, in words.
        puts: Where it can be put into the document: the first place that exists counts.
        adds: What it would bring.
        takes: What would no longer hold.
    """

    words: str
    puts: tuple[Put, ...]
    adds: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class OpenQuestion:
    """Question that is open in a case, with everything needed to ask it and to write its answer.

    Attributes:
        address: Its address.
        programs: Ids of the programs that ask it.
        asks: The question, for people.
        decided_by: The role of the person who decides; empty for a fact.
        ask: Who can be asked about a fact, in general words; empty for a decision.
        working: The answer worked with until then, in words.
        why: The reason for that one.
        clauses: Clauses of the question, or of what hangs on it, at most three.
        choices: Answers to choose.
        classes: Answers that cannot be chosen, since each stands for many: an age from 10 to 17, a day before the
            change. Whoever answers types one.
        typed: What can be typed instead, each in words.
        by_hand: What to write by hand, in lines.
        weight: The most sentences that one answer brings or takes.
        of_yes_or_no: Whether it is answered by yes or no.
    """

    address: str
    programs: tuple[str, ...]
    asks: str
    decided_by: str
    ask: str
    working: str
    why: str
    clauses: tuple[str, ...]
    choices: tuple[PossibleAnswer, ...]
    classes: tuple[PossibleAnswer, ...]
    typed: tuple[str, ...]
    by_hand: tuple[str, ...]
    weight: int
    of_yes_or_no: bool = False


def next_questions(decided: Iterable[tuple[Decision, Decided, Words]]) -> tuple[OpenQuestion, ...]:
    """Return what to ask about a case, in the order in which it decides most.

    A question that several programs ask is asked once, with what each of its answers changes in all of them. An
    answer decides the more, the more sentences it brings and takes.

    Args:
        decided: The decision of each program, the run behind it, and its words for the case.
    """
    found: dict[str, OpenQuestion] = {}
    for decision, behind, words in decided:
        for point in decision.points:
            if point.kind in _OF_PEOPLE:
                asked = _asked(decision, behind, words, point)
                before = found.get(point.address)
                found[point.address] = asked if before is None else _joined(before, asked)
    # The sort is stable: among equals, the order is the one in which each decision tells them.
    return tuple(sorted(found.values(), key=lambda asked: -asked.weight))


def _joined(first: OpenQuestion, second: OpenQuestion) -> OpenQuestion:
    """Return one question that two programs ask, with what its answers change in both."""
    others = {choice.words: choice for choice in second.choices}
    choices = tuple(
        attrs.evolve(
            choice,
            adds=(*choice.adds, *others[choice.words].adds),
            takes=(*choice.takes, *others[choice.words].takes),
        )
        if choice.words in others
        else choice
        for choice in first.choices
    )
    own = {choice.words for choice in first.choices}
    more = tuple(choice for words, choice in others.items() if words not in own)
    return attrs.evolve(
        first,
        programs=(*first.programs, *second.programs),
        clauses=tuple(dict.fromkeys((*first.clauses, *second.clauses)))[:_SHOWN_CLAUSES],
        choices=(*choices, *more),
        weight=first.weight + second.weight,
    )


def _asked(decision: Decision, decided: Decided, words: Words, point: OpenPoint) -> OpenQuestion:
    known = _point(decided, point.address)
    answers = tuple(_answers(words, point, known))
    return OpenQuestion(
        address=point.address,
        programs=(decision.program,),
        asks=point.asks,
        decided_by=point.decided_by,
        ask=point.ask,
        working=point.working,
        why=point.why,
        clauses=_clauses(decision, decided, point),
        choices=tuple(answer for answer in answers if answer.puts),
        classes=tuple(answer for answer in answers if not answer.puts),
        typed=_typed(decided, point),
        by_hand=what_to_write(point),
        weight=max((len(adds) + len(takes) for _, adds, takes in point.changes), default=len(point.moves)),
        of_yes_or_no=known is not None and all(isinstance(value, bool) for value in known.values),
    )


def _point(decided: Decided, address: str) -> Point | None:
    """Return the point at an address; None for a moment from which something counts, which is no point of its own."""
    try:
        return decided.points.get(address) or point_at(decided.run, address)
    except KeyError:
        return None


def _answers(words: Words, point: OpenPoint, known: Point | None) -> Iterator[PossibleAnswer]:
    """Yield the answers to a question, each with what it changes, and its place where a document can say it."""
    if known is None:
        return
    changes = {answer: (adds, takes) for answer, adds, takes in point.changes}
    for value in known.values:
        if value is not UNKNOWN:
            answer = words.answer(known, value)
            adds, takes = changes.get(answer, ((), ()))
            yield PossibleAnswer(
                words=answer, puts=put_at(point.address, value, point.decided_by), adds=adds, takes=takes
            )
    if point.address.startswith("homes@"):
        for said, home in _NOWHERE:
            yield PossibleAnswer(words=said, puts=put_at(point.address, home, ""))


def put_at(address: str, value: Any, decided_by: str) -> tuple[Put, ...]:
    """Return where an answer can be put, as `fact_put` and `question_put` do."""
    name, _, about = address.partition("@")
    if "/" in name:
        return question_put(name, about, value, decided_by)
    return fact_put(address, value)


def _typed(decided: Decided, point: OpenPoint) -> tuple[str, ...]:
    question = question_at(decided.run, point.address)
    if question is None:
        return typed_for(point.address)
    return () if question.options else _TYPED.get(question.answers, ())


def _clauses(decision: Decision, decided: Decided, point: OpenPoint) -> tuple[str, ...]:
    """Return the clauses of a program's question; for a fact, those of what hangs on it."""
    question = question_at(decided.run, point.address)
    cited = question.cites if question is not None else ()
    hanging = (
        clause
        for line in decision.conclusions
        if any(address == point.address for answers in line.rests_on for address, _ in answers)
        for clause in line.clauses
    )
    return tuple(dict.fromkeys(map(str, cited or hanging)))[:_SHOWN_CLAUSES]


def plain_question(asked: OpenQuestion) -> dict[str, Any]:
    """Return a question as plain values.

    Args:
        asked: The question.
    """
    return {
        "address": asked.address,
        "programs": list(asked.programs),
        "asks": asked.asks,
        "decided_by": asked.decided_by,
        "ask": asked.ask,
        "working": asked.working,
        "why": asked.why,
        "clauses": list(asked.clauses),
        "choices": [
            {"answer": choice.words, "adds": list(choice.adds), "takes": list(choice.takes)}
            for choice in (*asked.choices, *asked.classes)
        ],
        "typed": list(asked.typed),
        "write": list(asked.by_hand),
    }
