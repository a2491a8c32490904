"""What was typed in, as the first page tells it: the notifier is no part of it, however they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from cimscore.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes.yaml"

SHAPES = {
    "a name": "notifier: Quilla Sample",
    "parts of a name": "notifier: {name: {given: Quilla, family: Sample}, phone: 0400 000 000}",
    "a list": "notifier: [Quilla Sample, {role: neighbour}]",
    "a person of the case": "notifier: {person: mia, name: Mia Example}",
    "a concern's own words": "notifier: {id: c1, about: [quilla], responsible: [quilla], place: Quilla Sample}",
    "several lines": "notifier: |\n  Quilla Sample\n  the neighbour",
    "a number": "notifier: 0400",
    "nothing": "notifier:",
}
MALFORMED = {
    "a quotation mark that is not closed": 'notifier: "Quilla Sample',
    "a bracket that is not closed": "notifier: {name: Quilla Sample",
    "the key twice": "notifier: Quilla Sample\nnotifier: Quilla Sample",
    "deep inside itself": "notifier: &quilla [Quilla Sample, *quilla]",
    "a tab": "notifier:\n\tQuilla: Sample",
    "a tag": "notifier: !!python/name:Quilla.Sample",
}


def assessed(path: Path, told: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return all that is printed of the example with some lines more."""
    path.write_text(f"{EXAMPLE.read_text(encoding='utf-8')}\n{told}\n", encoding="utf-8")
    main(["assess", str(path)])
    printed = capsys.readouterr()
    return f"{printed.out}{printed.err}"


@pytest.mark.parametrize("shape", SHAPES)
def test_what_was_typed_in_is_the_same_whatever_is_written_of_the_notifier(
    shape: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    said = assessed(path, SHAPES[shape], capsys)

    assert "Typed in: c1, harm to Ari Example at north" in said
    assert said == assessed(path, "", capsys)


@pytest.mark.parametrize("shape", MALFORMED)
def test_a_notifier_who_is_written_wrongly_is_not_told_either(
    shape: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = assessed(tmp_path / "case.yaml", MALFORMED[shape], capsys)

    assert "case.yaml" in said
    assert "quilla" not in said.lower()
    assert "sample" not in said.lower()
