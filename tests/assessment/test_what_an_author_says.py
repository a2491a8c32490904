"""What an author says of a conclusion for its readers: it leads to others, warns, marks a record, or is done first."""

from __future__ import annotations

from typing import Any

import pytest

import cimscore
from cimscore.assessment import Decision, document_of, first_page
from cimscore.case import Case, HouseholdEntry
from cimscore.rules import AuthorError, Conclusion, Duties, Household, Question, Record, RecordKind, Rows, Topic, Value
from cimscore.rules.vocabulary import is_home
from cimscore.testing import InlinePlugin

CLAUSE = "doc/heading/clause"
home = Household("home")
record, tier = Record("record"), Value("tier", str)
FILE = RecordKind("file", "file of {home}")
TO_MAKE = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
TO_MAKE.row("of-a-home", FILE.of(home), when=is_home(home), cites=[CLAUSE])
LEADING = Conclusion("leading", (home,), "{home} [leads] on", topic=Topic.HOUSEHOLDS, leading=True)
AMISS = Conclusion("amiss", (home,), "{home} [is] amiss", topic=Topic.SUBJECTS, warns=True)
PLAIN = Conclusion("plain", (home,), "{home} [is] plain", topic=Topic.SUBJECTS)
LEADING.row("row", home, when=is_home(home), cites=[CLAUSE])
for table in (AMISS, PLAIN):
    table.row("row", home, when=LEADING(home), cites=[CLAUSE])


def decided(*tables: Rows, asked: tuple[Question[Any], ...] = ()) -> Decision:
    case = Case(id="one", programs=("invented",), households=(HouseholdEntry(id="north"),))
    (decision,) = cimscore.assess(case, cimscore.load_rulebook([InlinePlugin(tables=tables, asked=asked)])).decisions
    return decision


def test_what_only_leads_to_others_is_decided_and_not_told() -> None:
    decision = decided(LEADING, AMISS, PLAIN)

    assert [line.id for line in decision.conclusions] == ["leading", "amiss", "plain"]
    assert [line["id"] for line in document_of(decision)["conclusions"]] == ["amiss", "plain"]
    assert "leads on" not in first_page(decision, every=True)
    assert "north is plain" in first_page(decision, every=True)


def test_what_warns_stands_first_and_is_marked_in_the_document() -> None:
    decision = decided(LEADING, AMISS, PLAIN)
    page, document = first_page(decision), document_of(decision)

    assert page.index("Warnings") < page.index("north is amiss") < page.index("What to record")
    assert "north is plain" not in page
    assert [line.get("warns") for line in document["conclusions"]] == [True, None]


@pytest.mark.parametrize("topic", [Topic.SCOPE, Topic.RECORDS, Topic.ROLES])
def test_what_marks_a_record_stands_behind_it_whatever_it_is_called(topic: Topic) -> None:
    tiers = Conclusion("care-tier", (record, tier), "{record} [has] the tier {tier}", topic=topic, marks=True)
    tiers.row("high", FILE.of(home), "high", when=is_home(home), cites=[CLAUSE])
    page = first_page(decided(TO_MAKE, tiers))

    assert "File of north, care tier high" in page
    assert "has the tier" not in page


def test_a_mark_is_of_a_record_first() -> None:
    with pytest.raises(AuthorError, match="marks=True, of home and tier; expected two things: the record, then"):
        Conclusion("tier", (home, tier), "{home} [has] the tier {tier}", topic=Topic.SCOPE, marks=True)


def test_duties_of_an_earlier_step_stand_first_whatever_their_tables_are_called() -> None:
    late, early = Duties("a", (home,), step=1), Duties("b", (home,))
    for table, acts in ((late, ("third", "fourth")), (early, ("first", "second"))):
        for act in acts:
            table.duty(act, f"do the {act}", by="somebody", when=is_home(home), cites=[CLAUSE])

    assert [says.rpartition(" ")[2] for says, _ in decided(late, early).duties] == [
        "first", "second", "third", "fourth",
    ]  # fmt: skip


@pytest.mark.parametrize("says", ["is near", "lies near", "counts"])
def test_what_is_provisionally_in_scope_says_so_whatever_its_verb(says: str) -> None:
    late = Question(id="late", things=(), text="Is it late?", answers=bool, working=False, why="it is early")
    verb, _, rest = says.partition(" ")
    table = Conclusion("near", (home,), f"{{home}} [{verb}] {rest}".rstrip(), topic=Topic.SCOPE)
    table.row("row", home, when=is_home(home) & ~late(), cites=[CLAUSE])
    page = " ".join(first_page(decided(table, asked=(late,))).split())

    assert f"orth {says} (provisional: question 1)" in page


def test_what_is_said_of_several_subjects_in_scope_is_said_once() -> None:
    says = ("{home} [is] counted", "all of {home} [is] counted", "{home} [lies], it is said, near")
    tables = [Conclusion(f"scope-{number}", (home,), text, topic=Topic.SCOPE) for number, text in enumerate(says)]
    for table in tables:
        table.row("row", home, when=is_home(home), cites=[CLAUSE])
    page = " ".join(first_page(decided(*tables)).split())

    assert "orth and all of north are counted; north lies, it is said, near" in page
