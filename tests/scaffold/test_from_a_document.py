"""A program that begins from a document: every passage has a clause to read, and nothing is covered or copied."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from types import ModuleType

import pytest
from test_new_program import Import

import cimscore
from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.policy import Disposition, DriftState
from cimscore.scaffold import NewProgram, Taken, name_of, new_program_from
from cimscore.traceability.sources import RUN, FirstReading, first_reading, hold_sources, laid_out

LINES = [
    ("h", "Staying at the shelter for one night"),
    ("p", "This page is for whoever works at the shelter in the evening."),
    ("h", "Who may stay"),
    ("p", "Anyone aged sixteen or more may stay for one night. A younger child must not stay without an adult."),
    ("p", "The worker on duty must ring the carer of a younger child within two hours of the child's arrival."),
    ("h", "Leaving"),
    ("p", "The worker must tell the council within 24 hours that a child under sixteen has left alone."),
]
SENTENCES = 5
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def text(file: Path) -> Path:
    """Write the document as plain text."""
    file.write_text("\n\n".join(line for _, line in LINES), encoding="utf-8")
    return file


def page(file: Path) -> Path:
    """Write the document as a page."""
    tags = {"h": "h2", "p": "p"}
    body = "".join(f"<{tags[kind]}>{escape(line)}</{tags[kind]}>" for kind, line in LINES)
    file.write_text(f"<html><body><main>{body}</main></body></html>", encoding="utf-8")
    return file


def word(file: Path) -> Path:
    """Write the document as a DOCX."""
    style = {"h": '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', "p": ""}
    body = "".join(f"<w:p>{style[kind]}<w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for kind, line in LINES)
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return file


KINDS = [(text, "shelter.txt"), (page, "shelter.html"), (word, "shelter.docx")]


def begun(file: Path) -> NewProgram:
    """Return the program that begins from a document."""
    return new_program_from(name_of("one-night", Taken()), first_reading(laid_out(file)), file.name)


@pytest.mark.parametrize(("write", "name"), KINDS, ids=[name for _, name in KINDS])
def test_a_document_is_cut_into_the_same_passages_in_every_format(
    write: Callable[[Path], Path], name: str, tmp_path: Path
) -> None:
    found = first_reading(laid_out(write(tmp_path / name)))

    assert found.headings == tuple(line for kind, line in LINES if kind == "h")
    assert [(it.heading, it.position) for it in found.passages] == [
        (LINES[0][1], 1), ("Who may stay", 1), ("Who may stay", 2), ("Who may stay", 3), ("Leaving", 1),
    ]  # fmt: skip
    assert [it.digest for it in found.passages] == [
        it.digest for it in first_reading(laid_out(text(tmp_path / "as-text.txt"))).passages
    ]


@pytest.mark.parametrize(("write", "name"), KINDS, ids=[name for _, name in KINDS])
def test_every_passage_has_a_clause_to_read_and_the_document_is_in_step(
    write: Callable[[Path], Path], name: str, tmp_path: Path, imported: Import
) -> None:
    document = write(tmp_path / name)
    rulebook = cimscore.load_rulebook([imported(begun(document))])
    clauses = rulebook.clauses.values()

    assert [clause.disposition for clause in clauses] == [Disposition.TO_DO] * SENTENCES
    assert {drift.state for drift in hold_sources(rulebook, tmp_path).drifts} == {DriftState.IN_STEP}
    assert not rulebook.program("one-night").rules


def test_nothing_of_the_document_is_copied_but_its_headings(tmp_path: Path) -> None:
    written = " ".join("\n".join(begun(text(tmp_path / "shelter.txt")).files.values()).split())
    words = [line.split() for kind, line in LINES if kind == "p"]
    runs = [" ".join(line[at : at + RUN]) for line in words for at in range(len(line) - RUN + 1)]

    assert len(runs) > 20
    assert [run for run in runs if run in written] == []


def test_coverage_says_that_nothing_is_settled(
    tmp_path: Path, imported: Import, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from cimscore.cli import inputs  # noqa: PLC0415
    from cimscore.cli.commands import coverage  # noqa: PLC0415

    rulebook = cimscore.load_rulebook([imported(begun(text(tmp_path / "shelter.txt")))])
    for module in (inputs, coverage):
        monkeypatch.setattr(module, "load_rulebook", lambda: rulebook)

    assert main(["coverage", "--program", "one-night"]) == Exit.PROBLEMS
    assert f"settled: 0 of {SENTENCES} clauses, 0 %" in capsys.readouterr().out
    assert main(["coverage", "--program", "one-night", "--json"]) == Exit.PROBLEMS
    assert json.loads(capsys.readouterr().out)[0]["settled"] == 0


def test_two_headings_alike_give_two_ids() -> None:
    digest = "sha256:" + "0" * 20
    passages = [
        cimscore.policy.Passage(heading=heading, position=1, text="It is so.", digest=digest)
        for heading in ("Who may stay?", "Who may stay!")
    ]
    found = new_program_from(
        name_of("one-night", Taken()),
        FirstReading(headings=("Who may stay?", "Who may stay!"), passages=tuple(passages)),
        "page.txt",
    )
    stubs = found.files["src/one_night/policy/one-night/first/clauses.toml"]

    assert stubs.count("[[clause]]") == len({line for line in stubs.splitlines() if line.startswith("id = ")}) == 2


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", "", "no passage under a heading"),
        ("one-sentence.txt", "Everybody leaves by nine in the morning.", "no passage under a heading"),
        ("scan.pdf", "%PDF", "a .pdf file"),
        ("broken.docx", "no zip", "expected a .docx document"),
    ],
)
def test_a_document_that_cannot_be_cut_is_refused_and_nothing_is_written(
    name: str, content: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    code = main(["new", "one-night", "--from-source", str(tmp_path / name), "--out", str(tmp_path / "made")])
    said = capsys.readouterr().err

    assert (code, (tmp_path / "made").exists()) == (Exit.DOCUMENT, False)
    assert says in said and "Traceback" not in said


def test_the_passages_of_a_document_are_listed_with_their_digests_and_opening_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = text(tmp_path / "shelter.txt")
    expected = first_reading(laid_out(document)).passages

    assert main(["sources", "passages", str(document)]) == Exit.DONE
    told = capsys.readouterr().out
    assert main(["sources", "passages", str(document), "--json"]) == Exit.DONE
    plain = json.loads(capsys.readouterr().out)

    assert [(it["heading"], it["position"], it["digest"]) for it in plain] == [
        (it.heading, it.position, it.digest) for it in expected
    ]
    assert all(it.digest in told for it in expected)
    assert "The worker on duty must ring …" in told
    assert not any(line in told for kind, line in LINES if kind == "p")


def test_the_program_of_a_document_passes_its_own_tests_as_it_is_written(tmp_path: Path, imported: Import) -> None:
    module: ModuleType = imported(begun(text(tmp_path / "shelter.txt")))
    tests = tmp_path / "one-night" / "tests" / "test_program.py"
    names: dict[str, object] = {"__name__": "test_program", module.__name__: module}
    exec(compile(tests.read_text(encoding="utf-8"), str(tests), "exec"), names)  # noqa: S102 - what was just written

    names["test_the_program_keeps_every_promise_and_has_every_passage_of_the_document"]()  # type: ignore[operator]
