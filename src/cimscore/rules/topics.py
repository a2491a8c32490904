"""The topics in their fixed order: a rule reads only earlier ones, so no circle can arise."""

from __future__ import annotations

import enum


class Topic(enum.StrEnum):
    """What a rule decides. The order of the members is the order of reasoning."""

    EDITIONS = "editions"
    SCOPE = "scope"
    HOUSEHOLDS = "households"
    SUBJECTS = "subjects"
    RECORDS = "records"
    ROLES = "roles"
    DUTIES = "duties"
    TIMEFRAMES = "timeframes"

    @property
    def place(self) -> int:
        """Its place in the order, from 0."""
        return list(Topic).index(self)
