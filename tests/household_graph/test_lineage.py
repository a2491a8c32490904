"""Lines of descent: each parent before their children, circles left out, and nothing that is kept for longer."""

from __future__ import annotations

import gc
import weakref

import pytest

from cimscore.household_graph.lineage import generations, lineage_of


def test_each_parent_comes_before_their_children() -> None:
    lineage = lineage_of([("mia", "ari"), ("gran", "mia"), ("gran", "zoe"), ("leo", "ari")])
    assert generations(lineage) == ["gran", "leo", "mia", "ari", "zoe"]


def test_whoever_is_their_own_ancestor_is_left_out_of_the_circle_and_stays_the_parent_of_others() -> None:
    lineage = lineage_of([("ari", "mia"), ("mia", "ari"), ("mia", "kit"), ("gran", "ari")])
    assert sorted(lineage.edges) == [("gran", "ari"), ("mia", "kit")]


@pytest.mark.parametrize("pairs", [[("mia", "ari"), ("gran", "mia")], [("ari", "mia"), ("mia", "ari")]])
def test_lines_of_descent_are_freed_at_once(pairs: list[tuple[str, str]]) -> None:
    lineage = lineage_of(pairs)
    generations(lineage)
    gone = weakref.ref(lineage)
    gc.disable()
    try:
        del lineage
        assert gone() is None
    finally:
        gc.enable()
