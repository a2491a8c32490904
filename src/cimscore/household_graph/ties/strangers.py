"""People known by name alone: where they are many, one question is asked about all of them."""

from __future__ import annotations

from cimscore.household_graph.facts import OpenFact
from cimscore.household_graph.ties.entered import Entered

_MOST_NAMED = 6


def of_any_stranger(entered: Entered, *, address: str, asks: str, why: str) -> OpenFact:
    """Return the one question whether something is so of any of those who are known by name alone.

    Args:
        entered: The case.
        address: The first words of the address, for example ``homes``.
        asks: The question, with a place for their names.
        why: The reason for working with no.
    """
    return OpenFact(
        address=f"{address}@*",
        asks=asks.format(_named(entered)),
        values=(False, True),
        working=False,
        why=why,
        words={False: "none of them", True: "at least one of them"},
    )


def _named(entered: Entered) -> str:
    strangers = [person.id for person in entered.people if person.id in entered.grouped_strangers]
    rest = len(strangers) - _MOST_NAMED
    return ", ".join(strangers[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
