"""Who is in scope, by provider, funding, service and day: one answer or what is asked in each cell.

The grid is generated and committed as `expected/scope-grid.txt`, to be read; to write it anew, print `grid()`.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
import told
from tests.each_nth import each_nth

import cimscore
from cimscore import Moment, Rulebook
from cimscore.assessment import Decision
from cimscore.case import Case, ConcernEntry, Dates, FactEntry, MoveEntry, RecordEntry
from cimscore.grades import CERTAIN
from cimscore.reasoning.cases import run_of

RULEBOOK: Rulebook = cimscore.load_rulebook()
EXPECTED = Path(__file__).parent / "expected" / "scope-grid.txt"
BOUNDARIES = [
    dt.date(2018, 1, 15),
    dt.date(2018, 10, 1),
    dt.date(2019, 7, 1),
    dt.date(2020, 2, 3),
    dt.date(2024, 6, 17),
    dt.date(2024, 12, 9),
]
DAYS = [day + step * dt.timedelta(days=1) for day in BOUNDARIES for step in (-1, 0)]
SERVICES = (
    "child-protection", "community-child-and-family", "disability", "family-violence", "homelessness",
    "out-of-home-care", "secure-welfare", "sexual-assault", "public-housing", "health", "other",
)  # fmt: skip
SAID = {"in": "scope", "out": "of-scope"}
PROVIDERS = {
    "funded by the department": ("organisation", True, False),
    "funded by both": ("organisation", True, True),
    "funded by the NDIS only": ("organisation", False, True),
    "funded by neither": ("organisation", False, False),
    "the department itself": ("department", False, False),
}


def case_of(provider: str, service: str, day: dt.date) -> Case:
    """An incident that happened, was disclosed and was submitted on one day."""
    kind, department, ndis = PROVIDERS[provider]
    answers = {
        "provider": kind, "department-funds-it": department, "ndis-funds-it": ndis, "service": service,
        "client-harmed": True, "during-service-delivery": True, "was-a-client-incident": True,
    }  # fmt: skip
    concern_facts = {"client-harmed", "during-service-delivery", "was-a-client-incident"}
    facts = tuple(
        FactEntry(question=f"vic-cims/{name}", about="c1" if name in concern_facts else "case", answer=answer)
        for name, answer in answers.items()
    )
    moment = Moment(dt.datetime.combine(day, dt.time(2), dt.UTC))  # noon or 1 pm in Melbourne
    report = RecordEntry(id="incident-report:c1", kind="incident-report", moves=(MoveEntry(move="submit", at=moment),))
    return Case(
        id="cell",
        programs=("vic-cims",),
        dates=Dates(received=moment),
        concerns=(ConcernEntry(id="c1", place="elsewhere", occurred=moment),),
        records=(report,),
        facts=facts,
    )


def assessed(provider: str, service: str, day: dt.date) -> Decision:
    """What the program decides of a cell, whole."""
    return cimscore.assess(case_of(provider, service, day), RULEBOOK).decision("vic-cims")


@functools.cache
def cell(provider: str, service: str, day: dt.date) -> str:
    """One answer, or the one question that scope waits for."""
    run = run_of(case_of(provider, service, day), RULEBOOK.program("vic-cims").compiled)
    sure = [sign for sign in ("in", "out") if CERTAIN in run.use(f"conclusion:{sign}-{SAID[sign]}").rows.values()]
    return " and ".join(sure) or told.scope(assessed(provider, service, day))


def grid() -> str:
    """Every cell, provider by provider."""
    return "\n".join(line for provider in PROVIDERS for line in block(provider))


def block(provider: str) -> Iterator[str]:
    """The services of a provider that share their answers, and the answers from day to day."""
    yield f"{provider[0].upper()}{provider[1:]}"
    alike: dict[tuple[str, ...], list[str]] = {}
    for service in SERVICES:
        alike.setdefault(tuple(_runs(provider, service)), []).append(service)
    for runs, services in alike.items():
        yield f"  {', '.join(services)}"
        yield from runs
    yield ""


def _runs(provider: str, service: str) -> Iterator[str]:
    """The answers from day to day, equal ones together."""
    for found, days in itertools.groupby(DAYS, key=lambda day: cell(provider, service, day)):
        first, *_, last = (*days,) * 2
        yield f"    {first} to {last}  {found}"


@pytest.mark.parametrize("provider", each_nth(PROVIDERS, 3))
def test_each_cell_has_one_answer_or_one_question(provider: str) -> None:
    print(lines := "\n".join(block(provider)))

    assert f"\n\n{lines}" in f"\n\n{EXPECTED.read_text(encoding='utf-8')}"


@pytest.mark.long
def test_the_grid_is_what_is_committed() -> None:
    assert grid() == EXPECTED.read_text(encoding="utf-8")


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_whole_decision_says_the_same_of_a_cell(provider: str) -> None:
    for service, day in itertools.product(("disability", "public-housing"), BOUNDARIES[1:]):
        assert told.scope(assessed(provider, service, day)) == cell(provider, service, day)


@pytest.mark.parametrize("day", DAYS)
def test_an_organisation_that_only_the_ndis_funds_is_in_scope_until_30_june_2019(day: dt.date) -> None:
    """Housing and health are in scope also where the department does not pay, by the sentence below the list."""
    expected = "no rule" if day < BOUNDARIES[0] else "in" if day < dt.date(2019, 7, 1) else "out"
    listed = [service for service in SERVICES if service not in ("public-housing", "health")]
    services = SERVICES if day < BOUNDARIES[-1] else listed

    assert {cell("funded by the NDIS only", service, day) for service in services} == {expected}


@pytest.mark.parametrize("provider", PROVIDERS)
def test_an_unlisted_service_is_never_out_because_it_is_not_listed(provider: str) -> None:
    for day in DAYS:
        assert (cell(provider, "other", day) == "out") is (cell(provider, "disability", day) == "out")


@pytest.mark.parametrize(("day", "answer"), [(dt.date(2018, 9, 30), "out"), (dt.date(2018, 10, 1), "?")])
def test_services_the_department_delivers_came_in_on_1_october_2018(day: dt.date, answer: str) -> None:
    assert cell("the department itself", "disability", day).startswith(answer)


@pytest.mark.parametrize(
    ("service", "question"),
    [
        ("health", "? health-service-in-scope"),
        ("other", "? other-service-in-scope"),
        ("public-housing", "? managed-by-the-department other-service-in-scope"),
    ],
)
def test_what_the_page_leaves_open_is_asked(service: str, question: str) -> None:
    assert cell("funded by the department", service, DAYS[-1]) == question
