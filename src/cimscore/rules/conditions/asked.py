"""Predicates, and conditions that ask them of some things."""

from __future__ import annotations

import enum
from collections.abc import Collection

import attrs

from cimscore.ids import did_you_mean
from cimscore.rules.conditions.conditions import Condition, text_of_term, told_apart, variables_of
from cimscore.rules.conditions.things import Attribute, Term, Value, Variable
from cimscore.rules.refusals import AuthorError, as_told
from cimscore.rules.written import Written, here


@attrs.frozen(eq=False)
class Predicate:
    """Named property or relation that a condition can ask about.

    Attributes:
        key: Text that identifies it. Two predicates with one key are the same.
        columns: Kind of thing in each place, or the variable that names the place.
        lists: Places whose things it can list. The things of other places must be listed before.
        written: Place in an author's module where it was written.
    """

    written: Written = attrs.field(factory=here, kw_only=True, repr=False)

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        raise AuthorError(what=type(self).__name__, found="no key", expected="one of the shipped kinds of predicate")

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the kind of thing in each place, or the variable that names the place."""
        return ()

    @property
    def lists(self) -> frozenset[int]:
        """Return the places whose things it can list."""
        return frozenset(range(len(self.columns)))

    def holds(self, *terms: Term) -> Condition:
        """Return the condition that it holds of some things.

        Raises:
            AuthorError: Too few or too many things, or one of another kind.
        """
        if len(terms) != len(self.columns):
            raise AuthorError(
                what=as_told(self.key),
                found="1 thing" if len(terms) == 1 else f"{len(terms)} things",
                expected=f"{len(self.columns)}: {_nouns(self.columns)}",
            )
        for term, column in zip(terms, self.columns, strict=True):
            check_kind(as_told(self.key), term, column if isinstance(column, type) else type(column))
        return Holds(self, terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Predicate) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __bool__(self) -> bool:
        raise AuthorError(
            what=as_told(self.key),
            found="a predicate where a condition is meant",
            expected="its things, as in lives_in(child, home)",
        )


@attrs.frozen(eq=False, repr=False)
class Holds(Condition):
    """Something named holds of some things.

    Attributes:
        predicate: What is asked.
        terms: Of which things, in the order of its places.
    """

    predicate: Predicate
    terms: tuple[Term, ...]
    text: str = attrs.field(init=False)
    free: frozenset[Variable] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "text", f"{self.predicate.key}({', '.join(map(text_of_term, self.terms))})")
        object.__setattr__(self, "free", told_apart(variables_of(self.terms), self.text))


def refuse_unless_conditions(where: str, **given: object) -> None:
    """Refuse what is no condition where one is meant, such as a predicate without its things.

    Args:
        where: Owner of the conditions, for the message.
        given: Each by its parameter.

    Raises:
        AuthorError: One of them is no condition.
    """
    for name, part in given.items():
        if not isinstance(part, Condition):
            bare = f"{as_told(part.key)}, without its things" if isinstance(part, Predicate) else repr(part)
            raise AuthorError(
                what=where, found=f"{name}={bare}", expected="a condition: of which things, as in lives_in(child, home)"
            )


def refuse_unless_one_of(where: str, term: object, known: Collection[object]) -> None:
    """Refuse a constant that never occurs in a place, since the condition would never hold.

    Args:
        where: Owner of the place, for the message.
        term: A variable, an attribute or a constant.
        known: Constants that can occur there.

    Raises:
        AuthorError: It is a constant and none of them.
    """
    if not isinstance(term, Variable | Attribute) and term not in known:
        words = [str(constant) for constant in known]
        raise AuthorError(
            what=where,
            found=f"{term!r}, which never occurs there",
            expected="a variable, or a constant that can occur there",
            hint=did_you_mean(str(term), words),
        )


def _nouns(columns: tuple[type[Variable] | Variable, ...]) -> str:
    return ", ".join(column.noun if isinstance(column, type) else column.name for column in columns)


def check_kind(where: str, term: object, kind: type[Variable]) -> None:
    """Refuse a term that does not fit a place.

    Args:
        where: Owner of the place, for the message.
        term: A variable, an attribute or a constant.
        kind: Kind of thing that fits the place.

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
        raise AuthorError(what=where, found=f"{str(term)!r}, a {noun}", expected=f"a {kind.noun} there")
