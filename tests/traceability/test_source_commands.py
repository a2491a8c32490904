"""The command `sources`, as typed."""

from __future__ import annotations

import json
import re

import lamps
import pytest

LIGHT = "lamps/duties-keeping/light"


def test_sources_in_step_end_well_and_a_changed_word_does_not(run, tmp_path, tests_file):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "handbook.txt").write_text(lamps.HANDBOOK)
    code, said = run("sources", "check", folder)
    assert code == 0 and "lamp: handbook.txt has its title and 2 of its 2 headings" in said
    assert "Passages of lamp that are not compared: 1, before the first heading." in said

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


def test_a_heading_that_is_not_there_is_named_with_what_finds_its_new_name(run, tmp_path):
    (tmp_path / "page.txt").write_text(lamps.HANDBOOK.replace("Putting out\n", "About darkness\n"))
    code, said = run("sources", "check", tmp_path)
    assert code == 1
    assert "page.txt has its title and 1 of its 2 headings, without 'Putting out'" in said
    assert "A heading that has another name now is found with --as lamp=page.txt" in said


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
    written = {it.name for it in drafted.iterdir()}
    assert written == {"edition.toml", "changed.toml", "new.toml"} == set(re.findall(r"\w+\.toml", said))


def test_a_draft_of_a_page_in_another_order_says_where_each_clause_stands(run, tmp_path):
    title, head, *lines = lamps.HANDBOOK.splitlines()
    (tmp_path / "handbook.txt").write_text("\n".join([title, head, *reversed(lines[:4]), *lines[4:]]))
    typed = ("--as", f"lamp={tmp_path / 'handbook.txt'}", "--out", tmp_path / "out", "--edition", "2026-07")
    code, said = run("sources", "draft-edition", tmp_path, *typed)
    assert code == 0 and "(moved.toml says where they stand now)" in said
    assert set(re.findall(r"\w+\.toml", said)) == {"moved.toml"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("check",), "a new page: --as lamp=FILE."),
        (("check", "--as", "lamp"), "not ID=FILE"),
        (("check", "--as", "lmap=page.txt"), "Did you mean 'lamp'"),
        (("draft-edition", "--edition", "2026", "--out", "o"), "neither a day nor a month"),
        (("draft-edition", "--edition", "2026-01-01", "--out", "o"), "drafted from: --as lamp=FILE."),
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


@pytest.mark.parametrize("text", ["", "\n \n", "<html><body></body></html>"])
def test_a_page_without_words_is_refused_and_counts_no_clause_as_gone(run, tmp_path, text):
    page = tmp_path / "saved.html"
    page.write_text(text)
    code, said = run("sources", "check", "--as", f"lamp={page}")
    assert code == 4 and "saved.html: found no words" in said and "case document" not in said


def test_a_source_is_named_once(run, tmp_path):
    (tmp_path / "page.txt").write_text(REWRITTEN)
    twice = ("--as", f"lamp={tmp_path / 'page.txt'}") * 2
    code, said = run("sources", "check", *twice)
    assert code == 2 and "named twice" in said
