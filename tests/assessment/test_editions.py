"""Which edition governs decides which rows are in force; where none is known, or another is chosen, that is said."""

from __future__ import annotations

import datetime as dt

import pytest

import cimscore
from cimscore.assessment import Decision, DecisionState, decided_by_each, difference, words_for
from cimscore.case import UNKNOWN, Case, Dates, HouseholdEntry, Moment, Unknown
from cimscore.policy import PolicyEdition
from cimscore.rules import Conclusion, Household, Topic, Value, covers, edition, editions_table, some
from cimscore.rules.vocabulary import is_home, received
from cimscore.testing import InlinePlugin, inline_clause, inline_source

NEW = dt.date(2025, 1, 2)
OLD_EDITION = PolicyEdition(id="old", title="Old", until=dt.date(2025, 1, 1))
NEW_EDITION = PolicyEdition(id="new", title="New", from_=NEW)
SOURCES = tuple(inline_source(id, (OLD_EDITION, NEW_EDITION)) for id in ("doc", "news"))
CLAUSES = (
    inline_clause("doc/heading/choice", editions=("old", "new")),
    inline_clause("doc/heading/old", editions=("old",)),
    inline_clause("doc/heading/new", editions=("new",)),
    inline_clause("news/heading/new", editions=("new",)),
)
home, moment = Household("home"), Value("moment", Moment)


def program() -> InlinePlugin:
    """Return a program of two documents that changed on one day; the day of receipt chooses."""
    chooses = editions_table()
    for source in SOURCES:
        governs = some(moment, received(moment) & covers(source.id, moment, edition))
        chooses.row(f"by-receipt-{source.id}", source.id, edition, when=governs, cites=["doc/heading/choice"])
    named = Conclusion("named", (home, Value("how", str)), "{home} [is] {how}", topic=Topic.HOUSEHOLDS)
    for source, word in (("doc", "old"), ("doc", "new"), ("news", "new")):
        row = f"{source}-{word}"
        named.row(row, home, row, when=is_home(home), cites=[f"{source}/heading/{word}"])
    return InlinePlugin(tables=(chooses, named), clauses=CLAUSES, sources=SOURCES)


@pytest.fixture(scope="module")
def rulebook() -> cimscore.Rulebook:
    return cimscore.load_rulebook([program()])


def case(day: dt.date | Unknown) -> Case:
    """Return a case of one home that was received on a day."""
    dates = Dates(received=day if isinstance(day, Unknown) else Moment(day))
    return Case(id="one", programs=("invented",), dates=dates, households=(HouseholdEntry(id="north"),))


def decided(rulebook: cimscore.Rulebook, day: dt.date | Unknown, **editions: str) -> Decision:
    (decision,) = cimscore.assess(case(day), rulebook, editions=editions).decisions
    return decision


def told(decision: Decision) -> list[str]:
    return [line.says.removeprefix("north is ") for line in decision.conclusions]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2024, 12, 31), ["doc-old"]),
        (dt.date(2025, 1, 2), ["doc-new", "news-new"]),
        (dt.date(2025, 6, 1), ["doc-new", "news-new"]),
    ],
)
def test_a_row_is_in_force_while_its_clause_stands(
    day: dt.date, expected: list[str], rulebook: cimscore.Rulebook
) -> None:
    decision = decided(rulebook, day)

    assert told(decision) == expected
    assert decision.state is DecisionState.FINAL
    assert {governs for _, governs, _ in decision.governed_by} == {expected[0].removeprefix("doc-")}


def test_a_day_that_no_edition_covers_is_said_and_nothing_is_decided(rulebook: cimscore.Rulebook) -> None:
    decision = decided(rulebook, dt.date(2025, 1, 1))

    assert told(decision) == []
    assert decision.state is DecisionState.INCOMPLETE
    assert decision.because[0].startswith("No edition of the policy is known to be in force on that day")


def test_a_day_that_is_not_known_leaves_everything_open(rulebook: cimscore.Rulebook) -> None:
    decision = decided(rulebook, UNKNOWN)

    assert decision.state is not DecisionState.FINAL
    assert [line for line in decision.conclusions if line.standing == "certain"] == []


def test_an_edition_that_is_chosen_governs_with_the_other_documents_of_its_days_and_the_receipt_says_so(
    rulebook: cimscore.Rulebook,
) -> None:
    decision = decided(rulebook, dt.date(2025, 6, 1), doc="old")

    assert told(decision) == ["doc-old"]
    assert dict(decision.receipt)["editions"] == "doc=old"
    assert ("doc", "old") in {(document, governs) for document, governs, _ in decision.governed_by}


def test_choosing_the_edition_that_governs_anyway_changes_nothing_but_the_receipt(
    rulebook: cimscore.Rulebook,
) -> None:
    chosen, plain = decided(rulebook, dt.date(2025, 6, 1), doc="new"), decided(rulebook, dt.date(2025, 6, 1))

    assert chosen.conclusions == plain.conclusions
    assert chosen.governed_by == plain.governed_by
    assert dict(chosen.receipt)["editions"] == "doc=new"


def test_two_editions_differ_in_what_each_alone_says(rulebook: cimscore.Rulebook) -> None:
    day = case(dt.date(2025, 6, 1))
    (((_, one),), _), (((_, other),), _) = (
        decided_by_each(day, rulebook, editions={"doc": id}) for id in ("old", "new")
    )
    found = difference(one.run, other.run, words_for(day, one.run.compiled.program))

    assert (found.takes, found.adds) == (("north is doc-old",), ("north is doc-new", "north is news-new"))


@pytest.mark.parametrize("editions", [{"dok": "old"}, {"doc": "ol"}])
def test_an_unknown_document_or_edition_is_refused_with_the_nearest(
    editions: dict[str, str], rulebook: cimscore.Rulebook
) -> None:
    with pytest.raises(cimscore.UnknownNameError, match="Did you mean"):
        decided(rulebook, dt.date(2025, 6, 1), **editions)


# A document of one edition, which no row chooses.


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2025, 1, 1), True),
        (NEW, False),
        (UNKNOWN, False),
    ],
)
def test_what_is_told_by_an_edition_that_begins_later_is_said(day: dt.date | Unknown, said: bool) -> None:
    source, clause = inline_source("doc", (NEW_EDITION,)), inline_clause("doc/heading/new", editions=("new",))
    named = Conclusion("named", (home,), "{home} [is] new", topic=Topic.HOUSEHOLDS)
    named.row("new", home, when=is_home(home), cites=[clause.id])
    plugin = InlinePlugin(tables=(named,), clauses=(clause,), sources=(source,))
    decision = decided(cimscore.load_rulebook([plugin]), day)

    assert told(decision) == ["new"]
    sentence = f"{source.title} is held from Thursday 2 January 2025 on only; this was received before."
    assert any(line.startswith(sentence) for line in decision.because) is said
    assert (decision.state is DecisionState.FINAL) is not said
