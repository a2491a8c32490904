"""Deciding one case under one program: topic by topic, rule by rule, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from cimscore.assessment.editions import with_editions
from cimscore.assessment.enumeration import things_of
from cimscore.assessment.force import Force, Forces
from cimscore.assessment.observing import tell
from cimscore.assessment.outcome import Outcome, State, run_rule
from cimscore.assessment.settled import Settlement, may_read
from cimscore.case import Case, Moment, Unknown
from cimscore.household_graph import HouseholdGraph
from cimscore.policy import Clause
from cimscore.rulebook import CompiledProgram, CompiledRule
from cimscore.rules import (
    ORDER,
    EditionHeld,
    Facts,
    Failure,
    Found,
    Given,
    Open,
    Record,
    Recorder,
    Ruleset,
    Thing,
    Topic,
    World,
)


class ProgramRun:
    """One program's run over one case. It is worked out once, on making, and only read after.

    Attributes:
        compiled: The program.
        settlement: Outcomes and answers by topic.
        made: Every record settled here or in the program this one extends, with what it is subject to.
        world: What its rules could learn.
        base: The run of the program it extends.
        failures: Whatever failed beside the outcomes themselves.
    """

    world: World
    forces: Forces

    def __init__(
        self,
        compiled: CompiledProgram,
        case: Case,
        graph: HouseholdGraph,
        readings: Mapping[str, Any],
        as_at: Moment | Unknown,
        base: ProgramRun | None,
        editions: Mapping[str, str],
    ) -> None:
        self.compiled = compiled
        self.settlement = Settlement()
        self.base = base
        self.case = case
        self.failures: list[Failure] = []
        self.made: dict[Record, frozenset[str]] = dict(base.made) if base else {}
        self._now = Topic.EDITIONS
        self.world = World(
            case=case,
            graph=graph,
            given=answers_given(case),
            names={**(base.world.names if base else {}), **compiled.names},
            readings=readings,
            zone=compiled.program.zone,
            calendars={calendar.id: calendar for calendar in compiled.declared.calendars},
            as_at=as_at,
            findings=self,
        )
        self._things: dict[type[Any], list[Any]] = {}
        self._recorder = Recorder()
        self._others: dict[frozenset[tuple[str, Any]], tuple[Facts, Recorder]] = {}
        self._facts = Facts(self.world, self._recorder)
        self.forces = Forces(compiled, self.settlement, case, base.forces if base else None)
        for topic in Topic:
            self._settle(topic, editions)
        self._refuse_unchosen_editions()
        self._join_deadlines()
        tell(outcome for outcomes in self.settlement.outcomes.values() for outcome in outcomes)

    def _settle(self, topic: Topic, editions: Mapping[str, str]) -> None:
        self._now = topic
        if topic is Topic.EDITIONS or topic is Topic.SCOPE or self.scope.state is not State.ABSENT:
            found = list(self._outcomes(topic))
            chosen = topic is Topic.EDITIONS and editions
            self.settlement.settle(topic, with_editions(found, self.forces.sources, editions) if chosen else found)
        if topic is Topic.RECORDS:
            self.made = {**self.made, **self.settlement.records()}
            self._things.clear()

    # What rules may read.

    def found(self, rules: Ruleset[Any], about: Thing, key: str) -> Found:
        """See `cimscore.rules.Findings.found`."""
        may_read(self._now, rules)
        owner = self.owner_of(rules)
        record = about if isinstance(about, Record) else getattr(about, "record", None)
        if record is not None and record not in owner.made:
            return Found(answer=None, findings=(), subject_to=owner.await_records())
        found = owner.settlement.found(rules, about, key)
        if found.answer is None:
            owner.forces.silent(rules)
            return attrs.evolve(found, subject_to=found.subject_to | owner.silent_for)
        return found

    def edition_behind(self, clause: str) -> EditionHeld:
        """See `cimscore.rules.Findings.edition_behind`."""
        return self.forces.held(self.clause(clause).source)

    def records(self, kind: str) -> Found:
        """See `cimscore.rules.Findings.records`."""
        absent = self.await_records()
        made = tuple(sorted((record for record in self.made if record.kind == kind), key=str))
        subject_to = absent.union(*(self.made[record] for record in made))
        return Found(answer=made, findings=tuple(map(str, made)), subject_to=subject_to)

    def await_records(self) -> frozenset[str]:
        """Make sure that no further record can come, and tell what that is subject to.

        Raises:
            Open: A rule that could still propose one is open, has failed, or is not in the source.
        """
        waiting = self.settlement.waiting(Topic.RECORDS)
        if waiting:
            raise Open(waiting)
        for ruleset in self.compiled.declared.rulesets.get(Topic.RECORDS, ()):
            self.forces.silent(ruleset)
        mine = self.settlement.absent_subject_to(Topic.RECORDS) | self.silent_for
        return mine | self.base.await_records() if self.base else mine

    def owner_of(self, rules: Ruleset[Any]) -> ProgramRun:
        """The run, here or of the program extended, that a ruleset belongs to."""
        for declared in self.compiled.declared.rulesets.get(rules.topic, ()):
            if declared is rules:
                return self
        if self.base is None:
            raise LookupError(f"the ruleset read (topic {rules.topic}) is declared by no program in reach")
        return self.base.owner_of(rules)

    def extends(self, program: str) -> bool:
        """Whether this is a run of a program that extends another, at once or by way of a third."""
        return self.base is not None and (self.base.compiled.program.id == program or self.base.extends(program))

    # Running rules.

    @property
    def scope(self) -> Force:
        """Whether the case is in the program's scope, and what that is subject to."""
        return self.forces.scope

    @property
    def silent_for(self) -> frozenset[str]:
        """What it is subject to that the program says nothing, while the case is taken to be out of its scope."""
        if ORDER[self._now] <= ORDER[Topic.SCOPE] or self.scope.state is not State.ABSENT:
            return frozenset()
        return self.scope.subject_to

    def run(self, rule: CompiledRule, about: Any, readings: Mapping[str, Any] | None = None) -> Outcome:
        """Run one rule on one thing; with other `readings`, on a memory that keeps what they leave as it is."""
        provision = self._provision(rule, about)
        self._now, before = rule.rule.topic, self._now
        try:
            if readings is None:
                return run_rule(rule, about, self._facts, self._recorder, provision)
            return run_rule(rule, about, *self._by(readings), provision)
        finally:
            self._now = before

    def _by(self, readings: Mapping[str, Any]) -> tuple[Facts, Recorder]:
        """What rules are run with by other readings: made once for each choice of them."""
        key = frozenset(readings.items())
        if key not in self._others:
            recorder = Recorder(self._recorder, readings)
            other = {**self.world.readings, **readings}
            world = attrs.evolve(self.world, readings=other, proposed={}, consulted=set())
            self._others[key] = (Facts(world, recorder), recorder)
        return self._others[key]

    def clause(self, id: str) -> Clause:
        """A clause of this program or of the one it extends."""
        found = next((clause for clause in self.compiled.declared.clauses if clause.id == id), None)
        if found is None and self.base is not None:
            return self.base.clause(id)
        if found is None:
            raise LookupError(f"no clause {id!r} in {self.compiled.program.id}")
        return found

    def things(self, kind: type[Any]) -> list[Any]:
        """Everything of one type that a rule could be about, by address."""
        if kind not in self._things:
            self._things[kind] = things_of(kind, self.case, self.compiled.declared.sources, tuple(self.made))
        return self._things[kind]

    def _outcomes(self, topic: Topic) -> Iterator[Outcome]:
        for rule in self.compiled.rules[topic]:
            force = self.forces.of(rule)
            if force.state is State.ABSENT:
                continue
            for thing in self.things(rule.about):
                if force.cause:
                    yield Outcome(rule=rule, about=thing, state=force.state, cause=force.cause)
                else:
                    yield self.run(rule, thing)

    def _provision(self, rule: CompiledRule, about: Any) -> frozenset[str]:
        """What a rule's outcome about a thing is subject to before anything is asked."""
        provision = self.forces.of(rule).subject_to
        if rule.rule.topic not in (Topic.EDITIONS, Topic.SCOPE):
            provision |= self.scope.subject_to
        record = about if isinstance(about, Record) else getattr(about, "record", None)
        return provision | self.made.get(record, frozenset()) if record is not None else provision

    def _refuse_unchosen_editions(self) -> None:
        """A source of several editions of which no rule chooses one would fall silent: say so."""
        one = self.compiled.declared
        cited = {clause.source for rules in self.compiled.rules.values() for rule in rules for clause in rule.clauses}
        for source in one.sources:
            _, force = self.forces.edition(source.id)
            chosen = self.forces.choice(source.id) or force.cause
            if source.id in cited and len(source.editions) > 1 and not chosen:
                message = f"No rule chooses an edition of {source.id}, so none of the rules that cite it is in force."
                rule = f"{one.program.id}/{Topic.EDITIONS}"
                self.failures.append(
                    Failure(rule=rule, about=source.id, plugin=one.distribution[0], clauses=(), message=message)
                )

    def _join_deadlines(self) -> None:
        """A deadline for an act that is nobody's duty is a mistake in the plugin: say so."""
        for deadline in self.settlement.in_topic(Topic.TIMEFRAMES):
            if not self.has_duty(str(deadline.about), deadline.key):
                rule = deadline.grounds[0].rule
                message = f"A deadline for {deadline.key!r}, which is nobody's duty. Declare the duty or mend the name."
                self.failures.append(
                    Failure(
                        rule=rule.address,
                        about=str(deadline.about),
                        plugin=rule.plugin,
                        clauses=rule.rule.cites,
                        message=message,
                    )
                )

    def has_duty(self, about: str, act: str) -> bool:
        """Whether an act is, or may turn out to be, somebody's duty."""
        if (Topic.DUTIES, about, act) in self.settlement.answers:
            return True
        if any(outcome.cause and str(outcome.about) == about for outcome in self.settlement.outcomes[Topic.DUTIES]):
            return True  # an open duty may turn out to be this one
        return self.base is not None and self.base.has_duty(about, act)


def answers_given(case: Case) -> dict[str, Given]:
    """Every answer of the document to a program's question, by ``program/question@about``."""
    given = {f"{fact.question}@{fact.about}": Given(answer=fact.answer) for fact in case.facts}
    for decision in case.decisions:
        for about in decision.about:
            given[f"{decision.question}@{about}"] = Given(answer=decision.answer, by=decision.by, at=decision.at)
    return given
