"""Words of a policy keep their capital letters where a page makes words of a name."""

from __future__ import annotations

import attrs
from published_program import book_of, rulebook

from cimscore.publishing.pages.book.capitals import words_with_capitals


def test_a_word_that_is_never_written_small_keeps_its_capitals() -> None:
    texts = ["A record that ICMS cannot hold.", "From 1 July on the Register counts.", "Enter it in iDOCS."]

    assert words_with_capitals(texts) == {"icms": "ICMS", "july": "July", "register": "Register", "idocs": "iDOCS"}


def test_a_word_that_is_written_small_anywhere_has_none() -> None:
    assert words_with_capitals(["After an Act of parliament.", "Each act has its day."]) == {}


def test_a_value_in_quotes_says_nothing_of_its_words() -> None:
    assert words_with_capitals(
        ["It lies in Victoria.", "The state is \N{LEFT SINGLE QUOTATION MARK}victoria\N{RIGHT SINGLE QUOTATION MARK}."]
    ) == {"victoria": "Victoria"}


def test_the_opening_of_a_sentence_says_nothing_of_its_words() -> None:
    assert words_with_capitals(["Notify it. Then wait: Nobody calls."]) == {}


def test_a_name_is_told_with_the_capitals_of_its_clauses() -> None:
    book = book_of(rulebook())
    clauses = tuple(attrs.evolve(clause, text="What ICMS holds is kept in Victoria.") for clause in book.trace.clauses)
    book = attrs.evolve(book, trace=attrs.evolve(book.trace, clauses=clauses))

    assert book.spoken("icms-too") == "ICMS too"
    assert book.spelled("not-in-victoria") == "not in Victoria"
    assert book.spoken("five-day-form") == "Five-day form"
