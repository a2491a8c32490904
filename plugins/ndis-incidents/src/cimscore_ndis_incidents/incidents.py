"""What makes an incident reportable: conditions that topics share."""

from __future__ import annotations

from cimscore.rules import Concern, Facts, TheCase, all_of, any_of
from cimscore_ndis_incidents.clocks import aware
from cimscore_ndis_incidents.questions import (
    AUTHORISATION_PROCESS,
    AUTHORISED,
    CONNECTED,
    FOLLOWED_THE_PLAN,
    KIND,
    ONLY_ALLEGED,
    PRACTICE_HARMED,
    STATE,
)
from cimscore_ndis_incidents.readings import FIRST_OF_JULY, FirstOfJuly
from cimscore_ndis_incidents.tables import KINDS, PRACTICES
from cimscore_ndis_incidents.words import FIRST_DAY_IN_VICTORIA, Kind, Practice, State


def is_in_victoria(facts: Facts, case: TheCase) -> bool:
    """the supports are delivered in Victoria"""
    return facts.ask(STATE, case) is State.VICTORIA


def concerns_the_commission(facts: Facts, concern: Concern) -> bool:
    """the Commission has its role where and when it matters"""
    if not facts.holds(is_in_victoria, TheCase()):
        return True
    by_occurrence = facts.reading(FIRST_OF_JULY) is FirstOfJuly.OCCURRENCE
    moment = facts.occurred(concern) if by_occurrence else aware(facts, concern)
    return facts.days.day_of(moment) >= FIRST_DAY_IN_VICTORIA


def is_connected(facts: Facts, concern: Concern) -> bool:
    """it happened in connection with NDIS supports or services"""
    return facts.ask(CONNECTED, concern)


def is_of_a_listed_kind(facts: Facts, concern: Concern) -> bool:
    """it is a death, a serious injury, abuse or neglect, unlawful contact or sexual misconduct"""
    kind = facts.ask(KIND, concern)
    if KINDS.row(kind) is None:
        return False
    facts.look_up(KINDS, kind)
    return True


def is_a_restrictive_practice(facts: Facts, concern: Concern) -> bool:
    """it is the use of a restrictive practice"""
    return facts.ask(KIND, concern) is Kind.RESTRICTIVE_PRACTICE


def was_outside_the_plan(facts: Facts, concern: Concern) -> bool:
    """its use was outside the behaviour support plan"""
    facts.look_up(PRACTICES, Practice.OUTSIDE_THE_PLAN)
    return not facts.ask(FOLLOWED_THE_PLAN, concern)


def was_unauthorised(facts: Facts, concern: Concern) -> bool:
    """its use was not authorised, in a state that has a process for it"""
    if not facts.ask(AUTHORISATION_PROCESS, TheCase()):
        facts.look_up(PRACTICES, Practice.NO_PROCESS)
        return False
    facts.look_up(PRACTICES, Practice.UNAUTHORISED)
    return not facts.ask(AUTHORISED, concern)


def practice_harmed(facts: Facts, concern: Concern) -> bool:
    """its use resulted in harm"""
    return facts.ask(PRACTICE_HARMED, concern)


def is_only_alleged(facts: Facts, concern: Concern) -> bool:
    """it is only alleged"""
    return facts.ask(ONLY_ALLEGED, concern)


is_reportable_practice = all_of(is_a_restrictive_practice, any_of(was_outside_the_plan, was_unauthorised))
is_reportable = any_of(is_of_a_listed_kind, is_reportable_practice)
is_reportable_at_once = any_of(is_of_a_listed_kind, all_of(is_reportable_practice, practice_harmed))
