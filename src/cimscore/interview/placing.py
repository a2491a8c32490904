"""Places of a document where the answer to each open question belongs."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cimscore.assessment.questions.places_of_facts import place_of
from cimscore.case import Moment
from cimscore.household_graph.ties import StayOutcome
from cimscore.wire import ADD, Put, Step, to_plain

_DAY: Final = ("a day, a month (2014-05) or a year",)
_TIME: Final = ("a day, or a time with its offset (2025-03-03T14:00+10:00)",)
_ID: Final = ("an id of the document",)
_WORDS: Final = ("words",)

_TYPED: Final[Mapping[str, tuple[str, ...]]] = {
    "born": (*_DAY, "an age, as 12 or about 12", "adult"),
    **dict.fromkeys(("died", "from", "until", "ended"), _DAY),
    **dict.fromkeys(("received", "age", "occurred", "moved", "decided"), _TIME),
    **dict.fromkeys(("mother", "place", "concerns-home", "household", "person"), _ID),
    **dict.fromkeys(("family", "area"), _WORDS),
    "home": ("none", "elsewhere"),
}
"""What may be typed beside the answers that are listed, by the first word of a fact's address."""
_BESIDE: Final = {"by": "person", "person": "role"}
"""What a move's `by` says where it is one word: whoever is asked for the other keeps it."""
_SINGLE: Final = (bool, int, str, enum.Enum, dt.date, Moment)


def typed_for(address: str) -> tuple[str, ...]:
    """Return what can be typed as the answer to an open fact, each in words; none where its answers are all listed."""
    return _TYPED.get(address.partition("@")[0], ())


def fact_put(address: str, value: Any) -> tuple[Put, ...]:
    """Return where the value of an open fact may be put, the first place that a document has; none for no place.

    Args:
        address: Address of the fact, as in ``born@flo``.
        value: Its value, as it is tried, or as a document has it.
    """
    name, _, about = address.partition("@")
    parts = about.split("@")
    if name == "homes":
        return tuple(_home_put(parts[0], value))
    if name == "parents":
        return tuple(_parent_put(parts[0], value))
    path = place_of(address)
    plain = None if isinstance(value, StayOutcome) and name != "stay" else _plain(name, value)
    if plain is not None and name == "state":
        return tuple(Put((section, {"id": parts[0]}, "state"), plain) for section in ("households", "places"))
    if plain is None or not path:
        return ()
    places = (path, *_in_the_short_form(path), *_a_move_of_its_own(path))
    return tuple(_put(place, plain, _BESIDE.get(name, "")) for place in places)


def question_put(name: str, about: str, value: Any, decided_by: str) -> tuple[Put, ...]:
    """Return where the answer to a program's own question is put.

    Args:
        name: The question, as ``program/question``.
        about: What it is about; ``case`` for the whole case.
        value: The answer.
        decided_by: The role that decides; empty for a fact.
    """
    if not isinstance(value, (*_SINGLE, tuple)):
        return ()
    plain = to_plain(value)
    if decided_by:
        asked = {"question": name, "about": about}
        # An entry that says that it is not decided yet is answered in its place.
        return (
            Put(("decisions", asked, "answer"), plain),
            Put(("decisions", ADD), {**asked, "answer": plain, "by": decided_by}),
        )
    program, _, question = name.partition("/")
    path = ("facts", program, question) if about == "case" else ("facts", program, question, about)
    return (Put(path, plain),)


def _home_put(person: str, value: Any) -> Iterator[Put]:
    """Yield the stay of an answer about homes, or the word that somebody has none or lives elsewhere."""
    if isinstance(value, str):
        yield Put(place_of(f"home@{person}"), value)
    elif len(value) == 1:
        ((household, kind),) = value
        yield Put(("residences", ADD), {"person": person, "household": household, "kind": to_plain(kind)})


def _parent_put(child: str, value: Any) -> Iterator[Put]:
    """Yield the tie of one more parent, or that there is no other."""
    if value == ():
        yield Put(("people", {"id": child}, "no_other_parent"), True)
    elif isinstance(value, str) or len(value) == 1:
        parent = value if isinstance(value, str) else value[0]
        yield Put(("relationships", ADD), {"from": parent, "to": child, "kind": "parent"})


def _plain(name: str, value: Any) -> Any:
    """Return a value as a document has it; None where a document cannot say it."""
    if isinstance(value, StayOutcome):
        return None if value.kind is None or value.lived else to_plain(value.kind)
    if name == "home" and isinstance(value, bool):
        return "elsewhere" if value else None
    return to_plain(value) if isinstance(value, _SINGLE) and value != "" else None


def _in_the_short_form(path: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """Yield the same place under ``incident``, where a document has one incident in the short form."""
    match path:
        case ("concerns", _, *rest):
            yield ("incident", *rest)
        case ("records", {"id": str(record)}, "moves", *rest):
            yield ("incident", "moves", record.partition(":")[0], *rest)


def _a_move_of_its_own(path: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """Yield the place of a move that has been made and is not listed, after those that are."""
    match path:
        case ("records", record, "moves", {"move": str(move)}, "at"):
            yield ("records", record, "moves", ADD, move)


def _put(path: tuple[Step, ...], value: Any, keeps: str) -> Put:
    if len(path) > 1 and path[-2] == ADD:
        return Put(path[:-1], {"move": path[-1], "at": value})
    return Put(path, value, keeps)
