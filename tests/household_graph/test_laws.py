"""Laws of the graph of every case: names and order do not matter, and a fact left open hides no tie."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys

import attrs
import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from invented_families import DAY, kin, person, stay, unborn
from invented_families import case as family

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    HouseholdEntry,
    RelationshipKind,
    ResidenceKind,
)
from cimscore.errors import CaseError
from cimscore.grades import CERTAIN
from cimscore.household_graph import TieKind, to_networkx, without_fact

PEOPLE, HOMES, CONCERNS = ("p1", "p2", "p3", "p4"), ("h1", "h2"), ("c1", "c2")
BORN = {"p1": "2015-01-01", "p2": "2012-01-01", "p3": "1985-01-01", "p4": "1980-01-01"}
LIMITS = st.sampled_from([None, None, UNKNOWN, DAY - dt.timedelta(days=9), DAY + dt.timedelta(days=9)])
KINSHIP = st.sampled_from(["", *RelationshipKind])


@st.composite
def cases(draw):
    some_people = tuple(
        unborn(id, draw(st.sampled_from(["", "p3", "p4"])))
        if id in {"p1", "p2"} and draw(st.booleans())
        else person(id, BORN[id] if draw(st.booleans()) else "")
        for id in PEOPLE
    )
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(PEOPLE), st.sampled_from(HOMES), st.sampled_from(["", *ResidenceKind]), LIMITS, LIMITS
            ),
            max_size=6,
            unique_by=(lambda row: row[:2], lambda row: (row[0], row[2] == ResidenceKind.FULL_TIME or row[1])),
        )
    )
    kinship = draw(
        st.lists(st.tuples(st.sampled_from(["p3", "p4", "p2"]), KINSHIP, st.sampled_from(PEOPLE)), max_size=5)
    )
    about = st.one_of(st.just(UNKNOWN), st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2).map(tuple))
    place = st.sampled_from([UNKNOWN, *HOMES, "elsewhere"])
    households = tuple(HouseholdEntry(id=home) for home in HOMES)
    residences = tuple(stay(who, where, kind, from_=first, until=last) for who, where, kind, first, last in rows)
    relationships = tuple(kin(one, kind, other) for one, kind, other in kinship if one != other)
    concerns = tuple(ConcernEntry(id=id, about=draw(about), place=draw(place)) for id in CONCERNS)
    try:
        return Case(
            id="any", people=some_people, households=households, residences=residences, relationships=relationships,
            concerns=concerns,
        )  # fmt: skip
    except CaseError:
        reject()


def ties(case):
    """Return each edge of the graph of a case, with its grade and the facts that it depends on."""
    edges = to_networkx(case).edges(data=True)
    return {(start, end, data["link"]): (data["grade"], data["address"]) for start, end, data in edges}


@settings(max_examples=25, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_no_tie(case, order: random.Random):
    lists = ("people", "households", "residences", "relationships", "concerns")
    shuffled = attrs.evolve(
        case, **{name: tuple(order.sample(getattr(case, name), len(getattr(case, name)))) for name in lists}
    )
    assert ties(shuffled) == ties(case)


@settings(max_examples=50, deadline=None)
@given(cases())
def test_other_names_give_the_same_ties_under_these_names(case):
    # The new names keep no order.
    names = {id: f"{'zyxwvuts'[place]}-{id[::-1]}" for place, id in enumerate((*PEOPLE, *HOMES, *CONCERNS))}
    renamed = ties(renamed_case(case, names))

    assert graded(renamed, {}) == graded(ties(case), names)


@settings(max_examples=50, deadline=None)
@given(cases(), st.data())
def test_a_fact_taken_out_makes_no_tie_certain_and_hides_none(case, data):
    before = ties(case)
    facts = sorted({address for _, address in before.values() if address and ", " not in address})
    assume(facts)
    fact = data.draw(st.sampled_from(facts))
    try:
        less = without_fact(case, fact)
    except CaseError:
        reject()

    assert wrong_of_less(case, less) == set(), fact


def wrong_of_less(case, less):
    """Return the ties that are certain before or after a fact is taken out, and are not even possible in the other."""
    before, after = ([*map(as_parent, ties(told).items())] for told in (case, less))
    certain_before, certain_after = ({tie for tie, grade in edges if grade == CERTAIN} for edges in (before, after))
    return certain_after - {tie for tie, _ in before} | certain_before - {tie for tie, _ in after}


def as_parent(edge):
    """Return an edge and its grade. Of a parent whom nobody names it is not asked whether they adopted the child."""
    (start, end, link), (grade, _) = edge
    return (start, end, TieKind.PARENT if link is TieKind.ADOPTIVE_PARENT else link), grade


MIA, LEO, ARI, BO = person("mia", "1985-01-01"), person("leo", "1980-01-01"), person("ari"), person("bo")
TAKEN_OUT = {
    "a twin, where each twin has a parent": (
        (MIA, LEO, ARI, BO),
        (kin("mia", "parent", "ari"), kin("leo", "parent", "bo"), kin("ari", "twin", "bo")),
        "relationship@ari->bo",
    ),
    "a twin of a twin": (
        (MIA, LEO, ARI, BO, person("cy")),
        (
            kin("mia", "parent", "ari"),
            kin("leo", "parent", "bo"),
            kin("ari", "twin", "bo"),
            kin("bo", "twin", "cy"),
        ),
        "relationship@ari->bo",
    ),
    "a twin of whom no other parent is known": (
        (MIA, ARI, person("bo", no_other_parent=True)),
        (kin("mia", "parent", "ari"), kin("ari", "twin", "bo")),
        "relationship@ari->bo",
    ),
    "a parent of one twin, where the other twin has another": (
        (MIA, LEO, ARI, BO),
        (kin("mia", "parent", "ari"), kin("leo", "parent", "bo"), kin("ari", "twin", "bo")),
        "relationship@mia->ari",
    ),
    "a grown-up sibling who adopted the child": (
        (person("bo", "1990-01-01"), person("ari", "2014-05-02")),
        (kin("bo", "adoptive-parent", "ari"), kin("ari", "sibling", "bo")),
        "relationship@bo->ari",
    ),
    "an aunt who bears the child": (
        (MIA, unborn("bump", "mia")),
        (kin("mia", "aunt-or-uncle", "bump"),),
        "mother@bump",
    ),
    "a dead father of an unborn child": (
        (MIA, person("leo", "1980-01-01", died=True), unborn("bump", "mia")),
        (kin("leo", "parent", "bump"),),
        "parents@bump",
    ),
}


@pytest.mark.parametrize("name", TAKEN_OUT)
def test_a_tie_taken_out_stays_possible(name):
    people, rows, fact = TAKEN_OUT[name]
    whole = family(people, relationships=rows)
    less = without_fact(whole, fact)

    assert less != whole
    assert wrong_of_less(whole, less) == set()


def test_networkx_is_loaded_only_when_a_graph_is_wanted():
    program = "import sys, cimscore, cimscore.household_graph; assert 'networkx' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


def graded(edges, names):
    """Return if each edge is certain. Two people who may be one person are a pair without an order."""

    def renamed(start, end, link):
        pair = names.get(start, start), names.get(end, end)
        return link, frozenset(pair) if link is TieKind.SAME_PERSON else pair

    # Among equal homes the working one is the first by name, so only what is certain is compared.
    return {renamed(*edge): grade == CERTAIN for edge, (grade, _) in edges.items()}


def renamed_case(case, names):
    def renamed(value):
        if isinstance(value, str) and not isinstance(value, (ConcernKind, ResidenceKind, RelationshipKind)):
            return names.get(value, value)
        if isinstance(value, tuple):
            return tuple(renamed(part) for part in value)
        if attrs.has(type(value)):
            fields = {field.name: renamed(getattr(value, field.name)) for field in attrs.fields(type(value))}
            return attrs.evolve(value, **fields)
        return value

    lists = ("people", "households", "residences", "relationships", "concerns")
    return attrs.evolve(case, **{name: renamed(getattr(case, name)) for name in lists})
