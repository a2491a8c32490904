"""A page under another title and in other words is lined up with the source whose place it took."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import attrs
import boats
import pytest
from boats import Line

from cimscore.policy import DriftState, passages_of
from cimscore.policy.passages import digest
from cimscore.traceability.lining_up import (
    LinedPassage,
    abbreviations_in,
    aligned,
    buckets_of,
    fingerprints_of,
    headings_of,
    spelt_out,
    words_of,
)  # fmt: skip
from cimscore.traceability.sources import laid_out, line_up
from cimscore.traceability.sources.successor import Successor

ENOUGH = 0.9


def retitled(lines: list[Line]) -> list[Line]:
    """Give every heading another name and a number."""
    numbers = iter(range(1, 99))
    return [
        attrs.evolve(it, text=f"{next(numbers)}. {it.text.replace('boat', 'vessel')}") if it.says is None else it
        for it in lines
    ]


def reordered(lines: list[Line]) -> list[Line]:
    """Put the last chapter first, and so on."""
    starts = [number for number, it in enumerate(lines) if it.says is None]
    chapters = [lines[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    return [line for chapter in reversed(chapters) for line in chapter]


def merged(lines: list[Line]) -> list[Line]:
    """Make one line of every third and the one below it."""
    made: list[Line] = []
    for number, it in enumerate(lines):
        last = made[-1] if made else None
        if number % 3 == 0 and it.says is not None and last and last.says is not None:
            text = f"{last.text.rstrip('.:')}, and {it.text[0].lower()}{it.text[1:]}"
            made[-1] = attrs.evolve(last, text=text, says=last.says | it.says)
        else:
            made.append(it)
    return made


def split(lines: list[Line]) -> list[Line]:
    """Make two sentences of every longer one."""
    made: list[Line] = []
    for it in lines:
        first, cut, rest = it.text.partition(" and ")
        if it.says is not None and cut and len(rest.split()) > 2:
            made += [attrs.evolve(it, text=f"{first}."), attrs.evolve(it, text=f"{rest[0].upper()}{rest[1:]}")]
        else:
            made.append(it)
    return made


def renumbered(lines: list[Line]) -> list[Line]:
    """Make every number another one."""
    return [attrs.evolve(it, text=re.sub(r"\d+", lambda found: f"{int(found[0]) + 1}", it.text)) for it in lines]


def listed_in_sentences(lines: list[Line]) -> list[Line]:
    """Make one sentence of a list and the line that opens it."""
    made: list[Line] = []
    for it in lines:
        if it.bullet and it.says is not None and made[-1].says is not None:
            text = f"{made[-1].text.rstrip(':.')}, {it.text}"
            made[-1] = attrs.evolve(made[-1], text=text, says=made[-1].says | it.says)
        else:
            made.append(it)
    return made


def tabled(lines: list[Line]) -> list[Line]:
    """Make a row of a table of every bullet, with its first words in a cell of their own."""
    made: list[Line] = []
    for it in lines:
        words = it.text.split()
        row = f"{' '.join(words[:3])}\t{' '.join(words[3:])}"
        made.append(attrs.evolve(it, text=row) if it.bullet and len(words) > 3 else it)
    return made


KINDS: dict[str, Callable[[list[Line]], list[Line]]] = {
    "as it was": lambda lines: lines, "retitled": retitled, "reordered": reordered, "merged": merged, "split": split,
    "other numbers": renumbered, "lists as sentences": listed_in_sentences,
    "all of these": lambda lines: reordered(retitled(renumbered(split(merged(lines))))),
    "written anew": lambda _: boats.rewritten(),
}  # fmt: skip


def lined_up(tmp_path: Path, lines: list[Line], kind: str = "txt", by: str = "fingerprints") -> Successor:
    page = laid_out(boats.write_page(tmp_path / f"page.{kind}", lines))
    policy, source = boats.policy(boats.write_policy(tmp_path / "policy"))
    known = {
        "fingerprints": {"fingerprints": fingerprints_of(boats.PASSAGES)},
        "the old page": {"before": boats.PASSAGES},
        "our words": {},
    }[by]
    return line_up(source, policy.clauses, page, **known)


def share_right(found: Successor, lines: list[Line]) -> float:
    """Return the share of old passages that are found where they are, and of no other that are not there."""
    true = boats.where_it_is(lines, found.passages)
    told = {
        drift.was: {(it.heading, it.position) for it in (drift.where, *drift.also) if it}
        for drift in found.drifts
        if drift.was
    }
    right = [
        bool(told[it.anchor.locator]) == bool(true[number]) and told[it.anchor.locator] <= true[number]
        for number, it in enumerate(boats.PASSAGES)
    ]
    return sum(right) / len(right)


@pytest.mark.parametrize("by", ["fingerprints", "the old page"])
@pytest.mark.parametrize("kind", KINDS)
def test_nine_passages_of_ten_are_found_on_a_page_that_is(tmp_path: Path, kind: str, by: str) -> None:
    lines = KINDS[kind](boats.old_lines())
    assert share_right(lined_up(tmp_path, lines, by=by), lines) >= ENOUGH


@pytest.mark.parametrize("lines", [tabled(boats.old_lines()), tabled(boats.rewritten())], ids=["as it was", "anew"])
def test_bullets_that_became_the_rows_of_a_table_are_found_there(tmp_path: Path, lines: list[Line]) -> None:
    found = lined_up(tmp_path, lines, "html")
    assert any("|" in passage.text for passage in found.passages)
    assert found.headings == tuple(line.text for line in lines if line.says is None)
    assert share_right(found, lines) >= ENOUGH


def test_bullets_that_became_one_sentence_are_found_in_it_and_no_passage_is_put_where_only_its_neighbours_are(
    tmp_path: Path,
) -> None:
    known = fingerprints_of(passages_of(OLD, ["Papers"]))
    texts = [it.text for it in passages_of(OLD, ["Papers"])]
    told = [LinedPassage(words=known[digest(text)], digest=digest(text)) for text in texts]
    new = [LinedPassage(words=buckets_of(words_of(text)), digest=digest(text)) for text in NEW.splitlines()]
    found = aligned(told, new)
    assert [found.get(number) for number in range(4)] == [(0,), (1,), (1,), (1,)]
    assert 4 not in found and found[5] == (2,)


OLD = """Papers
Keep the following papers in the boathouse:
the name of each member
the telephone number of each member
the number of the key of each member
Smoke nowhere
A member who leaves gives the key back within 3 days.
"""
NEW = """In the boathouse these papers are kept:
For each member their name and telephone number and the number of their key.
Within three days of leaving, members give their key back.
"""


def test_what_stands_between_two_parts_of_a_sentence_stands_in_it_too() -> None:
    known = map(told, ["the name of the oar", "why it floated off", "its length and its owner", "Lock the shed"])
    new = map(told, ["Write its name, off which jetty, the length and the owner", "Lock the shed each night"])
    assert aligned([*known], [*new]) == {0: (0,), 1: (0,), 2: (0,), 3: (1,)}


STAYS = "Once the loan of the boat is approved, hand the boat over to the crew"
GOES = "The approval of the loan will not delay the handing over of the boat to the crew"


def test_a_passage_that_is_gone_is_not_found_in_its_neighbour_that_stands_word_for_word_as_before() -> None:
    assert aligned([told(GOES), told(STAYS)], [told(STAYS)]) == {1: (0,)}
    assert aligned([told(STAYS), told(GOES)], [told(STAYS)]) == {0: (0,)}


def test_a_passage_that_says_what_another_said_is_found_where_that_stands_once_more() -> None:
    assert aligned([told(GOES), told(STAYS)], [told(STAYS), told(STAYS)]) == {0: (0,), 1: (1,)}


def told(text: str) -> LinedPassage:
    return LinedPassage(words=words_of(text), digest=digest(text))


def test_a_bullet_is_not_looked_for_in_a_list_of_contents(tmp_path: Path) -> None:
    lines = [it for it in boats.old_lines() if not it.text.startswith("give the skipper")]
    lines += [Line("Giving the skipper a whistle and a chart", None), Line("They hang in the shed.", frozenset())]
    contents = [Line(it.text, frozenset(), bullet=True) for it in lines if it.says is None]
    found = lined_up(tmp_path, [lines[0], *contents, *lines[1:]], "html")
    in_the_list = {it.anchor.locator for it in found.passages if it.text in {line.text for line in contents}}
    assert len(in_the_list) == len(contents)
    assert not [drift for drift in found.drifts if drift.was and drift.where in in_the_list]
    assert share_right(found, lines) >= ENOUGH


def test_an_abbreviation_that_the_new_page_explains_stands_for_its_words(tmp_path: Path) -> None:
    short = [attrs.evolve(it, text=it.text.replace("jetty keeper", "JK")) for it in boats.old_lines()]
    first = next(number for number, it in enumerate(short) if "JK" in it.text)
    short[first] = attrs.evolve(short[first], text=short[first].text.replace("JK", "jetty keeper (JK)"))
    assert share_right(lined_up(tmp_path, short), short) >= ENOUGH
    assert abbreviations_in("The jetty keeper (JK) and the town (ABC) and a boat (2024)") == {"JK": "jetty keeper"}
    assert spelt_out("The JK's book, and JKX", {"JK": "jetty keeper"}) == "The jetty keeper book, and JKX"


@pytest.mark.parametrize("kind", ["txt", "html", "docx"])
def test_the_format_makes_no_difference(tmp_path: Path, kind: str) -> None:
    lines = boats.rewritten()
    found = lined_up(tmp_path, lines, kind)
    assert found.headings == tuple(line.text for line in lines if line.says is None)
    assert share_right(found, lines) >= ENOUGH


def test_without_a_fingerprint_our_own_words_line_up_what_they_can_and_that_is_said(tmp_path: Path) -> None:
    lines = boats.rewritten()
    found = lined_up(tmp_path, lines, by="our words")
    assert "finds less" in found.by
    assert share_right(found, lines) >= 0.7


def test_of_each_passage_it_is_told_what_became_of_it(tmp_path: Path) -> None:
    lines = boats.rewritten()
    found = lined_up(tmp_path, lines)
    states = {drift.clause: drift.state for drift in found.drifts if drift.clause}
    assert states["boats/all/c17"] is DriftState.GONE
    assert states["boats/all/c5"] is DriftState.CHANGED
    true = {place for places in boats.where_it_is(lines, found.passages).values() for place in places}
    new = {(it.where.heading, it.where.position) for it in found.drifts if it.state is DriftState.NEW and it.where}
    assert new == {(it.heading, it.position) for it in found.passages} - true


def test_what_says_the_same_is_kept_under_what_its_heading_has_become_and_moved_elsewhere(tmp_path: Path) -> None:
    lines = retitled(boats.old_lines())
    for name in ("kept", "moved"):
        (tmp_path / name).mkdir()
    assert {it.state for it in lined_up(tmp_path / "kept", lines).drifts} == {DriftState.IN_STEP}
    (damage,) = [it for it in lines if it.text.startswith("Damage is reported")]
    lines.remove(damage)
    lines.insert(2, damage)
    found = lined_up(tmp_path / "moved", lines)
    assert [it.clause for it in found.drifts if it.state is not DriftState.IN_STEP] == ["boats/all/c15"]
    assert [it.state for it in found.of("boats/all/c15")] == [DriftState.MOVED]


def test_a_list_of_contents_and_a_label_that_comes_again_are_no_headings(tmp_path: Path) -> None:
    contents = "".join(f"{it}\n" for it in boats.HEADINGS[1:])
    text = boats.BEFORE.replace(boats.TITLE, f"{boats.TITLE}\n\nOn this page\n{contents}", 1)
    text = text.replace("The skipper should", "Mind this\n\nThe skipper should").replace(
        "Damage is", "Mind this\n\nDamage is"
    )
    (tmp_path / "page.txt").write_text(text)
    found = headings_of(laid_out(tmp_path / "page.txt"))
    assert found[-6:] == boats.HEADINGS[1:]
    assert "Mind this" not in found and len(found) <= len(boats.HEADINGS) + 1
