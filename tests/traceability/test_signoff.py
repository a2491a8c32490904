"""Sign-off sheets: one for each chapter, in the order of the document."""

from __future__ import annotations

import datetime as dt

import attrs
import lamps

from cimscore.traceability import Exercise, LinkState, RecordedTest, Result, Way, build_trace, cleared, sign_off_sheets

BOOK = lamps.rulebook()
REVIEWS = cleared((), BOOK, ["lamps/duties-keeping/trim"], by="Kim Example", on=dt.date(2026, 1, 5), why="Read.")
RULE = BOOK.rules["lamps/duties-keeping/trim"]
EXERCISED = (Exercise(rule=RULE.address, way=Way.APPLIED, digest=RULE.digest),)
PASSED = RecordedTest(id="t::a", file="t", line=1, digest="", result=Result.PASSED, exercised=EXERCISED)
FAILED = attrs.evolve(PASSED, id="t::b", result=Result.FAILED)


def test_each_chapter_has_its_sheet_with_its_clauses_in_document_order():
    sheets = sign_off_sheets(build_trace(BOOK))
    assert [(sheet.heading, [row.clause.rpartition("/")[2] for row in sheet.rows]) for sheet in sheets] == [
        ("Lighting", ["dusk", "storm-door", "small-lamp", "wick"]),
        ("Putting out", ["judges", "fine-thing"]),
    ]
    assert (sheets[0].program, sheets[0].title) == ("lamps", "The keeper's handbook")


def test_a_row_tells_the_reading_the_rules_their_proof_and_who_read_them():
    row = sign_off_sheets(build_trace(BOOK, [PASSED, FAILED], reviews=REVIEWS))[0].rows[3]
    (rule,) = row.rules
    assert (row.reading, rule.sentence) == ("Our statement of lighting/wick.", "The keeper must trim the wick.")
    assert (rule.passed, rule.tests, rule.state) == (1, 2, LinkState.SUSPECT)
    assert rule.review and rule.read == "read by Kim Example on 2026-01-05"


def test_a_rule_that_nobody_has_read_is_told_as_such():
    rules = [rule for sheet in sign_off_sheets(build_trace(BOOK)) for row in sheet.rows for rule in row.rules]
    assert {(rule.review, rule.read) for rule in rules} == {(None, "not yet read")}


def test_a_row_without_rules_tells_why():
    judges, fine_thing = sign_off_sheets(build_trace(BOOK))[1].rows
    assert (judges.note, fine_thing.note) == ("Is it light enough?", "an opinion")
