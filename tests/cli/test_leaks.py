"""Hints at what gives the notifier away: found however written, and giving nothing away themselves."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_program import CASE, LOUD, REMARK, declared, install

from cimscore.case import (
    Case,
    ConcernEntry,
    DecisionEntry,
    FactEntry,
    HouseholdEntry,
    MoveEntry,
    Name,
    PersonEntry,
    Protected,
    RecordEntry,
)
from cimscore.wire import Vocabulary, notifier_hints, profession_hints
from cimscore.wire.leaks import DetailKind

WORDS = Vocabulary(programs=frozenset({"invented"}), questions={"invented/remark": REMARK, "invented/loud": LOUD})
JO = {
    "name": {"given": "Joséphine", "family": "O'Sample"},
    "address": "12 Sampler Street, Logan QLD 4114",
    "telephone": "0400 111 222",
    "email": "jo.sample@example.org",
    "works at": "Riverbank",
}
Run = Callable[..., Any]


def kinds(text: str, notifier: object = JO) -> set[DetailKind]:
    """The kinds of hint about a concern with this text."""
    case = Case(id="a", concerns=(ConcernEntry(id="c1", text=text),), notifier=Protected(notifier))
    return {hint.kind for hint in notifier_hints(case, WORDS) if hint.where == "concerns[0].text"}


@pytest.mark.parametrize(
    "text",
    [
        "Josephine rang", "JOSÉPHINE rang", "Jose\u0301phine rang", "Joséphine's call", "Josephin rang",
        "Jospehine rang", "O'Sample, Joséphine", "a Ms O’Sample", "a Ms OSample", "a Ms o sample",
        "told by J.O.", "told by JO", "told by O. J.",
        "the zero\u200bwidth José\u200bphine",
    ],
)  # fmt: skip
def test_a_name_is_found_in_any_spelling_order_or_initials(text: str) -> None:
    assert kinds(text) == {DetailKind.NAME}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("call 0400111222", DetailKind.TELEPHONE), ("call +61 400 111 222", DetailKind.TELEPHONE),
        ("(0400) 11-12-22", DetailKind.TELEPHONE),
        ("04 0011\u00a01222", DetailKind.TELEPHONE), ("JO.SAMPLE@EXAMPLE.ORG", DetailKind.EMAIL),
        ("jo.sample (at) example dot org", DetailKind.EMAIL), ("of 12 Sampler St", DetailKind.ADDRESS),
        ("in sampler  street", DetailKind.ADDRESS), ("from RIVERBANK", DetailKind.OTHER),
    ],
)  # fmt: skip
def test_numbers_and_addresses_are_found_however_grouped_or_shortened(text: str, kind: DetailKind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text", ["", "He was hit.", "On 2025-03-03 at 10:15, twice", "in another street", "me and you", "jo"]
)
def test_what_is_not_there_is_not_found(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize(
    "notifier", ["Jo Sample", ["Jo Sample"], {"who": {"full name": "Sample, Jo"}}, {"given": "Jo", "family": "Sample"}]
)
def test_the_notifier_may_be_written_in_any_form(notifier: object) -> None:
    assert kinds("told by Jo Sample", notifier) == {DetailKind.NAME}


def test_every_free_text_of_a_document_is_looked_over() -> None:
    case = Case(
        id="a",
        households=(HouseholdEntry(id="h", label="Joséphine", area="Joséphine"),),
        concerns=(ConcernEntry(id="c1", text="Joséphine"),),
        records=(
            RecordEntry(
                id="r",
                kind="Joséphine",
                people={"x": "Joséphine"},
                moves=(MoveEntry(move="Joséphine", by="Joséphine"),),
            ),
        ),
        people=(PersonEntry(id="x"),),
        decisions=(DecisionEntry(question="invented/remark", about=("x",), answer="Joséphine"),),
        facts=(
            FactEntry(question="invented/remark", about="c1", answer="Joséphine"),
            FactEntry(question="invented/remark", about="case", answer="Joséphine"),
        ),
        notifier=Protected(JO),
    )
    assert [hint.where for hint in notifier_hints(case, WORDS)] == [
        "concerns[0].text", "decisions[0].answer", "facts.invented.remark", "facts.invented.remark.c1",
        "households[0].area", "households[0].label", "records[0].kind", "records[0].moves[0].by",
        "records[0].moves[0].move", "records[0].people.x",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the GP rang", DetailKind.MEDICAL),
        ("two nurses", DetailKind.MEDICAL),
        ("Constable X", DetailKind.POLICE),
        ("her teacher", DetailKind.SCHOOL),
    ],
)
def test_words_of_a_profession_are_hints_whoever_the_notifier_is(text: str, kind: DetailKind) -> None:
    for notifier in (JO, None):
        case = Case(id="a", concerns=(ConcernEntry(id="c1", text=text),), notifier=Protected(notifier))
        assert [(hint.where, hint.kind) for hint in profession_hints(case, WORDS)] == [("concerns[0].text", kind)]


def test_hints_do_not_tell_whether_the_notifier_is_a_person_of_the_case() -> None:
    """A parent named in a text gives the same hint, whether she is the notifier or a stranger is."""
    mia, leo = (PersonEntry(id=given.lower(), name=Name(given=given, family="Example")) for given in ("Mia", "Leo"))
    texts = ("Mia left", "Leo Example and M.E. were there", "nobody", "Leos car")
    for text in texts:
        case = Case(id="a", people=(mia, leo), concerns=(ConcernEntry(id="c1", text=text),))
        notifiers: list[object] = [
            "Mia Example", {"given": "Leo", "family": "Example"}, "Quentin Zweig", None,
            {"id": "mia"}, {"person": "leo"}, {"who": "Mia"}, {"rang": {"by": "Leo Example"}},
        ]  # fmt: skip
        found = [notifier_hints(_with(case, notifier), WORDS) for notifier in notifiers]
        assert all(one == other for one, other in itertools.pairwise(found)), text


def test_a_stranger_named_beside_a_person_of_the_case_is_told_apart() -> None:
    mia = PersonEntry(id="mia", name=Name(given="Mia", family="Example"))
    case = Case(id="a", people=(mia,), concerns=(ConcernEntry(id="c1", text="Mia, says Jo"),))

    found = {hint.kind for hint in notifier_hints(_with(case, "Jo Example"), WORDS)}
    assert found == {DetailKind.NAME, DetailKind.SOMEONE}
    assert {hint.kind for hint in notifier_hints(_with(case, "Mia Example"), WORDS)} == {DetailKind.SOMEONE}


def _with(case: Case, notifier: object) -> Case:
    return attrs.evolve(case, notifier=Protected(notifier))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=6,
    ),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf"))),
)
def test_any_notifier_and_any_text_can_be_looked_over(notifier: Any, text: str) -> None:
    assert all(kind in DetailKind for kind in kinds(text, notifier))


# --- The command ---


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    install(monkeypatch, declared())
    path = tmp_path / "case.yaml"
    text = CASE.replace("kind: harm", 'kind: harm, text: "Joséphine, a teacher, rang from 0400 111222"')
    path.write_text(f"{text}notifier: {json.dumps(JO)}\n", encoding="utf-8")
    return path


def test_check_tells_places_and_kinds_and_never_what_stands_there(case: Path, run: Run) -> None:
    ran = run("check", case, "--notifier-leaks")

    assert ran.code == 0
    assert "concerns[0].text: words of a school" in ran.out
    protected = ran.out.partition("PROTECTED: ")[2]
    assert "concerns[0].text: a name of the notifier's that no person of the case bears" in protected
    assert "concerns[0].text: a telephone number" in protected
    assert "is for a person to judge" in ran.out
    assert [word for word in ("Jos", "Sample", "0400", "111", "Riverbank") if word in ran.out] == []


def test_without_the_option_nothing_protected_is_printed(case: Path, run: Run) -> None:
    text, plain = run("check", case).out, json.loads(run("check", case, "--json").out)

    assert "PROTECTED" not in text
    assert "telephone" not in text
    assert set(plain) == {"case", "holds", "profession_hints"}
    assert "protected" in json.loads(run("check", case, "--json", "--notifier-leaks").out)
