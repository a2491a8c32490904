"""The same incident under each edition of the page, and what differs."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
import told

import cimscore
from cimscore import Rulebook
from cimscore.assessment import Decision, DecisionState
from cimscore.case import DecisionEntry, FactEntry
from cimscore.wire import load_examples

DOCUMENT = Path(__file__).parents[2] / "examples" / "december-gap.yaml"


@pytest.fixture(scope="module")
def case(rulebook: Rulebook) -> cimscore.Case:
    """The incident of December 2024, with what the earlier editions ask for as well."""
    read = rulebook.read_case(DOCUMENT)
    fact = FactEntry(question="vic-cims/was-a-client-incident", about="c1", answer=True)
    impact = DecisionEntry(question="vic-cims/impact", about=("c1",), answer="major", by="authorised-delegate")
    return attrs.evolve(read, facts=(*read.facts, fact), decisions=(impact,))


def under(case: cimscore.Case, rulebook: Rulebook, edition: str) -> Decision:
    """The decision under an edition of the page. The other documents are those of its days."""
    return cimscore.assess(case, rulebook, editions={"vic": edition}).decision("vic-cims")


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("2018-10", "Saturday 7 December 2024, 16:00"),
        ("2019-07", "Saturday 7 December 2024, 16:00"),
        ("2020-02", "Wednesday 11 December 2024, end of day"),
        ("2024-06", "Wednesday 11 December 2024, end of day"),
        ("2024-12", "Wednesday 11 December 2024, end of day"),
    ],
)
def test_one_incident_under_each_edition(rulebook: Rulebook, case: cimscore.Case, edition: str, expected: str) -> None:
    decision = under(case, rulebook, edition)

    assert told.due(decision) == [expected]
    assert told.edition(decision) == edition


@pytest.mark.parametrize(
    ("edition", "news"),
    [
        ("2018-10", "guide-2018"),
        ("2019-07", "guide-2018"),
        ("2020-02", "update-1-2020"),
        ("2024-06", "update-1-2020"),
        ("2024-12", ""),
    ],
)
def test_the_news_of_2020_are_those_of_the_days_of_the_edition(
    rulebook: Rulebook, case: cimscore.Case, edition: str, news: str
) -> None:
    governed = {document: held for document, held, _ in under(case, rulebook, edition).governed_by}

    assert governed.get("vic-news-2020", "") == news


def test_what_differs_between_the_guide_of_2019_and_the_policy(rulebook: Rulebook, case: cimscore.Case) -> None:
    guide, policy = (under(case, rulebook, edition) for edition in ("2019-07", "2024-12"))
    immediate = [{line.things[-2] for line in one.about("duties-immediate")} for one in (guide, policy)]

    assert immediate[0] == set()  # the five are not carried back
    assert "make-safe" in immediate[1]
    assert told.records(guide) == told.records(policy) == {"incident-report:c1"}
    assert "harm-alleged@c1" not in told.asked(guide)  # the manual that takes an allegation for harm is of 2024
    assert guide.state is DecisionState.PROVISIONAL


@pytest.mark.parametrize("edition", ["2018-01", "2018-10", "2019-07", "2020-02", "2024-06"])
def test_an_incident_of_today_is_asked_for_what_the_list_of_an_earlier_edition_would_say(
    rulebook: Rulebook, edition: str
) -> None:
    case = next(example.case for example in load_examples(rulebook, "vic-cims") if example.id == "abuse-by-a-client")
    decision = under(case, rulebook, edition)

    assert told.scope(under(case, rulebook, "2024-12")) == "in"
    assert told.scope(decision) == "? service-in-scope-then"
    assert told.records(decision, sure=False) >= {"incident-report:c1"}
