"""Behavioural impact: whose outcome moves under another edition, reading or version, and by which clause."""

from __future__ import annotations

import attrs
import lamps
import pytest

from cimscore.calendars import Hours
from cimscore.case import Protected
from cimscore.errors import DocumentError, UnknownNameError
from cimscore.policy import Row
from cimscore.rules import Table
from cimscore.traceability.impact import (
    OutcomeChange,
    StoredCase,
    compare_snapshots,
    read_snapshot,
    stored_example,
    take_snapshot,
    write_snapshot,
)

CASES = (
    StoredCase(name="kept", case=lamps.case(light=True)),
    StoredCase(name="dark", case=lamps.case(kept=False, light=True)),
)
SNAPSHOT = take_snapshot(lamps.rulebook(), CASES)


def moved(after, before=SNAPSHOT) -> list[tuple[str, str, OutcomeChange]]:
    return [(it.case, it.address, it.change) for it in compare_snapshots(before, after).moved]


def test_the_same_rules_move_nothing():
    assert moved(take_snapshot(lamps.rulebook(), CASES)) == []


def test_another_reading_moves_the_outcomes_that_rest_on_it_and_no_other_case():
    after = take_snapshot(lamps.rulebook(), CASES, readings={"lamps/dusk": "dark"})
    lost, gained = compare_snapshots(SNAPSHOT, after).moved
    assert (lost.case, lost.address, lost.change) == ("kept", "lamps/duties-keeping@light", OutcomeChange.LOST)
    assert (gained.case, gained.address, gained.change) == (
        "kept",
        "lamps/duties-keeping@light-late",
        OutcomeChange.GAINED,
    )
    assert "light a lamp at sunset" in lost.before and "light a lamp at dark" in gained.after


def test_another_edition_takes_away_what_its_clauses_do_not_say():
    after = take_snapshot(lamps.rulebook(), CASES, editions={"lamp": "first"})
    addresses = {(case, address, change) for case, address, change in moved(after)}
    assert ("kept", "lamps/duties-keeping@trim", OutcomeChange.LOST) in addresses
    assert not any("lit@" in address or "@light" in address for _, address, _ in addresses)


def test_what_moves_is_listed_by_clause():
    after = take_snapshot(lamps.rulebook(), CASES, editions={"lamp": "first"})
    by_clause = compare_snapshots(SNAPSHOT, after).by_clause()
    assert [it.address for it in by_clause["lamp/lighting/wick"]] == ["lamps/duties-keeping@trim"]


def test_an_edition_that_holds_anyway_moves_nothing():
    after = take_snapshot(lamps.rulebook(), CASES, editions={"lamp": "second"})
    assert moved(after) == []


def test_a_question_that_opens_moves_too():
    undecided = [StoredCase(name="kept", case=lamps.case())]
    decided = [StoredCase(name="kept", case=lamps.case(light=True))]
    found = moved(take_snapshot(lamps.rulebook(), undecided), take_snapshot(lamps.rulebook(), decided))
    assert ("kept", "open: lamps/light-enough@case", OutcomeChange.GAINED) in found


def test_a_saved_snapshot_of_one_version_is_compared_with_the_next(tmp_path):
    write_snapshot(tmp_path / "before.json", SNAPSHOT)
    before = read_snapshot(tmp_path / "before.json")
    assert before == SNAPSHOT
    more_oil = Table(
        id="oil",
        title=lamps.OIL.title,
        rows=(Row(lamps.Size.SMALL, Hours(3), "lamp/lighting/small-lamp"), lamps.OIL.rows[1]),
    )
    write_snapshot(tmp_path / "after.json", take_snapshot(lamps.rulebook(tables=lamps.tables(more_oil)), CASES))
    (it,) = compare_snapshots(before, read_snapshot(tmp_path / "after.json")).moved
    assert (it.case, it.address, it.change) == ("kept", "lamps/clock/refill@north", OutcomeChange.CHANGED)
    assert "12:00" in it.before and "13:00" in it.after


def test_what_becomes_provisional_moves():
    (sure, unsure) = (StoredCase(name="kept", case=lamps.case(storm_door=door)) for door in (False, None))
    before, after = (take_snapshot(lamps.rulebook(), [it]) for it in (sure, unsure))
    said = {it.address: (it.before, it.after) for it in compare_snapshots(before, after).moved}
    assert said["lamps/lit@north"] == ("north is lit", "north is lit (provisional)")


def test_a_snapshot_names_nobody(tmp_path):
    named = (attrs.evolve(home, label="The Example house") for home in CASES[0].case.households)
    one = attrs.evolve(CASES[0], case=attrs.evolve(CASES[0].case, households=tuple(named)))
    write_snapshot(tmp_path / "x.json", take_snapshot(lamps.rulebook(), [one]))
    assert "Example" not in (tmp_path / "x.json").read_text() and take_snapshot(lamps.rulebook(), CASES[:1]) == (
        read_snapshot(tmp_path / "x.json")
    )


def test_cases_that_only_one_side_has_are_named_and_not_compared():
    impact = compare_snapshots(SNAPSHOT, take_snapshot(lamps.rulebook(), CASES[:1]))
    assert (impact.cases, impact.gained, impact.lost, impact.moved) == (("kept",), (), ("dark",), ())


def test_a_snapshot_says_nothing_of_the_notifier(tmp_path):
    told = attrs.evolve(CASES[0].case, notifier=Protected({"name": "Pat Example"}))
    write_snapshot(tmp_path / "with.json", take_snapshot(lamps.rulebook(), [attrs.evolve(CASES[0], case=told)]))
    write_snapshot(tmp_path / "without.json", take_snapshot(lamps.rulebook(), CASES[:1]))
    assert (tmp_path / "with.json").read_bytes() == (tmp_path / "without.json").read_bytes()


def test_an_examples_own_moment_and_readings_hold_unless_one_is_chosen_for_all():
    example = stored_example(lamps.example(one=lamps.case(light=True), readings={"lamps/dusk": "dark"}))
    own = take_snapshot(lamps.rulebook(), [example]).cases[example.name]
    chosen = take_snapshot(lamps.rulebook(), [example], readings={"lamps/dusk": "sunset"}).cases[example.name]
    assert "at dark" in own["lamps/duties-keeping@light-late"].summary
    assert "at sunset" in chosen["lamps/duties-keeping@light"].summary


@pytest.mark.parametrize("editions", [{"lump": "first"}, {"lamp": "frist"}])
def test_an_unknown_source_or_edition_is_refused_with_the_nearest_name(editions):
    with pytest.raises(UnknownNameError, match="Did you mean"):
        take_snapshot(lamps.rulebook(), CASES, editions=editions)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "impact/1", "cases": {}}', '{"format": "impact/2", "cases": 3}']
)
def test_a_file_that_is_no_snapshot_is_refused_by_name(tmp_path, text):
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(DocumentError, match=r"x\.json"):
        read_snapshot(tmp_path / "x.json")
