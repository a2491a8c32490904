"""What every answer gives is certain if there certainly is an answer; else it is not."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from answers_of_queensland import queensland, worked_examples
from small_runs import ZONE

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    Dates,
    DecisionEntry,
    FactEntry,
    HouseholdEntry,
    Moment,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.ids import ELSEWHERE
from cimscore.policy import Policy
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import decide
from cimscore.reasoning.questions import has_one_of_its_values, point_at
from cimscore.rules import Conclusion, Household, Person, Question, Topic, some
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.program import Program
from cimscore.rules.uses import reached
from cimscore.rules.vocabulary import is_person, lives_in

VISITS, FULL_TIME, PART_TIME = ResidenceKind.VISITS, ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(f"{text}+10:00"))


# A decision that nobody has taken, each answer of which gives the same.

WHOSE_PROTECTION = "qld-child-safety/whose-protection"


def harmed_outside(north: str, south: str, *, decided: str = "") -> Case:
    """Return the case of Ari, harmed outside, who lives in two homes without a parent in either."""

    def decision(question: str, about: str, answer: str) -> DecisionEntry:
        name, by, moment = f"qld-child-safety/{question}", "child-safety-officer", at("2025-03-03T12:00")
        return DecisionEntry(question=name, about=(about,), answer=answer, by=by, at=moment)

    notified = (decision("response", "c1", "notification"), decision("response-priority", "c1", "5-day"))
    return Case(
        id="outside",
        programs=("qld-child-safety",),
        dates=Dates(received=at("2025-03-03T10:00")),
        people=(PersonEntry(id="ari", born=dt.date(2016, 9, 18)), PersonEntry(id="mia", born=dt.date(1965, 6, 1))),
        households=(HouseholdEntry(id="north", area=north), HouseholdEntry(id="south", area=south)),
        residences=(
            ResidenceEntry(person="ari", household="north", kind=PART_TIME),
            ResidenceEntry(person="ari", household="south", kind=PART_TIME),
            ResidenceEntry(person="mia", household="north", kind=VISITS),
        ),
        relationships=(RelationshipEntry(from_="mia", to="ari", kind=RelationshipKind.PARENT),),
        concerns=(ConcernEntry(id="c1", about=("ari",), place=ELSEWHERE, kind=ConcernKind.HARM),),
        facts=(FactEntry(question="qld-child-safety/protective-parent", about="ari", answer=False),),
        decisions=(*notified, *([decision("whose-protection", "ari", decided)] if decided else [])),
    )


def certain_areas(case: Case) -> dict[str, str]:
    """Return the areas whose days are certainly those of the investigation, with the question that is open."""
    told = decide(run_of(case, queensland())).told
    lines = {things[-1]: line for (key, things), line in told.items() if key == "conclusion:counted-at"}
    return {str(area): line.whichever for area, line in lines.items() if line.certain}


def test_what_each_answer_gives_is_certain_though_nobody_has_answered() -> None:
    assert certain_areas(harmed_outside("Brisbane", "Brisbane")) == {"Brisbane": f"{WHOSE_PROTECTION}@ari"}
    for home in ("north", "south"):
        assert certain_areas(harmed_outside("Brisbane", "Brisbane", decided=home)) == {"Brisbane": ""}


def test_what_only_one_answer_gives_is_not_certain() -> None:
    assert certain_areas(harmed_outside("Brisbane", "Logan")) == {}
    assert certain_areas(harmed_outside("Brisbane", "Logan", decided="south")) == {"Logan": ""}


# A question to which there is perhaps no answer.

child, home = Person("child"), Household("home")


def asked_where(working: Condition | None = None) -> tuple[Conclusion, Compiled]:
    """Return a program that asks in which of a child's homes somebody calls, and concludes that somebody does."""
    where = Question(
        id="where", things=(child,), text="Where is {child} called on?", answers=Household, member=home,
        among=lives_in(child, home), working=working, why="" if working is None else "the first by name",
    )  # fmt: skip
    called_on = Conclusion("called-on", (child,), "{child} [is] called on", topic=Topic.EDITIONS)
    called_on.row("somewhere", child, when=is_person(child) & some(home, where.is_(child, home)), cites=["doc/a/b"])
    program = Program(
        id="small", title="A small program", zone=ZONE, policy=Policy(sources=(), clauses=()),
        everything=tuple(reached([called_on])), conclusions=(called_on,), clocks=(),
    )  # fmt: skip
    return called_on, Compiled(program)


def staying(*kinds: object) -> Case:
    """Return the case of Ann, who is entered in as many homes, with what is known of each stay."""
    homes = ("north", "south", "west")[: len(kinds)]
    return Case(
        id="stays",
        programs=("small",),
        dates=Dates(received=at("2025-03-03T10:00")),
        people=(PersonEntry(id="ann", born=dt.date(2015, 1, 1)),),
        households=tuple(HouseholdEntry(id=each) for each in homes),
        residences=tuple(
            ResidenceEntry(person="ann", household=each, kind=kind) for each, kind in zip(homes, kinds, strict=True)
        ),
    )


@pytest.mark.parametrize("working", [None, lives_in(child, home)], ids=["undecided", "worked-with"])
@pytest.mark.parametrize(
    ("kinds", "certain"),
    [
        ((FULL_TIME,), True),
        ((PART_TIME, PART_TIME), True),
        ((FULL_TIME, UNKNOWN), True),
        ((UNKNOWN,), False),
        ((UNKNOWN, UNKNOWN), False),
        ((UNKNOWN, UNKNOWN, UNKNOWN), False),
        ((VISITS, VISITS), False),
    ],
)
def test_what_each_answer_gives_is_not_certain_where_there_may_be_none(working, kinds, certain: bool) -> None:
    called_on, compiled = asked_where(working)

    told = decide(run_of(staying(*kinds), compiled)).told.get((called_on.key, ("ann",)))

    assert bool(told and told.certain) is certain


@pytest.mark.parametrize(("kinds", "has_one"), [((UNKNOWN, UNKNOWN), False), ((FULL_TIME, UNKNOWN), True)])
def test_a_question_has_an_answer_where_one_of_its_things_certainly_comes_into_question(kinds, has_one: bool) -> None:
    _, compiled = asked_where()
    run = run_of(staying(*kinds), compiled)

    assert has_one_of_its_values(run, point_at(run, "small/where@ann")) is has_one
    for address, point in run.situation.points.items():
        assert has_one_of_its_values(run, point), address


def test_once_a_stay_is_supposed_the_question_has_an_answer() -> None:
    _, compiled = asked_where()
    run = run_of(staying(UNKNOWN, UNKNOWN), compiled)
    stay = run.situation.points["stay@ann@north"]
    living = next(value for value in stay.values if value.kind is FULL_TIME)

    supposed = run.answered(stay.address, living)

    assert has_one_of_its_values(supposed, point_at(run, "small/where@ann"))


# An edition that governs, or perhaps none.


def received_before_the_page(decided: Moment | object) -> Case:
    """Return a case received a month before the first edition of the page, with the moment of its decision."""
    case = worked_examples()["a-notification"]
    decisions = tuple(attrs.evolve(decision, at=decided) for decision in case.decisions)
    facts = tuple(fact for fact in case.facts if not isinstance(fact.answer, Moment))
    return attrs.evolve(
        case, dates=Dates(received=at("2024-09-01T09:00")), decisions=decisions, facts=facts, records=()
    )


def test_where_perhaps_no_edition_governs_nothing_that_rests_on_one_is_certain() -> None:
    open_moment = decide(run_of(received_before_the_page(UNKNOWN), queensland()))
    before = run_of(received_before_the_page(at("2024-09-02T09:00")), queensland())
    after = decide(run_of(received_before_the_page(at("2024-10-02T09:00")), queensland()))

    certain = {claim for claim, line in open_moment.told.items() if line.certain}
    assert certain < {claim for claim, line in after.told.items() if line.certain}
    assert all(before.use(key).grade(things) == 3 for key, things in certain)
    assert open_moment.points["edition@qld"].values == ("2024-09-30", "2025-04", "")
    assert open_moment.points["edition@qld"].working == ""
    brings = {each.value: each.adds for each in open_moment.otherwise if each.address == "edition@qld"}
    assert ("conclusion:harm-household", ("north",)) in brings["2024-09-30"]


def test_that_none_governs_is_an_answer_like_any_other() -> None:
    run = run_of(received_before_the_page(at("2024-10-02T09:00")), queensland())
    none = run.answered("edition@qld", "")

    assert run.governed == {"qld"}
    assert none.governed == frozenset()
    assert none.use("conclusion:edition").rows == {}
    assert none.use("conclusion:harm-household").rows == {}


# A decision of which only that it was taken is known.


@pytest.mark.parametrize("known", [True, False], ids=["another-moment-known", "no-moment-known"])
def test_a_decision_at_an_unknown_moment_was_taken_though_the_receipt_is_unknown(known: bool) -> None:
    """It starts its clocks, whenever that was: they are not waiting, and no edition is ruled out."""
    case = worked_examples()["several-responses"]
    first, *others = case.decisions
    kept = others if known else [attrs.evolve(decision, at=UNKNOWN) for decision in others]
    decisions = (attrs.evolve(first, at=UNKNOWN), *kept)
    less = attrs.evolve(case, dates=attrs.evolve(case.dates, received=UNKNOWN), decisions=decisions)

    run = run_of(less, queensland(), at=at("2025-06-01T09:00"))

    assert run.use("conclusion:edition").rows[("qld", "2024-09-30")] >= 1
    assert run.use("clock:approve.begun").grade(("c1", "ari")) >= 1
    assert run.use("clock:approve.waiting").rows.get(("c1", "ari"), 0) < 3
