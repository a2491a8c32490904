"""The topics in their fixed order: a rule reads only earlier ones, so no circle can arise."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from cimscore.rules import answers, things


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


ORDER: Final[Mapping[Topic, int]] = MappingProxyType({topic: place for place, topic in enumerate(Topic)})
"""The place of each topic in the order of reasoning, from 0."""

_BINDING = (things.TheCase, things.Concern, things.Record, things.EarlierRecord, things.PersonIn)

ABOUT: Final[Mapping[Topic, tuple[type[Any], ...]]] = MappingProxyType(
    {
        Topic.EDITIONS: (things.PolicySource,),
        Topic.SCOPE: (things.TheCase,),
        Topic.HOUSEHOLDS: (things.Household,),
        Topic.SUBJECTS: (things.PersonAt,),
        Topic.RECORDS: (things.TheCase, things.Concern, things.Household, things.PersonAt, things.EarlierRecord),
        Topic.ROLES: (things.PersonIn, things.ConcernIn),
        Topic.DUTIES: _BINDING,
        Topic.TIMEFRAMES: _BINDING,
    }
)
"""What the rules of a topic may be about: the type of a rule's second argument."""

ANSWERS: Final[Mapping[Topic, tuple[type[Any], ...]]] = MappingProxyType(
    {
        Topic.EDITIONS: (answers.Edition,),
        Topic.SCOPE: (answers.InScope,),
        Topic.HOUSEHOLDS: (answers.HouseholdRole,),
        Topic.SUBJECTS: (answers.Subject,),
        Topic.RECORDS: (things.Record,),
        Topic.ROLES: (answers.Role, answers.Carried),
        Topic.DUTIES: (answers.Duty,),
        Topic.TIMEFRAMES: (answers.Deadline,),
    }
)
"""What the rules of a topic may answer."""

ONE_KEY: Final = frozenset({Topic.EDITIONS, Topic.SCOPE, Topic.SUBJECTS, Topic.ROLES})
"""Topics in which every answer about one thing answers the same question."""
