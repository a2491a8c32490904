"""A hostile document is refused calmly: no size, depth or number of mistakes makes the reader slow or loud."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_questions import VOCABULARY

from cimscore.errors import DocumentError
from cimscore.limits import LONGEST_DOCUMENT, MOST_ENTRIES, MOST_PROBLEMS_TOLD
from cimscore.wire import read_case, read_case_text


def seconds(work: Callable[[], object]) -> tuple[float, DocumentError]:
    """The processor time until a document is refused, and the refusal."""
    started = time.process_time()
    with pytest.raises(DocumentError) as caught:
        work()
    return time.process_time() - started, caught.value


def misspelt(people: int, length: int) -> dict[str, Any]:
    """A document in which everybody stays somewhere, and nobody is spelt as they are called."""
    letters = random.Random(length)
    names = ["".join(letters.choices("ab", k=length)) for _ in range(2 * people)]
    stays = [{"person": name, "household": "home", "kind": "full-time"} for name in names[people:]]
    known = [{"id": name} for name in names[:people]]
    return {"cimscore": 1, "id": "x", "people": known, "households": [{"id": "home"}], "residences": stays}


@pytest.mark.parametrize(("people", "length"), [(40, 199), (40, 60), (400, 60), (800, 12)])
def test_hints_for_many_misspelt_names_cost_next_to_nothing(people: int, length: int) -> None:
    document = json.dumps(misspelt(people, length))
    taken, error = seconds(lambda: read_case_text(document, VOCABULARY, name="a.json"))

    assert len(error.problems) >= people * 0.9
    assert taken < (0.2 if length == 199 else 1)


def test_a_few_misspelt_names_are_still_answered_with_the_nearest() -> None:
    document = misspelt(40, 12)
    document["residences"] = [{"person": document["people"][0]["id"] + "b", "household": "hom", "kind": "visits"}]
    _, error = seconds(lambda: read_case(document, VOCABULARY))

    assert [problem.hint.partition(" '")[0] for problem in error.problems] == ["Did you mean", "Did you mean"]


def test_a_message_lists_so_many_problems_and_counts_the_rest() -> None:
    people = [{"id": f"p{number}", "gender": "mael", "home": "nowher"} for number in range(MOST_ENTRIES)]
    taken, error = seconds(lambda: read_case({"cimscore": 1, "id": "x", "people": people}, VOCABULARY))

    assert len(error.problems) == 2 * MOST_ENTRIES
    assert str(error).splitlines()[-1] == f"  - and {2 * MOST_ENTRIES - MOST_PROBLEMS_TOLD:,} more"
    assert len(str(error)) < 40_000
    assert taken < 2


def test_a_text_that_is_too_long_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    text = "cimscore: 1\nid: x\n" + "# a comment\n" * (LONGEST_DOCUMENT // 12)
    taken, error = seconds(lambda: read_case_text(text, VOCABULARY))
    assert "at most 1,000,000 characters" in str(error)
    assert taken < 0.1

    path = tmp_path / "long.yaml"
    path.write_text("é" * 5 * LONGEST_DOCUMENT, encoding="utf-8")
    taken, error = seconds(lambda: read_case(path, VOCABULARY))
    assert "at most 1,000,000 characters" in str(error)
    assert taken < 0.5


@pytest.mark.parametrize("before", ['{"cimscore": 1, "id": "x", "people": ', "cimscore: 1\nid: x\npeople: "])
@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_a_text_nested_however_deep_is_refused_without_recursion(name: str, before: str) -> None:
    if name == "case.json" and not before.startswith("{"):
        pytest.skip("not JSON")
    text = f"{before}{'[' * 20_000}{']' * 20_000}{'}' * before.startswith('{')}"
    taken, error = seconds(lambda: read_case_text(text, VOCABULARY, name=name))

    assert [problem.found for problem in error.problems] == ["more than 50 levels of nesting"]
    assert taken < 2


def test_many_people_named_twice_take_time_in_proportion() -> None:
    present = ["p"] * MOST_ENTRIES
    concern = {"id": "c1", "about": ["p"], "present": present}
    document = {"cimscore": 1, "id": "x", "people": [{"id": "p"}], "concerns": [concern]}
    taken, error = seconds(lambda: read_case(document, VOCABULARY))

    assert len(error.problems) == MOST_ENTRIES - 1
    assert taken < 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('name: {given: "A\\eri"}', "a control character (U+001B) in the text"),
        ('name: {given: "A\\u202eri"}', "a mark of direction (U+202E) in the text"),
        ('family: "A\\0ri"', "a control character (U+0000) in the text"),
        ("family: A\x07ri", "a control character (U+0007) in the text"),
        ("family: A\ud800ri", "half a character (U+D800) in the text"),
    ],
)
def test_a_sign_that_cannot_be_shown_is_told_where_it_stands(text: str, found: str) -> None:
    _, error = seconds(lambda: read_case_text(f"cimscore: 1\nid: x\npeople:\n  - {{id: a, {text}}}\n", VOCABULARY))

    assert [(problem.found, problem.line) for problem in error.problems] == [(found, 4)]
    assert str(error).encode() and str(error).replace("\n", "").isprintable()


@pytest.mark.parametrize("text", ["a\tb", "a\nb", "Zoë \u200d\u2019", "\U0001f600"])
def test_a_free_text_may_hold_what_people_write(text: str) -> None:
    concern = {"id": "c1", "about": "unknown", "text": text}

    assert read_case({"cimscore": 1, "id": "x", "concerns": [concern]}, VOCABULARY).concerns[0].text == text
