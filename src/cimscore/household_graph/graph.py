"""The household graph: every question the case itself can answer."""

from __future__ import annotations

from cimscore.household_graph.harm import HarmGrounds


class HouseholdGraph(HarmGrounds):
    """The people, households and concerns of a case as one graph, and the questions to ask of it.

    Each question gives an `Answer`: known or not, what it rests on, and what is missing. Unknown never
    counts as no, and a definite answer is given as soon as the known facts settle it. Days come from
    the caller; `None` for a day means that it is not known. Ids in an answer are sorted. The graph is
    built at the first question.

    Example:
        >>> HouseholdGraph(case).shared_care("ari", on=dt.date(2025, 3, 3)).value
        ('north', 'south')
    """
