"""Declarations that seldom are wrong: office hours with a zone, one name for two, values of another kind."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest
from small_plugin import CLAUSE, home, homes

import cimscore
from cimscore.calendars import BusinessDays, Calendar, Hours
from cimscore.case import Moment
from cimscore.case.forms import Form, Sort
from cimscore.rulebook.calendar_checks import problems_of_days
from cimscore.rules import Clocks, Concern, Question, Value
from cimscore.rules.rows.workflows import NOT_BEGUN, Workflow, WorkflowMove
from cimscore.rules.vocabulary import is_concern, is_home, received
from cimscore.testing import InlinePlugin

ZONE = ZoneInfo("Australia/Brisbane")
COUNCIL = Calendar(
    id="council", title="Council", zone=ZONE, first_year=2025, last_year=2025, version="1",
    holidays={dt.date(2025, 1, 1): "New Year"},
)  # fmt: skip


def refusal(plugin: object) -> str:
    with pytest.raises(cimscore.RulebookError) as caught:
        cimscore.load_rulebook([plugin])
    return str(caught.value)


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        (None, None, ""),
        (dt.time(9), dt.time(17), ""),
        (dt.time(9, tzinfo=ZONE), dt.time(17), "times by the clocks of zone=… alone"),
        (dt.time(9), dt.time(17, tzinfo=ZONE), "times by the clocks of zone=… alone"),
        (dt.time(9), dt.time(9), "opens=… before closes=…"),
        (None, dt.time(9), "both, as times of day"),
        (dt.time(9), None, "both, as times of day"),
    ],
)
def test_office_hours_are_two_times_of_one_day_by_the_clocks_of_the_calendar(
    opens: dt.time | None, closes: dt.time | None, expected: str
) -> None:
    found = [str(problem) for problem in problems_of_days("p", attrs.evolve(COUNCIL, opens=opens, closes=closes))]

    assert (expected in found[0] and len(found) == 1) if expected else found == []


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((1, 2025), "first_year=1 and last_year=2025"),
        ((2025, 9999), "first_year=2025 and last_year=9999"),
        (("2025", 2025), "first_year='2025' and last_year=2025"),
        ((2025, 2025.0), "first_year=2025 and last_year=2025.0"),
        ((2026, 2025), "first_year=2026 and last_year=2025"),
        ((2025, 2026), "no holiday in 2026"),
        (
            (2020, 2037),
            "no holiday in 2020, 2021, 2022, 2023, 2024, 2026, 2027, 2028, 2029, 2030, 2031, 2032, and 5 more",
        ),
        ((2025, 2037), "2035, 2036, 2037; expected"),
        ((2024, 2024), "the holiday 2025-01-01"),
    ],
)
def test_a_calendar_has_the_days_of_the_years_that_it_claims(years: tuple[object, object], found: str) -> None:
    claimed = attrs.evolve(COUNCIL, first_year=years[0], last_year=years[1])

    assert found in " ".join(map(str, problems_of_days("p", claimed)))
    assert list(problems_of_days("p", COUNCIL)) == []


@pytest.mark.parametrize(
    ("weekend", "found"), [({5, 6}, ""), ({0}, ""), ({6, 7}, "the weekend 7"), ({-1}, "the weekend -1")]
)
def test_the_weekend_is_made_of_days_of_the_week(weekend: set[int], found: str) -> None:
    told = [str(problem) for problem in problems_of_days("p", attrs.evolve(COUNCIL, weekend=frozenset(weekend)))]

    assert (found in told[0]) if found else told == []


def a_workflow(id: str) -> Workflow:
    move = WorkflowMove(move="write", from_=(NOT_BEGUN,), to="written", by=("officer",), cites=(CLAUSE,))
    return Workflow(
        id=id, kind="report", title="Report", states=(NOT_BEGUN, "written"), roles=("officer",), moves=(move,)
    )


def test_a_workflow_has_a_name_of_its_own() -> None:
    said = refusal(InlinePlugin(tables=(homes(),), workflows=(a_workflow("report"), a_workflow("report"))))

    assert "name invented/report: found it 2 times; expected each once" in said


def test_a_question_and_a_workflow_of_one_name_are_told_apart_by_nobody() -> None:
    asked = Question(id="report", things=(home,), text="Is {home} reported?", answers=bool)
    table = homes()
    table.row("reported", home, when=is_home(home) & asked(home), cites=[CLAUSE])

    assert "name invented/report" in refusal(InlinePlugin(tables=(table,), workflows=(a_workflow("report"),)))


def test_what_a_plugin_declares_of_another_kind_is_told_with_its_name() -> None:
    said = refusal(InlinePlugin(tables=(homes(),), calendars=(attrs.evolve(COUNCIL, holidays={}), COUNCIL)))

    assert "calendar council" in said


def test_a_clock_that_lists_its_calendar_leaves_none_of_them_unused() -> None:
    concern, moment, name = Concern("concern"), Value("moment", Moment), Value("name", str)
    clocks = Clocks((concern,))
    named = Question(id="calendar", things=(concern,), text="Whose days count for {concern}?", answers=str)
    clocks.clock(
        "call", "call", owed=is_concern(concern), starts=received(moment), within=BusinessDays(2),
        also=named.is_(concern, name), calendar=name, cites=[CLAUSE],
    )  # fmt: skip
    other = attrs.evolve(COUNCIL, id="other")
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(homes(), clocks), calendars=(COUNCIL, other))])

    assert not any("no clock counts on" in str(warning) for warning in rulebook.warnings)


def test_a_rulebook_has_the_rule_of_each_clock_and_each_source() -> None:
    concern, moment = Concern("concern"), Value("moment", Moment)
    clocks = Clocks((concern,))
    clocks.clock(
        "call", "call", owed=is_concern(concern), starts=received(moment), within=BusinessDays(2), cites=[CLAUSE]
    )
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(homes(), clocks), calendars=(COUNCIL,))])

    assert list(rulebook.rules) == ["invented/seen/every-home", "invented/clock/call"]
    assert rulebook.rules["invented/clock/call"].cites == (CLAUSE,)
    assert list(rulebook.sources) == ["doc"]


def test_values_that_cannot_be_put_together_are_told_with_the_name_of_the_plugin() -> None:
    said = refusal(InlinePlugin(tables=(homes(),), calendars=(attrs.evolve(COUNCIL, opens=dt.time(9)),)))

    assert "invented, calendar council" in said


def test_a_rulebook_knows_the_form_of_each_answer_and_is_built_by_names_alone() -> None:
    asked = Question(id="seen-on", things=(home,), text="When was {home} seen?", answers=dt.date)
    table = homes()
    table.row("on-a-day", home, when=is_home(home) & asked.answered(home), cites=[CLAUSE])
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(table,))])

    assert rulebook.forms == {"invented/seen-on": Form(about=(Sort.HOUSEHOLD,), values=((),), stored=dt.date)}
    program = rulebook.programs["invented"]
    for build, values in ((cimscore.Rulebook, (rulebook.programs, None)), (type(program), (program.declared, None))):
        with pytest.raises(TypeError):
            build(*values)


def test_what_no_check_knows_is_told_with_the_name_of_the_program_and_its_cause() -> None:
    nameless = attrs.evolve(a_workflow("report"), kind=None)
    with pytest.raises(cimscore.RulebookError, match="program invented: found TypeError") as caught:
        cimscore.load_rulebook([InlinePlugin(tables=(homes(),), workflows=(nameless,))])
    assert "expected declarations that can be put together" in str(caught.value)
    assert isinstance(caught.value.__cause__, ExceptionGroup)


def calls() -> Clocks:
    concern, moment = Concern("concern"), Value("moment", Moment)
    clocks = Clocks((concern,))
    clocks.clock("call", "call", owed=is_concern(concern), starts=received(moment), within=Hours(24), cites=[CLAUSE])
    return clocks


def test_a_program_that_adds_to_another_gives_its_clocks_names_of_their_own() -> None:
    base = InlinePlugin(tables=(homes(), calls()))
    over = InlinePlugin(id="over", extends="invented", tables=(calls(),), clauses=(), sources=())
    with pytest.raises(cimscore.RulebookError, match="the id of a clock of invented"):
        cimscore.load_rulebook([base, over])


@pytest.mark.parametrize(("within", "unused"), [(BusinessDays(2), 0), (Hours(24), 1)])
def test_a_clock_in_business_days_counts_on_the_only_calendar_without_naming_it(
    within: BusinessDays | Hours, unused: int
) -> None:
    concern, moment = Concern("concern"), Value("moment", Moment)
    clocks = Clocks((concern,))
    clocks.clock("call", "call", owed=is_concern(concern), starts=received(moment), within=within, cites=[CLAUSE])
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(homes(), clocks), calendars=(COUNCIL,))])
    told = [str(warning) for warning in rulebook.warnings]

    assert sum("calendar council: found a calendar that no clock counts on" in warning for warning in told) == unused
