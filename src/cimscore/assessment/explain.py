"""The trace of an assessment as text: for each finding why, from what, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cimscore.assessment.finding import Finding, ReadingUsed
from cimscore.assessment.outcome import Outcome, State
from cimscore.assessment.words import waiting_in_words
from cimscore.rules import Edition, Failure, Node

if TYPE_CHECKING:
    from cimscore.assessment.assessing import Assessment


def explained(assessment: Assessment) -> str:
    """Every finding of an assessment with its trace, as text."""
    blocks = ["\n".join(_finding(finding)) for finding in assessment.findings]
    return "\n\n".join(blocks) + "\n"


def explained_outcome(outcome: Outcome) -> str:
    """One outcome with its trace, as text: the answer to "why not"."""
    lines = [f"{outcome.address}: {outcome.state}", f"  rule: {outcome.rule.rule.sentence}"]
    lines.append(f"  clauses: {', '.join(outcome.rule.rule.cites)}")
    lines.extend(_conditions(outcome.when, outcome.unless))
    if outcome.cause:
        lines.append(f"  {waiting_in_words(outcome.cause)}")
    deciding = _deciding(outcome)
    if deciding:
        lines.append(f"  because {deciding}")
    return "\n".join(lines) + "\n"


def _deciding(outcome: Outcome) -> str:
    """The condition that keeps a rule from arising, as a sentence."""
    if outcome.state is not State.ABSENT:
        return ""
    for node in outcome.when:
        if node.value is False:
            return f"it is not so that: {node.sentence}"
    for node in outcome.unless:
        if node.value is True:
            return f"it is so that: {node.sentence}"
    return "the clauses it cites do not stand in the edition applied"


def _finding(finding: Finding) -> Iterator[str]:
    yield f"{finding.address}: {finding.state}: {finding.summary}"
    yield f"  rule: {finding.sentence}"
    if isinstance(finding.answer, Edition):
        yield from (f"  note: {flag}" for flag in finding.answer.flags)
    for clause in finding.clauses:
        yield f"  clause: {clause.id}{f', edition {clause.edition}' if clause.edition else ''}{_digest(clause.digest)}"
    yield from _conditions(finding.when, finding.unless)
    for read in finding.reads:
        yield f"  read: {read.fact} = {read.value}"
    for address in finding.findings:
        yield f"  rests on: {address}"
    for reading in finding.readings:
        yield from _reading(reading)
    for question in finding.subject_to:
        yield f"  subject to: {question}"
    if isinstance(finding.failure, Failure):
        yield f"  failed in {finding.failure.plugin}: {finding.failure.message}"


def _digest(digest: str) -> str:
    return f" ({digest})" if digest else ""


def _conditions(when: tuple[Node, ...], unless: tuple[Node, ...]) -> Iterator[str]:
    for word, nodes in (("when", when), ("unless", unless)):
        for node in nodes:
            yield from _node(word, node, "  ")


def _node(word: str, node: Node, indent: str) -> Iterator[str]:
    value = {True: "yes", False: "no", None: "open"}[node.value]
    reads = "; ".join(f"{read.fact} = {read.value}" for read in node.reads)
    yield f"{indent}{word}: {node.sentence}: {value}{f'  <- {reads}' if reads else ''}"
    for address in node.findings:
        yield f"{indent}  rests on: {address}"
    for part in node.nodes:
        yield from _node(f"{part.about}", part, indent + "  ")


def _reading(reading: ReadingUsed) -> Iterator[str]:
    yield f"  reading taken: {reading.interpretation} = {reading.taken}"
    for other, gives in reading.others:
        yield f"    by {other}: {gives}"
