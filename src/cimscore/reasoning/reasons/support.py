"""Open points that a grade depends on: an upper bound, found from the top, visiting each thing once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from cimscore.case import Moment, Unknown
from cimscore.grades import CERTAIN
from cimscore.limits import MOST_STEPS_WALKED
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.questions import address_at, noted
from cimscore.reasoning.reasons.walking import Binding, bindings, grade_of, value_of
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.aggregates import Aggregate
from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import And, Compared, Condition, Not, Or, Some, walk
from cimscore.rules.conditions.predicates import Defined, Held, Relation
from cimscore.rules.conditions.things import Attribute, RecordName, Variable
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import EDITION, Conclusion, ConclusionRow, Make, NamedRecord, Topic
from cimscore.rules.rows.editions import Covers
from cimscore.rules.rows.questions import Answered, DecidedAt, GroupedWith, Question, Reading
from cimscore.rules.rows.tables import Table
from cimscore.rules.uses import conditions_of

DECIDED: Final = "decided"
"""The first word of the address of the moment of an answer, before that of the question."""


class Support:
    """Open points that grades depend on. Each thing is visited once and remembered.

    A set of points is an integer with one bit for each point, so that joining two is cheap.

    Attributes:
        addresses: Address of each point reached so far, in the order of their bits.
    """

    def __init__(self, run: Run, *, adopted: bool = False) -> None:
        self._run = run
        self._adopted = adopted
        self._lists = False
        self._known: dict[tuple[str, Tuple, bool], int] = {}
        self._editions: int | None = None
        self._bits: dict[str, int] = {}
        self._moments = 0
        self._steps = 0
        self._program = run.compiled.program
        self.addresses: list[str] = []

    @property
    def complete(self) -> bool:
        """Return True if nothing was left out for want of steps."""
        return self._steps < MOST_STEPS_WALKED

    def points_of(self, points: int) -> tuple[str, ...]:
        """Return the addresses in a set of points, sorted."""
        return tuple(sorted(address for place, address in enumerate(self.addresses) if points >> place & 1))

    def of(self, predicate: Predicate, things: Tuple) -> int:
        """Return the points that the truth of a predicate for some things depends on."""
        name = (predicate.key, things, self._lists)
        found = self._known.get(name)
        if found is None:
            # Enter the result before the walk, or a cycle would never end.
            self._known[name] = 0  # What comes back to itself, as an edition does, adds nothing of its own.
            found = self._known[name] = self._of(predicate, things)
        return found

    def _point(self, address: str) -> int:
        bit = self._bits.get(address)
        if bit is None:
            bit = self._bits[address] = 1 << len(self.addresses)
            self.addresses.append(address)
            point = self._run.situation.points.get(address)
            if point is not None and point.moment is not None:
                self._moments |= bit
        return bit

    def _of(self, predicate: Predicate, things: Tuple) -> int:
        match predicate:
            case Held(reads=reads):
                about = ((read, row) for read in reads for row in self._run.value(read).rows if row[0] == things[0])
                return self._edition() | self._stated(about)
            case Relation():
                return self._stated([(predicate, things)])
            case Defined(things=variables, condition=condition):
                return self.condition(condition, dict(zip(variables, things, strict=True)))
            case Conclusion():
                return self._conclusion(predicate, things)
            case Aggregate(condition=condition):
                names = (*predicate.group, predicate.member)
                return self.condition(condition, dict(zip(names, things, strict=False)))
            case ClockPart(clock=clock):
                return self._clock(predicate, dict(zip(clock.things, things, strict=False)))
            case Covers():
                return 0
            case Table():
                return self._edition()
            case Reading(id=id):
                # A reading is a choice of the caller, not an open fact. It is a
                # point only when adopted points are asked for.
                return self._point(f"{self._program.owner_of(predicate)}/{id}") if self._adopted else 0
            case _:
                return self._answer(predicate, things)

    def _stated(self, rows: Iterable[tuple[Relation, Tuple]]) -> int:
        found = 0
        for relation, things in rows:
            for address in self._run.situation.sources(relation.key, things):
                found |= self._point(address)
        return found

    def _answer(self, predicate: Predicate, things: Tuple) -> int:
        match predicate:
            case Question():
                return self._question(predicate, things[:-1])
            case DecidedAt(question=question):
                return self._question(question, things[:-1]) | self._decision(question, things[:-1])
            case GroupedWith(question=question):
                return self._question(question, ())
            case Answered(question=question):
                return self._question(question, things)
            case _:
                return 0

    def condition(self, condition: Condition, binding: Binding) -> int:
        """Return the points that the truth of a condition depends on, with some variables bound."""
        self._steps += 1
        if not self.complete:
            return 0
        match condition:
            case And(parts=parts) | Or(parts=parts):
                return self._parts(condition, parts, binding)
            case Not(part=part):
                return self.condition(part, binding)
            case Some(things=things, part=part):
                return self.condition(
                    part, {variable: thing for variable, thing in binding.items() if variable not in things}
                )
            case Holds(predicate=predicate, terms=terms):
                found = 0
                for inner in self._ways(condition, binding):
                    found |= self.of(predicate, tuple(value_of(term, inner) for term in terms))
                return found
            case _:
                return 0

    def _ways(self, condition: Condition, binding: Binding) -> Iterator[Binding]:
        if condition.free <= binding.keys():
            yield binding
        else:
            yield from (inner for inner, _ in bindings(self._run, condition, binding))

    def _parts(self, condition: Condition, parts: tuple[Condition, ...], binding: Binding) -> int:
        """Return the points below some parts, under every binding of their variables that is possible at all."""
        if condition.free <= binding.keys():
            return self._moving(condition, parts, binding)
        if isinstance(condition, Or):
            return self._all(parts, binding)
        found = 0
        for inner, grade in list(bindings(self._run, condition, binding)):
            if grade < CERTAIN or self._certain_matters:
                found |= self._moving(condition, parts, inner)
        return found

    def _all(self, parts: Iterable[Condition], binding: Binding) -> int:
        found = 0
        for part in parts:
            found |= self.condition(part, binding)
        return found

    @property
    def _certain_matters(self) -> bool:
        """Return True if what is certain is walked too: adopted points lie below it, or those of a listed value."""
        return self._adopted or self._lists

    def _moving(self, condition: Condition, parts: tuple[Condition, ...], binding: Binding) -> int:
        """Return the points below the parts that can still move the whole: none where one part settles it."""
        settles = 0 if isinstance(condition, And) else CERTAIN
        grades = [grade_of(self._run, part, binding) for part in parts]
        # In "and", one certain no settles the whole; in "or", one certain yes. Then no open point matters.
        if settles in grades and not self._certain_matters:
            return 0
        compared = _compared_open(parts, grades)
        found = 0
        for part, grade in zip(parts, grades, strict=True):
            if self._certain_matters or grade not in (0, CERTAIN):
                found |= self.condition(part, binding)
            elif not compared.isdisjoint(part.free):
                found |= self._listing(part, binding)
        return found

    def _listing(self, part: Condition, binding: Binding) -> int:
        """Return the points below a certain part that lists the very value which an uncertain comparison reads."""
        self._lists = True
        found = self.condition(part, binding)
        self._lists = False
        return found

    def _question(self, question: Question[Any], things: Tuple) -> int:
        answers = self._run.value(question)
        if not answers.is_open(things):
            return 0
        found = 0
        if self._adopted or not answers.is_granted(things):
            address = noted(self._run, question, things)
            found |= self._point(address)
            if issubclass(question.answers, dt.date | Moment):
                self._moments |= self._bits[address]
        for condition in conditions_of(question):
            found |= self.condition(condition, dict(zip(question.things, things, strict=True)))
        return found

    def _decision(self, question: Question[Any], things: Tuple) -> int:
        """Return the point of the moment of an answer, if nobody says when it was given. It is never graded."""
        given = self._run.value(question).given.get(things)
        if not self._adopted or given is None or isinstance(given.answer, Unknown) or not isinstance(given.at, Unknown):
            return 0
        return self._point(f"{DECIDED}@{address_at(self._run, question, things)}")

    def _conclusion(self, conclusion: Conclusion, things: Tuple) -> int:
        # What chooses an edition cannot hang on the one that governs.
        found = 0 if conclusion.topic is Topic.EDITIONS else self._edition()
        for row in conclusion.rows:
            binding = bound_by_head(row, things)
            if binding is not None:
                found |= self.condition(row.condition, binding)
        return found | self._edition_itself(conclusion, things, found) if conclusion.key == EDITION else found

    def _clock(self, part: ClockPart, binding: Binding) -> int:
        return self._edition() | self._all(conditions_of(part), binding)

    def _edition(self) -> int:
        """Return the points below the editions that govern, worked out once."""
        if self._editions is None:
            self._editions = 0  # What comes back to itself adds nothing of its own.
            lists, self._lists = self._lists, False
            self._editions = self._choosing()
            self._lists = lists
        return self._editions

    def _choosing(self) -> int:
        table = self._run.compiled.program.predicates.get(EDITION)
        found = 0
        if table is not None:
            for things in self._run.value(table).rows:
                found |= self.of(table, things)
        return found

    def _edition_itself(self, table: Conclusion, things: Tuple, below: int) -> int:
        """Return the point of an edition, where its choice is open and no moment is asked for that chooses it."""
        is_open = self._run.value(table).grade(things) < CERTAIN and not below & self._moments
        return self._point(f"edition@{things[0]}") if self._adopted or is_open else 0


def _compared_open(parts: Sequence[Condition], grades: Sequence[int]) -> frozenset[Variable]:
    """Return the variables of comparisons that are not certain: the part that lists such a value may be certain."""
    unsure = (part for part, grade in zip(parts, grades, strict=True) if grade not in (0, CERTAIN))
    return frozenset[Variable]().union(*(part.free for part in unsure if any(map(_compares, walk(part)))))


def _compares(condition: Condition) -> bool:
    """Return True if a condition compares values; the edition that covers a moment is found by its first day."""
    return isinstance(condition, Compared) or (isinstance(condition, Holds) and isinstance(condition.predicate, Covers))


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
        # A computed term cannot be inverted, so it rules nothing out here.
        elif not isinstance(term, Make | Attribute) and term != thing:
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
