"""Opening words for things that exist: "there is no concern", "there are at least two homes"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs

from cimscore.rules.conditions.aggregates import AddsUp, Aggregate, AtLeast, NoLater, NotOutranked
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.substitution import substituted
from cimscore.rules.conditions.things import Person, Variable
from cimscore.rules.english.nouns import constant, listed_words, number, plural
from cimscore.rules.english.scope import Scope, Style
from cimscore.rules.english.shapes import Bound, bound_of

Words = Callable[[Scope], str]


@attrs.frozen
class Head:
    """Opening words of a group, and the condition about it.

    Attributes:
        things: Variables that it introduces.
        part: Condition about them.
        above: Function that takes the scope, adds the things to it, and returns the words above a list of conditions.
        before: The same for the words before a condition in one line.
    """

    things: tuple[Variable, ...]
    part: Condition
    above: Words
    before: Words


def some_head(bound: Bound, named: Iterable[Variable], *, denied: bool) -> Head:
    """Return the opening words for things that a condition introduces.

    Args:
        bound: The things, and the condition about them.
        named: Those that the opening names. The others are named where they appear.
        denied: True if there are none.
    """
    things = sorted(named, key=lambda thing: (thing.other_than in bound.things, thing.name))
    others = [thing for thing in bound.things if thing not in things]

    def above(scope: Scope) -> str:
        scope.bind(others, Style.SOME, bound.differing)
        scope.bind(things, Style.NONE if denied else Style.SOME, bound.differing)
        names = listed_words([scope.mention(thing) for thing in things])
        return f"there {'is' if denied or len(things) == 1 else 'are'} {names} for {pronoun(things)} "

    def before(scope: Scope) -> str:
        scope.bind(others, Style.SOME, bound.differing)
        scope.bind(things, Style.EACH_NONE if denied else Style.SAID_SOME, bound.differing)
        names = listed_words([scope.mention(thing) for thing in things])
        return f"for {names} is this true: " if denied else f"for {names}, "

    return Head(bound.things, bound.part, above, before)


def pronoun(things: Iterable[Variable]) -> str:
    """Return the word for things after "for"."""
    return "whom" if all(isinstance(thing, Person) for thing in things) else "which"


def aggregate_head(aggregate: Aggregate, terms: Sequence[Any], *, denied: bool) -> Head:
    """Return the head of a condition about a whole group.

    Args:
        aggregate: The condition.
        terms: The things it is asked of: those that name the group, then the member, where it asks about one.
        denied: Whether it is denied.
    """
    group = dict(zip(aggregate.group, terms, strict=False))
    bound = bound_of(aggregate.members, substituted(aggregate.condition, group))

    def above(scope: Scope) -> str:
        opening = "" if isinstance(aggregate, AtLeast) else scope.mention(terms[-1])
        scope.bind(bound.things, Style.SPOKEN, bound.differing)
        return f"{_group_words(aggregate, opening, denied=denied)} for {pronoun(bound.things)} "

    return Head(bound.things, bound.part, above, lambda scope: f"{above(scope)}this is true: ")


def _group_words(aggregate: Aggregate, opening: str, *, denied: bool) -> str:
    many = plural(aggregate.member.name)
    verb = "is not" if denied else "is"
    match aggregate:
        case AddsUp(number=count, points=points):
            return f"{'fewer than' if denied else 'at least'} {number(count)} {points.name} come from the {many}"
        case AtLeast(number=count):
            return f"there are {'fewer than' if denied else 'at least'} {number(count)} {many}"
        case NoLater():
            return f"{opening} {verb} what the earliest cannot be later than, of the {many}"
        case NotOutranked(ranks=ranks):
            order = listed_words([constant(rank) for rank in ranks], "then")
            return f"{opening} {verb} the first, in the order {order}, of the {many}"
        case _:
            return f"{opening} {verb} the earliest of the {many}"
