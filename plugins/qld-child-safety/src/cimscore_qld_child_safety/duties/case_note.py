"""What a case note of received concerns holds, and who hears of it at once."""

from __future__ import annotations

from cimscore.rules import Duty, Facts, PersonIn, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.record_kinds import is_case_note
from cimscore_qld_child_safety.roles import ROLES
from cimscore_qld_child_safety.words import THE_OFFICER, EventRole

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_about_several_children(facts: Facts, record: Record) -> bool:
    """it is about siblings"""
    children = [it for it in facts.people() if facts.found(ROLES, PersonIn(it, record)) is EventRole.SUBJECT_CHILD]
    return any(facts.home.are_siblings(one, other) for one in children for other in children if one != other)


@RULES.rule("case-note", cites=["qld/child-concern-report/case-note"], when=[is_case_note])
def write(facts: Facts, record: Record) -> Duty:
    """The concerns are written up as a case note in ICMS."""
    return Duty(
        act="write",
        who=THE_OFFICER,
        what="record the concerns in a case note of received concerns",
        to="the child's ongoing-intervention event",
    )


@RULES.rule("case-note-notifier", cites=["qld/child-concern-report/case-note-notifier"], when=[is_case_note])
def notifier(facts: Facts, record: Record) -> Duty:
    """The note says that the person who gave the information is a notifier, not who they are."""
    return Duty(
        act="say-it-is-a-notifier",
        who=THE_OFFICER,
        what="say that whoever gave the information is a notifier, whom section 186A protects",
    )


@RULES.rule("case-note-reasons", cites=["qld/child-concern-report/case-note-reasons"], when=[is_case_note])
def reasons(facts: Facts, record: Record) -> Duty:
    """The note says why it is one."""
    return Duty(act="reasons", who=THE_OFFICER, what="give the reasons why a case note is made of the concerns")


@RULES.rule("case-note-consultation", cites=["qld/child-concern-report/case-note-consultation"], when=[is_case_note])
def consultation(facts: Facts, record: Record) -> Duty:
    """The note names who was consulted."""
    return Duty(
        act="record-consultation",
        who=THE_OFFICER,
        what=("note whom they consulted, the senior team leader and anyone else who had a part in the decision"),
    )


@RULES.rule(
    "case-note-siblings",
    cites=["qld/child-concern-report/case-note-siblings"],
    when=[is_case_note, is_about_several_children],
)
def siblings(facts: Facts, record: Record) -> Duty:
    """For siblings the note is shared."""
    return Duty(
        act="share",
        who=THE_OFFICER,
        what="make the note a shared document",
        to="each sibling's ongoing-intervention event",
    )


@RULES.rule("tell-the-case-officer", cites=["qld/child-concern-report/tell-the-case-officer"], when=[is_case_note])
def tell(facts: Facts, record: Record) -> Duty:
    """The officer who holds the case hears of it at once."""
    return Duty(
        act="tell-the-case-officer",
        who=THE_OFFICER,
        what="tell of the concerns immediately, unless that happened in deciding",
        to="the officer with case responsibility",
    )
