"""Sentences about the things of a case: the same words as in the rule, with names in their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cimscore.author.conditions import Condition, Holds
from cimscore.author.english.phrases import DEEPEST, phrased
from cimscore.author.english.scope import Scope
from cimscore.author.predicates import Predicate
from cimscore.author.substitution import substituted
from cimscore.author.things import Variable


def sentence_in_case(
    predicate: Predicate, things: Sequence[Any], names: Mapping[str, str], *, holds: bool = True
) -> str:
    """Return what a predicate says of some things of a case.

    Args:
        predicate: What is stated.
        things: Of which things, in the order of its places: ids, records, values.
        names: What people call them, by id.
        holds: False for the denial.
    """
    return condition_in_case(Holds(predicate, tuple(things)), {}, names, holds=holds)


def condition_in_case(
    condition: Condition, binding: Mapping[Variable, Any], names: Mapping[str, str], *, holds: bool = True
) -> str:
    """Return what a condition says of some things of a case, in one line.

    Args:
        condition: The condition.
        binding: The thing that each of its variables stands for.
        names: What people call them, by id.
        holds: False for the denial.
    """
    about = substituted(condition if holds else ~condition, binding)
    return phrased(about, Scope(names), DEEPEST).text
