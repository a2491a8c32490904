"""A program made ready to run: each definition and row as one function, made when it is first needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import attrs

from cimscore.reasoning.compiling.handing_over import handed_over, taken_over
from cimscore.reasoning.compiling.joins import Unit, listing, look_up
from cimscore.reasoning.compiling.modes import Mode, mode_of
from cimscore.rules.checks.numbers import numbers_written
from cimscore.rules.conditions.aggregates import Aggregate
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import Condition, some
from cimscore.rules.conditions.predicates import Defined, Held
from cimscore.rules.conditions.things import Variable
from cimscore.rules.digests import digests_of
from cimscore.rules.program import Program
from cimscore.rules.rows.clocks import Clock, ClockPart
from cimscore.rules.rows.conclusions import EDITION, GOES, Conclusion, ConclusionRow, NamedRecord, RecordKind
from cimscore.rules.rows.questions import Question
from cimscore.rules.rows.tables import Table
from cimscore.rules.uses import conditions_of, everything_asked, read_by


@attrs.define(eq=False)
class Compiled:
    """A program and the functions made from it. Pickled, it has all of them, so that no other process makes them again.

    Attributes:
        program: The program.
    """

    program: Program
    _functions: dict[str, Unit] = attrs.field(factory=dict, init=False, repr=False)
    _reads: dict[str, frozenset[str]] = attrs.field(factory=dict, init=False, repr=False)
    _direct: dict[str, tuple[Predicate, ...]] = attrs.field(factory=dict, init=False, repr=False)
    _inputs: dict[str, tuple[str, ...]] = attrs.field(factory=dict, init=False, repr=False)
    _read_by: dict[str, set[str]] = attrs.field(factory=dict, init=False, repr=False)
    _digests: dict[str, str] = attrs.field(factory=dict, init=False, repr=False)
    _asked: dict[str, set[tuple[object, ...]]] = attrs.field(factory=dict, init=False, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        self._make_everything()
        held = attrs.asdict(self, recurse=False)
        return {**held, "_functions": handed_over(self._functions)}

    def __setstate__(self, held: dict[str, Any]) -> None:
        for name, value in held.items():
            setattr(self, name, taken_over(value) if name == "_functions" else value)

    @property
    def digests(self) -> Mapping[str, str]:
        """Return the digest of everything that the program can ask, computed once."""
        if not self._digests:
            self._digests.update(digests_of(self.program))
        return self._digests

    def _make_everything(self) -> None:
        """Make every function of the program, and work out whatever else is looked up in each decision."""
        _ = self.digests, self.affected_by(frozenset()), self._asked_with("")
        for predicate in self.program.predicates.values():
            match predicate:
                case Defined():
                    self.definition(predicate)
                case Aggregate():
                    self.group(predicate)
                case Question():
                    for condition in conditions_of(predicate):
                        self.among(predicate, condition)
                case Conclusion():
                    self._make_conclusion(predicate)
        for clock in self.program.every_clock:
            for name in _parts_of(clock):
                self.clock(clock, name)

    def _make_conclusion(self, conclusion: Conclusion) -> None:
        for row in conclusion.rows:
            self.row(conclusion, row)
        if conclusion.owes is not None:
            self.owes(conclusion)

    def definition(self, predicate: Defined) -> Unit:
        """Return the function of a definition: what it lists, what it denies, or its grade of given things."""
        made = self._functions.get(predicate.key)
        if made is None:
            made = self._functions[predicate.key] = _of_definition(predicate)
        return made

    def row(self, conclusion: Conclusion, row: ConclusionRow) -> Unit:
        """Return the function that lists the heads of a row."""
        return self._listing(f"{conclusion.key}/{row.id}", row.condition, row.head)

    def without_exception(self, conclusion: Conclusion, row: ConclusionRow) -> Unit:
        """Return the function that lists the heads that a row would give if it had no exception."""
        return self._listing(f"{conclusion.key}/{row.id}|when", row.when, row.head)

    def owes(self, law: Conclusion) -> Unit:
        """Return the function that lists the things to which a law applies.

        Raises:
            ValueError: The conclusion is no law.
        """
        if law.owes is None:
            raise ValueError(f"{law.id} says nothing of when it is owed")
        return self._listing(f"{law.key}|owes", law.owes, law.things)

    def among(self, question: Question[Any], condition: Condition) -> Unit:
        """Return the function that lists a condition over the things of a question, and its answer or another such."""
        others = sorted(condition.free.difference(question.things), key=lambda variable: variable.name)
        return self._listing(f"{question.key}|{condition.text}", condition, (*question.things, *others))

    def group(self, aggregate: Aggregate) -> Unit:
        """Return the function that lists the members of an aggregate's groups."""
        return self._listing(aggregate.key, aggregate.condition, (*aggregate.group, *aggregate.members))

    def clock(self, clock: Clock, name: str) -> Unit:
        """Return the function that lists one part of a clock.

        Args:
            clock: The clock.
            name: The name of a part, of its things; or ``counted``, for the parts of a count as well.
        """
        key = f"clock:{clock.id}.{name}"
        made = self._functions.get(key)
        if made is None:
            made = self._functions[key] = listing(*_part_of(clock, name))
        return made

    def reads(self, predicate: Predicate) -> frozenset[str]:
        """Return the keys of everything that a predicate reads, directly or by way of others, and its own."""
        found = self._reads.get(predicate.key)
        if found is None:
            parts = [self.reads(self.program.predicates[read.key]) for read in self.direct(predicate)]
            found = self._reads[predicate.key] = frozenset({predicate.key}).union(*parts)
        return found

    @property
    def documents_decided(self) -> frozenset[str]:
        """Return the documents whose edition a row of the table of editions can choose."""
        table = self.program.predicates.get(EDITION)
        rows = table.rows if isinstance(table, Conclusion) else []
        return frozenset(row.head[0] for row in rows if isinstance(row.head[0], str))

    def affected_by(self, keys: frozenset[str]) -> frozenset[str]:
        """Return the keys of everything that reads one of some keys, directly or by way of others."""
        if not self._read_by:
            self._read_by.update(self._readers())
        return frozenset(keys).union(*(self._read_by.get(key, ()) for key in keys))

    def _readers(self) -> dict[str, set[str]]:
        """Return the keys of everything that reads a key, by that key."""
        readers: dict[str, set[str]] = {}
        for reader, predicate in self.program.predicates.items():
            for key in self.reads(predicate):
                readers.setdefault(key, set()).add(reader)
        # Whether a row, a line or a clock is in force hangs on the edition.
        for key, predicate in self.program.predicates.items():
            if isinstance(predicate, Conclusion | Table | ClockPart | Held):
                readers.setdefault(EDITION, set()).update(readers[key])
        return readers

    def direct(self, predicate: Predicate) -> tuple[Predicate, ...]:
        """Return everything that a predicate reads directly."""
        found = self._direct.get(predicate.key)
        if found is None:
            read = read_by(predicate)
            goes = self.program.predicates.get(GOES)
            # The dependency is not in the conditions of the clock, so it is added here.
            if isinstance(predicate, ClockPart) and goes is not None and _rests_on_what_is_done(predicate):
                read = (*read, goes)  # An act may be said to be done for the record to which it all goes.
            found = self._direct[predicate.key] = read
        return found

    def inputs(self, key: str) -> tuple[str, ...]:
        """Return the keys of everything that a predicate reads directly."""
        found = self._inputs.get(key)
        if found is None:
            read = self.direct(self.program.predicates[key])
            found = self._inputs[key] = tuple(predicate.key for predicate in read)
        return found

    def thresholds(self, name: str) -> tuple[int, ...]:
        """Return every number with which a base relation is asked, sorted: ages or days that the rules tell apart.

        A rule may ask with a variable, which a table or a conclusion lists: it may be any number that is written.

        Args:
            name: The relation's name, for example ``age-at-least``.
        """
        last = {terms[-1] for terms in self._asked_with(name)}
        listed = any(isinstance(term, Variable) for term in last)
        written = numbers_written(self.program.everything) if listed else frozenset()
        return tuple(sorted(written.union(term for term in last if isinstance(term, int))))

    @property
    def movers(self) -> tuple[str, ...]:
        """Return every role that a rule names as the role of a person who makes a move, sorted."""
        asked = {*self._asked_with("moved-by"), *self._asked_with("record-moved-by")}
        return tuple(sorted({terms[-1] for terms in asked if isinstance(terms[-1], str)}))

    @property
    def acting_as(self) -> frozenset[str]:
        """Return every role in which somebody may take a move: those that rules name, and those of workflows."""
        named = {role for flow in self.program.workflows for move in flow.moves for role in move.by}
        return frozenset({*self.movers, *map(str, named)})

    @property
    def recorded_as(self) -> tuple[str, ...]:
        """Return every word that a rule uses for a person's role on a record, sorted."""
        named = (terms[-1] for terms in self._asked_with("recorded-as"))
        return tuple(sorted({str(word) for word in named if isinstance(word, str)}))

    @property
    def moves_of_rules(self) -> frozenset[str]:
        """Return every move of a record that rules look for."""
        names = ("moved", "has-moved", "took", "has-taken", "record-moved", "record-has-moved", "days-since")
        return frozenset(terms[1] for name in names for terms in self._asked_with(name) if isinstance(terms[1], str))

    @property
    def moves(self) -> frozenset[str]:
        """Return every move of a record that rules look for, or that a workflow has."""
        return self.moves_of_rules.union(move.move for flow in self.program.workflows for move in flow.moves)

    @property
    def kinds(self) -> frozenset[str]:
        """Return every kind of record that may be on file: those that rules look for or that the program makes."""
        looked_for = {str(terms[-1]) for terms in self._asked_with("file-kind") if isinstance(terms[-1], str)}
        asked_for = {question.on_file for question in self.program.questions if question.on_file}
        heads = (term for conclusion in self.program.conclusions for row in conclusion.rows for term in row.head)
        made = {str(term.kind.name) for term in heads if isinstance(term, NamedRecord)}
        read = {str(kind.name) for kind in self.program.of_kind(RecordKind)}
        return frozenset(looked_for | asked_for | made | read)

    def _asked_with(self, name: str) -> Collection[tuple[object, ...]]:
        """Return the terms of every condition that asks a base relation."""
        if not self._asked:
            # One walk for every relation: a walk over a whole program is slow, and a reader asks for several.
            for asked in everything_asked(self.program.everything):
                self._asked.setdefault(asked.predicate.key, set()).add(asked.terms)
        return self._asked.get(f"relation:{name}", ())

    def _listing(self, key: str, condition: Condition, head: tuple[object, ...]) -> Unit:
        made = self._functions.get(key)
        if made is None:
            made = self._functions[key] = listing(condition, head)
        return made


_OF_NO_RECORD: Final = ("owed", "begun", "due", "forecast")
"""The parts of a clock on which what is done has no bearing, if it is done once."""


def _rests_on_what_is_done(part: ClockPart) -> bool:
    return part.name not in _OF_NO_RECORD or part.clock.repeats is not None or part.clock.not_before is not None


def _parts_of(clock: Clock) -> tuple[str, ...]:
    """Return the names of the parts that a clock lists; what else it holds of is worked out from these."""
    given = {"done": clock.stops, "barred": clock.bars, "forecast": clock.forecast}
    return ("owed", "begun", "counted", *(name for name, condition in given.items() if condition is not None))


def _part_of(clock: Clock, name: str) -> tuple[Condition, tuple[object, ...]]:
    """Return the condition that lists a part of a clock, and the head of what it lists."""
    counted = (*clock.things, clock.moment, clock.within, clock.place, clock.ends, clock.calendar)
    match name:
        case "counted":
            return clock.counting, counted
        case "forecast" if clock.forecast is not None:
            return clock.forecast, counted
        case "done" if clock.stops is not None:
            return clock.owed & clock.stops, (*clock.things, clock.done)
        case "begun":
            started = clock.owed & clock.starts
            return _of_things(clock, started if clock.begins is None else started & clock.begins)
        case "barred" if clock.bars is not None:
            return _of_things(clock, clock.owed & clock.bars)
        case _:
            return _of_things(clock, clock.owed)


def _of_things(clock: Clock, condition: Condition) -> tuple[Condition, tuple[object, ...]]:
    # A clock owes or begins for its own things. Any other variable means "there is some".
    inner = tuple(condition.free - set(clock.things))
    return some(inner, condition) if inner else condition, clock.things


def _of_definition(predicate: Defined) -> Unit:
    mode = mode_of(predicate)
    if mode is Mode.LOOKED_UP:
        return look_up(predicate.condition, predicate.things)
    return listing(~predicate.condition if mode is Mode.DENIED else predicate.condition, predicate.things)
