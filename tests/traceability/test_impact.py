"""Behavioural impact: whose outcome moves under another edition, reading or version, and by which clause."""

from __future__ import annotations

import attrs
import lamps
import pytest

from cimscore.assessment import Change
from cimscore.calendars import Hours
from cimscore.case import Protected
from cimscore.errors import DocumentError, UnknownNameError
from cimscore.policy import Row
from cimscore.traceability.impact import (
    StoredCase,
    compare_snapshots,
    read_snapshot,
    stored_example,
    take_snapshot,
    with_editions,
    write_snapshot,
)

CASES = (
    StoredCase(name="kept", case=lamps.case(light=True)),
    StoredCase(name="dark", case=lamps.case(kept=False, light=True)),
)
SNAPSHOT = take_snapshot(lamps.rulebook(), CASES)


def moved(after, before=SNAPSHOT) -> list[tuple[str, str, Change]]:
    return [(it.case, it.address, it.change) for it in compare_snapshots(before, after).moved]


def test_the_same_rules_move_nothing():
    assert moved(take_snapshot(lamps.rulebook(), CASES)) == []


def test_another_reading_moves_the_outcomes_that_rest_on_it_and_no_other_case():
    after = take_snapshot(lamps.rulebook(), CASES, readings={"lamps/dusk": "dark"})
    (it,) = compare_snapshots(SNAPSHOT, after).moved
    assert (it.case, it.address, it.change) == ("kept", "lamps/duties/light@case", Change.CHANGED)
    assert "light it at sunset" in it.before and "light it at dark" in it.after


def test_another_edition_takes_away_what_its_clauses_do_not_say():
    after = take_snapshot(with_editions(lamps.rulebook(), {"lamp": "first"}), CASES)
    addresses = {(case, address, change) for case, address, change in moved(after)}
    assert ("kept", "lamps/duties/trim@case", Change.LOST) in addresses
    assert not any("kept-house" in address or "light@" in address for _, address, _ in addresses)


def test_what_moves_is_listed_by_clause():
    after = take_snapshot(with_editions(lamps.rulebook(), {"lamp": "first"}), CASES)
    by_clause = compare_snapshots(SNAPSHOT, after).by_clause()
    assert [it.address for it in by_clause["lamp/lighting/wick"]] == ["lamps/duties/trim@case"]


def test_an_edition_that_holds_anyway_moves_only_the_choice_itself():
    after = take_snapshot(with_editions(lamps.rulebook(), {"lamp": "second"}), CASES)
    assert {address.split("/")[1] for _, address, _ in moved(after)} <= {"editions"}


def test_a_question_that_opens_moves_too():
    undecided = [StoredCase(name="kept", case=lamps.case())]
    decided = [StoredCase(name="kept", case=lamps.case(light=True))]
    found = moved(take_snapshot(lamps.rulebook(), undecided), take_snapshot(lamps.rulebook(), decided))
    assert ("kept", "open: lamps/light-enough@case", Change.GAINED) in found


def test_a_saved_snapshot_of_one_version_is_compared_with_the_next(tmp_path):
    write_snapshot(tmp_path / "before.json", SNAPSHOT)
    before = read_snapshot(tmp_path / "before.json")
    assert before == SNAPSHOT
    more_oil = attrs.evolve(lamps.OIL, rows=(Row(lamps.Size.SMALL, Hours(3), "lamp/lighting/small-lamp"),))
    saved = write_and_read(tmp_path, more_oil)
    assert moved(saved, before) == [("kept", "lamps/duties/light@case", Change.CHANGED)]


def write_and_read(tmp_path, oil):
    """The snapshot of a version whose table says something else, by way of a file."""
    original = lamps.OIL
    try:
        lamps.OIL = oil
        questions = tuple(oil if it is original else it for it in lamps.PLUGIN.questions)
        write_snapshot(tmp_path / "after.json", take_snapshot(lamps.rulebook(questions=questions), CASES))
    finally:
        lamps.OIL = original
    return read_snapshot(tmp_path / "after.json")


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
    own = take_snapshot(lamps.rulebook(), [example]).cases[example.name]["lamps/duties/light@case"].summary
    chosen = take_snapshot(lamps.rulebook(), [example], readings={"lamps/dusk": "sunset"})
    assert "at dark" in own
    assert "at sunset" in chosen.cases[example.name]["lamps/duties/light@case"].summary


@pytest.mark.parametrize("editions", [{"lump": "first"}, {"lamp": "frist"}])
def test_an_unknown_source_or_edition_is_refused_with_the_nearest_name(editions):
    with pytest.raises(UnknownNameError, match="Did you mean"):
        with_editions(lamps.rulebook(), editions)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "impact/0", "cases": {}}', '{"format": "impact/1", "cases": 3}']
)
def test_a_file_that_is_no_snapshot_is_refused_by_name(tmp_path, text):
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(DocumentError, match=r"x\.json"):
        read_snapshot(tmp_path / "x.json")
