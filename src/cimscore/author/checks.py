"""What a program is held against before it decides anything: every problem at once, each with its place."""

from __future__ import annotations

import graphlib
from collections.abc import Iterator

from cimscore.author.clocks import ClockPart
from cimscore.author.conclusions import Conclusion, Topic
from cimscore.author.conditions import Condition
from cimscore.author.listing import unlisted
from cimscore.author.predicates import Defined, Predicate
from cimscore.author.program import Program
from cimscore.author.questions import Question
from cimscore.author.refusals import AuthorError, SeveralRefusals
from cimscore.author.things import Variable
from cimscore.author.uses import reached, read_by

_ORDER = {topic: place for place, topic in enumerate(Topic)}


def refuse(program: Program) -> None:
    """Refuse a program of which anything is wrong.

    Raises:
        SeveralRefusals: Everything that is wrong with it.
    """
    problems = [*_twice(program), *_nameless(program), *_unlisted(program)]
    problems += [*_later_topics(program), *_circles(program), *_paper(program)]
    if problems:
        raise SeveralRefusals(sorted(problems, key=str))


def _twice(program: Program) -> Iterator[AuthorError]:
    known: dict[str, Predicate] = {}
    for predicate in program.everything:
        other = known.setdefault(predicate.key, predicate)
        if isinstance(predicate, Defined | Conclusion | Question) and other is not predicate:
            yield AuthorError(
                what=str(predicate.written),
                found=f"{predicate.key!r}, which stands at {other.written} already",
                expected="a sentence or id of its own for each",
            )


def _nameless(program: Program) -> Iterator[AuthorError]:
    for definition in program.definitions:
        if definition.key not in program.names:
            yield AuthorError(
                what=str(definition.written),
                found=f"the definition {definition.says!r} without a name",
                expected="a name in its module, such as visitor = Defined(…)",
            )


def _unlisted(program: Program) -> Iterator[AuthorError]:
    for place, condition, known in _run(program):
        missing = [variable.name for variable in unlisted(condition, known)]
        if missing:
            yield AuthorError(
                what=place,
                found=f"{', '.join(missing)} is listed by nothing positive in {condition.text}",
                expected="a part that lists it, in the same `some`, and is not denied",
            )


def _run(program: Program) -> Iterator[tuple[str, Condition, frozenset[Variable]]]:
    """Yield every condition that is run, its place, and the variables that are given to it."""
    for predicate in program.everything:
        if isinstance(predicate, Conclusion):
            for row in predicate.rows:
                yield f"{predicate.written} {predicate.id}/{row.id}", row.condition, frozenset()
        elif isinstance(predicate, Defined):
            known = frozenset() if predicate.lists else frozenset(predicate.things)
            yield f"{predicate.written} {predicate.says!r}", predicate.condition, known
        elif isinstance(predicate, ClockPart):
            yield f"clock {predicate.clock.id}", predicate.clock.counting, frozenset()


def _later_topics(program: Program) -> Iterator[AuthorError]:
    for conclusion in program.conclusions:
        for read in reached(read_by(conclusion)):
            if isinstance(read, Conclusion) and _ORDER[read.topic] > _ORDER[conclusion.topic]:
                yield AuthorError(
                    what=f"{conclusion.written} {conclusion.id}, of topic {conclusion.topic}",
                    found=f"it reads {read.id}, of the later topic {read.topic}",
                    expected="conclusions of earlier topics only",
                )


def _circles(program: Program) -> Iterator[AuthorError]:
    graph = {key: {read.key for read in read_by(predicate)} for key, predicate in program.predicates.items()}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        circle = " needs ".join(error.args[1])
        yield AuthorError(
            what="a circle of conclusions", found=circle, expected="each to need only what comes before it"
        )


def _paper(program: Program) -> Iterator[AuthorError]:
    for conclusion in program.conclusions:
        if conclusion.paper:
            continue
        for read in reached(read_by(conclusion)):
            if isinstance(read, Question | Conclusion) and read.paper:
                yield AuthorError(
                    what=f"{conclusion.written} {conclusion.id}",
                    found=f"it reads {read.key}, which is about the paper alone",
                    expected="paper=True, or a condition that leaves out who leads which document",
                )
