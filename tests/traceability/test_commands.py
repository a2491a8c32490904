"""The commands `trace` and `impact`, as typed."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import attrs
import lamps
import pytest
from inverting import inverted

from cimscore.cli import inputs
from cimscore.cli.commands import coverage
from cimscore.traceability import build_trace, read_tests, read_upkeep, write_tests

LIGHT = "lamps/duties-keeping/light"
SIGNED = ("--by", "Kim Example", "--why", "Read anew.", "--on", "2026-01-05")


def justify_examples(book) -> None:
    book["folder"].mkdir(parents=True, exist_ok=True)
    said = (
        '[[justification]]\nlist = "encoded clauses without an example"\nabout = ["*"]\nbecause = "Tested otherwise."\n'
    )
    said += (
        '[[justification]]\nlist = "clauses that the authors have not read twice"\nabout = ["*"]\nbecause = "New."\n'
    )
    (book["folder"] / "justifications.toml").write_text(said)


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("json", b'{\n "format": "trace/2"'), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")],
)
def test_the_trace_is_exported_in_each_form(run, tmp_path, tests_file, ending, begins):
    out = tmp_path / f"trace.{ending}"
    assert run("trace", "export", "--out", out, "--tests", tests_file) == (0, "")
    assert out.read_bytes().startswith(begins)


def test_an_export_that_cannot_be_written_says_so(run, tmp_path):
    code, said = run("trace", "export", "--out", tmp_path / "trace.pdf")
    assert code == 2 and ".json, .csv or .xlsx" in said
    code, said = run("trace", "export", "--out", tmp_path / "no" / "trace.csv")
    assert code == 2 and "cannot be written" in said


def test_a_check_fails_until_everything_is_read_tested_and_shown_or_explained(run, book, tests_file):
    code, said = run("trace", "check", "--tests", tests_file)
    assert code == 1
    assert (
        "Encoded clauses without an example: 4" in said
        and "Rules without reviews: 7" in said
        and f"{LIGHT}: nobody is recorded as having read it" in said
    )

    justify_examples(book)
    assert run("trace", "clear", "--program", "lamps", *SIGNED)[0] == 0
    code, said = run("trace", "check", "--tests", tests_file, "--program", "lamps")
    assert (code, "Nothing is missing without a reason" in said, "Not yet read" in said) == (0, True, False)


def test_a_check_says_how_many_rules_nobody_has_read_where_that_may_stand(run, book, tests_file):
    justify_examples(book)
    said = '[[justification]]\nlist = "rules without reviews"\nabout = ["lamps/*"]\nbecause = "Written anew."\n'
    with (book["folder"] / "justifications.toml").open("a") as file:
        file.write(said)
    code, said = run("trace", "check", "--tests", tests_file)
    assert code == 0 and "Not yet read against their clauses: 7 of 7 rules." in said


def test_a_check_names_exactly_the_rules_above_a_condition_that_somebody_inverts(run, book, tests_file):
    justify_examples(book)
    run("trace", "clear", "--program", "lamps", *SIGNED)
    above = build_trace(book["rulebook"]).definition["lamps/lamps.some_house_is_lit"].rules
    with inverted(lamps.some_house_is_lit):
        book["rulebook"] = lamps.rulebook()
        code, said = run("trace", "check")
    named = {line.split()[1].rstrip(",") for line in said.splitlines() if "the rule has changed since" in line}
    assert (code, named) == (1, set(above)) and 0 < len(above) < len(book["rulebook"].rules)


def test_coverage_lists_what_only_parametrised_tests_exercise(run, book, monkeypatch, tests_file):
    monkeypatch.setattr(coverage, "load_rulebook", lambda: book["rulebook"])
    monkeypatch.setattr(inputs, "load_rulebook", lambda: book["rulebook"])
    head = "Exercised only by tests that run over many cases"
    (test,) = read_tests(tests_file)

    typed = ("coverage", "--program", "lamps", "--tests", tests_file)
    one = attrs.evolve(test, clauses=("lamp/lighting/dusk",))
    write_tests(tests_file, [one])
    assert head not in run(*typed)[1]

    write_tests(tests_file, [attrs.evolve(one, id=f"{one.id}[{number}]") for number in (1, 2)])
    assert f"{head}: 1\n  - lamp/lighting/dusk" in run(*typed)[1]
    assert json.loads(run(*typed, "--json")[1])[0]["only_with_many"] == ["lamp/lighting/dusk"]


def test_a_check_without_tests_says_that_it_did_not_look_at_them(run, book):
    justify_examples(book)
    run("trace", "clear", "--program", "lamps", *SIGNED)
    code, said = run("trace", "check")
    assert code == 0 and "Tests were not looked at" in said


def test_clauses_are_recorded_as_read_and_counted_by_whose_reading_it_is(run, book):
    signed = ("--by", "Kim Example, policy officer", "--on", "2026-01-05")
    assert run("trace", "read", "--program", "lamps", "--as", "first", *signed)[0] == 0
    code, said = run("trace", "read", "lamp/lighting/dusk", "--as", "second", *signed, "--remark", "Agreed.")
    assert (code, "lamps, 1 clauses: recorded in" in said) == (0, True)
    kept = read_upkeep([book["folder"]]).read
    assert len(kept) == len(lamps.CLAUSES) + 1
    assert [it.remark for it in kept if it.reader == "second"] == ["Agreed."]
    said = run("trace", "check")[1]
    assert "lamp/lighting/storm-door: read once as it stands" in said and "lamp/lighting/dusk: read" not in said

    assert run("trace", "read", "--as", "second", *signed)[0] == 2
    code, said = run("trace", "read", "lamp/lighting/dask", "--as", "second", *signed)
    assert code == 2 and "Did you mean" in said and read_upkeep([book["folder"]]).read == kept


def test_a_clause_in_the_words_of_its_source_is_named_without_them(run, book, tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "handbook.txt").write_text(lamps.HANDBOOK)
    repeats = attrs.evolve(lamps.CLAUSES[0], text="The keeper, EACH house that is kept has a lamp that glows.")
    assert run("sources", "check", tmp_path / "sources")[0] == 0
    book["rulebook"] = lamps.rulebook(clauses=(repeats, *lamps.CLAUSES[1:]))
    code, said = run("sources", "check", tmp_path / "sources")
    assert code == 1 and "Repeats 8 words of its source in a row: 1" in said and "- lamp/lighting/dusk" in said
    assert "that is kept" not in said
    found = json.loads(run("sources", "check", tmp_path / "sources", "--json")[1])
    assert found["repeats_its_source"] == ["lamp/lighting/dusk"]


def test_a_left_over_reason_fails_the_check(run, book):
    justify_examples(book)
    more = book["folder"] / "justifications.toml"
    more.write_text(
        more.read_text() + more.read_text().replace("encoded clauses without an example", "clauses without rules")
    )
    code, said = run("trace", "check")
    assert code == 1 and "Reasons that justify nothing any more: 1" in said


def test_clearing_records_who_when_and_why_and_keeps_the_other_readings(run, book):
    assert run("trace", "clear", "--program", "lamps", *SIGNED)[0] == 0
    code, said = run("trace", "clear", LIGHT, "--by", "Lee Example", "--why", "Reworded.", "--on", "2026-02-01")
    assert code == 0 and said.startswith(f"{LIGHT}: recorded in ")
    reviews = {review.rule: (review.by, str(review.on), review.why) for review in read_upkeep([book["folder"]]).reviews}
    assert reviews.pop(LIGHT) == ("Lee Example", "2026-02-01", "Reworded.")
    assert set(reviews.values()) == {("Kim Example", "2026-01-05", "Read anew.")} and len(reviews) == 6


def test_where_only_a_change_was_read_the_reading_of_the_whole_rule_is_kept(run, book):
    change = ("--change-only", "--by", "Lee Example")
    code, said = run("trace", "clear", LIGHT, *change, "--why", "Reworded.")
    assert code == 2 and f"Nobody has read {LIGHT} as a whole" in " ".join(said.split())
    assert not book["folder"].exists()

    run("trace", "clear", "--program", "lamps", *SIGNED)
    for why in ("Reworded.", "Reworded once more."):
        assert run("trace", "clear", LIGHT, *change, "--why", why)[0] == 0
        review = next(it for it in read_upkeep([book["folder"]]).reviews if it.rule == LIGHT)
        assert (review.by, review.why) == ("Lee Example", why)
        assert attrs.astuple(review.whole) == ("Kim Example", dt.date(2026, 1, 5), "Read anew.")

    run("trace", "clear", LIGHT, *SIGNED)
    review = next(it for it in read_upkeep([book["folder"]]).reviews if it.rule == LIGHT)
    assert review.whole is None and review.last_whole.why == "Read anew."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("lamps/duties-keeping/ligth", *SIGNED), "Did you mean 'lamps/duties-keeping/light'"),
        (SIGNED, "No rule was named"),
        ((LIGHT, "--by", " ", "--why", "x"), "who read and why"),
    ],
    ids=["unknown rule", "no rule", "no name"],
)
def test_a_clearing_that_says_too_little_is_refused_and_nothing_is_written(run, book, typed, words):
    code, said = run("trace", "clear", *typed)
    assert code == 2 and words in said
    assert not book["folder"].exists()


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        (("trace", "clear", LIGHT, *SIGNED), "pip install -e"),
        (("trace", "read", "lamp/lighting/dusk", "--by", "Kim Example", "--as", "second"), "pip install -e"),
    ],
    ids=["a rule", "a clause"],
)
def test_nothing_is_recorded_in_an_installed_copy_of_a_program(run, book, tmp_path, typed, instead):
    book["folder"] = tmp_path / "site-packages" / "lamps" / "policy" / "upkeep"
    code, said = run(*typed)
    said = " ".join(said.split())
    assert code == 2 and f"lamps is installed in {tmp_path / 'site-packages' / 'lamps'}" in said and instead in said
    assert not book["folder"].exists()


CASE = """\
cimscore: 1
id: a-house
programs: [lamps]
dates: {received: 2025-03-03T10:00+10:00}
households: [{id: north}]
facts: {lamps: {kept: {north: true}, storm-door: {north: false}}}
decisions: [{question: lamps/light-enough, about: [case], answer: true, by: keeper, at: 2025-03-03T11:00+10:00}]
"""


@pytest.fixture
def case_file(tmp_path) -> Path:
    (tmp_path / "house.yaml").write_text(CASE)
    return tmp_path / "house.yaml"


def test_impact_lists_by_clause_what_another_reading_moves(run, case_file):
    code, said = run("impact", case_file, "--reading", "lamps/dusk=dark")
    assert code == 0 and "1 case compared, 1 of them moves." in said
    assert "lamp/lighting/dusk" in said and "house.yaml: lamps/duties-keeping@light" in said


def test_impact_tells_two_files_of_one_name_apart_and_takes_one_file_once(run, case_file, tmp_path):
    other = tmp_path / "other" / case_file.name
    other.parent.mkdir()
    other.write_text(CASE.replace("id: a-house", "id: another-house"))
    code, said = run("impact", case_file, other, case_file, "--reading", "lamps/dusk=dark", "--json")
    found = json.loads(said)
    assert (code, found["cases"]) == (0, sorted([case_file.as_posix(), other.as_posix()]))
    assert {it["case"] for it in found["moved"]} == set(found["cases"])
    code, said = run("impact", case_file, other, "--reading", "lamps/dusk=dark")
    assert code == 0 and "2 cases compared, 2 of them move." in said


def test_impact_of_another_edition_fails_where_asked_to(run, case_file):
    code, said = run("impact", case_file, "--edition", "lamp=first", "--check")
    assert code == 1 and "lamps/duties-keeping@trim" in said
    assert run("impact", case_file, "--edition", "lamp=first", "--from-edition", "lamp=first", "--check")[0] == 0


def test_impact_of_a_new_version_is_found_by_way_of_a_saved_file(run, book, case_file, tmp_path):
    assert run("impact", case_file, "--save", tmp_path / "before.json") == (0, "")
    without = tuple(it for it in lamps.CLAUSES if it.id != "lamp/lighting/wick")
    moved = attrs.evolve(next(it for it in lamps.CLAUSES if it.id == "lamp/lighting/wick"), editions=("first",))
    book["rulebook"] = lamps.rulebook(clauses=(*without, moved))
    code, said = run("impact", case_file, "--against", tmp_path / "before.json", "--json")
    assert code == 0
    assert [it["address"] for it in json.loads(said)["moved"]] == ["lamps/duties-keeping@trim"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ((), "nothing to compare"),
        (("--reading", "dusk"), "not ID=VALUE"),
        (("--edition", "lamp=frist"), "Did you mean 'first'"),
        (("--no-examples", "--reading", "lamps/dsuk=dark"), "Did you mean 'lamps/dusk'"),
        (("--no-examples", "--reading", "lamps/dusk=drak"), "Did you mean 'dark'"),
        (("--no-examples", "--from-reading", "lamps/dusk=drak"), "Did you mean 'dark'"),
        (("--no-examples", "--from-edition", "lamp=frist"), "Did you mean 'first'"),
        (("--against", "before.json", "--from-edition", "lamp=first"), "What was before is told twice"),
        (("--against", "before.json", "--from-reading", "lamps/dusk=dark"), "What was before is told twice"),
    ],
)
def test_impact_says_what_it_lacks(run, typed, words):
    code, said = run("impact", *typed)
    assert code == 2 and words in said
