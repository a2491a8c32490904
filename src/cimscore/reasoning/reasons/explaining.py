"""Why a conclusion holds, or does not: worked out on demand from the values that ran, each thing once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from cimscore.calendars.words import day_in_words, instant_in_words
from cimscore.case import Moment
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.ids import spelled
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.reasons.support import bound_by_head
from cimscore.reasoning.reasons.walking import Binding, bindings, grade_of, value_of
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.aggregates import AddsUp, Aggregate, AtLeast
from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import And, Compared, Condition, Not, Or, Same, Some
from cimscore.rules.conditions.predicates import Defined, Relation
from cimscore.rules.conditions.sentences import MarkedText, Sentence
from cimscore.rules.conditions.things import is_value
from cimscore.rules.english import condition_in_case, sentence_in_case
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow, RecordKind
from cimscore.rules.rows.questions import Question, Reading
from cimscore.rules.rows.tables import Table
from cimscore.rules.vocabulary import is_concern, is_home, is_person

Names = Mapping[str, str]
_LONGEST: Final = 25
"""So many words at most say that there is nothing of which a condition holds; a longer one only says itself again."""


@attrs.frozen(kw_only=True)
class Reason:
    """Line of an explanation.

    Attributes:
        says: Sentence, about the things themselves; a denial if it is false.
        grade: Grade of that sentence.
        clauses: Clauses of a row.
        because: Reasons, one level down.
        again: True if it was explained further up already.
        claim: Predicate and things of a conclusion; None for a statement, definition or question.
        asked: Question that it answers, with its things, if this is what keeps a row from applying.
        chosen: True if it fails because another of several answers applies, such as another service or reading. Exactly
            one applies.
    """

    says: str
    grade: int
    clauses: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()
    again: bool = False
    claim: Claim | None = None
    asked: Claim | None = None
    chosen: bool = False


def _goes_without_saying(condition: Condition, binding: Binding, *, holds: bool) -> bool:
    """Return True for what only says that somebody is of the case, that a thing is itself, or that nothing is it.

    The name of a record already contains its kind.
    """
    match condition:
        case Holds(predicate=RecordKind()):
            return holds
        case Holds(predicate=predicate):
            return holds and predicate in (is_person, is_home, is_concern)
        case Same(one=one, other=other):
            compared = value_of(one, binding), value_of(other, binding)
            return holds or None in compared
        case _:
            return False


class Explanations:
    """Explains what a run says, each condition of each thing once."""

    def __init__(self, run: Run, names: Names, *, through: bool = True) -> None:
        """Explain a run.

        Args:
            run: The run.
            names: What people call things, by id.
            through: Whether what it rests on is followed through other conclusions, and not only named there.
        """
        self._run = run
        self._names = names
        self._through = through
        self._told: set[tuple[str, Tuple, bool]] = set()

    def of(self, predicate: Predicate, things: Tuple, *, holds: bool = True) -> Reason:
        """Return why a predicate holds of some things, or why it does not.

        Args:
            predicate: What is concluded, defined or stated.
            things: Of which things.
            holds: False to explain why it does not.
        """
        return self._of(predicate, things, holds=holds, named_only=False)

    def _of(self, predicate: Predicate, things: Tuple, *, holds: bool, named_only: bool) -> Reason:
        grade = self._run.value(predicate).grade(things)
        shown = grade if holds else CERTAIN - grade
        says = self._sentence(predicate, things, holds=holds)
        key = (predicate.key, things, holds)
        claim = (predicate.key, things) if isinstance(predicate, Conclusion | ClockPart) else None
        if claim is not None and named_only:
            return Reason(says=says, grade=shown, claim=claim)
        if key in self._told:
            return Reason(says=says, grade=shown, again=True, claim=claim)
        self._told.add(key)
        match predicate:
            case Defined(things=variables, condition=condition):
                binding = dict(zip(variables, things, strict=True))
                return Reason(says=says, grade=shown, because=tuple(self._parts(condition, binding, holds=holds)))
            case Conclusion():
                return self._concluded(predicate, things, says, shown, holds=holds)
            case ClockPart(clock=clock):
                because = self._timed(predicate, things, holds)
                return Reason(says=says, grade=shown, clauses=clock.cites, because=because, claim=claim)
            case _:
                return Reason(says=says, grade=shown)

    def _concluded(self, conclusion: Conclusion, things: Tuple, says: str, grade: int, *, holds: bool) -> Reason:
        clauses: dict[str, None] = {}
        because: list[Reason] = []
        for row in conclusion.rows:
            binding = bound_by_head(row, things)
            given = self._run.rows(conclusion, row.id).grade(things)
            # Told as the page tells it: what is provisional holds, what is only possible does not.
            if binding is None or (given >= PROVISIONAL) != holds:
                continue
            if not holds and self._run.force.grade(row.cites[0]) < PROVISIONAL:
                because += self._not_in_force(row.cites[0])
                continue
            clauses.update(dict.fromkeys(row.cites))
            # Rows of one table share conditions. A reader needs each sentence once.
            told = {part.says for part in because}
            because += [part for part in self._row(row, binding, holds=holds) if part.says not in told]
        claim = (conclusion.key, things)
        return Reason(says=says, grade=grade, clauses=tuple(clauses), because=tuple(because), claim=claim)

    def _timed(self, part: ClockPart, things: Tuple, holds: bool) -> tuple[Reason, ...]:
        """Return why a clock is owed or is not: a day or state of one that is owed says no more by itself."""
        clock = part.clock
        binding = dict(zip(clock.things, things, strict=False))
        if part.name == "owed":
            return tuple(self._parts(clock.owed, binding, holds=holds))
        about = things[: len(clock.things)]
        owed = self._run.value(clock.part("owed")).grade(about) >= PROVISIONAL
        return (self.of(clock.part("owed"), about, holds=owed),)

    def _not_in_force(self, clause: str) -> list[Reason]:
        """Return the line that says so, once for each clause."""
        says = f"the clause {clause} does not stand in the edition that governs"
        return [self._once(says, CERTAIN - self._run.force.grade(clause), (clause,))]

    def _once(self, says: str, grade: int, clauses: tuple[str, ...] = ()) -> Reason:
        """Return a line without parts, marked where it has been said already."""
        again = (says, (), True) in self._told
        self._told.add((says, (), True))
        return Reason(says=says, grade=grade, clauses=clauses, again=again)

    def _row(self, row: ConclusionRow, binding: Binding, *, holds: bool) -> list[Reason]:
        parts = self._parts(row.condition, binding, holds=holds)
        return list(parts if holds else itertools.islice(parts, 1))

    def _parts(self, condition: Condition, binding: Binding, *, holds: bool) -> Iterator[Reason]:
        """Yield what makes a condition hold, or fail.

        Of an `and` every part makes it hold, and the best of an `or` or a `some`; what makes it fail is the reverse.
        """
        match condition:
            case Not(part=part):
                yield from self._parts(part, binding, holds=not holds)
            case And(parts=parts) if condition.free <= binding.keys():
                yield from self._all(parts, binding, holds) if holds else self._best(parts, binding, holds)
            case Or(parts=parts) if condition.free <= binding.keys():
                yield from self._best(parts, binding, holds) if holds else self._all(parts, binding, holds)
            case Some(part=part):
                outer = {variable: thing for variable, thing in binding.items() if variable not in condition.things}
                yield from self._some(part, outer, holds=holds)
            case Holds() | Same() | Compared() if condition.free <= binding.keys():
                if not _goes_without_saying(condition, binding, holds=holds):
                    yield self._single(condition, binding, holds=holds)
            case _:
                yield from self._some(condition, binding, holds=holds)

    def _all(self, parts: Sequence[Condition], binding: Binding, holds: bool) -> Iterator[Reason]:
        for part in parts:
            yield from self._parts(part, binding, holds=holds)

    def _best(self, parts: Sequence[Condition], binding: Binding, holds: bool) -> Iterator[Reason]:
        def worth(part: Condition) -> tuple[int, str]:
            grade = grade_of(self._run, part, binding)
            # One true part is enough for "or", and one false part for a denied "and": the surest says most.
            return -(grade if holds else CERTAIN - grade), part.text

        yield from self._parts(min(parts, key=worth), binding, holds=holds)

    def _some(self, part: Condition, binding: Binding, *, holds: bool) -> Iterator[Reason]:
        found = list(bindings(self._run, part, binding))
        if not found:
            listed = tuple(part.free - binding.keys())
            none = condition_in_case(Some(listed, part), binding, self._names, holds=False)
            if len(none.split()) <= _LONGEST:
                yield self._once(none, CERTAIN)
            return
        # The names break ties, so that the same example is told in every process.
        best, _ = max(found, key=lambda fit: (fit[1], [str(thing) for thing in fit[0].values()]))
        if holds:
            yield from self._parts(part, best, holds=True)
        else:
            for inner, _grade in found:
                yield from self._parts(part, inner, holds=False)

    def _single(self, condition: Condition, binding: Binding, *, holds: bool) -> Reason:
        if isinstance(condition, Holds) and not isinstance(condition.predicate, RecordKind):
            things = tuple(value_of(term, binding) for term in condition.terms)
            return self._of(condition.predicate, things, holds=holds, named_only=not self._through)
        grade = grade_of(self._run, condition, binding)
        return self._once(self._plainly(condition, binding, holds=holds), grade if holds else CERTAIN - grade)

    def _plainly(self, condition: Condition, binding: Binding, *, holds: bool) -> str:
        """Return what a condition without parts says of given things."""
        match condition:
            case Holds(predicate=RecordKind(name=name), terms=terms):
                return f"{self._name(value_of(terms[0], binding))} is no {spelled(name)}"
            case Same(one=one, other=other):
                mine, theirs = (self._name(value_of(term, binding)) for term in (one, other))
                return f"{mine} is {theirs}" if holds else f"{mine} is not {theirs}"
            case Compared(comparison=comparison, terms=terms):
                places = {str(place): self._name(value_of(term, binding)) for place, term in enumerate(terms)}
                sentence = MarkedText(comparison.says)
                return sentence.said(places) if holds else sentence.denied(places)
            case _:
                raise TypeError(f"no words for a {type(condition).__name__}")

    # Words.

    def _name(self, thing: Any) -> str:
        if isinstance(thing, Moment):
            zone = self._run.context.zone
            return (
                day_in_words(thing.value) if thing.instant is None else instant_in_words(thing.instant.astimezone(zone))
            )
        return self._names.get(str(thing), str(thing))

    def _named(self, predicate: Predicate, things: Tuple) -> list[str]:
        """Return the words for some things. A value is no thing, though its word may be the id of one."""
        return [
            str(thing) if isinstance(thing, str) and is_value(column) else self._name(thing)
            for thing, column in zip(things, predicate.columns, strict=True)
        ]

    def _sentence(self, predicate: Predicate, things: Tuple, *, holds: bool) -> str:
        named = self._named(predicate, things)
        match predicate:
            case Defined(things=variables, says=says) | Conclusion(things=variables, says=says):
                places = {variable.name: name for variable, name in zip(variables, named, strict=True)}
            case Relation(says=says):
                places = {str(place): name for place, name in enumerate(named)}
            case Question():
                return self._answer(predicate, things, holds=holds)
            case Reading(readings=readings, question=question):
                return f"{question} {readings.get(things[0], things[0])}"
            case Table(title=title):
                return f"{title}: {'' if holds else 'not '}{named[1]} for {named[0]}"
            case ClockPart(clock=clock, name=name):
                return f"{clock.what}: {'' if holds else 'not '}{name}, {', '.join(named)}"
            case AddsUp(number=number, points=points):
                return f"the {points.name} {'come to' if holds else 'do not come to'} {number}"
            case AtLeast(number=number):
                return f"at least {number} of them hold" if holds else f"fewer than {number} of them hold"
            case Aggregate():
                return f"{named[-1]} {'stands' if holds else 'does not stand'} for its group"
            case _:
                return sentence_in_case(predicate, things, self._names, holds=holds)
        sentence = Sentence(says, tuple(places))
        return sentence.said(places) if holds else sentence.denied(places)

    def _answer(self, question: Question[Any], things: Tuple, *, holds: bool) -> str:
        *named, said = self._named(question, things)
        asked = question.text.format(**{thing.name: name for thing, name in zip(question.things, named, strict=True)})
        answers, answer = self._run.value(question), things[-1]
        if not holds and answers.is_open(things[:-1]) and answers.working_value(things[:-1]) is None:
            return f"{asked} (not answered yet)"
        if isinstance(answer, bool):
            return f"{asked} {'yes' if answer == holds else 'no'}"
        return f"{asked} {said}" if holds else f"{asked} not {said}"
