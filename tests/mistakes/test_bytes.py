"""Files as an editor may save them: what is no text is told with its file, and a mark at the beginning is read over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import home_calls
import pytest
from test_mistakes import told

CLAUSES: Final = "policy/calls/2024/calls.toml"
SOURCES: Final = "policy/sources.toml"
EXAMPLE: Final = "examples/one-home.yaml"

Saved = Callable[[str, bytes], list[str]]


@pytest.fixture
def saved(install: Callable[..., Any], tmp_path: Path) -> Saved:
    """Save one file of the program with other bytes, and return all that is told of it."""

    def sentences(file: str, text: bytes) -> list[str]:
        install()
        (tmp_path / home_calls.PACKAGE / file).write_bytes(text)
        return list(told(tmp_path))

    return sentences


@pytest.mark.parametrize("file", [CLAUSES, SOURCES, EXAMPLE, "rules.py"])
def test_a_mark_at_the_beginning_is_read_over(file: str, saved: Saved) -> None:
    assert saved(file, b"\xef\xbb\xbf" + home_calls.FILES[file].encode()) == []


@pytest.mark.parametrize("file", [CLAUSES, SOURCES])
@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_policy_file_that_is_no_text_in_utf_8_is_named(file: str, encoding: str, saved: Saved) -> None:
    text = home_calls.FILES[file].replace("Calls", "Cälls").encode(encoding)

    found = saved(file, text)

    assert any(f"{file.removeprefix('policy/')}: found 'utf-8' codec" in line for line in found)
    assert any("expected a TOML file" in line for line in found)


def test_an_example_that_is_no_text_in_utf_8_is_told(saved: Saved) -> None:
    (line,) = saved(EXAMPLE, home_calls.FILES[EXAMPLE].replace("A call", "A cäll").encode("latin-1"))

    assert line == "the file: found bytes that are not UTF-8; expected text in UTF-8. Save it as UTF-8."


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('id = "calls/calls/report"', 'id = "calls/calls/report"\nid = "calls/calls/again"', "calls.toml"),
        ("[edition]\n", '[edition]\ntitle = "One"\n\n[edition]\n', "calls.toml"),
        ("from = 2024-01-01", "from = 2024-02-30", "calls.toml"),
    ],
    ids=["a key twice", "a table twice", "a day that no calendar has"],
)
def test_what_is_no_toml_is_told_with_its_file_and_line(old: str, new: str, found: str, saved: Saved) -> None:
    (line,) = saved(CLAUSES, home_calls.FILES[CLAUSES].replace(old, new, 1).encode())

    assert found in line and "(at line " in line and "expected a TOML file" in line


def test_tabs_are_no_mistake_in_toml(saved: Saved) -> None:
    assert saved(CLAUSES, home_calls.FILES[CLAUSES].replace("position = 4", "\tposition\t=\t4").encode()) == []
