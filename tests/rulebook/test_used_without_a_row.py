"""What no row reads is warned of, unless it is used in another way; so is one number in two clauses."""

from __future__ import annotations

import datetime as dt
import enum

import attrs
import pytest
from small_plugin import CLAUSE, home, homes

import cimscore
from cimscore.policy import Disposition, PolicyEdition
from cimscore.rulebook.misdated import warnings_of_dates
from cimscore.rules import Conclusion, Defined, Question, Reading, Topic, Value
from cimscore.rules.vocabulary import is_home
from cimscore.rules.written import Written
from cimscore.testing import InlinePlugin, inline_clause, inline_source

HELD_HOME = Question(id="held", things=(home,), text="Is {home} held?", answers=bool, cites=(CLAUSE,))
is_held = Defined((home,), "{home} [is] held", is_home(home) & HELD_HOME(home))
HELD = Question(id="held", things=(), text="Is it held?", answers=bool, cites=(CLAUSE,))


class Way(enum.StrEnum):
    USUAL = "usual"
    OTHER = "other"


def reading(id: str, under: tuple[Reading[Way], Way] | None = None) -> Reading[Way]:
    return Reading(
        id=id, question=f"Is it the {id} one?", readings={Way.USUAL: "Yes.", Way.OTHER: "No."}, taken=Way.USUAL,
        because="It mostly is.", clauses=(CLAUSE,), under=under,
    )  # fmt: skip


def warned(plugin: InlinePlugin) -> str:
    return " ".join(map(str, cimscore.load_rulebook([plugin]).warnings))


@pytest.mark.parametrize(("under", "told"), [(False, "first: found an unclear point that nobody reads"), (True, "")])
def test_a_reading_under_which_another_one_matters_is_used(under: bool, told: str) -> None:
    first = reading("first")
    table = homes()
    second = reading("second", (first, Way.OTHER) if under else None)
    table.row("second", home, when=is_home(home) & second.is_(Way.OTHER), cites=[CLAUSE])
    found = warned(InlinePlugin(tables=(table,), asked=(first,)))
    assert told in found if told else found == ""


@pytest.mark.parametrize(
    ("left", "told"), [({}, "held: found a question that nobody reads"), ({"question": "invented/held"}, "")]
)
def test_a_question_that_a_clause_leaves_to_a_person_is_used(left: dict[str, str], told: str) -> None:
    disposition = Disposition.LEFT_TO_A_PERSON if left else Disposition.ENCODED
    clauses = inline_clause(), inline_clause("doc/heading/person", disposition=disposition, **left)
    found = warned(InlinePlugin(tables=(homes(),), asked=(HELD,), clauses=clauses))
    assert told in found if told else found == ""


@pytest.mark.parametrize(("denied", "told"), [(False, "held: found a question that nobody reads"), (True, "")])
def test_a_question_that_decides_what_a_conclusion_denies_is_used(denied: bool, told: str) -> None:
    reason = Value("reason", str)
    against = Conclusion(
        "against", (home, reason), "{home} [is] not seen: {reason}", topic=Topic.HOUSEHOLDS,
        denies=is_held if denied else None,
    )  # fmt: skip
    against.row("never", home, "so it is", when=is_home(home), cites=[CLAUSE])
    found = warned(InlinePlugin(tables=(against,), asked=(HELD_HOME,)))
    assert told in found if told else found == ""


@pytest.mark.parametrize(
    ("split", "told"), [((), "doc/heading/other: found the statement S-1 in each"), (("S-1",), "")]
)
def test_a_statement_of_which_each_clause_carries_a_part_is_said_to_be_split(split: tuple[str, ...], told: str) -> None:
    ids = CLAUSE, "doc/heading/other"
    clauses = tuple(attrs.evolve(inline_clause(id), statements=("S-1",)) for id in ids)
    source = attrs.evolve(inline_source(), split=split)
    found = warned(InlinePlugin(tables=(homes(cites=ids),), clauses=clauses, sources=(source,)))
    assert told in found if told else found == ""


@pytest.mark.parametrize(("many", "told"), [(3, ""), (4, "found one digest, sha256:0f, in 4 clauses")])
def test_one_digest_of_more_than_three_clauses_looks_pasted(many: int, told: str) -> None:
    ids = tuple(f"doc/heading/part-{number}" for number in range(many))
    clauses = tuple(attrs.evolve(inline_clause(id), digest="sha256:0f") for id in ids)
    found = warned(InlinePlugin(tables=(homes(cites=ids),), clauses=clauses))
    assert told in found if told else found == ""


def test_a_question_that_nobody_reads_is_not_taken_for_one_of_another_program() -> None:
    own, others = (attrs.evolve(HELD, written=Written(f"{package}.rules", 1)) for package in ("own", "others"))
    table = homes()
    table.row("held", home, when=is_home(home) & others(), cites=[CLAUSE])
    plugins = InlinePlugin(tables=(table,)), InlinePlugin(id="own", asked=(own,), clauses=(), sources=())
    (warning,) = cimscore.load_rulebook(plugins).warnings
    assert "held: found a question that nobody reads" in str(warning)


@pytest.mark.parametrize(
    ("edition", "year", "told"),
    [
        ("2024", 2024, False), ("2024", 2023, False), ("2024", 2025, False), ("2024", 2022, True), ("2024", 2026, True),
        ("2024-12", 2026, True), ("first", 2026, False), ("2024", None, False),
    ],
)  # fmt: skip
def test_an_edition_that_begins_years_away_from_the_year_of_its_name_is_warned_of(
    edition: str, year: int | None, told: bool
) -> None:
    begins = PolicyEdition(id=edition, title="An edition", from_=year and dt.date(year, 7, 1))
    assert bool([*warnings_of_dates("invented", [inline_source(editions=(begins,))])]) is told
