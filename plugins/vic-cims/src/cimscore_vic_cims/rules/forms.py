"""Warnings of the forms that extend an investigation: one came too soon, or gives what no form can.

Add a line here when a policy says when a form may be used. How far the forms extend the time: extensions.py.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.case import Moment
from cimscore.clocks import When, before
from cimscore.grades import CERTAIN
from cimscore.rules import Comparison, Conclusion, Topic, Value, some
from cimscore_vic_cims.rules.extensions import days, is_put_off_wrongly, was_put_off_for
from cimscore_vic_cims.rules.investigation import WITHIN, is_investigated
from cimscore_vic_cims.rules.moments import ZONE, day_of, sooner
from cimscore_vic_cims.rules.moves import inquiry_took, was_first_endorsed
from cimscore_vic_cims.rules.vocabulary import incident, moment, other_moment
from cimscore_vic_cims.words import EXTEND

WEEK: Final = 5
"""Business days in a week without a holiday."""

endorsing: Final = Value("endorsing", Moment)


def is_before_the_later_day(form: When, endorsed: When, days: tuple[object, ...]) -> bool:
    """Return True if a further form certainly came before the day to which the first one put the investigation off.

    Holidays make that day later and never sooner, so weekends alone are counted. A form that does not say its days
    gives at least one.
    """
    first = days[0] if days and isinstance(days[0], int) else 1
    weeks, left = divmod(WITHIN + first, WEEK)
    soonest = day_of(endorsed) + dt.timedelta(weeks=weeks, days=left)
    return before(form, Moment(soonest), ZONE) == CERTAIN


before_the_later_day: Final = Comparison(
    "{0} [is] before the day to which the first form extends an investigation endorsed at {1}, of the forms {2}",
    is_before_the_later_day,
)
TOO_SOON_AGAIN: Final = Conclusion(
    "extended-again-too-soon",
    (incident,),
    "a further form for the investigation of {incident} [came|did not come] before the later day had passed",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
TOO_SOON_AGAIN.row(
    "before-the-later-day",
    incident,
    when=some(
        (moment, other_moment, endorsing, days),
        inquiry_took(incident, EXTEND, moment)
        & inquiry_took(incident, EXTEND, other_moment)
        & sooner(moment, other_moment)
        & was_first_endorsed(incident, endorsing)
        & was_put_off_for(incident, days)
        & before_the_later_day(other_moment, endorsing, days),
    ),
    cites=["vic-news-2025/investigation/extension-again"],
)
OUTSIDE_ONE_FORM: Final = Conclusion(
    "put-off-wrongly",
    (incident,),
    "the investigation of {incident} [keeps] its first day, because one form gives 1 to 60 business days",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
OUTSIDE_ONE_FORM.row(
    "outside-one-form",
    incident,
    when=is_investigated(incident) & is_put_off_wrongly(incident),
    cites=["vic-news-2025/investigation/extension", "vic-news-2025/investigation/28-business-days"],
)
