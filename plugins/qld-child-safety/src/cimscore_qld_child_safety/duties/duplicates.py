"""What a duplicate asks for: said to be one, screened by no criteria, and recorded as a report."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import Concern, Duty, Facts, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.record_kinds import is_of_a_duplicate
from cimscore_qld_child_safety.questions import DUPLICATE_OF
from cimscore_qld_child_safety.things import made_of
from cimscore_qld_child_safety.words import THE_OFFICER

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


@RULES.rule("duplicate-form", cites=["qld/duplicates/form"], when=[is_of_a_duplicate])
def form(facts: Facts, record: Record) -> Duty:
    """The intake form, or the form for additional concerns, is filled in."""
    return Duty(
        act="form",
        who=THE_OFFICER,
        what=("complete the intake form, or the additional notified concerns form where an investigation is open"),
        after="event",
    )


@RULES.rule("concerns-previously-recorded", cites=["qld/duplicates/previously-recorded"], when=[is_of_a_duplicate])
def heading(facts: Facts, record: Record) -> Duty:
    """A heading of its own tells where the concerns are on record."""
    event = facts.ask(DUPLICATE_OF, made_of(record, Concern))
    return Duty(
        act="concerns-previously-recorded",
        who=THE_OFFICER,
        what="head it 'concerns previously recorded', with the date and the event number of the original "
        f"({event}), that it is on record, and the outcome of any investigation that is complete",
    )


@RULES.rule("no-criteria", cites=["qld/duplicates/no-criteria"], when=[is_of_a_duplicate])
def criteria(facts: Facts, record: Record) -> Duty:
    """The screening criteria are answered with no criteria."""
    return Duty(act="no-criteria", who=THE_OFFICER, what="complete the screening criteria with no criteria")


@RULES.rule("information-and-advice", cites=["qld/duplicates/information-and-advice"], when=[is_of_a_duplicate])
def response(facts: Facts, record: Record) -> Duty:
    """The response is information and advice."""
    return Duty(
        act="information-and-advice",
        who=THE_OFFICER,
        what="record a child concern report with the response 'Information and advice'",
    )


@RULES.rule("duplicate-to-the-centre", cites=["qld/duplicates/tell-the-centre"], when=[is_of_a_duplicate])
def tell(facts: Facts, record: Record) -> Duty:
    """Where it applies the service centre gets the event number."""
    return Duty(
        act="tell-the-centre",
        who=THE_OFFICER,
        what="e-mail the ICMS event number, if applicable",
        to="the relevant service centre",
    )


@RULES.rule("not-an-enquiry-or-note", cites=["qld/duplicates/not-an-enquiry-or-note"], when=[is_of_a_duplicate])
def not_otherwise(facts: Facts, record: Record) -> Duty:
    """A duplicate at the threshold is neither an enquiry nor a case note."""
    return Duty(
        act="not-an-enquiry-or-note",
        who=THE_OFFICER,
        what=("record a duplicate that meets the notification threshold as an intake enquiry or a case note"),
        modal=Modal.MUST_NOT,
    )
