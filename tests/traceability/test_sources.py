"""Source documents: read from text, HTML or DOCX, told apart by what they say, and held against the clauses."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import attrs
import lamps
import pytest

from cimscore.errors import DocumentError
from cimscore.policy import DriftState
from cimscore.traceability import Exercise, RecordedTest, Result, Way, build_trace, cleared
from cimscore.traceability.sources import hold_sources, laid_out, match_files, read_document, touched_by
from cimscore.traceability.trace.links import LinkState

DUSK = "lamp/lighting/dusk"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_html(text: str) -> str:
    first, *rest = text.splitlines()
    body = "".join(f"<h2>{it}</h2>" if it in lamps.HEADINGS else f"<li>{it[:4]}<b>{it[4:]}</b></li>" for it in rest)
    return (
        f"<!doctype html><html><head><title>x</title><style>p {{}}</style></head><body><h1>{first}</h1><ul>{body}</ul>"
        "<script>let a = 'Lighting'</script></body></html>"
    )


def docx(file: Path, text: str) -> None:
    said = "".join(
        f"<w:p><w:r><w:t>{line[:5]}</w:t></w:r><w:r><w:t>{line[5:]}</w:t></w:r></w:p>" for line in text.splitlines()
    )
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{said}</w:body></w:document>')


def folder_with(tmp_path: Path, text: str, kind: str = "txt", name: str = "download") -> Path:
    file = tmp_path / f"{name}.{kind}"
    if kind == "docx":
        docx(file, text)
    else:
        file.write_text(as_html(text) if kind == "html" else text, encoding="utf-8-sig")
    return tmp_path


def changes(tmp_path: Path, text: str, kind: str = "txt") -> list[tuple[str, DriftState]]:
    held = hold_sources(lamps.rulebook(), folder_with(tmp_path, text, kind))
    return [(drift.clause, drift.state) for drift in held.changes]


@pytest.mark.parametrize("kind", ["txt", "html", "docx"])
def test_the_document_that_was_read_is_in_step_in_every_format(tmp_path, kind):
    held = hold_sources(lamps.rulebook(), folder_with(tmp_path, lamps.HANDBOOK, kind))
    assert held.changes == () and held.in_step
    assert len(held.drifts) == len(lamps.CLAUSES)
    assert held.matches[0].why == f"download.{kind} has its title and 2 of its 2 headings"


@pytest.mark.parametrize("kind", ["txt", "html", "docx"])
def test_one_changed_word_is_found_in_every_format(tmp_path, kind):
    assert changes(tmp_path, lamps.HANDBOOK.replace("at dusk", "at noon"), kind) == [(DUSK, DriftState.CHANGED)]


def test_each_other_state_is_found(tmp_path):
    gone = lamps.HANDBOOK.replace("The keeper trims the wick first.\n", "")
    assert changes(tmp_path, gone) == [("lamp/lighting/wick", DriftState.GONE)]
    assert changes(tmp_path, lamps.HANDBOOK + "A new thought.\n") == [("", DriftState.NEW)]
    moved = gone + "The keeper trims the wick first.\n"
    assert changes(tmp_path, moved) == [("lamp/lighting/wick", DriftState.MOVED)]


def test_a_change_is_told_with_what_it_touches_and_the_words_as_they_are_now(tmp_path):
    book = lamps.rulebook()
    exercise = Exercise(
        rule="lamps/duties-keeping/light", way=Way.APPLIED, digest=book.rules["lamps/duties-keeping/light"].digest
    )
    test = RecordedTest(id="t.py::test", file="t.py", line=1, digest="", result=Result.PASSED, exercised=(exercise,))
    held = hold_sources(book, folder_with(tmp_path, lamps.HANDBOOK.replace("at dusk", "at noon")))
    trace = build_trace(book, [test], [lamps.example()], drifts=held.drifts)
    touched = touched_by(DUSK, trace)
    assert touched.rules == trace.clause[DUSK].rules and "lamps/duties-keeping/light" in touched.rules
    assert (touched.tests, touched.examples) == (("t.py::test",), ("lamps.examples/a-house",))
    assert (touched.questions, touched.tables, touched.readings) == ((), ("lamps/oil",), ("lamps/dusk",))
    assert held.words_of(book.clauses[DUSK]) == ("Each house that is kept has a lamp that is lit at noon.",)
    assert held.now(held.changes[0]).digest != book.clauses[DUSK].digest


def test_a_changed_word_stays_suspect_until_the_clause_is_mended_and_the_rules_are_read_again(tmp_path):
    book = lamps.rulebook()
    sign = {"by": "Kim Example", "on": dt.date(2026, 1, 5), "why": "The handbook was reworded."}
    reviews = cleared((), book, book.rules, **sign)
    held = hold_sources(book, folder_with(tmp_path, lamps.HANDBOOK.replace("at dusk", "at noon")))
    assert build_trace(book, reviews=reviews, drifts=held.drifts).clause[DUSK].state is LinkState.SUSPECT

    digest = held.now(held.changes[0]).digest
    mended = lamps.rulebook(
        clauses=tuple(attrs.evolve(it, digest=digest) if it.id == DUSK else it for it in lamps.CLAUSES)
    )
    held = hold_sources(mended, tmp_path)
    assert held.in_step
    suspect = build_trace(mended, reviews=reviews, drifts=held.drifts)
    rules = suspect.clause[DUSK].rules
    assert {suspect.rule[rule].state for rule in rules} == {LinkState.SUSPECT}

    read_again = cleared(reviews, mended, rules, **sign)
    assert build_trace(mended, reviews=read_again, drifts=held.drifts).clause[DUSK].state is LinkState.IN_STEP


def test_a_file_is_taken_by_title_or_half_of_the_headings_and_by_nothing_less():
    source = lamps.SOURCE
    texts = {
        "a.txt": "the KEEPER\u2019s handbook\nother",
        "b.txt": "Lighting\nx",
        "c.txt": "no heading\nLighting a lamp",
    }
    by_half = match_files([source], {"b.txt": texts["b.txt"], "c.txt": texts["c.txt"]})[0]
    assert (by_half.file, by_half.title, by_half.headings) == ("b.txt", False, 1)
    said = "a.txt has its title and 0 of its 2 headings, without 'Lighting' and 'Putting out'"
    assert match_files([source], {"a.txt": texts["a.txt"]})[0].why == said
    assert match_files([source], {"c.txt": texts["c.txt"]})[0].why == "no file has its title, or half of its headings"


def test_of_two_files_that_fit_as_well_none_is_guessed(tmp_path):
    folder_with(tmp_path, lamps.HANDBOOK, name="one")
    held = hold_sources(lamps.rulebook(), folder_with(tmp_path, lamps.HANDBOOK, name="two"))
    assert held.matches[0].why == "several files fit it as well: one.txt, two.txt"
    assert not held.in_step and held.drifts == ()


def test_a_source_whose_document_is_missing_is_not_in_step(tmp_path):
    assert not hold_sources(lamps.rulebook(), tmp_path).in_step


def test_a_source_that_nobody_holds_is_not_asked_for(tmp_path):
    loose = tuple(attrs.evolve(it, digest="", confidence=None) for it in lamps.CLAUSES)
    book = lamps.rulebook(sources=(attrs.evolve(lamps.SOURCE, held=False),), clauses=loose)
    assert hold_sources(book, tmp_path).in_step


@pytest.mark.parametrize(
    ("name", "content"), [("x.docx", b"not a zip"), ("x.pdf", b"%PDF"), ("x.txt", b"\xff\xfe\x00"), ("x.html", b"\xff")]
)
def test_a_file_that_cannot_be_read_says_so_by_name(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DocumentError, match=name):
        read_document(tmp_path / name)


def test_a_docx_without_its_main_part_and_a_missing_folder_say_so(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as parts:
        parts.writestr("other.xml", "<x/>")
    with pytest.raises(DocumentError, match=r"x\.docx"):
        read_document(tmp_path / "x.docx")
    with pytest.raises(DocumentError, match="no such folder"):
        hold_sources(lamps.rulebook(), tmp_path / "nowhere")


def test_html_is_cut_at_blocks_and_not_within_a_sentence(tmp_path):
    file = tmp_path / "x.html"
    file.write_text("<p>One <em>two</em>&nbsp;th<wbr>ree<br/>four</p><td>five</td>six<!-- no --><div>sev\nen</div>")
    assert read_document(file) == "One two three\nfour\nfive\nsix\nsev en"


def test_a_row_of_a_table_is_one_line_where_each_cell_has_one(tmp_path):
    rows = "<tr><th>Lamp</th><th>Oil</th></tr><tr><td>small</td><td><p>2 hours</p></td></tr>"
    prose = "<tr><td>big</td><td><p>First fill it.</p><p>Then light it.</p></td></tr><tr><td>alone</td></tr>"
    file = tmp_path / "x.html"
    file.write_text(f"<table>{rows}{prose}</table>")
    assert read_document(file).splitlines() == [
        "Lamp | Oil", "small | 2 hours", "big", "First fill it.", "Then light it.", "alone"
    ]  # fmt: skip


def test_a_row_of_a_word_table_is_one_line_too(tmp_path):
    def paragraph(text):
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    def row(*cells):
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    rows = row(paragraph("small"), paragraph("2 hours")) + row(
        paragraph("big"), paragraph("Fill.") + paragraph("Light.")
    )
    body = f"{paragraph('Lamps')}<w:tbl>{rows}</w:tbl>{paragraph('End')}"
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as parts:
        parts.writestr("word/document.xml", f"<w:document {namespace}><w:body>{body}</w:body></w:document>")
    lines = [line for line in read_document(tmp_path / "x.docx").splitlines() if line]
    assert lines == ["Lamps", "small | 2 hours", "big", "Fill.", "Light.", "End"]


@pytest.mark.parametrize(
    "heading",
    ["<h2><button><div>Lighting</div></button></h2>", '<div role="heading" aria-level="2"><span>Lighting</span></div>',
     "<details><summary>Lighting</summary>", "<h2>Light<b>ing</b>"],
)  # fmt: skip
def test_a_heading_is_one_whatever_is_in_it_and_ways_around_the_site_are_none(tmp_path, heading):
    file = tmp_path / "x.html"
    file.write_text(f"<nav><h2>On this page</h2><ul><li>Home</li></ul></nav>{heading}<p>A lamp is lit at dusk.</p>")
    laid = laid_out(file)
    assert (laid.text, laid.marked) == ("Lighting\nA lamp is lit at dusk.", {0})
