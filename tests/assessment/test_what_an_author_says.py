"""What an author says of a conclusion for its readers: that it only leads to others, that it warns, when it is done."""

from __future__ import annotations

import cimscore
from cimscore.assessment import Decision, document_of, first_page
from cimscore.case import Case, HouseholdEntry
from cimscore.rules import Conclusion, Duties, Household, Rows, Topic
from cimscore.rules.vocabulary import is_home
from cimscore.testing import InlinePlugin

CLAUSE = "doc/heading/clause"
home = Household("home")
LEADING = Conclusion("leading", (home,), "{home} [leads] on", topic=Topic.HOUSEHOLDS, leading=True)
AMISS = Conclusion("amiss", (home,), "{home} [is] amiss", topic=Topic.SUBJECTS, warns=True)
PLAIN = Conclusion("plain", (home,), "{home} [is] plain", topic=Topic.SUBJECTS)
LEADING.row("row", home, when=is_home(home), cites=[CLAUSE])
for table in (AMISS, PLAIN):
    table.row("row", home, when=LEADING(home), cites=[CLAUSE])


def decided(*tables: Rows) -> Decision:
    case = Case(id="one", programs=("invented",), households=(HouseholdEntry(id="north"),))
    (decision,) = cimscore.assess(case, cimscore.load_rulebook([InlinePlugin(tables=tables)])).decisions
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


def test_duties_of_an_earlier_step_stand_first_whatever_their_tables_are_called() -> None:
    late, early = Duties("a", (home,), step=1), Duties("b", (home,))
    for table, acts in ((late, ("third", "fourth")), (early, ("first", "second"))):
        for act in acts:
            table.duty(act, f"do the {act}", by="somebody", when=is_home(home), cites=[CLAUSE])

    assert [says.rpartition(" ")[2] for says, _ in decided(late, early).duties] == [
        "first", "second", "third", "fourth",
    ]  # fmt: skip
