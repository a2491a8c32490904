"""Aggregates, rows, roles, duties and clocks: what their tables take and refuse."""

from __future__ import annotations

import enum

import pytest

from cimscore.calendars import Hours
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import (
    AuthorError,
    Clocks,
    Concern,
    Conclusion,
    Duties,
    Make,
    Record,
    RecordKind,
    RoleTable,
    Row,
    Table,
    Topic,
    Value,
    adds_up_to,
    at_least,
    earliest,
    no_later,
    not_outranked,
)
from cimscore.rules.conditions.listing import listed
from cimscore.rules.families import child, home, person
from cimscore.rules.vocabulary import (
    acts_as,
    is_concern,
    is_home,
    is_person,
    is_unborn,
    lives_in,
    occurred,
    received,
    visits,
)


class Role(enum.StrEnum):
    PARENT = "parent"
    CHILD = "child"


concern, record = Concern("concern"), Record("record")
moment, other_moment = Value("moment", Moment), Value("later moment", Moment)
role: Value[Role] = Value("role", Role)
points: Value[int] = Value("points", int)
CITES = ["small/a"]


def day_of(when: Moment) -> object:
    return when


# Aggregates.


def test_an_aggregate_is_a_condition_about_its_group() -> None:
    two_live = at_least(2, child, lives_in(child, home))

    assert two_live.free == {home}
    assert listed(two_live) == {home}
    assert (two_live & is_home(home)).free == {home}


def test_the_earliest_is_listed_with_its_group() -> None:
    first = earliest(moment, occurred(concern, moment))

    assert first.free == {concern, moment}
    assert first.text == "earliest:moment:relation:occurred(?concern, ?moment)(?concern, ?moment)"


@pytest.mark.parametrize(
    "write",
    [
        lambda part: at_least(2, child, part),
        lambda part: earliest(moment, part),
        lambda part: no_later(moment, part),
        lambda part: not_outranked(role, part, tuple(Role)),
    ],
    ids=["at least", "earliest", "no later", "not outranked"],
)
def test_an_aggregate_lists_its_members(write) -> None:
    with pytest.raises(AuthorError, match="listed by nothing positive"):
        write(is_home(home))
    with pytest.raises(AuthorError, match="listed by nothing positive"):
        write(is_home(home) & ~lives_in(child, home) & ~occurred(concern, moment))


def test_aggregates_of_other_numbers_ranks_or_conditions_are_other_conditions() -> None:
    lives, stays = lives_in(child, home), visits(child, home)
    texts = {
        at_least(2, child, lives).text,
        at_least(3, child, lives).text,
        at_least(2, child, stays).text,
        at_least(2, home, lives).text,
        earliest(moment, occurred(concern, moment)).text,
        no_later(moment, occurred(concern, moment)).text,
        not_outranked(role, acts_as(person, role), tuple(Role)).text,
        not_outranked(role, acts_as(person, role), tuple(reversed(Role))).text,
        not_outranked(role, acts_as(child, role), tuple(Role)).text,
        adds_up_to(3, points, concern, occurred(concern, points) & lives_in(child, home)).text,
        adds_up_to(4, points, concern, occurred(concern, points) & lives_in(child, home)).text,
        adds_up_to(4, points, concern, occurred(concern, points) & visits(child, home)).text,
    }

    assert len(texts) == 12


def test_a_sum_is_about_the_group_of_its_members_and_of_no_point() -> None:
    assert adds_up_to(3, points, concern, occurred(concern, points) & lives_in(child, home)).free == {child, home}


def test_what_nothing_outranks_is_listed_with_its_group() -> None:
    assert not_outranked(role, acts_as(person, role), tuple(Role)).free == {person, role}


@pytest.mark.parametrize("number", [0, -1])
def test_at_least_none_says_nothing(number: int) -> None:
    with pytest.raises(AuthorError, match="1 or more"):
        at_least(number, child, lives_in(child, home))


# Rows.


def conclusion() -> Conclusion:
    return Conclusion("here", (child, home), "{child} [is] in {home}", topic=Topic.SCOPE)


@pytest.mark.parametrize(
    ("head", "fields", "says"),
    [
        ((child, home), {"cites": []}, "the clause that carries it"),
        ((child,), {}, "1 things in its head"),
        ((child, home), {"when": lives_in}, "when="),
        ((child, home), {"when": is_person(child)}, "which home is meant"),
        ((child, Make(day_of, (moment,))), {}, "which moment is meant"),
        ((home, child), {}, "a household; expected a person"),
        ((2.5, home), {}, "expected a person"),
    ],
)
def test_a_row_that_cannot_be_is_refused_where_it_is_written(head, fields, says: str) -> None:
    with pytest.raises(AuthorError, match=says):
        conclusion().row("one", *head, **{"when": lives_in(child, home), "cites": CITES, **fields})


def test_a_row_has_an_id_of_its_own() -> None:
    here = conclusion()
    here.row("one", child, home, when=lives_in(child, home), cites=CITES)

    with pytest.raises(AuthorError, match="here/one: found a row of that id already"):
        here.row("one", child, home, when=visits(child, home), cites=CITES)


def test_the_head_of_a_row_names_a_record() -> None:
    note = RecordKind("note", "note of {home}")
    made = Conclusion("made", (record,), "{record} [is] made", topic=Topic.RECORDS)
    made.row("own", note.of(home, child), when=lives_in(child, home), cites=CITES)

    assert [str(term) for term in made.rows[0].head] == ["note(home, child)"]
    with pytest.raises(AuthorError, match="which child is meant"):
        made.row("other", note.of(home, child), when=is_home(home), cites=CITES)


# Roles.


def test_a_role_table_is_a_conclusion_about_person_record_and_role() -> None:
    roles = RoleTable((person, record), Role)
    roles.who("parent", Role.PARENT, when=is_person(person) & made(record), unless=is_unborn(person), cites=CITES)
    row = roles.conclusion.rows[0]

    assert row.head == (person, record, Role.PARENT)
    assert row.condition == is_person(person) & made(record) & ~is_unborn(person)
    assert roles(person, record, role).free == {person, record, role}
    assert roles.conclusion.topic is Topic.ROLES


MADE = Conclusion("made", (record,), "{record} [is] made", topic=Topic.RECORDS)
made = MADE


# Duties.


def test_duties_stand_in_the_order_of_work() -> None:
    duties = Duties("home", (home,))
    duties.duty("call", "call them", by="the officer", when=is_home(home), cites=CITES)
    duties.duty("write", "write to them", by="the officer", when=is_home(home), modal=Modal.SHOULD, cites=CITES)

    assert [(row.notes.act, row.notes.rank) for row in duties.conclusion.rows] == [("call", 0), ("write", 1)]


@pytest.mark.parametrize("said", ["must call them", "should call them", "will call them"])
def test_an_act_does_not_say_how_strongly_it_binds_since_that_is_said_before_it(said: str) -> None:
    duties = Duties("home", (home,))
    with pytest.raises(AuthorError, match="expected the act alone, as in what='call them'"):
        duties.duty("call", said, by="the officer", when=is_home(home), cites=CITES)


def test_two_grounds_of_one_duty_say_the_same() -> None:
    duties = Duties("home", (home,))
    duties.duty("call", "call them", by="the officer", when=is_home(home), cites=CITES)
    duties.duty("call", "call them", by="the officer", when=is_home(home), cites=CITES, id="call-again")

    assert [row.id for row in duties.rows_of("call")] == ["call", "call-again"]
    with pytest.raises(AuthorError, match="with other words than before"):
        duties.duty("call", "ring them", by="the officer", when=is_home(home), cites=CITES, id="call-third")


def test_a_duty_may_be_completed_by_what_its_condition_lists() -> None:
    duties = Duties("home", (home,))
    duties.duty("call", "call", to="{}", by="the officer", when=lives_in(child, home), detail=child, cites=CITES)

    assert duties.conclusion.rows[0].head == (home, "call", child)
    with pytest.raises(AuthorError, match="which child is meant"):
        duties.duty("write", "write", to="{}", by="the officer", when=is_home(home), detail=child, cites=CITES)


# Clocks.

APPROVAL = Table("approval", "the time to approve", (Row("fast", Hours(24), "small/a"),))


def timed(**fields: object) -> object:
    kept = {"owed": is_concern(concern), "starts": received(moment), "within": Hours(24), "cites": CITES}
    return Clocks((concern,)).clock("tell", "tell them", **{**kept, **fields})


def test_a_clock_counts_from_the_one_moment_that_its_start_lists() -> None:
    assert timed().moment == moment
    assert timed(starts=occurred(concern, other_moment)).moment == other_moment


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"starts": is_concern(concern)}, "names 0 moments"),
        ({"starts": received(moment) & occurred(concern, other_moment)}, "names 2 moments"),
        ({"cites": []}, "the clause that carries it"),
    ],
)
def test_a_clock_that_cannot_be_is_refused(fields, says: str) -> None:
    with pytest.raises(AuthorError, match=says):
        timed(**fields)


def test_a_start_of_two_moments_says_which_is_meant() -> None:
    both = received(moment) & occurred(concern, other_moment)

    assert timed(starts=both, moment=other_moment).moment == other_moment


def test_the_time_may_stand_in_a_table() -> None:
    speed = Value("speed", str)
    clock = timed(within=APPROVAL, by=speed)

    assert clock.within in clock.counting.free
    assert APPROVAL.key in clock.counting.text


def test_the_parts_of_a_clock_are_conditions() -> None:
    clock = timed()

    assert clock.part("owed")(concern).free == {concern}
    assert clock.part("due")(concern, Value("due", object)).free == {concern, Value("due", object)}
    with pytest.raises(AuthorError, match="the part 'late'"):
        clock.part("late")
    with pytest.raises(AuthorError, match="expected 1"):
        clock.part("owed")(concern, child)


def test_clocks_of_one_table_have_ids_of_their_own() -> None:
    clocks = Clocks((concern,))
    kept = {"owed": is_concern(concern), "starts": received(moment), "within": Hours(24), "cites": CITES}
    clocks.clock("tell", "tell them", **kept)

    with pytest.raises(AuthorError, match="a clock of that id already"):
        clocks.clock("tell", "tell us", **kept)
