"""Which concerns a record carries."""

from __future__ import annotations

from cimscore.rules import Carried, ConcernIn, Facts, Ruleset, Topic
from cimscore_qld_child_safety.conditions.carriage import is_carried
from cimscore_qld_child_safety.words import Kind

CARRIED: Ruleset[Carried] = Ruleset(Topic.ROLES)


def is_in_icms(facts: Facts, what: ConcernIn) -> bool:
    """the record is made in ICMS"""
    return what.record.kind not in (Kind.UNIDENTIFIED, Kind.LIMITED)


def is_in_idocs(facts: Facts, what: ConcernIn) -> bool:
    """the record is a limited intake response"""
    return what.record.kind == Kind.LIMITED


def is_outside_icms(facts: Facts, what: ConcernIn) -> bool:
    """the record is kept outside ICMS because nothing identifies the child"""
    return what.record.kind == Kind.UNIDENTIFIED


@CARRIED.rule(
    "carried-in-icms",
    cites=["qld/record-intake/in-icms", "qld/duplicates/record-everything"],
    when=[is_in_icms, is_carried],
)
def carried(facts: Facts, what: ConcernIn) -> Carried:
    """A record in ICMS carries the concerns of the children and household it is made for."""
    return Carried()


@CARRIED.rule("carried-in-idocs", cites=["qld/limited-intake/idocs"], when=[is_in_idocs, is_carried])
def carried_in_idocs(facts: Facts, what: ConcernIn) -> Carried:
    """A limited intake response, entered in iDOCS, carries the concern it answers."""
    return Carried()


@CARRIED.rule(
    "carried-outside-icms", cites=["qld/no-identifying-information/not-in-icms"], when=[is_outside_icms, is_carried]
)
def carried_outside(facts: Facts, what: ConcernIn) -> Carried:
    """What is kept outside ICMS carries the concerns of a child whom nothing identifies."""
    return Carried()
