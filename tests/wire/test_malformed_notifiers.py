"""However a notifier is miswritten, nothing that was said of it is shown anywhere."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_questions import VOCABULARY, WHOLE_CASE

from cimscore.errors import DocumentError
from cimscore.wire import read_case_text
from cimscore.wire.text import parse_text

SMALL = "id: two-homes\nprograms: [rainbow]\npeople: [{id: ari, born: 2014-05-02}]\n"
WHOLE, _, _ = WHOLE_CASE.partition("notifier:")
SECRET = "Zweig"  # noqa: S105 - an invented name
NATURAL = {
    "braces at the margin": "notifier: {\nname: Zweig,\nid: Zweig,\nphone: Zweig\n}",
    "braces begun in the line": "notifier: {name: x,\nid: Zweig}",
    "braces with names of sections": "notifier: {\nconcerns: Zweig told us,\nrelationships: {Zweig: 2}\n}",
    "a literal at the margin": "notifier: |\nZweig: foo\nZweig",
    "not indented": "notifier:\nZweig: the neighbour at number 12\nrang twice",
    "a word, then a name of a section": "notifier: said\npeople: Zweig",
    "double quotes over lines": 'notifier: "Quentin\nid: Zweig"',
    "single quotes over lines": "notifier: 'said\npeople: Zweig and Zweig'",
    "recorded as the notifier": "records: [{id: r, kind: x, people: {Zweig: notifier}}]",
    "never closed": 'notifier: "Zweig',
    "never closed, in braces": "notifier: {name: Zweig",
    "two colons": "notifier: rang: Zweig",
    "misspelt": "notifer:\n  Zweig: x\n  Zweig: y",
    "misspelt and not indented": "notifer:\nname: Zweig\nid: Zweig",
    "a list item": "notifier:\n- Zweig\nZweig",
    "an escape that does not exist": 'notifier: "Zweig \\q"',
    "a tab": "notifier:\n\tZweig: x",
    "a second document": "notifier: |\n---\nZweig: x",
    "a key that is a list": "notifier:\n[Zweig]: x",
    "facts at the margin": "notifier:\nfacts: {Zweig: yes}",
    "dates at the margin": "notifier:\ndates: {Zweig: 2025-03-03}",
    "people at the margin": "notifier:\nhouseholds: [Zweig, {Zweig: 1}]",
    "an id at the margin": "notifier:\nid: Zweig (neighbour)",
}


def said_of(text: str) -> str:
    """Everything that reading a text says."""
    try:
        read_case_text(text, VOCABULARY, name="case.yaml")
    except DocumentError as error:
        return f"{error}{error.problems!r}{error.__context__!r}{error.__cause__!r}"
    return ""


@pytest.mark.parametrize("block", NATURAL.values(), ids=NATURAL)
@pytest.mark.parametrize("rest", [SMALL, "", WHOLE.partition("\n")[2]], ids=["small", "nothing", "whole"])
def test_a_miswritten_notifier_is_not_shown(block: str, rest: str) -> None:
    for first, second in itertools.permutations([f"{block}\n", rest]):
        assert SECRET not in said_of(f"cimscore: 1\n{first}{second}")


def test_what_a_parser_reads_as_the_notifier_is_the_notifier() -> None:
    """Neither braces nor quotes end where a line begins at the margin, so these documents are right."""
    for block in ("braces at the margin", "double quotes over lines", "single quotes over lines"):
        case = read_case_text(f"cimscore: 1\n{NATURAL[block]}\n{SMALL}", VOCABULARY)

        assert case.id == "two-homes"
        assert SECRET in str(case.notifier.reveal())


def test_lines_are_the_same_however_long_the_notifier_is() -> None:
    texts = [
        f"cimscore: 1\nnotifier: {notifier}\n{SMALL}residences: [{{person: mia, household: x}}]\n"
        for notifier in ("Jo", "\n  - Jo\n  - Jay\n\n# comment", '"Jo\n\n\n  Example"')
    ]

    assert len({said_of(text) for text in texts}) == 1
    assert "residences[0].person (line 5)" in said_of(texts[0])


KEYS = st.sampled_from([
    "name", "id", "telephone", "people", "concerns", "relationships", "facts", "dates", "records", "decisions",
    "programs", SECRET, "cimscore", "residences", "notifier", "notifer",
])  # fmt: skip
SECRETS = st.sampled_from([
    "Zweig", "Zweig Smith", "0400 Zweig", "Zweig,", "[Zweig]", "{Zweig: 1}", "'Zweig'", '"Zweig"', "{id: Zweig}",
    "[{id: Zweig}]", "- Zweig", "Zweig: x", "&Zweig x", "*Zweig", "!Zweig x", "|", "", '"\\q Zweig"', "Zweig\tx",
    "[{name: Zweig}]", "{rainbow: {remark: {Zweig: x}}}", "{received: Zweig}", "2025-03-03Zweig", "Zweig\x07",
])  # fmt: skip
BEGUN = st.sampled_from([
    "notifier: ", "notifier:\n", "notifier: {\n", "notifier: [\n", 'notifier: "', "notifier: '", "notifier: |\n",
    "notifier: >-\n", "notifier: said\n", "notifier:\n  ", "notifier: - ", "? notifier\n: ", '"notifier": ',
    "notifier : ", "notifier:", "notifier: # x\n",
])  # fmt: skip
ENDED = st.sampled_from(["", "\n}", "}", "]", '"', "'", "\n", "\n...", "\n---", "\n}}", "\n]", "#"])
LINE = st.tuples(
    st.sampled_from(["", "", "", "  ", "- ", "    "]), KEYS.map("{}: ".format) | st.just(""), SECRETS,
    st.sampled_from(["\n", "\n", ",\n", " "]),
).map("".join)  # fmt: skip
MALFORMED = st.tuples(BEGUN, st.lists(LINE, min_size=1, max_size=4).map("".join), ENDED).map("".join)
TOPS = [index for index, line in enumerate(WHOLE.splitlines()) if line[:1].isalpha()] + [len(WHOLE.splitlines())]


@settings(max_examples=150)
@given(MALFORMED, st.sampled_from(TOPS))
def test_no_miswritten_notifier_at_the_margin_is_shown(block: str, top: int) -> None:
    lines = WHOLE.splitlines()

    assert SECRET not in said_of("\n".join([*lines[:top], block, *lines[top:]]))


def test_a_syntax_error_keeps_no_text_of_the_document() -> None:
    """Neither the error nor what led to it holds the text for a log to show."""
    with pytest.raises(DocumentError) as caught:
        read_case_text('{"cimscore": 1, "notifier": "Zweig", oops}', VOCABULARY, name="case.json")

    assert caught.value.__context__ is None and caught.value.__cause__ is None
    assert SECRET not in repr(vars(caught.value))


def test_the_notifier_is_taken_out_before_anything_else_is_looked_at() -> None:
    document = parse_text(f"cimscore: 1\nnotifier: {SECRET}\n{SMALL}", "case.yaml")

    assert "notifier" not in document.sections
    assert SECRET not in repr(document)
    assert [path for path in document.lines if path.startswith("notifier")] == []


def test_a_file_says_nothing_either(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    for block in NATURAL.values():
        path.write_text(f"cimscore: 1\n{block}\n{SMALL}", encoding="utf-8")
        assert SECRET not in said_of(path.read_text(encoding="utf-8"))
