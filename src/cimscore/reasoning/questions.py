"""The point behind an address: a fact of the document, a question of the program, a reading, an edition."""

from __future__ import annotations

from typing import Any

from cimscore.case import UNKNOWN
from cimscore.reasoning.points import Point, PointKind
from cimscore.reasoning.run import Run
from cimscore.rules.predicates import Predicate
from cimscore.rules.questions import Question, Reading


def point_at(run: Run, address: str) -> Point:
    """Return the point at an address.

    Raises:
        KeyError: Nothing in the case and the program has that address.
    """
    stated = run.situation.points.get(address)
    if stated is not None:
        return stated
    kind, _, about = address.partition("@")
    if kind == "edition":
        return _edition(run, address, about)
    name = kind.rpartition("/")[2]
    predicates = run.compiled.program.predicates
    reading: Predicate | None = predicates.get(f"reading:{name}")
    if isinstance(reading, Reading):
        return _reading(run, address, reading)
    question = predicates[f"question:{name}"]
    if not isinstance(question, Question):
        raise KeyError(address)
    things = run.context.things_at(address)
    if question.answers is tuple:
        return _grouping(run, address, question)
    answers = run.value(question)
    names = {thing.name: name for thing, name in zip(question.things, map(str, things), strict=False)}
    return Point(
        address=address,
        kind=PointKind.GRANTED if question.granted else PointKind.DECISION if question.decided_by else PointKind.FACT,
        asks=question.text.format(**names) if names else question.text,
        values=answers.values(things),
        working=answers.working_value(things),
        why=question.why,
        words={UNKNOWN: "something else"},
        decided_by=question.decided_by,
        known=not answers.is_open(things),
    )


def _grouping(run: Run, address: str, question: Question[Any]) -> Point:
    homes = tuple(sorted(home for (home,) in run.use("relation:is-home").rows))
    apart, together = tuple((home,) for home in homes), (homes,)
    return Point(
        address=address,
        kind=PointKind.DECISION,
        asks=question.text,
        values=(apart, together) if len(homes) > 1 else (apart,),
        working=apart,
        why="each has its own until somebody puts them together: what is proposed loses nothing",
        words={apart: "each its own", together: "all in one"},
        decided_by=question.decided_by,
    )


def _reading(run: Run, address: str, reading: Reading[object]) -> Point:
    return Point(
        address=address,
        kind=PointKind.READING,
        asks=reading.question,
        values=tuple(reading.readings),
        working=run.readings.get(reading.id, reading.taken),
        why=reading.because,
        words=reading.readings,
    )


def _edition(run: Run, address: str, document: str) -> Point:
    chosen = run.use("conclusion:edition").rows
    grades = {edition: grade for (source, edition), grade in chosen.items() if source == document}
    source = next(source for source in run.compiled.program.policy.sources if source.id == document)
    editions = tuple(edition.id for edition in source.editions)
    return Point(
        address=address,
        kind=PointKind.EDITION,
        asks=f"Which edition of {source.title} governs?",
        values=tuple(grades) if len(grades) > 1 else editions,
        working=max(grades, key=lambda edition: grades[edition], default=""),
        why="the one that covers the day, as far as its days are known",
        words={edition.id: edition.title for edition in source.editions},
    )
