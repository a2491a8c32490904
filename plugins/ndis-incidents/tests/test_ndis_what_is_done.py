"""What has been done: every duty of the program can be said to be done, and a step that is none is told."""

from __future__ import annotations

import attrs
import pytest
from ndis_cases import FORM, NOTIFICATION, at, compiled, decided, due, duties, incident, state

import cimscore
import cimscore_ndis_incidents
from cimscore.assessment import Decision
from cimscore.case import Case, MoveEntry, RecordEntry
from cimscore.wire import write_case

NOW = "2025-03-05T10:00+11:00"
DUTIES = {
    "notify": ("duties-sent/notify", NOTIFICATION),
    "send-the-form": ("duties-sent/send-the-form", FORM),
    "tell-the-provider": ("duties-told/tell-the-provider", "c1"),
}
EARLY, LATE, YET_TO_COME = "2025-03-03T12:00+11:00", "2025-03-04T12:00+11:00", "2025-03-06T10:00+11:00"


def with_done(*entries: dict[str, str]) -> Case:
    """Return the plain incident with acts that are said to be done."""
    rulebook = cimscore.load_rulebook([cimscore_ndis_incidents])
    return rulebook.read_case({**write_case(incident(place="elsewhere")), "done": list(entries)})


def with_moves(record: str, *moves: tuple[str, str]) -> Case:
    """Return the plain incident with the steps of a record."""
    taken = tuple(MoveEntry(move=move, at=at(when)) for move, when in moves)
    entry = RecordEntry(id=record, kind=record.partition(":")[0], moves=taken)
    return attrs.evolve(incident(place="elsewhere"), records=(entry,))


def owed(decision: Decision) -> set[str]:
    """Return the acts of the duties that are still owed, by what their sentence says."""
    says = " ".join(said for said, _ in decision.duties)
    words = {
        "notify": "notify the incident",
        "send-the-form": "send the five-day form",
        "tell-the-provider": "tell the",
    }
    return {act for act, said in words.items() if said in says}


def test_these_are_all_duties() -> None:
    assert duties(decided(incident())) == set(DUTIES)
    assert owed(decided(incident())) == set(DUTIES)


@pytest.mark.parametrize("act", DUTIES)
def test_each_duty_that_is_said_to_be_done_is_owed_no_more(act: str) -> None:
    word, about = DUTIES[act]
    found = decided(with_done({"act": f"ndis-incidents/{word}", "for": about, "at": EARLY}), NOW)
    assert owed(found) == set(DUTIES) - {act}
    assert [line.at for line in found.done] == ["Monday 3 March 2025, 12:00"]


@pytest.mark.parametrize("act", DUTIES)
def test_what_is_done_only_later_is_owed_still(act: str) -> None:
    word, about = DUTIES[act]
    found = decided(with_done({"act": f"ndis-incidents/{word}", "for": about, "at": YET_TO_COME}), NOW)
    assert owed(found) == set(DUTIES)
    assert found.done == ()


@pytest.mark.parametrize(
    ("clock", "when", "word"),
    [
        ("notify", EARLY, "met"),
        ("notify", LATE, "met-late"),
        ("notify", YET_TO_COME, "overdue"),
        ("send-the-form", LATE, "met"),
        ("send-the-form", YET_TO_COME, "running"),
    ],
)
@pytest.mark.parametrize("how", ["clock", "move"])
def test_each_clock_is_met_by_the_act_or_by_the_step(how: str, clock: str, when: str, word: str) -> None:
    record = NOTIFICATION if clock == "notify" else FORM
    said = with_done({"act": f"ndis-incidents/clock/{clock}", "for": "c1", "at": when})
    case = said if how == "clock" else with_moves(record, ("send", when))
    assert state(decided(case, NOW), clock) == {word: "certain"}


@pytest.mark.parametrize("record", [NOTIFICATION, FORM])
def test_a_step_that_there_is_not_counts_for_nothing_and_is_told(record: str) -> None:
    found = decided(with_moves(record, ("sent", EARLY)), NOW)
    assert [line.id for line in found.conclusions if line.warns] == ["refused-move"]
    assert owed(found) == set(DUTIES)


def test_sending_it_again_leaves_it_met_and_moves_nothing() -> None:
    found = decided(with_moves(NOTIFICATION, ("send", EARLY), ("send", LATE)), NOW)
    assert state(found, "notify") == {"met": "certain"}
    assert not [line for line in found.conclusions if line.warns]
    assert due(found, "notify") == "2025-03-04 10:00"
    assert compiled().program.workflows
