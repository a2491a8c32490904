"""Reasons for a "no" that people may not expect: the condition that fails, its clause, and what would change it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from cimscore.assessment.decision.near import Failing, Near
from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import DecidedConclusion, Denied
from cimscore.assessment.decision.words import Words
from cimscore.assessment.governing import none_in_force
from cimscore.case import UNKNOWN
from cimscore.grades import NO, PROVISIONAL
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.graded import EMPTY, Tuple
from cimscore.reasoning.questions import address_at, noted, point_at
from cimscore.reasoning.reasons.explaining import Reason
from cimscore.reasoning.reasons.missing import BlockedWay, ways_to
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.conditions.things import Concern
from cimscore.rules.rows.conclusions import Conclusion
from cimscore.rules.rows.questions import Question
from cimscore.rules.vocabulary import is_concern

# Each question costs one run for each answer. Beyond a dozen, nobody reads the list.
_MOST_QUESTIONS: Final = 12
"""So many questions at most are tried for an answer that would change a no."""


def denied_of(decided: Decided, words: Words, conclusions: Sequence[DecidedConclusion]) -> tuple[Denied, ...]:
    """Return what is denied, if the program has reasons against it or it is certainly false.

    Something that fails only because of an earlier denial is not repeated.

    Args:
        decided: What was decided.
        words: Words of the program for the things of the case.
        conclusions: Conclusions, including the reasons.
    """
    # Without any edition in force everything is denied, which says nothing.
    if none_in_force(decided.run):
        return ()
    found: dict[Tuple, list[Denied]] = {}
    for reasons in _reasons(decided.run):
        for things in _about(decided.run, reasons):
            told = tuple(line for line in conclusions if line.id == reasons.id and line.things[:-1] == things)
            if _is_denied(decided.run, reasons, things, told) and (told or things not in found):
                found.setdefault(things, []).append(_Denying(decided, words).denied(reasons, things, told))
    return tuple(itertools.chain.from_iterable(found.values()))


def _reasons(run: Run) -> list[Conclusion]:
    """Return the tables of reasons. A denial that causes another comes first."""
    found = [conclusion for conclusion in run.compiled.program.conclusions if conclusion.denies is not None]
    denied = {conclusion.id: conclusion.denies for conclusion in found if conclusion.denies is not None}
    below = {id: run.compiled.reads(predicate) for id, predicate in denied.items()}
    # The fewest reasons below it first, so that causes come before their effects.
    return sorted(
        found, key=lambda reasons: (sum(reason.key in below[reasons.id] for reason in denied.values()), reasons.id)
    )


def _about(run: Run, reasons: Conclusion) -> list[Tuple]:
    """Return the things for which something may be denied: the case, each concern, or the things of a reason."""
    if len(reasons.things) == 1:
        return [()]
    if [type(thing) for thing in reasons.things[:-1]] == [Concern]:
        return sorted(run.situation.base.get(is_concern.key, EMPTY).rows)
    return sorted({things[:-1] for things in run.value(reasons).rows}, key=str)


def _is_denied(run: Run, reasons: Conclusion, things: Tuple, told: Sequence[DecidedConclusion]) -> bool:
    grade = NO if reasons.denies is None else run.value(reasons.denies).grade(things)
    # A merely possible result is not denied without a reason: it may still be true.
    return grade < PROVISIONAL and (bool(told) or grade == NO)


class _Denying:
    def __init__(self, decided: Decided, words: Words) -> None:
        self._run, self._words, self._open = decided.run, words, decided.points.keys()

    def denied(self, reasons: Conclusion, things: Tuple, told: tuple[DecidedConclusion, ...]) -> Denied:
        """Return what is denied of some things, with the reasons."""
        predicate = reasons.denies
        if not isinstance(predicate, Conclusion | Defined):
            raise TypeError(f"{reasons.id} denies a {type(predicate).__name__}")
        ways = ways_to(self._run, self._words.names, predicate, things)
        # A way that fails only by another choice, or in another edition as well, is no near miss.
        near = [way for way in ways if not (way.chosen or (way.silent and way.fails))]
        if isinstance(predicate, Defined):  # Not a row that a source has: only what people were asked says something.
            near = [way for way in near if any(fail.asked is not None for fail in way.fails)]
        sure = Standing.CERTAIN in {line.standing for line in told}
        certain = sure or not self._run.value(predicate).grade(things)
        return Denied(
            id=predicate.id if isinstance(predicate, Conclusion) else reasons.id,
            things=things,
            says=self._words.denied(predicate, things),
            standing=Standing.of(certain=certain),
            grounds=told,
            nearest=tuple(self._near(near)),
            others=len(ways) - len(near) if isinstance(predicate, Conclusion) else 0,
            would_change=tuple(self._would_change(predicate, things, near)),
        )

    def _near(self, ways: Sequence[BlockedWay]) -> Iterator[Near]:
        """Yield the ways, those that fail in the same way as one; none for which more fails than for another."""
        merged: dict[tuple[tuple[Failing, ...], tuple[str, ...]], dict[str, None]] = {}
        for way in ways:
            fails = tuple(map(self._failing, way.fails))
            stood = self._stood(way.clauses[0]) if way.silent else ()
            merged.setdefault((fails, stood), {}).update(dict.fromkeys(way.clauses))
        for (fails, stood), clauses in merged.items():
            if any(stood == rivals[1] and {*rivals[0]} < {*fails} for rivals in merged):
                continue
            yield Near(clauses=tuple(clauses), fails=fails, stood=stood)

    def _failing(self, reason: Reason) -> Failing:
        key, things = reason.asked or ("", ())
        question = self._run.compiled.program.predicates.get(key)
        asked = address_at(self._run, question, things) if isinstance(question, Question) else ""
        return Failing(says=reason.says, clauses=reason.clauses, asked=asked)

    def _stood(self, clause: str) -> tuple[str, ...]:
        policy = self._run.compiled.program.policy
        source = clause.partition("/")[0]
        return tuple(policy.edition(source, edition).title for edition in policy.editions_of(clause))

    def _would_change(
        self, predicate: Predicate, things: Tuple, ways: Sequence[BlockedWay]
    ) -> Iterator[tuple[str, str, str]]:
        """Yield each single answer, to a question of fact or to an open one, with which it would hold."""
        asked = dict.fromkeys(fail.asked for way in ways for fail in way.fails if _is_a_fact(fail))
        # Each answer is a run of its own, so only the questions nearest to holding are tried.
        for claim in itertools.islice(filter(None, asked), _MOST_QUESTIONS):
            question = self._run.compiled.program.predicates[claim[0]]
            if isinstance(question, Question) and question.options:
                address = noted(self._run, question, claim[1])
                # What somebody has decided stands. What is still to be decided may go either way.
                if not question.decided_by or address in self._open:
                    yield from self._answers(address, claim[1], predicate, things)

    def _answers(
        self, address: str, about: Tuple, predicate: Predicate, things: Tuple
    ) -> Iterator[tuple[str, str, str]]:
        point = point_at(self._run, address)
        for value in point.values:
            grade = NO if value is UNKNOWN else self._run.answered(address, value).value(predicate).grade(things)
            if grade >= PROVISIONAL:
                asks = self._words.asked(point, about)
                yield address, asks, self._words.answer(point, value)


def _is_a_fact(fail: Reason) -> bool:
    return fail.asked is not None and not fail.chosen
