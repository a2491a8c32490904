"""Slips in lists, in tables of periods and in kinds of record are told where they stand."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from small_programs import module_of, program_of

from cimscore.calendars import Calendar
from cimscore.rules import AuthorError
from cimscore.rules.refusals import SeveralRefusals

SEEN = 'SEEN = Conclusion("seen", (home,), "{home} [is] seen", topic=Topic.HOUSEHOLDS)\n'
CLOCK = """
from cimscore.rules import Row
moment, period = Value("moment", Moment), Value("period", object)
TIMES = Table("times", "How soon", (Row("visit", Hours(5), "doc/a/b"), Row("call", {line}, "doc/a/b")))
Clocks((concern,)).clock(
    "visit", "visit", owed=is_concern(concern) & TIMES("visit", period), starts=received(moment), within=period,
    cites=["doc/a/b"],
)
"""
RECORDS = """
record = Record("record")
NOTE, OTHER = RecordKind("note", "note about {{home}}"), RecordKind("{name}", "note about {{child}}")
MADE = Conclusion("record", (record,), "{{record}} [is] to be made", topic=Topic.RECORDS)
MADE.row("home", NOTE.of(home), when=is_home(home), cites=["doc/a/b"])
MADE.row("child", OTHER.of(child), when=is_child(child), cites=["doc/a/b"])
"""


@pytest.mark.parametrize(
    ("cites", "kind"),
    [('{"doc/a/b"}', "set"), ('(clause for clause in ["doc/a/b"])', "generator"), ('{"doc/a/b": 1}', "dict")],
)
def test_a_list_without_an_order_is_named_for_what_it_is(cites: str, kind: str) -> None:
    with pytest.raises(AuthorError, match=f"found cites=… a {kind}; expected a list in brackets, which has an order"):
        module_of(f'{SEEN}SEEN.row("one", home, when=is_home(home), cites={cites})')


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("None", "clock visit, the table times: found the period None"),
        ('"4 business days"', r"the words '4 business days', which are never counted; expected BusinessDays\(4\)"),
        ("dt.timedelta(days=4)", "the table times: found the period datetime.timedelta"),
    ],
)
def test_a_period_that_a_clock_lists_out_of_a_table_is_one(line: str, said: str) -> None:
    module_of(CLOCK.format(line="Hours(3)"))
    with pytest.raises(AuthorError, match=said):
        module_of(f"import datetime as dt\n{CLOCK.format(line=line)}")


def test_two_kinds_of_record_have_two_names() -> None:
    assert program_of(RECORDS.format(name="other")).conclusions
    with pytest.raises(
        SeveralRefusals, match=r"found 'kind:note', which stands at .* already; expected a sentence or id"
    ):
        program_of(RECORDS.format(name="note"))


def test_the_kinds_of_record_that_need_a_role_stand_in_brackets() -> None:
    rows = """
    class Role(enum.StrEnum):
        CHILD = "child"
        PARENT = "parent"
    NOTE = RecordKind("note", "note about {{home}}")
    RoleTable((child, Record("record")), Role, needs=((Role.CHILD, {kinds}),))
    """
    module_of(rows.format(kinds="(NOTE,)"))
    with pytest.raises(AuthorError, match=r"role: found needs=.*without brackets or without a comma"):
        module_of(rows.format(kinds="NOTE"))


@pytest.mark.parametrize("days", [[dt.date(2025, 1, 1)], "2025-01-01", None])
def test_holidays_are_a_mapping_from_each_day_to_its_name(days: Any) -> None:
    with pytest.raises(TypeError, match=f"from each day to its name, and not a {type(days).__name__}"):
        Calendar(
            id="council", title="Days", zone=ZoneInfo("Australia/Brisbane"), first_year=2025, last_year=2025,
            version="invented", holidays=days,
        )  # fmt: skip
