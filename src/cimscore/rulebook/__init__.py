"""From declarations to a checked, fixed rulebook."""

from cimscore.rulebook.declarations import Declarations, Program, Relation
from cimscore.rulebook.examples import WorkedExample
from cimscore.rulebook.rulebook import CompiledProgram, CompiledRule, Document, Rulebook, build_rulebook
from cimscore.rulebook.workflows import (
    NOT_BEGUN,
    Legality,
    Refusal,
    Ruling,
    Workflow,
    WorkflowMove,
    progress,
    ruling,
    rulings,
    rulings_table,
    standing_in,
    state_of,
)

__all__ = [
    "NOT_BEGUN",
    "CompiledProgram",
    "CompiledRule",
    "Declarations",
    "Document",
    "Legality",
    "Program",
    "Refusal",
    "Relation",
    "Rulebook",
    "Ruling",
    "WorkedExample",
    "Workflow",
    "WorkflowMove",
    "build_rulebook",
    "progress",
    "ruling",
    "rulings",
    "rulings_table",
    "standing_in",
    "state_of",
]
