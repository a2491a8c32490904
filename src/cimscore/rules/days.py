"""Counting time for rules: the place of a business day is asked only where it makes a difference."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from cimscore.calendars import Answer, BusinessDays, Calendar, Due, EndOfPeriod, Period, age_on, days_between, due_after
from cimscore.case import Moment
from cimscore.ids import ELSEWHERE
from cimscore.rules.asking import Answers
from cimscore.rules.questions import Question
from cimscore.rules.recorder import Recorder
from cimscore.rules.things import TheCase
from cimscore.rules.world import World

_CASE: Final = TheCase()


class Days:
    """Due moments and differences of days, in the program's zone and on its calendars."""

    __slots__ = ("__answers", "__recorder", "__world")

    def __init__(self, answers: Answers, world: World, recorder: Recorder) -> None:
        self.__answers = answers
        self.__world = world
        self.__recorder = recorder

    def due(
        self,
        period: Period,
        start: Moment,
        calendar: str,
        place: Question[TheCase, str],
        ends: EndOfPeriod | dt.time = EndOfPeriod.END_OF_DAY,
    ) -> Due:
        """When `period` after `start` ends.

        Args:
            period: Hours, business days or calendar days.
            start: Where the count starts; its own day is not counted.
            calendar: Id of one of the program's calendars.
            place: The question whose answer is the place whose business days count. It is asked only
                if local holidays make a difference; ``elsewhere`` means a place without any.
            ends: How a period of days ends on its last day.

        Raises:
            Open: The place is not known and makes a difference.
            CalendarError: The calendar does not cover the years counted.
        """
        days = self.__world.calendars[calendar]
        where = self.__place(period, start, days, place)
        return due_after(period, start, days, where, ends)

    def first_due(
        self,
        candidates: Sequence[tuple[Period, Moment]],
        calendar: str,
        place: Question[TheCase, str],
        ends: EndOfPeriod | dt.time = EndOfPeriod.END_OF_DAY,
    ) -> tuple[Due, Moment]:
        """The earliest of several deadlines, each a period and its start, and the start that it counts from.

        The place is asked only if local holidays could make a difference to which is the earliest, or to when it is.
        The other arguments and the errors are those of `due`.

        Raises:
            ValueError: There are no candidates.
        """
        days = self.__world.calendars[calendar]
        rank = {one: self.__soonest(*one, days) for one in candidates}
        first = min(candidates, key=lambda one: rank[one])
        rest = [one for one in candidates if one != first]
        settled = self.__is_the_same_anywhere(*first, days)
        if settled and all(rank[first][0] < rank[other][0] for other in rest):
            return self.due(*first, calendar, place, ends), first[1]
        dues = [(self.due(*one, calendar, place, ends), one[1]) for one in candidates]
        return min(dues, key=lambda one: (one[0].earliest, one[0].latest, str(one[1])))

    def between(self, earlier: Moment, later: Moment) -> int:
        """Days from one moment to another, as a difference of dates in the program's zone."""
        return days_between(earlier.day(self.__world.zone), later.day(self.__world.zone))

    def first_of(self, moments: Sequence[Moment]) -> Moment:
        """The earliest of several moments; of a day and an instant within it, the day.

        Raises:
            ValueError: There is none.
        """
        return min(moments, key=lambda moment: (moment.span(self.__world.zone), str(moment)))

    def day_of(self, moment: Moment) -> dt.date:
        """The day of a moment in the program's zone."""
        return moment.day(self.__world.zone)

    def age(self, born: dt.date, at: Moment) -> int:
        """Age in whole years on the day of `at`; an age is attained at the start of the birthday."""
        return age_on(born, self.day_of(at))

    def __soonest(self, period: Period, start: Moment, days: Calendar) -> tuple[dt.date, str]:
        """The earliest day, at any place, on which a period can end."""
        if isinstance(period, BusinessDays):
            return min(answer.count.day for answer in self.__anywhere(period, start, days)), str(start)
        return due_after(period, start, days).earliest.date(), str(start)

    def __is_the_same_anywhere(self, period: Period, start: Moment, days: Calendar) -> bool:
        return not isinstance(period, BusinessDays) or len(self.__anywhere(period, start, days)) == 1

    def __anywhere(self, period: BusinessDays, start: Moment, days: Calendar) -> tuple[Answer, ...]:
        """Every day a count can arrive at, by place; worked out once for each case."""
        key = ("anywhere", days.id, period.n, start.day(days.zone))
        if key not in self.__world.remembered:
            self.__world.remembered[key] = days.business_days_anywhere(period.n, start.day(days.zone))
        counted: tuple[Answer, ...] = self.__world.remembered[key]
        return counted

    def __place(self, period: Period, start: Moment, days: Calendar, place: Question[TheCase, str]) -> str | None:
        if not isinstance(period, BusinessDays):
            return None
        page = self.__recorder.page
        page.assume(*(f"{days.title}: {gap}" for gap in days.gaps))
        if self.__is_the_same_anywhere(period, start, days):
            return None
        where = self.__answers.ask(place, _CASE)
        if where == ELSEWHERE:
            return None
        if all(days.covers(day, where) for day in (start.day(days.zone), self.__last(period, start, days))):
            return where
        page.assume(f"{days.title}: local holidays of {where} are not known for that time; none was counted.")
        return None

    @staticmethod
    def __last(period: BusinessDays, start: Moment, days: Calendar) -> dt.date:
        return days.business_days(period.n, start.day(days.zone)).day
