"""The commands: `trace`, `sources` and `impact`, as typed."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import lamps
import pytest
from inverting import inverted

from cimscore.cli import main, tracing
from cimscore.cli.commands import SUMMARIES, impact
from cimscore.cli.commands.sources import check as sources_check
from cimscore.cli.commands.sources import draft_edition, fingerprint
from cimscore.cli.commands.trace import check, clear, read
from cimscore.traceability import Exercise, RecordedTest, Result, Way, build_trace, read_upkeep, write_tests
from cimscore.traceability.lining_up import fingerprints

LIGHT = "lamps/duties-keeping/light"
SIGNED = ("--by", "Kim Example", "--why", "Read anew.", "--on", "2026-01-05")


@pytest.fixture
def book(monkeypatch, tmp_path):
    """What the commands take for the installed programs, with its files in a folder of the test's own."""
    installed = {"rulebook": lamps.rulebook(), "folder": tmp_path / "program" / "policy" / "upkeep"}
    for module in (tracing, check, clear, read, sources_check, draft_edition, fingerprint, impact):
        monkeypatch.setattr(module, "load_rulebook", lambda: installed["rulebook"], raising=False)
    monkeypatch.setattr(tracing, "load_upkeep", lambda _: read_upkeep([installed["folder"]]))
    for module in (fingerprint, fingerprints):
        monkeypatch.setattr(module, "upkeep_folder", lambda _: installed["folder"])
    for module in (clear, read):
        monkeypatch.setattr(module, "upkeep_folder", lambda _: installed["folder"])
    for name in ("trace", "sources", "impact"):
        monkeypatch.setitem(SUMMARIES, name, "as under test")
    return installed


@pytest.fixture
def run(book, capsys, monkeypatch):
    """Runs a command and gives its exit code with what it printed."""
    monkeypatch.setenv("COLUMNS", "120")

    def running(*typed: object) -> tuple[int, str]:
        code = main([str(word) for word in typed])
        said = capsys.readouterr()
        return code, said.out + said.err

    return running


@pytest.fixture
def tests_file(book, tmp_path) -> Path:
    """A record in which one test applied every rule."""
    rules = book["rulebook"].rules.values()
    exercised = tuple(Exercise(rule=rule.address, way=Way.APPLIED, digest=rule.digest) for rule in rules)
    test = RecordedTest(id="t.py::test", file="t.py", line=1, digest="", result=Result.PASSED, exercised=exercised)
    write_tests(tmp_path / "tests.json", [test])
    return tmp_path / "tests.json"


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
    ("ending", "begins"), [("json", b'{\n "format": "trace/2"'), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")]
)
def test_the_trace_is_exported_in_each_form(run, tmp_path, tests_file, ending, begins):
    out = tmp_path / f"trace.{ending}"
    assert run("trace", "export", "--out", out, "--tests", tests_file) == (0, "")
    assert out.read_bytes().startswith(begins)


def test_an_export_that_cannot_be_written_says_so(run, tmp_path):
    code, said = run("trace", "export", "--out", tmp_path / "trace.pdf")
    assert code == 2 and ".json, .csv or .xlsx" in said
    for kind in ("csv", "json", "xlsx"):
        code, said = run("trace", "export", "--out", tmp_path / "no" / f"trace.{kind}")
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


def test_sources_in_step_end_well_and_a_changed_word_does_not(run, tmp_path, tests_file):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "handbook.txt").write_text(lamps.HANDBOOK)
    code, said = run("sources", "check", folder)
    assert code == 0 and "lamp: handbook.txt has its title and 2 of its 2 headings" in said

    (folder / "handbook.txt").write_text(lamps.HANDBOOK.replace("at dusk", "at noon"))
    code, said = run("sources", "check", folder, "--tests", tests_file)
    assert code == 1
    assert "changed: lamp/lighting/dusk" in said and f"rule: {LIGHT}" in said and "test: t.py::test" in said
    assert "now: position = 1, digest = " in said
    assert "noon" not in said, "the source's own words are never printed"

    code, said = run("sources", "check", folder, "--json")
    document = json.loads(said)
    assert (code, document["in_step"], len(document["changes"])) == (1, False, 1)
    assert LIGHT in document["changes"][0]["touches"]["rules"]


REWRITTEN = """Looking after lamps
About light
When dusk comes, a lamp is lit in each house that is kept.
Lamps stay dark in a house that has a storm door.
Oil for three hours goes into a small lamp.
Matches are kept dry.
About darkness
It is the keeper who judges if there is light enough to put out the lamp.
"""


def test_a_page_under_another_title_is_lined_up_where_it_is_named(run, book, tmp_path):
    page = tmp_path / "looking-after.txt"
    page.write_text(REWRITTEN)
    old = tmp_path / "old"
    old.mkdir()
    (old / "handbook.txt").write_text(lamps.HANDBOOK)

    code, said = run("sources", "check", "--as", f"lamp={page}")
    assert code == 1 and "our own statement of it" in said
    assert run("sources", "fingerprint", old)[0] == 0
    for typed in (("--as", f"lamp={page}"), ("--as", f"lamps={page}"), (old, "--as", f"lamp={page}")):
        code, said = run("sources", "check", *typed)
        assert code == 1 and "Passages: 4 changed, 2 gone, 1 new, 0 moved, 0 kept." in said
        assert "lamp/lighting/small-lamp: Lighting, passage 3 -> About light, passage 3" in said
        assert "lamps/duties-keeping/trim" in said and "Matches" not in said
    assert "the old document, which is held" in said
    document = json.loads(run("sources", "check", "--as", f"lamp={page}", "--json")[1])
    assert len(document["changes"]) == 7


def test_a_rewritten_page_that_kept_its_title_is_said_to_be_better_lined_up_by_what_it_says(run, book, tmp_path):
    (tmp_path / "page.txt").write_text(REWRITTEN.replace("Looking after lamps", "The keeper's handbook"))
    assert "--as lamp=page.txt" in run("sources", "check", tmp_path)[1]
    (tmp_path / "page.txt").write_text(lamps.HANDBOOK.replace("at dusk", "at noon"))
    assert "--as" not in run("sources", "check", tmp_path)[1]


def test_an_edition_is_drafted_from_a_page_under_another_title(run, book, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(REWRITTEN)
    (tmp_path / "handbook.txt").write_text(lamps.HANDBOOK)
    typed = (tmp_path, "--as", f"lamp={page}", "--out", tmp_path / "out")
    code, said = run("sources", "draft-edition", *typed, "--edition", "2026-07")
    assert code == 0 and "Clauses to read again, since their passage changed: 4" in said
    drafted = tmp_path / "out" / "lamp" / "2026-07"
    assert 'from-known-only-to = "2026-07"' in (drafted / "edition.toml").read_text()
    assert {it.name for it in drafted.iterdir()} == {"edition.toml", "changed.toml", "new.toml"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("check",), "No document was named"),
        (("check", "--as", "lamp"), "not ID=FILE"),
        (("check", "--as", "lmap=page.txt"), "Did you mean 'lamp'"),
        (("draft-edition", "--edition", "2026", "--out", "o"), "neither a day nor a month"),
        (("draft-edition", "--edition", "2026-01-01", "--out", "o"), "Name the page"),
        (("draft-edition", "--as", "lamp=page.txt", "--edition", "2023-01-01", "--out", "o"), "Give a later --from"),
        (("draft-edition", "--as", "lamp=page.txt", "--edition", "2026-01-01", "--out", "."), "already there"),
    ],
)
def test_what_keeps_a_page_from_being_lined_up_is_said_with_what_to_do(run, tmp_path, monkeypatch, typed, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(REWRITTEN)
    (tmp_path / "lamp" / "2026-01-01").mkdir(parents=True)
    code, said = run("sources", *typed)
    assert code == 2 and words in said


def test_a_page_that_is_not_there_is_asked_for_by_name(run, tmp_path):
    code, said = run("sources", "check", "--as", f"lamp={tmp_path / 'nowhere.txt'}")
    assert code == 4 and "nowhere.txt: found no such file" in said


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
