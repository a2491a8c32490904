"""By when."""

from cimscore_vic_cims.timeframes import investigations, reports

RULES = (reports.RULES, investigations.RULES)

__all__ = ["RULES"]
