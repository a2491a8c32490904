"""Edition of each document that governs: the one in force when the report is submitted.

Add a line here when a page says which moment chooses its edition. The first day of each edition is in
``policy/sources.toml``.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.case import Moment
from cimscore.clocks import since, up_to
from cimscore.rules import (
    Concern,
    Conclusion,
    Defined,
    Make,
    Question,
    Topic,
    Value,
    covers,
    editions_table,
    same,
    some,
)
from cimscore.rules.vocabulary import assessed_at, is_concern, occurred, received
from cimscore_vic_cims.readings.editions import (
    EARLIER_EDITIONS_BY,
    NEWS_REACHES,
    THE_NINTH,
    EarlierEditionsBy,
    NewsReaches,
    TheNinth,
)
from cimscore_vic_cims.rules.moments import (
    day_of,
    day_that_stands_for,
    eve_of,
    heard_later,
    later_day,
    moment_of,
    on_the_ninth,
    sooner,
    time_known_of,
    under_the_policy,
    within_a_day,
)
from cimscore_vic_cims.rules.moves import is_submitted, report_moved, step, was_submitted
from cimscore_vic_cims.rules.vocabulary import day, edition, incident, moment, other_incident, other_moment
from cimscore_vic_cims.words import LAST_OF_THE_GUIDE, NEW_POLICY, PAGE

NEWS_2020: Final = "vic-news-2020"
NEWS_2025: Final = "vic-news-2025"
GUIDANCE: Final = "vic-guidance-resources"
MANUAL: Final = "vic-child-protection-manual"

told: Final = Value("time of telling", Moment)
happened: Final = Value("time of the incident", Moment)
today: Final = Value("today", dt.date)
chosen: Final = Concern("chosen incident")
other_edition: Final[Value[str]] = Value("other edition", str, other_than=edition)

# Time when the incident became known, until somebody answers: between the incident and the first report of it.
has_a_step: Final = Defined(
    (incident, moment),
    "a step of the report on {incident} [was] at {moment}",
    some(step, report_moved(incident, step, moment)),
)
was_told: Final = Defined(
    (incident, moment),
    "somebody [told|did not tell] of {incident} at {moment}",
    (is_concern(incident) & received(moment)) | has_a_step(incident, moment),
)
was_first_told: Final = Defined(
    (incident, moment),
    "somebody [first told|did not first tell] of {incident} at {moment}",
    was_told(incident, moment) & ~some(other_moment, was_told(incident, other_moment) & sooner(other_moment, moment)),
)
KNOWN: Final = Conclusion(
    "known", (incident, moment), "{incident} [was] known at {moment} at the latest", topic=Topic.EDITIONS
)
KNOWN.row(
    "between-its-happening-and-its-telling",
    incident,
    Make(time_known_of, (happened, told)),
    when=occurred(incident, happened) & was_first_told(incident, told),
    cites=["vic/reporting/three-days"],
)
KNOWN.row(
    "by-its-telling",
    incident,
    Make(up_to, (told,)),
    when=was_first_told(incident, told),
    unless=some(happened, occurred(incident, happened)),
    cites=["vic/reporting/three-days"],
)
# Any worker may take the call and pass it on only later.
SINCE: Final = Conclusion(
    "since", (incident, moment), "{incident} [was] known to a worker from {moment} on", topic=Topic.EDITIONS
)
SINCE.row(
    "telling", incident, Make(since, (told,)), when=was_first_told(incident, told), cites=["vic/reporting/three-days"]
)
learnt: Final = Defined(
    (incident, moment),
    "others [learnt|did not learn] of {incident} at {moment}",
    KNOWN(incident, moment) | (SINCE(incident, moment) & heard_later(moment)),
)
DISCLOSED: Final = Question(
    id="disclosed",
    things=(incident,),
    text="When was {incident} disclosed: when did whoever works or acts for the provider first know of it, told or a "
    "witness?",
    answers=Moment,
    member=moment,
    working=KNOWN(incident, moment),
    why="nobody knows of an incident before it happens, nor after it was told: the first of that time is worked with",
    cites=("vic/reporting/three-days",),
    first=3,
)

# Submission of a report that is not submitted yet.
TODAY: Final = Conclusion("today", (day,), "today [is] {day}", topic=Topic.EDITIONS)
TODAY.row(
    "assessed",
    Make(day_of, (moment,)),
    when=assessed_at(moment) & within_a_day(moment),
    cites=["vic/current-policy/submitted-after"],
)
BEGINS: Final = Conclusion(
    "edition-begins", (edition, day), "the edition {edition} of the page [begins] on {day}", topic=Topic.EDITIONS
)
for _id, _edition, _from, _clauses in (
    ("funded-organisations", "2018-01", dt.date(2018, 1, 15), ["vic/beginnings/funded-organisations"]),
    ("delivered-services", "2018-10", dt.date(2018, 10, 1), ["vic/beginnings/delivered-services"]),
    ("ndis-only-left", "2019-07", dt.date(2019, 7, 1), ["vic/ndis/dual-funded"]),
    ("update-1-2020", "2020-02", dt.date(2020, 2, 3), ["vic/update-2020/new-requirements"]),
    ("update-2-2024", LAST_OF_THE_GUIDE, dt.date(2024, 6, 17), ["vic/update-2024/from-17-june-2024"]),
    (
        "the-policy",
        NEW_POLICY,
        dt.date(2024, 12, 9),
        ["vic/policy-2024/replaced-the-guide", "vic-notice/commencement/commences"],
    ),
):
    BEGINS.row(_id, _edition, _from, when=some(moment, assessed_at(moment)), cites=_clauses)
is_still_to_begin: Final = Defined(
    (day,),
    "an edition of the page [begins] on {day}, later than today",
    some((today, edition), TODAY(today) & BEGINS(edition, day) & later_day(day, today)),
)
SUBMISSION: Final = Question(
    id="submission",
    things=(incident,),
    text="On which day will the report on {incident} be submitted? The policy in force that day governs it.",
    answers=dt.date,
    member=day,
    among=is_concern(incident) & (TODAY(day) | is_still_to_begin(day)),
    working=is_concern(incident) & TODAY(day),
    why="what is in force now, for as long as it stays in force",
    cites=("vic/current-policy/submitted-after",),
)

# The moment that chooses the edition, for one incident and for the case.
was_submitted_under_the_guide: Final = Defined(
    (incident, moment),
    "the report on {incident} [was] submitted before 9 December 2024, at {moment}",
    was_submitted(incident, moment) & ~under_the_policy(moment),
)
CHOOSES: Final = Conclusion(
    "chooses", (incident, moment), "{moment} [chooses] the edition for {incident}", topic=Topic.EDITIONS
)
CHOOSES.row(
    "submitted-under-the-policy",
    incident,
    moment,
    when=was_submitted(incident, moment) & under_the_policy(moment),
    cites=["vic/current-policy/submitted-after", "vic/policy-2024/replaced-the-guide"],
)
CHOOSES.row(
    "submitted-under-the-guide",
    incident,
    moment,
    when=was_submitted_under_the_guide(incident, moment) & EARLIER_EDITIONS_BY.is_(EarlierEditionsBy.SUBMISSION),
    cites=["vic/update-2024/submitted-before"],
)
CHOOSES.row(
    "happened-under-the-guide",
    incident,
    moment,
    when=some(told, was_submitted_under_the_guide(incident, told))
    & EARLIER_EDITIONS_BY.is_(EarlierEditionsBy.OCCURRENCE)
    & occurred(incident, moment),
    cites=["vic/update-2024/submitted-before"],
)
CHOOSES.row(
    "disclosed-under-the-guide",
    incident,
    moment,
    when=some(told, was_submitted_under_the_guide(incident, told))
    & EARLIER_EDITIONS_BY.is_(EarlierEditionsBy.DISCLOSURE)
    & DISCLOSED.is_(incident, moment),
    cites=["vic/update-2024/submitted-before"],
)
# As of now it goes by the moment itself, which may lie on one of several days.
is_for_another_day: Final = Defined(
    (incident, day),
    "the report on {incident} [is] to be submitted on {day}, which is not today",
    is_concern(incident)
    & SUBMISSION.is_(incident, day)
    & some(moment, assessed_at(moment) & ~day_that_stands_for(day, moment)),
)
CHOOSES.row(
    "not-submitted-yet",
    incident,
    moment,
    when=is_concern(incident) & assessed_at(moment),
    unless=is_submitted(incident) | some(day, is_for_another_day(incident, day)),
    cites=["vic/current-policy/submitted-after", "vic/update-2024/submitted-before"],
)
CHOOSES.row(
    "to-be-submitted",
    incident,
    Make(moment_of, (day,)),
    when=is_for_another_day(incident, day),
    unless=is_submitted(incident),
    cites=["vic/current-policy/submitted-after", "vic/update-2024/submitted-before"],
)
is_by_the_old_on_the_ninth: Final = Defined(
    (incident, edition),
    "the report on {incident} of 9 December 2024 [goes] by {edition}, the last one before",
    THE_NINTH.is_(TheNinth.OLD)
    & some(moment, CHOOSES(incident, moment) & on_the_ninth(moment))
    & some(day, BEGINS(edition, day) & same(edition, LAST_OF_THE_GUIDE)),
)
goes_by: Final = Defined(
    (incident, edition),
    "the report on {incident} [goes] by the edition {edition} of the page",
    some(
        moment,
        CHOOSES(incident, moment)
        & covers(PAGE, moment, edition)
        & (THE_NINTH.is_(TheNinth.NEW) | ~on_the_ninth(moment)),
    )
    | is_by_the_old_on_the_ninth(incident, edition),
)
reports_differ: Final = Defined(
    (),
    "two reports [go|do not go] by different editions of the page",
    some(
        (incident, other_incident, edition, other_edition),
        goes_by(incident, edition) & goes_by(other_incident, other_edition),
    ),
)
ASSESSED: Final = Question(
    id="assessed",
    things=(),
    text="For the report on which incident is this assessment? The reports of this case fall under different editions.",
    answers=Concern,
    member=chosen,
    among=is_concern(chosen),
    working=is_concern(chosen),
    why="the first by name; each of the others has a document of its own",
    cites=("vic/current-policy/submitted-after",),
)
is_assessed: Final = Defined(
    (incident,),
    "{incident} [is] the incident for whose report this is assessed",
    is_concern(incident) & (~reports_differ() | ASSESSED.is_(incident)),
)
nothing_happened: Final = Defined((), "no incident [is] told of", ~some(incident, is_concern(incident)))
SELECTS: Final = Conclusion("selects", (moment,), "{moment} [selects] the editions", topic=Topic.EDITIONS)
SELECTS.row(
    "by-the-report",
    moment,
    when=some(incident, is_assessed(incident) & CHOOSES(incident, moment)),
    unless=on_the_ninth(moment),
    cites=["vic/current-policy/submitted-after"],
)
SELECTS.row(
    "the-ninth-by-the-policy",
    moment,
    when=some(incident, is_assessed(incident) & CHOOSES(incident, moment))
    & on_the_ninth(moment)
    & THE_NINTH.is_(TheNinth.NEW),
    cites=["vic/policy-2024/replaced-the-guide", "vic-notice/commencement/commences"],
)
SELECTS.row(
    "the-ninth-by-the-guide",
    Make(eve_of, (moment,)),
    when=some(incident, is_assessed(incident) & CHOOSES(incident, moment))
    & on_the_ninth(moment)
    & THE_NINTH.is_(TheNinth.OLD),
    cites=["vic/update-2024/submitted-before"],
)
SELECTS.row(
    "without-an-incident",
    moment,
    when=nothing_happened() & assessed_at(moment),
    cites=["vic/current-policy/submitted-after"],
)

# The editions of each document.
EDITION: Final = editions_table()
EDITION.row(
    "the-page",
    PAGE,
    edition,
    when=some(moment, SELECTS(moment) & covers(PAGE, moment, edition)),
    cites=["vic/current-policy/submitted-after", "vic/update-2024/submitted-before"],
)
EDITION.row(
    "the-news-of-2020",
    NEWS_2020,
    edition,
    when=some(moment, SELECTS(moment) & covers(NEWS_2020, moment, edition)),
    cites=["vic/update-2020/new-requirements"],
)
EDITION.row(
    "the-guidance",
    GUIDANCE,
    edition,
    when=some(moment, SELECTS(moment) & covers(GUIDANCE, moment, edition)),
    cites=["vic/current-policy/submitted-after"],
)
EDITION.row(
    "the-manual",
    MANUAL,
    edition,
    when=some(moment, SELECTS(moment) & covers(MANUAL, moment, edition)),
    cites=["vic/current-policy/submitted-after"],
)
EDITION.row(
    "the-news-of-2025",
    NEWS_2025,
    "2025-11",
    when=some(moment, SELECTS(moment) & covers(PAGE, moment, NEW_POLICY)) & NEWS_REACHES.is_(NewsReaches.WHOLE_POLICY),
    cites=["vic-news-2025/investigation/28-business-days"],
)
EDITION.row(
    "the-news-of-2025-from-its-day",
    NEWS_2025,
    edition,
    when=some(moment, SELECTS(moment) & covers(NEWS_2025, moment, edition))
    & NEWS_REACHES.is_(NewsReaches.FROM_ITS_DAY),
    cites=["vic-news-2025/investigation/28-business-days"],
)
