"""Rulebook, checked and fixed, built from the declarations of plugins."""

from cimscore.rulebook.declarations import Asked, Declarations, Identity, ProgramRelation
from cimscore.rulebook.examples import Expected, WorkedExample
from cimscore.rulebook.left_out import LeftOut, base_left_out, broken_among
from cimscore.rulebook.rule import Rule
from cimscore.rulebook.rulebook import Document, InstalledProgram, Rulebook, build_rulebook
from cimscore.rulebook.workflows import (
    Legality,
    Ruling,
    progress,
    ruling,
    rulings,
    rulings_table,
    standing_in,
    state_of,
)
from cimscore.rules.rows.workflows import NOT_BEGUN, Refusal, Workflow, WorkflowMove

__all__ = [
    "NOT_BEGUN",
    "Asked",
    "Declarations",
    "Document",
    "Expected",
    "Identity",
    "InstalledProgram",
    "LeftOut",
    "Legality",
    "ProgramRelation",
    "Refusal",
    "Rule",
    "Rulebook",
    "Ruling",
    "WorkedExample",
    "Workflow",
    "WorkflowMove",
    "base_left_out",
    "broken_among",
    "build_rulebook",
    "progress",
    "ruling",
    "rulings",
    "rulings_table",
    "standing_in",
    "state_of",
]
