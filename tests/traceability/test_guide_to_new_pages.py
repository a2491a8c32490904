"""The guide to renamed pages is carried out: every command in it, in order, with what it prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import lamps
import pytest

from cimscore.cli import main, tracing
from cimscore.cli.commands import sign_off, timeline
from cimscore.cli.commands.sources import check, draft_edition, fingerprint
from cimscore.traceability import read_upkeep
from cimscore.traceability.lining_up import fingerprints
from cimscore.traceability.reviews import signed

GUIDE = Path(__file__).parents[2] / "site" / "docs" / "guides" / "new-pages.md"
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# file: (\S+)\n")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the keepers' program installed and its own files in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    book = lamps.rulebook()
    for module in (check, draft_edition, fingerprint, sign_off, tracing, timeline):
        monkeypatch.setattr(module, "load_rulebook", lambda: book, raising=False)
    for module in (tracing, fingerprints, signed):
        monkeypatch.setattr(module, "upkeep_folder", lambda _: tmp_path / "upkeep")
    monkeypatch.setattr(tracing, "load_upkeep", lambda _: read_upkeep([]))
    monkeypatch.setattr(tracing, "load_examples", lambda _: [])
    monkeypatch.setattr("cimscore.cli.beside.chosen_programs", lambda _: list(book.programs.values()))
    return tmp_path


def test_every_command_of_the_guide_does_what_it_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said, shown = "", 0
    for language, text in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        named = FILE.match(text)
        if named:
            file = folder / named[1]
            file.parent.mkdir(exist_ok=True)
            file.write_text(text[named.end() :], encoding="utf-8")
        elif language == "sh":
            for line in text.splitlines():
                code = main(shlex.split(line)[1:])
                told = capsys.readouterr()
                said = told.out
                assert code in (0, 1) and not told.err, line
        else:
            assert said.startswith(text), said
            shown += 1
    assert shown == 4
    assert (folder / "pages" / "handbook.txt").read_text() == lamps.HANDBOOK
    assert (folder / "drafted" / "lamp" / "2026-01-01" / "edition.toml").exists()
