"""What each answer to an open question leads to: the case decided again with that one answer added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from cimscore.assessment.differences import Difference, differences
from cimscore.case import UNKNOWN, Case, DecisionEntry, FactEntry, Moment, Unknown
from cimscore.errors import CaseError, UnknownNameError
from cimscore.household_graph import MissingFact, with_fact
from cimscore.household_graph.answers import text_of
from cimscore.ids import did_you_mean
from cimscore.rules import Asks, OpenQuestion

if TYPE_CHECKING:
    from cimscore.assessment.assessing import Assessment, Inputs


@attrs.frozen(kw_only=True)
class Possibility:
    """One answer to a question, and what it leads to.

    Attributes:
        answer: The answer, as a document writes it.
        leads_to: What changes against the case as it stands.
        asks: Addresses of questions that are asked then and were not before.
    """

    answer: str
    leads_to: tuple[Difference, ...]
    asks: tuple[str, ...]


def possibilities(assessment: Assessment, inputs: Inputs, address: str) -> tuple[Possibility, ...]:
    """What each answer to the open question at `address` leads to."""
    asked = {it.question.address: it.question for it in assessment.open_questions}
    if address not in asked:
        raise UnknownNameError("open question", address, asked, did_you_mean(address, asked))
    question = asked[address]
    found = (_possibility(assessment, inputs, question, option) for option in question.options)
    return tuple(possibility for possibility in found if possibility)


def supplied(case: Case, question: OpenQuestion, stored: object, at: Moment | None) -> Case:
    """The case with one open question answered.

    Args:
        case: The case.
        question: The open question.
        stored: The answer in stored form.
        at: When a decision is taken to be made; unknown when not given.
    """
    program, _, fact = question.question.partition("/")
    if program == "case":
        return with_fact(case, MissingFact(question=fact, about=question.about), stored)
    kept = _without(case, question)
    if question.asks is Asks.FACT:
        fresh = FactEntry(question=question.question, about=question.about, answer=stored)
        return attrs.evolve(kept, facts=(*kept.facts, fresh))
    decision = DecisionEntry(
        question=question.question,
        about=(question.about,),
        answer=stored,
        by=question.decided_by,
        at=at or _decided(case, question),
    )
    return attrs.evolve(kept, decisions=(*kept.decisions, decision))


def _possibility(assessment: Assessment, inputs: Inputs, question: OpenQuestion, option: object) -> Possibility | None:
    """What an answer leads to; None for an answer that cannot be."""
    try:
        case = supplied(inputs.case, question, option, inputs.at)
    except CaseError:
        return None
    then = attrs.evolve(inputs, case=case).assess()
    before = {it.question.address for it in assessment.open_questions}
    return Possibility(
        answer=text_of(option),
        leads_to=differences(assessment, then),
        asks=tuple(it.question.address for it in then.open_questions if it.question.address not in before),
    )


def _without(case: Case, question: OpenQuestion) -> Case:
    """The case without whatever it says to the question so far (an `unknown`, for example)."""
    facts = tuple(it for it in case.facts if (it.question, it.about) != (question.question, question.about))
    decisions = []
    for it in case.decisions:
        about = tuple(one for one in it.about if it.question != question.question or one != question.about)
        if about:
            decisions.append(attrs.evolve(it, about=about))
    return attrs.evolve(case, facts=facts, decisions=tuple(decisions))


def _decided(case: Case, question: OpenQuestion) -> Moment | Unknown:
    """When an `unknown` decision says it was made."""
    found = (it.at for it in case.decisions if it.question == question.question and question.about in it.about)
    return next(found, UNKNOWN)
