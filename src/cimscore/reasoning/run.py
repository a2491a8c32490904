"""One run of a program over a situation: each condition worked out once, and one point answered otherwise cheaply."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from typing import Any, assert_never

from cimscore.grades import CERTAIN
from cimscore.reasoning.aggregates import aggregated
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.compiling.failing import FAILURES, raise_if_of_a_plugin
from cimscore.reasoning.compiling.modes import Mode, mode_of
from cimscore.reasoning.context import Context
from cimscore.reasoning.graded import EMPTY, Graded, LookedUp, Tuple
from cimscore.reasoning.points.answers import Answers, Given, Moments, bounded, grouped, with_answer
from cimscore.reasoning.points.force import Editions, ForceGrades, OneOrAnother, force_of, rows_in_force
from cimscore.reasoning.points.points import Situation
from cimscore.reasoning.timing.clocks import ClockValues
from cimscore.reasoning.timing.histories import Histories
from cimscore.rules.conditions.aggregates import Aggregate
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.predicates import Defined, Held, Relation
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import EDITION, Conclusion, ConclusionRow, Topic
from cimscore.rules.rows.editions import Covers
from cimscore.rules.rows.questions import Answered, DecidedAt, GroupedWith, Question, Reading
from cimscore.rules.rows.tables import Table

Use = Callable[[str], Any]
AllGiven = Mapping[str, Mapping[Tuple, Given]]


class Run:
    """Run of a program over a situation. Each result is computed when it is asked for.

    Attributes:
        compiled: Program, ready to run.
        situation: Statements of the case.
        given: Answers, by question id and things.
        readings: Readings chosen by the caller, by id. The program's own apply to the rest.
        context: Inputs that no answer changes: time zone, calendars, moment of the assessment.
        editions: Editions chosen by the caller, by document. The program chooses the rest.
    """

    def __init__(
        self,
        compiled: Compiled,
        situation: Situation,
        given: AllGiven,
        context: Context,
        readings: Mapping[str, Any] | None = None,
        editions: Mapping[str, str] | None = None,
        stated: Mapping[str, Any] | None = None,
    ) -> None:
        """Begin a run. Values in `stated`, by key, are used as they are."""
        self.compiled = compiled
        self.situation = situation
        self.given = given
        self.context = context
        self.readings = readings or {}
        self.editions = editions or {}
        self._values: dict[str, Any] = {**(stated or {})}
        self._before: Run | None = None
        self._changed: frozenset[str] = frozenset()
        self._affected: frozenset[str] = frozenset()
        self._changes_force = False

    # What is asked for.

    def value(self, predicate: Predicate) -> Any:
        """Return what a predicate holds of: a `Graded`, `Answers`, `Moments` or a look-up."""
        return self.use(predicate.key)

    def use(self, key: str) -> Any:
        """Return the value of a key, computed once."""
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = self._carried_over(key)
        return found

    def rows(self, conclusion: Conclusion, row: str) -> Graded:
        """Return the heads that one row of a conclusion gives, each with its grade."""
        self.value(conclusion)
        name = f"{conclusion.key}/{row}"
        if name not in self._values and self._before is not None:
            return self._before.rows(conclusion, row)
        found: Graded = self._values[name]
        return found

    def clock(self, id: str) -> ClockValues:
        """Return the parts of a clock, as they are worked out in this run."""
        key = f"clock:{id}"
        found: ClockValues | None = self._values.get(key)
        if found is None:
            clock = next(clock for clock in self.compiled.program.every_clock if clock.id == id)
            limit = self.force.grade(clock.cites[0])
            found = self._values[key] = ClockValues(clock, self.compiled, used_by(self), limit, self.context)
        return found

    @property
    def histories(self) -> Histories:
        """Return the moves of records, checked against their workflows."""
        flows, force = self.compiled.program.workflows, self.force
        by_kind = {flow.kind: flow for flow in flows}
        base = self.situation.base
        context = self.context
        return Histories(
            by_kind, lambda predicate: base.get(predicate.key, EMPTY), force.grade, context.zone, context.folded
        )

    @property
    def force(self) -> ForceGrades:
        """Return the grade of each clause being in force."""
        if "force" not in self._values and self._before is not None and not self._changes_force:
            return self._before.force
        found: ForceGrades = self._values.get("force") or self._worked_out_force()
        return found

    @property
    def governed(self) -> frozenset[str]:
        """Return the documents of which some edition certainly governs, even if it is not known which."""
        if "governed" not in self._values:
            before = None if EDITION in self._affected else self._before
            self._values["governed"] = before.governed if before else self._worked_out_governed()
        found: frozenset[str] = self._values["governed"]
        return found

    # One point answered otherwise.

    def answered(self, address: str, value: Any) -> Run:
        """Return the run in which a point has another value. Everything that does not read it is shared with this run.

        Args:
            address: The point's address.
            value: One of its values.
        """
        program = self.compiled.program
        kind, _, about = address.partition("@")
        owner, _, name = kind.partition("/")
        if name and owner in program.owners:
            if f"reading:{name}" in program.predicates:
                return self._changed_by({f"reading:{name}"}, readings={**self.readings, name: value})
            things = self.context.things_at(address)
            answers = with_answer(self.given.get(name, {}), things, value)
            changed = program.keys_of_answers(name, bound=not answers[things].supposed)
            return self._changed_by(changed, given={**self.given, name: answers})
        if kind == "edition":
            return self._changed_by({EDITION}, editions={**self.editions, about: value})
        situation = self.situation.answered(address, value)
        # "is not" rather than "!=": relations that stay the same are the same objects, and comparing them is slow.
        keys = {key for key, relation in situation.base.items() if relation is not self.situation.base.get(key)}
        return self._changed_by(keys, situation=situation)

    def _changed_by(self, keys: set[str], **changes: Any) -> Run:
        kept = {"situation": self.situation, "given": self.given, "readings": self.readings, "editions": self.editions}
        run = Run(self.compiled, context=self.context, **{**kept, **changes})
        run._before, run._changed = self, frozenset(keys)
        run._affected = self.compiled.affected_by(run._changed)
        # An edition decides which clauses are in force, so a change of edition can change every row. If the table comes
        # out the same, nothing else needs to be computed again.
        moved = EDITION in run._affected and run.use(EDITION) is not self.use(EDITION)
        if moved or run.governed != self.governed:
            run._changes_force = True
            run._affected |= self.compiled.affected_by(frozenset({EDITION}))
        return run

    # Working out.

    def _carried_over(self, key: str) -> Any:
        """Return the value from the run before if nothing that it reads has changed; otherwise compute it."""
        before = self._before
        if before is not None and key not in self._affected:
            return before.use(key)
        predicate = self.compiled.program.predicates[key]
        if before is None:
            return self._worked_out(predicate)
        if key not in self._changed and not self._changes_force and self._same_inputs(key, before):
            return before.use(key)
        found, old = self._worked_out(predicate), before.use(key)
        same = isinstance(found, Graded) and isinstance(old, Graded) and found.same_as(old)
        return old if same else found

    def _same_inputs(self, key: str, before: Run) -> bool:
        return all(self.use(read) is before.use(read) for read in self.compiled.inputs(key) if read in self._affected)

    def _worked_out(self, predicate: Predicate) -> Any:
        try:
            return self._value_of(predicate)
        except FAILURES as error:
            raise_if_of_a_plugin(error, f"{predicate.key} ({predicate.written})")
            raise

    def _value_of(self, predicate: Predicate) -> Any:
        match predicate:
            case Defined():
                return self._defined(predicate)
            case Conclusion():
                return self._concluded(predicate)
            case Question():
                return self._answers(predicate)
            case DecidedAt() | Answered() | GroupedWith():
                return self._of_question(predicate)
            case Aggregate():
                return aggregated(predicate, self.compiled.group(predicate)(self.use))
            case ClockPart(clock=clock, name=name):
                return self.clock(clock.id).part(name)
            case _:
                return self._stated(predicate)

    def _stated(self, predicate: Predicate) -> Any:
        """Return what the case or the policy says by itself."""
        match predicate:
            case Held():
                return self.histories.held(predicate)
            case Relation():
                return self.situation.base.get(predicate.key, EMPTY)
            case Reading():
                return Graded({(self.readings.get(predicate.id, predicate.taken),): CERTAIN})
            case Table(rows=rows):
                return rows_in_force(rows, self.force)
            case Covers():
                return Editions(self.compiled.program.policy, self.context.zone, self.context.editions)
            case _:
                raise TypeError(f"nothing is worked out for a {type(predicate).__name__}")

    def _of_question(self, predicate: DecidedAt | Answered | GroupedWith) -> Any:
        answers: Answers = self.value(predicate.question)
        match predicate:
            case DecidedAt():
                return Moments(of=answers, read=self.context.decided_at)
            case Answered():
                return Graded({things: CERTAIN for things in answers.given if answers.was_given(things)})
            case GroupedWith():
                return grouped(answers, [home for (home,) in self.use("relation:is-home").rows])
            case _:
                assert_never(predicate)

    def _defined(self, predicate: Defined) -> Any:
        unit = self.compiled.definition(predicate)
        match mode_of(predicate):
            case Mode.LOOKED_UP:
                return LookedUp(unit(used_by(self)))
            case Mode.DENIED:
                return Graded({things: CERTAIN - grade for things, grade in unit(self.use).items()}, CERTAIN)
            case _:
                return Graded(unit(self.use))

    def _concluded(self, conclusion: Conclusion) -> Graded:
        best: dict[Tuple, int] = {}
        chosen = conclusion.topic is Topic.EDITIONS  # What chooses an edition cannot hang on the one that governs.
        for row in conclusion.rows:
            limit = CERTAIN if chosen else self.force.grade(row.cites[0])
            found = self._heads(conclusion, row) if limit else {}
            if limit < CERTAIN:
                found = {head: min(grade, limit) for head, grade in found.items()}
            self._values[f"{conclusion.key}/{row.id}"] = Graded(found)
            for head, grade in found.items():
                if grade > best.get(head, 0):
                    best[head] = grade
        if conclusion.key == EDITION and self.editions:
            best = {head: grade for head, grade in best.items() if head[0] not in self.editions}
            best.update({choice: CERTAIN for choice in self.editions.items() if choice[1]})
        return Graded(best)

    def _heads(self, conclusion: Conclusion, row: ConclusionRow, use: Use | None = None) -> dict[Tuple, int]:
        try:
            heads: dict[Tuple, int] = self.compiled.row(conclusion, row)(use or self.use)
        except FAILURES as error:
            raise_if_of_a_plugin(error, f"{conclusion.key}/{row.id} ({conclusion.written})")
            raise
        return heads

    def _answers(self, question: Question[Any]) -> Answers:
        conditions = (question.among, question.unless, question.beside)
        among, unless, beside = (self._listed_for(question, condition) for condition in conditions)
        told = [[self.given.get(id, {}) for id in ids] for ids in self.compiled.program.order.get(question.id, ())]
        working = bounded(question, self._listed_for(question, question.working), told, self.context.zone)
        ruled_out = {answer: self._listed(question, when) for answer, when in question.ruled_out.items()}
        return Answers(question, self.given.get(question.id, {}), working, among, unless, beside, ruled_out)

    def _listed_for(self, question: Question[Any], condition: object) -> Graded | None:
        return self._listed(question, condition) if isinstance(condition, Condition) else None

    def _listed(self, question: Question[Any], condition: Condition) -> Graded:
        return Graded(self.compiled.among(question, condition)(self.use))

    def _worked_out_force(self) -> ForceGrades:
        program = self.compiled.program
        chosen = self.use(EDITION) if EDITION in program.predicates else EMPTY
        decided = self.compiled.documents_decided
        found = self._values["force"] = force_of(program.policy, chosen, decided, self.governed)
        return found

    def _worked_out_governed(self) -> frozenset[str]:
        """Return the documents with a certain edition, and those for which some row certainly finds one."""
        table = self.compiled.program.predicates.get(EDITION)
        if not isinstance(table, Conclusion):
            return frozenset()
        chosen = self.value(table).rows
        sure = {document for (document, _), grade in chosen.items() if grade == CERTAIN}
        if all(document in sure or document in self.editions for document, _ in chosen):
            return frozenset(sure)
        for row in table.rows:
            heads = self._heads(table, row, self._one_or_another)
            sure |= {document for (document, _), grade in heads.items() if grade == CERTAIN}
        return frozenset(document for document in sure if self.editions.get(document) != "")

    def _one_or_another(self, key: str) -> Any:
        """Return the value of a key; for editions, only if there is one at all."""
        found = self.use(key)
        return OneOrAnother(found) if isinstance(found, Editions) else found


def used_by(run: Run) -> Callable[[str], Any]:
    """Return how a value of a run asks it for others: weakly, so that the two are no circle that outlives them."""
    # Many runs are made for one decision. With a strong reference each would be part of a cycle, and freed late.
    known = weakref.ref(run)

    def use(key: str) -> Any:
        alive = known()
        if alive is None:
            raise ReferenceError(f"{key} is asked of a run that is over")
        return alive.use(key)

    return use
