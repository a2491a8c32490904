"""Reportable incidents under the NDIS, as rows.

A module for what the Rules speak of: who has to notify, what is reportable, what is sent and by when. When those
became aware whose knowledge counts stands in `awareness`.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cimscore.calendars import Calendar
    from cimscore.rules import Program

_HERE: Final = __name__

MODULES: Final = tuple(
    f"{_HERE}.{name}" for name in ("words", "moments", "awareness", "scope", "kinds", "sending", "laws")
)
"""Every module that declares rows."""


def build(others: Sequence[Calendar] = ()) -> Program:
    """Return the program, built and checked.

    Args:
        others: The calendars of other plugins: the days of a state are counted by whichever has them.
    """
    from cimscore.policy import load_policy  # noqa: PLC0415
    from cimscore.rules import program  # noqa: PLC0415 - built when it is first needed, not at import
    from cimscore_ndis_incidents import calendars  # noqa: PLC0415

    own = calendars.victoria()
    installed = {own.id: own, **{calendar.id: calendar for calendar in others if calendar.id != own.id}}
    return program(
        "ndis-incidents",
        "NDIS: reportable incidents",
        own.zone,
        load_policy("cimscore_ndis_incidents.policy"),
        tuple(importlib.import_module(name) for name in MODULES),
        calendars=tuple(installed.values()),
    )
