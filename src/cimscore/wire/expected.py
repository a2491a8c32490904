"""Reading what a worked example expects: strictly, so that a misspelt expectation never counts as one that is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from cimscore.assessment import DecisionState
from cimscore.errors import Problem
from cimscore.ids import did_you_mean
from cimscore.rulebook import Expected, Rulebook
from cimscore.rules import Topic

_PARTS: Final = ("clocks", "duties", "asks", "state")


def expected_of(block: Mapping[str, Any]) -> Expected:
    """Return what a block expects that has no problems."""
    return Expected(
        conclusions={conclusion: _listed(lines) for conclusion, lines in block.items() if conclusion not in _PARTS},
        duties={thing: _listed(lines) for thing, lines in block.get("duties", {}).items()},
        clocks={name: str(day) for name, day in block["clocks"].items()} if "clocks" in block else None,
        asks=_listed(block["asks"]) if "asks" in block else None,
        state=str(block.get("state", "")),
    )


def problems_of_expected(block: object, rulebook: Rulebook) -> Iterator[Problem]:
    """Yield what is wrong with what an example expects.

    Args:
        block: The parsed value of ``expect``.
        rulebook: The installed programs.
    """
    if not isinstance(block, dict):
        yield Problem(where="expect", found="something else", expected="a mapping")
        return
    yield from _unknown("expect", block, {*_PARTS, *_conclusions(rulebook)}, "a conclusion's id, or a known part")
    for key in ("duties", "clocks"):
        if not isinstance(block.get(key, {}), dict):
            yield Problem(where=f"expect.{key}", found="something else", expected="a mapping")
            return
    clocks = {clock.id for installed in rulebook.programs.values() for clock in installed.program.clocks}
    timed = [name.partition(",")[0] for name in block.get("clocks", ())]
    yield from _unknown("expect.clocks", timed, clocks, "a clock")
    yield from _unknown(
        "expect.state",
        str(block.get("state", "final")).split(", "),
        [str(state) for state in DecisionState],
        "a known state",
    )
    lists = {f"expect.{key}": lines for key, lines in block.items() if key not in ("duties", "clocks", "state")}
    lists |= {f"expect.duties.{thing}": lines for thing, lines in block.get("duties", {}).items()}
    for where, lines in lists.items():
        if any(not isinstance(line, str) for line in _listed(lines)):
            yield Problem(where=where, found="something else", expected="a line, or a list of lines")


def _unknown(where: str, names: Iterable[str], known: Iterable[str], expected: str) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            yield Problem(where=where, found=repr(name), expected=expected, hint=hint)


def _conclusions(rulebook: Rulebook) -> set[str]:
    """Return the ids of conclusions that can be expected: not duties, which have their own part, and not laws."""
    return {
        conclusion.id
        for installed in rulebook.programs.values()
        for conclusion in installed.program.conclusions
        if conclusion.topic not in (Topic.DUTIES, Topic.LAWS)
        and (conclusion.topic is not Topic.EDITIONS or conclusion.id == "edition")
    }


def _listed(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)
