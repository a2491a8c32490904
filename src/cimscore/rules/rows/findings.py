"""Findings about a move that its record's workflow does not have: that it counts for nothing, and why.

One table for each program that declares a workflow, made from the workflow; no author writes its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from cimscore.rules.conditions.things import Value
from cimscore.rules.rows.conclusions import Conclusion, Topic
from cimscore.rules.rows.workflows import Workflow
from cimscore.rules.vocabulary import refused

_record: Final = Value("record", object)
_step: Final = Value("step", str)
_reason: Final = Value("reason", str)


def findings_of(workflows: Sequence[Workflow]) -> tuple[Conclusion, ...]:
    """Return the table of moves that count for nothing, with a row for each clause that can carry one.

    Args:
        workflows: The workflows of a program; where there are none, there is nothing to tell.
    """
    carrying = {clause: workflow for workflow in reversed(workflows) for clause in _clauses(workflow)}
    if not carrying:
        return ()
    written = min(workflow.written for workflow in workflows)
    says = "the step {step} of {record} [counts] for nothing: {reason}"
    things = (_record, _step, _reason)
    table = Conclusion("refused-move", things, says, topic=Topic.TIMEFRAMES, warns=True, written=written)
    for clause, workflow in sorted(carrying.items()):
        table.row(f"by-{clause.replace('/', '-')}", *things, when=refused(*things, clause), cites=[clause])
        table.rows[-1] = attrs.evolve(table.rows[-1], written=workflow.written)
    return (table,)


def _clauses(workflow: Workflow) -> tuple[str, ...]:
    return (*workflow.cites, *(clause for refusal in workflow.refusals for clause in refusal.cites))
