"""From declarations to a checked, fixed rulebook."""

from cimscore.rulebook.declarations import Declarations, Program, Relation
from cimscore.rulebook.examples import WorkedExample
from cimscore.rulebook.rulebook import CompiledProgram, CompiledRule, Document, Rulebook, build_rulebook

__all__ = [
    "CompiledProgram",
    "CompiledRule",
    "Declarations",
    "Document",
    "Program",
    "Relation",
    "Rulebook",
    "WorkedExample",
    "build_rulebook",
]
