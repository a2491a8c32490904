"""The command `site generate`, as typed: what it writes, what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import lamps
import pytest

from cimscore.cli import main
from cimscore.cli.commands import SUMMARIES, site
from cimscore.publishing.pages.paper.folder import LIST
from cimscore.traceability import read_upkeep

PAGE = "clauses/lamp/lighting/dusk.md"


@pytest.fixture
def generate(monkeypatch, tmp_path, capsys):
    """Runs the command for the lamps, and gives its exit code with what it printed."""
    monkeypatch.setattr(site, "load_rulebook", lamps.rulebook)
    monkeypatch.setattr(site, "load_examples", lambda *_: (lamps.example(),))
    monkeypatch.setattr(site, "load_upkeep", lambda _: read_upkeep([tmp_path / "upkeep"]))
    monkeypatch.setitem(SUMMARIES, "site", "as under test")

    def running(*typed: object) -> tuple[int, str]:
        code = main(["site", "generate", "--out", str(tmp_path / "pages"), *map(str, typed)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return running


@pytest.fixture
def documents(tmp_path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "handbook.txt").write_text(lamps.HANDBOOK, encoding="utf-8")
    return folder


def pages(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "pages"
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.md"))}


def test_it_writes_every_page_and_says_how_many(generate, tmp_path):
    code, said = generate()
    files = [file for file in (tmp_path / "pages").rglob("*") if file.is_file() and file.name != LIST]

    assert (code, f"{len(files)} pages in " in said) == (0, True)
    assert PAGE in pages(tmp_path)


def test_a_check_writes_nothing_and_names_what_differs(generate, tmp_path):
    assert generate("--check")[0] == 1
    assert not (tmp_path / "pages").exists()
    generate()
    assert generate("--check") == (0, f"{tmp_path / 'pages'} is as it would be generated.\n")
    (tmp_path / "pages" / PAGE).write_text("Written by hand.", encoding="utf-8")
    assert generate("--check") == (1, f"{PAGE}: differs\n")


def test_without_worlds_the_outcomes_are_told_from_the_examples_alone(generate, tmp_path):
    generate()
    told = pages(tmp_path)["outcomes/index.md"]
    generate("--without-worlds")
    alone = pages(tmp_path)["outcomes/index.md"]

    assert "A world is a worked example in which one thing is otherwise" in told
    assert "A world is" not in alone


def test_with_the_documents_the_sources_own_words_stand_beside_ours(generate, documents, tmp_path):
    assert generate("--sources", documents)[0] == 0
    assert "## The source's own words" in pages(tmp_path)[PAGE]
    assert generate()[0] == 0
    assert "## The source's own words" not in pages(tmp_path)[PAGE]


def test_one_changed_word_is_marked_on_every_page_it_touches(generate, documents, tmp_path):
    generate("--sources", documents)
    before = {path for path, text in pages(tmp_path).items() if "Needs review" in text}
    changed = lamps.HANDBOOK.replace("lit at dusk", "lit at noon")
    (documents / "handbook.txt").write_text(changed, encoding="utf-8")
    generate("--sources", documents)
    after = {path for path, text in pages(tmp_path).items() if "Needs review" in text}

    assert PAGE not in before
    assert {PAGE, "rules/lamps/duties-keeping.md", "unclear/lamps/dusk.md", "changes.md"} <= after


def test_a_folder_without_the_document_is_said_to_lack_it_and_the_command_fails(generate, documents, tmp_path):
    (documents / "handbook.txt").write_text("Another text.\n", encoding="utf-8")
    code, said = generate("--sources", documents)

    assert code == 1
    assert "lamp: no file has its title, or half of its headings; its pages are made without" in said
    assert PAGE in pages(tmp_path)


def test_what_others_wrote_is_never_overwritten(generate, tmp_path):
    own = tmp_path / "pages" / PAGE
    own.parent.mkdir(parents=True)
    own.write_text("Written by hand.", encoding="utf-8")
    code, said = generate()

    assert code == 2 and "would be overwritten and was not generated" in said
    assert own.read_text(encoding="utf-8") == "Written by hand."
