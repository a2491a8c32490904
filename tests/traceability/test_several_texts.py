"""A source of which several texts are held: each edition is held against its own, and each file is one of them."""

from __future__ import annotations

from pathlib import Path

import attrs
import lamps
import pytest

from cimscore.policy import Clause, SourceText
from cimscore.policy.passages import digest
from cimscore.rulebook import Rulebook
from cimscore.traceability.sources import hold_sources

OLD_LINE = "A small lamp gets oil for two hours."
NEW_LINE = "A small lamp gets oil for three hours."
NEW = lamps.HANDBOOK.replace(OLD_LINE, NEW_LINE)
FIRST = SourceText(id="lamp@first", editions=("first",), headings=lamps.HEADINGS, unread=("",))


def rulebook() -> Rulebook:
    """The keepers' rulebook, whose second edition has a text of its own with one changed sentence."""
    both = [attrs.evolve(one, editions=("first", "second")) for one in lamps.CLAUSES]
    clauses = tuple(_changed(one) if one.id == "lamp/lighting/small-lamp" else one for one in both)
    return lamps.rulebook(sources=(attrs.evolve(lamps.SOURCE, earlier=(FIRST,)),), clauses=clauses)


def _changed(clause: Clause) -> Clause:
    return attrs.evolve(clause, digest=digest(NEW_LINE), earlier=(clause.present,), since="second")


def test_each_edition_is_held_against_the_file_that_has_its_sentences(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEW, encoding="utf-8")
    (tmp_path / "b.txt").write_text(lamps.HANDBOOK, encoding="utf-8")
    held = hold_sources(rulebook(), tmp_path)

    assert {match.source: match.file for match in held.matches} == {"lamp@first": "b.txt", "lamp": "a.txt"}
    assert held.in_step
    assert held.words_of(rulebook().clauses["lamp/lighting/small-lamp"]) == (NEW_LINE,)


@pytest.mark.parametrize(("text", "missing"), [(lamps.HANDBOOK, "lamp"), (NEW, "lamp@first")])
def test_a_text_whose_file_is_not_there_is_said_to_have_none(tmp_path: Path, text: str, missing: str) -> None:
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    held = hold_sources(rulebook(), tmp_path)

    assert [match.source for match in held.matches if not match.file] == [missing]
    assert not held.in_step
