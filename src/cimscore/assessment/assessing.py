"""Assessing a case: the one way in, and the assessment that comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from cimscore.assessment import explain, possible, report, sensitivity, why_not
from cimscore.assessment.care import SharedCare, shared_care_in
from cimscore.assessment.editions import check_editions
from cimscore.assessment.engine import ProgramRun
from cimscore.assessment.finding import Asked, Conclusion, DutyDue, Finding, ProgramDecision, ScopeState
from cimscore.assessment.given import check_answers
from cimscore.assessment.outcome import Outcome
from cimscore.assessment.receipt import Receipt, receipt_for
from cimscore.case import Case, Moment
from cimscore.errors import CimsError, UnknownNameError
from cimscore.household_graph import HouseholdGraph
from cimscore.rulebook import Rulebook
from cimscore.rules import Failure, Topic


class NoProgramError(CimsError):
    """Neither the case nor the caller names a program: name one, for nothing installed acts unasked."""


@attrs.frozen(kw_only=True, slots=False)
class Assessment:
    """A reasoned decision on one case, each program's apart.

    Attributes:
        case: The case's id.
        shared_care: Children who live in more than one household.
        programs: What each program decides.
        open_questions: What is asked, each once, with everything that waits for it.
        assumptions: What was taken for granted, and why.
        failures: What went wrong in a plugin; whatever rests on it is open.
        receipt: What the assessment rests on.
    """

    case: str
    shared_care: tuple[SharedCare, ...]
    programs: tuple[ProgramDecision, ...]
    open_questions: tuple[Asked, ...]
    assumptions: tuple[str, ...]
    failures: tuple[Failure, ...]
    receipt: Receipt
    _inputs: Inputs = attrs.field(repr=False, eq=False, alias="inputs")
    _runs: Mapping[str, ProgramRun] = attrs.field(repr=False, eq=False, alias="runs")

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding that applies, is open or has failed, with its trace; worked out when first asked for."""
        return tuple(finding for run in self._runs.values() for finding in report.findings_of(run))

    @property
    def records(self) -> tuple[Conclusion, ...]:
        """Every record to make."""
        return tuple(conclusion for one in self.programs for conclusion in one.of(Topic.RECORDS))

    @property
    def duties(self) -> tuple[DutyDue, ...]:
        """Every duty with its deadline. Obligations of several programs add up; none is merged."""
        found: list[DutyDue] = []
        for one in self.programs:
            lines = [it for it in self.programs if self._runs[it.program].extends(one.program)]
            due = {(it.about, it.key): it for other in [*lines, one] for it in other.of(Topic.TIMEFRAMES)}
            found += [DutyDue(duty=it, deadline=due.get((it.about, it.key))) for it in one.of(Topic.DUTIES)]
        return tuple(found)

    @property
    def decided(self) -> bool:
        """Whether nothing is open, nothing failed, and no finding is subject to anything."""
        provisional = any(map(report.is_provisional, self._runs.values()))
        return not (self.open_questions or self.failures or provisional or self._open_scope)

    @property
    def tried(self) -> Mapping[str, int]:
        """How many rules were tried on how many things, by program: what an assessment costs."""
        return {id: sum(map(len, run.settlement.outcomes.values())) for id, run in self._runs.items()}

    @property
    def consulted(self) -> frozenset[str]:
        """Names of the interpretations that a rule read in deciding this case."""
        return frozenset().union(*(run.world.consulted for run in self._runs.values()))

    @property
    def _open_scope(self) -> bool:
        return any(one.scope is ScopeState.OPEN or one.scope_subject_to for one in self.programs)

    def explain(self) -> str:
        """The whole assessment with its traces, as text."""
        return explain.explained(self)

    def why_not(self, rule: str, about: str) -> Outcome:
        """Why a rule does not apply to a thing; worked out anew, with every condition's value.

        Args:
            rule: ``program/topic/rule``.
            about: The thing's address.

        Raises:
            UnknownNameError: There is no such rule or thing.
        """
        return why_not.why_not(self._runs, rule, about)

    def possible(self, question: str) -> tuple[possible.Possibility, ...]:
        """What each answer to an open question leads to; empty where its answers cannot be listed.

        Args:
            question: The address of an open question, ``program/question@about``.

        Raises:
            UnknownNameError: That question is not open here.
        """
        return possible.possibilities(self, self._inputs, question)

    def sensitivity(self) -> tuple[sensitivity.Sensitive, ...]:
        """Which open readings would change this case, and how."""
        return sensitivity.sensitive(self, self._inputs)


@attrs.frozen(kw_only=True, eq=False)
class Inputs:
    """What an assessment was made from, so that it can be made again with one thing changed."""

    case: Case
    rulebook: Rulebook
    at: Moment | None
    readings: Mapping[str, str]
    programs: tuple[str, ...]
    editions: Mapping[str, str]

    def assess(self) -> Assessment:
        """Assess these inputs."""
        return assess(
            self.case,
            self.rulebook,
            at=self.at,
            readings=self.readings,
            programs=self.programs,
            editions=self.editions,
        )


def assess(
    case: Case,
    rulebook: Rulebook,
    *,
    at: Moment | None = None,
    readings: Mapping[str, str] | None = None,
    programs: Sequence[str] | None = None,
    editions: Mapping[str, str] | None = None,
) -> Assessment:
    """Decide a case under the programs it names.

    Args:
        case: The case, as read by `Rulebook.read_case` or built in Python.
        rulebook: Every installed program.
        at: The moment the assessment is made for; the moment of receipt when not given.
        readings: Readings chosen instead of those taken, by ``program/interpretation``.
        programs: Narrows the programs the case names; names them where the case names none.
        editions: Editions chosen instead of those that the rules choose, by source; see `compare`.

    Raises:
        NoProgramError: Neither the case nor the caller names a program.
        UnknownNameError: A program, interpretation, reading, source or edition is not known.
        DocumentError: The case was built in Python and holds answers of another type than asked for.
    """
    active = _active(case, rulebook, programs)
    check_answers(case, rulebook)
    case = case.without_notifier()
    check_editions(rulebook, editions or {})
    chosen = sensitivity.chosen_readings(rulebook, readings or {})
    as_at = at or case.dates.received
    graph = HouseholdGraph(case)
    runs: dict[str, ProgramRun] = {}
    for id in _bases_first(active, rulebook):
        base = runs.get(rulebook.programs[id].program.extends)
        runs[id] = ProgramRun(rulebook.programs[id], case, graph, chosen, as_at, base, editions or {})
    shown = {id: runs[id] for id in sorted(runs)}
    return Assessment(
        case=case.id,
        shared_care=tuple(shared_care_in(graph, next(iter(shown.values())).world.zone)),
        programs=tuple(report.decision_of(run) for run in shown.values()),
        open_questions=report.asked_by(shown.values()),
        assumptions=_assumptions(shown),
        failures=tuple(sorted({failure for run in shown.values() for failure in report.failures_of(run)})),
        receipt=receipt_for(case, shown.values(), as_at, readings or {}, editions or {}),
        inputs=Inputs(
            case=case, rulebook=rulebook, at=at, readings=readings or {}, programs=active, editions=editions or {}
        ),
        runs=shown,
    )


def _active(case: Case, rulebook: Rulebook, programs: Sequence[str] | None) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(programs if programs is not None else case.programs))
    if not named:
        raise NoProgramError(
            f"No program is named for the case {case.id!r}. Write `programs: [...]` in the document or name one when "
            f"assessing. Installed: {', '.join(rulebook.programs) or 'none'}."
        )
    for id in named:
        rulebook.program(id)
        if case.programs and id not in case.programs:
            raise UnknownNameError(
                "program in this case",
                id,
                case.programs,
                f"It names {', '.join(case.programs)}; an argument only narrows.",
            )
    return named


def _bases_first(active: Sequence[str], rulebook: Rulebook) -> Iterator[str]:
    """The active programs and those they extend, each after the one it extends."""
    done: set[str] = set()
    for id in sorted(active):
        line = [id]
        while base := rulebook.program(line[-1]).program.extends:
            line.append(base)
        for one in reversed(line):
            if one not in done:
                done.add(one)
                yield one


def _assumptions(runs: Mapping[str, ProgramRun]) -> tuple[str, ...]:
    taken: dict[str, Any] = dict.fromkeys(_COMPLETE)
    taken.update(dict.fromkeys(line for run in runs.values() for line in report.assumptions_of(run)))
    return tuple(taken)


_COMPLETE = (
    "Lists of people, households, relationships, concerns, records on file and their moves are taken as complete.",
    "Only a person without a residence and a child without a parent count as unknown by being left out.",
    "A residence without from or until has no limit; a move that is not listed has not happened.",
)
