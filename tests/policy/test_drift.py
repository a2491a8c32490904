"""Every way a newer copy of a document can differ from the one that the clauses were written from."""

from __future__ import annotations

import pytest

from cimscore.policy import Clause, Disposition, DriftState, Locator, PolicyEdition, Source, passages_of
from cimscore.policy.drift import compare

HEADINGS = ("Lighting", "Putting out")
COPY = """Menu
Lighting
Light it at dusk.
Trim the wick.
See also: wicks.
Putting out
Put it out at dawn.
"""


def passage(position, heading="Lighting"):
    return next(p.anchor for p in passages_of(COPY, HEADINGS) if (p.heading, p.position) == (heading, position))


def clause(name, anchor, *also):
    return Clause(
        id=f"lamp/{name}", source="lamp", statements=("L-1",), text="…", locator=anchor.locator, digest=anchor.digest,
        also=also, editions=("first",), disposition=Disposition.ENCODED,
    )  # fmt: skip


SOURCE = Source(
    id="lamp", title="Lamps", publisher="Keepers", document="handbook", headings=HEADINGS,
    editions=(PolicyEdition(id="first", title="First"),), passed_over=(passage(3),), unread=("",),
)  # fmt: skip
CLAUSES = (clause("dusk", passage(1), passage(2)), clause("dawn", passage(1, "Putting out")))


def drift(copy, clauses=CLAUSES):
    found = compare(clauses, (SOURCE,), {"lamp": passages_of(copy, HEADINGS)})
    return {
        (row.clause, str(row.was or row.where)): (row.state, str(row.where) if row.where else "")
        for row in found
        if row.state is not DriftState.IN_STEP
    }


def test_the_copy_that_was_read_is_in_step_with_every_passage():
    found = compare(CLAUSES, (SOURCE,), {"lamp": passages_of(COPY, HEADINGS)})
    assert [(row.clause, row.state) for row in found] == [
        ("lamp/dusk", DriftState.IN_STEP),
        ("lamp/dusk", DriftState.IN_STEP),
        ("lamp/dawn", DriftState.IN_STEP),
        ("", DriftState.IN_STEP),
    ]


def test_new_dressing_is_no_drift():
    assert drift(COPY.replace("Light it at", "  •  LIGHT IT\u00a0at")) == {}


def test_a_changed_word_is_a_changed_passage_in_its_place():
    assert drift(COPY.replace("dawn", "noon")) == {
        ("lamp/dawn", "Putting out, passage 1"): (DriftState.CHANGED, "Putting out, passage 1")
    }


def test_a_changed_bullet_touches_the_clause_that_also_rests_on_it():
    assert drift(COPY.replace("Trim", "Cut")) == {
        ("lamp/dusk", "Lighting, passage 2"): (DriftState.CHANGED, "Lighting, passage 2")
    }


def test_a_passage_under_another_heading_has_moved():
    moved = COPY.replace("Light it at dusk.\n", "") + "Light it at dusk.\n"
    assert drift(moved)[("lamp/dusk", "Lighting, passage 1")] == (DriftState.MOVED, "Putting out, passage 2")


def test_a_new_line_moves_those_below_it_and_is_new_itself():
    assert drift(COPY.replace("Light it", "Wait.\nLight it")) == {
        ("lamp/dusk", "Lighting, passage 1"): (DriftState.MOVED, "Lighting, passage 2"),
        ("lamp/dusk", "Lighting, passage 2"): (DriftState.MOVED, "Lighting, passage 3"),
        ("", "Lighting, passage 3"): (DriftState.MOVED, "Lighting, passage 4"),
        ("", "Lighting, passage 1"): (DriftState.NEW, "Lighting, passage 1"),
    }


def test_a_changed_passage_is_found_below_a_line_that_is_no_longer_there():
    found = drift(COPY.replace("Light it at dusk.\n", "").replace("Trim", "Cut").replace("See also: wicks.\n", ""))
    assert found[("lamp/dusk", "Lighting, passage 1")] == (DriftState.CHANGED, "Lighting, passage 1")
    assert found[("lamp/dusk", "Lighting, passage 2")] == (DriftState.GONE, "")


def test_a_changed_passage_is_found_under_its_heading_though_another_stands_in_its_place_now():
    moved = COPY.replace("Put it out at dawn.\n", "").replace("See also: wicks.", "Put it out at dawn.\nSee also: oil.")
    assert drift(moved) == {
        ("lamp/dawn", "Putting out, passage 1"): (DriftState.MOVED, "Lighting, passage 3"),
        ("", "Lighting, passage 3"): (DriftState.CHANGED, "Lighting, passage 4"),
    }


def test_a_removed_passage_is_gone():
    removed = COPY.replace("Put it out at dawn.\n", "")
    assert drift(removed) == {("lamp/dawn", "Putting out, passage 1"): (DriftState.GONE, "")}


def test_a_changed_line_of_navigation_is_seen_without_a_clause():
    assert drift(COPY.replace("See also: wicks.", "See also: oil.")) == {
        ("", "Lighting, passage 3"): (DriftState.CHANGED, "Lighting, passage 3")
    }


def test_unread_headings_never_drift():
    assert drift(COPY.replace("Menu", "Skip\nMenu")) == {}


def test_a_line_that_repeats_a_known_one_is_new_and_leaves_the_first_in_step():
    assert drift(COPY + "Light it at dusk.\n") == {
        ("", "Putting out, passage 2"): (DriftState.NEW, "Putting out, passage 2")
    }


@pytest.mark.parametrize("copies", [{}, {"other": passages_of(COPY, HEADINGS)}])
def test_a_source_without_a_newer_copy_is_left_out(copies):
    assert compare(CLAUSES, (SOURCE,), copies) == ()


def test_the_place_of_a_changed_passage_is_a_locator():
    changed = compare(CLAUSES, (SOURCE,), {"lamp": passages_of(COPY.replace("dusk", "noon"), HEADINGS)})[0]
    assert (changed.was, changed.where) == (Locator(heading="Lighting", position=1),) * 2
