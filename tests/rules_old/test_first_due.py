"""The earliest of several deadlines: where local holidays make no difference to it, no place is asked."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import cimscore
from cimscore.calendars import BusinessDays, Calendar, Hours, LocalDays, Period
from cimscore.case import Case, Moment
from cimscore.rules import Deadline, Duty, Facts, Question, Ruleset, TheCase, Topic
from cimscore.testing import InlinePlugin

CLAUSE = "doc/heading/clause"
OFFICE = Question(id="office", about=TheCase, text="Where?", answers=str)
SHOW = dt.date(2025, 3, 7)
CALENDAR = Calendar(
    id="days", title="Days", zone=ZoneInfo("Australia/Brisbane"), first_year=2025, last_year=2025, version="1",
    holidays={}, local={"Showtown": LocalDays(added={SHOW: "Show day"})},
)  # fmt: skip
MONDAY = Moment(dt.date(2025, 3, 3))
TUESDAY = Moment(dt.date(2025, 3, 4))


def first_of(*candidates: tuple[Period, Moment]) -> cimscore.Assessment:
    """A case with one deadline: the earliest of these."""
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)
    deadlines: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)

    @duties.rule("act", cites=[CLAUSE])
    def act(facts: Facts, case: TheCase) -> Duty:
        """Somebody acts."""
        return Duty(act="act", who="somebody", what="act")

    @deadlines.rule("act", cites=[CLAUSE])
    def by_when(facts: Facts, case: TheCase) -> Deadline:
        """By the earliest."""
        due, start = facts.days.first_due(candidates, "days", OFFICE)
        return Deadline(act="act", due=due, counted_from=start)

    plugin = InlinePlugin(rulesets=(duties, deadlines), questions=(OFFICE,), calendars=(CALENDAR,))
    return cimscore.assess(Case(id="one", programs=("invented",)), cimscore.load_rulebook([plugin]))


def test_the_earliest_counts_from_its_own_start() -> None:
    (act,) = first_of((BusinessDays(3), MONDAY), (Hours(24), TUESDAY)).duties

    assert act.deadline
    assert (act.due.earliest.date(), act.deadline.answer.counted_from) == (dt.date(2025, 3, 5), TUESDAY)


def test_no_place_is_asked_for_a_later_deadline_that_a_local_holiday_might_delay() -> None:
    assessment = first_of((BusinessDays(3), MONDAY), (BusinessDays(4), TUESDAY))

    assert assessment.open_questions == ()
    assert assessment.duties[0].due.earliest.date() == dt.date(2025, 3, 7)


def test_the_place_is_asked_where_a_local_holiday_might_delay_the_earliest() -> None:
    assessment = first_of((BusinessDays(4), MONDAY), (BusinessDays(9), TUESDAY))

    assert [it.question.question for it in assessment.open_questions] == ["invented/office"]
    assert assessment.duties[0].deadline is None
