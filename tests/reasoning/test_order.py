"""The order of what is written changes nothing: lists of a document, modules of a program, the seed of a hash."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from answers_of_queensland import rulebook
from tests.each_nth import each_nth

from cimscore.assessment import decide_case, document_of
from cimscore.case import Case, RecordEntry
from cimscore.household_graph import without_fact
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rulebook import WorkedExample
from cimscore.rules.assembling import assembled
from cimscore.wire import load_examples

PROGRAMS: Final = ("ndis-incidents", "qld-child-safety", "vic-cims")
SEED: Final = 20250303


@cache
def turned_round(name: str) -> Compiled:
    """Return a program whose tables were read in another order."""
    before = rulebook().program(name)
    tables = [table for of_topic in before.declared.tables.values() for table in of_topic]
    again = assembled(
        before.program.id,
        before.program.title,
        before.program.zone,
        before.program.policy,
        [*reversed(tables), *before.declared.asked],
        calendars=(before.program.calendars[0], *reversed(before.program.calendars[1:])),
        extends=before.program.extends,
        workflows=before.declared.workflows[::-1],
    )
    return Compiled(again)


@cache
def examples() -> dict[str, WorkedExample]:
    return {f"{name}/{example.id}": example for name in PROGRAMS for example in load_examples(rulebook(), name)}


def without_two_facts(example: WorkedExample, chance: random.Random) -> Case:
    """Return the case of an example with two of its facts left open, drawn by chance."""
    case = example.case
    for _ in range(2):
        entered = chance.random() < 0.5
        case = without_fact(case, chance.choice(_addresses(case))) if entered else _without_answer(case, chance)
    return case


def _addresses(case: Case) -> list[str]:
    people = [f"{word}@{person.id}" for person in case.people for word in ("born", "homes", "parents")]
    concerns = [f"{word}@{concern.id}" for concern in case.concerns for word in ("about", "place", "occurred")]
    stays = [f"stay@{stay.person}@{stay.household}" for stay in case.residences]
    return ["received", *people, *concerns, *stays, *(f"area@{home.id}" for home in case.households)]


def _without_answer(case: Case, chance: random.Random) -> Case:
    said = [*case.decisions, *case.facts]
    left = chance.choice(said) if said else None
    decisions = tuple(entry for entry in case.decisions if entry is not left)
    return attrs.evolve(case, decisions=decisions, facts=tuple(entry for entry in case.facts if entry is not left))


def shuffled(case: Case, chance: random.Random) -> Case:
    """Return a case with every list of its document in another order; moves stay in the order of time."""
    changes: dict[str, Any] = {}
    for field in attrs.fields(Case):
        value = getattr(case, field.name)
        if isinstance(value, tuple) and field.name != "programs":
            inner = tuple(_shuffled_within(entry, chance) for entry in value)
            changes[field.name] = tuple(chance.sample(inner, len(inner)))
    return attrs.evolve(case, **changes)


def _shuffled_within(entry: Any, chance: random.Random) -> object:
    changes: dict[str, Any] = {
        name: tuple(chance.sample(getattr(entry, name), len(getattr(entry, name))))
        for name in ("about", "responsible", "present")
        if isinstance(getattr(entry, name, None), tuple) and not hasattr(entry, "answer")
    }
    if isinstance(entry, RecordEntry):
        return attrs.evolve(entry, people=dict(chance.sample(sorted(entry.people.items()), len(entry.people))))
    return attrs.evolve(entry, **changes) if changes else entry


def as_bytes(example: WorkedExample, case: Case, compiled: Compiled) -> bytes:
    return json.dumps(document_of(decide_case(case, compiled, at=example.at, readings=example.readings))).encode()


@pytest.mark.parametrize("name", each_nth(sorted(examples()), 3))
def test_lists_and_modules_in_another_order_give_the_same_bytes(name: str) -> None:
    owner, example, chance = name.partition("/")[0], examples()[name], random.Random(f"{SEED} {name}")
    case = without_two_facts(example, chance)
    as_written = as_bytes(example, case, rulebook().program(owner).compiled)
    assert as_bytes(example, shuffled(case, chance), turned_round(owner)) == as_written


HERE: Final = Path(__file__).parent
DIGEST: Final = f"""
import hashlib, random, sys
sys.path.insert(0, {str(HERE)!r})
from test_order import SEED, as_bytes, examples, rulebook, without_two_facts
digest = hashlib.sha256()
for name in sorted(examples())[::12]:
    example = examples()[name]
    case = without_two_facts(example, random.Random(f"{{SEED}} {{name}}"))
    digest.update(as_bytes(example, case, rulebook().program(name.partition("/")[0]).compiled))
print(digest.hexdigest())
"""


@pytest.mark.long
def test_the_seed_of_hashes_changes_no_byte() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
            timeout=120,
        ).stdout
        for seed in ("0", "4242")
    }
    assert len(found) == 1
