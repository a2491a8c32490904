"""Answers of people to a program's questions, and the working answers until they come."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import UNKNOWN, Moment, Unknown
from cimscore.clocks import Span, When, up_to, within
from cimscore.grades import CERTAIN, NO, POSSIBLE, PROVISIONAL
from cimscore.reasoning.graded import Graded, Tuple
from cimscore.rules.rows.questions import Question

GradedAnswers = list[tuple[Any, int]]


@attrs.frozen(kw_only=True)
class Given:
    """An answer that a document gives, or one that is supposed.

    Attributes:
        answer: The answer, or `UNKNOWN` where the document says that it is not known.
        at: The moment at which it was given.
        supposed: True if the document gives none.
    """

    answer: object
    at: Any = UNKNOWN
    supposed: bool = False


AllTold = Sequence[Mapping[Tuple, Given]]
"""Answers to each of several questions, by the things that they are about."""


@attrs.define(eq=False)
class Answers:
    """Answers to one question, looked up by the things it is about.

    Attributes:
        question: The question.
        given: Answers so far, by the things they are about.
        working: Things for which the working answer is yes; for a value, the working values.
        among: Things that are possible answers.
        unless: Things about which silence counts as no answer.
        beside: Things, each with another such; an answer about that one leaves silence about this one open.
        ruled_out: By answer, the things about which it cannot be given.
    """

    question: Question[Any]
    given: Mapping[Tuple, Given]
    working: Graded | None = None
    among: Graded | None = None
    unless: Graded | None = None
    beside: Graded | None = None
    ruled_out: Mapping[Any, Graded] = attrs.field(factory=dict)
    _known: dict[Tuple, GradedAnswers] = attrs.field(factory=dict, init=False, repr=False)
    _timed: set[Tuple] = attrs.field(factory=set, init=False, repr=False)

    def grade(self, place: Tuple) -> int:
        """Return the grade with which the answer about some things is a value.

        Args:
            place: The things, then the value.
        """
        value = place[-1]
        return next((grade for answer, grade in self.answers(place[:-1]) if answer == value), 0)

    def answers(self, things: Tuple) -> GradedAnswers:
        """Return every answer that may be given about some things, each with its grade."""
        known = self._known.get(things)
        if known is None:
            given = self.given.get(things)
            if given is not None and not isinstance(given.answer, Unknown):
                known = [(given.answer, CERTAIN)]
            else:
                known = self._open(things)
            self._known[things] = known
        return known

    @property
    def asked(self) -> tuple[Tuple, ...]:
        """Return everything that it has been asked about so far."""
        return tuple(self._known)

    def note_timed(self, things: Tuple) -> None:
        """Note that the moment of an answer has been looked up."""
        self._timed.add(things)

    def is_read(self, things: Tuple) -> bool:
        """Return True if the answer about some things has been looked up so far, or its moment."""
        return things in self._known or things in self._timed

    def is_open(self, things: Tuple) -> bool:
        """Return True if no answer about some things has been given."""
        given = self.given.get(things)
        return given is None or isinstance(given.answer, Unknown)

    def is_granted(self, things: Tuple) -> bool:
        """Return True if silence about some things counts as the working answer. Where there is none, it is open."""
        if not self.question.granted or things in self.given:
            return False
        if self.unless is not None and self.unless.grade(things):
            return False
        if any(grade and self._is_otherwise(row[len(things) :]) for row, grade in self._rows_of(self.beside, things)):
            return False
        yes_or_no = self.question.answers is bool
        return self.working is None or yes_or_no or bool(self._rows_of(self.working, things))

    def _is_otherwise(self, things: Tuple) -> bool:
        """Return True if another answer about some things is given than the one that silence stands for."""
        given = self.given.get(things)
        known = given is not None and not isinstance(given.answer, Unknown)
        return known and given.answer != self.working_value(things)  # type: ignore[union-attr]

    def was_given(self, things: Tuple) -> bool:
        """Return True if an answer about some things has been given, even if only its moment is known."""
        given = self.given.get(things)
        return given is not None and not (isinstance(given.answer, Unknown) and isinstance(given.at, Unknown))

    def _open(self, things: Tuple) -> GradedAnswers:
        if self.is_granted(things):
            return self._granted(things)
        values = self.values(things)
        if len(values) == 1:
            return [(values[0], self._grade_of_any(things))]
        working = self.working_value(things)
        return [(value, PROVISIONAL if value == working else POSSIBLE) for value in values]

    def _granted(self, things: Tuple) -> GradedAnswers:
        """Return the answer that silence stands for, with the grade of the condition behind it."""
        if self.working is None:
            return [(self.question.working, CERTAIN)]
        if self.question.answers is bool:
            yes = self.working.grade(things)
            return [(answer, grade) for answer, grade in ((True, yes), (False, CERTAIN - yes)) if grade]
        values = [(row[-1], grade) for row, grade in self._rows_of(self.working, things)]
        # Of several values one holds, even if it is open which. A single one that is open may be none of them.
        alone = len(values) == 1 and values[0][1] < CERTAIN
        return [*values, (UNKNOWN, CERTAIN - values[0][1])] if alone else values

    def has_one(self, things: Tuple) -> bool:
        """Return True if an answer is certainly one of the values; False if perhaps no thing is a possible answer."""
        values = self.values(things)
        return UNKNOWN in values or (bool(values) and self._grade_of_any(things) == CERTAIN)

    def _grade_of_any(self, things: Tuple) -> int:
        """Return the grade for at least one value being a possible answer."""
        if self.question.options:
            return CERTAIN
        listed = self.working if self.among is None else self.among
        return max((grade for _, grade in self._rows_of(listed, things)), default=CERTAIN)

    def values(self, things: Tuple) -> tuple[Any, ...]:
        """Return the possible answers about some things. `UNKNOWN` stands for all values that nobody lists."""
        options = self.question.options
        if options:
            return tuple(option for option in options if self._ruled_out(option, things) < CERTAIN)
        if self.among is not None:
            members = (row[-1] for row, grade in self._rows_of(self.among, things) if grade)
            return tuple(sorted(set(members)))
        worked_with = tuple(row[-1] for row, _ in self._rows_of(self.working, things))
        # A span holds every moment that it can be, so nothing outside it is left to stand for.
        whole = worked_with and all(isinstance(value, Span) for value in worked_with)
        return worked_with if whole else (*worked_with, UNKNOWN)

    def working_value(self, things: Tuple) -> Any:
        """Return the working answer about some things, or None."""
        question = self.question
        if self.working is None:
            return self._first_of_the_others(things) if self._cannot_be(question.working, things) else question.working
        if question.answers is bool:
            return self.working.grade(things) >= PROVISIONAL
        # A row that is only possible is an answer to try, and never the one worked with.
        rows = [row[-1] for row, grade in self._rows_of(self.working, things) if grade >= PROVISIONAL]
        return min(rows, key=str, default=None)

    def _ruled_out(self, answer: object, things: Tuple) -> int:
        """Return the grade with which an answer cannot be given about some things."""
        relation = self.ruled_out.get(answer)
        return NO if relation is None else relation.grade(things)

    def _cannot_be(self, answer: object, things: Tuple) -> bool:
        return self._ruled_out(answer, things) >= PROVISIONAL

    def _first_of_the_others(self, things: Tuple) -> Any:
        return next((option for option in self.question.options if not self._cannot_be(option, things)), None)

    @staticmethod
    def _rows_of(relation: Graded | None, things: Tuple) -> list[tuple[Tuple, int]]:
        if relation is None:
            return []
        places = tuple(range(len(things)))
        if not places:
            return list(relation.rows.items())
        return relation.index(places).get(things[0] if len(things) == 1 else things, [])


@attrs.define(eq=False)
class Moments:
    """Times of the answers to one question.

    Attributes:
        of: The answers.
        read: Function from a given answer, or None, to its moment.
    """

    of: Answers
    read: Callable[[Given | None], Any]

    def grade(self, place: Tuple) -> int:
        """Return the grade with which the moment of an answer is a value."""
        return next((grade for value, grade in self.answers(place[:-1]) if value == place[-1]), 0)

    def answers(self, things: Tuple) -> GradedAnswers:
        """Return the moment of the answer about some things, with its grade."""
        self.of.note_timed(things)
        return [(self.read(self.of.given.get(things)), CERTAIN)]


def bounded(question: Question[Any], listed: Graded | None, told: Sequence[AllTold], zone: ZoneInfo) -> Graded | None:
    """Return the working answers of a question, its moments within those that are told of others.

    Args:
        question: The question. Moments that are its latest ones become everything up to them.
        listed: Its working answers, by the things.
        told: Answers to the questions whose moment is never later, then to those whose moment is never sooner; or none.
        zone: Time zone in which a day begins.
    """
    if listed is None or not (question.at_the_latest or told):
        return listed
    found = {}
    for (*things, answer), grade in listed.rows.items():
        working = up_to(answer) if question.at_the_latest else answer
        if told and isinstance(working, Span):
            earlier, later = (_moments_told(answers, tuple(things)) for answers in told)
            working = within(working, earlier, later, zone)
        found[*things, working] = grade
    return Graded(found)


def _moments_told(answers: AllTold, things: Tuple) -> list[When]:
    # A moment that is only supposed bounds none: each open one is asked about for itself.
    found = (given[things].answer for given in answers if things in given and not given[things].supposed)
    return [moment for moment in found if isinstance(moment, Moment | Span)]


def with_answer(given: Mapping[Tuple, Given], things: Tuple, answer: object) -> Mapping[Tuple, Given]:
    """Return the answers with one replaced. It keeps its moment."""
    before = given.get(things, Given(answer=UNKNOWN))
    supposed = before.supposed or isinstance(before.answer, Unknown)
    return {**given, things: attrs.evolve(before, answer=answer, supposed=supposed)}


def grouped(answers: Answers, homes: list[str]) -> Graded:
    """Return each home, paired with itself and with those before it in its group; alone until somebody answers.

    Args:
        answers: Answers to the question about the case.
        homes: Every home of the case. A home missing from the answer stays alone.
    """
    given = answers.given.get(())
    if given is None or isinstance(given.answer, Unknown):
        # One home has nobody to share with, so no answer can change it.
        alone = CERTAIN if len(homes) == 1 else PROVISIONAL
        return Graded({(earlier, home): alone if earlier == home else POSSIBLE for earlier in homes for home in homes})
    groups: tuple[tuple[str, ...], ...] = tuple(tuple(group) for group in given.answer)  # type: ignore[attr-defined]
    pairs = {(earlier, home) for group in groups for earlier, home in itertools.combinations_with_replacement(group, 2)}
    return Graded(dict.fromkeys(sorted(pairs | {(home, home) for home in homes}), CERTAIN))
