"""Which edition holds, which rules are in force under it, and whether the case is in scope at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from cimscore.assessment.outcome import State
from cimscore.assessment.settled import Settled, Settlement
from cimscore.case import Case, Unknown
from cimscore.ids import CASE
from cimscore.policy import Clause, PolicyEdition, Source
from cimscore.rulebook import CompiledProgram, CompiledRule
from cimscore.rules import Asks, EditionHeld, Failure, Open, OpenQuestion, Ruleset, Topic, missing_entry


@attrs.frozen(kw_only=True)
class Force:
    """Whether something holds: a rule under the edition chosen, or a program for this case.

    Attributes:
        state: Applies, does not arise, or open.
        subject_to: Addresses of the open questions this rests on.
        cause: What is waited for while it is open.
        summary: Why, in words.
    """

    state: State
    subject_to: frozenset[str] = frozenset()
    cause: OpenQuestion | Failure | None = None
    summary: str = ""


IN_FORCE = Force(state=State.APPLIES)


class Forces:
    """Reads the topics *editions* and *scope* for everything that comes after them."""

    def __init__(self, compiled: CompiledProgram, settlement: Settlement, case: Case, base: Forces | None) -> None:
        self._compiled = compiled
        self._case = case
        self._settlement = settlement
        self._base = base
        self.sources: Mapping[str, Source] = {source.id: source for source in compiled.declared.sources}
        self._rules: dict[str, Force] = {}
        self._scope: Force | None = None

    @property
    def scope(self) -> Force:
        """Whether the case is in scope: *out* only when every scope rule definitely fails."""
        if self._scope is None:
            self._scope = self._read_scope()
        return self._scope

    def of(self, rule: CompiledRule) -> Force:
        """Whether a rule is in force: every clause it cites stands in the edition chosen for its source."""
        if rule.rule.topic is Topic.EDITIONS:
            return IN_FORCE
        if rule.address not in self._rules:
            self._rules[rule.address] = self._read_rule(rule)
        return self._rules[rule.address]

    def edition(self, source: str) -> tuple[PolicyEdition | None, Force]:
        """The edition chosen for a source (None when none covers the day), and what that rests on."""
        if source not in self.sources:
            return self._base.edition(source) if self._base else (None, Force(state=State.ABSENT))
        settled = self.choice(source)
        if settled:
            id = settled.answer.id
            return (self.sources[source].edition(id) if id else None), Force(
                state=State.APPLIES if id else State.ABSENT, subject_to=settled.subject_to
            )
        outcomes = [o for o in self._settlement.outcomes[Topic.EDITIONS] if o.about.id == source and o.cause]
        if outcomes:
            return None, Force(state=State.OPEN, cause=outcomes[0].cause)
        editions = self.sources[source].editions
        return self._by_receipt(editions[0]) if len(editions) == 1 else (None, Force(state=State.ABSENT))

    def _by_receipt(self, only: PolicyEdition) -> tuple[PolicyEdition | None, Force]:
        """A source's only edition, where no rule chooses: it holds if it covers the day of receipt."""
        received = self._case.dates.received
        if not only.is_bounded:
            return only, IN_FORCE
        if isinstance(received, Unknown):
            return None, Force(state=State.OPEN, cause=missing_entry(self._case, "received", CASE))
        covered = only.covers(received.day(self._compiled.program.zone))
        return (only, IN_FORCE) if covered else (None, Force(state=State.ABSENT))

    def held(self, source: str) -> EditionHeld:
        """The edition in force of a source, among all of its editions."""
        if source not in self.sources and self._base:
            return self._base.held(source)
        edition, force = self.edition(source)
        ids = tuple(it.id for it in self.sources[source].editions)
        return EditionHeld(edition=edition.id if edition else "", editions=ids, subject_to=force.subject_to)

    def choice(self, source: str) -> Settled | None:
        """The settled choice of a source's edition, if a rule made one."""
        return self._settlement.answers.get((Topic.EDITIONS, source, "edition"))

    def silent(self, rules: Ruleset[Any]) -> None:
        """Refuse to read silence where the edition is known in part: what it would say is not in the source.

        Raises:
            Open: A rule of the set is out of force because its source's edition is known in part.
        """
        for rule in self._compiled.rules[rules.topic]:
            missing = self._missing(rule) if rule.ruleset is rules else ()
            if missing:
                raise Open(self.gaps()[missing[0].source])

    def gaps(self) -> Mapping[str, OpenQuestion]:
        """What editions known in part leave unsaid, by source: one question for all the clauses that it is about."""
        clauses: dict[str, dict[str, None]] = {}
        for rule in self._every_rule():
            for clause in self._missing(rule):
                clauses.setdefault(clause.source, {})[clause.id] = None
        return {source: self._not_in_source(source, tuple(sorted(cites))) for source, cites in clauses.items()}

    def kept_out_by(self, source: str) -> Iterator[CompiledRule]:
        """The rules that are out of force only because the source's edition is known in part."""
        return (rule for rule in self._every_rule() if any(it.source == source for it in self._missing(rule)))

    def _every_rule(self) -> Iterator[CompiledRule]:
        yield from (rule for rules in self._compiled.rules.values() for rule in rules)

    def _missing(self, rule: CompiledRule) -> tuple[Clause, ...]:
        """The clauses that keep a rule out of force only because the edition chosen is known in part."""
        if self.of(rule).state is not State.ABSENT:
            return ()
        kept_out = [(clause, self.edition(clause.source)[0]) for clause in rule.clauses]
        absent = [(clause, edition) for clause, edition in kept_out if not edition or edition.id not in clause.editions]
        if any(edition is None or edition.complete or clause.bounded for clause, edition in absent):
            return ()
        return tuple(clause for clause, _ in absent)

    def _not_in_source(self, source: str, cites: tuple[str, ...]) -> OpenQuestion:
        edition, _ = self.edition(source)
        name = edition.id if edition else ""
        said = cites[0] if len(cites) == 1 else f"{cites[0]} and {len(cites) - 1} more"
        return OpenQuestion(
            question=f"source/{source}/{name}",
            about="case",
            text=f"What does the edition {name} of {source} say in place of {said}? It is known in part only.",
            asks=Asks.SOURCE,
            cites=cites,
        )

    def _read_rule(self, rule: CompiledRule) -> Force:
        subject_to: frozenset[str] = frozenset()
        for clause in rule.clauses:
            edition, force = self.edition(clause.source)
            if force.state is State.OPEN:
                return Force(state=_state_of(force.cause), cause=force.cause)
            if edition is None or edition.id not in clause.editions:
                held = f"edition {edition.id}" if edition else "no edition"
                return Force(state=State.ABSENT, summary=f"{clause.id} does not stand: {held} of {clause.source} holds")
            subject_to |= force.subject_to
        return Force(state=State.APPLIES, subject_to=subject_to)

    def _read_scope(self) -> Force:
        rules = self._compiled.rules[Topic.SCOPE]
        if not rules:
            return Force(
                state=State.APPLIES, summary="the program has no scope rule: every case that names it is in scope"
            )
        settled = self._settlement.answers.get((Topic.SCOPE, "case", "inscope"))
        if settled:
            why = "; ".join(ground.rule.rule.sentence for ground in settled.grounds)
            return Force(state=State.APPLIES, subject_to=settled.subject_to, summary=why)
        outcomes = self._settlement.outcomes[Topic.SCOPE]
        waiting = next((outcome.cause for outcome in outcomes if outcome.cause), None)
        waiting = waiting or self._unread_edition(rules)
        if waiting:
            name = waiting.address if isinstance(waiting, OpenQuestion) else f"{waiting.rule}@{waiting.about}"
            return Force(state=State.OPEN, subject_to=frozenset({name}), cause=waiting, summary="it cannot be told yet")
        subject_to = frozenset().union(*(outcome.subject_to for outcome in outcomes))
        return Force(state=State.ABSENT, subject_to=subject_to, summary=self._why_out(rules))

    def _why_out(self, rules: tuple[CompiledRule, ...]) -> str:
        """Why a case is out of scope: no scope rule is in force at all, or none of those that are holds."""
        if all(self.of(rule).state is State.ABSENT for rule in rules):
            return f"no rule in force: {self.of(rules[0]).summary}"
        return "no rule of the program's scope holds"

    def _unread_edition(self, rules: tuple[CompiledRule, ...]) -> OpenQuestion | Failure | None:
        """Scope rules out of force under an edition known in part do not mean *out*."""
        for ruleset in {id(rule.ruleset): rule.ruleset for rule in rules}.values():
            try:
                self.silent(ruleset)
            except Open as signal:
                return signal.cause
        return None


def _state_of(cause: OpenQuestion | Failure | None) -> State:
    return State.FAILED if isinstance(cause, Failure) else State.OPEN
