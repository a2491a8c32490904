"""People to ask about an open fact of the document, in general: no words of a program, and nobody by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_FAMILY: Final = "the family, a school or the records on file"
_KIN: Final = "the family, or birth and court records"
_TOLD: Final = "whoever gave the information, or somebody who was there"
_RECORD: Final = "the team that keeps the record"

_WHOM: Final[Mapping[str, str]] = {
    "received": "whoever took the call or the report",
    **dict.fromkeys(("born", "age"), _FAMILY),
    "died": "the family, a health service or the police",
    "family": "the person, or the family",
    **dict.fromkeys(("homes", "home", "stay", "from", "until", "lived-then", "lives-when-decided"), _FAMILY),
    **dict.fromkeys(("parents", "relationship", "ended", "donor", "mother"), _KIN),
    **dict.fromkeys(("confirmed", "unborn"), "the mother, or a health service she sees"),
    "same": "whoever named both, or compare the records on file",
    **dict.fromkeys(("area", "state", "place-kind"), "whoever named the place, or look it up"),
    **dict.fromkeys(("about", "present", "responsible", "place", "kind", "occurred", "concerns-home"), _TOLD),
    **dict.fromkeys(("household", "exists", "recorded-as", "moved", "by", "person"), _RECORD),
    "decided": "whoever decided, or see the record of the decision",
}
"""By the first word of the address of a fact."""


def whom_to_ask(address: str) -> str:
    """Return who can be asked about a fact; empty for what no document states, such as an answer to a program.

    Args:
        address: The address of the open point.
    """
    return _WHOM.get(address.partition("@")[0], "")
