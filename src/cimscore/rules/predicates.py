"""What a condition may ask by name: a base relation of the case, or a definition with a sentence of its own."""

from __future__ import annotations

import enum

import attrs

from cimscore.rules.conditions import Condition, Holds, Same, walk
from cimscore.rules.listing import listed
from cimscore.rules.refusals import AuthorError
from cimscore.rules.sentences import Sentence
from cimscore.rules.things import Attribute, Term, Value, Variable
from cimscore.rules.written import Written, here


@attrs.frozen(eq=False)
class Predicate:
    """Something that holds of some things: what a condition asks by name.

    Attributes:
        key: The text by which it is known; two of one key are one.
        columns: The kind of thing in each place, or the variable that names the place.
        lists: The places whose things it can list; the things of the others must be listed elsewhere first.
        written: Where an author wrote it.
    """

    written: Written = attrs.field(factory=here, kw_only=True, repr=False)

    @property
    def key(self) -> str:
        """The text by which it is known."""
        raise AuthorError(what=type(self).__name__, found="no key", expected="one of the shipped kinds of predicate")

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """What stands in each place."""
        return ()

    @property
    def lists(self) -> frozenset[int]:
        """The places whose things it can list."""
        return frozenset(range(len(self.columns)))

    def holds(self, *terms: Term) -> Condition:
        """Return the condition that it holds of some things.

        Raises:
            AuthorError: Too few or too many things, or one of another kind.
        """
        if len(terms) != len(self.columns):
            raise AuthorError(
                what=self.key, found=f"{len(terms)} things", expected=f"{len(self.columns)}: {_nouns(self.columns)}"
            )
        for term, column in zip(terms, self.columns, strict=True):
            check_kind(self.key, term, column if isinstance(column, type) else type(column))
        return Holds(self, terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Predicate) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __bool__(self) -> bool:
        raise AuthorError(
            what=self.key,
            found="a predicate where a condition is meant",
            expected="its things, as in lives_in(child, home)",
        )


def _nouns(columns: tuple[type[Variable] | Variable, ...]) -> str:
    return ", ".join(column.noun if isinstance(column, type) else column.name for column in columns)


def check_kind(where: str, term: object, kind: type[Variable]) -> None:
    """Refuse a term that cannot stand in a place.

    Args:
        where: What the place belongs to, for the message.
        term: A variable, an attribute or a constant.
        kind: The kind of thing that stands there.

    Raises:
        AuthorError: It is of another kind.
    """
    if isinstance(term, Attribute):
        fits = issubclass(term.kind, kind)
    elif isinstance(term, Variable):
        fits = isinstance(term, kind)
    else:
        fits = kind is Value or isinstance(term, str | int | enum.Enum)
    if not fits:
        noun = getattr(term, "noun", type(term).__name__)
        raise AuthorError(what=where, found=f"{str(term)!r} is a {noun}", expected=f"a {kind.noun} in that place")


@attrs.frozen(eq=False)
class Relation(Predicate):
    """Something that a case itself says: who lives where, who is whose, what a concern is about.

    Attributes:
        name: Its name among the base relations.
        kinds: The kind of thing in each place.
        says: A sentence with its verb marked and places by position.
        needs: Places whose things must be listed elsewhere first (a threshold, for example).
    """

    name: str
    kinds: tuple[type[Variable], ...]
    says: str
    needs: frozenset[int] = frozenset()

    @property
    def key(self) -> str:
        """The text by which it is known."""
        return f"relation:{self.name}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """The kind of thing in each place."""
        return self.kinds

    @property
    def lists(self) -> frozenset[int]:
        """The places whose things it can list."""
        return frozenset(range(len(self.kinds))) - self.needs

    def __call__(self, *terms: Term) -> Condition:
        return self.holds(*terms)


@attrs.frozen(eq=False)
class Defined(Predicate):
    """A condition with a sentence of its own, used on rule page, reason and question alike.

    Attributes:
        things: The things that it speaks of; they are its places, in this order.
        says: The sentence, with its verb marked and a place for each thing; it is the definition's identity.
        condition: What it means.
        lists: Every place, if the condition lists all of its things by itself; else none.
        lists_denied: Whether the things of which it does not hold can be listed.

    Raises:
        AuthorError: The sentence and the things do not match, or the condition speaks of a thing that is not named.
    """

    things: tuple[Variable, ...]
    says: str
    condition: Condition
    lists: frozenset[int] = attrs.field(init=False)
    lists_denied: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        Sentence(self.says, tuple(thing.name for thing in self.things))
        for thing in self.things:
            if thing.other_than is not None and thing.other_than in self.things:
                object.__setattr__(self, "condition", self.condition & ~Same(thing, thing.other_than))
        free = self.condition.free
        for name in sorted(thing.name for thing in free - set(self.things)):
            raise AuthorError(
                what=f"{self.says!r}",
                found=f"{name} is free in {self.condition.text}",
                expected=f"some({name}, …) around it, or {name} among the things",
            )
        for thing in self.things:
            if thing not in free:
                raise AuthorError(
                    what=f"{self.says!r}",
                    found=f"the condition says nothing of {thing.name}",
                    expected="only things that the condition speaks of",
                )
        things = set(self.things)
        object.__setattr__(
            self, "lists", frozenset(range(len(things))) if things <= listed(self.condition) else frozenset()
        )
        object.__setattr__(self, "lists_denied", things <= listed(~self.condition))

    @property
    def key(self) -> str:
        """The text by which it is known: its sentence."""
        return f"defined:{self.says}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """The things, as they are named in its sentence."""
        return self.things

    def __call__(self, *terms: Term) -> Condition:
        return self.holds(*terms)


def asked_by(condition: Condition) -> tuple[Predicate, ...]:
    """Return every predicate that a condition asks directly, each once, in the order of their keys."""
    found = {part.predicate.key: part.predicate for part in walk(condition) if isinstance(part, Holds)}
    return tuple(found[key] for key in sorted(found))
