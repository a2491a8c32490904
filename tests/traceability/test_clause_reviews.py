"""Who has held a clause against its source is kept beside it, told apart, and no longer counts once it changes."""

from __future__ import annotations

import datetime as dt

import attrs
import lamps
import pytest

from cimscore.errors import RulebookError, UnknownNameError
from cimscore.policy import Modal
from cimscore.traceability import ClauseReview, Reader, build_trace, read_upkeep, reviewed, write_clause_reviews
from cimscore.traceability.reviews.reviews import UnsignedReviewError

BOOK = lamps.rulebook()
DUSK = "lamp/lighting/dusk"
DAY = dt.date(2026, 1, 5)


def read_by(reader: Reader, by: str = "Kim Example", before: tuple[ClauseReview, ...] = ()) -> tuple[ClauseReview, ...]:
    """Return the reviews with one of the clause on dusk."""
    return reviewed(before, BOOK, [DUSK], reader=reader, by=by, on=DAY, remark="Nothing  new.")


EVERY = read_by(Reader.SECOND, "Jo Example", read_by(Reader.FIRST))


def test_what_was_written_is_read_again(tmp_path) -> None:
    assert write_clause_reviews(tmp_path, EVERY).name == "clause-reviews.toml"
    assert read_upkeep([tmp_path]).read == EVERY
    assert EVERY[0].remark == "Nothing new."


def test_the_same_reviews_are_the_same_bytes_whatever_their_order(tmp_path) -> None:
    first = write_clause_reviews(tmp_path / "a", EVERY).read_bytes()
    assert write_clause_reviews(tmp_path / "b", reversed(EVERY)).read_bytes() == first


def test_a_later_reading_takes_the_place_of_the_same_readers_last_and_of_no_other() -> None:
    again = read_by(Reader.FIRST, "Lee Example", EVERY)
    assert [(it.reader, it.by) for it in again] == [(Reader.FIRST, "Lee Example"), (Reader.SECOND, "Jo Example")]


def test_a_clause_shows_who_read_it() -> None:
    found = build_trace(BOOK, read=EVERY).clause[DUSK].reviews
    assert [it.reader.words for it in found] == ["the authors' first reading", "the authors' second reading"]
    assert build_trace(BOOK, read=EVERY).clause["lamp/lighting/storm-door"].reviews == ()


@pytest.mark.parametrize("change", [{"text": "Another."}, {"subject": "a keeper"}, {"modality": Modal.MUST}])
def test_a_reading_no_longer_counts_once_the_clause_says_something_else(change: dict[str, object]) -> None:
    clauses = tuple(attrs.evolve(it, **change) if it.id == DUSK else it for it in lamps.CLAUSES)
    assert build_trace(lamps.rulebook(clauses=clauses), read=EVERY).clause[DUSK].reviews == ()


def test_a_new_title_or_a_new_word_to_search_by_needs_no_new_reading() -> None:
    clauses = tuple(
        attrs.evolve(it, title="Dusk", synonyms=("sunset",)) if it.id == DUSK else it for it in lamps.CLAUSES
    )
    assert build_trace(lamps.rulebook(clauses=clauses), read=EVERY).clause[DUSK].reviews == EVERY


def test_a_reading_names_who_read_and_a_clause_that_is_there() -> None:
    with pytest.raises(UnsignedReviewError, match="name them"):
        read_by(Reader.FIRST, " ")
    with pytest.raises(UnknownNameError, match="dusk"):
        reviewed((), BOOK, ["lamp/lighting/dask"], reader=Reader.FIRST, by="Kim Example", on=DAY)


def test_everything_wrong_in_the_file_is_told_at_once(tmp_path) -> None:
    (tmp_path / "clause-reviews.toml").write_text('[[review]]\nclause = "a/b/c"\nreader = "third"\nby = 3\n')
    with pytest.raises(RulebookError) as caught:
        read_upkeep([tmp_path])
    for words in ("found 'third'", "a/b/c.by: found 3", "a/b/c.on: found nothing", "statement: found nothing"):
        assert words in str(caught.value)
