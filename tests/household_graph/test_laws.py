"""What holds for every case: names and order do not matter, and knowing more never unsays an answer."""

from __future__ import annotations

import datetime as dt
import random

import attrs
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from invented_families import DAY, kin, person, stay, unborn

from cimscore.case import UNKNOWN, Case, ConcernEntry, ConcernKind, HouseholdEntry, RelationshipKind, ResidenceKind
from cimscore.errors import CaseError
from cimscore.household_graph import HouseholdGraph, MissingFact, possible_values, with_fact

PEOPLE, HOMES, CONCERNS = ("p1", "p2", "p3", "p4"), ("h1", "h2"), ("c1", "c2")
BORN = {"p1": "2015-01-01", "p2": "2012-01-01", "p3": "1985-01-01", "p4": "1980-01-01"}
WITHOUT_A_SENSIBLE_VALUE = {MissingFact("received", "case"), MissingFact("parents", "p4")}  # p4 is the oldest
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


def answers(case, rename=lambda id: id, on=DAY):
    """Every question about every thing, by what was asked."""
    graph = HouseholdGraph(case)
    people, homes, concerns = ([rename(id) for id in ids] for ids in (PEOPLE, HOMES, CONCERNS))
    found = {("harm", on): graph.harm_candidates(on), ("pregnant",): graph.pregnant_people()}
    for who in people:
        for name in ("homes", "stays", "former_homes", "shared_care", "children", "siblings", "age_on"):
            found[name, who] = getattr(graph, name)(who, on)
        for name in ("parents", "carers", "born", "mother_of_unborn"):
            found[name, who] = getattr(graph, name)(who)
        for home in homes:
            for name in ("stay", "lives_in", "visits", "stays_by_choice", "parents_in", "has_parent_in"):
                found[name, who, home] = getattr(graph, name)(who, home, on)
        for other in people:
            for name in ("is_parent", "sibling_kind", "are_siblings", "are_partners"):
                found[name, who, other] = getattr(graph, name)(who, other)
    for home in homes:
        found["residents", home] = graph.residents(home, on)
        found["is_harm_candidate", home] = graph.is_harm_candidate(home, on)
        found["concerns_placed_in", home] = graph.concerns_placed_in(home)
    for concern in concerns:
        found["households_of_concern", concern] = graph.households_of_concern(concern, on)
    return found


@settings(max_examples=25, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_no_answer(case, order: random.Random):
    lists = ("people", "households", "residences", "relationships", "concerns")
    shuffled = attrs.evolve(
        case, **{name: tuple(order.sample(getattr(case, name), len(getattr(case, name)))) for name in lists}
    )
    assert answers(shuffled) == answers(case)


@settings(max_examples=25, deadline=None)
@given(cases())
def test_other_names_give_the_same_answers_under_these_names(case):
    """The new names keep no order, so what an answer lists is compared as a set."""
    names = {id: f"{'zyxwvuts'[place]}-{id[::-1]}" for place, id in enumerate((*PEOPLE, *HOMES, *CONCERNS))}
    renamed = answers(renamed_case(case, names), names.__getitem__)
    for asked, answer in answers(case).items():
        other = renamed[tuple(names.get(part, part) for part in asked)]
        assert (answer.known, in_names(answer.value, names)) == (other.known, in_names(other.value, {}))
        assert {address(fact.about, names) for fact in answer.missing} == {fact.about for fact in other.missing}


@settings(max_examples=50, deadline=None)
@given(cases(), st.data(), st.sampled_from([DAY, None]))
def test_a_value_for_an_unknown_never_changes_a_known_answer(case, data, on):
    before = answers(case, on=on)
    missing = sorted({fact for answer in before.values() for fact in answer.missing} - WITHOUT_A_SENSIBLE_VALUE)
    assume(missing)
    fact = data.draw(st.sampled_from(missing))
    try:
        supplied = with_fact(case, fact, data.draw(values_of(case, fact)))
    except CaseError:
        reject()
    after = answers(supplied, on=on)
    for asked, answer in before.items():
        if answer.known:
            assert (after[asked].known, after[asked].value) == (True, answer.value), (asked, fact)


@settings(max_examples=25, deadline=None)
@given(cases())
def test_an_answer_is_known_or_says_what_is_missing(case):
    for asked, answer in answers(case, on=None).items():
        assert answer.known is not bool(answer.missing), asked
        assert answer.known or answer.value is None, asked


def values_of(case, fact):
    if fact.question == "born":
        return st.just(dt.date.fromisoformat(BORN[fact.about]))
    if fact.question in {"from", "until"}:
        return st.sampled_from([DAY - dt.timedelta(days=9), DAY + dt.timedelta(days=9)])
    if fact.question == "parents":
        return st.sampled_from([(who,) for who in ("p3", "p4") if BORN[who] < BORN[fact.about]])
    if fact.question == "about":
        return st.sampled_from([("p1",), ("p2", "p3")])
    return st.sampled_from(possible_values(case, fact))


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


def in_names(value, names):
    if isinstance(value, tuple):
        return frozenset(in_names(part, names) for part in value)
    if attrs.has(type(value)):
        return tuple(in_names(getattr(value, field.name), names) for field in attrs.fields(type(value)))
    return names.get(value, value) if isinstance(value, str) else value


def address(about, names):
    for mark in ("->", "@"):
        if mark in about:
            return mark.join(names[part] for part in about.split(mark))
    return names.get(about, about)
