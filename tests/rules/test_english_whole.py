"""Rules, definitions, duties, clocks, questions, unclear points and tables, as paragraphs."""

from __future__ import annotations

import enum

from cimscore.calendars import BusinessDays, Hours
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import (
    Clocks,
    Concern,
    Conclusion,
    Defined,
    Duties,
    Household,
    Person,
    Question,
    Reading,
    Record,
    RecordKind,
    RoleTable,
    Row,
    Table,
    Topic,
    Value,
    some,
)
from cimscore.rules.english import (
    clock_lines,
    conclusion_english,
    definition_lines,
    duties_lines,
    english_markdown,
    english_text,
    question_lines,
    reading_lines,
    rule_lines,
    table_lines,
)
from cimscore.rules.vocabulary import happened_in, is_about, lives_in, occurred, visits

child, home, concern, record = Person("child"), Household("home"), Concern("concern"), Record("record")
moment, done = Value("moment", Moment), Value("day done", Moment)


class Called(enum.StrEnum):
    """What somebody is called."""

    OTHER_CHILD = "other-child"


class Urgency(enum.StrEnum):
    """How soon."""

    SOON = "24-hour"
    LATER = "10-day"


class Way(enum.StrEnum):
    """How a point is read."""

    NARROW = "narrow"
    WIDE = "wide"


urgency = Value("urgency", Urgency)
URGENCY = Question(
    id="urgency", things=(concern,), text="How soon must {concern} be looked into?", answers=Urgency,
    working=Urgency.SOON, why="no clock is missed", decided_by="team-leader", weigh=("the harm", "the history"),
)  # fmt: skip
TIMES = Table(
    "times", "How soon it starts", (Row(Urgency.SOON, Hours(24), "a"), Row(Urgency.LATER, BusinessDays(9), "b"))
)
NEARBY = Reading(
    id="near", question="How near is near?", readings={Way.NARROW: "In the street.", Way.WIDE: "In the town."},
    taken=Way.WIDE, because="The page speaks of the town.", clauses=("a",),
)  # fmt: skip
is_visitor = Defined((child, home), "{child} [is] a visitor of {home}", visits(child, home) & ~lives_in(child, home))


def test_a_rule_brings_in_the_things_of_its_head_and_tells_its_exception_last():
    harm = Conclusion("harm", (home,), "{home} [is] a harm household", topic=Topic.HOUSEHOLDS)
    harm.row("there", home, when=some(concern, happened_in(concern, home)), cites=["a"])
    harm.row("but", home, when=some(concern, happened_in(concern, home)), unless=NEARBY.is_(Way.WIDE), cites=["a"])

    short, long = ([english_text(rule_lines(harm, row))] for row in harm.rows)
    assert short == ["A home is a harm household if a concern happened in the home."]
    assert long == [
        f"{short[0][:-1]}, unless the unclear point ‘near’ is read as ‘wide’.",
    ]


def test_a_role_and_a_record_of_a_head():
    roles = RoleTable((child, record), Called)
    roles.who("visitor", Called.OTHER_CHILD, when=is_visitor(child, record.home), cites=["a"])
    kind = RecordKind("notification", "notification of {home}")
    goes = Conclusion("goes", (concern, record), "{concern} [goes] into {record}", topic=Topic.RECORDS)
    goes.row("home", concern, kind.of(home), when=happened_in(concern, home), cites=["a"])
    goes.row(
        "own", concern, kind.of(home, child), when=happened_in(concern, home) & is_about(concern, child), cites=["a"]
    )

    texts = [
        english_text(each.lines) for conclusion in (roles.conclusion, goes) for each in conclusion_english(conclusion)
    ]
    own = "A concern goes into a notification of a home for a child alone if the concern is about the child"
    assert texts == [
        "A child is ‘other child’ in the record if the child is a visitor of the record's home.",
        "A concern goes into a notification of a home if the concern happened in the home.",
        f"{own}, and happened in the home.",
    ]


def test_a_definition_has_its_sentence_above_its_meaning():
    assert english_text(definition_lines(is_visitor)).splitlines() == [
        "The child is a visitor of the home.",
        "This means that the child visits the home by habit, and does not live in the home.",
    ]


def test_duties_of_one_condition_stand_together_in_the_order_of_the_work():
    duties = Duties("visits", (child,))
    visitor = some(home, is_visitor(child, home))
    duties.duty("call", "call the child's home", by="the officer", when=visitor, cites=["a"])
    duties.duty(
        "write",
        "write it down",
        by="officer",
        when=visitor,
        modal=Modal.SHOULD,
        after="call",
        to="the file",
        cites=["a"],
    )
    duties.duty(
        "tell",
        "tell nobody",
        by="the officer",
        modal=Modal.WILL,
        when=lives_in(child, home) & NEARBY.is_(Way.WIDE),
        cites=["a"],
    )

    assert english_text(duties_lines(duties)).splitlines() == [
        "For a child, in the order of the work:",
        "If the child is a visitor of a home, these are owed:",
        "– the officer must call the child's home",
        "– the officer should write it down (to the file, after ‘call’)",
        "If the unclear point ‘near’ is read as ‘wide’, and the child lives in a home, the officer will tell nobody.",
    ]


def test_a_clock_is_told_part_by_part():
    clocks = Clocks((concern,))
    clock = clocks.clock(
        "start", "start to look into it",
        owed=URGENCY.holds(concern, urgency), starts=URGENCY.decided_at(concern, moment),
        within=TIMES, by=urgency, who="the centre", says_from="the decision",
        stops=occurred(concern, done), done=done,
        cites=["a"],
    )  # fmt: skip

    asked = "‘How soon must the concern be looked into?’"
    assert english_text(clock_lines(clock)).splitlines() == [
        "For a concern: the centre must start to look into it.",
        "This is owed if the answer to ‘How soon must the concern be looked into?’ is an urgency.",
        f"It counts from the moment (the decision) when the answer to {asked} was given at the moment.",
        "The time is the period, by the table:",
        "– 24 hours for ‘24-hour’",
        "– 9 business days for ‘10-day’",
        "It ends with the last day.",
        "For these parts, the table ‘How soon it starts’ gives the period for that urgency.",
        "It is done at the day done, when the concern happened at the day done.",
    ]


def test_a_question_an_unclear_point_and_a_table():
    texts = [
        english_text(lines).splitlines()
        for lines in (question_lines(URGENCY), reading_lines(NEARBY), table_lines(TIMES))
    ]

    assert texts == [
        [
            "How soon must the concern be looked into?",
            "The team leader decides, and weighs:",
            "– the harm",
            "– the history",
            "The answer is ‘24-hour’ or ‘10-day’.",
            "Until it is answered, the answer is ‘24-hour’.",
            "The reason: no clock is missed.",
        ],
        [
            "How near is near? (‘near’)",
            "– ‘narrow’: In the street.",
            "– ‘wide’: In the town.",
            "We read it as ‘wide’: The page speaks of the town.",
        ],
        ["How soon it starts:", "– 24 hours for ‘24-hour’", "– 9 business days for ‘10-day’"],
    ]


def test_one_value_is_rendered_as_markdown():
    harm = Conclusion("safe", (home,), "{home} [is] safe", topic=Topic.HOUSEHOLDS)
    when = some(child, is_visitor(child, home)) & some(concern, happened_in(concern, home)) & NEARBY.is_(Way.WIDE)
    harm.row("there", home, when=when, cites=["a"])
    lines = rule_lines(harm, harm.rows[0])

    def address(key: str) -> str:
        return "#visitor" if key == is_visitor.key else ""

    assert english_markdown(lines, address).splitlines()[:4] == [
        "A home is safe if all of these are true:",
        "",
        "- the unclear point ‘near’ is read as ‘wide’",
        "- [a child is a visitor of the home](#visitor)",
    ]
