"""A new program's name is one that Python, the file system and the programs beside it can live with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.scaffold import NameRefusedError, Taken, name_of

NOTHING = Taken()
REFUSED = [
    ("2024-visits", "begins with a digit", "visits-2024"),
    ("7", "begins with a digit", "program-7"),
    ("Home_Visits", "small letters", "home-visits"),
    ("home visits", "small letters", "home-visits"),
    ("home--visits", "single hyphens", "home-visits"),
    ("-visits", "small letters", "visits-program"),
    ("../visits", "small letters", "visits-program"),
    ("", "small letters", ""),
    ("visité", "small letters", "visit-program"),
    ("class", "a word of Python", "class-program"),
    ("match", "a word of Python", "match-program"),
    ("list", "a word of Python", "list-program"),
    ("calendar", "comes with Python", "calendar-program"),
    ("tests", "a folder of its tests", "tests-program"),
    ("con", "a device", "con-program"),
    ("case", "keeps that name to itself", "case-program"),
    ("cimscore", "keeps that name to itself", ""),
    ("cimscore-visits", "keeps that name to itself", ""),
    ("v" * 61, "60 are the most", ""),
]


@pytest.mark.parametrize(("typed", "why", "proposed"), REFUSED, ids=[typed or "nothing" for typed, _, _ in REFUSED])
def test_a_hostile_name_is_refused_with_the_reason_and_a_name_that_works(typed: str, why: str, proposed: str) -> None:
    with pytest.raises(NameRefusedError, match=why) as refused:
        name_of(typed, NOTHING)

    assert (f"How about {proposed}?" in str(refused.value)) == bool(proposed)
    assert not proposed or name_of(proposed, NOTHING).package.isidentifier()


def test_hyphens_become_underscores_in_the_package_and_spaces_in_the_title() -> None:
    name = name_of("home-visits", NOTHING)

    assert (name.id, name.package, name.title) == ("home-visits", "home_visits", "Home visits")


def test_what_is_proposed_is_free_itself() -> None:
    taken = Taken(ids={"home-visits": "the program of somebody"})
    with pytest.raises(NameRefusedError) as refused:
        name_of("Home Visits", taken)

    assert "How about" not in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("qld-child-safety", "the program of"),
        ("vic-cims", "the program of"),
        ("qld", "a document of the program qld-child-safety"),
        ("pluggy", "the distribution pluggy"),
        ("_pytest", "small letters"),
    ],
)
def test_a_name_that_is_in_use_is_refused_and_its_owner_named(
    typed: str, who: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["new", typed, "--out", str(tmp_path)])
    said = capsys.readouterr()

    assert (code, list(tmp_path.iterdir())) == (Exit.USAGE, [])
    assert who in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("kind", ["folder", "file", "dangling link"])
def test_nothing_is_written_over(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = tmp_path / "home-visits"
    if kind == "folder":
        there.mkdir()
        (there / "README.md").write_text("mine", encoding="utf-8")
    elif kind == "file":
        there.write_text("mine", encoding="utf-8")
    else:
        there.symlink_to(tmp_path / "nowhere")
    before = sorted(path.name for path in tmp_path.rglob("*"))

    assert main(["new", "home-visits", "--out", str(tmp_path)]) == Exit.USAGE
    assert "is there already, and nothing is written over" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_a_folder_that_cannot_be_written_to_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert main(["new", "home-visits", "--out", str(tmp_path / "file")]) == Exit.USAGE
    assert "cannot be written" in capsys.readouterr().err


def test_what_is_written_can_be_had_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "home-visits", "--out", str(tmp_path), "--json"]) == Exit.DONE
    told = json.loads(capsys.readouterr().out)
    folder = Path(told["folder"])

    assert folder == tmp_path / "home-visits"
    assert told["files"] == sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
