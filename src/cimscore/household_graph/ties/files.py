"""Ties of records on file to households, and of people to the records that name them."""

from __future__ import annotations

from contextlib import nullcontext

from cimscore.case import RecordEntry, Unknown
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.ties.entered import Entered
from cimscore.household_graph.ties.tie import Tie, TieKind
from cimscore.ids import spelled


def tie_files(ties: Facts[Tie], entered: Entered) -> None:
    """Tie each record on file to its household, and everybody it names to it.

    Args:
        ties: Where to write.
        entered: The case.
    """
    for record in entered.files:
        # A record that may not exist ties nobody unless it does.
        with ties.only_if(exists_fact(record), True) if isinstance(record.exists, Unknown) else nullcontext():
            _tie_file(ties, record, entered)


def exists_fact(record: RecordEntry) -> OpenFact:
    """Return the fact whether there is such a record, which is not known."""
    return OpenFact.whether(
        f"exists@{record.id}",
        f"Is {record.id} ({spelled(record.kind)}) on file?",
        why="until it is found, what is new is recorded by itself and keeps clocks of its own",
    )


def _tie_file(ties: Facts[Tie], record: RecordEntry, entered: Entered) -> None:
    for person in sorted(record.people):
        ties.state(Tie(TieKind.RECORDED_IN, person, record.id))
    if not isinstance(record.household, Unknown):
        ties.state(Tie(TieKind.FILE_ABOUT, record.id, record.household))
        return
    fact = OpenFact(
        address=f"household@{record.id}",
        asks=f"About which household is {record.id}?",
        values=("", *entered.homes),
        working="",
        why="none of these, until it is known",
        words={"": "none of these"},
    )
    ties.leave_open(fact, {home: [Tie(TieKind.FILE_ABOUT, record.id, home)] for home in entered.homes})
