"""The order of what is written changes nothing: lists of a document, modules of a program, the seed of a hash."""

from __future__ import annotations

import importlib
import json
import os
import random
import subprocess
import sys
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from cimscore.rules import program
from cimscore.case import Case, RecordEntry
from cimscore.composition import load_programs, load_rulebook
from cimscore.assessment import decide_case, document_of
from cimscore.plugins import load_declarations
from cimscore.reasoning.compiled import Compiled
from cimscore.rulebook import WorkedExample
from cimscore.variations import omissions
from cimscore.wire import load_examples

PROGRAMS: Final = ("ndis-incidents", "qld-child-safety", "vic-cims")
SEED: Final = 20250303


@cache
def programs() -> dict[str, Compiled]:
    return dict(load_programs())


@cache
def turned_round(name: str) -> Compiled:
    """Return a program whose modules were read in another order."""
    before = programs()[name].program
    modules = next(plugin.rows for plugin in load_declarations() if plugin.program.id == name)
    again = program(
        before.id,
        before.title,
        before.zone,
        before.policy,
        [importlib.import_module(module) for module in reversed(modules)],
        calendars=(before.calendars[0], *reversed(before.calendars[1:])),
        extends=before.extends,
    )
    return Compiled(again)


@cache
def examples() -> dict[str, WorkedExample]:
    rulebook = load_rulebook()
    return {f"{name}/{example.id}": example for name in PROGRAMS for example in load_examples(rulebook, name)}


def without_two_facts(example: WorkedExample, chance: random.Random) -> Case:
    """Return the case of an example with two of its facts left out, drawn by chance."""
    case = example.case
    for _ in range(2):
        fewer = list(islice(omissions(case, load_rulebook()), 60))
        case = chance.choice(fewer).case if fewer else case
    return case


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


@pytest.mark.parametrize("name", sorted(examples()))
def test_lists_and_modules_in_another_order_give_the_same_bytes(name: str) -> None:
    owner, example, chance = name.partition("/")[0], examples()[name], random.Random(f"{SEED} {name}")
    case = without_two_facts(example, chance)
    as_written = as_bytes(example, case, programs()[owner])
    assert as_bytes(example, shuffled(case, chance), turned_round(owner)) == as_written


HERE: Final = Path(__file__).parent
DIGEST: Final = f"""
import hashlib, random, sys
sys.path.insert(0, {str(HERE)!r})
from test_order import SEED, as_bytes, examples, programs, without_two_facts
digest = hashlib.sha256()
for name in sorted(examples())[::12]:
    example = examples()[name]
    case = without_two_facts(example, random.Random(f"{{SEED}} {{name}}"))
    digest.update(as_bytes(example, case, programs()[name.partition("/")[0]]))
print(digest.hexdigest())
"""


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
        for seed in ("0", "1", "4242")
    }
    assert len(found) == 1
