"""What is not known hides no record and no clock: each is told, certain or provisional."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from answers_of_queensland import queensland, worked_examples

from cimscore.case import UNKNOWN, Case, PersonEntry, RelationshipEntry, RelationshipKind
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.deciding import decide
from cimscore.reasoning.graded import PROVISIONAL

EXAMPLES = sorted(worked_examples())


def told(case: Case) -> tuple[set[str], set[str]]:
    """Return the records and the clocks that a case has, certain or provisional."""
    run = run_of(case, queensland())
    records = {str(things[0]) for things, grade in run.use("conclusion:record").rows.items() if grade >= PROVISIONAL}
    clocks = {
        f"{clock.id} of {', '.join(map(str, things[:-1]))}"
        for clock in queensland().program.clocks
        for things, grade in run.use(clock.part("due").key).rows.items()
        if grade >= PROVISIONAL
    }
    return records, clocks


def is_adult(person: PersonEntry) -> bool:
    return isinstance(person.born, dt.date) and person.born < dt.date(2006, 1, 1)


@pytest.mark.parametrize("name", EXAMPLES)
def test_adults_without_a_birth_date_hide_nothing(name: str) -> None:
    case = worked_examples()[name]
    people = tuple(attrs.evolve(person, born=UNKNOWN) if is_adult(person) else person for person in case.people)
    records, clocks = told(case)
    fewer_records, fewer_clocks = told(attrs.evolve(case, people=people))
    assert records <= fewer_records
    assert clocks <= fewer_clocks


MAY_MATTER = {
    "two-families": "the stranger may be a child of an adult of the household, who is then a parent and no mere member",
    "unprotected-visitor": "the stranger may be a child of an adult of the household, who is then a parent",
    "during-ongoing-intervention": "the stranger may be a child to whom concerns relate, without an intervention",
    "second-notification-decided": "the stranger may stay by choice where it happened, with parents in the other home",
    "second-notification-open": "the stranger may stay by choice where it happened, with parents in the other home",
}
"""Examples in which a stranger of whom nothing is known can truly change something, and how."""

NOT_PROVEN = {("visiting-child", "part-of-a-visitor"), ("two-homes-grouped", "c1")}
"""What stays, but as provisional: that no tie of a stranger gives the visitor a role there, or brings the part of the
child into the notification of the other home, is not proven."""


def matter_of(claims: set[Claim]) -> set[Claim]:
    """Return claims without those about paper: the stranger may bring a second notification that shares a document."""
    paper = {f"conclusion:{each.id}" for each in queensland().program.conclusions if each.paper}
    return {claim for claim in claims if claim[0] not in paper}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_stranger_known_by_name_alone_takes_nothing(name: str) -> None:
    case = worked_examples()[name]
    certain = {claim for claim, line in decide(run_of(case, queensland())).told.items() if line.certain}
    more = attrs.evolve(case, people=(*case.people, PersonEntry(id="stranger")))
    told_still = decide(run_of(more, queensland())).told
    assert certain <= told_still.keys()
    if name not in MAY_MATTER:
        proven = {claim for claim in matter_of(certain) if NOT_PROVEN.isdisjoint((name, thing) for thing in claim[1])}
        assert proven <= {claim for claim, line in told_still.items() if line.certain}


def test_a_stranger_named_as_parent_takes_no_clock() -> None:
    case = worked_examples()["a-notification"]
    child = next(person.id for person in case.people if not is_adult(person))
    tie = RelationshipEntry(from_="stranger", to=child, kind=RelationshipKind.PARENT)
    more = attrs.evolve(
        case, people=(*case.people, PersonEntry(id="stranger")), relationships=(*case.relationships, tie)
    )
    records, clocks = told(case)
    other_records, other_clocks = told(more)
    assert records <= other_records
    assert clocks <= other_clocks
