"""Conclusions and the rows that give them: a head, a condition, clauses."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

import attrs

from cimscore.rules.conditions.asked import Predicate, check_kind, refuse_unless_conditions
from cimscore.rules.conditions.conditions import Condition, variables_of
from cimscore.rules.conditions.functions import refuse_unless_of_a_module, refuse_unless_takes
from cimscore.rules.conditions.sentences import Sentence, Slot, pieces_of, refuse_unless_placed
from cimscore.rules.conditions.things import (
    Attribute,
    Concern,
    File,
    Household,
    Person,
    Record,
    Term,
    Value,
    Variable,
    refuse_unless_things,
)
from cimscore.rules.refusals import AuthorError, refuse_unless_in_brackets, refuse_unless_member
from cimscore.rules.written import Written, here

K = TypeVar("K", bound="Variable")
EDITION: Final = "conclusion:edition"
"""Key of the table of editions: which clauses stand, and so every row and line, hangs on it."""
RECORD: Final = "conclusion:record"
"""Key of the records to be made."""
GOES: Final = "conclusion:goes"
"""Key of what goes into which record, the record last: an act done for a record is done for all that goes into it."""


class Topic(enum.StrEnum):
    """Topic of a conclusion. The order of the members is the order of reasoning: a row reads only earlier topics."""

    EDITIONS = "editions"
    SCOPE = "scope"
    HOUSEHOLDS = "households"
    SUBJECTS = "subjects"
    STARTS = "starts"
    RECORDS = "records"
    ROLES = "roles"
    DUTIES = "duties"
    TIMEFRAMES = "timeframes"
    LAWS = "laws"


@attrs.frozen(eq=False)
class Make:
    """A value of a row's head, worked out from values that its condition lists.

    A value may also be `UNKNOWN`, or a moment only known as between two; where nothing can be worked out from it, the
    function returns `UNKNOWN`.

    Attributes:
        function: A function of a module that takes the values of the terms.
        terms: What it takes.

    Raises:
        AuthorError: The function has no name in a module.
    """

    function: Callable[..., object]
    terms: tuple[Term | object, ...]

    def __attrs_post_init__(self) -> None:
        refuse_unless_of_a_module(self.function, "what a head makes")
        refuse_unless_takes(self.function, len(self.terms), "what a head makes")

    def __str__(self) -> str:
        return f"{self.function.__module__}.{self.function.__qualname__}({', '.join(map(str, self.terms))})"


@attrs.frozen
class NamedRecord:
    """A record of a row's head: its kind, what it is of, and whose own it is."""

    kind: RecordKind
    of: Term
    focus: Term | None = None

    @property
    def of_kind(self) -> str:
        """Return the kind of thing that the record belongs to; ``case`` for the constant ``case``."""
        return self.of.noun if isinstance(self.of, Variable | Attribute) else "case"

    def __str__(self) -> str:
        return f"{self.kind.name}({self.of}{'' if self.focus is None else f', {self.focus}'})"


@attrs.frozen(eq=False)
class RecordKind(Predicate):
    """A kind of record that a program makes.

    Attributes:
        name: Its word, for example ``notification``.
        title: What people call such a record, with a place for what it is of: ``"notification of {home}"``.
        own_title: The same for a child's own record, with places for what it is of and the child.
    """

    name: str
    title: str
    own_title: str = ""

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"kind:{self.name}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the record."""
        return (Record,)

    @property
    def lists(self) -> frozenset[int]:
        """Return nothing, because a record's kind is compared and never listed."""
        return frozenset()

    def __call__(self, record: Record) -> Condition:
        return self.holds(record)

    def of(
        self, thing: Household | Concern | File | Person | Attribute | str = "case", focus: Term | None = None
    ) -> NamedRecord:
        """Return the record of this kind that is of a thing, or of the whole case.

        Args:
            thing: The household, concern, record on file or person; ``"case"`` for the case.
            focus: The child whose own record it is, where it is not a common one.

        Raises:
            AuthorError: The title has no place for the thing.
        """
        placed = any(isinstance(piece, Slot) for piece in pieces_of(self.title))
        if isinstance(thing, Variable | Attribute) and not placed:
            refuse_unless_placed(f"record kind {self.name}", self.title, [thing.name])
        return NamedRecord(self, thing, focus)


HeadTerm = Term | Make | NamedRecord


def head_variables(terms: Sequence[object]) -> frozenset[Variable]:
    """Return every variable that a head needs."""
    found: set[Variable] = set()
    for term in terms:
        if isinstance(term, Make):
            found |= head_variables(term.terms)
        elif isinstance(term, NamedRecord):
            found |= head_variables([term.of, *([] if term.focus is None else [term.focus])])
        else:
            found |= variables_of([term])
    return frozenset(found)


def _listed(things: Sequence[object]) -> str:
    return " and ".join(map(str, things)) or "nothing"


@attrs.frozen(eq=False, kw_only=True)
class ConclusionRow:
    """Row of a conclusion. Its head is true if its condition is.

    Attributes:
        id: Id, unique within its conclusion.
        head: Term for each place of the conclusion.
        when: Condition.
        unless: Exception. It means ``when & ~unless``, and is kept apart so that the text can say *unless*.
        cites: Clauses it rests on. The first is the main one. The row is silent if an edition lacks that one.
        notes: Extra words for some kinds of conclusion: the words of a duty, the parts of a clock.
        written: Place in an author's module where it was written.
        condition: Condition and exception together.
    """

    id: str
    head: tuple[HeadTerm, ...]
    when: Condition
    unless: Condition | None
    cites: tuple[str, ...]
    notes: Any = None
    written: Written = attrs.field(factory=here, kw_only=True, repr=False)
    condition: Condition = attrs.field(init=False)

    @condition.default
    def _condition(self) -> Condition:
        return self.when if self.unless is None else self.when & ~self.unless


_UNMET: Final = ("No row of the program gives it.", "Ask whoever leads the work, and whoever keeps the program.")


@attrs.frozen(eq=False)
class Conclusion(Predicate):
    """Conclusion that rows draw about some things. Conditions of later topics can read it.

    Attributes:
        id: Id, unique within its program.
        things: Variables that name its places.
        says: Sentence, with its verb marked and a place for each thing.
        topic: What it is about.
        one: Places that form a key, if a key has at most one answer; otherwise empty.
        paper: True if it is about documents (which record, whose lead) and not about the matter.
        leading: True if it is only a step to others. People see those instead.
        warns: True if it is a warning. People see it first.
        marks: True if it marks a record, with a priority for example. People see the mark behind the record.
        owes: For a law: the condition under which its rows have to be true.
        unmet: For a law: why it is not met when no open question explains that, then what to do.
        holds_back: For a law: True if the records that it is about are not to be opened before it is met.
        denies: For reasons against something: the predicate that they deny. Its things come before the reason.
        needs: For roles: each role that a record needs, with the kinds of record that need it.
        refers: For reports owed to somebody else: the id of the program that decides, or the recipient in words.
        rows: Rows, in the order for readers. Their order makes no difference to the result.
    """

    id: str
    things: tuple[Variable, ...]
    says: str
    topic: Topic = attrs.field(kw_only=True)
    one: tuple[Variable, ...] = attrs.field(default=(), kw_only=True)
    paper: bool = attrs.field(default=False, kw_only=True)
    leading: bool = attrs.field(default=False, kw_only=True)
    warns: bool = attrs.field(default=False, kw_only=True)
    marks: bool = attrs.field(default=False, kw_only=True)
    owes: Condition | None = attrs.field(default=None, kw_only=True)
    unmet: tuple[str, str] = attrs.field(default=_UNMET, kw_only=True)
    holds_back: bool = attrs.field(default=False, kw_only=True)
    denies: Predicate | None = attrs.field(default=None, kw_only=True)
    needs: tuple[tuple[enum.StrEnum, tuple[str, ...]], ...] = attrs.field(default=(), kw_only=True)
    refers: str = attrs.field(default="", kw_only=True)
    rows: list[ConclusionRow] = attrs.field(factory=list, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_unless_things(f"the conclusion {self.id}", self.things)
        refuse_unless_member(f"the conclusion {self.id}", "topic", self.topic, Topic)
        Sentence(self.says, tuple(thing.name for thing in self.things))
        if self.topic is Topic.LAWS and self.owes is None:
            raise AuthorError(
                what=f"the law {self.id}",
                found="nothing that owes it",
                expected="owes=…: the condition under which it has to hold",
            )
        if self.marks and not (len(self.things) == len(("record", "mark")) and isinstance(self.things[0], Record)):
            raise AuthorError(
                what=f"the conclusion {self.id}",
                found=f"marks=True, of {_listed(self.things)}",
                expected="two things: the record, then what it is marked with",
            )
        if self.denies is not None and self.denies.columns != self.things[:-1]:
            raise AuthorError(
                what=f"the reasons {self.id}",
                found=f"denies={self.denies}, which is about {_listed(self.denies.columns)}",
                expected=f"a predicate about {_listed(self.things[:-1])}: the last thing is the reason",
            )

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"conclusion:{self.id}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the things, as named in its sentence."""
        return self.things

    def __call__(self, *terms: Any) -> Condition:
        return self.holds(*terms)

    def row(
        self,
        id: str,
        *head: Any,
        when: Condition,
        unless: Condition | None = None,
        cites: Sequence[str],
        notes: Any = None,
    ) -> None:
        """Add a row.

        Args:
            id: Unique within this conclusion.
            head: A term for each place.
            when: The condition under which it holds.
            unless: An exception.
            cites: The clauses it rests on, the carrying one first.
            notes: What the kind of conclusion keeps with it.

        Raises:
            AuthorError: The id is used already, no clause is cited, a thing of the head is of another kind, or the
                condition leaves it out.
        """
        where = f"{self.id}/{id}"
        if any(row.id == id for row in self.rows):
            raise AuthorError(what=where, found="a row of that id already", expected="an id of its own")
        if not cites:
            raise AuthorError(what=where, found="no clause", expected="cites=[…]: the clause that carries it, first")
        refuse_unless_in_brackets(where, "cites", cites, f"[{cites!r}]")
        self._refuse_head(where, head)
        refuse_unless_conditions(where, when=when, **({} if unless is None else {"unless": unless}))
        missing = sorted(thing.name for thing in head_variables(head) - when.free)
        if missing:
            raise AuthorError(
                what=where,
                found=f"a condition that does not say which {' and '.join(missing)} is meant",
                expected="a positive part that lists it",
            )
        self.rows.append(
            ConclusionRow(id=id, head=tuple(head), when=when, unless=unless, cites=tuple(cites), notes=notes)
        )

    def _refuse_head(self, where: str, head: Sequence[object]) -> None:
        if len(head) != len(self.things):
            raise AuthorError(what=where, found=f"{len(head)} things in its head", expected=f"{len(self.things)}")
        for term, thing in zip(head, self.things, strict=True):
            if isinstance(term, NamedRecord) and not isinstance(thing, Record):
                raise AuthorError(what=where, found=f"the record {term}", expected=f"a {thing.noun} there")
            if isinstance(thing, Record) and isinstance(term, str):
                raise AuthorError(what=where, found=f"{term!r}", expected="the record of a kind, as in KIND.of(home)")
            if not isinstance(term, NamedRecord | Make) and not isinstance(thing, Value):
                check_kind(where, term, type(thing))
