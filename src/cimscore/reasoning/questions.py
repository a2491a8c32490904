"""The point behind an address: a fact of the document, a question of the program, a reading, an edition."""

from __future__ import annotations

from typing import Any

from cimscore.case import UNKNOWN
from cimscore.grades import NO, PROVISIONAL
from cimscore.ids import CASE
from cimscore.reasoning.points.answers import Answers
from cimscore.reasoning.points.points import Point, PointKind
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.things import Variable
from cimscore.rules.rows.conclusions import EDITION
from cimscore.rules.rows.questions import Question, Reading


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
    question = question_at(run, address)
    if question is None:
        raise KeyError(address)
    things = run.context.things_at(address)
    if question.answers is tuple:
        return _grouping(run, address, question)
    answers = run.value(question)
    places = {variable.name: thing for variable, thing in zip(question.things, things, strict=False)}
    granted = answers.is_granted(things)
    return Point(
        address=address,
        kind=PointKind.GRANTED if granted else PointKind.DECISION if question.decided_by else PointKind.FACT,
        asks=question.text.format(**places) if places else question.text,
        values=answers.values(things),
        working=answers.working_value(things),
        why=question.why,
        words={UNKNOWN: "something else"},
        decided_by=question.decided_by,
        known=not answers.is_open(things),
        text=question.text,
        things=places,
        of_things=issubclass(question.answers, Variable),
    )


def has_one_of_its_values(run: Run, point: Point) -> bool:
    """Return True if a point certainly has one of its values, so that what each of them gives is certain.

    A question about things that only perhaps come into question may turn out to have no answer at all.
    """
    question = None if point.address in run.situation.points else question_at(run, point.address)
    if question is None or question.answers is tuple:
        return True
    answers: Answers = run.value(question)
    return answers.has_one(run.context.things_at(point.address))


def key_at(address: str) -> str:
    """Return the key of the program's question of an address."""
    return f"question:{address.partition('@')[0].rpartition('/')[2]}"


def question_at(run: Run, address: str) -> Question[Any] | None:
    """Return the program's question of an address; None where a document, a reading or an edition answers it."""
    found = run.compiled.program.predicates.get(key_at(address))
    return found if isinstance(found, Question) else None


def address_at(run: Run, question: Question[Any], things: tuple[Any, ...]) -> str:
    """Return the address of a question about some things."""
    owner = run.compiled.program.owner_of(question)
    return "@".join((f"{owner}/{question.id}", *(map(str, things) if things else (CASE,))))


def noted(run: Run, question: Question[Any], things: tuple[Any, ...]) -> str:
    """Return the address of a question about some things, by which the run identifies them."""
    address = address_at(run, question, things)
    # An address is text. A later look-up needs the things themselves, which may be records or values.
    run.context.addressed[address] = things
    return address


def _grouping(run: Run, address: str, question: Question[Any]) -> Point:
    homes = tuple(sorted(home for (home,) in run.use("relation:is-home").rows))
    apart, together = tuple((home,) for home in homes), (homes,)
    return Point(
        address=address,
        kind=PointKind.DECISION,
        asks=question.text,
        text=question.text,
        values=(apart, together) if len(homes) > 1 else (apart,),
        working=apart,
        why="so that nothing that is proposed is lost",
        words={apart: "each its own", together: "all in one"},
        decided_by=question.decided_by,
    )


def _reading(run: Run, address: str, reading: Reading[object]) -> Point:
    return Point(
        address=address,
        kind=PointKind.READING,
        asks=reading.question,
        text=reading.question,
        of_things=False,
        values=tuple(reading.readings),
        working=run.readings.get(reading.id, reading.taken),
        why=reading.because,
        words=reading.readings,
    )


def _edition(run: Run, address: str, document: str) -> Point:
    chosen = run.use(EDITION).rows
    grades = {edition: grade for (source, edition), grade in chosen.items() if source == document}
    source = next(source for source in run.compiled.program.policy.sources if source.id == document)
    # With one edition found or none, each of the source's is a possible answer; with several, only those.
    editions = tuple(grades) if len(grades) > 1 else tuple(edition.id for edition in source.editions)
    governed = document in run.governed
    best = max(grades, key=lambda edition: grades[edition], default="")
    asks = f"Which edition of {source.title} governs?"
    working = best if governed or grades.get(best, NO) >= PROVISIONAL else ""
    return Point(
        address=address,
        kind=PointKind.EDITION,
        asks=asks,
        text=asks,
        of_things=False,
        values=editions if governed else (*editions, ""),
        working=working,
        why="the one that covers the day, as far as its days are known"
        if working
        else "none covers the day worked with",
        words={"": "none of them", **{edition.id: edition.title for edition in source.editions}},
    )
