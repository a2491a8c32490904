"""Certainty of what a decision says, and the answers on which it rests."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable

Supposed = tuple[tuple[str, str], ...]
"""Answers supposed together: the address of each question and the answer in words."""


def address_of(id: str, things: Iterable[object]) -> str:
    """Return the address of what is concluded of some things, as in ``role@ari@notification:north``.

    Things may be left out from the end of an address, and a value that has a space or an ``@`` in it is.
    """
    return "@".join((id, *itertools.takewhile(lambda text: text and not {" ", "@"} & {*text}, map(str, things))))


class Standing(enum.StrEnum):
    """Levels of certainty of a conclusion."""

    CERTAIN = "certain"
    PROVISIONAL = "provisional"
