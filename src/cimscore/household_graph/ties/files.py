"""Ties of records on file to households, and of people to the records that name them."""

from __future__ import annotations

from cimscore.case import Unknown
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.ties.entered import Entered
from cimscore.household_graph.ties.tie import Tie, TieKind
from cimscore.ids import split_record_address


def tie_files(ties: Facts[Tie], entered: Entered) -> None:
    """Tie each record on file to its household, and everybody it names to it.

    Args:
        ties: Where to write.
        entered: The case.
    """
    for record in sorted(entered.case.records, key=lambda record: record.id):
        if split_record_address(record.id) is not None:
            continue
        for person in sorted(record.people):
            ties.state(Tie(TieKind.RECORDED_IN, person, record.id))
        if not isinstance(record.household, Unknown):
            ties.state(Tie(TieKind.FILE_ABOUT, record.id, record.household))
            continue
        fact = OpenFact(
            address=f"household@{record.id}",
            asks=f"About which household is {record.id}?",
            values=("", *entered.homes),
            working="",
            why="none of these, until it is known",
            words={"": "none of these"},
        )
        ties.leave_open(fact, {home: [Tie(TieKind.FILE_ABOUT, record.id, home)] for home in entered.homes}, {})
