"""What is left out of a case hides nothing, and a named person of whom nothing else is known is listed and takes none.

Every worked example of every program: the birth date, the home, the parents of each adult and of each child left out
in turn; then a person known by name alone added, as nobody's kin, as a parent, as the one responsible, as somebody who
was there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs
import pytest
from case_documents import rulebook
from tests.each_nth import each_nth
from worked_examples import compiled, examples, told

from cimscore.assessment import DecidedConclusion, Decision, Perhaps, Standing, decide_case
from cimscore.assessment.making import decided_case
from cimscore.assessment.page import first_page
from cimscore.case import PARENTS, Case, Part, PersonEntry, RelationshipEntry, RelationshipKind, Unknown
from cimscore.grades import CERTAIN
from cimscore.rulebook import WorkedExample
from cimscore.testing import omissions

STRANGER: Final = "stranger"
FORMS: Final = ("nobody's kin", "a parent", "responsible", "present")

WHERE_IT_IS_THE_FACT: Final = {
    ("unprotected-visitor", "homes@host"): ("role", "host", "notification:hosts", "household member"),
}
"""What may go with a fact, for it is that very fact: nobody but the host is told to live where the visitor stays."""


def is_adult(person: PersonEntry) -> bool:
    born = person.born
    return person.adult is True or (isinstance(born, dt.date) and born < dt.date(2006, 1, 1))


def facts_of_adults(case: Case) -> Iterator[tuple[str, Case]]:
    """Yield the case without the birth date, the home, the parents of each adult in turn."""
    adults = {person.id for person in case.people if is_adult(person)}
    wanted = {f"{part}@{adult}" for adult in adults for part in ("homes", "parents")}
    wanted |= {f"people[{place}].born" for place, person in enumerate(case.people) if person.id in adults}
    yield from ((each.fact, each.case) for each in omissions(case, rulebook()) if each.fact in wanted)


EACH_THIRD: Final = pytest.mark.parametrize("some", each_nth([slice(first, None, 3) for first in range(3)], 3), ids=str)


@EACH_THIRD
def test_no_record_role_or_clock_disappears_with_a_fact_about_an_adult(some: slice) -> None:
    tried = 0
    for program, example in examples()[some]:
        known = told(example.case, program).keys()
        for fact, less in facts_of_adults(example.case):
            tried += 1
            lost = known - told(less, program).keys()
            assert lost <= {WHERE_IT_IS_THE_FACT.get((example.case.id, fact), ())}, (example.case.id, fact)
    assert tried > 33


def facts_of_children(case: Case) -> Iterator[tuple[str, Case]]:
    """Yield the case without the birth date, the home, the parents of each child, and without what each tie is."""
    children = {person.id for person in case.people if not is_adult(person)}
    wanted = {f"{part}@{child}" for child in children for part in ("homes", "parents")}
    wanted |= {f"people[{place}].born" for place, person in enumerate(case.people) if person.id in children}
    wanted |= {f"relationships[{place}].kind" for place in range(len(case.relationships))}
    yield from ((each.fact, each.case) for each in omissions(case, rulebook()) if each.fact in wanted)


@EACH_THIRD
def test_no_record_role_or_clock_disappears_with_the_birth_date_of_a_child(some: slice) -> None:
    tried = 0
    for program, example in examples()[some]:
        known = told(example.case, program).keys()
        for fact, less in facts_of_children(example.case):
            if fact.endswith(".born"):
                tried += 1
                assert known <= told(less, program).keys(), (example.case.id, fact)
    assert tried > 16


def unsaid(program: str, example: WorkedExample, less: Case) -> list[object]:
    """Return what a case without one fact takes and no question of it would bring back, and who is no longer listed.

    Nobody is taken for a parent unasked, nor to live where nobody says. What needs the tie or the stay waits for it.
    """
    lost = told(example.case, program).keys() - told(less, program).keys()
    if not lost:
        return []
    decision, decided = decided_case(less, compiled(program), at=example.at)
    adds = {claim for other in decided.otherwise for claim in other.adds} | decided.together.keys()
    brought = {(key.partition(":")[2], *map(str, things)) for key, things in adds}
    people = {str(thing) for line in decision.of_topic("roles") for thing in line.things}
    listed = people | {each.person for each in decision.unplaced}
    unlisted = [claim[1] for claim in lost if claim[0] == "role" and claim[1] not in listed]
    return [*sorted(claim for claim in lost if claim not in brought), *unlisted]


AT_A_TIE: Final = (
    ("a-notification", "parents@ari"),
    ("adolescent-and-infant", "parents@ivo"),
    ("self-placed-parents-household", "homes@kit"),
)


@pytest.mark.parametrize(("name", "fact"), AT_A_TIE)
def test_what_waits_for_a_tie_or_a_home_of_a_child_is_told_with_its_question(name: str, fact: str) -> None:
    ((program, example),) = ((program, each) for program, each in examples() if each.case.id == name)
    less = dict(facts_of_children(example.case))[fact]
    assert told(example.case, program).keys() - told(less, program).keys()
    assert unsaid(program, example, less) == []
    assert not_on_the_page(program, example, less) == []


def without_ties(case: Case) -> Iterator[tuple[str, Case]]:
    """Yield the case without all parents of each child, without each parent, and without what each tie is."""
    facts = facts_of_children(case)
    yield from ((fact, less) for fact, less in facts if fact.startswith(("parents@", "relationships")))
    for row in case.relationships:
        if row.kind in PARENTS:
            others = tuple(other for other in case.relationships if other is not row)
            yield f"{row.from_}->{row.to}", attrs.evolve(case, relationships=others)


def not_on_the_page(program: str, example: WorkedExample, less: Case) -> list[object]:
    """Return the records and roles that go with a fact, and that the page does not call possible, with a question."""
    decision = decide_case(less, compiled(program), at=example.at)
    asked = {point.address for point in decision.points}
    perhaps = {(each.id, *map(str, each.things)): each for each in decision.perhaps if asked.issuperset(each.asks)}
    page = " ".join(first_page(decision, bounded=False).split())
    gone = told(example.case, program).keys() - told(less, program).keys()
    # A clock is told with the record that it belongs to.
    records_and_roles = sorted(claim for claim in gone if claim[0] != "clock" and not is_moved(claim, decision))
    return [claim for claim in records_and_roles if claim not in perhaps or not tells(page, perhaps[claim], decision)]


def is_moved(claim: tuple[str, ...], decision: Decision) -> bool:
    """Return True for a part that somebody has in another record now, as long as no other answer is given."""
    same = (role for role in decision.about("role") if (role.things[0], str(role.things[-1])) == (claim[1], claim[-1]))
    return claim[0] == "role" and any(role.standing is Standing.PROVISIONAL for role in same)


def tells(page: str, perhaps: Perhaps, decision: Decision) -> bool:
    """Return True if a page has the words for a record, or a part in one, that another answer would bring."""
    if perhaps.id == "record":
        return f"{perhaps.says.removesuffix(' is to be made')}" in page and ", if " in page
    name, _, part = perhaps.says.partition(" in ")[0].partition(" is ")
    made = {line.things[0] for line in decision.about("record")}
    own = [role for role in decision.about("role") if role.things[:2] == perhaps.things[:2]]
    # Who has a part in a record that is not made is told with that record, and who has a part before it by its mark.
    if perhaps.things[1] not in made or any(is_before(role, perhaps) for role in own):
        return all(role.standing is Standing.PROVISIONAL for role in own)
    return f"perhaps {part} (" in page or f"perhaps {name}, {part} (" in page


def is_before(role: DecidedConclusion, perhaps: Perhaps) -> bool:
    order = [*type(perhaps.things[2])]
    return order.index(role.things[2]) < order.index(perhaps.things[2])


def wrong_on_pages(some: slice) -> list[object]:
    """Return what goes with a tie and is not told as possible, over some of the examples."""
    return [
        (example.case.id, fact, wrong)
        for program, example in examples()[some]
        for fact, less in without_ties(example.case)
        for wrong in (*unsaid(program, example, less), *not_on_the_page(program, example, less))
    ]


def test_what_goes_with_a_tie_is_told_on_the_page_with_its_question() -> None:
    """Each tenth example; the long lane looks at all."""
    assert wrong_on_pages(slice(1, None, 20)) == []


@pytest.mark.long
def test_what_goes_with_a_tie_is_told_on_the_page_of_every_example() -> None:
    assert wrong_on_pages(slice(None)) == []


@pytest.mark.long
def test_whatever_waits_for_a_home_of_a_child_is_told_with_its_question() -> None:
    for program, example in examples():
        for fact, less in facts_of_children(example.case):
            assert unsaid(program, example, less) == [], (example.case.id, fact)


def strangers(case: Case) -> Iterator[tuple[str, Case]]:
    """Yield the case with a person of whom nothing is known but what each form says."""
    more = attrs.evolve(case, people=(*case.people, PersonEntry(id=STRANGER)))
    yield FORMS[0], more
    if not case.concerns:
        return
    first = case.concerns[0]
    if not isinstance(first.about, Unknown) and first.about:
        tie = RelationshipEntry(from_=STRANGER, to=first.about[0], kind=RelationshipKind.PARENT)
        yield FORMS[1], attrs.evolve(more, relationships=(*case.relationships, tie))
    for form, field in ((FORMS[2], "responsible"), (FORMS[3], "present")):
        so_far = getattr(first, field)
        named = (*(() if isinstance(so_far, Unknown) else so_far), STRANGER)
        changed = attrs.evolve(first, **{field: named})
        yield form, attrs.evolve(more, concerns=(changed, *case.concerns[1:]))


def test_a_stranger_takes_nothing_that_was_certain() -> None:
    tried = 0
    for program, example in examples():
        certain = told(example.case, program, CERTAIN).keys()
        for form, more in strangers(example.case):
            tried += 1
            lost = certain - told(more, program).keys()
            assert not lost, (example.case.id, form)
    assert tried > 300


def with_a_worker(case: Case) -> Iterator[Case]:
    """Yield the case with a worker: first as one whom it only names, then as the one said to be responsible."""
    more = attrs.evolve(case, people=(*case.people, PersonEntry(id=STRANGER, is_=Part.STAFF)))
    yield more
    first = attrs.evolve(case.concerns[0], responsible=(STRANGER,))
    yield attrs.evolve(more, concerns=(first, *case.concerns[1:]))


def wrong_of_a_worker(some: slice) -> list[object]:
    """Return what is certain while nobody says whom a concern is about, and not so where it is about somebody."""
    found: list[object] = []
    for program, example in examples()[some]:
        cases = with_a_worker(example.case) if example.case.concerns else ()
        left_out = (each for case in cases for each in omissions(case, rulebook()))
        for omission in (each for each in left_out if each.fact == "concerns[0].about"):
            certain = told(omission.case, program, CERTAIN).keys()
            assert (STRANGER,) in {each.concerns[0].about for each in omission.completions}
            found += [
                (example.case.id, each.concerns[0].about, claim)
                for each in omission.completions
                for claim in certain - told(each, program).keys()
            ]
    return found


def test_what_is_certain_of_a_concern_about_nobody_known_holds_if_it_is_about_a_worker() -> None:
    """Nobody is asked whether it is about one who acts for a body; nothing certain rests on that."""
    assert wrong_of_a_worker(slice(None, None, 10)) == []


@pytest.mark.long
def test_it_holds_so_in_every_example() -> None:
    assert wrong_of_a_worker(slice(None)) == []


def is_listed(decision: Decision) -> bool:
    """Return True if the stranger has a role or a profile, or is told to have none."""
    placed = any(STRANGER in map(str, line.things) for line in decision.of_topic("roles"))
    return placed or STRANGER in {each.person for each in decision.unplaced}


def not_listed(form: str, some: slice) -> list[str]:
    """Return the examples, of some of them, in which the stranger who is added by a form is not listed."""
    found = []
    for program, example in examples()[some]:
        more = dict(strangers(example.case)).get(form)
        if more is not None and not is_listed(decide_case(more, compiled(program), at=example.at)):
            found.append(f"{program}: {example.case.id}")
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_stranger_is_listed(form: str) -> None:
    """Each eighth example, another one for each form; the long lane looks at all."""
    assert not_listed(form, slice(FORMS.index(form), None, 2 * len(FORMS))) == []


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
def test_a_stranger_is_listed_in_every_example(form: str) -> None:
    assert not_listed(form, slice(None)) == []


def unlisted_questions(name: str) -> list[object]:
    """Return the questions that a law of an example without one fact hangs on, and that the page does not list."""
    found: list[object] = []
    for program, example in (each for each in examples() if each[1].case.id == name):
        for omission in omissions(example.case, rulebook()):
            decision = decide_case(omission.case, compiled(program), at=example.at)
            listed = {point.address for point in decision.points}
            found += [(omission.fact, ask) for law in decision.laws for ask, _ in law.asks if ask not in listed]
    return found


@pytest.mark.parametrize("name", ["in-scope-disability", "second-notification-open"])
def test_every_question_on_which_a_law_hangs_is_listed(name: str) -> None:
    assert unlisted_questions(name) == []


@pytest.mark.long
def test_every_question_on_which_a_law_hangs_is_listed_in_every_example() -> None:
    found = {name: unlisted_questions(name) for name in sorted({example.case.id for _, example in examples()})}
    assert {name: unlisted for name, unlisted in found.items() if unlisted} == {}
