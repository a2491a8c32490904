"""Which record carries which concern, so that none is lost whatever is decided."""

from __future__ import annotations

from cimscore.rules import (
    Concern,
    ConcernAt,
    ConcernIn,
    EarlierRecord,
    Facts,
    Grouping,
    Household,
    TheCase,
    all_of,
    any_of,
    not_,
)
from cimscore_qld_child_safety.conditions.additions import adds_to, is_not_added
from cimscore_qld_child_safety.conditions.concerns import (
    is_identified,
    is_limited,
    is_new,
    is_notified,
    is_reported,
    is_unidentified,
    is_weighed,
)
from cimscore_qld_child_safety.conditions.events import belongs
from cimscore_qld_child_safety.conditions.harm import reaches
from cimscore_qld_child_safety.conditions.reports import combines_with, goes_to_a_report, is_noted
from cimscore_qld_child_safety.questions import MORE_THAN_ONE
from cimscore_qld_child_safety.readings.records import SEVERAL_RESPONSES, SeveralResponses
from cimscore_qld_child_safety.things import Addition, ConcernOf, Event, EventIn, made_of
from cimscore_qld_child_safety.words import Kind


def it_is_notified(facts: Facts, what: ConcernOf) -> bool:
    """it is answered by a notification, and not added to an open investigation"""
    return facts.all_hold((is_notified, is_not_added), what.concern)


def it_is_reported(facts: Facts, what: ConcernOf) -> bool:
    """it is answered by a child concern report of its own"""
    return facts.holds(goes_to_a_report, what.concern)


is_notified_in = all_of(belongs, it_is_notified)


def has_a_notified_concern(facts: Facts, event: Event) -> bool:
    """a concern of the event is answered by a notification"""
    return facts.some((ConcernOf(concern, event) for concern in facts.concerns()), is_notified_in)


def goes_with_the_notification(facts: Facts, what: ConcernOf) -> bool:
    """the event's notification carries it, whatever response it got itself"""
    if not facts.holds(has_a_notified_concern, what.event):
        return False
    return facts.reading(SEVERAL_RESPONSES) is SeveralResponses.THE_NOTIFICATION


is_reported_in = all_of(belongs, it_is_reported, not_(goes_with_the_notification))
is_taken_along = all_of(belongs, it_is_reported, goes_with_the_notification)
is_in_its_notification = any_of(is_notified_in, is_taken_along)


def has_a_reported_concern(facts: Facts, event: Event) -> bool:
    """a concern of the event is answered by a child concern report of its own"""
    return facts.some((ConcernOf(concern, event) for concern in facts.concerns()), is_reported_in)


# Which harm households share one notification.


def is_the_only_one_notified(facts: Facts, event: Event) -> bool:
    """no other household needs a notification"""
    others = (Event(home, event.focus) for home in facts.households() if home != event.household)
    return not facts.some(others, has_a_notified_concern)


def leader_by_grouping(facts: Facts, event: Event) -> Household:
    """The household that leads the group in which the senior team leader puts this one: the first that needs one."""
    homes = facts.households()
    each_its_own = Grouping(tuple((home,) for home in homes))
    among = (each_its_own, Grouping((homes,)))
    grouping = facts.ask(MORE_THAN_ONE, TheCase(), among=among, propose=each_its_own)
    group = next((group for group in grouping.groups if event.household in group), (event.household,))
    needy = (home for home in group if home == event.household or _needs_one(facts, home, event))
    return next(needy, event.household)


def _needs_one(facts: Facts, home: Household, event: Event) -> bool:
    return facts.holds(has_a_notified_concern, Event(home, event.focus))


def leads_its_group(facts: Facts, event: Event) -> bool:
    """it has a notification of its own, or leads those it shares one with"""
    if not facts.holds(has_a_notified_concern, event):
        return False
    return leader_by_grouping(facts, event) == event.household


leads = any_of(is_the_only_one_notified, leads_its_group)


def is_led_by_the_record(facts: Facts, what: EventIn) -> bool:
    """the record is of this household, or of the one that leads its group"""
    if what.event.household == what.record.of:
        return facts.holds(leads, what.event)
    return leader_by_grouping(facts, what.event) == what.record.of


def needs_a_notification(facts: Facts, what: EventIn) -> bool:
    """a concern of the event is answered by a notification"""
    return facts.holds(has_a_notified_concern, what.event)


shares_the_notification = all_of(needs_a_notification, is_led_by_the_record)


# What a record of each kind carries.


def is_in_the_notification(facts: Facts, what: ConcernIn) -> bool:
    """it belongs to a household of this notification and is answered by one"""

    def through(facts: Facts, event: Event) -> bool:
        """it belongs to the event, whose notification this record is"""
        if not facts.holds(is_in_its_notification, ConcernOf(what.concern, event)):
            return False
        return facts.holds(shares_the_notification, EventIn(event, what.record))

    return facts.some((Event(home, what.record.focus) for home in facts.households()), through)


def is_in_the_report(facts: Facts, what: ConcernIn) -> bool:
    """it belongs to the household of this report and is answered by one"""
    event = Event(made_of(what.record, Household), what.record.focus)
    return facts.holds(is_reported_in, ConcernOf(what.concern, event))


def is_kept_outside(facts: Facts, concern: Concern) -> bool:
    """it is kept outside ICMS, because the child and family are not identified"""
    return facts.all_hold((unidentified_case, not_(is_limited)), concern)


def unidentified_case(facts: Facts, concern: Concern) -> bool:
    """the child and family are not identified"""
    return facts.holds(is_unidentified, TheCase())


def is_carried(facts: Facts, what: ConcernIn) -> bool:
    """the record carries the concern"""
    concern, record = what.concern, what.record
    match record.kind, record.of:
        case _, Concern():
            return concern == record.of
        case Kind.NOTIFICATION, _:
            return facts.holds(is_in_the_notification, what)
        case Kind.REPORT, _:
            return facts.holds(is_in_the_report, what)
        case Kind.ADDITIONAL, EarlierRecord() as on_file:
            return facts.holds(adds_to, Addition(concern, on_file))
        case Kind.COMBINED, EarlierRecord() as on_file:
            return facts.holds(combines_with, Addition(concern, on_file))
        case Kind.CASE_NOTE, _:
            return facts.holds(is_noted, concern)
        case _:
            return facts.holds(is_kept_outside, concern)


# A concern that reaches no household of the case still gets its record.


def reaches_no_household(facts: Facts, concern: Concern) -> bool:
    """it makes no household of the case a harm household"""
    return not facts.some((ConcernAt(concern, home) for home in facts.households()), reaches)


stands_alone = all_of(is_new, is_identified, is_weighed, is_not_added, reaches_no_household)
is_notified_alone = all_of(is_notified, stands_alone)
is_reported_alone = all_of(is_reported, stands_alone, goes_to_a_report)
