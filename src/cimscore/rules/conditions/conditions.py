"""Conditions as values: what is asked, joined by `&`, `|`, `~`, `some` and `every`.

Equal conditions have one text, whatever order their parts were written in; the text is what is compared,
hashed and digested, and the value that has it is the one that runs.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from cimscore.rules.conditions.functions import refuse_unless_of_a_module, refuse_unless_takes
from cimscore.rules.conditions.sentences import MarkedText
from cimscore.rules.conditions.things import Attribute, Term, Variable
from cimscore.rules.refusals import AuthorError, as_told


class Condition:
    """Something that holds of some things of a case and not of others; never true or false by itself."""

    __slots__ = ()

    text: str
    free: frozenset[Variable]

    def __and__(self, other: Condition) -> Condition:
        return _joined(And, self, other)

    def __or__(self, other: Condition) -> Condition:
        return _joined(Or, self, other)

    def __invert__(self) -> Condition:
        # A double denial is the condition itself. Kept as two, it would have a text, and so a digest, of its own.
        return self.part if isinstance(self, Not) else Not(self)

    if not TYPE_CHECKING:  # Seen by the checker, it would take what follows an `if condition:` for unreachable.

        def __bool__(self) -> bool:
            raise AuthorError(
                what=f"the condition {as_told(self.text)}",
                found="and, or, not, if, any or all",
                expected="&, | and ~: a condition has no truth of its own",
            )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Condition) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    # Digests and messages may contain the repr. The default one has an address, which differs in every process.
    __repr__ = __str__


def text_of_term(term: Term | object) -> str:
    """Return the text of a term: a variable's name after a question mark, an attribute's, or the value's own."""
    if isinstance(term, Variable):
        return f"?{term.name}"
    if isinstance(term, Attribute):
        return f"?{term}"
    return f"{term.value!r}" if isinstance(term, enum.Enum) else repr(term)


def variables_of(terms: Iterable[object]) -> frozenset[Variable]:
    """Return the variables in some terms, including those of attributes."""
    found = (term.record if isinstance(term, Attribute) else term for term in terms)
    return frozenset(term for term in found if isinstance(term, Variable))


def told_apart(free: frozenset[Variable], text: str) -> frozenset[Variable]:
    """Return the variables of a condition, if no two of them have one name.

    Raises:
        AuthorError: Two have: they would have one text, and a reader could not tell them apart.
    """
    names = [variable.name for variable in free]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise AuthorError(
            what=text,
            found=f"two different variables called {' and '.join(twice)}",
            expected="a name of its own for each kind of thing",
        )
    return free


@attrs.frozen(eq=False, repr=False)
class _Junction(Condition):
    parts: tuple[Condition, ...]
    text: str = attrs.field(init=False)
    free: frozenset[Variable] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        sign = " & " if isinstance(self, And) else " | "
        object.__setattr__(self, "text", f"({sign.join(part.text for part in self.parts)})")
        object.__setattr__(self, "free", frozenset().union(*(part.free for part in self.parts)))


@attrs.frozen(eq=False, repr=False)
class And(_Junction):
    """Condition that all parts are true. Equal parts count once; the order is that of their texts."""


@attrs.frozen(eq=False, repr=False)
class Or(_Junction):
    """Condition that at least one part is true. Equal parts count once; the order is that of their texts."""


@attrs.frozen(eq=False, repr=False)
class Not(Condition):
    """The part does not hold."""

    part: Condition
    text: str = attrs.field(init=False)
    free: frozenset[Variable] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "text", f"~{self.part.text}")
        object.__setattr__(self, "free", self.part.free)


@attrs.frozen(eq=False, repr=False)
class Some(Condition):
    """Condition that there are things for which the part is true.

    Attributes:
        things: Variables for the things.
        part: Condition about them.
    """

    things: tuple[Variable, ...]
    part: Condition
    text: str = attrs.field(init=False)
    free: frozenset[Variable] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        words = ", ".join(text_of_term(thing) for thing in self.things)
        object.__setattr__(self, "text", f"some({words}: {self.part.text})")
        object.__setattr__(self, "free", self.part.free - set(self.things))


@attrs.frozen
class Comparison:
    """A comparison of values, the one kind of Python that a condition may hold.

    Attributes:
        says: A sentence with its verb marked and places by position: ``"{0} [is] before {1}"``.
        function: Takes the values and returns True or False; one with ``-> int``, one of `cimscore.grades`.
            A function of a module, so that it can be pickled and digested.

    Raises:
        AuthorError: The sentence has no verb that can be denied, or the function has no name in a module.
    """

    says: str
    function: Callable[..., bool | int]

    def __attrs_post_init__(self) -> None:
        MarkedText(self.says).forms()
        refuse_unless_of_a_module(self.function, f"the comparison {self.says!r}")

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it in a condition."""
        return f"compare:{self.function.__module__}.{self.function.__qualname__}"

    def __call__(self, *terms: Term | object) -> Condition:
        refuse_unless_takes(self.function, len(terms), f"the comparison {self.says!r}")
        return Compared(self, terms)


@attrs.frozen(eq=False, repr=False)
class Compared(Condition):
    """A comparison of some values; everything in it must be listed by another part."""

    comparison: Comparison
    terms: tuple[Any, ...]
    text: str = attrs.field(init=False)
    free: frozenset[Variable] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "text", f"{self.comparison.key}({', '.join(map(text_of_term, self.terms))})")
        object.__setattr__(self, "free", told_apart(variables_of(self.terms), self.text))


@attrs.frozen(eq=False, repr=False)
class Same(Condition):
    """Two terms are the same thing. An attribute on one side binds the variable on the other."""

    one: Term
    other: Term
    text: str = attrs.field(init=False)
    free: frozenset[Variable] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        # Sorted: a is b and b is a are one condition.
        words = " = ".join(sorted((text_of_term(self.one), text_of_term(self.other))))
        object.__setattr__(self, "text", f"({words})")
        object.__setattr__(self, "free", told_apart(variables_of((self.one, self.other)), self.text))


def same(one: Term, other: Term) -> Condition:
    """Return the condition that two terms are the same thing."""
    return Same(one, other)


def some(things: Variable | tuple[Variable, ...], part: Condition) -> Condition:
    """Return the condition that there are things for which a part is true.

    Args:
        things: Variable, or variables, for the things. One with `other_than` differs from that one.
        part: Condition about them. Something positive in it must list each of them.

    Raises:
        AuthorError: A thing does not stand in the part, or nothing positive lists it.
    """
    bound = things if isinstance(things, tuple) else (things,)
    if not isinstance(part, Condition):
        raise AuthorError(
            what=f"some({', '.join(map(str, bound))}: …)", found=repr(part),
            expected="a condition; two values are compared by same(…), never by ==",
        )  # fmt: skip
    missing = [thing.name for thing in bound if thing not in part.free]
    if missing:
        raise AuthorError(
            what=f"some({', '.join(thing.name for thing in bound)}: …)",
            found=f"{', '.join(missing)} stands nowhere in {part.text}",
            expected="only things that the part speaks of",
        )
    for thing in bound:
        if thing.other_than is not None:
            part = part & ~Same(thing, thing.other_than)
    return Some(tuple(sorted(bound, key=lambda thing: thing.name)), part)


def every(things: Variable | tuple[Variable, ...], among: Condition, part: Condition) -> Condition:
    """Return the condition that a part holds of all things among some."""
    # "Every" is "no exception". It is true where there is nothing, and the engine needs no loop of its own for it.
    return ~some(things, among & ~part)


def _joined(kind: type[And | Or], *parts: object) -> Condition:
    if not all(isinstance(part, Condition) for part in parts):
        wrong = [part for part in parts if not isinstance(part, Condition)]
        named = " and ".join(as_told(str(getattr(part, "key", repr(part)))) for part in wrong)
        raise AuthorError(
            what=f"a condition joined by {'&' if kind is And else '|'}",
            found=f"{named}, which is no condition",
            expected="conditions on both sides: did you forget to say of which things, as in lives_in(child, home)?",
        )
    within = [part for given in parts for part in _flattened(kind, given)]
    flat = {part.text: part for part in within}
    told_apart(frozenset().union(*(part.free for part in within)), " and ".join(flat))
    for text in flat:
        # Grades make "p and not p" possible rather than false, so such a slip would go unseen.
        if f"~{text}" in flat:
            raise AuthorError(
                what=as_told(text),
                found="a condition and its opposite, joined",
                expected="one of them: the other says nothing",
            )
    # By text, so that the order in which an author writes the parts changes no digest.
    ordered = tuple(flat[text] for text in sorted(flat))
    return ordered[0] if len(ordered) == 1 else kind(ordered)


def _flattened(kind: type[And | Or], part: Any) -> Iterator[Condition]:
    if isinstance(part, kind):
        yield from part.parts
    else:
        yield part


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly within a condition; none for one that asks a single thing."""
    match condition:
        case And(parts=parts) | Or(parts=parts):
            return parts
        case Not(part=part) | Some(part=part):
            return (part,)
        case _:
            return ()


def walk(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and every condition within it."""
    yield condition
    for part in parts_of(condition):
        yield from walk(part)
