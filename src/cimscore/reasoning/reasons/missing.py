"""Failing conditions of what does not hold: of each row everything that fails, and not only the first thing of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from cimscore.grades import PROVISIONAL
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.reasons.explaining import Explanations, Names, Reason
from cimscore.reasoning.reasons.support import bound_by_head
from cimscore.reasoning.reasons.walking import Binding, grade_of, value_of
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import And, Condition, Or, Some
from cimscore.rules.conditions.predicates import Defined, asked_by
from cimscore.rules.conditions.things import Attribute, Variable
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow, NamedRecord, RecordKind, Topic
from cimscore.rules.rows.questions import Question, Reading

Kinds = Mapping[Any, str]
"""The kind of record that a variable stands for."""


@attrs.frozen(kw_only=True)
class BlockedWay:
    """Way in which something could be true, and what prevents it.

    Attributes:
        row: Id of the row; empty for a condition alone.
        clauses: The clauses of the row.
        fails: Reasons that fail, each with its own clauses.
        chosen: True if it is about another choice, such as another service.
        silent: True if its main clause is not in the edition that governs.
    """

    row: str
    clauses: tuple[str, ...]
    fails: tuple[Reason, ...] = ()
    chosen: bool = False
    silent: bool = False


def ways_to(run: Run, names: Names, predicate: Conclusion | Defined, things: Tuple) -> tuple[BlockedWay, ...]:
    """Return each way in which something false could be true, with what is missing.

    Args:
        run: The run.
        names: Names for readers, by id.
        predicate: A conclusion or a definition that is false.
        things: Things that it is false of.
    """
    if isinstance(predicate, Defined):
        binding = dict(zip(predicate.things, things, strict=True))
        return (_missing("", (), _Failures(run, names).parts(predicate.condition, binding)),)
    found = ((row, bound_by_head(row, things)) for row in predicate.rows)
    return tuple(_by_row(run, names, row, bound) for row, bound in found if bound is not None)


def _by_row(run: Run, names: Names, row: ConclusionRow, binding: Mapping[Variable, Any]) -> BlockedWay:
    found = _missing(row.id, row.cites, _Failures(run, names).parts(row.condition, binding))
    return attrs.evolve(found, silent=run.force.grade(row.cites[0]) < PROVISIONAL)


def _missing(row: str, clauses: tuple[str, ...], parts: Sequence[Reason]) -> BlockedWay:
    return BlockedWay(
        row=row,
        clauses=clauses,
        fails=tuple(dict.fromkeys(_leaves(parts, clauses))),
        chosen=_by_choice(parts),
    )


def _leaves(parts: Sequence[Reason], clauses: tuple[str, ...]) -> Iterator[Reason]:
    """Yield what fails, down to the questions that were answered otherwise, or the failure itself without any."""
    for part in parts:
        if not part.again:
            own = part.clauses or clauses
            below = tuple(_leaves(part.because, own))
            asked = any(leaf.asked is not None for leaf in below)
            yield from below if asked else (attrs.evolve(part, clauses=own, because=()),)


class _Failures(Explanations):
    """Says everything that fails; of several ways only those that do not fail by a choice, where there are such."""

    def __init__(self, run: Run, names: Names) -> None:
        """Explain a run by what fails in it.

        Args:
            run: The run.
            names: What people call things, by id.
        """
        super().__init__(run, names)
        self._inside = False

    def parts(self, condition: Condition, binding: Binding) -> tuple[Reason, ...]:
        """Return everything that keeps a condition from holding."""
        return tuple(self._parts(condition, binding, holds=False))

    def _of(self, predicate: Predicate, things: Tuple, *, holds: bool, named_only: bool) -> Reason:
        reason = super()._of(predicate, things, holds=holds, named_only=named_only)
        match predicate:
            case Question():
                asked = (predicate.key, things[:-1])
                choice = _is_a_choice(predicate)
                return attrs.evolve(
                    reason,
                    asked=asked,
                    clauses=predicate.cites,
                    chosen=choice,
                    again=reason.again or (choice and holds),
                )
            case Reading():
                return attrs.evolve(reason, chosen=not holds)
            case Conclusion(topic=Topic.EDITIONS):
                return attrs.evolve(reason, because=(), chosen=not holds)
            case _:
                return _ruling_out(reason) if holds else attrs.evolve(reason, chosen=_by_choice(reason.because))

    def _concluded(self, conclusion: Conclusion, things: Tuple, says: str, grade: int, *, holds: bool) -> Reason:
        if holds:
            return super()._concluded(conclusion, things, says, grade, holds=holds)
        ways = [(row, bound_by_head(row, things)) for row in self._standing(conclusion)]
        parts = [list(self._row(row, binding, holds=False)) for row, binding in ways if binding is not None]
        cites = dict.fromkeys(row.cites[0] for row, binding in ways if binding is not None)
        return Reason(says=says, grade=grade, clauses=tuple(cites), because=tuple(_nearest(parts)))

    def _standing(self, conclusion: Conclusion) -> Iterator[ConclusionRow]:
        yield from (row for row in conclusion.rows if self._run.force.grade(row.cites[0]) >= PROVISIONAL)

    def _row(self, row: ConclusionRow, binding: Binding, *, holds: bool) -> list[Reason]:
        return list(self._parts(row.condition, binding, holds=holds))

    def _all(self, parts: Sequence[Condition], binding: Binding, holds: bool) -> Iterator[Reason]:
        if holds:
            yield from super()._all(parts, binding, holds)
        else:
            yield from _nearest([list(self._parts(part, binding, holds=False)) for part in parts])

    def _best(self, parts: Sequence[Condition], binding: Binding, holds: bool) -> Iterator[Reason]:
        if holds:
            yield from super()._best(parts, binding, holds)
        else:
            failing = (part for part in parts if grade_of(self._run, part, binding) < PROVISIONAL)
            yield from itertools.chain.from_iterable(self._parts(part, binding, holds=False) for part in failing)

    def _some(self, part: Condition, binding: Binding, *, holds: bool) -> Iterator[Reason]:
        # Of a row whose things nobody names there may be nothing short to say: then what is listed by none is told.
        rows = [] if holds else list(_nearest(self._outermost_rows(part, binding)))
        if rows:
            yield from rows
        else:
            told = super()._some(part, binding, holds=holds)
            chosen = not holds and any(map(_is_a_choice, asked_by(part)))
            yield from (attrs.evolve(reason, chosen=reason.chosen or chosen) for reason in told)

    def _outermost_rows(self, part: Condition, binding: Binding) -> list[list[Reason]]:
        """Return what fails of each row that could list something; within a row no more are looked for."""
        if self._inside:
            return []
        self._inside = True
        try:
            return list(self._rows_for(part, binding, {}))
        finally:
            self._inside = False

    def _rows_for(self, condition: Condition, binding: Binding, kinds: Kinds) -> Iterator[list[Reason]]:
        """Yield what fails of each row that could list a thing of a conclusion where it lists none."""
        match condition:
            case And(parts=parts):
                # What another part says of a thing's kind holds for the whole "and", whichever part is read first.
                kinds = {**kinds, **dict(_kinds_in(parts))}
                yield from next(filter(None, (list(self._rows_for(part, binding, kinds)) for part in parts)), [])
            case Or(parts=parts):
                yield from itertools.chain.from_iterable(self._rows_for(part, binding, kinds) for part in parts)
            case Some(part=part):
                yield from self._rows_for(part, binding, kinds)
            case Holds(predicate=Defined(things=variables, condition=inner), terms=terms):
                yield from self._rows_for(inner, _bound(variables, terms, binding), _passed(variables, terms, kinds))
            case Holds(predicate=Conclusion() as conclusion, terms=terms) if not condition.free <= binding.keys():
                known, of_kind = _bound(conclusion.things, terms, binding), _passed(conclusion.things, terms, kinds)
                for row in self._standing(conclusion):
                    if _is_of(row, conclusion, of_kind):
                        yield self._row(row, _bound_in(row, known, conclusion), holds=False)


def _kinds_in(parts: Sequence[Condition]) -> Iterator[tuple[Any, str]]:
    """Yield the kind of each record that some parts require."""
    for part in parts:
        if isinstance(part, Holds) and isinstance(part.predicate, RecordKind):
            yield part.terms[0], part.predicate.name


def _passed(variables: Sequence[Variable], terms: Sequence[Any], kinds: Kinds) -> Kinds:
    pairs = zip(variables, terms, strict=True)
    return {variable: kinds[term] for variable, term in pairs if isinstance(term, Variable) and term in kinds}


def _is_of(row: ConclusionRow, conclusion: Conclusion, kinds: Kinds) -> bool:
    """Return False if a row makes a record of another kind than is meant."""
    made = [(term, thing) for term, thing in zip(row.head, conclusion.things, strict=True) if thing in kinds]
    return all(not isinstance(term, NamedRecord) or term.kind.name == kinds[thing] for term, thing in made)


def _by_choice(parts: Sequence[Reason]) -> bool:
    return any(part.chosen for part in parts)


def _ruling_out(reason: Reason) -> Reason:
    """Return a true reason that rules something out, with its questions only."""
    asked = tuple(part for part in reason.because if _leads_to_a_question(part))
    chosen = not asked and bool(reason.because) and all(part.chosen for part in reason.because)
    return attrs.evolve(reason, because=asked, chosen=chosen)


def _leads_to_a_question(part: Reason) -> bool:
    return (part.asked is not None and not part.again) or any(map(_leads_to_a_question, part.because))


def _is_a_choice(predicate: Predicate) -> bool:
    """Return True for a question with several answers, not yes or no, of which exactly one applies."""
    return isinstance(predicate, Question) and predicate.answers is not bool and bool(predicate.options)


def _nearest(ways: Sequence[Sequence[Reason]]) -> Iterator[Reason]:
    """Yield what fails of the ways that do not fail by a choice; of all of them where every one does."""
    near = [parts for parts in ways if not _by_choice(parts)]
    yield from itertools.chain.from_iterable(near or ways)


def _bound(variables: Sequence[Variable], terms: Sequence[Any], binding: Binding) -> Binding:
    """Return what the terms that are bound bind inside."""
    pairs = zip(variables, terms, strict=True)
    return {variable: value_of(term, binding) for variable, term in pairs if _is_bound(term, binding)}


def _is_bound(term: Any, binding: Binding) -> bool:
    if isinstance(term, Attribute):
        return term.record in binding
    return not isinstance(term, Variable) or term in binding


def _bound_in(row: ConclusionRow, known: Binding, conclusion: Conclusion) -> Binding:
    pairs = zip(row.head, conclusion.things, strict=True)
    return {term: known[thing] for term, thing in pairs if isinstance(term, Variable) and thing in known}
