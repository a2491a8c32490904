"""People to ask about an open fact, in general: no words of a program, and nobody by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from cimscore.policy import Policy
from cimscore.rules import Concern, File, Household, Person, Place, Record, Variable

_FAMILY: Final = "the family, a school or the records on file"
_KIN: Final = "the family, or birth and court records"
_TOLD: Final = "whoever gave the information, or somebody who was there"
_RECORD: Final = "the team that keeps the record"
_CASE: Final = "whoever leads the work"
_PLACE: Final = "whoever named the place, or look it up"

_WHOM: Final[Mapping[str, str]] = {
    **dict.fromkeys(("received", "age"), "whoever took the call or the report"),
    "born": _FAMILY,
    "died": "the family, a health service or the police",
    "family": "the person, or the family",
    **dict.fromkeys(("homes", "home", "stay", "from", "until", "lived-then", "lives-when-decided"), _FAMILY),
    **dict.fromkeys(("parents", "relationship", "ended", "donor", "mother"), _KIN),
    **dict.fromkeys(("confirmed", "unborn"), "the mother, or a health service she sees"),
    "same": "whoever named both, or compare the records on file",
    **dict.fromkeys(("area", "state", "place-kind"), _PLACE),
    **dict.fromkeys(("about", "present", "responsible", "place", "kind", "occurred", "concerns-home"), _TOLD),
    **dict.fromkeys(("household", "exists", "recorded-as", "moved", "by", "person"), _RECORD),
    "decided": "whoever decided, or see the record of the decision",
}
"""By the first word of the address of a fact that every document has."""

_OF: Final[Mapping[type[Variable], str]] = {
    Concern: "whoever gave the information, or deals with it now",
    Person: "the person, the family, or somebody who works with them",
    Household: "the family, or somebody who knows the household",
    Place: _PLACE,
    Record: _RECORD,
    File: _RECORD,
}
"""By the first thing that a program's own question is about."""


def who_explains(policy: Policy) -> str:
    """Return who can say what a policy means where it is unclear: whoever publishes most of its clauses.

    Args:
        policy: The policy of a program.
    """
    published = Counter(policy.source(clause.id.partition("/")[0]).publisher for clause in policy.clauses)
    return max(published, key=lambda publisher: published[publisher], default="")


def whom_to_ask(address: str, about: Sequence[Variable] | None = None) -> str:
    """Return who can be asked about a fact; empty for an address that is no fact.

    Args:
        address: The address of the open point.
        about: The things that a program's own question is about, none for the whole case; None for any other fact.
    """
    if about is None:
        return _WHOM.get(address.partition("@")[0], "")
    return _OF[type(about[0])] if about else _CASE
