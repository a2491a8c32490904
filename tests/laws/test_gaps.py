"""The laws of a decision: what breaks one is told as a gap, with why and what to do, and is never passed over."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import operator
from typing import Any, Final

import pytest

import cimscore
from cimscore.assessment import Decision, DecisionState, Law, document_of, first_page
from cimscore.calendars import Hours
from cimscore.case import (
    Case,
    ConcernEntry,
    ConcernKind,
    Dates,
    FactEntry,
    HouseholdEntry,
    Moment,
    PersonEntry,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.rules import (
    Clocks,
    Concern,
    Conclusion,
    Condition,
    Household,
    Person,
    Question,
    Record,
    RecordKind,
    RoleTable,
    Rows,
    Topic,
    Value,
    some,
)
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import happened_in, is_about, is_concern, is_of_kind, lives_in, occurred, responsible_for
from cimscore.testing import InlinePlugin

CLAUSE: Final = "doc/heading/clause"
concern, home, person, record = Concern("concern"), Household("home"), Person("person"), Record("record")
moment, reason = Value("moment", Moment), Value("reason", str)
FILE: Final = RecordKind("file", "file of {home}")
SMALL: Final = Question(id="small", things=(concern,), text="Is {concern} small?", answers=bool, working=False, why="-")


class Part(enum.StrEnum):
    SUBJECT = "subject-child"
    OTHER = "other"


def records(when: Condition) -> tuple[Conclusion, Conclusion]:
    """Return where each concern goes, and which records there are."""
    goes = Conclusion("goes", (concern, record), "{concern} [goes] into {record}", topic=Topic.RECORDS)
    goes.row("file", concern, FILE.of(home), when=happened_in(concern, home) & when, cites=[CLAUSE])
    made = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
    made.row("any", record, when=some(concern, goes(concern, record)), cites=[CLAUSE])
    return goes, made


def recorded(goes: Conclusion) -> Conclusion:
    is_recorded = Conclusion("recorded", (concern,), "{concern} [is] recorded", topic=Topic.RECORDS, leading=True)
    is_recorded.row("somewhere", concern, when=some(record, goes(concern, record)), cites=[CLAUSE])
    return is_recorded


def roles(goes: Conclusion, *named: tuple[str, Part, Condition]) -> RoleTable:
    table = RoleTable((person, record), Part, needs=((Part.SUBJECT, (FILE,)),))
    for id, role, of in named:
        table.who(id, role, when=some(concern, goes(concern, record) & of), cites=[CLAUSE])
    return table


SUBJECT: Final = ("subject", Part.SUBJECT, is_about(concern, person))
BLAMED: Final = ("blamed", Part.OTHER, responsible_for(concern, person))
THERE: Final = ("there", Part.OTHER, some(home, happened_in(concern, home) & lives_in(person, home)))


def decided(*tables: Rows, kind: ConcernKind = ConcernKind.HARM, **facts: Any) -> Decision:
    """Decide about harm to Ari in the north, where Bo lives too, by a neighbour called Kim."""
    entries = tuple(FactEntry(question=f"invented/{id}", about="c1", answer=answer) for id, answer in facts.items())
    case = Case(
        id="one",
        programs=("invented",),
        dates=Dates(received=Moment(dt.date(2025, 3, 3))),
        people=tuple(
            PersonEntry(id=id, born=dt.date(year, 1, 2)) for id, year in (("ari", 2015), ("bo", 2012), ("kim", 1980))
        ),
        households=(HouseholdEntry(id="north", area="Logan"),),
        residences=tuple(
            ResidenceEntry(person=id, household="north", kind=ResidenceKind.FULL_TIME) for id in ("ari", "bo")
        ),
        concerns=(
            ConcernEntry(
                id="c1", about=("ari",), responsible=("kim",), place="north", kind=kind,
                occurred=Moment(dt.date(2025, 3, 2)),
            ),
        ),
        facts=entries,
    )  # fmt: skip
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=tables, asked=(SMALL,))])
    (decision,) = cimscore.assess(case, rulebook).decisions
    return decision


def gap(decision: Decision, id: str) -> Law:
    """Return the one gap of a decision, held against what each gap must tell."""
    (found,) = decision.laws
    assert (found.id, decision.state) == (id, DecisionState.INCOMPLETE)
    assert found.why
    assert found.to_do
    said = " ".join(first_page(decision).split())
    why = "It hangs on question 1." if found.asks else f"{found.why} {found.to_do}"
    assert f"Not yet so: {found.says}. {why}" in said
    (written,) = document_of(decision)["laws"]
    assert written.get("why") == (None if found.asks else found.why)
    assert (written["to_do"], written["state"]) == (found.to_do, "not so")
    return found


def test_a_program_that_leaves_nothing_out_has_no_gap_and_can_be_final() -> None:
    goes, made = records(is_concern(concern))
    decision = decided(goes, made, roles(goes, SUBJECT, BLAMED, THERE))
    assert decision.laws == ()
    assert decision.state is DecisionState.FINAL


def test_a_concern_that_ends_nowhere_is_a_gap() -> None:
    found = gap(decided(*records(is_of_kind(concern, ConcernKind.RISK))), "every-concern-ends")
    assert found.says == "c1 ends in a record, else in a reason"


def test_a_concern_with_a_stated_reason_ends_there() -> None:
    goes, made = records(is_of_kind(concern, ConcernKind.RISK))
    is_recorded = recorded(goes)
    why_not = Conclusion(
        "why-not", (concern, reason), "{concern} [has] no record: {reason}", topic=Topic.RECORDS, denies=is_recorded
    )
    why_not.row("no-risk", concern, "it is no risk", when=is_concern(concern) & ~is_recorded(concern), cites=[CLAUSE])
    decision = decided(goes, made, is_recorded, why_not)
    assert decision.laws == ()
    assert decision.state is DecisionState.FINAL
    assert [denied.says for denied in decision.denied] == ["c1 is not recorded"]


def test_a_no_that_another_answer_would_turn_round_is_provisional_and_names_the_question() -> None:
    goes, made = records(SMALL(concern))
    is_recorded = recorded(goes)
    why_not = Conclusion(
        "why-not", (concern, reason), "{concern} [has] no record: {reason}", topic=Topic.RECORDS, denies=is_recorded
    )
    why_not.row("large", concern, "it is not small", when=is_concern(concern) & ~SMALL(concern), cites=[CLAUSE])
    decision = decided(goes, made, is_recorded, why_not)
    (denied,) = decision.denied
    assert denied.standing == "provisional"
    assert denied.grounds[0].rests_on == ((("invented/small@c1", "yes"),),)
    assert denied.would_change == (("invented/small@c1", "Is c1 small?", "yes"),)
    assert decision.state is DecisionState.PROVISIONAL
    assert decided(goes, made, is_recorded, why_not, small=False).denied[0].standing == "certain"


def test_a_record_without_the_child_it_needs_is_a_gap() -> None:
    goes, made = records(is_concern(concern))
    as_another = ("about", Part.OTHER, is_about(concern, person))
    found = gap(decided(goes, made, roles(goes, as_another, BLAMED, THERE)), "every-record-has-its-subject")
    assert found.says == "file of north has a subject child"


def test_a_child_of_the_household_without_a_role_is_a_gap() -> None:
    goes, made = records(is_concern(concern))
    asks = Conclusion("minor", (person,), "{person} [is] young", topic=Topic.SUBJECTS, leading=True)
    asks.row("minor", person, when=is_child(person), cites=[CLAUSE])
    found = gap(decided(asks, goes, made, roles(goes, SUBJECT, BLAMED)), "every-child-has-a-role")
    assert found.says == "bo appears in file of north"
    assert "bo lives in north" in found.why


def test_a_named_person_who_appears_nowhere_is_a_gap() -> None:
    goes, made = records(is_concern(concern))
    found = gap(decided(goes, made, roles(goes, SUBJECT, THERE)), "everybody-appears")
    assert found.says == "kim appears in file of north"
    assert "c1 holds kim responsible" in found.why


def test_a_clock_that_is_owed_and_has_no_day_is_a_gap() -> None:
    timed = Clocks((concern,))
    timed.clock(
        "tell", "tell of it", owed=is_concern(concern), starts=occurred(concern, moment), within=Hours(24),
        also=is_of_kind(concern, ConcernKind.RISK), cites=[CLAUSE],
    )  # fmt: skip
    found = gap(decided(timed), "every-clock-has-its-day")
    assert found.says == "tell of it (c1) has its day"
    assert decided(timed, kind=ConcernKind.RISK).laws == ()


def test_a_law_of_the_programs_own_says_on_which_question_it_hangs() -> None:
    law = Conclusion("is-small", (concern,), "{concern} [is] small", topic=Topic.LAWS, owes=is_concern(concern))
    law.row("small", concern, when=is_concern(concern) & SMALL(concern), cites=[CLAUSE])
    found = gap(decided(law), "is-small")
    assert found.to_do == "Answer: Is c1 small?"
    assert found.clauses == (CLAUSE,)
    assert gap(decided(law, small=False), "is-small").why == "No row of the program gives it."


@pytest.mark.parametrize("number", [2, 3, 4])
def test_a_law_that_holds_whatever_several_questions_say_is_proven(number: int) -> None:
    """Either one of them is answered yes, or none is: no single answer shows it, and all of them do."""
    asked = [
        Question(id=f"q{each}", things=(concern,), text=f"Is {{concern}} {each}?", answers=bool, working=True, why="-")
        for each in range(number)
    ]
    any_of = functools.reduce(operator.or_, (question(concern) for question in asked))
    some_is = Conclusion("some", (concern,), "{concern} [has] one of them", topic=Topic.SUBJECTS, leading=True)
    some_is.row("any", concern, when=is_concern(concern) & any_of, cites=[CLAUSE])
    law = Conclusion("either", (concern,), "{concern} [is] told apart", topic=Topic.LAWS, owes=is_concern(concern))
    law.row("one", concern, when=some_is(concern), cites=[CLAUSE])
    law.row("none", concern, when=is_concern(concern) & ~some_is(concern), cites=[CLAUSE])
    assert decided(some_is, law).laws == ()
