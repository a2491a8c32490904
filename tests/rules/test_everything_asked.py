"""Words and numbers that an author asks a base relation with are found wherever they are written."""

from __future__ import annotations

from cimscore.rules import Concern, Conclusion, Defined, Record, Topic, Value, some
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.uses import everything_asked, reached
from cimscore.rules.vocabulary import is_concern, record_moved_by

concern, record = Concern("concern"), Record("record")
mover, hand = Value("mover", str), Value("hand", str)
was_made_by = Defined(
    (concern, mover),
    "{mover} [made|did not make] the record of {concern}",
    is_concern(concern) & some(record, record_moved_by(record, "submit", mover)),
)
MADE_BY = Conclusion("made-by", (concern, mover), "{concern} [is] recorded by {mover}", topic=Topic.STARTS)
MADE_BY.row("as-written", concern, mover, when=was_made_by(concern, mover), cites=["doc/one/clause"])


def hands(predicate: Predicate) -> set[object]:
    asked = everything_asked(reached([predicate]))
    return {each.terms[-1] for each in asked if each.predicate is record_moved_by}


def test_a_word_is_found_behind_a_definition() -> None:
    said = Conclusion("said", (concern,), "{concern} [is] theirs", topic=Topic.STARTS)
    said.row("theirs", concern, when=was_made_by(concern, "police"), cites=["doc/one/clause"])

    assert hands(said) == {mover, "police"}


def test_a_word_is_found_behind_a_conclusion_and_a_definition_on_it() -> None:
    by_way = Defined((concern, hand), "{concern} [goes] by {hand}", MADE_BY(concern, hand))
    said = Conclusion("said", (concern,), "{concern} [is] theirs", topic=Topic.STARTS)
    said.row("theirs", concern, when=by_way(concern, "court"), cites=["doc/one/clause"])

    assert hands(said) == {mover, "court"}


def test_what_nobody_asks_with_is_not_found() -> None:
    assert hands(MADE_BY) == {mover}
