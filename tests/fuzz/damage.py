"""Damaged documents and odd notifiers, made from a number: the same number makes the same document.

A run may be split: each part begins at a number of its own. What was once found is kept in ``corpus``.
"""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from invented_questions import WHOLE_CASE

CORPUS: Final = sorted((Path(__file__).parent / "corpus").iterdir())
FIRST: Final = int(os.environ.get("CIMSCORE_FUZZ_FIRST", "0"))
"""The number of the first document."""
CASES: Final = int(os.environ.get("CIMSCORE_FUZZ", "300"))
"""How many documents are made in one run; `nox -s fuzz` makes a million."""
PART: Final = 1000
"""How many documents one test reads."""
SECRET: Final = "Zqweig"  # noqa: S105 - an invented name
SMALL: Final = """\
cimscore: 1
id: two-homes
programs: [rainbow]
dates: {received: 2025-03-03T10:15+10:00}
people:
  - {id: ari, name: {given: Ari, family: Example}, born: 2014-05-02}
  - {id: mia, age: {about: 30}}
households: [{id: north, area: Logan}]
residences: [{person: ari, household: north, kind: part-time, rota: {from: 2025-01-01, here: 7, away: 7}}]
relationships: [{from: mia, to: ari, kind: parent}]
concerns: [{id: c1, about: [ari], place: north, kind: harm, occurred: 2025-03-01}]
records: [{id: inv-1, kind: investigation, household: north, moves: [{move: begin, at: 2025-01-03, days: 2}]}]
decisions: [{question: rainbow/colour, about: c1, answer: red, by: officer, at: 2025-03-03T14:00+10:00}]
facts: {rainbow: {count: {north: 3}, seen-on: {inv-1: 2025-01-03}}}
notifier: {name: Zqweig, rang: {at: Zqweig, on: [Zqweig]}}
"""
AS_TEXTS: Final[Any] = yaml.load(SMALL, yaml.BaseLoader)  # noqa: S506 - texts and nothing else
SEEDS: Final = [
    *(text.encode() for text in (SMALL, SMALL, SMALL, WHOLE_CASE)),
    json.dumps(AS_TEXTS, indent=1).encode(),
]  # fmt: skip
SCRAPS: Final = [
    scrap.encode("utf-8", "surrogatepass")
    for scrap in (
        "", " ", "\t", "\n", "\r", "\0", "\x1b", "\x85", "\u2028", "\ufeff", "\u202e", "\ud800", "\U0001f600",
        "\\ud800",
        "{", "}", "[", "]", ":", ": ", ",", "- ", "? ", "|", ">", "&a ", "*a", "!!python/object:os.system ", "<<: ",
        "#",
        "'", '"', "\\", "---\n", "...\n", "%YAML 1.1\n", "[" * 60, "{a: " * 60, "1e999", "-0", "0x10", "9" * 30,
        "9" * 5000, "1_0", ".nan", "-.inf", "1:30", "null", "~", "yes", "unknown", "none", "case", "elsewhere",
        "2025-02-30", "2025-13-01", "0000-01-01", "2999-12-31", "3000-01-01", "2024-02-29", "2025-03-03T24:00+10:00",
        "2025-03-03T23:59:60Z", "2025-03-03T10:15", "2025-10-05T02:30+10:00", "2025-03-03T10:15+14:59", "2025-3-3",
        "id: ", "notifier: ", "people: ", "x" * 300,
    )
]  # fmt: skip


def by_number(share: int = 1) -> pytest.MarkDecorator:
    """Run a test for each part of the numbers.

    Args:
        share: How many times fewer documents it reads than the run makes of the quickest kind.
    """
    end = FIRST + max(CASES // share, 1)
    parts = [range(begin, min(begin + PART, end)) for begin in range(FIRST, end, PART)]
    return pytest.mark.parametrize("numbers", parts, ids=lambda part: f"{part.start} to {part.stop - 1}")


def damaged(number: int, seeds: Sequence[bytes] = SEEDS) -> bytes:
    """One of some documents, with one to four damages."""
    chance = random.Random(number)
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 4)):
        _DAMAGES[chance.randrange(len(_DAMAGES))](data, chance)
    return bytes(data)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randint(0, len(data)) :]


def _flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _insert(data: bytearray, chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = chance.choice(SCRAPS)


def _replace(data: bytearray, chance: random.Random) -> None:
    """Put a scrap in the place of a value."""
    ends = [at for at, sign in enumerate(data) if sign in b":,{}[]\n"]
    if len(ends) > 1:
        place = chance.randrange(len(ends) - 1)
        data[ends[place] + 1 : ends[place + 1]] = b" " + chance.choice(SCRAPS)


def _repeat(data: bytearray, chance: random.Random) -> None:
    """Write a part again at another place."""
    first = chance.randint(0, len(data))
    part = data[first : first + chance.randint(1, 120)]
    at = chance.randint(0, len(data))
    data[at:at] = part


def _remove(data: bytearray, chance: random.Random) -> None:
    first = chance.randint(0, len(data))
    del data[first : first + chance.randint(1, 40)]


def _swap_lines(data: bytearray, chance: random.Random) -> None:
    lines = bytes(data).split(b"\n")
    chance.shuffle(lines)
    data[:] = b"\n".join(lines)


_DAMAGES: Final[list[Callable[[bytearray, random.Random], None]]] = [
    _cut, _flip, _insert, _replace, _replace, _repeat, _remove, _swap_lines,
]  # fmt: skip

# --- Notifiers ---


def odd_notifier(number: int) -> tuple[bytes, str]:
    """A document whose notifier stands in an odd shape at an odd place, and the name to read it by."""
    chance = random.Random(number)
    if chance.random() < 0.4:
        return _as_json(chance), "case.json"
    lines = SMALL.splitlines()[:-1]
    at = chance.randint(0, len(lines))
    return "\n".join([*lines[:at], _block(chance), *lines[at:]]).encode("utf-8", "surrogatepass"), "case.yaml"


_KEYS: Final = (
    "notifier", "notifier", "notifier", "notifer", "Notifier", '"notifier"', "notifier ", "- notifier", "? notifier\n",
    "  notifier", "\tnotifier", "reporter", SECRET,
)  # fmt: skip
_BEGUN: Final = (
    ": ",
    ":",
    ":\n",
    ":\n  ",
    ": {",
    ": {\n",
    ": [",
    ": [\n",
    ': "',
    ": '",
    ": |\n",
    ": >-\n",
    " ",
    ": - ",
    ": &a ",
)
_INSIDE: Final = (
    SECRET, f"{SECRET}: 1", f"name: {SECRET}", f"id: {SECRET}", f"people: {SECRET}", f"people: [{{id: {SECRET}}}]",
    f"dates: {{received: {SECRET}}}", f"facts: {{rainbow: {{remark: {{{SECRET}: x}}}}}}", f"- {SECRET}", f"[{SECRET}]",
    f"{{{SECRET}: {{{SECRET}: 1}}}}", f"? {SECRET}\n: 1", f"*{SECRET}", f"&{SECRET} x", f"!{SECRET} x", f"{SECRET}\0",
    f"{SECRET}\x07", f"{SECRET}\ud800", f"'{SECRET}", f'"{SECRET} \\q"', f"[[{SECRET}", f"{SECRET}, {SECRET}",
    f"cimscore: {SECRET}", f"programs: [{SECRET}]", f"decisions: [{{question: {SECRET}, about: {SECRET}}}]",
    f"records: [{{id: {SECRET}, kind: {SECRET}, people: {{{SECRET}: notifier}}}}]", f"notifier: {SECRET}", f"#{SECRET}",
    f"local_days: [{{at: {SECRET}}}]", f"incident: {{id: {SECRET}}}", f"households: {SECRET}", "",
)  # fmt: skip
_ENDED: Final = ("", "", "", "}", "]", '"', "'", "\n}", "\n]", "\n---", "\n...", "\n  x", "\n-", ",", " #")


def _block(chance: random.Random) -> str:
    indents = ("", "", "  ", "    ", "\t", "- ")
    inside = "\n".join(chance.choice(indents) + chance.choice(_INSIDE) for _ in range(chance.randint(1, 4)))
    block = chance.choice(_KEYS) + chance.choice(_BEGUN) + inside + chance.choice(_ENDED)
    return f"{block}\nnotifier: {SECRET}" if chance.random() < 0.2 else block


def _as_json(chance: random.Random) -> bytes:
    document = copy.deepcopy(AS_TEXTS)
    document["cimscore"] = 1
    held: Any = SECRET
    for _ in range(chance.randint(0, 5)):
        held = chance.choice([[held], {"name": held}, {SECRET: held}, {"notifier": held}, [SECRET, held]])
    document["notifier"] = held
    if chance.random() < 0.4:  # in another section, whose shape it breaks
        name = chance.choice([name for name in document if name not in ("cimscore", "notifier")])
        place = document[name]
        inner = place[0] if isinstance(place, list) and isinstance(place[0], dict) else place
        if isinstance(inner, dict):
            inner["notifier"] = held
    text = json.dumps(document, indent=chance.choice([None, 1]))
    if chance.random() < 0.5:  # broken, so that no parser reads it to its end
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(["", ",", "}", "]", '"', "\n", "\\", "\0"]) + text[at + chance.randint(0, 3) :]
    if chance.random() < 0.2:
        text = text.replace('"notifier"', '"notifier": "' + SECRET + '", "notifier"', 1)
    return text.encode()
