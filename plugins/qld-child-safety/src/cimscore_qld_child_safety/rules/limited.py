"""Limited intake responses: a paper form, and an entry in iDOCS."""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Defined, Duties
from cimscore_qld_child_safety.rules.events import RECORDS
from cimscore_qld_child_safety.rules.vocabulary import LIMITED, record
from cimscore_qld_child_safety.words import THE_INTAKE_SERVICE, THE_OFFICER, THE_TEAM_LEADER, Step

is_limited_response: Final = Defined(
    (record,), "{record} [is] a limited intake response", RECORDS(record) & LIMITED(record)
)

LIMITED_RESPONSES: Final = Duties("limited", (record,), step=Step.FILL_IN)
LIMITED_RESPONSES.duty(
    "form",
    "complete the limited intake response form, with reasons a reader can follow",
    by=THE_OFFICER,
    when=is_limited_response(record),
    cites=["qld/limited-intake/form"],
)
LIMITED_RESPONSES.duty(
    "forward",
    "forward the form for approval",
    by=THE_OFFICER,
    step=Step.FORWARD,
    to=THE_TEAM_LEADER,
    after="form",
    when=is_limited_response(record),
    cites=["qld/limited-intake/approval"],
)
LIMITED_RESPONSES.duty(
    "approve",
    "approve the limited intake response",
    by=THE_TEAM_LEADER,
    step=Step.APPROVE,
    after="forward",
    when=is_limited_response(record),
    cites=["qld/limited-intake/approval"],
)
LIMITED_RESPONSES.duty(
    "keep-hard-copy",
    "keep the form on paper with every note and document that belongs to it",
    by=THE_INTAKE_SERVICE,
    step=Step.HAND_OVER,
    to="the files of the service that received it (RIS or CSAHSC)",
    when=is_limited_response(record),
    cites=["qld/limited-intake/hard-copy"],
)
LIMITED_RESPONSES.duty(
    "enter-in-idocs",
    "enter the limited intake response",
    by=THE_OFFICER,
    step=Step.HAND_OVER,
    to="iDOCS",
    when=is_limited_response(record),
    cites=["qld/limited-intake/idocs"],
)
LIMITED_RESPONSES.duty(
    "not-in-icms",
    "record it in ICMS",
    by=THE_OFFICER,
    modal=Modal.MUST_NOT,
    when=is_limited_response(record),
    cites=["qld/record-intake/in-icms", "qld/limited-intake/idocs"],
)
LIMITED_RESPONSES.duty(
    "tell-scan-agency",
    "tell the response and its reasons, if the notifier is from a SCAN core member agency",
    by=THE_OFFICER,
    step=Step.HAND_OVER,
    to="the notifier",
    when=is_limited_response(record),
    cites=["qld/limited-intake/tell-scan-agency"],
)
