"""An overlay reads its base's conclusions and questions and adds its own beside them; it cannot change one."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from small_plugin import BRISBANE, CLAUSE, home

import cimscore
from cimscore.assessment import Decision, Standing
from cimscore.calendars import Hours
from cimscore.case import Case, Dates, DecisionEntry, HouseholdEntry, Moment
from cimscore.policy import PolicyEdition
from cimscore.rules import Clocks, Concern, Conclusion, Question, Reading, Topic, Value, covers, editions_table
from cimscore.rules.vocabulary import is_concern, is_home, received
from cimscore.testing import InlinePlugin, inline_clause, inline_source

MORE = "more/heading/clause"
moment = Value("moment", Moment)
governs = Value("edition", str)


class Taken(enum.StrEnum):
    """How an unclear point of the base is read."""

    WIDE = "wide"
    NARROW = "narrow"


HELPED = Question(
    id="helped", things=(home,), text="Does anyone help {home}?", answers=bool, decided_by="officer",
    working=True, why="somebody usually does", cites=(CLAUSE,),
)  # fmt: skip
HOW = Reading(
    id="how", question="Which homes count?", readings={Taken.WIDE: "All.", Taken.NARROW: "None."}, taken=Taken.WIDE,
    because="Nothing says otherwise.", clauses=(CLAUSE,),
)  # fmt: skip
SEEN = Conclusion("seen", (home,), "{home} [is] seen", topic=Topic.HOUSEHOLDS)
SEEN.row("if-helped", home, when=is_home(home) & HELPED(home) & HOW.is_(Taken.WIDE), cites=[CLAUSE])
COPIED = Conclusion("copied", (home,), "{home} [is] copied too", topic=Topic.RECORDS)
COPIED.row("what-the-base-sees", home, when=SEEN(home), cites=[MORE])
PASSED_OVER = Conclusion("passed-over", (home,), "{home} [is] passed over", topic=Topic.RECORDS)
PASSED_OVER.row("what-the-base-does-not-see", home, when=is_home(home) & ~SEEN(home), cites=[MORE, CLAUSE])

BASE = InlinePlugin(id="base", tables=(SEEN,))
OVERLAY = InlinePlugin(
    id="overlay",
    extends="base",
    tables=(COPIED, PASSED_OVER),
    sources=(inline_source("more"),),
    clauses=(inline_clause(MORE),),
)
CASE = Case(id="one", programs=("overlay",), households=(HouseholdEntry(id="north"),))


def answered(answer: object) -> Case:
    entry = DecisionEntry(question="base/helped", about=("north",), answer=answer, by="officer")
    return attrs.evolve(CASE, decisions=(entry,))


def decided(case: Case = CASE, *plugins: Any, **rest: Any) -> tuple[Decision, ...]:
    assessment = cimscore.assess(case, cimscore.load_rulebook(plugins or (BASE, OVERLAY)), **rest)
    assert assessment.failures == ()
    return assessment.decisions


def told(decision: Decision) -> list[tuple[str, str]]:
    return [(line.id, line.standing.value) for line in decision.conclusions]


def test_an_overlay_adds_beside_its_base_and_both_are_shown() -> None:
    base, overlay = decided(answered(True))

    assert (base.program, told(base)) == ("base", [("seen", "certain")])
    assert (overlay.program, told(overlay)) == ("overlay", [("copied", "certain")])
    assert [told(each) for each in decided(answered(False))] == [[], [("passed-over", "certain")]]


def test_what_the_base_decides_is_what_it_decides_without_the_overlay() -> None:
    for case in (CASE, answered(True), answered(False)):
        named = attrs.evolve(case, programs=("base",))
        assert decided(named, BASE) == decided(named)
        assert attrs.evolve(decided(case)[0], receipt=()) == attrs.evolve(decided(named, BASE)[0], receipt=())


def test_a_question_of_the_base_keeps_its_address_and_leaves_the_overlay_open() -> None:
    base, overlay = decided()
    (line,) = overlay.about("copied")

    assert line.standing is Standing.PROVISIONAL
    assert {address for answers in line.rests_on for address, _ in answers} == {"base/helped@north"}
    assert [point.address for point in base.points] == [point.address for point in overlay.points] == [
        "base/helped@north"
    ]  # fmt: skip


def test_only_the_base_asks_its_questions() -> None:
    rulebook = cimscore.load_rulebook([OVERLAY, BASE])

    assert list(rulebook.questions) == ["base/helped"]
    assert list(rulebook.readings) == ["base/how"]
    assert {rule.address for rule in rulebook.rules.values()} == {
        "base/seen/if-helped", "overlay/copied/what-the-base-sees", "overlay/passed-over/what-the-base-does-not-see",
    }  # fmt: skip


def test_a_reading_of_the_base_holds_for_the_overlay_too() -> None:
    narrow = decided(answered(True), readings={"base/how": "narrow"})
    assert [told(each) for each in narrow] == [[], [("passed-over", "certain")]]


def test_an_overlay_may_be_extended_in_turn() -> None:
    third = Conclusion("filed", (home,), "{home} [is] filed", topic=Topic.RECORDS)
    third.row("what-is-copied", home, when=COPIED(home) & HELPED(home), cites=["last/heading/clause"])
    last = InlinePlugin(
        id="a-last", extends="overlay", tables=(third,), sources=(inline_source("last"),),
        clauses=(inline_clause("last/heading/clause"),),
    )  # fmt: skip
    case = attrs.evolve(answered(True), programs=("a-last",))

    assert [each.program for each in decided(case, last, OVERLAY, BASE)] == ["base", "overlay", "a-last"]
    assert decided(case, last, OVERLAY, BASE)[2].conclusions[0].standing is Standing.CERTAIN


def test_the_editions_of_the_base_govern_what_the_overlay_reads_of_it() -> None:
    editions = (
        PolicyEdition(id="1", title="The first", until=dt.date(2024, 7, 1)),
        PolicyEdition(id="2", title="The second", from_=dt.date(2024, 7, 1)),
    )
    chooses = editions_table()
    chooses.row(
        "by-receipt", "doc", governs, when=received(moment) & covers("doc", moment, governs), cites=["doc/heading/any"]
    )
    base = attrs.evolve(
        BASE, tables=(SEEN, chooses), sources=(attrs.evolve(inline_source(), editions=editions),),
        clauses=(inline_clause(editions=("2",)), inline_clause("doc/heading/any", editions=("1", "2"))),
    )  # fmt: skip

    def under(day: dt.date) -> Decision:
        case = attrs.evolve(answered(True), dates=Dates(received=Moment(day)))
        return decided(case, base, OVERLAY)[1]

    assert told(under(dt.date(2024, 6, 30))) == [("passed-over", "certain")]
    assert told(under(dt.date(2024, 7, 1))) == [("copied", "certain")]


def test_an_overlay_of_itself_by_way_of_others_is_refused() -> None:
    one = InlinePlugin(id="one", extends="two")
    two = InlinePlugin(id="two", extends="one", sources=(), clauses=())
    with pytest.raises(cimscore.RulebookError, match="it adds to itself"):
        cimscore.load_rulebook([one, two])


def test_what_adds_to_a_circle_without_being_in_it_is_not_what_is_wrong() -> None:
    one = InlinePlugin(id="one", extends="two")
    two = InlinePlugin(id="two", extends="one", sources=(), clauses=())
    beside = InlinePlugin(id="beside", extends="two", sources=(), clauses=())
    with pytest.raises(cimscore.RulebookError) as refused:
        cimscore.load_rulebook([one, two, beside])

    in_circle = [problem.where for problem in refused.value.problems if "adds to itself" in problem.found]
    assert sorted(in_circle) == ["program one", "program two"]


def test_an_overlay_whose_days_begin_elsewhere_is_refused() -> None:
    elsewhere = attrs.evolve(OVERLAY, zone=ZoneInfo("Australia/Perth"))
    with pytest.raises(cimscore.RulebookError, match="the zone of base"):
        cimscore.load_rulebook([BASE, elsewhere])
    assert BASE.zone == BRISBANE


def test_an_unknown_clause_is_refused_in_an_overlay_too() -> None:
    wrong = Conclusion("wrong", (home,), "{home} [is] wrong", topic=Topic.RECORDS)
    wrong.row("row", home, when=SEEN(home), cites=["doc/heading/clauze"])
    with pytest.raises(cimscore.RulebookError, match="Did you mean 'doc/heading/clause'"):
        cimscore.load_rulebook([BASE, attrs.evolve(OVERLAY, tables=(wrong,))])


def test_each_clock_belongs_to_the_program_that_declares_it() -> None:
    concern, start = Concern("concern"), Value("start", Moment)
    clocks = Clocks((concern,))
    clocks.clock("call", "call", owed=is_concern(concern), starts=received(start), within=Hours(24), cites=[CLAUSE])
    later = Clocks((concern,))
    later.clock("write", "write", owed=is_concern(concern), starts=received(start), within=Hours(48), cites=[MORE])
    base = attrs.evolve(BASE, tables=(SEEN, clocks))
    overlay = attrs.evolve(OVERLAY, tables=(*OVERLAY.tables, later))
    program = cimscore.load_rulebook([base, overlay]).program("overlay").compiled.program
    owners = [(clock.id, program.owner_of_clock(clock)) for clock in program.every_clock]
    assert owners == [("write", "overlay"), ("call", "base")]
