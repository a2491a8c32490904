"""English for shapes that few programs have: acts that come round, sums, records, answers of many kinds."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any

import attrs
import pytest
from small_programs import program_of

from cimscore.calendars import Before, BusinessDays, CalendarDays, CalendarMonths, EndOfPeriod, Hours
from cimscore.case import Moment
from cimscore.clocks import Repeats
from cimscore.rules import (
    Clock,
    Clocks,
    Concern,
    Duties,
    Household,
    Person,
    Question,
    Row,
    Table,
    Value,
    adds_up_to,
    earliest,
    no_later,
    same,
    some,
)
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import Condition, Some
from cimscore.rules.english import english_markdown, english_text, question_lines, table_lines
from cimscore.rules.english.atoms import atom_of
from cimscore.rules.english.clocks import clock_lines, time_lines
from cimscore.rules.english.duties import row_lines
from cimscore.rules.english.lines import Line, TextSpan
from cimscore.rules.english.nouns import constant
from cimscore.rules.english.rules import followed
from cimscore.rules.english.scope import Scope
from cimscore.rules.english.whole import program_english
from cimscore.rules.vocabulary import is_about, is_concern, lives_in, occurred, visits

child, home, concern = Person("child"), Household("home"), Concern("concern")
moment, done, points = Value("moment", Moment), Value("day done", Moment), Value("points", int)


class Colour(enum.StrEnum):
    """The colour of a door."""

    RED, BLUE, GREEN = "red", "blue", "dark-green"


DOOR = Question(id="door", things=(home,), text="Which colour has the door of {home}?", answers=Colour)
COUNT = Question(id="count", things=(child,), text="How many points has {child}?", answers=int)
CALLED = Question(id="called", things=(concern,), text="When was {concern} called in?", answers=Moment)
PAINTED = Question(id="painted", things=(), text="Is the door painted?", answers=bool)


def text(condition: Condition, *given: Any) -> str:
    return english_text(followed((TextSpan("if "),), condition, Scope.of(given))).removeprefix("if ")


def a_clock(**parts: Any) -> Clock:
    told = {"within": CalendarMonths(1), "owed": is_concern(concern), "starts": occurred(concern, moment), **parts}
    return Clocks((concern,)).clock("call", "call again", cites=["a"], **told)


def said_of(clock: Clock) -> list[str]:
    return english_text(clock_lines(clock)).splitlines()


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ({"repeats": Repeats.FROM_THE_START}, "It comes round again: each time is counted from that same moment."),
        ({"repeats": Repeats.FROM_THE_LAST_TIME}, "It comes round again: the same time after it was last done."),
        (
            {"repeats": Repeats.FROM_THE_LAST_TIME, "then": CalendarMonths(6)},
            "It comes round again: 6 calendar months after it was last done.",
        ),
        (
            {"not_before": CalendarDays(10)},
            "It may not be done sooner than 10 calendar days after it; what is done sooner counts for nothing.",
        ),
        (
            {"not_before": Before(Hours(2))},
            "It may not be done sooner than 2 hours before that moment; what is done sooner counts for nothing.",
        ),
        ({"follows": a_clock()}, "Until it starts, its day is forecast from when ‘call again’ is due."),
        ({"begins": is_about(concern, child)}, "It waits until the concern is about a child."),
        ({"within": Before(BusinessDays(2))}, "It is due 2 business days before that moment."),
        (
            {"ends": EndOfPeriod.SAME_CLOCK_TIME},
            "It ends on the last day at the time of day from which it counts.",
        ),
        ({"ends": dt.time(17)}, "It ends on the last day at 17:00."),
        ({"ends": Value("end", EndOfPeriod)}, "It ends as the end says."),
        ({"place": "Logan"}, "Its days are those of ‘Logan’."),
        ({"calendar": "queensland"}, "It counts by the calendar ‘queensland’."),
        (
            {"stops": is_about(concern, child), "done": Value("answer", Moment)},
            "It is done at the answer, when the concern is about a child.",
        ),
        ({"bars": is_about(concern, child)}, "Meanwhile it may not be done if the concern is about a child."),
    ],
)
def test_each_part_of_a_clock_has_a_line(parts: dict[str, Any], line: str) -> None:
    told = said_of(a_clock(**parts))

    assert line in told
    assert line not in said_of(a_clock(within=Hours(24)))


def test_hours_end_at_their_own_instant_and_no_line_says_with_which_day() -> None:
    assert not any(line.startswith("It ends ") for line in said_of(a_clock(within=Hours(24))))
    assert "It ends with the last day." in said_of(a_clock())
    assert "It ends with the last day." in said_of(a_clock(within="as soon as it can"))


def test_a_clock_about_nothing_is_about_the_case_and_its_time_can_be_told_alone() -> None:
    clock = attrs.evolve(a_clock(), things=())

    assert said_of(clock)[0] == "For the case: whoever acts must call again."
    assert english_text(time_lines(clock)) == "The time is 1 calendar month."


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (DOOR.decided_at(home, moment), "the answer to ‘Which colour has the door of the home?’ was given at a moment"),
        (DOOR.answered(home), "the question ‘Which colour has the door of the home?’ is answered"),
        (same(home, Household("house")), "the home is the house"),
    ],
)
def test_what_was_done_about_a_question_is_told_with_its_words(condition: Condition, words: str) -> None:
    assert text(condition, home, Household("house")) == words


@attrs.frozen(eq=False)
class Told(Predicate):
    """A kind of predicate for which nobody wrote a sentence."""

    about: tuple[type, ...]

    @property
    def key(self) -> str:
        return "told:something"

    @property
    def columns(self) -> tuple[type, ...]:
        return self.about


def test_what_has_no_sentence_is_told_by_its_key() -> None:
    assert text(Told((Person, Household)).holds(child, home), child, home) == (
        "‘told:something’ holds for the child, the home"
    )
    assert text(Told(()).holds()) == "‘told:something’ holds for the case"


def test_only_a_single_thing_has_one_sentence() -> None:
    with pytest.raises(TypeError, match="asks more than a single thing"):
        atom_of(lives_in(child, home) & visits(child, home))


def test_sums_and_the_earliest_of_several_are_told_with_what_they_are_of() -> None:
    enough = adds_up_to(3, points, child, COUNT.holds(child, points) & lives_in(child, home))
    listed = CALLED.holds(concern, moment) & is_concern(concern)

    assert text(enough, home).startswith("at least three points come from the children for which ")
    assert text(~enough, home).startswith("fewer than three points come from the children for which ")
    first, latest = (text(made(moment, listed), moment, concern) for made in (earliest, no_later))
    assert first.startswith("the moment is the earliest of the moments for which ")
    assert latest.startswith("the moment is what the earliest cannot be later than, of the moments for which ")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (Colour.GREEN, "‘dark green’"),
        (dt.datetime(2025, 3, 3, 14, 5, tzinfo=dt.UTC), "14:05 on 3 March 2025"),
        (dt.date(2025, 3, 3), "3 March 2025"),
        (7, "7"),
        ((Colour.RED, Colour.BLUE), "‘red’ and ‘blue’"),
        (BusinessDays(3), "3 business days"),
    ],
)
def test_a_constant_is_told_as_people_say_it(value: object, words: str) -> None:
    assert constant(value) == words


def test_a_table_tells_several_values_none_and_the_days_of_each_line() -> None:
    table = Table(
        id="doors", title="Doors",
        rows=(
            Row(Colour.RED, (Colour.GREEN, Colour.BLUE), "a/b/c", since=dt.date(2025, 1, 1)),
            Row(Colour.BLUE, (), "a/b/c", until="new"),
        ),
    )  # fmt: skip

    assert english_text(table_lines(table)).splitlines() == [
        "Doors:",
        "– ‘blue’ and ‘dark green’ for ‘red’, from 1 January 2025 on",
        "– none for ‘blue’, until the edition new",
    ]


def test_a_duty_of_one_row_is_told_alone_with_its_detail() -> None:
    duties = Duties("door", (home,))
    duties.duty("paint", "paint the door", by="the owner", when=lives_in(child, home), detail=Colour.RED, cites=["a"])
    conclusion = duties.conclusion

    assert english_text(row_lines(conclusion, conclusion.rows[0])) == (
        "If a child lives in the home, the owner must paint the door: ‘red’."
    )


def test_things_of_one_word_are_told_apart() -> None:
    second, third = Household("any home"), Household("some home")
    condition = some((second, third), lives_in(child, second) & visits(child, third))

    assert text(condition, child, home) == "the child lives in some home, and visits some further home by habit"


def test_things_of_which_nothing_is_said_but_that_they_differ_are_told_so() -> None:
    second, third = Household("second home", other_than=home), Household("third home", other_than=home)
    apart = ~same(second, home) & ~same(third, home)

    assert text(Some((second, third), apart), home) == (
        "for some second home and some third home, the home is not that second home, and is not that third home"
    )


def test_a_choice_that_brings_a_person_in_stays_in_the_list_of_the_others() -> None:
    """A list of its own next to the others would speak of somebody whom nothing has named yet."""
    person, many = Person("person"), "of whom a long and tedious sentence has to be told with many words and no end"
    long = Question(id="long", things=(person,), text=f"Is {{person}} a person {many}?", answers=bool)
    condition = is_concern(concern) & long(child) & (lives_in(person, home) | visits(person, home))

    assert text(condition, concern, child, home).splitlines() == [
        "all of these are true:",
        "– the concern is a concern of the case",
        f"– the answer to ‘Is the child a person {many}?’ is yes",
        "– a person lives in the home, or a person visits the home by habit",
    ]


@pytest.mark.parametrize(
    ("detail", "words"),
    [("", "the duty ‘paint’ is owed for the home"), ("red", "the duty ‘paint’ (‘red’) is owed for the home")],
)
def test_a_condition_that_reads_a_duty_names_its_act(detail: str, words: str) -> None:
    duties = Duties("door", (home,))
    duties.duty("paint", "paint the door", by="the owner", when=lives_in(child, home), cites=["a"])

    assert text(duties.conclusion.holds(home, "paint", detail), home) == words


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Did {child} call?", "the child did call"),
        ("Does {child} call?", "the child calls"),
        ("Has {child} called?", "the child has called"),
        ("Must {child} call?", "the answer to ‘Must the child call?’ is yes"),
    ],
)
def test_a_question_that_opens_with_another_word_is_quoted(asked: str, words: str) -> None:
    assert text(Question(id="call", things=(child,), text=asked, answers=bool)(child), child) == words


def test_a_working_answer_that_names_no_member_is_one_for_which_something_holds() -> None:
    question = Question(
        id="mentor", things=(child,), text="Who is the mentor of {child}?", answers=Person,
        working=lives_in(child, home), why="they are near",
    )  # fmt: skip

    assert "Until it is answered, the answer is one for which the child lives in a home." in (
        english_text(question_lines(question)).splitlines()
    )


def test_markdown_leaves_a_line_between_a_heading_and_its_list_and_none_within() -> None:
    two = Line((TextSpan("two", strong=True), TextSpan(" ", strong=True)))
    lines = (Line((TextSpan("These:"),), (Line((TextSpan("one"),)), two)),)

    assert english_markdown(lines).splitlines() == ["These:", "", "- one", "- **two** "]


def test_a_program_has_a_paragraph_for_each_thing_that_an_author_wrote() -> None:
    program = program_of(
        """
        class Way(enum.StrEnum):
            NARROW, WIDE = "narrow", "wide"

        urgency = Value("urgency", str)
        NEAR = Reading(
            id="near", question="How near is near?", readings={Way.NARROW: "The street.", Way.WIDE: "The town."},
            taken=Way.WIDE, because="The page speaks of the town.", clauses=["a/b/c"],
        )
        SEEN = Question(id="seen", things=(child,), text="Was {child} seen?", answers=bool)
        near = Defined((child, home), "{child} [lives] near {home}", lives_in(child, home) & NEAR.is_(Way.WIDE))
        SAFE = Conclusion("safe", (child, home), "{child} [is] safe in {home}", topic=Topic.SUBJECTS)
        SAFE.row("near", child, home, when=is_child(child) & near(child, home) & SEEN(child), cites=["a/b/c"])
        CALLS = Duties("calls", (child,))
        CALLS.duty("call", "call", by="the officer", when=is_child(child), cites=["a/b/c"])
        DOORS = Table(id="doors", title="Doors", rows=(Row(Way.WIDE, 3, "a/b/c"),))
        SAFE.row("door", child, home, when=lives_in(child, home) & DOORS(Way.WIDE, 3), cites=["a/b/c"])
        TIMES = Clocks((concern,))
        TIMES.clock(
            "look", "look", owed=is_concern(concern), starts=occurred(concern, Value("moment", Moment)),
            within=Hours(24), cites=["a/b/c"],
        )
        """
    )

    found = {paragraph.key: english_text(paragraph.lines) for paragraph in program_english(program)}
    assert {"row:safe/near", "clock:look", "question:seen", "reading:near", "table:doors"} <= found.keys()
    assert found["clock:look"].splitlines()[0].startswith("For a concern: ")
    assert found["question:seen"].splitlines()[0] == "Was the child seen?"
    assert any(key.startswith("row:duties-calls/") for key in found)
    assert all(found.values())
