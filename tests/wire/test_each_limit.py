"""Each limit just below, at, and just beyond it: what is beyond is refused with its place and with what is allowed."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_questions import VOCABULARY

from cimscore import ids, limits
from cimscore.errors import DocumentError, Problem
from cimscore.wire import read_case, read_case_text

TOLD = limits.MOST_PROBLEMS_TOLD
GUIDE = Path(__file__).parents[2] / "site" / "docs" / "guides" / "limits.md"
SMALL = "cimscore: 1\nid: x\npeople: [{id: a}]\n"


def of(**sections: Any) -> dict[str, Any]:
    """A document with these sections."""
    return {"cimscore": 1, "id": "x", **sections}


def nested(levels: int) -> str:
    """A document of so many levels, one of them the document itself."""
    return f"cimscore: 1\nid: x\nnotifier: {'[' * (levels - 1)}{']' * (levels - 1)}\n"


def filled(characters: int) -> str:
    """A document of so many characters."""
    return SMALL + "#" * (characters - len(SMALL) - 1) + "\n"


def concerns(count: int) -> list[dict[str, Any]]:
    """So many concerns about one person."""
    return [{"id": f"c{number}", "about": ["a"]} for number in range(count)]


def recorded(count: int) -> list[dict[str, Any]]:
    """A record about so many people."""
    return [{"id": "r", "kind": "report", "people": {f"p{number}": "parent" for number in range(count)}}]


def people(count: int) -> list[dict[str, Any]]:
    """So many people."""
    return [{"id": f"p{number}"} for number in range(count)]


REFUSED: dict[str, tuple[int, Callable[[int], Any], str, str]] = {
    "LONGEST_DOCUMENT": (limits.LONGEST_DOCUMENT, filled, "the document", "at most 1,000,000 characters"),
    "DEEPEST_NESTING": (limits.DEEPEST_NESTING, nested, "notifier", "a part that can be parsed"),
    "MOST_ENTRIES": (limits.MOST_ENTRIES, lambda count: of(people=people(count)), "people", "at most 1,000"),
    "MOST_ENTRIES of a mapping": (
        limits.MOST_ENTRIES,
        lambda count: of(people=people(limits.MOST_ENTRIES), records=recorded(count)),
        "records[0].people",
        "at most 1,000",
    ),
    "MOST_CONCERNS": (
        limits.MOST_CONCERNS,
        lambda count: of(people=[{"id": "a"}], concerns=concerns(count)),
        "concerns",
        "at most 100",
    ),
    "LONGEST_ID": (limits.LONGEST_ID, lambda length: {"cimscore": 1, "id": "x" * length}, "id", "an id"),
    "LONGEST_NAME": (
        limits.LONGEST_NAME,
        lambda length: of(households=[{"id": "h", "area": "x" * length}]),
        "households[0].area",
        "at most 200",
    ),
    "LONGEST_NAME of what may be empty": (
        limits.LONGEST_NAME,
        lambda length: of(households=[{"id": "h", "label": "x" * length}]),
        "households[0].label",
        "at most 200",
    ),
    "LONGEST_TEXT": (
        limits.LONGEST_TEXT,
        lambda length: of(people=[{"id": "a"}], concerns=[{"id": "c", "about": ["a"], "text": "x" * length}]),
        "concerns[0].text",
        "at most 10,000",
    ),
    "LAST_YEAR": (
        limits.LAST_YEAR,
        lambda year: of(people=[{"id": "a", "born": f"{year}-12-31"}], dates={"received": f"{year}-12-31"}),
        "dates.received",
        "a day",
    ),
    "OLDEST": (
        limits.OLDEST,
        lambda years: of(people=[{"id": "a", "age": {"is": years, "on": "2025-03-03"}}]),
        "people[0].age.is",
        "a whole number from 0 to 130",
    ),
    "FIRST_YEAR": (  # counted the other way
        -limits.FIRST_YEAR,
        lambda year: of(people=[{"id": "a", "born": f"{-year:04}-01-01"}]),
        "people[0].born",
        "a day such as",
    ),
}


def problems(document: Any) -> list[Problem]:
    """What is wrong with a document, or with the text of one."""
    try:
        read_case_text(document, VOCABULARY) if isinstance(document, str) else read_case(document, VOCABULARY)
    except DocumentError as error:
        return list(error.problems)
    return []


@pytest.mark.parametrize(("limit", "made", "where", "allowed"), REFUSED.values(), ids=REFUSED)
def test_a_document_may_go_to_its_limits_and_no_further(
    limit: int, made: Callable[[int], Any], where: str, allowed: str
) -> None:
    assert (problems(made(limit - 1)), problems(made(limit))) == ([], [])

    beyond = {problem.where: problem for problem in problems(made(limit + 1))}
    assert allowed in beyond[where].expected


def test_what_is_beyond_is_told_gently() -> None:
    (problem,) = problems(of(people=people(limits.MOST_ENTRIES + 1)))

    assert str(problem) == (
        "people: found 1,001 entries; expected at most 1,000. Make cases of their own of its parts."
    )
    (problem,) = problems(of(households=[{"id": "h", "area": "x" * 201}]))
    assert str(problem) == (
        "households[0].area: found a text of 201 characters; expected at most 200. Write it shorter."
    )


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_so_many_problems_are_told_and_the_rest_is_counted(more: int) -> None:
    found = [Problem(where=f"people[{number}]", found="a", expected="b") for number in range(TOLD + more)]
    said = str(DocumentError(found)).splitlines()

    assert len(said) == 1 + min(TOLD + more, TOLD + 1)
    assert ("  - and 1 more" in said) == (more > 0)


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_name_is_compared_up_to_its_length(more: int) -> None:
    name = "a" * (limits.LONGEST_NAME_COMPARED + more)

    assert ids.nearest(name, [f"{name}b"]) == ("" if more > 0 else f"{name}b")


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_so_many_names_are_compared_and_none_beyond(more: int) -> None:
    crowd = [f"a{number:03}" for number in range(limits.MOST_NAMES_COMPARED - 1 + more)]

    assert ids.nearest("zebr", [*crowd, "zebra"]) == ("" if more > 0 else "zebra")


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_so_many_letters_are_compared_in_one_document(more: int) -> None:
    hints = ids.Hints()
    for _ in range(limits.MOST_LETTERS_COMPARED + more):
        hints.nearest("x", ["a"])

    assert hints.nearest("zebr", ["zebra"]) == ("zebra" if more < 0 else "")


def test_the_guide_lists_each_limit_with_its_number() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| ([0-9,]+) \|", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    held = {name: value for name, value in inspect.getmembers(limits) if name.isupper()}

    assert {name: int(number.replace(",", "")) for name, number in rows} == held
    assert len(rows) == len(held)


def test_each_limit_has_one_home() -> None:
    names = "|".join(name for name in vars(limits) if name.isupper())
    again = re.compile(rf"^(?:{names})(?:: Final)? = [0-9]", flags=re.MULTILINE)
    sources = (Path(__file__).parents[2] / "src" / "cimscore").rglob("*.py")

    assert [path.name for path in sources if again.search(path.read_text(encoding="utf-8"))] == ["limits.py"]
