"""The answer does not depend on how the same facts are cut into concerns.

What is recorded concern by concern (a duplicate, an enquiry, what is known of no household) has a record for each; of
everything else one concern about two children gives what two concerns with the same words give.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest
from qld_cases import added, concern, parents, people, stays

import cimscore
from cimscore.assessment import Decision, decide_case
from cimscore.case import Case, ConcernEntry, DecisionEntry, FactEntry
from cimscore.wire import load_examples

PROGRAM = "qld-child-safety"
RULEBOOK = cimscore.load_rulebook()
BY_HOUSEHOLD = {"notification", "child-concern-report"}
ADULT = 2007


def widened() -> Iterator[tuple[str, Case, str]]:
    """Yield every worked example with each of its concerns about one more child who lives there."""
    for example in load_examples(RULEBOOK, PROGRAM):
        case = example.case
        for whole in case.concerns:
            if not _is_of_a_household(case, whole):
                continue
            for child in _more_children(case, whole):
                wider = attrs.evolve(whole, about=(*whole.about, child))
                concerns = tuple(wider if each is whole else each for each in case.concerns)
                yield f"{example.id}-{whole.id}-{child}", attrs.evolve(case, concerns=concerns), whole.id


def _is_of_a_household(case: Case, whole: ConcernEntry) -> bool:
    answers = {d.question.partition("/")[2]: d.answer for d in case.decisions if whole.id in d.about}
    homes = {household.id for household in case.households}
    return whole.place in homes and answers.get("response") in BY_HOUSEHOLD and "duplicate-of" not in answers


def _more_children(case: Case, whole: ConcernEntry) -> list[str]:
    there = {stay.person for stay in case.residences if stay.household == whole.place and stay.kind == "full-time"}
    named = {*whole.about, *whole.responsible}
    born = {person.id: person.born for person in case.people if person.unborn is None}
    return [id for id in sorted(there - named) if getattr(born.get(id), "year", 0) >= ADULT]


def split(case: Case, id: str) -> Case:
    """Return a case with a concern cut in two, each half with every answer that the whole had."""
    whole = next(each for each in case.concerns if each.id == id)
    first, *rest = whole.about
    halves = [attrs.evolve(whole, about=(first,)), attrs.evolve(whole, id=f"{id}-b", about=tuple(rest))]
    concerns = [half for each in case.concerns for half in (halves if each is whole else [each])]
    return attrs.evolve(
        case,
        concerns=tuple(concerns),
        decisions=tuple(_decided_of_both(each, id) for each in case.decisions),
        facts=tuple(fact for each in case.facts for fact in _told_of_both(each, id)),
    )


def merged(case: Case, first: str, second: str) -> Case:
    """Return a case with two concerns of the same words made one."""
    one, other = (next(each for each in case.concerns if each.id == id) for id in (first, second))
    whole = attrs.evolve(one, about=tuple(dict.fromkeys((*one.about, *other.about))))
    kept = tuple(whole if each is one else each for each in case.concerns if each is not other)
    decisions = (
        attrs.evolve(d, about=tuple(it for it in d.about if second not in it.split("@"))) for d in case.decisions
    )
    facts = tuple(fact for fact in case.facts if second not in fact.about.split("@"))
    return attrs.evolve(case, concerns=kept, decisions=tuple(d for d in decisions if d.about), facts=facts)


def _decided_of_both(decision: DecisionEntry, id: str) -> DecisionEntry:
    return attrs.evolve(decision, about=tuple(it for about in decision.about for it in _both(about, id)))


def _told_of_both(fact: FactEntry, id: str) -> list[FactEntry]:
    return [attrs.evolve(fact, about=about) for about in _both(fact.about, id)]


def _both(about: str, id: str) -> list[str]:
    parts = about.split("@")
    return [about, "@".join(f"{id}-b" if part == id else part for part in parts)] if id in parts else [about]


def told(case: Case) -> dict[str, object]:
    """Return everything that a decision tells, without the names of concerns."""
    decision = decide_case(case, RULEBOOK.program(PROGRAM).compiled)
    lines = {id: _lines(decision, id) for id in ("harm-household", "subject", "record", "role", "profile", "priority")}
    clocks = {(clock.id, clock.things[-1], str(clock.due), clock.standing) for clock in decision.clocks}
    return {**lines, "duties": dict(decision.duties), "clocks": clocks, "state": decision.state}


def _lines(decision: Decision, id: str) -> set[tuple[str, ...]]:
    return {(*map(str, line.things), line.standing.value) for line in decision.about(id)}


ENOUGH = 15
CASES = {name: (case, id) for name, case, id in widened()}


@pytest.mark.parametrize("name", CASES)
def test_two_concerns_with_the_same_words_give_what_one_about_both_children_gives(name: str) -> None:
    assert len(CASES) >= ENOUGH
    whole, id = CASES[name]
    cut = split(whole, id)
    assert told(cut) == told(whole)
    assert told(merged(cut, id, f"{id}-b")) == told(whole)


@pytest.mark.parametrize("response", ["notification", "report"])
def test_what_a_brother_suffers_is_added_to_the_open_investigation_however_it_is_cut(response: str) -> None:
    investigated = added(response=response)
    whole = attrs.evolve(
        investigated,
        people=people(ari="2014-05-02", bo="2016-05-02", mia="1986-01-20"),
        residences=stays("ari north", "bo north", "mia north"),
        relationships=parents(mia="ari bo"),
        concerns=(concern("c1", "ari bo", "north"),),
    )
    found = told(split(whole, "c1"))
    assert found == told(whole)
    assert {record for record, _ in found["record"]} == {"additional-notified-concerns:inv-1"}
