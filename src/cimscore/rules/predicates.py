"""What a condition may ask by name: a base relation of the case, or a definition with a sentence of its own."""

from __future__ import annotations

import attrs

from cimscore.rules.asked import Holds, Predicate
from cimscore.rules.conditions import Condition, Same, walk
from cimscore.rules.listing import listed
from cimscore.rules.refusals import AuthorError, refuse_unless_in_brackets
from cimscore.rules.sentences import Sentence
from cimscore.rules.things import Term, Variable


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
class Held(Relation):
    """What the moves of a record amount to, once they are held against its workflow.

    Attributes:
        part: Which part of that it is.
        reads: The relations from which it is worked out.
    """

    part: str = attrs.field(kw_only=True)
    reads: tuple[Relation, ...] = attrs.field(kw_only=True)


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
        refuse_unless_in_brackets(repr(self.says), "things", self.things, f"({self.things},)")
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
