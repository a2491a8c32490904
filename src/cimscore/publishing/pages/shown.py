"""A worked example as the site shows it: what each program decides on it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import attrs

from cimscore.assessment import Clock, Conclusion, Decision, OpenPoint, decided_under
from cimscore.assessment.words import Words, names_in
from cimscore.publishing.pages.readings import readings_that_matter
from cimscore.reasoning.deciding import Decided
from cimscore.reasoning.explaining import Explanations, Reason
from cimscore.reasoning.points import PointKind
from cimscore.rulebook import InstalledProgram, Rulebook, WorkedExample
from cimscore.rules import Topic
from cimscore.traceability.worlds import World

EXPLAINED: Final = (Topic.SCOPE, Topic.HOUSEHOLDS, Topic.SUBJECTS, Topic.RECORDS, Topic.ROLES)
"""The topics whose conclusions are explained, but for those about the paper; duties and clocks follow from them."""

Reasons = Mapping[Topic, tuple[Reason, ...]]


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Shown:
    """A worked example as the site shows it.

    Attributes:
        program: The program that brings it.
        example: The example.
        decisions: What each program that it names decides now.
        reasons: Why, by program and topic.
        readings: The unclear points of which another reading would change it.
        document: Its case as a document, without the notifier.
        worlds: The worlds next to it, where they were enumerated.
    """

    program: str
    example: WorkedExample
    decisions: tuple[Decision, ...]
    reasons: Mapping[str, Reasons]
    readings: tuple[OpenPoint, ...]
    document: str
    worlds: tuple[World, ...] = ()

    @property
    def resting_on(self) -> frozenset[str]:
        """Every clause that a conclusion or a clock of it rests on."""
        return frozenset(clause for one in self.decisions for line in lines_of(one) for clause in line.clauses)

    @cached_property
    def rules(self) -> frozenset[str]:
        """The addresses of the rows and clocks that give its conclusions."""
        return frozenset(address for one in self.decisions for line in lines_of(one) for address in given_by(one, line))

    @cached_property
    def _told(self) -> Mapping[str, Reason]:
        """Each line of its reasons where it is explained, by what it says."""
        tops = (reason for topics in self.reasons.values() for held in topics.values() for reason in held)
        return {reason.says: reason for top in tops for reason in _everything(top) if not reason.again}

    def clauses_below(self, says: Iterable[str]) -> frozenset[str]:
        """Return the clauses of some conclusions, by what they say, and of everything on which these rest."""
        waiting, seen, clauses = list(says), set[str](), set[str]()
        while waiting:
            reason = self._told.get(waiting.pop())
            if reason is not None and reason.says not in seen:
                seen.add(reason.says)
                clauses |= set(reason.clauses)
                waiting += [below.says for below in reason.because]
        return frozenset(clauses)

    def points(self, *kinds: PointKind) -> Iterator[OpenPoint]:
        """Yield what could be otherwise, of some kinds."""
        yield from (point for one in self.decisions for point in one.points if point.kind in kinds)

    def is_about(self, name: str) -> bool:
        """Return True if a question or an unclear point is among what could change it."""
        points = (*self.readings, *(point for one in self.decisions for point in one.points))
        return any(name_of(point) == name for point in points)


def shown_of(
    program: str, example: WorkedExample, rulebook: Rulebook, document: str, worlds: tuple[World, ...] = ()
) -> Shown:
    """Decide a worked example under the programs that it names, and explain what is decided.

    Args:
        program: The program that brings it.
        example: The example.
        rulebook: The installed programs.
        document: Its case as a document, without the notifier.
        worlds: The worlds next to it.

    Raises:
        RuleFailure: A function of a plugin raised an error.
    """
    decisions: list[Decision] = []
    reasons: dict[str, Reasons] = {}
    readings: list[OpenPoint] = []
    for one in map(rulebook.program, dict.fromkeys(example.case.programs)):
        decision, decided = decided_under(example.case, one, rulebook, at=example.at, readings=example.readings)
        decisions.append(decision)
        reasons[one.id] = _reasons(one, decision, decided, example)
        readings += readings_that_matter(decided, Words(one.program, names_in(example.case)))
    return Shown(
        program=program,
        example=example,
        decisions=tuple(decisions),
        reasons=reasons,
        readings=tuple(readings),
        document=document,
        worlds=worlds,
    )


def lines_of(decision: Decision) -> tuple[Conclusion | Clock, ...]:
    """Return the conclusions and the clocks of a decision."""
    return (*decision.conclusions, *decision.clocks)


def given_by(decision: Decision, line: Conclusion | Clock) -> tuple[str, ...]:
    """Return the addresses of the rows that give a conclusion, or of a clock."""
    if isinstance(line, Clock):
        return (f"{decision.program}/clock/{line.id}",)
    return tuple(f"{decision.program}/{line.id}/{row}" for row in line.rows)


def name_of(point: OpenPoint) -> str:
    """Return the name of the question or unclear point that could be otherwise; of a fact, what is stated."""
    return point.address.partition("@")[0]


def _everything(reason: Reason) -> Iterator[Reason]:
    yield reason
    for below in reason.because:
        yield from _everything(below)


def _reasons(one: InstalledProgram, decision: Decision, decided: Decided, example: WorkedExample) -> Reasons:
    predicates = {conclusion.id: conclusion for conclusion in one.program.conclusions}
    names = _names(one, decision, example)
    why = Explanations(decided.run, names)
    found: dict[Topic, tuple[Reason, ...]] = {}
    for topic in EXPLAINED:
        lines = (line for line in decision.of_topic(topic) if not predicates[line.id].paper)
        found[topic] = tuple(why.of(predicates[line.id], line.things) for line in lines)
    return found


def _names(one: InstalledProgram, decision: Decision, example: WorkedExample) -> Mapping[str, str]:
    """Return what to call each thing of a case, the records to be made among them."""
    names = names_in(example.case)
    words = Words(one.program, names)
    things: set[Any] = {thing for line in decision.conclusions for thing in line.things}
    return {**{str(thing): words.name(thing) for thing in things}, **names}
