"""What holds of every count and of every clock, whatever is left open."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from cimscore.calendars import (
    BusinessDays,
    Calendar,
    CalendarDays,
    CalendarMonths,
    Due,
    EndOfPeriod,
    Hours,
    LocalDays,
)
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import (
    ClockState,
    Counting,
    Span,
    Uncounted,
    back,
    before,
    count,
    earliest_of,
    hull,
    in_time,
    not_after,
    range_of,
    states,
)

MELBOURNE = ZoneInfo("Australia/Melbourne")
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2025, 11, 30))
HOLIDAYS = st.dictionaries(st.dates(dt.date(2025, 1, 1), dt.date(2026, 6, 30)), st.just("Example Day"), max_size=40)
PERIODS = st.one_of(*(st.integers(1, n).map(kind) for kind, n in (
    (Hours, 100), (BusinessDays, 30), (CalendarDays, 60), (CalendarMonths, 4),
)))  # fmt: skip
WAYS = st.builds(
    Counting,
    place=st.sampled_from([None, UNKNOWN, "Hilltown", "Riverton", ("elsewhere", "Hilltown")]),
    ends=st.one_of(st.sampled_from(EndOfPeriod), st.times()),
    first_day_counts=st.booleans(),
    rolls_on=st.booleans(),
)
INSTANTS = st.integers(0, 60 * 24 * 330).map(
    lambda minutes: Moment(dt.datetime(2025, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes))
)
MOMENTS = st.one_of(DAYS.map(Moment), INSTANTS)


def calendar_with(holidays: dict[dt.date, str], local: dict[dt.date, str]) -> Calendar:
    return Calendar(
        id="example", title="Example State", zone=MELBOURNE, first_year=2024, last_year=2027, version="1",
        holidays=holidays, local={"Hilltown": LocalDays(added=local, removed=frozenset(holidays))},
    )  # fmt: skip


CALENDARS = st.builds(calendar_with, HOLIDAYS, HOLIDAYS)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw a span of which the ends may not be known."""
    moments = sorted(
        (draw(MOMENTS) for _ in range(3)), key=lambda moment: (range_of(moment, MELBOURNE).first, str(moment))
    )
    first, working, last = moments
    return Span(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])), working)


def within(span: Span, draw: st.DrawFn) -> Moment:
    """Draw an instant of a span."""
    low = range_of(span, MELBOURNE).first.instant if span.first else dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    high = range_of(span, MELBOURNE).last.instant if span.last else dt.datetime(2025, 12, 1, tzinfo=dt.UTC)
    minutes = max(0, int((high - low).total_seconds() // 60) - 1)
    return Moment(low.astimezone(dt.UTC) + dt.timedelta(minutes=draw(st.integers(0, minutes))))


@settings(max_examples=200)
@given(data=st.data(), calendar=CALENDARS, period=PERIODS, way=WAYS, wide=spans())
def test_a_narrower_start_gives_a_day_within_the_wider_ones_range(
    data: st.DataObject, calendar: Calendar, period: Hours, way: Counting, wide: Span
) -> None:
    draw = data.draw
    one, other = sorted((within(wide, draw), within(wide, draw)), key=lambda moment: moment.value)
    narrow = Span(one, other, one)
    for start in (narrow, one):
        outer = count(period, wide, calendar, MELBOURNE, way)
        inner = count(period, start, calendar, MELBOURNE, way)
        assert isinstance(outer, Due) and isinstance(inner, Due)
        assert outer.earliest <= inner.earliest <= inner.working <= inner.latest <= outer.latest
        assert outer.earliest <= outer.working <= outer.latest


@settings(max_examples=200)
@given(calendar=CALENDARS, period=PERIODS, way=WAYS, span=spans())
def test_a_place_known_gives_a_day_within_the_range_of_a_place_not_known(
    calendar: Calendar, period: Hours, way: Counting, span: Span
) -> None:
    unknown = count(period, span, calendar, MELBOURNE, Counting(place=UNKNOWN, ends=way.ends))
    known = count(period, span, calendar, MELBOURNE, Counting(place="Hilltown", ends=way.ends))

    assert isinstance(unknown, Due) and isinstance(known, Due)
    assert unknown.earliest <= known.earliest <= known.latest <= unknown.latest
    assert unknown.working <= known.working


@settings(max_examples=200)
@given(data=st.data(), calendar=CALENDARS, period=PERIODS, way=WAYS, start=spans(), done=st.one_of(spans(), MOMENTS))
def test_whatever_is_told_of_a_range_holds_of_every_instant_in_it(
    data: st.DataObject, calendar: Calendar, period: Hours, way: Counting, start: Span, done: Span | Moment
) -> None:
    due = count(period, start, calendar, MELBOURNE, way)
    exact = count(period, within(start, data.draw), calendar, MELBOURNE, way)
    span = done if isinstance(done, Span) else Span(done, done, done)
    instant = within(span, data.draw)
    assert isinstance(due, Due) and isinstance(exact, Due)
    told, holds = in_time(done, due, MELBOURNE), in_time(instant, exact, MELBOURNE)

    assert holds == 3 or told < 3
    assert holds == 0 or told > 0


@given(one=spans(), other=spans())
def test_comparisons_agree_with_each_other(one: Span, other: Span) -> None:
    first, second = before(one, other, MELBOURNE), before(other, one, MELBOURNE)

    assert min(first, second) < 2
    assert not_after(one, other, MELBOURNE) >= first
    assert first != 3 or second == 0


@settings(max_examples=100)
@given(calendar=CALENDARS, starts=st.lists(spans(), min_size=1, max_size=4), period=PERIODS)
def test_a_hull_holds_each_of_its_days_and_the_earliest_is_no_later_than_any(
    calendar: Calendar, starts: list[Span], period: Hours
) -> None:
    dues = [count(period, start, calendar, MELBOURNE) for start in starts]
    days = [due for due in dues if isinstance(due, Due)]
    over, first = hull(days), earliest_of(days)

    assert all(over.earliest <= due.earliest and due.latest <= over.latest for due in days)
    assert all(first.earliest <= due.earliest and first.latest <= due.latest for due in days)
    assert (over, first) == (hull(days[::-1]), earliest_of(days[::-1]))
    assert over.working == first.working == min(due.working for due in days)


@settings(max_examples=100)
@given(calendar=CALENDARS, n=st.integers(1, 20), day=DAYS)
def test_as_many_business_days_on_from_where_a_count_back_arrives_it_is_due_again(
    calendar: Calendar, n: int, day: dt.date
) -> None:
    due = count(CalendarDays(30), Moment(day), calendar, MELBOURNE)
    assert isinstance(due, Due)
    found = back(BusinessDays(n), due, calendar, MELBOURNE)
    assert isinstance(found, Due)
    again = count(BusinessDays(n), found, calendar, MELBOURNE)

    assert isinstance(again, Due) and again.latest >= due.latest
    assert again.latest == due.latest or calendar.why_closed(day + dt.timedelta(30)) is not None


MIDNIGHTS = st.integers(2, 8).map(lambda day: dt.datetime(2025, 3, day, tzinfo=dt.UTC))
EXACT = MIDNIGHTS.map(lambda end: Due(earliest=end, latest=end, zone=MELBOURNE, end_of_day=False))
ENTRIES = st.lists(
    st.one_of(EXACT, st.just(Uncounted("3 business days", "some day", "no calendar"))),
    min_size=1, max_size=3, unique=True,
)  # fmt: skip
ACTS = st.lists(MIDNIGHTS.map(Moment), max_size=2, unique=True)


@st.composite
def worlds(draw: st.DrawFn) -> list[tuple[bool, bool, Due | Uncounted, tuple[Moment, ...]]]:
    """Draw a few ways in which a clock can stand, the working one first."""
    entries, acts = draw(ENTRIES), draw(ACTS)
    world = st.tuples(
        st.booleans(), st.booleans(), st.sampled_from(entries),
        st.lists(st.sampled_from(acts), unique=True).map(tuple) if acts else st.just(()),
    )  # fmt: skip
    return draw(st.lists(world, min_size=1, max_size=4))


def graded(holds: list[bool]) -> int:
    return 3 if all(holds) else 2 if holds[0] else 1 if any(holds) else 0


def stands(world: tuple[bool, bool, Due | Uncounted, tuple[Moment, ...]], at: Moment) -> set[ClockState]:
    """Return the state of a clock of which everything is known, worked out by hand."""
    owed, begun, day, acts = world
    if not owed:
        return {ClockState.VOID} if begun else set()
    if not begun:
        return {ClockState.WAITING}
    if isinstance(day, Uncounted):
        return {ClockState.NOT_COUNTED}
    if acts:
        return {ClockState.MET if min(act.value for act in acts) <= day.latest else ClockState.MET_LATE}
    return {ClockState.RUNNING if at.value <= day.latest else ClockState.OVERDUE}


@settings(max_examples=500)
@given(every=worlds(), at=MIDNIGHTS.map(Moment), exactly_one=st.booleans())
def test_states_are_sound_and_the_working_world_is_the_cut_at_provisional(
    every: list[tuple[bool, bool, Due | Uncounted, tuple[Moment, ...]]], at: Moment, exactly_one: bool
) -> None:
    """Certain holds in every world, not ruled out holds in one, and provisional is what the working one says."""
    days = {day: graded([world[2] == day for world in every]) for world in every for day in (world[2],)}
    done = {act: graded([act in world[3] for world in every]) for world in every for act in world[3]}
    owed, begun = (graded([world[part] for world in every]) for part in (0, 1))
    ended = graded([bool(world[3]) for world in every])
    told = states(
        owed, begun, days, done, at, MELBOURNE,
        listed=3 if exactly_one else None, ended=ended if exactly_one else None,
    )  # fmt: skip

    for state in ClockState:
        holds = [state in stands(world, at) for world in every]
        grade = told.get(state, 0)
        assert (grade >= 2) == holds[0]
        assert grade < 3 or all(holds)
        assert grade > 0 or not any(holds)


@given(day=DAYS)
def test_an_instant_is_a_narrower_start_than_its_day(day: dt.date) -> None:
    whole = count(Hours(24), Moment(day), None, MELBOURNE)
    noon = count(Hours(24), Moment(dt.datetime.combine(day, dt.time(12), MELBOURNE)), None, MELBOURNE)

    assert isinstance(whole, Due) and isinstance(noon, Due)
    assert whole.earliest < noon.earliest < whole.latest
