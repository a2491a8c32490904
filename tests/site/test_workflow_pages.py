"""Workflows, relations between programs, and the files for spreadsheets, as the pages show them."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import zipfile

import pytest
from published_program import HELPED, book_of, rulebook, tables

from cimscore.publishing.pages import site_pages
from cimscore.publishing.pages.standing.states import workflow_picture
from cimscore.rulebook import NOT_BEGUN, ProgramRelation, Refusal, Workflow, WorkflowMove

PLAN = Workflow(
    id="plan", kind="care-plan", title="A care plan, from draft to done", roles=("worker", "manager"),
    states=(NOT_BEGUN, "draft", "signed & sealed"),
    moves=(
        WorkflowMove(move="write", from_=(NOT_BEGUN,), to="draft", by=("worker",), cites=("doc/plans/c1",)),
        WorkflowMove(
            move="sign", from_=(NOT_BEGUN, "draft"), to="signed & sealed", by=("manager",), cites=("doc/plans/c2",),
            reserved=True, needs=(HELPED,), starts=("review",), stops=("write",),
        ),
        WorkflowMove(move="note", from_=("draft",), to="draft"),
        WorkflowMove(move="reopen", from_=("signed & sealed",), to="draft", by=("manager", "worker")),
    ),
    refusals=(Refusal(move="write", from_=("signed & sealed",), cites=("doc/plans/c1",)),),
)  # fmt: skip
BESIDE = ProgramRelation(
    id="beside", programs=("invented", "elsewhere"), text="What is planned here is told there.", cites=("doc/plans/c2",)
)
LINE = re.compile(r'class="cims-move[^"]*" d="M([\d.]+) (\d+)v(-?\d+)H([\d.]+)V')
PAGE = "workflows/invented/plan.md"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    held = rulebook(workflows=(PLAN,), relations=(BESIDE,), tables=tables(3, with_acts=True))
    return {page.path: page.text for page in site_pages(book_of(held))}


def test_a_workflow_page_tells_its_moves_with_who_takes_them_and_the_clauses(pages: dict[str, str]) -> None:
    page = pages[PAGE]

    assert "| write | not begun | draft | worker | [Plans c1](../../clauses/doc/plans/c1.md) |   |   |" in page
    assert "starts: review; stops: write | [Does anyone help the home?]" in page
    assert "| note | draft | draft |   | not in the source |   |   |" in page
    assert "| write | signed &amp; sealed | forbidden |" in page


def test_it_tells_what_is_allowed_what_is_not_and_where_the_source_is_silent(pages: dict[str, str]) -> None:
    page = pages[PAGE]

    assert "| draft | sign | ✗ not allowed | ✓ allowed |" in page
    assert "| not begun | write | ✓ allowed | – not in the source |" in page
    assert "| draft | note |" not in page


def test_its_picture_says_every_move_in_words_and_marks_what_no_source_names(pages: dict[str, str]) -> None:
    drawn = next(line for line in pages[PAGE].splitlines() if "<svg" in line)

    assert "note: from draft to draft." in drawn
    assert drawn.count('class="cims-state"') == 3
    assert drawn.count('class="cims-move cims-uncited"') == 2
    assert "signed &amp; sealed" in drawn


def test_moves_of_a_picture_never_run_into_one_another() -> None:
    held = rulebook(workflows=(PLAN,), tables=tables(3, with_acts=True))
    (workflow,) = book_of(held).workflows.values()
    drawn = workflow_picture("one", workflow)
    lines = [tuple(map(float, found)) for found in LINE.findall(drawn)]

    assert len(lines) == 5
    for (start, edge, away, end), (other_start, other_edge, other_away, other_end) in itertools.combinations(lines, 2):
        apart = max(start, end) <= min(other_start, other_end) or max(other_start, other_end) <= min(start, end)
        assert apart or edge + away != other_edge + other_away


def test_a_clause_leads_to_the_workflow_that_rests_on_it(pages: dict[str, str]) -> None:
    assert "[A care plan, from draft to done](../../../workflows/invented/plan.md)" in pages["clauses/doc/plans/c2.md"]
    assert "Moves of a record" not in pages["clauses/doc/plans/c3.md"]


def test_a_program_says_how_it_stands_to_another(pages: dict[str, str]) -> None:
    assert "- What is planned here is told there. [" in pages["programs/invented.md"]


def test_without_workflows_the_index_says_so() -> None:
    pages = {page.path: page.text for page in site_pages(book_of(rulebook()))}

    assert "None of these programs has one." in pages["workflows/index.md"]


def test_a_table_for_each_program_has_a_row_for_every_clause_and_the_whole_trace_goes_along() -> None:
    made = {page.path: page for page in site_pages(book_of(rulebook()))}
    archive = zipfile.ZipFile(io.BytesIO(made["downloads/trace.zip"].data))
    text = archive.read("invented.csv").decode()
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    assert text.startswith("\ufeff")
    assert {row["Program"] for row in rows} == {"invented"}
    assert [row["Rule"] for row in rows if row["Clause"] == "doc/plans/c1"]
    assert {it["id"] for it in json.loads(archive.read("trace.json"))["clauses"]} >= {"doc/plans/c1"}
    assert "(../downloads/trace.zip)" in made["coverage/invented.md"].text
    assert "(downloads/trace.zip)" in made["index.md"].text


def test_what_is_taken_along_is_the_same_bytes_whenever_it_is_made() -> None:
    first, second = ({page.path: page.data for page in site_pages(book_of(rulebook())) if page.data} for _ in range(2))

    assert first == second and first
