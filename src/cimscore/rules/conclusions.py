"""Conclusions and the rows that give them: a head, a condition, clauses."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

import attrs

from cimscore.rules.asked import Predicate, check_kind
from cimscore.rules.conditions import Condition, variables_of
from cimscore.rules.functions import refuse_unless_of_a_module
from cimscore.rules.refusals import AuthorError, refuse_unless_in_brackets
from cimscore.rules.sentences import Sentence
from cimscore.rules.things import Attribute, Concern, File, Household, Record, Term, Value, Variable
from cimscore.rules.written import Written, here

K = TypeVar("K", bound="Variable")


class Topic(enum.StrEnum):
    """What a conclusion is about. The order of the members is the order of reasoning: a row reads only earlier ones."""

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
        """The noun of what it is of; ``case`` for the constant ``case``."""
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
        """The text by which it is known."""
        return f"kind:{self.name}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """The record."""
        return (Record,)

    @property
    def lists(self) -> frozenset[int]:
        """None: a record's kind is compared, never listed."""
        return frozenset()

    def __call__(self, record: Record) -> Condition:
        return self.holds(record)

    def of(
        self, thing: Household | Concern | File | Attribute | str = "case", focus: Term | None = None
    ) -> NamedRecord:
        """Return the record of this kind that is of a thing, or of the whole case.

        Args:
            thing: The household, concern or record on file; ``"case"`` for the case.
            focus: The child whose own record it is, where it is not a common one.
        """
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
    """One row: its head holds where its condition does.

    Attributes:
        id: Unique within its conclusion.
        head: A term for each place of the conclusion.
        when: The condition.
        unless: An exception; the same value as ``when & ~unless``, told apart so that the text can say *unless*.
        cites: The clauses it rests on; the first carries it, and the row is silent where that one does not stand.
        notes: What the kind of conclusion keeps with a row: the words of a duty, the parts of a clock.
        written: Where an author wrote it.
        condition: All that has to hold: the condition, and not the exception.
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
    """Something that rows conclude of some things; a condition of later topics reads it like any other.

    Attributes:
        id: Unique within its program.
        things: The variables that name its places.
        says: Its sentence, with its verb marked and a place for each thing.
        topic: What it is about.
        one: The places that make a key, where there is at most one answer to a key; else none.
        paper: Whether it is about the paper (which record, whose lead) and not about the matter.
        leading: Whether it only leads to others, so that people are told those.
        warns: Whether it says that something is amiss, so that people are told it first.
        owes: For a law: the condition under which its rows have to hold.
        unmet: For a law: why it does not hold where no question is open on which that hangs, then what to do.
        denies: For reasons why something does not hold: the predicate that they deny, whose things stand before the
            reason.
        needs: For roles: each role that a record needs, with the kinds of record that need it.
        refers: For what somebody else may be owed: the id of the program that decides about it, or who that
            is, in words.
        rows: The rows, in the order in which people are to read them. Their order changes nothing.
    """

    id: str
    things: tuple[Variable, ...]
    says: str
    topic: Topic = attrs.field(kw_only=True)
    one: tuple[Variable, ...] = attrs.field(default=(), kw_only=True)
    paper: bool = attrs.field(default=False, kw_only=True)
    leading: bool = attrs.field(default=False, kw_only=True)
    warns: bool = attrs.field(default=False, kw_only=True)
    owes: Condition | None = attrs.field(default=None, kw_only=True)
    unmet: tuple[str, str] = attrs.field(default=_UNMET, kw_only=True)
    denies: Predicate | None = attrs.field(default=None, kw_only=True)
    needs: tuple[tuple[enum.StrEnum, tuple[str, ...]], ...] = attrs.field(default=(), kw_only=True)
    refers: str = attrs.field(default="", kw_only=True)
    rows: list[ConclusionRow] = attrs.field(factory=list, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse_unless_in_brackets(f"the conclusion {self.id}", "things", self.things, f"({self.things},)")
        Sentence(self.says, tuple(thing.name for thing in self.things))
        if self.topic is Topic.LAWS and self.owes is None:
            raise AuthorError(
                what=f"the law {self.id}",
                found="nothing that owes it",
                expected="owes=…: the condition under which it has to hold",
            )
        if self.denies is not None and self.denies.columns != self.things[:-1]:
            raise AuthorError(
                what=f"the reasons {self.id}",
                found=f"denies={self.denies}, which is about {_listed(self.denies.columns)}",
                expected=f"a predicate about {_listed(self.things[:-1])}: the last thing is the reason",
            )

    @property
    def key(self) -> str:
        """The text by which it is known."""
        return f"conclusion:{self.id}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """The things, as they are named in its sentence."""
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
        if not isinstance(when, Condition):
            raise AuthorError(
                what=where, found=f"when={when!r}", expected="a condition: of which things, as in lives_in(child, home)"
            )
        if not (unless is None or isinstance(unless, Condition)):
            raise AuthorError(what=where, found=f"unless={unless!r}", expected="a condition, or nothing")
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
                raise AuthorError(what=where, found=f"the record {term}", expected=f"a {thing.noun} in that place")
            if not isinstance(term, NamedRecord | Make) and not isinstance(thing, Value):
                check_kind(where, term, type(thing))
