"""Conditions that few programs ask, and runs, points and programs in a use that few have."""

from __future__ import annotations

import datetime as dt
import gc
import pickle

import attrs
import pytest
from small_runs import program_with, run_over
from small_situations import ZONE, case

from cimscore.calendars import Calendar, age_on
from cimscore.case import Actor, Between, ConcernEntry, LocalDaysEntry, Moment, MoveEntry, RecordEntry, State
from cimscore.clocks import Counter, Span
from cimscore.grades import CERTAIN
from cimscore.reasoning.acts import DoneAct
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.compiling.failing import raise_if_of_a_plugin
from cimscore.reasoning.compiling.joins import look_up
from cimscore.reasoning.compiling.ordering import unbound_side
from cimscore.reasoning.context import Context
from cimscore.reasoning.deciding import decide
from cimscore.reasoning.places import with_local_days
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.reasons import support as walked
from cimscore.reasoning.reasons.explaining import Explanations
from cimscore.reasoning.reasons.missing import ways_to
from cimscore.reasoning.reasons.support import Support
from cimscore.reasoning.reasons.walking import bindings, grade_of
from cimscore.reasoning.run import Run, used_by
from cimscore.rules import (
    AuthorError,
    Comparison,
    Concern,
    Conclusion,
    File,
    Person,
    Question,
    Record,
    RecordKind,
    Topic,
    Value,
    not_outranked,
    same,
    some,
)
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Variable
from cimscore.rules.vocabulary import has_taken, is_concern, is_person

CONCERN, PERSON, FILE = Concern("concern"), Person("person"), File("file")
RECORD, TIER = Record("record"), Value("tier", str)
CITES = ["doc/heading/clause"]
TIERS = Question(
    id="tier", things=(CONCERN,), text="Which tier has {concern}?", answers=str, codes={"high": "", "low": ""},
)  # fmt: skip


def compiled(*conclusions: Conclusion, **parts: object) -> Compiled:
    return Compiled(attrs.evolve(program_with(conclusions), conclusions=conclusions, **parts))


# Conditions of no kind that there is.


@attrs.frozen(eq=False)
class Odd(Condition):
    """A condition of a kind that nobody knows."""

    text: str = "odd"
    free: frozenset[Variable] = frozenset()


class OddPredicate(Predicate):
    """A predicate of a kind that nobody knows."""

    @property
    def key(self) -> str:
        return "odd:one"


def test_a_condition_of_a_kind_that_nobody_knows_is_refused_by_its_name() -> None:
    run = run_over({}, [])

    with pytest.raises(TypeError, match="no look-up is written for a Odd"):
        look_up(Odd(), ())
    with pytest.raises(TypeError, match="no grade is worked out for a Odd"):
        grade_of(run, Odd(), {})
    with pytest.raises(TypeError, match="nothing is listed by a Odd"):
        list(bindings(run, Odd(free=frozenset({PERSON})), {}))
    with pytest.raises(TypeError, match="no words for a Odd"):
        Explanations(run, {})._plainly(Odd(), {}, holds=True)
    with pytest.raises(TypeError, match="nothing is worked out for a OddPredicate"):
        run_over({}, [OddPredicate().holds()]).value(OddPredicate())


def test_an_equality_of_two_things_that_are_known_binds_nothing_and_says_so() -> None:
    with pytest.raises(AuthorError, match="nothing that it could bind"):
        unbound_side(same(PERSON, "ann"), {PERSON})


# Failures that are not a program's.


def test_an_error_in_a_function_of_the_library_is_not_blamed_on_a_program() -> None:
    older = Conclusion("older", (CONCERN,), "{concern} [is] older", topic=Topic.SCOPE)
    asked = Comparison("{0} [is] older than {1}", age_on)
    older.row("a-row", CONCERN, when=is_concern(CONCERN) & asked(CONCERN, CONCERN), cites=CITES)

    with pytest.raises(TypeError, match="'c1' is no day"):
        run_of(case(), compiled(older)).value(older)


def test_an_error_outside_every_condition_is_not_blamed_on_a_program() -> None:
    with pytest.raises(LookupError) as caught:
        {}["of the library"]

    raise_if_of_a_plugin(caught.value, "a row")  # It raises nothing: the error stays the library's own.


# Runs, and what they know.


def tiered() -> tuple[Run, Conclusion, Conclusion]:
    """Return a run of a program with a conclusion that reads a question, and one that reads none."""
    high = Conclusion("high", (CONCERN,), "{concern} [is] high", topic=Topic.SCOPE)
    high.row("a-row", CONCERN, when=TIERS.is_(CONCERN, "high") & is_concern(CONCERN), cites=CITES)
    named = Conclusion("named", (CONCERN,), "{concern} [is] named", topic=Topic.SCOPE)
    named.row("a-row", CONCERN, when=is_concern(CONCERN), cites=CITES)
    return run_of(case(), compiled(high, named)), high, named


def test_the_rows_of_what_no_answer_changes_are_those_of_the_run_before() -> None:
    run, high, named = tiered()
    before = run.rows(named, "a-row"), run.rows(high, "a-row")
    other = run.answered("small/tier@c1", "high")

    assert other.rows(named, "a-row") is before[0]
    assert (before[1].grade(("c1",)), other.rows(high, "a-row").grade(("c1",))) == (1, CERTAIN)


def test_a_run_that_is_over_answers_nothing_more_and_says_so() -> None:
    run, _, named = tiered()
    use = used_by(run)
    assert use(named.key).rows == {("c1",): CERTAIN}
    del run
    gc.collect()

    with pytest.raises(ReferenceError, match="is asked of a run that is over"):
        use(named.key)


def test_an_address_of_no_point_is_refused() -> None:
    run, _, _ = tiered()
    with pytest.raises(KeyError, match="small/nothing@c1"):
        point_at(run, "small/nothing@c1")


def test_a_walk_that_takes_too_many_steps_ends_and_says_that_it_is_not_complete(monkeypatch) -> None:
    run, high, _ = tiered()
    whole = Support(run)
    assert whole.points_of(whole.of(high, ("c1",))) == ("small/tier@c1",)
    assert whole.complete

    monkeypatch.setattr(walked, "MOST_STEPS_WALKED", 1)
    cut = Support(run)
    assert cut.points_of(cut.of(high, ("c1",))) == ()
    assert not cut.complete


# Members of a group, of which the strongest counts.

STRONGEST = not_outranked(TIER, is_concern(CONCERN) & TIERS.is_(CONCERN, TIER), ("high", "low"))


def ranked() -> tuple[Conclusion, Compiled]:
    strongest = Conclusion("strongest", (CONCERN, TIER), "{concern} [is] at most {tier}", topic=Topic.SCOPE)
    strongest.row("a-row", CONCERN, TIER, when=STRONGEST, cites=CITES)
    return strongest, compiled(strongest)


def test_what_the_strongest_member_of_a_group_rests_on_is_the_question_about_the_members() -> None:
    strongest, program = ranked()
    run = run_of(case(), program)
    support = Support(run)

    assert run.value(strongest).rows == {("c1", "high"): 1, ("c1", "low"): 1}
    assert support.points_of(support.of(strongest, ("c1", "low"))) == ("small/tier@c1",)


def test_a_member_of_a_group_is_explained_in_a_sentence() -> None:
    strongest, program = ranked()
    run = run_of(case(), program).answered("small/tier@c1", "low")

    (because,) = Explanations(run, {}).of(strongest, ("c1", "low")).because
    assert because.says == "low stands for its group"
    (against,) = Explanations(run, {}).of(strongest, ("c1", "high"), holds=False).because
    assert against.says == "high does not stand for its group"


def test_a_program_with_a_group_crosses_a_process_with_its_function() -> None:
    _, program = ranked()
    crossed: Compiled = pickle.loads(pickle.dumps(program))  # noqa: S301 - what it has just written itself

    assert [key for key in crossed._functions if key.startswith("notoutranked:")]
    assert decide(run_of(case(), crossed)).told.keys() == decide(run_of(case(), program)).told.keys()


def test_a_conclusion_that_is_no_law_says_nothing_of_when_it_is_owed() -> None:
    strongest, program = ranked()
    with pytest.raises(ValueError, match="strongest says nothing of when it is owed"):
        program.owes(strongest)


# What is missing, where a row asks about the concern of a record.

ASKED = Question(
    id="asked", things=(CONCERN,), text="Has anybody asked about {concern}?", answers=bool, working=False,
    why="nobody is called until it is known",
)  # fmt: skip
REPORT = RecordKind("report", "report of {concern}")


def test_what_a_row_lacks_is_told_of_the_very_concern_of_a_record() -> None:
    made = Conclusion("record", (RECORD,), "{record} [is] to be made", topic=Topic.RECORDS)
    made.row("each", REPORT.of(CONCERN), when=is_concern(CONCERN), cites=CITES)
    called = Conclusion("called", (PERSON, CONCERN), "{person} [is] called about {concern}", topic=Topic.SUBJECTS)
    called.row("if-asked", PERSON, CONCERN, when=is_person(PERSON) & is_concern(CONCERN) & ASKED(CONCERN), cites=CITES)
    heard = Conclusion("heard", (RECORD,), "somebody [is] heard about {record}", topic=Topic.STARTS)
    heard.row("called", RECORD, when=made(RECORD) & some(PERSON, called(PERSON, RECORD.concern)), cites=CITES)
    two = (ConcernEntry(id="c1", about=("ari",)), ConcernEntry(id="c2", about=("ari",)))
    run = run_of(case(concerns=two), compiled(made, called, heard))

    record = next(name for (name,) in run.value(made).rows if str(name) == "report:c1")
    (way,) = ways_to(run, {}, heard, (record,))
    assert [(fail.says, fail.asked) for fail in way.fails] == [
        ("Has anybody asked about c1? no", ("question:asked", ("c1",)))
    ]


# Moves of records without a workflow, and holidays of another state.


def test_a_record_of_a_kind_without_a_workflow_has_taken_the_steps_that_are_listed() -> None:
    letter = RecordEntry(id="l1", kind="letter", moves=(MoveEntry(move="send"),))
    sent = Conclusion("sent", (FILE,), "{file} [is] sent", topic=Topic.SCOPE)
    sent.row("a-row", FILE, when=has_taken(FILE, "send"), cites=CITES)

    assert run_of(case(records=(letter,)), compiled(sent)).value(sent).rows == {("l1",): CERTAIN}


def test_holidays_of_a_place_of_another_state_are_not_put_into_a_calendar() -> None:
    days = {"zone": ZONE, "first_year": 2025, "last_year": 2025, "version": "1", "holidays": {}}
    calendar = Calendar(id="qld", title="Queensland", **days)
    show = dt.date(2025, 8, 13)
    entries = [
        LocalDaysEntry(at="Moyne", state=State.VICTORIA, holidays=(show,)),
        LocalDaysEntry(at="Logan", state=State.QUEENSLAND, holidays=(show,)),
        LocalDaysEntry(at="Anywhere", holidays=(show,)),
    ]

    assert with_local_days([calendar], entries)["qld"].places == ("Anywhere", "Logan")


def test_an_act_within_bounds_is_taken_as_done_at_the_later_one() -> None:
    first, last = (Moment(dt.date(2025, 3, day)) for day in (4, 6))
    act = DoneAct(of="", act="visit", for_="c1", at=Between(first, last), by=Actor())
    context = Context(zone=ZONE, received=None, at=None, counter=Counter({}, ZONE, ""))

    assert context.done_at(act) == Span(first=first, last=last, working=last)
