"""Answers that nothing uses: what somebody has decided or found out about a thing of which it is not asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from cimscore.assessment.decision.words import Words
from cimscore.assessment.governing import none_in_force
from cimscore.case import Case, ConcernEntry, RecordEntry, Unknown
from cimscore.errors import RuleFailure
from cimscore.reasoning.cases import answers_entered, run_of
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.deciding import told_of
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.points.answers import Given
from cimscore.reasoning.questions import noted, point_at
from cimscore.reasoning.run import Run
from cimscore.rules.rows.questions import Question

EnteredAnswers = tuple[Question[Any], Mapping[Tuple, Given]]


def unused_answers(case: Case, decided: Decided, words: Words) -> Iterator[str]:
    """Yield a sentence for each answer that nothing uses: no rule, whatever the other answers, readings and editions.

    Args:
        case: The case.
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    run = decided.run
    if none_in_force(run):
        return
    left = [entered for entered in _in_question(case, run) if not _is_used(entered, run)]
    for trial in _otherwise(case, run) if left else ():
        try:
            for predicate in told_of(trial):
                trial.value(predicate)
        except RuleFailure:  # It decides the case and fails beside it, so that nobody knows what it would use.
            return
        left = [entered for entered in left if not _is_used(entered, trial)]
    for question, answers in left:
        things, given = next(iter(answers.items()))
        point = point_at(run, noted(run, question, things))
        more = f" And {len(answers) - 1} more in the same words." if len(answers) > 1 else ""
        answer = f"{words.asked(point)} {words.answer(point, given.answer)}."
        check = "Check what it is about. If that is right, it changes nothing."
        yield f"This answer is used by nothing here: {answer}{more} {check}"


def _in_question(case: Case, run: Run) -> Iterator[EnteredAnswers]:
    """Yield the answers that may be about the wrong thing: those about nothing that is finished."""
    program = run.compiled.program
    entries: tuple[ConcernEntry | RecordEntry, ...] = (*case.concerns, *case.records)
    over = {entry.id for entry in entries if entry.as_ is not None}
    for question, answers in answers_entered(case, program):
        own = program.owner_of(question) == program.id
        # An answer that merely has to exist is used whatever it is about; one that groups the homes is about all.
        anyhow = question.answers is tuple or f"answered:{question.id}" in program.predicates
        known = {
            things: given
            for things, given in answers.items()
            if not isinstance(given.answer, Unknown) and over.isdisjoint(map(str, things))
        }
        if own and known and not anyhow:
            yield question, known


def _is_used(entered: EnteredAnswers, run: Run) -> bool:
    """Return True if a run has looked up one of the answers that were entered together, or a moment that they bound."""
    question, answers = entered
    program = run.compiled.program
    beside = [program.predicates[f"question:{id}"] for ids in program.order.get(question.id, ()) for id in ids]
    return any(
        run.value(question).is_read(things)
        or any(run.value(bounded).is_read(things) and run.value(bounded).is_open(things) for bounded in beside)
        for things in answers
    )


def _otherwise(case: Case, run: Run) -> Iterator[Run]:
    """Yield the run with every answer left open, and by each other reading and each other edition."""
    unanswered = attrs.evolve(case, decisions=(), facts=())
    yield run_of(unanswered, run.compiled, at=run.context.at, readings=run.readings, editions=run.editions)
    program = run.compiled.program
    readings = [f"{program.owner_of(reading)}/{reading.id}" for reading in program.readings if not reading.noted]
    editions = [f"edition@{document}" for document in sorted(run.compiled.documents_decided)]
    for address in (*readings, *editions):
        point = point_at(run, address)
        yield from (run.answered(address, value) for value in point.values if value not in ("", point.working))
