"""The English of the shipped programs: short, flat, and different wherever the condition is."""

from __future__ import annotations

import functools
import operator
import random
import statistics

import pytest
from condition_mutants import mutants
from printed_rows import PACKAGES, conditions, paragraphs
from random_conditions import GIVEN, random_condition
from tests.each_nth import spread

from cimscore.rules.conditions.conditions import And, Condition, Not, Or, Some
from cimscore.rules.conditions.things import Variable
from cimscore.rules.english import Line, english_text
from cimscore.rules.english.lines import TextSpan
from cimscore.rules.english.rules import followed
from cimscore.rules.english.scope import Scope

LONG, TOO_LONG, DEEPEST = 25, 30, 2

packages = pytest.mark.parametrize("package", PACKAGES)


def printed(condition: Condition, things: tuple[Variable, ...]) -> str:
    return english_text(followed((TextSpan("if "),), condition, Scope.of(things)))


@packages
def test_no_line_is_too_long_and_few_are_long(package):
    lines = _lines(package)
    words = [line.words for _, line in lines]

    assert [name for name, line in lines if line.words > TOO_LONG] == []
    assert sum(count > LONG for count in words) <= len(words) / 10
    assert statistics.median(words) <= 15


@packages
def test_no_list_is_three_deep(package):
    assert {line.depth for _, line in _lines(package)} <= set(range(DEEPEST + 1))


@pytest.mark.spread
@packages
def test_every_mutant_of_a_condition_has_a_text_of_its_own(package):
    for _, condition, things in spread(conditions(package), 3):
        assert _read_alike(condition, things) == []


@pytest.mark.parametrize("seed", range(60))
def test_every_mutant_of_any_condition_has_a_text_of_its_own_in_every_order(seed):
    chance = random.Random(seed)
    condition = random_condition(chance, depth=4)

    assert _read_alike(condition, GIVEN) == []
    assert printed(_shuffled(condition, chance), GIVEN) == printed(condition, GIVEN)


def _read_alike(condition: Condition, things: tuple[Variable, ...]) -> list[tuple[str, str]]:
    """Return the mutants of a condition that read like it or like one another."""
    told = {printed(condition, things): condition.text}
    alike = []
    for mutant in mutants(condition).values():
        text = printed(mutant, things)
        alike += [(mutant.text, told[text])] if text in told else []
        told[text] = mutant.text
    return alike


@packages
def test_the_order_of_operands_changes_nothing(package):
    chance = random.Random(9)
    for _, condition, things in conditions(package):
        assert printed(_shuffled(condition, chance), things) == printed(condition, things)


def _lines(package: str) -> list[tuple[str, Line]]:
    return [
        (paragraph.key, line)
        for paragraph in paragraphs(package)
        for top in paragraph.lines
        for line in top.everything()
    ]


def _shuffled(condition: Condition, chance: random.Random) -> Condition:
    match condition:
        case And(parts=parts) | Or(parts=parts):
            mixed = [_shuffled(part, chance) for part in parts]
            chance.shuffle(mixed)
            return functools.reduce(operator.and_ if isinstance(condition, And) else operator.or_, mixed)
        case Not(part=part):
            return ~_shuffled(part, chance)
        case Some(things=things, part=part):
            return Some(things, _shuffled(part, chance))
        case _:
            return condition
