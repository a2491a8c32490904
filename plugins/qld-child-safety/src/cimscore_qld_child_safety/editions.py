"""Which edition of the page holds: the one of the day on which the response was decided."""

from __future__ import annotations

from typing import Final

from cimscore_qld_child_safety.questions import RESPONSE

from cimscore.policy import Source, load_policy
from cimscore.rules import Edition, Facts, PolicySource, Ruleset, Topic

POLICY: Final = load_policy("cimscore_qld_child_safety.policy")
PAGE: Final[Source] = next(source for source in POLICY.sources if source.id == "qld")

RULES: Ruleset[Edition] = Ruleset(Topic.EDITIONS)


def is_the_page(facts: Facts, source: PolicySource) -> bool:
    """it is the practice manual's page on recording the outcome"""
    return source.id == PAGE.id


@RULES.rule("by-decision", cites=["qld/record-intake/in-icms"], when=[is_the_page])
def by_decision(facts: Facts, source: PolicySource) -> Edition:
    """The edition of the day on which the response to the concerns is decided; until then that of now."""
    decided = [facts.decided_at(RESPONSE, concern, propose=facts.as_at()) for concern in facts.concerns()]
    day = max((facts.days.day_of(moment) for moment in decided), default=facts.days.day_of(facts.as_at()))
    found = PAGE.editions_on(day)
    flags = tuple(f"Edition {later.id} may have been in force already: its first day is not known." for later in found[1:])
    return Edition(id=found[0].id if found else "", on=day, flags=flags)
