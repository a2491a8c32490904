"""Random conditions over a few relations and definitions, nested as deep as one likes."""

from __future__ import annotations

import contextlib
import functools
import operator
import random
from typing import Final

from cimscore.rules import AuthorError, Concern, Defined, Household, Person, some
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Variable
from cimscore.rules.vocabulary import (
    happened_in,
    is_about,
    is_parent_of,
    is_unborn,
    lives_in,
    stays_by_choice,
    visits,
    was_present,
)

child, home, concern = Person("child"), Household("home"), Concern("concern")
person, parent, place = Person("person"), Person("parent"), Household("place")
other_child = Person("other child", other_than=child)
sibling = Person("sibling", other_than=child)
other_home = Household("other home", other_than=home)
any_concern = Concern("any concern")

GIVEN: Final[tuple[Variable, ...]] = (child, home, concern)
_NEW: Final[tuple[Variable, ...]] = (person, other_child, sibling, place, other_home, any_concern)

chose = Defined(
    (child, concern),
    "{child} [stays] by choice where {concern} happened",
    some(place, happened_in(concern, place) & stays_by_choice(child, place)),
)
has_parent_in = Defined(
    (child, home),
    "a parent of {child} [lives] in {home}",
    some(parent, is_parent_of(parent, child) & lives_in(parent, home)),
)
reaches = Defined((child, home), "{home} [reaches] the visiting {child}", visits(child, home))


def random_condition(chance: random.Random, depth: int, things: tuple[Variable, ...] = GIVEN) -> Condition:
    """Return a random condition.

    Args:
        chance: The source of chance.
        depth: How many parts may lie within one another.
        things: The variables that may stand in it.
    """
    kind = chance.random()
    if depth == 0 or kind < 0.25:
        return _single(chance, things)
    if kind < 0.4:
        return ~random_condition(chance, depth - 1, things)
    if kind < 0.7:
        parts = [random_condition(chance, depth - 1, things) for _ in range(chance.choice((2, 2, 3)))]
        return _joined(chance.choice((operator.and_, operator.or_)), parts)
    return _some(chance, depth, things)


def _joined(join: object, parts: list[Condition]) -> Condition:
    with contextlib.suppress(AuthorError):  # A part and its opposite, which cannot be joined.
        return functools.reduce(join, parts)
    return parts[0]


def _some(chance: random.Random, depth: int, things: tuple[Variable, ...]) -> Condition:
    new = chance.choice(_NEW)
    part = random_condition(chance, depth - 1, (*things, new))
    if new not in part.free:
        part = _joined(operator.and_, [_about(new), part])
    return some(new, part)


def _about(thing: Variable) -> Condition:
    if isinstance(thing, Person):
        return lives_in(thing, home)
    return lives_in(child, thing) if isinstance(thing, Household) else is_about(thing, child)


def _single(chance: random.Random, things: tuple[Variable, ...]) -> Condition:
    who, where, what = (
        chance.choice([thing for thing in things if isinstance(thing, kind)]) for kind in (Person, Household, Concern)
    )
    singles = (
        lives_in(who, where), visits(who, where), is_about(what, who), happened_in(what, where), chose(who, what),
        has_parent_in(who, where), reaches(who, where), was_present(what, who), is_unborn(who),
    )  # fmt: skip
    return chance.choice(singles)
