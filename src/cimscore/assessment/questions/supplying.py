"""Lines to write into the document as an answer to an open question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cimscore.assessment.decision.undecided import OpenPoint
from cimscore.assessment.questions.places_of_facts import in_words, place_of

_OR_ELSE: Final[Mapping[str, str]] = {
    "born": " (a day, a month or a year), or age, or adult",
    "exists": "; where it has no entry, on_file",
}
"""What can be written instead, beside the place of a fact."""
OF_SEVERAL_ENTRIES: Final[Mapping[str, str]] = {
    "homes": "residences: an entry with person {0} for each home",
    "parents": (
        "relationships: an entry {{from: ..., to: {0}, kind: parent}} for each parent, "
        "and one of kind no-relation for who is none"
    ),
    "donor": "relationships: an entry for {0} with kind parent beside that with kind donor, or take that one out",
    "same": "one entry for both; if they are two, under relationships what {0} is to {1}, in place of same-person",
    "unborn": "people, entry {0}: unborn",
    "lived-then": "concerns, entry {0}: occurred",
    "lives-when-decided": "decisions, one about {0}: at",
    "state": "households or places, entry {0}: state",
    "about": "concerns, entry {0}: about",
    "present": "concerns, entry {0}: present",
    "responsible": "concerns, entry {0}: responsible",
}
"""Where to write what is no single value of the document, by the first word of a fact's address."""


def what_to_write(point: OpenPoint) -> tuple[str, ...]:
    """Return lines to paste into a document, or where in it the missing entry belongs; none where there is no place.

    Args:
        point: The open question.
    """
    name, _, about = point.address.partition("@")
    program, slash, question = name.partition("/")
    if not slash:
        return _entry(point.address)
    if point.decided_by:
        answer = f"question: {name}, about: {_quoted(about)}, answer: ..., by: {point.decided_by}, at: ..."
        return "To answer, under decisions:", f"  - {{{answer}}}"
    answer = "..." if about == "case" else f"{{{_quoted(about)}: ...}}"
    return "To answer, under facts:", f"  {program}: {{{question}: {answer}}}"


def _entry(address: str) -> tuple[str, ...]:
    name, _, about = address.partition("@")
    if name in OF_SEVERAL_ENTRIES:
        return (f"To answer, write {OF_SEVERAL_ENTRIES[name].format(*about.split('@'), '...')}.",)
    place = place_of(address)
    return (f"To answer, write {in_words(place)}{_OR_ELSE.get(name, '')}.",) if place else ()


def _quoted(address: str) -> str:
    """Return an address as YAML needs it: in quotes where it has a colon."""
    return f'"{address}"' if ":" in address else address
