"""Slips that few authors make, and what the values of a program tell of themselves."""

from __future__ import annotations

from typing import Any

import pytest

from cimscore.calendars import Before, ByOfficeHours, Hours
from cimscore.case import Moment
from cimscore.clocks import Repeats
from cimscore.rules import (
    AuthorError,
    Clocks,
    Concern,
    Conclusion,
    Defined,
    Duties,
    Household,
    Make,
    Person,
    Question,
    Record,
    RecordKind,
    Row,
    Table,
    Topic,
    Value,
)
from cimscore.rules.checks.numbers import numbers_unwritten, numbers_written
from cimscore.rules.conditions.aggregates import at_least
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import every, same, some
from cimscore.rules.conditions.substitution import substituted
from cimscore.rules.rows.workflows import NOT_BEGUN, Refusal, Workflow, WorkflowMove
from cimscore.rules.vocabulary import (
    age_at_least,
    is_about,
    is_concern,
    is_person,
    lives_in,
    occurred,
    received,
    visits,
)

child, home, concern, record = Person("child"), Household("home"), Concern("concern"), Record("record")
moment, years = Value("moment", Moment), Value("years", int)
end = Value("end", Moment)
TIMES = Table("times", "The time of a call", (Row("call", Hours(2), "doc/a/b"),))


def a_clock(id: str = "call", things: tuple[Any, ...] = (concern,), **parts: Any) -> Any:
    told = {"owed": is_concern(concern), "starts": received(moment), "within": Hours(24), **parts}
    return Clocks(things).clock(id, "call", cites=["a"], **told)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"repeats": Repeats.FROM_THE_START, "within": Before(Hours(2))}, "that come round again"),
        (
            {"repeats": Repeats.FROM_THE_START, "within": ByOfficeHours(inside=Hours(2), outside=Hours(4))},
            "that come round again",
        ),
        ({"then": Hours(2)}, "counted from when it was last done"),
        ({"then": Hours(2), "repeats": Repeats.FROM_THE_START}, "counted from when it was last done"),
        ({"within": "10 business days"}, r"BusinessDays\(10\)"),
        ({"within": "within 6 weeks"}, r"CalendarWeeks\(6\)"),
        ({"within": 6}, "a period such as"),
        ({"untill": moment}, "a part of a clock"),
        ({"by": "the worker"}, "by=… without a table.* Who acts is who=…"),
        ({"by": moment}, "by=… without a table.* Who acts is who=…"),
        ({"by": "call", "within": TIMES}, r"by='call'.* owed=… & TABLE\('call', period\), within=period"),
        ({"stops": is_concern(concern)}, "`stops` names 0 moments; expected one, or done=…"),
        ({"stops": occurred(concern, moment) & received(end)}, "`stops` names 2 moments; expected one, or done=…"),
    ],
)
def test_a_clock_that_cannot_be_meant_is_refused(parts: dict[str, Any], expected: str) -> None:
    with pytest.raises(AuthorError, match=expected):
        a_clock(**parts)


def test_words_that_no_unit_stands_in_are_a_time_without_a_number() -> None:
    assert a_clock(within="within 2 sittings of the panel").within == "within 2 sittings of the panel"
    assert a_clock(within="as soon as it can").within == "as soon as it can"


@pytest.mark.parametrize("name", ["follows", "limits"])
def test_a_clock_follows_and_limits_a_clock_of_the_same_things(name: str) -> None:
    other = a_clock(things=(child,), owed=is_person(child))
    with pytest.raises(AuthorError, match=f"{name}=call, which belongs to child"):
        a_clock("visit", **{name: other})


def test_a_clock_is_stopped_at_the_one_moment_that_its_stop_lists() -> None:
    assert a_clock(stops=occurred(concern, end)).done is end
    assert a_clock(stops=occurred(concern, moment) & received(end), done=moment).done is moment


def test_what_limits_an_act_is_done_when_the_act_is() -> None:
    call = a_clock(stops=occurred(concern, Value("done", Moment)), done=Value("done", Moment))
    limit = a_clock("limit", limits=call)

    assert limit.stops == call.part("done")(concern, limit.done)
    assert limit.done is not None


def test_what_follows_an_act_is_forecast_from_its_day_or_from_the_forecast_of_that() -> None:
    call = a_clock()
    visit = a_clock("visit", follows=call)
    write = a_clock("write", follows=visit, also=is_about(concern, child))

    assert call.forecast is None
    assert visit.forecast == is_concern(concern) & call.part("due")(concern, moment)
    due = visit.part("due")(concern, moment) | visit.part("forecast")(concern, moment)
    assert write.forecast == is_concern(concern) & due & is_about(concern, child)
    with pytest.raises(AuthorError, match="found the part 'dew'"):
        call.part("dew")


def doubled(number: int) -> int:
    return 2 * number


def test_what_a_head_makes_is_told_by_its_function_and_terms() -> None:
    assert str(Make(doubled, (years,))).endswith(".doubled(years)")


def test_a_conclusion_denies_what_is_about_its_things_and_its_head_has_things_of_their_kinds() -> None:
    seen = Conclusion("seen", (home,), "{home} [is] seen", topic=Topic.HOUSEHOLDS)
    why = Value("why", str)
    with pytest.raises(AuthorError, match="denies="):
        Conclusion("not-seen", (child, why), "{child} [is] not seen: {why}", topic=Topic.HOUSEHOLDS, denies=seen)
    report = RecordKind("report", "report of {home}")
    with pytest.raises(AuthorError, match=r"found the record .*; expected a household there"):
        seen.row("one", report.of(home), when=lives_in(child, home), cites=["a"])
    with pytest.raises(AuthorError, match="2 things in its head"):
        seen.row("one", home, home, when=lives_in(child, home), cites=["a"])


def test_an_attribute_of_another_kind_is_refused_with_its_word() -> None:
    with pytest.raises(AuthorError, match=r"'record\.file', a file"):
        lives_in(child, record.file)


def test_duties_are_read_by_their_things_their_act_and_a_detail() -> None:
    duties = Duties("door", (home,))
    duties.duty("paint", "paint the door", by="the owner", when=lives_in(child, home), cites=["a"])

    assert duties(home, "paint", "") == duties.conclusion(home, "paint", "")
    assert [row.id for row in duties.rows_of("paint")] == ["paint"]
    assert duties.rows_of("sand") == ()


def test_silence_about_others_is_asked_of_another_such_thing() -> None:
    with pytest.raises(AuthorError, match="another variable for each of its things"):
        Question(
            id="safe", things=(child,), text="Is {child} safe?", answers=bool, working=True, why="nobody says so",
            granted=True, beside=lives_in(child, home) & visits(Person("person"), home),
        )  # fmt: skip


def test_a_workflow_names_each_move_once_and_finds_the_one_out_of_a_state() -> None:
    moves = (
        WorkflowMove(move="write", from_=(NOT_BEGUN,), to="written", by=("officer",), cites=("a",)),
        WorkflowMove(
            move="send",
            from_=("written",),
            to="sent",
            by=("leader",),
            cites=("a", "b"),
            reserved=True,
            after=("write",),
        ),
        WorkflowMove(move="send", from_=("checked",), to="sent", by=("leader", "officer"), cites=("b",)),
    )
    flow = Workflow(
        id="report", kind="report", title="Report", states=(NOT_BEGUN, "written", "checked", "sent"),
        roles=("officer", "leader"), moves=moves, refusals=(Refusal(move="burn", from_=("sent",), cites=("c",)),),
    )  # fmt: skip

    assert flow.names == ("write", "send", "burn")
    assert flow.cites == ("a", "b")
    assert (flow.may_take("send"), flow.may_take("write")) == (("leader",), ())
    assert (flow.before("send"), flow.before("write")) == (("write",), ())
    assert (flow.move_from("written", "send"), flow.move_from("sent", "send")) == (moves[1], None)


def test_a_number_comes_from_elsewhere_by_way_of_whatever_gives_it() -> None:
    asked = Question(id="limit", things=(child,), text="Until which age is {child} covered?", answers=int)
    first = Conclusion("first", (child, years), "{child} [has] the limit {years}", topic=Topic.SCOPE)
    first.row("asked", child, years, when=asked.is_(child, years), cites=["a"])
    second = Conclusion("second", (child, years), "{child} [has] the second limit {years}", topic=Topic.SCOPE)
    second.row("first", child, years, when=first(child, years), cites=["a"])
    second.row("itself", child, years, when=second(child, years) & is_person(child), cites=["a"])
    condition = some(years, second(child, years) & age_at_least(child, years))

    (refused,) = numbers_unwritten("the row old", condition)
    assert "the answer to the question limit" in str(refused)
    named = Defined((child, years), "{child} [has] the limit {years} by name", asked.is_(child, years))
    (refused,) = numbers_unwritten("the row old", some(years, named(child, years) & age_at_least(child, years)))
    assert "the answer to the question limit" in str(refused)


def test_the_numbers_of_an_equality_are_among_those_that_are_written() -> None:
    adult = Defined((child, years), "{child} [has] the limit {years}", is_person(child) & same(years, 18))

    assert numbers_written([adult]) == {18}


def test_a_predicate_of_an_authors_own_needs_a_key_and_has_no_places_unless_it_says() -> None:
    with pytest.raises(AuthorError, match="no key"):
        Predicate().key  # noqa: B018 - that is what is refused
    assert Predicate().columns == ()


def test_each_kind_of_condition_is_written_anew_for_another_thing() -> None:
    person = Person("person")
    for condition in (
        lives_in(child, home) & visits(child, home),
        lives_in(child, home) | visits(child, home),
        ~lives_in(child, home),
        every(home, lives_in(child, home), visits(child, home)),
        at_least(2, home, lives_in(child, home)),
        same(child, person),
    ):
        there = substituted(condition, {child: Person("somebody")})
        assert there != condition or child not in condition.free
        assert substituted(there, {Person("somebody"): child}) == condition
