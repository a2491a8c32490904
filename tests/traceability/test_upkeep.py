"""The files in which a program keeps who has read its rules, and why something may be missing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import lamps
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cimscore.errors import RulebookError
from cimscore.rulebook import Declarations, build_rulebook
from cimscore.traceability import Gap, Review, cleared, load_upkeep, read_upkeep, upkeep_folder, write_reviews

BOOK = lamps.rulebook()
REVIEWS = cleared((), BOOK, BOOK.rules, by="Kim Example", on=dt.date(2026, 1, 5), why="First reading.")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def test_what_was_written_is_read_again(tmp_path):
    file = write_reviews(tmp_path / "upkeep", REVIEWS)
    assert file.name == "reviews.toml"
    assert read_upkeep([tmp_path / "upkeep"]).reviews == REVIEWS


def test_the_same_reviews_are_the_same_bytes_whatever_their_order(tmp_path):
    first = write_reviews(tmp_path / "a", REVIEWS).read_bytes()
    assert write_reviews(tmp_path / "b", reversed(REVIEWS)).read_bytes() == first


@given(by=TEXT, why=TEXT)
def test_any_name_and_any_reason_survives_the_file(tmp_path_factory, by, why):
    folder: Path = tmp_path_factory.mktemp("upkeep")
    review: Review = attrs.evolve(REVIEWS[0], by=by, why=why)
    write_reviews(folder, [review])
    assert read_upkeep([folder]).reviews == (review,)


def test_files_that_are_left_out_say_nothing(tmp_path):
    assert read_upkeep([tmp_path]).reviews == () and read_upkeep([tmp_path]).justifications == ()


def test_a_justification_is_read_from_its_file(tmp_path):
    said = '[[justification]]\nlist = "rules without tests"\nabout = ["lamps/*"]\nbecause = """\nNot\nyet."""\n'
    (tmp_path / "justifications.toml").write_text(said)
    (one,) = read_upkeep([tmp_path]).justifications
    assert (one.gap, one.about, one.because) == (Gap.RULES_WITHOUT_TESTS, ("lamps/*",), "Not yet.")


def test_everything_wrong_in_any_file_is_told_at_once(tmp_path):
    (tmp_path / "justifications.toml").write_text(
        '[[justification]]\nlist = "rules without test"\nabout = []\nbecause = ""\nwhose = "x"\n[[justification]]\n'
    )
    (tmp_path / "reviews.toml").write_text('[[review]]\nrule = "a/b/c"\nby = 3\n')
    with pytest.raises(RulebookError) as caught:
        read_upkeep([tmp_path])
    said = str(caught.value)
    for words in (
        "Did you mean 'rules without tests'", "because: found nothing", "about: found nothing", "an unknown key",
        "[1].list: found nothing", "a/b/c.digest: found nothing", "a/b/c.by: found 3", "a/b/c.on: found nothing",
    ):  # fmt: skip
        assert words in said


def test_a_file_that_is_no_toml_is_told_by_name(tmp_path):
    (tmp_path / "reviews.toml").write_text("[[review")
    with pytest.raises(RulebookError, match=r"reviews\.toml"):
        read_upkeep([tmp_path])


def test_a_programs_folder_stands_beside_its_modules():
    assert upkeep_folder(BOOK.programs["lamps"]) == Path(lamps.__file__).parent / "policy" / "upkeep"
    assert load_upkeep(BOOK).reviews == ()


def test_a_program_that_stands_in_no_file_keeps_nothing():
    nothing = Declarations(identity=lamps.DECLARED.identity, distribution=("lamps", "1"))
    program = build_rulebook([nothing], BOOK.reader).program("lamps")
    assert upkeep_folder(program) is None
