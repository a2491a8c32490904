"""Victoria's client incident management, as rows.

A module for what the policy speaks of: who is in scope, what is reportable, a report, an investigation, the words for
people, whom to ask. Which edition governs stands in `editions`; what came before December 2024 in `earlier`.
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
    f"{_HERE}.{name}"
    for name in (
        "words",
        "moments",
        "moves",
        "editions",
        "scope",
        "households",
        "incident",
        "roles",
        "immediate",
        "counting",
        "codes",
        "who",
        "report",
        "earlier",
        "investigation",
        "contacts",
        "warnings",
        "laws",
    )
)
"""Every module that declares rows."""


def build(others: Sequence[Calendar] = ()) -> Program:
    """Return the program, built and checked.

    Args:
        others: The calendars of other plugins: a site in another state is counted by whichever has its days.
    """
    from cimscore.rules import program  # noqa: PLC0415 - built when it is first needed, not at import
    from cimscore_vic_cims import calendars, sources  # noqa: PLC0415

    own = calendars.victoria()
    installed = {own.id: own, **{calendar.id: calendar for calendar in others if calendar.id != own.id}}
    return program(
        "vic-cims",
        "Victoria: managing client incidents",
        own.zone,
        sources.POLICY,
        tuple(importlib.import_module(name) for name in MODULES),
        calendars=tuple(installed.values()),
    )
