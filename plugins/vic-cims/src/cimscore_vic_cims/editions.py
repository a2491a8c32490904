"""Which edition of each source holds: the one in force when the report is submitted."""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.rules import Concern, Edition, Facts, PolicySource, Ruleset, Topic
from cimscore_vic_cims.readings.editions import NEWS_REACHES, THE_NINTH, NewsReaches, TheNinth
from cimscore_vic_cims.sources import CIMS_PAGE, SOURCES
from cimscore_vic_cims.submission import assessed_concern, governing_day, report_on, submitted, submitting_move
from cimscore_vic_cims.tables import BEGAN
from cimscore_vic_cims.words import FIRST_DAY_OF_THE_POLICY

RULES: Ruleset[Edition] = Ruleset(Topic.EDITIONS)

FOLLOWING: Final = ("vic", "vic-news-2020", "vic-guidance-resources", "vic-child-protection-manual")
"""Sources of several editions, each of which takes over on a day of its own."""

INVESTIGATION_TIMES: Final = "vic-news-2025"
ONE_DAY: Final = dt.timedelta(days=1)

GAP: Final = (
    "9 December 2024 lies in a gap: the page has the new policy for what is submitted after that day, and the guide "
    "for what is submitted before it."
)
EARLIER: Final = (
    "The page says from which day each earlier edition counts, and not by which moment of an incident it is chosen."
)


def goes_by_the_report(facts: Facts, source: PolicySource) -> bool:
    """it is a source that changed while the page was in force"""
    return source.id in FOLLOWING


def holds_the_investigation_times(facts: Facts, source: PolicySource) -> bool:
    """it is the news that tells how long an investigation takes"""
    return source.id == INVESTIGATION_TIMES


def is_submitted(facts: Facts, source: PolicySource) -> bool:
    """the report has been submitted"""
    concern = assessed_concern(facts)
    return concern is not None and submitted(facts, concern) is not None


def is_of_the_new_policy(facts: Facts, source: PolicySource) -> bool:
    """that was on 9 December 2024 or later"""
    return chosen_day(facts) >= FIRST_DAY_OF_THE_POLICY


def chosen_day(facts: Facts) -> dt.date:
    """The day that chooses the policy for this assessment."""
    concern = assessed_concern(facts)
    return facts.days.day_of(facts.as_at()) if concern is None else governing_day(facts, concern)


def edition_on(facts: Facts, source: str, day: dt.date, flags: tuple[str, ...] = ()) -> Edition:
    """The edition of a source on a day, 9 December 2024 read as chosen; only the page's own choice is flagged."""
    told = flags if source == CIMS_PAGE.id else ()
    counted = day
    if day == FIRST_DAY_OF_THE_POLICY:
        told = (GAP, *told) if source == CIMS_PAGE.id else ()
        match facts.reading(THE_NINTH):
            case TheNinth.OLD:
                counted = day - ONE_DAY
            case TheNinth.NEITHER:
                return Edition(id="", on=day, flags=told)
    found = SOURCES[source].edition_on(counted)
    return Edition(id=found.id if found else "", on=day, flags=told)


def flags_of(facts: Facts) -> tuple[str, ...]:
    """What a reader has to be told of the reports of the case: submitted again, or under another edition."""
    assessed = assessed_concern(facts)
    return tuple(
        flag
        for concern in facts.concerns()
        for flag in (*_submitted_again(facts, concern), *_under_another(facts, concern, assessed))
    )


def _submitted_again(facts: Facts, concern: Concern) -> tuple[str, ...]:
    move, report = submitting_move(facts), report_on(concern)
    first, last = facts.moved(report, move, first=True), facts.moved(report, move)
    return (
        (f"The report on {concern} was submitted more than once: first {first}, last {last}.",) if first != last else ()
    )


def _under_another(facts: Facts, concern: Concern, assessed: Concern | None) -> tuple[str, ...]:
    mine, theirs = governing_day(facts, concern), governing_day(facts, assessed or concern)
    if CIMS_PAGE.edition_on(mine) == CIMS_PAGE.edition_on(theirs):
        return ()
    return (f"The report on {concern} goes by the edition of {mine}: assess it in a document of its own.",)


@RULES.rule(
    "new-policy",
    cites=[
        "vic/current-policy/submitted-after",
        "vic/policy-2024/replaced-the-guide",
        "vic-notice/commencement/commences",
    ],
    when=[goes_by_the_report, is_submitted, is_of_the_new_policy],
)
def new_policy(facts: Facts, source: PolicySource) -> Edition:
    """What is submitted from 9 December 2024 on goes by the policy of that day."""
    return edition_on(facts, source.id, chosen_day(facts), flags_of(facts))


@RULES.rule(
    "earlier-guide",
    cites=["vic/update-2024/submitted-before"],
    when=[goes_by_the_report, is_submitted],
    unless=[is_of_the_new_policy],
)
def earlier_guide(facts: Facts, source: PolicySource) -> Edition:
    """What was submitted before goes by the guide as it stood."""
    day = chosen_day(facts)
    held = CIMS_PAGE.edition_on(day)
    if held is not None:
        facts.look_up(BEGAN, held.id)
    return edition_on(facts, source.id, day, (EARLIER, *flags_of(facts)))


@RULES.rule(
    "not-submitted-yet",
    cites=["vic/current-policy/submitted-after", "vic/update-2024/submitted-before"],
    when=[goes_by_the_report],
    unless=[is_submitted],
)
def not_submitted_yet(facts: Facts, source: PolicySource) -> Edition:
    """Until it is submitted an incident goes by what is in force, for as long as that stays in force."""
    return edition_on(facts, source.id, chosen_day(facts), flags_of(facts))


@RULES.rule(
    "investigation-times",
    cites=["vic-news-2025/investigation/28-business-days"],
    when=[holds_the_investigation_times],
)
def investigation_times(facts: Facts, source: PolicySource) -> Edition:
    """The times that the news of November 2025 tells hold for reports under the policy of December 2024."""
    day = chosen_day(facts)
    if facts.reading(NEWS_REACHES) is NewsReaches.FROM_ITS_DAY:
        return edition_on(facts, source.id, day)
    page = edition_on(facts, CIMS_PAGE.id, day)
    return Edition(id=SOURCES[source.id].editions[-1].id if page.id == "2024-12" else "", on=day)
