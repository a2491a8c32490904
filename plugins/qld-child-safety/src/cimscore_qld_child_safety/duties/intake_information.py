"""What every intake event in ICMS holds, and how it is written."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import Duty, Facts, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.record_kinds import has_an_intake_form, is_in_icms
from cimscore_qld_child_safety.words import THE_OFFICER

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


@RULES.rule(
    "in-icms",
    cites=["qld/record-intake/in-icms", "qld/no-identifying-information/no-address"],
    when=[is_in_icms],
)
def in_icms(facts: Facts, record: Record) -> Duty:
    """Everything about the intake goes into ICMS, also while no address is known."""
    return Duty(act="record-in-icms", who=THE_OFFICER, what="record everything about the intake", to="ICMS")


@RULES.rule("person-profiles", cites=["qld/record-intake/person-profiles"], when=[has_an_intake_form])
def profiles(facts: Facts, record: Record) -> Duty:
    """There is a profile for everyone who belongs in the event."""
    return Duty(
        act="person-profiles",
        who=THE_OFFICER,
        what=(
            "make a profile for each subject child, the parents, everyone else in the household, "
            "and anyone elsewhere who matters"
        ),
    )


@RULES.rule("a-role-for-each-child", cites=["qld/record-intake/a-role-for-each-child"], when=[has_an_intake_form])
def roles(facts: Facts, record: Record) -> Duty:
    """Each child, born or unborn, is recorded as subject child or other child."""
    return Duty(
        act="roles",
        who=THE_OFFICER,
        what="record each child and unborn child as subject child or other child",
        after="person-profiles",
    )


@RULES.rule("relationships", cites=["qld/record-intake/relationships"], when=[has_an_intake_form])
def relationships(facts: Facts, record: Record) -> Duty:
    """The event shows how all its people are related."""
    return Duty(
        act="relationships",
        who=THE_OFFICER,
        what="record how all the people in the event are related",
        after="person-profiles",
    )


@RULES.rule("about-each-person", cites=["qld/record-intake/about-each-person"], when=[has_an_intake_form])
def each_person(facts: Facts, record: Record) -> Duty:
    """What matters of each person is recorded."""
    return Duty(
        act="about-each-person",
        who=THE_OFFICER,
        what=(
            "record Indigenous status, cultural status and relevant health, disability or mental-"
            "health information, person by person"
        ),
    )


@RULES.rule("notifier-field", cites=["qld/record-intake/notifier-field"], when=[has_an_intake_form])
def notifier_field(facts: Facts, record: Record) -> Duty:
    """The notifier is named in the notifier field."""
    return Duty(
        act="notifier-field",
        who=THE_OFFICER,
        what="record who the notifier is",
        to="the notifier field of the intake form",
    )


@RULES.rule("notifier-nowhere-else", cites=["qld/record-intake/notifier-nowhere-else"], when=[is_in_icms])
def notifier_nowhere_else(facts: Facts, record: Record) -> Duty:
    """Nothing else may tell who the notifier is."""
    return Duty(
        act="notifier-nowhere-else",
        who=THE_OFFICER,
        what="identify the notifier anywhere but in the notifier field",
        modal=Modal.MUST_NOT,
    )


@RULES.rule("write-without-identifying", cites=["qld/record-intake/write-without-identifying"], when=[is_in_icms])
def wording(facts: Facts, record: Record) -> Duty:
    """The wording lets nobody work out who the notifier is."""
    return Duty(
        act="write-without-identifying",
        who=THE_OFFICER,
        what="word the record so that nobody can work out who the notifier is",
    )


@RULES.rule("what-the-notifier-said", cites=["qld/record-intake/what-the-notifier-said"], when=[has_an_intake_form])
def said(facts: Facts, record: Record) -> Duty:
    """What the notifier said is recorded under four heads."""
    return Duty(
        act="what-the-notifier-said",
        who=THE_OFFICER,
        what=(
            "record what was said of the harm or risk; of the child, family, community, culture "
            "and supports; of strengths and protection; and of the context"
        ),
    )


@RULES.rule("direct-information", cites=["qld/record-intake/direct-information"], when=[has_an_intake_form])
def direct(facts: Facts, record: Record) -> Duty:
    """First-hand information on the harm or risk is included."""
    return Duty(
        act="direct-information",
        who=THE_OFFICER,
        what=("say whatever bears directly on the alleged harm or risk to the child or unborn child"),
    )


@RULES.rule("history", cites=["qld/record-intake/history"], when=[has_an_intake_form])
def history(facts: Facts, record: Record) -> Duty:
    """The child-protection history is analysed."""
    return Duty(act="history", who=THE_OFFICER, what="set out what the child-protection history shows")


@RULES.rule("clear-account", cites=["qld/record-intake/clear-account"], when=[has_an_intake_form])
def clear(facts: Facts, record: Record) -> Duty:
    """The record explains the family, the context and the decision."""
    return Duty(
        act="clear-account",
        who=THE_OFFICER,
        what="make the family composition, the context and the way to the decision clear to a reader",
    )


@RULES.rule("other-actions", cites=["qld/record-intake/other-actions"], when=[has_an_intake_form])
def other_actions(facts: Facts, record: Record) -> Duty:
    """Other steps taken are on record."""
    return Duty(
        act="other-actions",
        who=THE_OFFICER,
        what=(
            "record other steps taken, where they apply: a report to the police, feedback to the "
            "notifier or SCAN representative, information on Victim Assist"
        ),
    )


@RULES.rule("paper-file", cites=["qld/record-intake/paper-file"], when=[has_an_intake_form])
def paper(facts: Facts, record: Record) -> Duty:
    """Paper is kept on the paper file of each subject child."""
    return Duty(
        act="paper-file",
        who=THE_OFFICER,
        what="keep paper, handwritten notes among it",
        to="each subject child's paper file",
    )


@RULES.rule("attach-documents", cites=["qld/record-intake/attachments"], when=[has_an_intake_form])
def attach(facts: Facts, record: Record) -> Duty:
    """Documents that matter are attached."""
    return Duty(act="attach-documents", who=THE_OFFICER, what="attach the documents that matter", to="the intake event")
