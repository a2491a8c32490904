"""What to write into the document to answer an open question, exactly as it has to stand there."""

from __future__ import annotations

from typing import Final

from cimscore.rules import Asks, OpenQuestion

_WHERE: Final = {
    "received": "dates: {{received: ...}}",
    "as-at": "dates: {{received: ...}}, or the option --at",
    "born": "people, entry {about}: born",
    "homes": "residences: an entry with person {about} for each home",
    "parents": "relationships: an entry {{from: ..., to: {about}, kind: parent}} for each parent",
    "mother": "people, entry {about}: unborn: mother",
    "confirmed": "people, entry {about}: unborn: confirmed",
    "expected": "people, entry {about}: unborn: expected",
    "family": "people, entry {about}: family",
    "area": "households, entry {about}: area",
    "record-household": "records, entry {about}: household",
}
_OF_A_STAY: Final = {"stay": "kind", "from": "from", "until": "until"}
_OF_A_CONCERN: Final = ("about", "place", "present", "responsible", "kind", "occurred")


def what_to_write(question: OpenQuestion) -> tuple[str, ...]:
    """Lines to paste, or where in the document the missing entry belongs."""
    match question.asks:
        case Asks.DECISION:
            answer = "{question: %s, about: %s, answer: ..., by: %s, at: ...}"
            return "To answer, under decisions:", "  - " + answer % (
                question.question,
                _quoted(question.about),
                question.decided_by,
            )
        case Asks.FACT:
            program, _, name = question.question.partition("/")
            about = "..." if question.about == "case" else f"{{{_quoted(question.about)}: ...}}"
            return "To answer, under facts:", f"  {program}: {{{name}: {about}}}"
        case Asks.DOCUMENT:
            return (f"To answer, write {_entry(question)}.",)
        case _:
            return ("Nobody can answer it from this document: the source does not say.",)


def _entry(question: OpenQuestion) -> str:
    name, fact = question.question, question.question.partition("/")[2]
    about = question.about
    if name.endswith("#at"):
        return f"decisions: at, in the entry that answers {name.removesuffix('#at')} about {about}"
    if fact in _OF_A_STAY:
        person, _, home = about.partition("@")
        return f"residences, entry with person {person} and household {home}: {_OF_A_STAY[fact]}"
    if fact in _OF_A_CONCERN:
        return f"concerns, entry {about}: {fact}"
    if fact == "relationship":
        return f"relationships, entry {about}: kind"
    return (
        _WHERE[fact].format(about=about)
        if fact in _WHERE
        else f"records, entry {about}: moves, the move {fact}, its at"
    )


def _quoted(address: str) -> str:
    """An address as YAML needs it: in quotes where it has a colon."""
    return f'"{address}"' if ":" in address else address
