"""On which open points a grade hangs: an upper bound, walked from the top, each thing once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cimscore.author.aggregates import Aggregate
from cimscore.author.clocks import ClockPart
from cimscore.author.conclusions import Conclusion, ConclusionRow, NamedRecord
from cimscore.author.conditions import And, Condition, Holds, Not, Or, Some
from cimscore.author.editions import Covers
from cimscore.author.predicates import Defined, Predicate, Relation
from cimscore.author.questions import Answered, AnsweredBy, DecidedAt, GroupedWith, Question, Reading, Table
from cimscore.author.things import RecordName, Variable
from cimscore.reasoning.graded import CERTAIN, Tuple
from cimscore.reasoning.run import Run
from cimscore.reasoning.walking import Binding, bindings, grade_of, value_of

MOST_STEPS: Final = 20_000


class Support:
    """The walk from conclusions down to the open points that could move them.

    Attributes:
        found: The addresses reached so far.
        complete: Whether the walk ended by itself; at the bound it is told that there may be more.
    """

    def __init__(self, run: Run, *, adopted: bool = False) -> None:
        self._run = run
        self._adopted = adopted
        self._seen: set[tuple[str, Tuple]] = set()
        self._steps = 0
        self._program = run.compiled.program.id
        self.found: dict[str, None] = {}

    @property
    def complete(self) -> bool:
        """Return True if the walk ended by itself."""
        return self._steps < MOST_STEPS

    def of(self, predicate: Predicate, things: Tuple) -> None:
        """Walk down from what a predicate holds, or does not hold, of some things."""
        if (predicate.key, things) in self._seen or not self.complete:
            return
        self._seen.add((predicate.key, things))
        self._steps += 1
        match predicate:
            case Relation():
                self.found.update(dict.fromkeys(self._run.situation.sources(predicate.key, things)))
            case Question():
                self._question(predicate, things[:-1])
            case DecidedAt(question=question) | AnsweredBy(question=question):
                self._question(question, things[:-1])
            case GroupedWith(question=question):
                self._question(question, ())
            case Answered(question=question):
                self._question(question, things)
            case Reading(id=id):
                if self._adopted:
                    self.found[f"{self._program}/{id}"] = None
            case Defined(things=variables, condition=condition):
                self.condition(condition, dict(zip(variables, things, strict=True)))
            case Conclusion():
                self._conclusion(predicate, things)
            case Aggregate(condition=condition):
                names = (*predicate.group, predicate.member)
                self.condition(condition, dict(zip(names, things, strict=False)))
            case ClockPart(clock=clock):
                self._clock(predicate, dict(zip(clock.things, things, strict=False)))
            case Table() | Covers():
                self._edition()
            case _:
                pass

    def condition(self, condition: Condition, binding: Binding) -> None:
        """Walk down from a condition, of which some variables are bound."""
        self._steps += 1
        if not self.complete:
            return
        match condition:
            case And(parts=parts) | Or(parts=parts):
                self._parts(condition, parts, binding)
            case Not(part=part):
                self.condition(part, binding)
            case Some(things=things, part=part):
                outer = {variable: thing for variable, thing in binding.items() if variable not in things}
                self.condition(part, outer)
            case Holds(predicate=predicate, terms=terms):
                if condition.free <= binding.keys():
                    self.of(predicate, tuple(value_of(term, binding) for term in terms))
                else:
                    for inner, _ in bindings(self._run, condition, binding):
                        self.of(predicate, tuple(value_of(term, inner) for term in terms))

    def _parts(self, condition: Condition, parts: tuple[Condition, ...], binding: Binding) -> None:
        """Walk the parts under every binding of their variables that is possible at all."""
        if condition.free <= binding.keys():
            for part in self._that_matter(condition, parts, binding):
                self.condition(part, binding)
            return
        if isinstance(condition, Or):
            for part in parts:
                self.condition(part, binding)
            return
        for inner, _ in list(bindings(self._run, condition, binding)):
            for part in parts:
                self.condition(part, inner)

    def _that_matter(self, condition: Condition, parts: tuple[Condition, ...], binding: Binding) -> Iterator[Condition]:
        """Yield the parts that can still move the whole: none where one part settles it for certain."""
        settles = 0 if isinstance(condition, And) else CERTAIN
        grades = [grade_of(self._run, part, binding) for part in parts]
        if settles in grades and not self._adopted:
            return
        for part, grade in zip(parts, grades, strict=True):
            if self._adopted or grade not in (0, CERTAIN):
                yield part

    def _question(self, question: Question[Any], things: Tuple) -> None:
        answers = self._run.value(question)
        if not answers.is_open(things):
            return
        if self._adopted or not question.granted or things in answers.given:
            address = "@".join((f"{self._program}/{question.id}", *(map(str, things) if things else ("case",))))
            self._run.context.addressed[address] = things
            self.found[address] = None
        for condition in (question.working, question.among):
            if isinstance(condition, Condition):
                self.condition(condition, dict(zip(question.things, things, strict=True)))

    def _conclusion(self, conclusion: Conclusion, things: Tuple) -> None:
        self._edition()
        for row in conclusion.rows:
            binding = bound_by_head(row, things)
            if binding is not None:
                self.condition(row.condition, binding)

    def _clock(self, part: ClockPart, binding: Binding) -> None:
        self._edition()
        clock = part.clock
        for condition in (clock.owed, clock.begins, clock.starts, clock.also, clock.stops, clock.bars):
            if condition is not None:
                self.condition(condition, binding)

    def _edition(self) -> None:
        program = self._run.compiled.program
        if "conclusion:edition" not in program.predicates:
            return
        for (document, edition), grade in self._run.use("conclusion:edition").rows.items():
            if grade < CERTAIN or self._adopted:
                self.found[f"edition@{document}"] = None
            self.of(program.predicates["conclusion:edition"], (document, edition))


def bound_by_head(row: ConclusionRow, things: Tuple) -> dict[Variable, Any] | None:
    """Return what the things of a head bind in a row; None where the head cannot give them."""
    binding: dict[Variable, Any] = {}
    for term, thing in zip(row.head, things, strict=True):
        if isinstance(term, NamedRecord):
            if not _bound_by_record(term, thing, binding):
                return None
        elif isinstance(term, Variable):
            if binding.setdefault(term, thing) != thing:
                return None
        elif isinstance(term, str | int) and term != thing:
            return None
    return binding


def _bound_by_record(term: NamedRecord, record: RecordName, binding: dict[Variable, Any]) -> bool:
    if (
        record.kind != term.kind.name
        or record.of_kind != term.of_kind
        or bool(record.focus) != (term.focus is not None)
    ):
        return False
    for part, thing in ((term.of, record.of), (term.focus, record.focus)):
        if isinstance(part, Variable) and binding.setdefault(part, thing) != thing:
            return False
    return True
