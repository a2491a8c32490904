"""Before a report is approved on a child whose investigation closed lately, the centre that led it is heard."""

from __future__ import annotations

from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import ConcernIn, Duty, Facts, PersonIn, Record, Ruleset, Topic, all_of
from cimscore_qld_child_safety.conditions.record_kinds import is_of_new_concerns, is_report
from cimscore_qld_child_safety.conditions.reports import has_open_intervention
from cimscore_qld_child_safety.conditions.responsible import is_a_subject_child_of
from cimscore_qld_child_safety.questions import NOTIFICATION_ADVISED, RESPONSE
from cimscore_qld_child_safety.readings.clocks import THIRTY_DAYS, ThirtyDays
from cimscore_qld_child_safety.readings.records import CLOSED_AND_NO_INTERVENTION, Joined
from cimscore_qld_child_safety.roles import CARRIED, ROLES
from cimscore_qld_child_safety.words import THE_INTAKE_TEAM_LEADER, EventRole, Kind

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_subject_child(facts: Facts, who: PersonIn) -> bool:
    """the person is a subject child of the record"""
    return facts.found(ROLES, who) is EventRole.SUBJECT_CHILD


def measured_at(facts: Facts, record: Record) -> Moment:
    """The moment at which the thirty days are measured."""
    if facts.reading(THIRTY_DAYS) is ThirtyDays.AT_RECEIPT:
        return facts.received()
    created = facts.moved(record, "create")
    if created is not None:
        return created
    carried = [it for it in facts.concerns() if facts.found(CARRIED, ConcernIn(it, record)) is not None]
    return facts.days.first_of(tuple(facts.decided_at(RESPONSE, it) for it in carried))


def has_an_investigation_closed_lately(facts: Facts, who: PersonIn) -> bool:
    """the person was a subject child in an investigation that has been closed for less than thirty days"""
    on_file = facts.earlier_records(Kind.INVESTIGATION)
    closed = [it for it in on_file if is_a_subject_child_of(facts, who.person, it) and facts.has_moved(it, "close")]
    moments = [moment for it in closed if (moment := facts.moved(it, "close")) is not None]
    return any(0 <= facts.days.between(moment, measured_at(facts, who.record)) < 30 for moment in moments)


def has_no_open_intervention(facts: Facts, who: PersonIn) -> bool:
    """no ongoing intervention is open for the person"""
    return not facts.holds(has_open_intervention, who.person)


def was_investigated_lately(facts: Facts, who: PersonIn) -> bool:
    """the person's investigation closed lately and no ongoing intervention is open"""
    limbs = (has_an_investigation_closed_lately, has_no_open_intervention)
    if facts.reading(CLOSED_AND_NO_INTERVENTION) is Joined.BOTH:
        return facts.all_hold(limbs, who)
    return facts.any_holds(limbs, who)


is_such_a_child = all_of(was_investigated_lately, is_subject_child)


def is_about_a_child_investigated_lately(facts: Facts, record: Record) -> bool:
    """a subject child of it had an investigation that closed lately, and no ongoing intervention is open"""
    return facts.some((PersonIn(it, record) for it in facts.people()), is_such_a_child)


WHEN = [is_report, is_of_new_concerns, is_about_a_child_investigated_lately]


@RULES.rule(
    "tell-the-investigating-centre",
    cites=["qld/child-concern-report/tell-the-investigating-centre", "qld/child-concern-report/recently-investigated"],
    when=WHEN,
)
def tell(facts: Facts, record: Record) -> Duty:
    """Before the report is approved, the centre's senior team leader who approves that investigation hears of it."""
    return Duty(
        act="tell-the-investigating-centre",
        who=THE_INTAKE_TEAM_LEADER,
        what="tell of the report before it is approved",
        to="the service centre's senior team leader who approves that investigation or, if unavailable, the one now in "
        "charge of investigations there",
        modal=Modal.WILL,
    )


@RULES.rule("advice-of-the-centre", cites=["qld/child-concern-report/advice-of-the-centre"], when=WHEN)
def advice(facts: Facts, record: Record) -> Duty:
    """That senior team leader advises whether the matter should be a notification; the intake service decides."""
    advised = facts.ask(NOTIFICATION_ADVISED, record)
    word = "a notification" if advised else "no notification"
    return Duty(
        act="consider-the-advice",
        who=THE_INTAKE_TEAM_LEADER,
        what=f"decide on the response with the service centre's advice, which is {word}",
        modal=Modal.WILL,
        after="tell-the-investigating-centre",
    )
