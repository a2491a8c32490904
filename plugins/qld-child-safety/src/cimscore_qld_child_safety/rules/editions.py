"""Edition of the practice manual's page: the one in force on the day of the decision on the response."""

from __future__ import annotations

from typing import Final

from cimscore.case import Moment
from cimscore.clocks import Span, When
from cimscore.rules import Comparison, Defined, Value, covers, edition, editions_table, some
from cimscore.rules.vocabulary import assessed_at, received
from cimscore_qld_child_safety.readings.clocks import EDITION_DATE, EditionDate
from cimscore_qld_child_safety.rules.vocabulary import RESPONSE, concern, moment

PAGE: Final = "qld"
later_moment: Final = Value("later moment", Moment)


def is_later(one: When, other: When) -> bool:
    """Return True if one decision was made on a later day than another."""
    return _day(one) > _day(other)


def _day(moment: When) -> str:
    return str(moment.working if isinstance(moment, Span) else moment)[:10]


later: Final = Comparison("{0} [is] on a later day than {1}", is_later)

is_a_decision: Final = Defined(
    (moment,),
    "a response [was] decided at {moment}",
    some(concern, RESPONSE.answered(concern) & RESPONSE.decided_at(concern, moment)),
)
is_the_last_decision: Final = Defined(
    (moment,),
    "the last response [was] decided at {moment}",
    is_a_decision(moment) & ~some(later_moment, is_a_decision(later_moment) & later(later_moment, moment)),
)
nothing_is_decided: Final = Defined((), "no response [is] decided yet", ~some(concern, RESPONSE.answered(concern)))
selects: Final = Defined(
    (moment,),
    "{moment} [selects] the edition",
    (EDITION_DATE.is_(EditionDate.RECEIPT) & received(moment))
    | (EDITION_DATE.is_(EditionDate.DECISION) & is_the_last_decision(moment))
    | (EDITION_DATE.is_(EditionDate.DECISION) & nothing_is_decided() & assessed_at(moment)),
)

EDITION: Final = editions_table()
EDITION.row(
    "by-decision",
    PAGE,
    edition,
    when=some(moment, selects(moment) & covers(PAGE, moment, edition)),
    cites=["qld/record-intake/in-icms"],
)
