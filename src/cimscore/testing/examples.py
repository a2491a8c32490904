"""Holding a worked example against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cimscore.assessment import Assessment, assess
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.testing.told import Lines, lines_of


def assess_example(example: WorkedExample, rulebook: Rulebook) -> Assessment:
    """Return the assessment of an example's case, at its moment and by its readings.

    Args:
        example: The example.
        rulebook: The installed programs.
    """
    return assess(example.case, rulebook, at=example.at, readings=example.readings)


def check_example(example: WorkedExample, rulebook: Rulebook) -> tuple[str, ...]:
    """Return what an example expects and does not get, and what it gets and does not expect, one sentence each.

    An example that holds returns nothing. A failure of a plugin is always reported, whatever the example expects.

    Args:
        example: The example.
        rulebook: The installed programs.
    """
    assessment = assess_example(example, rulebook)
    failed = [f"failed: {failure}" for failure in assessment.failures]
    return (*failed, *_differences(example, lines_of(assessment, example.case, rulebook)))


def _differences(example: WorkedExample, told: Lines) -> Iterator[str]:
    expect = example.expect
    for conclusion, lines in expect.conclusions.items():
        yield from _between(conclusion, lines, told.conclusions.get(conclusion, ()))
    for thing, lines in expect.duties.items():
        yield from _between(f"duties, {thing}", lines, told.duties.get(thing, ()))
    if expect.clocks is not None:
        yield from _between("clocks", _days(expect.clocks.items()), _days(told.clocks.items()))
    if expect.asks is not None:
        yield from _between("asks", expect.asks, told.asks)
    if expect.state:
        yield from _between("state", (expect.state,), (told.state,))


def _between(part: str, expected: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    yield from (f"{part}: expected and not found: {line}" for line in sorted(set(expected) - set(found)))
    yield from (f"{part}: found and not expected: {line}" for line in sorted(set(found) - set(expected)))


def _days(clocks: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{clock}: {day}" for clock, day in clocks]
