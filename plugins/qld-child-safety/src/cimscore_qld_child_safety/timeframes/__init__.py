"""By when: approvals and transfers, the start of an investigation, and its end."""

from cimscore_qld_child_safety.timeframes import approval, investigation

RULESETS = (approval.RULES, investigation.RULES)

__all__ = ["RULESETS"]
