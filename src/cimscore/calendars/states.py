"""States named after a place, as in ``Albury, New South Wales``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cimscore.case import State

CALLED: Final[Mapping[State, tuple[str, ...]]] = {
    State.VICTORIA: ("Victoria", "Vic"),
    State.QUEENSLAND: ("Queensland", "Qld"),
    State.NEW_SOUTH_WALES: ("New South Wales", "NSW"),
    State.SOUTH_AUSTRALIA: ("South Australia", "SA"),
    State.WESTERN_AUSTRALIA: ("Western Australia", "WA"),
    State.TASMANIA: ("Tasmania", "Tas"),
    State.NORTHERN_TERRITORY: ("Northern Territory", "NT"),
    State.CAPITAL_TERRITORY: ("Australian Capital Territory", "ACT"),
}
"""The states and territories, each by its whole name and shortly."""
_BEHIND = re.compile(r"[\s,]+(?:(?<!south\s)(?<!western\s)australia|\d{4})$")
"""The country or a postcode behind a state; the last word of South Australia and Western Australia is no country."""


def without_state(name: str, called: Iterable[str]) -> str:
    """Return a name without the state at its end, or unchanged if it does not end in this state.

    Args:
        name: The name of a place.
        called: Names of the state, in full and short.
    """
    plain = _without_postcode(name)
    for state in called:
        found = re.search(rf"(?:^|{_before(state)})\(?{re.escape(state)}\)?$", plain, re.IGNORECASE)
        if found:
            return plain[: found.start()].strip(" ,(-/")
    return name


def state_in(name: str, states: Mapping[str, Sequence[str]]) -> str:
    """Return the key of the state that a name says; empty where it says none.

    Args:
        name: The name of a place. ``Victoria Point`` says no state, ``Geelong, Victoria`` says one.
        states: How each state is called, by its key.
    """
    return next((key for key, called in states.items() if without_state(name, called) != name), "")


def named_state(name: object) -> State | None:
    """Return the Australian state or territory that the name of a place says; None where it says none."""
    if not isinstance(name, str):
        return None
    return next((state for state, called in CALLED.items() if without_state(name, called) != name), None)


def _without_postcode(name: str) -> str:
    plain = " ".join(name.split())
    while _BEHIND.search(plain.casefold()):
        plain = _BEHIND.sub("", plain.casefold())
    return plain


def _before(called: str) -> str:
    """Return a pattern for the text before a state. A one-word name may belong to the place (Port Victoria)."""
    return r"\s*[,(/-]\s*|\s+in\s+" if len(called) > len("NSW") and " " not in called else r"\s*[,(/-]\s*|\s+"
