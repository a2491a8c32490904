"""Two editions side by side: what is new, gone and other, and what an edition known in part does not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from cimscore.errors import UnknownNameError
from cimscore.policy import load_policy
from cimscore.policy.policy import Policy
from cimscore.policy.side_by_side import Became, side_by_side

SOURCES = '[lamp]\ntitle = "Lamps"\npublisher = "Keepers"\ndocument = "handbook"\nheld = false\n'
CLAUSE = '[[clause]]\nid = "lamp/light/{name}"\nheading = "Light"\ntext = "{text}"\nconfidence = "high"\n{rest}\n'


def clause(name: str, text: str = "As it was.", rest: str = 'disposition = "encoded"') -> str:
    return CLAUSE.format(name=name, text=text, rest=rest)


def policy(folder: Path, *, complete: str = "true") -> Policy:
    """Return a policy of two editions, of which the first may be known in part."""
    first = f'[edition]\ntitle = "First"\ncomplete = {complete}\n' + "".join(map(clause, ("same", "other", "gone")))
    second = (
        'gone = ["lamp/light/gone"]\n[edition]\ntitle = "Second"\nfrom = 2025-01-01\n'
        '[[changed]]\nid = "lamp/light/other"\ntext = "As it is."\n'
        '[[changed]]\nid = "lamp/light/same"\nheading = "Elsewhere"\n' + clause("new")
    )
    (folder / "sources.toml").write_text(SOURCES)
    for id, text in (("first", first), ("second", second)):
        (folder / "lamp" / id).mkdir(parents=True)
        (folder / "lamp" / id / "all.toml").write_text(text)
    return load_policy(folder)


def test_what_became_of_each_clause_is_told_with_both_texts(tmp_path: Path) -> None:
    found = {it.clause.id: it for it in side_by_side(policy(tmp_path), "lamp", "first", "second")}
    assert {id.rpartition("/")[2]: it.became for id, it in found.items()} == {
        "other": Became.CHANGED, "new": Became.ADDED, "gone": Became.GONE, "same": Became.SAME
    }  # fmt: skip
    other = found["lamp/light/other"]
    assert (other.before and other.before.text, other.after and other.after.text) == ("As it was.", "As it is.")
    assert found["lamp/light/gone"].after is None and found["lamp/light/new"].before is None


def test_what_changed_comes_first_and_what_is_as_before_last(tmp_path: Path) -> None:
    order = [it.became for it in side_by_side(policy(tmp_path), "lamp", "first", "second")]
    assert order == [Became.CHANGED, Became.ADDED, Became.GONE, Became.SAME]


def test_what_an_edition_known_in_part_does_not_tell_is_not_called_new(tmp_path: Path) -> None:
    found = {
        it.clause.id: it.became for it in side_by_side(policy(tmp_path, complete="false"), "lamp", "first", "second")
    }
    assert found["lamp/light/new"] is Became.ONLY_LATER
    assert found["lamp/light/gone"] is Became.GONE, "that it was taken out is told"


def test_a_clause_of_another_edition_or_of_another_source_is_not_told(tmp_path: Path) -> None:
    policy(tmp_path)
    other = SOURCES.replace("[lamp]", "[wick]").replace("Lamps", "Wicks")
    (tmp_path / "sources.toml").write_text(SOURCES + other)
    for folder in ("lamp/third", "wick/only"):
        (tmp_path / folder).mkdir(parents=True)
    third = '[edition]\ntitle = "Third"\nfrom = 2026-01-01\n' + clause("newest")
    (tmp_path / "lamp/third/all.toml").write_text(third)
    (tmp_path / "wick/only/all.toml").write_text(
        '[edition]\ntitle = "Only"\n' + clause("trim").replace("lamp/", "wick/")
    )
    found = {
        beside.clause.id.rpartition("/")[2] for beside in side_by_side(load_policy(tmp_path), "lamp", "first", "second")
    }

    assert found == {"other", "new", "gone", "same"}


@pytest.mark.parametrize(("source", "edition"), [("lamp", "frist"), ("lmap", "first")])
def test_an_unknown_name_is_answered_with_the_nearest(tmp_path: Path, source: str, edition: str) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean"):
        side_by_side(policy(tmp_path), source, edition, "second")
