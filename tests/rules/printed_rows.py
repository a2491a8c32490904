"""What the shipped programs declare in rows, and the paragraphs that are printed from it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from cimscore.rules import Clocks, Conclusion, Defined, Duties, Question, Reading, Table
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Variable
from cimscore.rules.english import (
    Paragraph,
    clock_lines,
    conclusion_english,
    definition_lines,
    duties_lines,
    question_lines,
    reading_lines,
    table_lines,
)
from cimscore.rules.rows.roles import RoleTable

CORE = "cimscore.rules.families"
PACKAGES = (CORE, "cimscore_ndis_incidents", "cimscore_qld_child_safety", "cimscore_vic_cims")
"""The core's own definitions, and every package that brings a program."""


def modules(package: str) -> list[ModuleType]:
    """Return every module of a package, or the one module that a name stands for."""
    found = importlib.import_module(package)
    inside = pkgutil.walk_packages(getattr(found, "__path__", ()), f"{package}.")
    return [found, *(importlib.import_module(name) for name in sorted(each.name for each in inside))]


def declared(package: str) -> Iterator[tuple[str, object]]:
    """Yield what each module declares itself, by its name in the module."""
    for module in modules(package):
        for name, held in vars(module).items():
            written = getattr(getattr(held, "conclusion", held), "written", None)
            if not isinstance(held, type) and getattr(written, "module", "") == module.__name__:
                yield f"{module.__name__.rpartition('.')[2]}.{name}", held


def conditions(package: str) -> Iterator[tuple[str, Condition, tuple[Variable, ...]]]:
    """Yield every condition of a definition or a row, and the things that it is about."""
    for name, held in declared(package):
        conclusion = getattr(held, "conclusion", held)
        if isinstance(held, Defined):
            yield name, held.condition, held.things
        elif isinstance(conclusion, Conclusion):
            for row in conclusion.rows:
                both = (row.when,) if row.unless is None else (row.when, row.unless)
                yield from ((f"{name}/{row.id}", each, conclusion.things) for each in both)


def paragraphs(package: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of all that a package declares."""
    for name, held in declared(package):
        yield from _printed(name, held)


def _printed(name: str, held: object) -> Iterator[Paragraph]:
    match held:
        case Defined():
            yield Paragraph(name, definition_lines(held))
        case Conclusion():
            yield from conclusion_english(held)
        case RoleTable():
            yield from conclusion_english(held.conclusion)
        case Duties():
            yield Paragraph(name, duties_lines(held))
        case Clocks():
            yield from (Paragraph(f"{name}/{clock.id}", clock_lines(clock)) for clock in held.clocks)
        case Question():
            yield Paragraph(name, question_lines(held))
        case Reading():
            yield Paragraph(name, reading_lines(held))
        case Table():
            yield Paragraph(name, table_lines(held))
