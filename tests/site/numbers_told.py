"""The numbers that pages tell of coverage, read from them as a person would read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, Final

import attrs

KINDS: Final = ("encoded", "encoded in part", "left to a person", "guidance", "out of scope")
LISTS: Final = {
    "clauses without rules": "Clauses that rules should carry out, and none does",
    "rules without clauses": "Rules that rest on no clause",
    "rules without reviews": "Rules that nobody is recorded as having read against their clauses",
    "clauses left to a person without a question": "Clauses left to a person, without a question that asks them",
    "encoded clauses without an example": "Clauses carried out by rules, without a worked example",
    "clauses that set a time without a clock": "Clauses that set a time, without a clock that counts it",
    "clauses that nobody has read yet": "Clauses that nobody has read yet",
    "clauses that the authors have not read twice": "Clauses that the authors have not read twice against their source",
    "clauses that cannot be read by themselves": "Clauses that cannot be read by themselves",
}
"""What `cimscore coverage` calls each list, and what the page does."""

_OF: Final = re.compile(
    r"Of (\d+) clauses?: carried out by rules: (\d+); carried out in part: (\d+); "
    r"left to a person: (\d+); guidance: (\d+); out of scope: (\d+)"
)


@attrs.frozen
class Numbers:
    """Numbers of a program.

    Attributes:
        dispositions: Clauses by what became of them, in the order of `KINDS`.
        editions: The same for each edition, sorted.
        lists: Entries of each list that should be empty, by what `cimscore coverage` calls it.
    """

    dispositions: tuple[int, ...]
    editions: tuple[tuple[int, ...], ...]
    lists: Mapping[str, int]


def numbers_of(covered: Mapping[str, Any]) -> Numbers:
    """Return the numbers that ``cimscore coverage --json`` gives of a program."""
    editions = (dict(edition["dispositions"]) for edition in covered["editions"])
    return Numbers(
        tuple(covered["dispositions"].get(kind, 0) for kind in KINDS),
        tuple(sorted(tuple(edition.get(kind, 0) for kind in KINDS) for edition in editions)),
        {name: len(covered["missing"][name]) for name in LISTS},
    )


def numbers_on(page: str) -> Numbers:
    """Return the numbers on a program's page of coverage, in Markdown or HTML."""
    text = _plain(page)
    (dispositions,) = bars_on(page)
    return Numbers(
        dispositions,
        tuple(sorted(_editions(text))),
        {name: _entries(text, heading) for name, heading in LISTS.items()},
    )


def _editions(text: str) -> Iterator[tuple[int, ...]]:
    """Yield the numbers of each edition, each of which has to sum up to the clauses that it is said to have."""
    cells = r" (\d+|–) \|" * len(KINDS)
    for total, *numbers in re.findall(rf"^\| .*?\|.*?\| (\d+|none here) \|{cells}$", text, re.MULTILINE):
        kinds = tuple(map(_number, numbers))
        assert _number(total) == sum(kinds)
        yield kinds


def bars_on(page: str) -> list[tuple[int, ...]]:
    """Return the numbers of each bar on a page, in its order, each of which has to be a sum that is right."""
    found = [tuple(map(int, numbers)) for numbers in _OF.findall(_plain(page))]
    assert [total for total, *_ in found] == [sum(rest) for _, *rest in found]
    return [tuple(rest) for _, *rest in found]


def keys_on(page: str) -> list[dict[str, int]]:
    """Return the numbers of each bar's key: what a reader sees, where the bar tells it to those who hear."""
    names = "Carried out by rules|Carried out in part|Left to a person|Guidance|Out of scope"
    found: list[dict[str, int]] = []
    for name, number in re.findall(rf"({names}): (\d+)", _plain(page)):
        if name == "Carried out by rules" or not found:
            found.append({})
        found[-1][name] = int(number)
    return found


def _entries(text: str, heading: str) -> int:
    """Return how many entries a list has: the sum of those under each reason."""
    below = text.partition(f"### {heading}\n")[2]
    return sum(
        map(int, re.findall(r"^- (\d+): ", re.split(r"^#", below, maxsplit=1, flags=re.MULTILINE)[0], re.MULTILINE))
    )


def _number(cell: str) -> int:
    return int(cell) if cell.isdecimal() else 0


def _plain(page: str) -> str:
    """Return a page as lines: rows of tables between bars, headings behind hashes, items behind hyphens."""
    text = re.sub(r"</(?:li|td|th|tr|thead|tbody)>\s*", "", page)  # a built page leaves them out
    text = re.sub(r"<tr[^>]*>\s*<t[dh][^>]*>|</table>", " |\n| ", text)
    text = re.sub(r"<t[dh][^>]*>", " | ", text)
    text = re.sub(r"<h[23][^>]*>", "\n### ", text)
    text = re.sub(r"<li[^>]*>", "\n- ", re.sub(r"</h[23]>|</ul>|</p>", "\n", text))
    return unescape(re.sub(r"<[^>]+>", "", text))
