"""The due list and the trays: queries that say what a decision made anew would say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import icalendar
import pytest
from cluster import ON_A_FILE
from sqlalchemy import delete, func, insert, select, update
from tests.each_nth import spread

from cimscore.assessment import due_list
from cimscore.case import Case, Moment
from cimscore.register import Register, Signed, Step, calendar_of
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.tables import DOCUMENT, LISTED, TALLY, UNLISTED
from cimscore.register.storage.versions import opened
from cimscore.register.trays.lists import counts_by_state, due_parts, trays, unlist
from cimscore.register.trays.tallies import count_anew
from cimscore.rulebook import Rulebook

EXAMPLES = Path(__file__).parents[2] / "examples"
KIM = Signed(person="Kim Example", role="child-safety-officer")
MONDAY = dt.datetime(2025, 3, 3, 2, tzinfo=dt.UTC)
LATE = "Overdue, or perhaps so"


@pytest.fixture
def case(rulebook: Rulebook) -> Case:
    return rulebook.read_case(EXAMPLES / "both-programs.yaml")


def at(register: Register, when: dt.datetime) -> Register:
    """The register at some time."""
    return attrs.evolve(register, now=lambda: when)


@pytest.mark.spread
def test_the_lists_say_at_every_moment_what_is_decided_anew(file_register: Register, rulebook: Rulebook) -> None:
    """Every example, at each instant about which something is due, a moment before and after, and between."""
    register = at(file_register, MONDAY)
    for example in sorted(EXAMPLES.glob("*.yaml")):
        case = rulebook.read_case(example)
        register.add(case, KIM)
    assert not [case for case in register.cases() if register.lists.differ_for(case)]
    edges = {item.due for part in register.lists.due() for item in part.items if item.due}
    moments = sorted({edge + dt.timedelta(minutes=minutes) for edge in edges for minutes in (-1, 0, 1, 300)})
    for moment in spread(moments[:: max(1, len(moments) // 24)], 5):
        owed = due_list(
            decision for case in register.cases() for decision in register.stood(case, at=Moment(moment)).decisions
        )
        late = {(act.case, act.program, act.clock.address) for act in owed if act.overdue}
        listed = {
            (item.case, item.program, item.thing)
            for part in register.lists.due(moment)
            for item in part.items
            if part.title == LATE
        }
        assert listed == late, moment
    assert len(edges) > 5


def test_what_is_due_comes_in_order_of_time_and_says_how_much_there_is(register: Register, case: Case) -> None:
    at(register, MONDAY).add(case, KIM)
    every = register.lists.due()
    first = register.lists.due(first=1)

    assert [part.count for part in first] == [len(part.items) for part in every]
    assert all(len(part.items) == 1 for part in first)
    days = [item.due for part in every if part.list == "due" for item in part.items]
    assert days == sorted(days, key=lambda day: (day is None, day))


@ON_A_FILE
def test_lists_follow_each_move_and_can_be_made_anew(register: Register, case: Case) -> None:
    at(register, MONDAY).add(case, KIM)
    before = register.lists.trays()
    step = Step(record="notification:border-house", move="submit")
    at(register, MONDAY + dt.timedelta(hours=1)).move(case.id, step, KIM)
    after = register.lists.trays()
    assert "For approval by the senior-team-leader" in {tray.title for tray in after} - {tray.title for tray in before}
    assert not register.lists.differ_for(case.id)

    with writing(register.engine) as connection:
        connection.execute(update(LISTED).where(LISTED.c.list == "due").values(says="nothing to do"))
    assert register.lists.differ_for(case.id)
    assert register.first_broken() is None  # what is derived is no part of the chain
    assert [*register.lists.make_anew()] == [case.id]
    assert not register.lists.differ_for(case.id)
    assert register.lists.trays() == after


def test_the_lists_tell_how_much_they_hold_whatever_was_done(register: Register, rulebook: Rulebook) -> None:
    """After each act, at moments around each edge, every part and tray says the number of its items."""
    hour = dt.timedelta(hours=1)
    for number, example in enumerate(sorted(EXAMPLES.glob("*.yaml"))):
        at(register, MONDAY + number * hour).add(rulebook.read_case(example), KIM)
    for move in ("submit", "approve"):
        by = attrs.evolve(KIM, person=move, role="senior-team-leader" if move == "approve" else KIM.role)
        step = Step(record="notification:border-house", move=move)
        at(register, MONDAY + dt.timedelta(days=1)).move("both-programs", step, by)
        assert not register.lists.is_miscounted()
    edges = sorted({item.due for part in register.lists.due() for item in part.items if item.due})
    for moment in (None, *(edge + shift for edge in edges[::4] for shift in (-hour, dt.timedelta(), hour))):
        for part in register.lists.due(moment) + register.lists.trays():
            assert part.count == len(part.items) > 0, (moment, part.title)
    states = register.lists.counts_by_state()
    with reading(register.engine) as connection:
        listed = connection.scalar(select(func.count()).where(LISTED.c.list == "state"))
    assert sum(states.values()) == listed and all(states.values())


def test_a_wrong_number_is_found_and_made_right(register: Register, case: Case) -> None:
    at(register, MONDAY).add(case, KIM)
    told = register.lists.trays()
    with writing(register.engine) as connection:
        connection.execute(update(TALLY).values(many=TALLY.c.many + 1))
    assert register.lists.is_miscounted() and register.lists.trays() != told
    assert [*register.lists.make_anew()] == [case.id]
    assert not register.lists.is_miscounted() and register.lists.trays() == told


def test_no_list_is_slow_because_it_is_long(file_register: Register) -> None:
    """Twenty times as much is listed, and the steps of the database's machine stay about the same."""
    steps = []
    for length in (1_000, 20_000):
        with writing(file_register.engine) as connection:
            connection.execute(insert(LISTED), [*long_lists(length)])
            count_anew(connection)
        done = [0]
        with reading(file_register.engine) as connection:
            driver: Any = connection.connection.driver_connection
            driver.set_progress_handler(lambda done=done: done.__setitem__(0, done[0] + 1), 10)
            due_parts(connection, MONDAY + dt.timedelta(days=40), 100, show_kept=False)
            trays(connection, 100, show_kept=False)
            counts_by_state(connection)
            driver.set_progress_handler(None, 0)
        steps.append(done[0])
    assert steps[0] > 500
    assert steps[1] < 1.5 * steps[0]


def long_lists(length: int) -> Iterator[dict[str, Any]]:
    """So many rows of what is due on one of eighty days, of a tray and of a state."""
    for number in range(length):
        day = (MONDAY + dt.timedelta(days=number % 80, seconds=number)).isoformat(timespec="microseconds")
        for place, (name, title, late_from) in enumerate(
            (("due", "", day), ("tray", "t", None), ("state", "p, s", None))
        ):
            yield {
                "case_id": f"{length}-{number}", "place": place, "came": number, "list": name, "title": title,
                "program": "p", "thing": "", "says": "", "detail": "{}", "due": late_from, "late_from": late_from,
            }  # fmt: skip


def test_what_an_older_version_kept_is_listed_when_a_list_is_asked_for(register: Register, case: Case) -> None:
    at(register, MONDAY).add(case, KIM)
    told = register.lists.due(), register.lists.trays(), register.lists.counts_by_state()
    with writing(register.engine) as connection:
        for table in (LISTED, TALLY):
            connection.execute(delete(table))
        unlist(connection, [case.id])

    assert (register.lists.due(), register.lists.trays(), register.lists.counts_by_state()) == told
    with reading(register.engine) as connection:
        assert connection.scalars(select(UNLISTED.c.case_id)).all() == []


def test_cases_of_the_first_version_are_noted_and_one_that_cannot_be_read_is_told(
    tmp_path: Path, rulebook: Rulebook
) -> None:
    file = tmp_path / "kept.db"
    file.write_bytes((Path(__file__).parent / "kept" / "0001.db").read_bytes())
    register = Register(engine=opened(file), rulebook=rulebook)
    with reading(register.engine) as connection:
        assert connection.scalars(select(UNLISTED.c.case_id)).all() == ["c1", "c2", "c3"]
        assert len(connection.scalars(select(DOCUMENT.c.number)).all()) == 6

    (part,) = register.lists.due()
    assert (part.list, part.count) == ("failed", 3)
    assert all("The document cannot be read" in item.says for item in part.items)
    register.close()


def test_a_calendar_has_an_event_on_each_day_that_something_is_due(register: Register, case: Case) -> None:
    at(register, MONDAY).add(case, KIM)
    parts = register.lists.due()
    made = calendar_of(parts, MONDAY)
    events = icalendar.Calendar.from_ical(made).walk("VEVENT")
    brisbane = ZoneInfo("Australia/Brisbane")
    days = {event.decoded("dtstart").astimezone(brisbane).date() for event in events}

    dated = [item for part in parts for item in part.items if item.due]
    assert len(events) == len({event["uid"] for event in events}) == len(dated) > 3
    assert dt.date(2025, 6, 11) in days  # the end of that day, and not the beginning of the next
    assert dt.date(2025, 6, 12) not in days
    assert made == calendar_of(parts, MONDAY)
    assert {str(event["class"]) for event in events} == {"PRIVATE"}
