"""Who has to do what: at once, with the report, and after it."""

from cimscore_vic_cims.duties import contacts, immediate, investigations, reports

RULES = (immediate.RULES, reports.RULES, investigations.RULES, contacts.RULES)

__all__ = ["RULES"]
