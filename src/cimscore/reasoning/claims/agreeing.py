"""Check that rows agree, for conclusions with one answer to a key."""

from __future__ import annotations

from cimscore.errors import RuleFailure
from cimscore.grades import CERTAIN
from cimscore.reasoning.graded import Tuple, by_text
from cimscore.reasoning.run import Run
from cimscore.rules.rows.conclusions import Conclusion


def refuse_two_answers(run: Run) -> None:
    """Refuse a run in which a conclusion certainly has two answers to one key.

    Several rows with the same answer are several grounds for it.

    Raises:
        RuleFailure: Two rows give different answers to one key.
    """
    for conclusion in run.compiled.program.conclusions:
        if conclusion.one:
            _refuse(run, conclusion)


def _refuse(run: Run, conclusion: Conclusion) -> None:
    places = [conclusion.things.index(variable) for variable in conclusion.one]
    found: dict[Tuple, Tuple] = {}
    # Sorted, so that a clash names the same two answers in every process.
    for things, grade in sorted(run.value(conclusion).rows.items(), key=lambda row: by_text(row[0])):
        # Two answers that are merely possible are what an open question looks like, not a clash.
        if grade < CERTAIN:
            continue
        key = tuple(things[place] for place in places)
        other = found.setdefault(key, things)
        if other != things:
            raise RuleFailure(
                rule=conclusion.key,
                plugin=conclusion.written.module.partition(".")[0],
                where=str(conclusion.written),
                problem=f"two answers about {', '.join(map(str, key))}: {_given(run, conclusion, other)}, "
                f"and {_given(run, conclusion, things)}",
            )


def _given(run: Run, conclusion: Conclusion, things: Tuple) -> str:
    rows = [row.id for row in conclusion.rows if run.rows(conclusion, row.id).grade(things) == CERTAIN]
    answer = ", ".join(
        str(thing) for thing, place in zip(things, conclusion.things, strict=True) if place not in conclusion.one
    )
    return f"{answer} by {' and '.join(rows) or 'no row'}"
