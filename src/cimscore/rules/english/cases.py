"""Sentences about the things of a case: the same words as in the rule, with names in their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.substitution import substituted
from cimscore.rules.conditions.things import Variable, is_value
from cimscore.rules.english.phrases import DEEPEST, phrased
from cimscore.rules.english.scope import Scope


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
    ids = {thing: thing for thing, column in zip(things, predicate.columns, strict=True) if _is_id(thing, column)}
    return condition_in_case(Holds(predicate, tuple(things)), {}, {**ids, **names}, holds=holds)


def condition_in_case(
    condition: Condition, binding: Mapping[Variable, Any], names: Mapping[str, str], *, holds: bool = True
) -> str:
    """Return what a condition says about things of a case, in one line.

    Args:
        condition: The condition.
        binding: Thing for each of its variables.
        names: Names for readers, by id.
        holds: False for the denial.
    """
    about = substituted(condition if holds else ~condition, binding)
    ids = {thing: thing for variable, thing in binding.items() if _is_id(thing, variable)}
    return phrased(about, Scope({**ids, **names}), DEEPEST).text


def _is_id(thing: Any, column: type[Variable] | Variable) -> bool:
    """Return True for the id of a thing of the case: where nobody gave it a name, the id is its name."""
    return isinstance(thing, str) and not is_value(column)
