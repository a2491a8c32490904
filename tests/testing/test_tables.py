"""A condition is tried by itself: exactly what it reads is given, and nothing else."""

from __future__ import annotations

import pytest

from cimscore.rules import AuthorError, Defined, Household, Person, Question
from cimscore.rules.vocabulary import lives_in, visits
from cimscore.testing import table

child, home = Person("child"), Household("home")
AGREED = Question(id="agreed", things=(child,), text="Has {child} agreed to it?", answers=bool)
visitor = Defined((child, home), "{child} [is] a visitor in {home}", visits(child, home) & ~lives_in(child, home))
willing = Defined((child, home), "{child} [is] a willing visitor in {home}", visits(child, home) & AGREED(child))


def test_it_holds_of_what_the_given_rows_say() -> None:
    assert table(visitor, {visits: [("ari", "north"), ("bo", "south")], lives_in: [("bo", "south")]}) == {
        ("ari", "north")
    }


def test_an_answer_is_given_as_the_things_and_then_the_answer() -> None:
    rows = [("ari", "north"), ("bo", "north")]
    assert table(willing, {visits: rows, AGREED: [("ari", True), ("bo", False)]}) == {("ari", "north")}


@pytest.mark.parametrize(
    ("given", "differs"),
    [({visits: []}, "relation:lives-in"), ({visits: [], lives_in: [], AGREED: []}, "question:agreed")],
)
def test_too_little_or_too_much_is_refused_by_name(given: dict[object, list[tuple[str, ...]]], differs: str) -> None:
    with pytest.raises(AuthorError, match=f"differ in {differs}\\.") as caught:
        table(visitor, given)
    assert "is] a visitor" in caught.value.what
