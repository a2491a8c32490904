"""What a department says of a clause is kept beside it, is shown, and goes stale when the clause changes."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import attrs
import lamps
import pytest

from cimscore.cli import main, tracing
from cimscore.cli.commands import coverage, sign_off
from cimscore.errors import CimsError, RecordError, RulebookError
from cimscore.publishing.pages import Book, site_pages
from cimscore.rulebook import Rulebook
from cimscore.traceability import build_trace, read_upkeep
from cimscore.traceability.reviews import signed
from cimscore.traceability.reviews.signed import SignOff, load_sign_offs, read_sign_offs, write_sign_offs

DUSK = "lamp/lighting/dusk"
KIM = {"name": "Kim Example", "role": "Policy manager", "on": dt.date(2026, 1, 5)}


def changed(**changes: object) -> Rulebook:
    """Return the keepers' rulebook with one clause changed."""
    clauses = [attrs.evolve(it, **changes) if it.id == DUSK else it for it in lamps.CLAUSES]
    return lamps.rulebook(clauses=tuple(clauses))


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs a command on the keepers' program, whose own folder is elsewhere."""
    books = {"now": lamps.rulebook()}
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sign_off, "load_rulebook", lambda: books["now"])
    for module in (tracing, signed):
        monkeypatch.setattr(module, "upkeep_folder", lambda _: tmp_path / "own")

    def running(*typed: object, book: Rulebook | None = None) -> tuple[int, str]:
        books["now"] = book or lamps.rulebook()
        code = main([str(word) for word in typed])
        said = capsys.readouterr()
        return code, said.out + said.err

    return running


NAMED = ("--name", "Kim Example", "--role", "Policy manager", "--on", "2026-01-05")


def test_a_sign_off_is_kept_in_the_folder_that_is_named_and_otherwise_beside_the_program(run, tmp_path):
    assert run("sign-off", "record", DUSK, *NAMED, "--folder", tmp_path / "kept", "--remark", "As we do it.")[0] == 0
    (kept,) = read_sign_offs(tmp_path / "kept")
    assert (kept.clause, kept.name, kept.role, kept.on, kept.remark) == (
        DUSK, "Kim Example", "Policy manager", dt.date(2026, 1, 5), "As we do it."
    )  # fmt: skip
    assert not (tmp_path / "own").exists()
    assert run("sign-off", "record", "lamp/lighting/*", *NAMED)[0] == 0
    assert len(read_sign_offs(tmp_path / "own")) == 4


def test_a_second_one_stands_beside_the_first_and_the_same_is_kept_once(run, tmp_path):
    for name in ("Kim Example", "Kim Example", "Lee Example"):
        run("sign-off", "record", DUSK, "--name", name, *NAMED[2:])
    assert [it.name for it in read_sign_offs(tmp_path / "own")] == ["Kim Example", "Lee Example"]


@pytest.mark.parametrize(
    "changes",
    [{"text": "Our statement of something else."}, {"digest": "sha256:" + "0" * 20}],
    ids=["our words", "the source's passage"],
)
def test_a_sign_off_goes_stale_when_the_clause_changes_and_stands_when_it_moves(run, changes):
    run("sign-off", "record", DUSK, *NAMED)
    place = attrs.evolve(lamps.CLAUSES[0].locator, position=9)
    assert run("sign-off", "list")[0] == run("sign-off", "list", book=changed(locator=place))[0] == 0
    code, said = run("sign-off", "list", book=changed(**changes))
    assert code == 1 and "it is to be signed again" in said
    assert json.loads(run("sign-off", "list", "--json", book=changed(**changes))[1])[0]["stale"] is True

    assert run("sign-off", "record", DUSK, *NAMED, book=changed(**changes))[0] == 0
    code, said = run("sign-off", "list", book=changed(**changes))
    assert code == 0 and "To be signed again: 0" in said and said.count("Kim Example") == 2


def test_of_a_clause_that_is_no_longer_there_that_is_said(run):
    run("sign-off", "record", "lamp/lighting/wick", *NAMED)
    without = tuple(it for it in lamps.CLAUSES if it.id != "lamp/lighting/wick")
    book = lamps.rulebook()
    (program,) = book.programs.values()
    fewer = attrs.evolve(program, declared=attrs.evolve(program.declared, clauses=without))
    code, said = run("sign-off", "list", book=Rulebook(programs={"lamps": fewer}, reader=book.reader))
    assert code == 1 and "lamp/lighting/wick" in said


def test_a_ticked_reading_is_kept_with_the_clauses_of_its_point(run, tmp_path):
    run("sign-off", "record", "lamp/*", *NAMED, "--reading", "lamps/dusk=dark")
    ticked = {it.clause for it in read_sign_offs(tmp_path / "own") if it.readings == ("lamps/dusk=dark",)}
    assert ticked == {DUSK}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("lamp/lighting/dsuk", *NAMED), "Did you mean 'lamp/lighting/dusk'"),
        ((*NAMED,), "No clause was named"),
        ((DUSK, "--name", " ", "--role", "x"), "has a name and a role"),
        ((DUSK, *NAMED, "--change"), "which"),
        ((DUSK, *NAMED, "--reading", "lamps/dsuk=dark"), "Did you mean 'lamps/dusk'"),
        ((DUSK, *NAMED, "--reading", "lamps/dusk=drak"), "Did you mean 'dark'"),
    ],
)
def test_a_record_that_says_too_little_is_refused_and_nothing_is_written(run, tmp_path, typed, words):
    code, said = run("sign-off", "record", *typed)
    assert code == 2 and words in said
    assert not (tmp_path / "own").exists()


def test_a_file_that_was_edited_by_hand_is_refused_with_its_place(tmp_path):
    (tmp_path / "sign-offs.toml").write_text('[[sign-off]]\nclause = "x"\nagreed = true\n')
    with pytest.raises(RulebookError, match="agreed"):
        read_sign_offs(tmp_path)
    (tmp_path / "sign-offs.toml").write_text("[[")
    with pytest.raises(CimsError, match="a TOML file"):
        read_sign_offs(tmp_path)


def given(folder: Path, book: Rulebook, *, agrees: bool = True, remark: str = "") -> dict[str, tuple[SignOff, ...]]:
    write_sign_offs(folder, signed.signed(book, [DUSK], **KIM, agrees=agrees, remark=remark))
    return {id: those for id, those in load_sign_offs(book, folder).items() if id == DUSK}


def pages_of(
    book: Rulebook, sign_offs: dict[str, tuple[SignOff, ...]], words: dict[str, tuple[str, ...]]
) -> dict[str, str]:
    trace = build_trace(book)
    shown = Book(rulebook=book, trace=trace, programs=("lamps",), words=words, signed=sign_offs, on=dt.date(2026, 1, 6))
    return {page.path: page.text for page in site_pages(shown)}


def test_the_site_shows_who_signed_a_clause_and_that_it_has_to_be_signed_again(tmp_path):
    sign_offs = given(tmp_path, lamps.rulebook(), agrees=False, remark="Say noon.")
    pages = pages_of(lamps.rulebook(), sign_offs, {})
    assert "Kim Example, Policy manager, asks for a change (2026-01-05): Say noon." in pages[f"clauses/{DUSK}.md"]
    assert "Signed: 1 of 6 clauses (a change is asked for: 1)." in pages["coverage/lamps.md"]

    pages = pages_of(changed(text="Our statement of something else."), sign_offs, {})
    assert "Sign again" in pages[f"clauses/{DUSK}.md"]
    assert "Signed: 0 of 6 clauses. To be signed again, since the clause has changed: 1." in pages["coverage/lamps.md"]


def test_a_sheet_has_the_sources_words_where_they_are_held_and_the_unclear_points_to_tick(tmp_path):
    said = "Each house that is kept has a lamp that is lit at dusk."
    pages = pages_of(lamps.rulebook(), given(tmp_path, lamps.rulebook()), {DUSK: (said,)})
    sheet = pages["sign-off/lamp/lighting.md"]
    assert said in sheet and "Kim Example" in sheet
    assert "☐ When the sun sets. (taken)" in sheet and "☐ When it is dark." in sheet
    assert said not in pages_of(lamps.rulebook(), {}, {})["sign-off/lamp/lighting.md"]


def test_coverage_counts_what_is_signed_and_lists_what_is_to_be_signed_again(run, tmp_path, monkeypatch, capsys):
    run("sign-off", "record", DUSK, *NAMED, "--folder", tmp_path)
    for book, words in (
        (lamps.rulebook(), "Signed by the department: 1"),
        (changed(text="Otherwise."), "to be signed again: 1"),
    ):
        monkeypatch.setattr(coverage, "load_rulebook", lambda book=book: book)
        monkeypatch.setattr(coverage, "chosen_programs", lambda _, book=book: list(book.programs.values()))
        monkeypatch.setattr("cimscore.cli.tracing.load_upkeep", lambda _: read_upkeep([]))
        main(["coverage", "--sign-offs", str(tmp_path)])
        assert words in capsys.readouterr().out


def test_a_folder_of_sign_offs_that_is_not_there_is_said_and_not_taken_for_an_empty_one(run, tmp_path):
    code, said = run("sign-off", "list", "--folder", tmp_path / "nowhere")
    assert code == 2 and "nowhere is not a folder" in said


def test_a_file_that_cannot_be_opened_is_refused_with_its_place(tmp_path):
    (tmp_path / "sign-offs.toml").mkdir()
    with pytest.raises(RecordError, match=r"sign-offs\.toml: .*a file that can be read"):
        read_sign_offs(tmp_path)


@pytest.mark.parametrize("on", ["yesterday", "2026-13-01"])
def test_a_day_of_reading_that_is_no_day_is_refused_with_an_example(run, on):
    code, said = run("sign-off", "record", DUSK, "--name", "Kim Example", "--role", "Manager", "--on", on)
    assert code == 2 and on in said
