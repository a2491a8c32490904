"""Named predicates: base relations of the case, and definitions with their own sentences."""

from __future__ import annotations

import attrs

from cimscore.rules.conditions.asked import Holds, Predicate, refuse_unless_one_of
from cimscore.rules.conditions.conditions import Condition, Same, walk
from cimscore.rules.conditions.listing import listed
from cimscore.rules.conditions.sentences import Sentence
from cimscore.rules.conditions.things import Term, Variable, refuse_unless_things
from cimscore.rules.refusals import AuthorError, as_told


@attrs.frozen(eq=False)
class Relation(Predicate):
    """Something that a case itself says: who lives where, who is whose, what a concern is about.

    Attributes:
        name: Its name among the base relations.
        kinds: The kind of thing in each place.
        says: A sentence with its verb marked and places by position.
        needs: Places whose things must be listed elsewhere first (a threshold, for example).
        words: Words that its last place can be, where a case can say no other; otherwise empty.
    """

    name: str
    kinds: tuple[type[Variable], ...]
    says: str
    needs: frozenset[int] = frozenset()
    words: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"relation:{self.name}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the kind of thing in each place."""
        return self.kinds

    @property
    def lists(self) -> frozenset[int]:
        """Return the places whose things it can list."""
        return frozenset(range(len(self.kinds))) - self.needs

    def __call__(self, *terms: Term) -> Condition:
        if self.words and terms:
            refuse_unless_one_of(as_told(self.key), terms[-1], self.words)
        return self.holds(*terms)


@attrs.frozen(eq=False)
class Held(Relation):
    """Result of the moves of a record, once they are checked against its workflow.

    Attributes:
        part: Part of that result.
        reads: Relations from which it is computed.
    """

    part: str = attrs.field(kw_only=True)
    reads: tuple[Relation, ...] = attrs.field(kw_only=True)


@attrs.frozen(eq=False)
class Defined(Predicate):
    """Condition with its own sentence, used on the rule page, in reasons and in questions.

    Attributes:
        things: Things that it mentions. They are its places, in this order.
        says: Sentence, with its verb marked and a place for each thing. It identifies the definition.
        condition: Meaning.
        lists: Every place, if the condition lists all of its things itself; otherwise none.
        lists_denied: True if the things for which it is false can be listed.

    Raises:
        AuthorError: The sentence and the things do not match, or the condition speaks of a thing that is not named.
    """

    things: tuple[Variable, ...]
    says: str
    condition: Condition
    lists: frozenset[int] = attrs.field(init=False)
    lists_denied: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        refuse_unless_things(repr(self.says), self.things)
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
        """Return its key: its sentence."""
        return f"defined:{self.says}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the things, as named in its sentence."""
        return self.things

    def __call__(self, *terms: Term) -> Condition:
        return self.holds(*terms)


def asked_by(condition: Condition) -> tuple[Predicate, ...]:
    """Return every predicate that a condition asks directly, each once, in the order of their keys."""
    found = {part.predicate.key: part.predicate for part in walk(condition) if isinstance(part, Holds)}
    return tuple(found[key] for key in sorted(found))
