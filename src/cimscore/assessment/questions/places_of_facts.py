"""Places of a document where facts belong, by the first word of a fact's address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Step = str | Mapping[str, str | tuple[str]]
Path = tuple[Step, ...]
"""Steps to a value: the key of a mapping, or what an entry of a list says. ``{0}`` is the first part of the address."""

_PERSON: Final[Path] = ("people", {"id": "{0}"})
_STAY: Final[Path] = ("residences", {"person": "{0}", "household": "{1}"})
_TIE: Final[Path] = ("relationships", {"from": "{0}", "to": "{1}"})
_CONCERN: Final[Path] = ("concerns", {"id": "{0}"})
_RECORD: Final[Path] = ("records", {"id": "{0}"})
_MOVE: Final[Path] = (*_RECORD, "moves", {"move": "{1}"})

PLACES: Final[Mapping[str, Path]] = {
    "received": ("dates", "received"),
    "born": (*_PERSON, "born"),
    "age": ("dates", "received"),  # asked of somebody whose day of birth is told
    "died": (*_PERSON, "died"),
    "family": (*_PERSON, "family"),
    "home": (*_PERSON, "home"),
    "mother": (*_PERSON, "unborn", "mother"),
    "confirmed": (*_PERSON, "unborn", "confirmed"),
    "stay": (*_STAY, "kind"),
    "from": (*_STAY, "from"),
    "until": (*_STAY, "until"),
    "relationship": (*_TIE, "kind"),
    "ended": (*_TIE, "ended"),
    "area": ("households", {"id": "{0}"}, "area"),
    "place-kind": ("places", {"id": "{0}"}, "kind"),
    "place": (*_CONCERN, "place"),
    "kind": (*_CONCERN, "kind"),
    "occurred": (*_CONCERN, "occurred"),
    "concerns-home": (*_CONCERN, "household"),
    "household": (*_RECORD, "household"),
    "exists": (*_RECORD, "exists"),
    "recorded-as": ("records", {"id": "{1}"}, "people", "{0}"),
    "moved": (*_MOVE, "at"),
    "by": (*_MOVE, "by", "role"),
    "person": (*_MOVE, "by", "person"),
    "decided": ("decisions", {"question": "{0}", "about": ("{1}",)}, "at"),
}


def place_of(address: str) -> Path:
    """Return the steps to the value of a fact; none where it has no single place.

    Args:
        address: Address of the fact, as in ``born@flo`` or ``relationship@mia->ari``.
    """
    name, _, about = address.partition("@")
    parts = about.replace("->", "@").split("@")
    return tuple(_filled(step, parts) for step in PLACES.get(name, ()))


def _filled(step: Step, parts: list[str]) -> Step:
    if isinstance(step, str):
        return step.format(*parts, "", "")
    return {
        key: (said[0].format(*parts, "", ""),) if isinstance(said, tuple) else said.format(*parts, "", "")
        for key, said in step.items()
    }


def in_words(path: Path) -> str:
    """Return where a place is, as ``records, entry n1: moves, the entry with move approve: at``."""
    words = ""
    for step in path:
        if isinstance(step, str):
            words += f": {step}" if words else step
        elif step.keys() == {"id"}:
            words += f", entry {step['id']}"
        else:
            named = (f"{key} {said[0] if isinstance(said, tuple) else said}" for key, said in step.items())
            words += f", the entry with {' and '.join(named)}"
    return words
