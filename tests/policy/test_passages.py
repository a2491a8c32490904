"""A document is cut into the sentences under its own headings; a digest follows the words and nothing else."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cimscore.policy.passages import DIGEST, digest, normalise, passages_of

WORDS = st.lists(st.text(string.ascii_letters, min_size=1, max_size=8), min_size=1, max_size=8)
SPACES = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0"])
BULLETS = st.sampled_from(["", "• ", "- ", "  12. ", "◦", "* • "])

DOCUMENT = """Lantern handbook

On this page
Lighting
Putting out

Lighting

Light it at dusk. A keeper says so (see "Keepers.") Then wait.
  • Trim the wick,
    • never by more than 2.5 mm
  1. Fill it.

Putting out

Put it out at dawn.
Lighting
"""
HEADINGS = ("Lantern handbook", "On this page", "Lighting", "Putting out")


def cut(text=DOCUMENT, headings=HEADINGS):
    return [(passage.heading, passage.position, passage.text) for passage in passages_of(text, headings)]


def test_each_sentence_and_bullet_is_numbered_under_its_heading():
    assert cut()[2:8] == [
        ("Lighting", 1, "Light it at dusk."),
        ("Lighting", 2, 'A keeper says so (see "Keepers.")'),
        ("Lighting", 3, "Then wait."),
        ("Lighting", 4, "Trim the wick,"),
        ("Lighting", 5, "never by more than 2.5 mm"),
        ("Lighting", 6, "Fill it."),
    ]


def test_a_heading_listed_at_the_top_is_not_mistaken_for_the_heading_itself():
    assert cut()[:2] == [("On this page", 1, "Lighting"), ("On this page", 2, "Putting out")]


def test_what_follows_the_last_heading_stays_under_it_even_where_it_repeats_an_earlier_one():
    assert cut()[-2:] == [("Putting out", 1, "Put it out at dawn."), ("Putting out", 2, "Lighting")]


def test_what_comes_before_the_first_heading_stands_under_none():
    assert cut("Skip this\nLighting\nNow.", ("Lighting",)) == [("", 1, "Skip this"), ("Lighting", 1, "Now.")]


def test_a_heading_the_document_lacks_is_passed_over():
    assert cut("Lighting\nNow.", ("Storing", "Lighting", "Selling")) == [("Lighting", 1, "Now.")]


@pytest.mark.parametrize(
    "dressed",
    [
        "the keeper's “lamp” is lit—at dusk",
        'The  keeper’s\u00a0"lamp" is lit - at dusk ',
        "  • The keeper‘s „lamp‟ is lit – at dusk",
        '3. THE KEEPER\'S "LAMP" IS LIT\u200b−at\u00addusk'.replace("\u00ad", " "),
        "◦\tThe keeper´s «lamp» is lit ‑ at\n dusk",
    ],
)
def test_dressing_never_changes_a_digest(dressed):
    assert digest(dressed) == digest('The keeper\'s "lamp" is lit-at dusk')


@given(WORDS, SPACES, BULLETS)
def test_white_space_capitals_and_bullets_never_change_a_digest(words, space, bullet):
    assert digest(bullet + space.join(words).upper() + space) == digest(" ".join(words))


@given(WORDS, st.data())
def test_a_changed_word_always_changes_the_digest(words, data):
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(WORDS.map("".join).filter(lambda word: word.casefold() != words[place].casefold()))
    assert digest(" ".join(words)) != digest(" ".join([*words[:place], other, *words[place + 1 :]]))


@given(st.text())
def test_normalising_twice_is_normalising_once(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_every_digest_reads_as_one(text):
    assert DIGEST.fullmatch(digest(text))


@given(st.lists(WORDS.map(" ".join), max_size=6))
def test_no_line_is_lost(lines):
    cut_lines = passages_of("\n".join(lines), ())
    assert [passage.digest for passage in cut_lines] == [digest(line) for line in lines]
    assert [passage.position for passage in cut_lines] == list(range(1, len(lines) + 1))
