"""Findings: what each rule found, with the trace that lets a person check it."""

from __future__ import annotations

import enum
from typing import Any

import attrs

from cimscore.assessment.outcome import State
from cimscore.household_graph import Read
from cimscore.rules import Deadline, Failure, Node, OpenQuestion, Topic


@attrs.frozen(kw_only=True, order=True)
class ClauseRef:
    """A clause as it stood in the edition that was applied.

    Attributes:
        id: The clause.
        edition: The edition chosen for its source.
        digest: Digest of the source's own passage, to check that it still says what it said.
    """

    id: str
    edition: str
    digest: str


@attrs.frozen(kw_only=True)
class ReadingUsed:
    """An unclear point that a finding touches.

    Attributes:
        interpretation: ``program/id``.
        taken: The reading in force.
        others: Each other reading, with what the rule would have found by it.
    """

    interpretation: str
    taken: str
    others: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Finding:
    """What one rule found about one thing.

    Attributes:
        address: ``program/topic/rule@about``: stable, nothing in it is numbered.
        program: The program.
        topic: What it decides.
        rule: The rule's id.
        about: The address of the thing.
        state: Applies, open or failed.
        answer: The rule's answer, where it applies.
        summary: The answer, or what is waited for, in words.
        sentence: The rule in one sentence.
        clauses: What it rests on.
        when: Conditions that have to hold, as tested.
        unless: Conditions that must not, as tested.
        reads: Facts the answer itself read.
        findings: Addresses of earlier findings the answer itself rests on.
        readings: Unclear points it touches.
        subject_to: Addresses of the open questions it rests on a proposal for; empty when it is decided.
        waits_for: The question it waits for, while it is open.
        failure: What went wrong, if it failed.
    """

    address: str
    program: str
    topic: Topic
    rule: str
    about: str
    state: State
    answer: Any
    summary: str
    sentence: str
    clauses: tuple[ClauseRef, ...]
    when: tuple[Node, ...]
    unless: tuple[Node, ...]
    reads: tuple[Read, ...]
    findings: tuple[str, ...]
    readings: tuple[ReadingUsed, ...]
    subject_to: tuple[str, ...]
    waits_for: OpenQuestion | None
    failure: Failure | None


@attrs.frozen(kw_only=True)
class Conclusion:
    """One answer of a program about one thing, with all its grounds.

    Attributes:
        program: The program.
        topic: What it decides.
        about: The address of the thing.
        key: Which question about the thing it answers.
        answer: The answer.
        summary: The answer in words.
        clauses: The clauses of all its grounds.
        grounds: Addresses of the findings that give it.
        subject_to: Addresses of open questions it rests on a proposal for; empty when it is decided.
    """

    program: str
    topic: Topic
    about: str
    key: str
    answer: Any
    summary: str
    clauses: tuple[ClauseRef, ...]
    grounds: tuple[str, ...]
    subject_to: tuple[str, ...]

    @property
    def address(self) -> str:
        """``program/topic/key@about``: names the question answered, whichever rule answers it."""
        return f"{self.program}/{self.topic}/{self.key}@{self.about}"


@attrs.frozen(kw_only=True)
class DutyDue:
    """A duty, with its deadline if it has one.

    Attributes:
        duty: The duty.
        deadline: The finding of its deadline.
    """

    duty: Conclusion
    deadline: Conclusion | None = None

    @property
    def due(self) -> Any:
        """When it is due; None when no clause sets a limit."""
        answer: Deadline | None = self.deadline.answer if self.deadline else None
        return answer.due if answer else None


class ScopeState(enum.StrEnum):
    """Whether a case is within a program."""

    IN = "in scope"
    OUT = "out of scope"
    OPEN = "open"


@attrs.frozen(kw_only=True)
class EditionChoice:
    """Which edition of a source was applied, and why not the others.

    Attributes:
        source: The source.
        edition: The edition's id; empty when none is in force on the day.
        on: The day that selected it, as text; empty where the source has one edition only.
        flags: What a reader has to be told, one sentence each.
        others: Ids of the editions not applied, each with the reason.
        subject_to: Addresses of open questions the choice rests on.
    """

    source: str
    edition: str
    on: str
    flags: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    subject_to: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ProgramDecision:
    """What one program decides; obligations of several programs add up and are never merged.

    Attributes:
        program: Its id.
        title: Its title.
        scope: Whether the case is within it.
        why: Why, in words.
        scope_subject_to: Addresses of open questions the scope rests on.
        editions: The editions applied.
        conclusions: Every answer, by topic and thing.
    """

    program: str
    title: str
    scope: ScopeState
    why: str
    scope_subject_to: tuple[str, ...]
    editions: tuple[EditionChoice, ...]
    conclusions: tuple[Conclusion, ...]

    def of(self, topic: Topic) -> tuple[Conclusion, ...]:
        """The conclusions of one topic."""
        return tuple(conclusion for conclusion in self.conclusions if conclusion.topic is topic)


@attrs.frozen(kw_only=True)
class Asked:
    """A question that is open, with what waits for it.

    Attributes:
        question: The question.
        programs: The programs that ask it.
        needed_by: Addresses of the findings that wait for it or are subject to it.
        clauses: Ids of the clauses that raise it, and of those whose rules wait for it.
        proposed: Whether a proposal stands in for the answer meanwhile.
    """

    question: OpenQuestion
    programs: tuple[str, ...]
    needed_by: tuple[str, ...]
    clauses: tuple[str, ...]
    proposed: bool
