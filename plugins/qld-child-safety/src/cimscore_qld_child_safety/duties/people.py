"""What is owed about one person in a record: the name of an unborn child, and a child now said to be responsible."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import Duty, Facts, PersonIn, Ruleset, Topic
from cimscore_qld_child_safety.conditions.record_kinds import INTAKE_FORMS
from cimscore_qld_child_safety.conditions.record_people import is_blamed_and_was_recorded
from cimscore_qld_child_safety.roles import ROLES
from cimscore_qld_child_safety.words import THE_OFFICER

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_unborn(facts: Facts, who: PersonIn) -> bool:
    """the person is an unborn child"""
    return facts.home.is_unborn(who.person)


def is_in_an_intake_event(facts: Facts, who: PersonIn) -> bool:
    """the person has a role in an intake event"""
    return who.record.kind in INTAKE_FORMS and facts.found(ROLES, who) is not None


@RULES.rule("unborn-profile", cites=["qld/record-intake/unborn-profile"], when=[is_unborn, is_in_an_intake_event])
def unborn_profile(facts: Facts, who: PersonIn) -> Duty:
    """An unborn child has a profile too, where one matters."""
    return Duty(act="unborn-profile", who=THE_OFFICER, what="make a profile for the unborn child")


@RULES.rule("unborn-name", cites=["qld/record-intake/unborn-name"], when=[is_unborn, is_in_an_intake_event])
def unborn_name(facts: Facts, who: PersonIn) -> Duty:
    """The first name of an unborn child is written Unborn, and the surname is the mother's."""
    mother = facts.home.mother_of_unborn(who.person)
    what = f"record the first name 'Unborn' and the surname of {mother}, however far the pregnancy is, confirmed or not"
    return Duty(act="unborn-name", who=THE_OFFICER, what=what)


@RULES.rule(
    "no-additional-concerns",
    cites=["qld/subject-or-other/no-additional-concerns"],
    when=[is_in_an_intake_event, is_blamed_and_was_recorded],
)
def no_additional_concerns(facts: Facts, who: PersonIn) -> Duty:
    """For a subject child now said to be responsible for harm to another, nothing is added to the investigation."""
    what = "record additional notified concerns for this child about the harm they are said to be responsible for"
    return Duty(act="no-additional-concerns", who=THE_OFFICER, what=what, modal=Modal.MUST_NOT)
