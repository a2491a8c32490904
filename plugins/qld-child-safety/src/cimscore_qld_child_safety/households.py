"""Which households are harm households."""

from __future__ import annotations

from cimscore_qld_child_safety.conditions import happened_here, seen_from
from cimscore_qld_child_safety.words import HARM_HOUSEHOLD

from cimscore.rules import Facts, Household, HouseholdRole, Ruleset, Topic

RULES: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)


def a_concern_happened_here(facts: Facts, home: Household) -> bool:
    """harm or risk of harm happened in this household"""
    return facts.some(seen_from(facts, home), happened_here)


@RULES.rule("where-it-happened", cites=["qld/subject-or-other/lives-there-not-concerned"], when=[a_concern_happened_here])
def where_it_happened(facts: Facts, home: Household) -> HouseholdRole:
    """A household in which the harm or the risk of it happened is a harm household."""
    return HouseholdRole(HARM_HOUSEHOLD)
