"""What a parser hands over, and how it becomes a plain document."""

from __future__ import annotations

from typing import Final

import attrs

from cimscore.errors import Problem
from cimscore.wire.document import KEYS, NOTIFIER
from cimscore.wire.report import BROKEN, step

DEEPEST: Final = 50

PROTECTED_PART: Final = Problem(
    where=NOTIFIER,
    found="",
    expected="a part that can be parsed",
    hint="What it holds is protected, so nothing more can be said of it.",
)


class Pairs(list[tuple[object, object]]):
    """A mapping as written, with keys that stand twice."""


@attrs.frozen
class Refused:
    """Something that YAML allows and a case document does not."""

    what: str
    hint: str


@attrs.frozen
class _TooDeep(Exception):
    path: str


def settle_sections(sections: Pairs) -> tuple[dict[str, object], list[Problem]]:
    """The document as plain mappings, lists and scalars, and what is wrong with its mappings.

    A section that cannot be used becomes ``BROKEN``. Nothing is said of what the notifier holds.
    """
    document: dict[str, object] = {}
    problems: list[Problem] = []
    for key, raw in sections:
        if not isinstance(key, str):
            problems.append(_not_a_key("the document"))
        elif key in document:
            problems.append(_twice(key if key in KEYS else "the document"))
        else:
            document[key], found = _settle_section(key, raw)
            problems += found
    return document, problems


def _settle_section(key: str, raw: object) -> tuple[object, list[Problem]]:
    if key not in KEYS:  # It is refused for its name, and may be a misspelt notifier.
        return None, []
    problems: list[Problem] = []
    try:
        settled = _settle(raw, key, problems, 0)
    except _TooDeep as error:
        problems, settled = [_too_deep(error.path)], BROKEN
    if key == NOTIFIER and problems:
        return BROKEN, [PROTECTED_PART]
    return settled, problems


def _settle(raw: object, path: str, problems: list[Problem], depth: int) -> object:
    if depth > DEEPEST:
        raise _TooDeep(path.partition(".")[0].partition("[")[0])
    if isinstance(raw, Pairs):
        return _settle_mapping(raw, path, problems, depth)
    if isinstance(raw, list):
        return [_settle(item, f"{path}[{index}]", problems, depth + 1) for index, item in enumerate(raw)]
    if isinstance(raw, Refused):
        problems.append(Problem(where=path, found=raw.what, expected="the value itself", hint=raw.hint))
        return BROKEN
    return raw


def _settle_mapping(raw: Pairs, path: str, problems: list[Problem], depth: int) -> dict[str, object]:
    settled: dict[str, object] = {}
    guarded = any(key == NOTIFIER for key, _ in raw)  # what stands beside it may be a part of it
    for key, value in raw:
        if not isinstance(key, str):
            problems.append(_not_a_key(path))
        elif key in settled:
            problems.append(_twice(path if guarded else step(path, key)))
        elif key == NOTIFIER:  # It belongs elsewhere and is refused for that; what it holds stays protected.
            settled[key] = None
        else:
            settled[key] = _settle(value, step(path, key), problems, depth + 1)
    return settled


def _twice(path: str) -> Problem:
    return Problem(where=path, found="this key twice", expected="each key once", hint="Keep one of them.")


def _not_a_key(path: str) -> Problem:
    expected, hint = "keys that are text", "Write it in quotes."
    return Problem(where=path, found="a key that is not text", expected=expected, hint=hint)


def _too_deep(path: str) -> Problem:
    return Problem(where=path, found=f"more than {DEEPEST} levels of nesting", expected="a case document")
