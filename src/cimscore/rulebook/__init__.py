"""Rulebook, checked and fixed, built from the declarations of plugins.

For a program
    `Identity` names it, `ProgramRelation` says how it stands to another. A `Workflow` has moves (`WorkflowMove`) from
    `NOT_BEGUN` on, each with its `Effect`, and each `Refusal` of one. A `ReportForm` has each `FormField` of a report.
What comes of it
    `build_rulebook` makes a `Rulebook` of `Declarations`. It has each `InstalledProgram`, each `Rule`, what is `Asked`,
    and what was `LeftOut` (`broken_among`, `base_left_out`). A `Document` is a case as it was written.
    A `WorkedExample` is a case with what is `Expected`.
Rulings on moves
    `ruling` gives a `Ruling` with its `Legality` on one move, `rulings` and `rulings_table` on all, `progress` on those
    of a record, whose state is `state_of`; `standing_in` picks the edition.
"""

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
from cimscore.rules.rows.forms import FormField, ReportForm
from cimscore.rules.rows.workflows import NOT_BEGUN, Effect, Refusal, Workflow, WorkflowMove

__all__ = [
    "NOT_BEGUN",
    "Asked",
    "Declarations",
    "Document",
    "Effect",
    "Expected",
    "FormField",
    "Identity",
    "InstalledProgram",
    "LeftOut",
    "Legality",
    "ProgramRelation",
    "Refusal",
    "ReportForm",
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
