"""Lines to write into the document as an answer to an open question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cimscore.assessment.decision.undecided import OpenPoint

_WHERE: Final[Mapping[str, str]] = {
    "received": "dates: {{received: ...}}",
    "born": "people, entry {0}: born (a day, a month or a year), or age, or adult",
    "age": "people, entry {0}: born",
    "died": "people, entry {0}: died",
    "family": "people, entry {0}: family",
    "homes": "residences: an entry with person {0} for each home",
    "parents": (
        "relationships: an entry {{from: ..., to: {0}, kind: parent}} for each parent, "
        "and one of kind no-relation for who is none"
    ),
    "relationship": "relationships, the entry {0}: kind",
    "ended": "relationships, the entry {0}: ended",
    "donor": "relationships: an entry for {0} with kind parent beside that with kind donor, or take that one out",
    "same": "one entry for both, or take out what says that {0} and {1} may be the same",
    "mother": "people, entry {0}: unborn: mother",
    "confirmed": "people, entry {0}: unborn: confirmed",
    "unborn": "people, entry {0}: unborn",
    "stay": "residences, the entry with person {0} and household {1}: kind",
    "from": "residences, the entry with person {0} and household {1}: from",
    "until": "residences, the entry with person {0} and household {1}: until",
    "lived-then": "concerns, entry {0}: occurred",
    "lives-when-decided": "decisions, one about {0}: at",
    "area": "households, entry {0}: area",
    "state": "households or places, entry {0}: state",
    "place-kind": "places, entry {0}: kind",
    "home": "people, entry {0}: home",
    "about": "concerns, entry {0}: about",
    "present": "concerns, entry {0}: present",
    "responsible": "concerns, entry {0}: responsible",
    "place": "concerns, entry {0}: place",
    "kind": "concerns, entry {0}: kind",
    "occurred": "concerns, entry {0}: occurred",
    "household": "records, entry {0}: household",
    "exists": "records, entry {0}: exists; where it has no entry, on_file",
    "concerns-home": "concerns, entry {0}: household",
    "recorded-as": "records, entry {1}: people: {{{0}: ...}}",
    "moved": "records, entry {0}: moves, the move {1}: at",
    "decided": "decisions, the entry with question {0} about {1}: at",
    "by": "records, entry {0}: moves, the move {1}: by: {{role: ...}}",
    "person": "records, entry {0}: moves, the move {1}: by: {{person: ...}}",
}
"""Where in a document a fact belongs, by the first word of its address; the places are the rest of the address."""


def what_to_write(point: OpenPoint) -> tuple[str, ...]:
    """Return lines to paste into a document, or where in it the missing entry belongs; none where there is no place.

    Args:
        point: The open question.
    """
    name, _, about = point.address.partition("@")
    program, slash, question = name.partition("/")
    if not slash:
        return _entry(name, about)
    if point.decided_by:
        answer = f"question: {name}, about: {_quoted(about)}, answer: ..., by: {point.decided_by}, at: ..."
        return "To answer, under decisions:", f"  - {{{answer}}}"
    answer = "..." if about == "case" else f"{{{_quoted(about)}: ...}}"
    return "To answer, under facts:", f"  {program}: {{{question}: {answer}}}"


def _entry(name: str, about: str) -> tuple[str, ...]:
    if name not in _WHERE:
        return ()
    parts = about.split("@")
    return (f"To answer, write {_WHERE[name].format(*parts, '...', '...')}.",)


def _quoted(address: str) -> str:
    """Return an address as YAML needs it: in quotes where it has a colon."""
    return f'"{address}"' if ":" in address else address
