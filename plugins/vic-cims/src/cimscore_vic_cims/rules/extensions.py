"""Extensions of the time to investigate: by the forms on file, or as decided.

Add a line here when a policy says what extends the time, or by how much.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import UNKNOWN
from cimscore.rules import Comparison, Conclusion, Defined, Make, Question, Topic, Value, same, some
from cimscore.rules.vocabulary import is_concern, record_moved_for
from cimscore_vic_cims.rules.moves import is_put_off, is_put_off_again
from cimscore_vic_cims.rules.vocabulary import INQUIRY, incident, record
from cimscore_vic_cims.words import DELEGATE, EXTEND

ONE_FORM: Final = 60
"""The most business days by which one form can extend the time."""

number: Final = Value("number", int)
days: Final = Value("days", tuple)

NOT_PUT_OFF: Final = Conclusion(
    "not-put-off",
    (incident, number),
    "without a form on file, the day of the investigation of {incident} [is] put off by {number} business days",
    topic=Topic.STARTS,
    leading=True,
)
NOT_PUT_OFF.row(
    "no-form",
    incident,
    0,
    when=is_concern(incident) & ~is_put_off(incident),
    cites=["vic-news-2025/investigation/28-business-days"],
)
PUT_OFF_BY: Final = Question(
    id="extended-by",
    things=(incident,),
    text="By how many business days was the day of the investigation of {incident} put off in all, by every form for "
    "it?",
    answers=int,
    member=number,
    working=NOT_PUT_OFF(incident, number),
    why="where no form is on file, and nobody says that there is one, the first day stands",
    granted=True,
    decided_by=DELEGATE,
    cites=("vic-news-2025/investigation/extension", "vic-news-2025/investigation/extension-again"),
)

PUT_OFF_AGAIN: Final = Question(
    id="extended-again",
    things=(incident,),
    text="Did more than one form put the day of the investigation of {incident} off?",
    answers=bool,
    working=False,
    why="the earlier day: one form gives 60 business days at most",
    cites=("vic-news-2025/investigation/extension-again",),
)


def are_all_said(days: tuple[object, ...]) -> bool:
    """Return True if each form says by how many business days it extends the time."""
    return all(isinstance(extension, int) for extension in days)


def are_too_many(days: tuple[object, ...]) -> bool:
    """Return True if any form gives more business days than one form can."""
    return any(isinstance(extension, int) and extension > ONE_FORM for extension in days)


def sum_of(days: tuple[int, ...]) -> int:
    """Return the sum of the business days by which the forms extend the time."""
    return sum(days)


def is_within_one_form(number: object) -> int:
    """Return how certain it is, from 0 to 3, that one form can give a number of business days: 1 to 60."""
    if number is UNKNOWN or not isinstance(number, int):
        return 1
    return 3 if 1 <= number <= ONE_FORM else 0


def is_more_than_one_form(number: object) -> int:
    """Return how certain it is, from 0 to 3, that a number of business days is more than one form can give."""
    if number is UNKNOWN or not isinstance(number, int):
        return 1
    return 3 if number > ONE_FORM else 0


def is_less_than_one_day(number: object) -> int:
    """Return how certain it is, from 0 to 3, that a number of business days extends nothing."""
    if number is UNKNOWN or not isinstance(number, int):
        return 1
    return 3 if number < 1 else 0


within_one_form: Final = Comparison("{0} [lies] between 1 and 60", is_within_one_form)
less_than_one_day: Final = Comparison("{0} [lies] below 1", is_less_than_one_day)
more_than_one_form: Final = Comparison("{0} [exceeds] 60", is_more_than_one_form)

all_said: Final = Comparison("{0} [are] said of each form", are_all_said)
too_many: Final = Comparison("{0} [exceed|do not exceed] 60 in one form", are_too_many)

was_put_off_for: Final = Defined(
    (incident, days),
    "the forms for the investigation of {incident} [give|do not give] the days {days}",
    some(record, record_moved_for(record, EXTEND, days) & INQUIRY(record) & same(record.concern, incident)),
)
PUT_OFF: Final = Conclusion(
    "put-off-by",
    (incident, number),
    "the day of the investigation of {incident} [was] put off by {number} business days in all",
    topic=Topic.STARTS,
    leading=True,
)
PUT_OFF.row(
    "by-its-forms",
    incident,
    Make(sum_of, (days,)),
    when=was_put_off_for(incident, days) & all_said(days),
    cites=["vic-news-2025/investigation/extension", "vic-news-2025/investigation/extension-again"],
)
PUT_OFF.row(
    "as-decided",
    incident,
    number,
    when=is_concern(incident) & PUT_OFF_BY.is_(incident, number) & ~NOT_PUT_OFF(incident, number),
    unless=some(days, was_put_off_for(incident, days) & all_said(days)),
    cites=["vic-news-2025/investigation/extension", "vic-news-2025/investigation/extension-again"],
)
is_by_several_forms: Final = Defined(
    (incident,),
    "more than one form [put|did not put] the day of the investigation of {incident} off",
    is_put_off_again(incident) | (~is_put_off(incident) & PUT_OFF_AGAIN(incident)),
)
is_put_off_too_far: Final = Defined(
    (incident,),
    "a form [put|did not put] the day of the investigation of {incident} off by more than 60 business days",
    some(days, was_put_off_for(incident, days) & too_many(days)),
)
is_put_off_wrongly: Final = Defined(
    (incident,),
    "the day of the investigation of {incident} [was] put off as no form allows",
    is_put_off_too_far(incident)
    | some(number, PUT_OFF(incident, number) & less_than_one_day(number))
    | some(number, PUT_OFF(incident, number) & more_than_one_form(number) & ~is_by_several_forms(incident)),
)
is_duly_put_off: Final = Defined(
    (incident, number),
    "the day of the investigation of {incident} [was] duly put off by {number} business days",
    PUT_OFF(incident, number)
    & (within_one_form(number) | (more_than_one_form(number) & is_by_several_forms(incident)))
    & ~is_put_off_too_far(incident),
)
was_put_off: Final = Defined(
    (incident,),
    "a form or a decision [put|did not put] the day of the investigation of {incident} off",
    is_put_off(incident) | some(number, PUT_OFF(incident, number)),
)
