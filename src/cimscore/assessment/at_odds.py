"""Facts of a case that do not fit together, but are no mistake of the document: reported, and nothing is final."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.case import Case, Finish
from cimscore.clocks import before, in_words
from cimscore.reasoning.graded import CERTAIN
from cimscore.reasoning.told import Decided


def at_odds(case: Case, decided: Decided) -> Iterator[str]:
    """Yield a sentence for each thing that does not fit, with what to do.

    Args:
        case: The case.
        decided: What was decided.
    """
    context = decided.run.context
    at, received, zone = context.at, context.received, context.zone
    if at is not None and received is not None and before(at, received, zone) == CERTAIN:
        yield f"It is looked at for {in_words(at, zone)}, before the information was received: give a later moment."
    for concern in sorted(case.concerns, key=lambda entry: entry.id):
        if concern.as_ is Finish.WITHDRAWN:
            yield (
                f"{concern.id} is withdrawn, so that nothing is told as owed by it, and no clause held here lets what "
                "was told go unrecorded. Ask whether it was entered by mistake. Where only the one who told it has "
                "taken it back, what was owed before may be owed still, and overdue."
            )
