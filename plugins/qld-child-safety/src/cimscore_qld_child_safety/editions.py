"""Which edition of the page holds: the one of the day on which the response was decided."""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.policy import Source, load_policy
from cimscore.rules import Concern, Edition, Facts, PolicySource, Ruleset, Topic
from cimscore_qld_child_safety.questions import DUPLICATE_OF, RESPONSE
from cimscore_qld_child_safety.readings.clocks import EDITION_DATE, EditionDate
from cimscore_qld_child_safety.words import NO_DUPLICATE

POLICY: Final = load_policy("cimscore_qld_child_safety.policy")
PAGE: Final[Source] = next(source for source in POLICY.sources if source.id == "qld")

RULES: Ruleset[Edition] = Ruleset(Topic.EDITIONS)


def is_the_page(facts: Facts, source: PolicySource) -> bool:
    """it is the practice manual's page on recording the outcome"""
    return source.id == PAGE.id


def day_that_selects(facts: Facts) -> dt.date:
    """The day that selects the edition, by the reading in force."""
    if facts.reading(EDITION_DATE) is EditionDate.RECEIPT:
        return facts.days.day_of(facts.received())
    moments = [facts.decided_at(RESPONSE, it, propose=facts.as_at()) for it in facts.concerns() if answered(facts, it)]
    return max((facts.days.day_of(moment) for moment in moments), default=facts.days.day_of(facts.as_at()))


def answered(facts: Facts, concern: Concern) -> bool:
    """Whether a concern gets a response of its own: a duplicate gets none."""
    return facts.ask(DUPLICATE_OF, concern) == NO_DUPLICATE


@RULES.rule("by-decision", cites=["qld/record-intake/in-icms"], when=[is_the_page])
def by_decision(facts: Facts, source: PolicySource) -> Edition:
    """The edition of the day on which the response to the concerns is decided; until then that of now."""
    day = day_that_selects(facts)
    found = PAGE.editions_on(day)
    said = "may have been in force already: its first day is not known."
    flags = tuple(f"Edition {later.id} {said}" for later in found[1:])
    return Edition(id=found[0].id if found else "", on=day, flags=flags)
