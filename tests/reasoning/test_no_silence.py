"""What is not known hides no record and no clock: each is told, certain or provisional."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from answers_of_queensland import queensland, worked_examples
from tests.each_nth import each_nth

from cimscore.case import (
    UNKNOWN,
    Case,
    DecisionEntry,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.deciding import decide

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

NOT_PROVEN = {("half-sister-not-decided-about", "conclusion:has-a-role")}
"""What holds whoever the stranger is, by one reason or another; it stays as provisional, for no proof covers both."""

SMALL_CHILDREN = {
    "half-sister-also-a-subject": ("bo", "south"),
    "own-reports": ("lu", "home"),
    "recorded-before-and-responsible": ("sam", "home"),
    "recorded-child-notified": ("lu", "home"),
    "responsible-for-a-sibling": ("sam", "home"),
    "several-responses": ("bo", "south"),
}
"""Examples with a child so small that the stranger may be a minor and the other parent, so that it has an own event."""

MAY_CHANGE = {
    ("visiting-child", "part-of-a-visitor"): "the stranger may be the infant of the visitor, who has a part then",
    ("two-homes-grouped", "c1"): "the stranger may bring the sooner concern of the other home into the notification",
}
"""Single things that a stranger can truly change, so that they stay as provisional; a test shows each."""


def matter_of(claims: set[Claim]) -> set[Claim]:
    """Return claims without those about paper: the stranger may bring a second notification that shares a document."""
    paper = {f"conclusion:{each.id}" for each in queensland().program.conclusions if each.paper}
    return {claim for claim in claims if claim[0] not in paper}


@pytest.mark.parametrize("name", each_nth(EXAMPLES, 2))
def test_a_stranger_known_by_name_alone_takes_nothing(name: str) -> None:
    case = worked_examples()[name]
    certain = {claim for claim, line in decide(run_of(case, queensland())).told.items() if line.certain}
    more = attrs.evolve(case, people=(*case.people, PersonEntry(id="stranger")))
    told_still = decide(run_of(more, queensland())).told
    assert certain <= told_still.keys()
    if name not in {*MAY_MATTER, *SMALL_CHILDREN}:
        # Who the other parent is need not be learnt if it is the stranger.
        changing = {thing for example, thing in MAY_CHANGE if example == name} | {"other-parent-to-learn"}
        proven = {claim for claim in matter_of(certain) if changing.isdisjoint(claim[1])}
        proven -= {claim for claim in proven if (name, claim[0]) in NOT_PROVEN}
        assert proven <= {claim for claim, line in told_still.items() if line.certain}


def with_kin(name: str, born: dt.date, stay: ResidenceEntry, kin: RelationshipEntry) -> Case:
    """Return a worked example in which the stranger is known, and a subject where the concerns relate to them."""
    case = worked_examples()[name]
    about = (f"stranger@{stay.household}",)
    relates = DecisionEntry(question="qld-child-safety/concerns-relate", about=about, answer=True)
    return attrs.evolve(
        case,
        people=(*case.people, PersonEntry(id="stranger", born=born)),
        residences=(*case.residences, stay),
        relationships=(*case.relationships, kin),
        decisions=(*case.decisions, relates),
    )


@pytest.mark.parametrize(
    ("name", "thing", "born", "stay", "parent"),
    [
        ("visiting-child", "part-of-a-visitor", dt.date(2025, 2, 1), ("hosts", ResidenceKind.FULL_TIME), "zoe"),
        ("two-homes-grouped", "c1", dt.date(2012, 5, 5), ("south", ResidenceKind.BY_CHOICE), "mia"),
    ],
)
def test_a_stranger_can_truly_change_it(
    name: str, thing: str, born: dt.date, stay: tuple[str, ResidenceKind], parent: str
) -> None:
    household, kind = stay
    kin = RelationshipEntry(from_=parent, to="stranger", kind=RelationshipKind.PARENT)
    known = with_kin(name, born, ResidenceEntry(person="stranger", household=household, kind=kind), kin)
    told_before = decide(run_of(worked_examples()[name], queensland())).told
    certain = {claim for claim, line in told_before.items() if line.certain and thing in claim[1]}

    assert (name, thing) in MAY_CHANGE
    assert certain - decide(run_of(known, queensland())).told.keys()


@pytest.mark.parametrize("name", SMALL_CHILDREN)
def test_a_stranger_may_be_a_minor_and_the_other_parent_of_a_small_child(name: str) -> None:
    child, household = SMALL_CHILDREN[name]
    stay = ResidenceEntry(person="stranger", household=household, kind=ResidenceKind.FULL_TIME)
    kin = RelationshipEntry(from_="stranger", to=child, kind=RelationshipKind.PARENT)
    known = with_kin(name, dt.date(2008, 1, 1), stay, kin)
    told_before = decide(run_of(worked_examples()[name], queensland())).told
    certain = {claim for claim, line in told_before.items() if line.certain}

    assert certain - decide(run_of(known, queensland())).told.keys()


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
