"""Questions and unclear points of a source: what a rule reads besides the case and the tables."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import attrs

from cimscore.case import Moment
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.sentences import refuse_unless_placed
from cimscore.rules.conditions.things import Attribute, Household, Term, Value, Variable, refuse_unless_things
from cimscore.rules.refusals import AuthorError, refuse_unless_a_choice, refuse_unless_a_role, refuse_unless_lists

A = TypeVar("A")


@attrs.frozen(eq=False, kw_only=True)
class Question(Predicate, Generic[A]):
    """Question that only a person, or the case's own system, can answer.

    Attributes:
        id: Id, unique within its program.
        things: Things that it is about; empty for the case.
        text: Question as a person reads it, with places for the things.
        answers: Type of the answer: ``bool``, a ``StrEnum``, `Moment`, ``date``, ``int``, ``str``, or a kind of thing.
        working: Working answer until somebody answers: one of the answers, or a condition; None if there is none.
        why: Reason for the working answer.
        decided_by: Role of the person who decides; empty for a fact.
        weigh: Points for that person to weigh.
        cites: Clauses that raise it.
        granted: True if silence counts as the working answer, stated once and without a grade. "unknown" is open.
        unless: For one that is granted: condition over `things` under which silence leaves it open all the same.
        beside: For one that is granted: condition over `things` and others. Another answer about those opens this one.
        among: For an answer that is a thing: the possible ones, as a condition over `things` and `member`.
        member: Variable for the answer in `among`.
        ruled_out: Answers that cannot be given, each under a condition over `things`; the first other one is taken.
        at_the_latest: True if the working moments are the latest that the answer can be, and it may be any before them.
        no_sooner_than: Questions of the same things whose moment is never later. What is told of one bounds the other.
        codes: Codes that an answer of type ``str`` may be, with the clause of each.
        other_words: True if an answer may also be free words, such as the number of an event.
        on_file: Kind of record on file that it asks for, besides those entered; ``on_file`` may answer it too.
        paper: True if it is about documents alone (which record, whose lead), so that no other rule reads it.
        first: Its place, from 1, among those that are asked first: a clock or a forbidden act waits for it; else 0.
    """

    id: str
    things: tuple[Variable, ...]
    text: str
    answers: type[A]
    working: A | Condition | None = None
    why: str = ""
    decided_by: str = ""
    weigh: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    granted: bool = False
    unless: Condition | None = None
    beside: Condition | None = None
    among: Condition | None = None
    member: Variable | None = None
    ruled_out: Mapping[A, Condition] = attrs.field(factory=dict)
    at_the_latest: bool = False
    no_sooner_than: tuple[Question[Moment], ...] = ()
    codes: Mapping[str, str] = attrs.field(factory=dict)
    other_words: bool = False
    on_file: str = ""
    paper: bool = False
    first: int = 0

    def __attrs_post_init__(self) -> None:
        refuse_unless_things(f"question {self.id}", self.things)
        refuse_unless_a_choice(f"question {self.id}", self.answers)
        if self.working is not None and not self.why:
            raise self._refused("a working answer without a reason", "why=…: the reason")
        if self.granted and self.working is None:
            raise self._refused("nothing that is granted", "working=…: the answer that silence is taken for")
        self._refuse_unless_answers()
        if self.at_the_latest and not (isinstance(self.working, Condition) and self.answers is Moment):
            raise self._refused("no moment that it can be at the latest", "working=…: a condition that lists a moment")
        if not (self.working is None or isinstance(self.working, Condition) or self._can_be(self.working)):
            raise self._refused(f"working={self.working!r}", "one of its answers")
        refuse_unless_lists(f"question {self.id}", self)
        refuse_unless_a_role(f"question {self.id}", self.decided_by)
        refuse_unless_placed(f"question {self.id}", self.text, [thing.name for thing in self.things])

    def _refuse_unless_answers(self) -> None:
        """Refuse what is said of silence and of the possible answers where it cannot be read."""
        for name, condition in (("unless", self.unless), ("beside", self.beside)):
            if condition is not None and not self.granted:
                raise self._refused(f"{name}=… where nothing is granted", "granted=True beside it")
        if self.beside is not None and len(self.beside.free - set(self.things)) != len(self.things):
            raise self._refused("beside=… about other things than one such", "another variable for each of its things")
        times = {(question.things, question.answers) for question in self.no_sooner_than}
        if times and times | {(self.things, self.answers)} != {(self.things, Moment)}:
            raise self._refused("no_sooner_than=… about other things, or no moments", "moments of the same things")
        if self.among is not None and self.member is None:
            raise self._refused("among=… without a member", "member=…: the variable that stands for the answer")
        expected = f"among {', '.join(map(str, self.options)) or 'answers that are the same in every case'}"
        for answer in set(self.ruled_out).difference(self.options):
            raise self._refused(f"ruled_out={answer!r}", expected)

    def _refused(self, found: str, expected: str) -> AuthorError:
        return AuthorError(what=f"question {self.id}", found=found, expected=expected)

    def _can_be(self, answer: object) -> bool:
        """Return True if a constant can be an answer."""
        return answer in self.options if self.options else isinstance(answer, self.answers)

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"question:{self.id}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return its things, then the answer."""
        return (*self.things, self.member or Value)

    @property
    def lists(self) -> frozenset[int]:
        """Return the place of the answer only. The things must be listed before."""
        return frozenset({len(self.things)})

    @property
    def options(self) -> tuple[Any, ...]:
        """Return every answer, if they are few and the same in every case; otherwise nothing."""
        if self.answers is bool:
            return (True, False)
        if issubclass(self.answers, enum.Enum):
            return tuple(self.answers)
        return tuple(self.codes)

    def __call__(self, *terms: Term) -> Condition:
        """Return the condition that a question of yes or no is answered yes about some things.

        Raises:
            AuthorError: It has other answers than yes and no.
        """
        if self.answers is not bool:
            raise self._refused(
                "no answer that is meant",
                f".is_(…), its last term one of {', '.join(map(str, self.options)) or 'its answers'}, "
                "or a variable that lists the answer",
            )
        return self.holds(*terms, True)

    def is_(self, *terms: Any) -> Condition:
        """Return the condition that the answer about some things is the last term; a variable lists the answer.

        Raises:
            AuthorError: The last term is a constant that cannot be an answer.
        """
        answer = terms[-1] if terms else None
        if self.options and not isinstance(answer, Variable | Attribute) and answer not in self.options:
            raise self._refused(f"the answer {answer!r}", f"one of {', '.join(map(str, self.options))}")
        return self.holds(*terms)

    def decided_at(self, *terms: Any) -> Condition:
        """Return the condition that it was answered about the things at a moment, the last term."""
        return DecidedAt(self).holds(*terms)

    def answered(self, *terms: Term) -> Condition:
        """Return the condition that it has been answered about the things."""
        return Answered(self).holds(*terms)


@attrs.frozen(eq=False)
class GroupedWith(Predicate):
    """Homes that one answer puts together: each with itself and with every home that comes before it in its group.

    Attributes:
        question: A question about the case whose answer is a tuple of groups, each in the order of who may lead it.
    """

    question: Question[Any]

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"grouped:{self.question.id}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the home itself or one before it, then the home."""
        return (Household, Household)

    def __call__(self, before: Household, home: Household) -> Condition:
        return self.holds(before, home)


@attrs.frozen(eq=False)
class DecidedAt(Predicate):
    """The moment at which a question was answered."""

    question: Question[Any]

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"decided-at:{self.question.id}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the things of the question, then the moment."""
        return (*self.question.things, Value)

    @property
    def lists(self) -> frozenset[int]:
        """Return the place of the moment only."""
        return frozenset({len(self.question.things)})


@attrs.frozen(eq=False)
class Answered(Predicate):
    """A question has been answered about some things."""

    question: Question[Any]

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"answered:{self.question.id}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the things of the question."""
        return self.question.things

    @property
    def lists(self) -> frozenset[int]:
        """Return every place, because the document lists what is answered."""
        return frozenset(range(len(self.question.things)))


@attrs.frozen(eq=False, kw_only=True)
class Reading(Predicate, Generic[A]):
    """Unclear point of a source: every reading, the one taken, and the reason. Exactly one applies.

    Attributes:
        id: Id, unique within its program.
        question: The unclear point, as a question.
        readings: Every reading, with its meaning in plain words.
        taken: Reading in use, unless a caller chooses another.
        because: Reason for that reading.
        clauses: Unclear clauses.
        ambiguities: Numbers in the list of unclear places.
        under: Another reading and its member. Only under that does this one matter.
        noted: True if it is only noted: no rule reads it, so nobody can choose another.
    """

    id: str
    question: str
    readings: Mapping[A, str]
    taken: A
    because: str
    clauses: tuple[str, ...]
    ambiguities: tuple[str, ...] = ()
    under: tuple[Reading[Any], Any] | None = None
    noted: bool = False

    def __attrs_post_init__(self) -> None:
        where, expected = f"reading {self.id}", "two or more, the one taken among them"
        if self.taken not in self.readings or len(self.readings) < 2:
            raise AuthorError(what=where, found="its readings", expected=expected)
        if len(set(self.readings.values())) < len(self.readings):
            raise AuthorError(
                what=where, found="one meaning in two of its readings", expected="a meaning of its own for each"
            )
        refuse_unless_lists(where, self)
        refuse_unless_placed(where, self.question, ())
        if not self.because:
            raise AuthorError(what=f"reading {self.id}", found="no reason", expected="because=…: why that one is taken")

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"reading:{self.id}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the reading itself."""
        return (Value,)

    def is_(self, member: Any) -> Condition:
        """Return the condition that a reading is taken, or list it in a variable.

        Raises:
            AuthorError: It is none of the readings, or the unclear point is noted and no more.
        """
        if self.noted:
            expected = "one without noted=True, since a rule reads it"
            raise AuthorError(what=f"reading {self.id}", found="a point that is noted alone", expected=expected)
        if not isinstance(member, Variable) and member not in self.readings:
            raise AuthorError(
                what=f"reading {self.id}",
                found=f"{member!r}",
                expected=f"one of {', '.join(map(str, self.readings))}",
            )
        return self.holds(member)
