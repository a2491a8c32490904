"""Victoria's client incident management, as rows.

A module for what the policy speaks of: who is in scope, what is reportable, a report, an investigation, the words for
people, whom to ask. Which edition governs stands in `editions`; what came before December 2024 in `earlier`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cimscore.author import Program


def build() -> Program:
    """Return the program, built and checked."""
    from cimscore.author import program  # noqa: PLC0415 - built when it is first needed, not at import
    from cimscore_vic_cims import calendars, sources  # noqa: PLC0415
    from cimscore_vic_cims.rows import (  # noqa: PLC0415
        codes,
        contacts,
        counting,
        earlier,
        editions,
        households,
        immediate,
        incident,
        investigation,
        laws,
        moments,
        moves,
        report,
        roles,
        scope,
        warnings,
        words,
    )

    modules = (
        codes, contacts, counting, earlier, editions, households, immediate, incident, investigation, laws, moments,
        moves, report, roles, scope, warnings, words,
    )  # fmt: skip
    return program(
        "vic-cims",
        "Victoria: managing client incidents",
        moments.ZONE,
        sources.POLICY,
        modules,
        calendars=(calendars.victoria(),),
    )
