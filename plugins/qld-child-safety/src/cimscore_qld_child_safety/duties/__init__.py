"""Who has to do what with each record, in the source's order and with its own strength of word."""

from cimscore_qld_child_safety.duties import (
    additional,
    case_note,
    child_concern_report,
    duplicates,
    intake_enquiry,
    intake_information,
    limited_intake,
    notification,
    people,
    recently_investigated,
    transfer,
    unidentified,
)

RULESETS = (
    limited_intake.RULES,
    intake_information.RULES,
    people.RULES,
    intake_enquiry.RULES,
    child_concern_report.RULES,
    recently_investigated.RULES,
    case_note.RULES,
    notification.RULES,
    transfer.RULES,
    additional.RULES,
    unidentified.RULES,
    duplicates.RULES,
)

__all__ = ["RULESETS"]
