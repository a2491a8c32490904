"""What a limited intake response asks for: a form on paper, and an entry in iDOCS."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import Duty, Facts, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.record_kinds import is_limited_response
from cimscore_qld_child_safety.words import THE_INTAKE_SERVICE, THE_OFFICER, THE_TEAM_LEADER

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


@RULES.rule("limited-form", cites=["qld/limited-intake/form"], when=[is_limited_response])
def form(facts: Facts, record: Record) -> Duty:
    """The form is filled in and its reasons are clear."""
    return Duty(
        act="form",
        who=THE_OFFICER,
        what="complete the limited intake response form, with reasons a reader can follow",
    )


@RULES.rule("limited-approval", cites=["qld/limited-intake/approval"], when=[is_limited_response])
def approve(facts: Facts, record: Record) -> Duty:
    """The form goes to the senior team leader, who approves it."""
    return Duty(act="approve", who=THE_TEAM_LEADER, what="approve the limited intake response", after="form")


@RULES.rule("limited-hard-copy", cites=["qld/limited-intake/hard-copy"], when=[is_limited_response])
def keep(facts: Facts, record: Record) -> Duty:
    """The service that received it keeps the form on paper with all that belongs to it."""
    return Duty(
        act="keep-hard-copy",
        who=THE_INTAKE_SERVICE,
        what="keep the form on paper with every note and document that belongs to it",
        to="the files of the service that received it (RIS or CSAHSC)",
    )


@RULES.rule("limited-idocs", cites=["qld/limited-intake/idocs"], when=[is_limited_response])
def idocs(facts: Facts, record: Record) -> Duty:
    """It is entered in iDOCS."""
    return Duty(act="enter-in-idocs", who=THE_OFFICER, what="enter the limited intake response", to="iDOCS")


@RULES.rule(
    "limited-not-in-icms",
    cites=["qld/record-intake/in-icms", "qld/limited-intake/idocs"],
    when=[is_limited_response],
)
def not_in_icms(facts: Facts, record: Record) -> Duty:
    """A limited intake response is the one that is not recorded in ICMS."""
    return Duty(act="not-in-icms", who=THE_OFFICER, what="record it in ICMS", modal=Modal.MUST_NOT)


@RULES.rule("limited-scan-agency", cites=["qld/limited-intake/tell-scan-agency"], when=[is_limited_response])
def tell(facts: Facts, record: Record) -> Duty:
    """A notifier from a core member agency of a SCAN team hears the response and its reasons."""
    return Duty(
        act="tell-scan-agency",
        who=THE_OFFICER,
        what="tell the response and its reasons, if the notifier is from a SCAN core member agency",
        to="the notifier",
    )
