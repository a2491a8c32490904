"""Lines of descent in order, and graphs of them that go when they are no longer needed."""

from __future__ import annotations

import gc
import weakref

import pytest

from cimscore.household_graph.lineage import Pair, generations, lineage_of

FAMILY = [("gran", "mia"), ("mia", "ari"), ("mia", "bo")]
WITH_A_CIRCLE = [("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("e", "e")]


def test_each_parent_comes_before_their_children_and_others_in_the_order_of_their_names() -> None:
    assert generations(lineage_of(FAMILY)) == ["gran", "mia", "ari", "bo"]


def test_a_circle_of_parents_leaves_the_rest_of_the_family_in_order() -> None:
    lineage = lineage_of(WITH_A_CIRCLE)

    assert sorted(lineage.edges) == [("b", "c"), ("c", "d")]
    assert generations(lineage) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("pairs", [FAMILY, WITH_A_CIRCLE], ids=["a family", "a circle"])
def test_a_lineage_that_was_put_in_order_is_not_kept_alive_by_itself(pairs: list[Pair]) -> None:
    gc.disable()
    try:
        lineage = lineage_of(pairs)
        generations(lineage)
        kept = weakref.ref(lineage)
        del lineage
        assert kept() is None
    finally:
        gc.enable()
