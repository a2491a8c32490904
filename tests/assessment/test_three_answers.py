"""Unknown never counts as no: what is not answered leaves open what hangs on it, and nothing open is ever final."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.assessment import Decision, DecisionState, Standing, what_to_write
from cimscore.case import Case, FactEntry, HouseholdEntry
from cimscore.rules import Conclusion, Condition, Household, Question, Topic
from cimscore.rules.vocabulary import is_home
from cimscore.testing import InlinePlugin

CLAUSE = "doc/heading/clause"
home = Household("home")
FIRST = Question(id="first", things=(home,), text="Is the first so of {home}?", answers=bool)
SECOND = Question(id="second", things=(home,), text="Is the second so of {home}?", answers=bool)
APART = Question(
    id="apart", things=(home,), text="Is {home} kept apart?", answers=bool, working=False, why="few are",
    decided_by="somebody",
)  # fmt: skip
LATE = Question(id="late", things=(home,), text="Is it late at {home}?", answers=bool, working=False, why="it is early")
first, second, apart = FIRST(home), SECOND(home), APART(home)


def named(*rows: tuple[Condition, Condition | None], id: str = "named") -> Conclusion:
    """Return a table with a row for each condition and its exception."""
    table = Conclusion(id, (home,), f"{{home}} [is] {id}", topic=Topic.HOUSEHOLDS)
    for number, (when, unless) in enumerate(rows):
        table.row(f"row-{number}", home, when=is_home(home) & when, unless=unless, cites=[CLAUSE])
    return table


def decided(*tables: Conclusion, **answers: bool) -> Decision:
    """Decide about one household, with answers to the questions about it."""
    facts = tuple(
        FactEntry(question=f"invented/{name}", about="north", answer=answer) for name, answer in answers.items()
    )
    case = Case(id="one", programs=("invented",), households=(HouseholdEntry(id="north"),), facts=facts)
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=tables, asked=(FIRST, SECOND, APART, LATE))])
    (decision,) = cimscore.assess(case, rulebook).decisions
    return decision


def told(decision: Decision) -> tuple[list[str], list[str], str]:
    """Return what is concluded, with a mark where it is provisional, what is asked, and how far it has come."""
    asked = [point.address.removeprefix("invented/").partition("@")[0] for point in decision.points]
    concluded = [f"{line.id}{'?' * (line.standing is Standing.PROVISIONAL)}" for line in decision.conclusions]
    return concluded, sorted(asked), decision.state.value


@pytest.mark.parametrize(
    ("condition", "answers", "expected"),
    [
        (first & second, {"first": True, "second": True}, (["named"], [], "final")),
        (first & second, {"second": False}, ([], [], "final")),
        (first & second, {"first": False}, ([], [], "final")),
        (first & second, {"second": True}, ([], ["first"], "provisional")),
        (first & second, {}, ([], ["first", "second"], "provisional")),
        (first | second, {"second": True}, (["named"], [], "final")),
        (first | second, {"second": False}, ([], ["first"], "provisional")),
        (first | second, {"first": False, "second": False}, ([], [], "final")),
        (first | second, {}, ([], ["first", "second"], "provisional")),
        (~first, {"first": False}, (["named"], [], "final")),
        (~first, {"first": True}, ([], [], "final")),
        (~first, {}, (["named?"], ["first"], "provisional")),
    ],
)
def test_an_answer_decides_alone_where_it_can_and_an_unknown_leaves_open(
    condition: Condition, answers: dict[str, bool], expected: tuple[list[str], list[str], str]
) -> None:
    assert told(decided(named((condition, None)), **answers)) == expected


def test_what_only_two_answers_together_bring_is_asked_and_never_final() -> None:
    decision = decided(named((first & second, None)))

    assert decision.because == ("Answers to several questions together could add something.",)
    assert [point.changes for point in decision.points] == [(), ()]
    assert [what_to_write(point)[1] for point in decision.points] == [
        "  invented: {first: {north: ...}}", "  invented: {second: {north: ...}}",
    ]  # fmt: skip


def test_two_working_answers_that_keep_something_away_together_are_asked_too() -> None:
    decision = decided(named((apart & LATE(home), None)))

    assert told(decision) == ([], ["apart", "late"], "provisional")
    assert [point.working for point in decision.points] == ["no", "no"]
    assert told(decided(named((apart & LATE(home), None)), late=False)) == ([], [], "final")
    assert told(decided(named((apart & LATE(home), None)), late=True)) == ([], ["apart"], "provisional")


def test_what_is_the_same_whichever_way_is_certain_and_nothing_is_asked() -> None:
    assert told(decided(named((first, None), (~first, None)))) == (["named"], [], "final")


def test_an_exception_that_is_open_leaves_the_row_open() -> None:
    table = named((first, second))

    assert told(decided(table, first=True)) == (["named?"], ["second"], "provisional")
    assert told(decided(table, first=True, second=False)) == (["named"], [], "final")
    assert told(decided(table, first=True, second=True)) == ([], [], "final")


def test_what_holds_by_a_working_answer_is_provisional_and_names_the_question_through_what_follows() -> None:
    table = named((is_home(home), apart))
    follows = Conclusion("follows", (home,), "{home} [follows] from it", topic=Topic.SUBJECTS)
    follows.row("row", home, when=table(home), cites=[CLAUSE])
    decision = decided(table, follows)

    assert [(line.id, line.standing) for line in decision.conclusions] == [
        ("named", Standing.PROVISIONAL), ("follows", Standing.PROVISIONAL),
    ]  # fmt: skip
    assert {line.rests_on for line in decision.conclusions} == {((("invented/apart@north", "yes"),),)}
    (point,) = decision.points
    assert (point.working, point.why, point.decided_by) == ("no", "few are", "somebody")
    assert point.changes == (("yes", (), ("north follows from it", "north is named")),)
    assert decision.state is DecisionState.PROVISIONAL


def test_silence_of_an_earlier_topic_counts_only_once_nothing_there_is_open() -> None:
    table = named((first, None))
    silent = Conclusion("silent", (home,), "{home} [is] silent", topic=Topic.SUBJECTS)
    silent.row("row", home, when=is_home(home) & ~table(home), cites=[CLAUSE])

    open_, no = decided(table, silent), decided(table, silent, first=False)
    assert told(open_)[1:] == (["first"], "provisional")
    assert all(line.standing is not Standing.CERTAIN for line in open_.conclusions)
    assert told(no) == (["silent"], [], "final")


def test_a_ground_that_is_certain_makes_a_conclusion_certain_and_all_grounds_are_told() -> None:
    decision = decided(named((is_home(home), apart), (first, None)), first=True)
    (line,) = decision.conclusions

    assert line.standing is Standing.CERTAIN
    assert line.rows == ("row-0", "row-1")
    assert line.rests_on == ()
