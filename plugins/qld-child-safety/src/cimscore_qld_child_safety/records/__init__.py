"""Which records are to be made."""

from cimscore_qld_child_safety.records import notifications, on_file, outside, reports

RULESETS = (notifications.RULES, reports.RULES, on_file.RULES, outside.RULES)

__all__ = ["RULESETS"]
