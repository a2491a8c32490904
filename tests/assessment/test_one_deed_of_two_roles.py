"""Two roles do the same, each for another record: the page tells who does it for which."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.assessment import first_page
from cimscore.rules import Concern, Conclusion, Duties, Person, Record, RecordKind, Topic, some
from cimscore.rules.vocabulary import is_concern, responsible_for
from cimscore.testing import InlinePlugin, case

concern, person, record = Concern("concern"), Person("person"), Record("record")
CITES = ["doc/heading/clause"]
REPORT = RecordKind("report", "report of {concern}")
MADE = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
MADE.row("each", REPORT.of(concern), when=is_concern(concern), cites=CITES)
ACCUSED = some(person, responsible_for(record.concern, person))
DUTIES = Duties("report", (record,))
DUTIES.duty(
    "write", "write the report", by="the leader", when=MADE(record) & REPORT(record), unless=ACCUSED, cites=CITES
)
DUTIES.duty(
    "write-instead", "write the report", by="the manager", when=MADE(record) & REPORT(record) & ACCUSED, cites=CITES
)


@pytest.mark.parametrize(
    ("accused", "told"),
    [
        (
            {"c1": ["max"], "c2": []},
            ["The leader must write the report (c2)", "The manager must write the report (c1)"],
        ),
        ({"c1": [], "c2": []}, ["The leader must write the report"]),
        ({"c1": ["max"], "c2": ["max"]}, ["The manager must write the report"]),
    ],
)
def test_the_page_tells_who_does_it_for_which_record(accused: dict[str, list[str]], told: list[str]) -> None:
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(MADE, DUTIES))])
    concerns = {id: {"about": ["zoe"], "responsible": named} for id, named in accused.items()}
    asked = case(rulebook, "invented", people={"zoe": "2015-06-01", "max": "1985"}, concerns=concerns)
    (decision,) = cimscore.assess(asked, rulebook).decisions

    _, _, duties = first_page(decision, every=True).partition("What to do, in order\n")
    assert [line.removeprefix("- ") for line in duties.splitlines()[1 : len(told) + 1]] == told
