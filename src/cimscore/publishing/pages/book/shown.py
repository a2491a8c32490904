"""A worked example as the site shows it: what each program decides on it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from cimscore.assessment import DecidedClock, DecidedConclusion, Decision, OpenPoint, decided_under
from cimscore.assessment.assessing import programs_of
from cimscore.assessment.decision.words import words_for
from cimscore.assessment.explaining import Explanation, explanations_of
from cimscore.assessment.questions.sensitivity import Sensitivity, sensitivity_of
from cimscore.case import kept_in
from cimscore.reasoning.points.points import PointKind
from cimscore.reasoning.reasons.explaining import Reason
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.traceability.recording import lines_looked_up
from cimscore.traceability.worlds.worlds import World


@attrs.frozen(kw_only=True, eq=False, slots=False)
class ShownExample:
    """A worked example as the site shows it.

    Attributes:
        program: The program that brings it.
        example: The example.
        decisions: What each program that it names decides now.
        reasons: Why, by program.
        sensitive: Each other reading, and other answer to what is taken for granted, that would change it.
        document: Its case as a document, without the notifier.
        worlds: The worlds next to it, where they were enumerated.
        whole: The same, followed through everything that a conclusion rests on.
        looked_up: Each line of a table that a rule looked up: the rule, the table, and what the line is for.
    """

    program: str
    example: WorkedExample
    decisions: tuple[Decision, ...]
    reasons: Mapping[str, tuple[Explanation, ...]]
    sensitive: tuple[Sensitivity, ...]
    document: str
    worlds: tuple[World, ...] = ()
    whole: tuple[Explanation, ...] = ()
    looked_up: frozenset[tuple[str, str, str]] = frozenset()

    @property
    def resting_on(self) -> frozenset[str]:
        """Return every clause that a conclusion or a clock of it rests on."""
        return frozenset(
            clause for decision in self.decisions for line in lines_of(decision) for clause in line.clauses
        )

    @cached_property
    def rules(self) -> frozenset[str]:
        """Return the addresses of the rows and clocks that give its conclusions."""
        return frozenset(
            address
            for decision in self.decisions
            for line in lines_of(decision)
            for address in given_by(decision, line)
        )

    @cached_property
    def _told(self) -> Mapping[str, Reason]:
        """Return each line of its reasons where it is explained, by what it says."""
        tops = (explanation.reason for explanation in self.whole)
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
        yield from (point for decision in self.decisions for point in decision.points if point.kind in kinds)

    def is_about(self, name: str) -> bool:
        """Return True if a question or an unclear point is among what could change it."""
        addresses = [point.address for decision in self.decisions for point in decision.points]
        return name in map(name_of, (*addresses, *(sensitivity.address for sensitivity in self.sensitive)))


def shown_of(
    program: str, example: WorkedExample, rulebook: Rulebook, document: str, worlds: tuple[World, ...] = ()
) -> ShownExample:
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
    kept = kept_in(example.case)
    decisions: list[Decision] = []
    reasons: dict[str, tuple[Explanation, ...]] = {}
    sensitive: list[Sensitivity] = []
    looked_up: set[tuple[str, str, str]] = set()
    whole: list[Explanation] = []
    for installed in programs_of(example.case, rulebook):
        decision, decided = decided_under(example.case, installed, rulebook, at=example.at, readings=example.readings)
        words = words_for(example.case, installed.program)
        decisions.append(kept.hide_in(decision))
        reasons[installed.id] = kept.hide_in(explanations_of(decided, words))
        whole += kept.hide_in(explanations_of(decided, words, through=True))
        sensitive += kept.hide_in(sensitivity_of(decided, words))
        looked_up.update(lines_looked_up(decided))
    return ShownExample(
        program=program,
        example=example,
        decisions=tuple(decisions),
        reasons=reasons,
        sensitive=tuple(sensitive),
        document=document,
        worlds=worlds,
        whole=tuple(whole),
        looked_up=frozenset(looked_up),
    )


def whole_reasons(shown: ShownExample, program: str, address: str, rulebook: Rulebook) -> tuple[Explanation, ...]:
    """Return why something holds in an example, followed through everything that it rests on.

    Args:
        shown: The example.
        program: The program that concludes it.
        address: The address of what is concluded.
        rulebook: The installed programs.
    """
    example, installed = shown.example, rulebook.program(program)
    _, decided = decided_under(example.case, installed, rulebook, at=example.at, readings=example.readings)
    words = words_for(example.case, installed.program)
    found: tuple[Explanation, ...] = kept_in(example.case).hide_in(
        explanations_of(decided, words, address, through=True)
    )
    return found


def lines_of(decision: Decision) -> tuple[DecidedConclusion | DecidedClock, ...]:
    """Return the conclusions and the clocks of a decision."""
    return (*decision.conclusions, *decision.clocks)


def given_by(decision: Decision, line: DecidedConclusion | DecidedClock) -> tuple[str, ...]:
    """Return the addresses of the rows that give a conclusion, or of a clock."""
    if isinstance(line, DecidedClock):
        return (f"{decision.program}/clock/{line.id}",)
    return tuple(f"{decision.program}/{line.id}/{row}" for row in line.rows)


def name_of(address: str) -> str:
    """Return the name of the question or unclear point that an address is of; of a fact, what is stated."""
    return address.partition("@")[0]


def _everything(reason: Reason) -> Iterator[Reason]:
    yield reason
    for below in reason.because:
        yield from _everything(below)
