"""What a rule can ask, what an answer or its absence means, and what of it is written down."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

import cimscore
from cimscore.calendars import BusinessDays, Calendar
from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    Dates,
    DecisionEntry,
    FactEntry,
    HouseholdEntry,
    Moment,
    MoveEntry,
    RecordEntry,
)
from cimscore.policy import Interpretation, Row, Table
from cimscore.rules import (
    Deadline,
    Duty,
    EarlierRecord,
    Facts,
    Grouping,
    Household,
    Question,
    Record,
    Ruleset,
    TheCase,
    Topic,
)
from cimscore.testing import InlinePlugin, inline_clause

CLAUSE = "doc/heading/clause"
ROW = "doc/heading/row"
AT = Moment(dt.datetime(2025, 3, 3, 4, tzinfo=dt.UTC))
BRISBANE = ZoneInfo("Australia/Brisbane")


class Speed(enum.StrEnum):
    """How soon."""

    SOON = "soon"
    LATER = "later"


class Day(enum.StrEnum):
    """Which day counts."""

    FIRST = "first"
    SECOND = "second"


ASKED = Question(id="asked", about=TheCase, text="Asked?", answers=bool)
SILENT = Question(id="silent", about=TheCase, text="Said?", answers=bool, silence=False, silence_because="rarely so")
SPEED = Question(id="speed", about=TheCase, text="How soon?", answers=Speed, decided_by="somebody", cites=(CLAUSE,))
GROUPS = Question(id="groups", about=TheCase, text="Which together?", answers=Grouping, decided_by="somebody")
PLACE = Question(id="place", about=TheCase, text="Where is the office?", answers=str)
WHICH = Interpretation(
    id="which", question="Which day?", readings={Day.FIRST: "The first.", Day.SECOND: "The second."},
    taken=Day.FIRST, because="it comes first", clauses=(CLAUSE,),
)  # fmt: skip
DAYS: Table[Speed, int] = Table(id="days", title="Days", rows=(Row(Speed.SOON, 1, ROW),))
CALENDAR = Calendar(
    id="invented", title="Invented", zone=BRISBANE, first_year=2025, last_year=2025, version="1", holidays={},
).with_local("Seaside", {dt.date(2025, 3, 5): "Seaside day"})  # fmt: skip
CASE = Case(id="one", programs=("invented",), dates=Dates(received=AT), households=(HouseholdEntry(id="home"),))


def asking(body: Callable[[Facts], str], case: Case = CASE, **choices: Any) -> cimscore.Assessment:
    """Assess a case under one rule about it whose duty says what `body` answers."""
    rules: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @rules.rule("asks", cites=[CLAUSE])
    def asks(facts: Facts, case: TheCase) -> Duty:
        """Asks something."""
        return Duty(act="say", who="it", what=body(facts))

    plugin = InlinePlugin(
        rulesets=(rules,),
        questions=(ASKED, SILENT, SPEED, GROUPS, PLACE, WHICH, DAYS),
        clauses=(inline_clause(CLAUSE), inline_clause(ROW)),
        calendars=(CALENDAR,),
    )
    return cimscore.assess(case, cimscore.load_rulebook([plugin]), **choices)


def outcome(assessment: cimscore.Assessment) -> str:
    """What was said; else what is asked; else what failed."""
    if assessment.duties:
        return str(assessment.duties[0].duty.answer.what)
    if assessment.open_questions:
        return assessment.open_questions[0].question.address
    return assessment.failures[0].message


def fact(answer: object, question: str = "asked") -> Case:
    return attrs.evolve(CASE, facts=(FactEntry(question=f"invented/{question}", about="case", answer=answer),))


def decision(answer: object, question: str = "speed", **rest: Any) -> Case:
    entry = DecisionEntry(question=f"invented/{question}", about=("case",), answer=answer, **rest)
    return attrs.evolve(CASE, decisions=(entry,))


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (fact(True), "True"),
        (fact(False), "False"),
        (fact(UNKNOWN), "invented/asked@case"),
        (CASE, "invented/asked@case"),
    ],
)
def test_an_answer_is_given_or_the_question_is_open(case: Case, said: str) -> None:
    assert outcome(asking(lambda facts: str(facts.ask(ASKED, TheCase())), case)) == said


def test_silence_means_what_is_declared_and_is_listed_as_an_assumption() -> None:
    assessment = asking(lambda facts: str(facts.ask(SILENT, TheCase())))
    assert outcome(assessment) == "False"
    assert "invented/silent@case: rarely so" in assessment.assumptions


def test_unknown_written_out_is_never_silence() -> None:
    assert (
        outcome(asking(lambda facts: str(facts.ask(SILENT, TheCase())), fact(UNKNOWN, "silent")))
        == "invented/silent@case"
    )


def test_an_open_question_says_who_decides_from_which_answers_and_by_which_clause() -> None:
    [asked] = asking(lambda facts: facts.ask(SPEED, TheCase())).open_questions
    assert asked.question.decided_by == "somebody"
    assert asked.question.options == ("soon", "later")
    assert asked.clauses == (CLAUSE,)
    assert asked.needed_by == ("invented/duties/asks@case",)


def test_possible_answers_may_depend_on_the_case() -> None:
    together = Grouping(((Household("home"),),))
    assessment = asking(lambda facts: str(facts.ask(GROUPS, TheCase(), among=(together,))))
    assert assessment.open_questions[0].question.options == ((("home",),),)


def test_a_decision_is_a_typed_answer() -> None:
    assert outcome(asking(lambda facts: facts.ask(SPEED, TheCase()).name, decision("soon"))) == "SOON"


def test_a_clock_from_a_decision_asks_when_it_was_made() -> None:
    def when(facts: Facts) -> str:
        return str(facts.decided_at(SPEED, TheCase()))

    assert outcome(asking(when, decision("soon", at=AT))) == "2025-03-03T04:00+00:00"
    assert outcome(asking(when, decision("soon"))) == "invented/speed#at@case"
    assert outcome(asking(when)) == "invented/speed@case"


def test_a_move_not_listed_has_not_happened_and_one_without_a_time_is_open() -> None:
    def moved(facts: Facts) -> str:
        return str(facts.moved(EarlierRecord("r1"), "close"))

    def on_file(*moves: MoveEntry) -> Case:
        return attrs.evolve(CASE, records=(RecordEntry(id="r1", kind="note", moves=moves),))

    assert outcome(asking(moved, on_file())) == "None"
    assert outcome(asking(moved, on_file(MoveEntry(move="close", at=AT)))) == str(AT)
    assert outcome(asking(moved, on_file(MoveEntry(move="close")))) == "case/close@r1"


def test_a_record_under_a_proposed_address_is_that_records_own_progress() -> None:
    own = RecordEntry(id="note:home", kind="note", moves=(MoveEntry(move="submit", at=AT),))
    case = attrs.evolve(CASE, records=(own, RecordEntry(id="r1", kind="note")))
    record = Record(kind="note", of=Household("home"))
    assert outcome(asking(lambda facts: str(facts.moved(record, "submit")), case)) == str(AT)
    assert outcome(asking(lambda facts: str([str(it) for it in facts.earlier_records("note")]), case)) == "['r1']"


def test_a_record_on_file_is_asked_for_its_household() -> None:
    def household(facts: Facts) -> str:
        return str(facts.household_of(EarlierRecord("r1")))

    case = attrs.evolve(CASE, records=(RecordEntry(id="r1", kind="note", household="home"),))
    unknown = attrs.evolve(CASE, records=(RecordEntry(id="r1", kind="note"),))
    assert outcome(asking(household, case)) == "home"
    assert outcome(asking(household, unknown)) == "case/record-household@r1"


def test_a_reading_is_told_with_what_the_others_would_give() -> None:
    assessment = asking(lambda facts: facts.reading(WHICH).value)
    [used] = assessment.findings[0].readings
    assert (used.taken, used.others) == ("first", (("second", "it must second"),))
    [sensitive] = assessment.sensitivity()
    assert (sensitive.other, [change.after for change in sensitive.changes]) == ("second", ["it must second"])


def test_a_caller_can_choose_another_reading_and_not_an_invented_one() -> None:
    def day(facts: Facts) -> str:
        return facts.reading(WHICH).value

    assert outcome(asking(day, readings={"invented/which": "second"})) == "second"
    with pytest.raises(cimscore.UnknownNameError, match="Did you mean 'second'"):
        asking(day, readings={"invented/which": "secund"})
    with pytest.raises(cimscore.UnknownNameError, match="Did you mean 'invented/which'"):
        asking(day, readings={"invented/wich": "second"})


def test_a_table_brings_the_clause_of_its_row() -> None:
    assessment = asking(lambda facts: str(facts.look_up(DAYS, facts.ask(SPEED, TheCase()))), decision("soon"))
    assert {ref.id for ref in assessment.findings[0].clauses} == {CLAUSE, ROW}


def test_a_row_that_is_missing_is_a_failure_never_a_guess() -> None:
    assessment = asking(lambda facts: str(facts.look_up(DAYS, facts.ask(SPEED, TheCase()))), decision("later"))
    assert "the table days has no row for" in outcome(assessment)


@pytest.mark.parametrize(("start", "place", "said"), [
    (3, None, "invented/place@case"),
    (3, "Seaside", "Friday 7 March 2025, end of day, Brisbane time"),
    (3, "elsewhere", "Thursday 6 March 2025, end of day, Brisbane time"),
    (3, "Hillside", "Thursday 6 March 2025, end of day, Brisbane time"),
    (5, None, "Monday 10 March 2025, end of day, Brisbane time"),
])  # fmt: skip
def test_the_place_of_a_business_day_is_asked_only_where_it_matters(start: int, place: str | None, said: str) -> None:
    def due(facts: Facts) -> str:
        day = Moment(dt.date(2025, 3, start))
        return facts.days.due(BusinessDays(3), day, "invented", PLACE).describe()

    assessment = asking(due, fact(place, "place") if place else CASE)
    assert outcome(assessment) == said
    if place == "Hillside":
        assert any("local holidays of Hillside are not known" in line for line in assessment.assumptions)


def test_a_year_the_calendar_does_not_cover_is_a_failure_that_says_so() -> None:
    def due(facts: Facts) -> str:
        return str(facts.days.due(BusinessDays(3), Moment(dt.date(2026, 3, 3)), "invented", PLACE))

    assert "covers 2025 to 2025" in outcome(asking(due))


def test_an_answer_of_another_type_is_refused_before_anything_is_decided() -> None:
    """A case built in Python never passed the reader."""
    with pytest.raises(cimscore.DocumentError, match="exactly the type bool"):
        asking(lambda facts: str(facts.ask(ASKED, TheCase())), fact("false"))
    with pytest.raises(cimscore.DocumentError, match="Did you mean 'soon'"):
        asking(lambda facts: facts.ask(SPEED, TheCase()), decision("sooon"))


def test_the_moment_of_assessment_is_the_receipt_unless_given() -> None:
    later = Moment(dt.datetime(2025, 4, 1, tzinfo=dt.UTC))
    assert asking(lambda _: "x").receipt.at == str(AT)
    assert asking(lambda _: "x", at=later).receipt.at == str(later)


def test_a_case_that_names_no_program_is_refused_kindly() -> None:
    with pytest.raises(cimscore.CimsError, match=r"No program is named for the case 'one'.*Installed: invented"):
        asking(lambda _: "x", attrs.evolve(CASE, programs=()))


def test_an_argument_narrows_the_programs_of_a_case() -> None:
    with pytest.raises(cimscore.UnknownNameError, match=r"installed program 'invent'.*Did you mean 'invented'"):
        asking(lambda _: "x", programs=["invent"])


def test_when_a_concern_happened_is_asked_where_it_is_needed() -> None:
    from cimscore.rules import Concern  # noqa: PLC0415 - used here alone

    case = attrs.evolve(CASE, concerns=(ConcernEntry(id="c1", about=()),))
    assert outcome(asking(lambda facts: str(facts.occurred(Concern("c1"))), case)) == "case/occurred@c1"


def test_deadlines_stand_beside_their_duty() -> None:
    times: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @duties.rule("tell", cites=[CLAUSE])
    def tell(facts: Facts, case: TheCase) -> Duty:
        """Somebody tells."""
        return Duty(act="tell", who="somebody", what="tell")

    @times.rule("soon", cites=[CLAUSE])
    def soon(facts: Facts, case: TheCase) -> Deadline:
        """Three business days."""
        start = facts.received()
        due = facts.days.due(BusinessDays(3), start, "invented", PLACE)
        return Deadline(act="tell", due=due, counted_from=start)

    plugin = InlinePlugin(rulesets=(times, duties), questions=(PLACE,), calendars=(CALENDAR,))
    case = fact("elsewhere", "place")
    [duty] = cimscore.assess(case, cimscore.load_rulebook([plugin])).duties
    assert duty.duty.summary == "somebody must tell"
    assert duty.due.describe() == "Thursday 6 March 2025, end of day, Brisbane time"
