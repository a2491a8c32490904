"""Slips that an author makes on the first day are refused with words that say how it is written."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest
from small_programs import module_of, program_of

from cimscore.policy import Policy, Row
from cimscore.rules import AuthorError, Table
from cimscore.rules.english.answers import table_lines
from cimscore.rules.english.rendering import english_text
from cimscore.rules.refusals import SeveralRefusals
from cimscore.testing import inline_clause, inline_source

TOPIC = "topic=Topic.HOUSEHOLDS"
SEEN = f"""
SEEN = Conclusion("seen", (home,), "{{home}} [is] seen", {TOPIC})
"""
WRONG_LISTS = {
    "a clause without brackets": (
        SEEN + 'SEEN.row("one", home, when=is_home(home), cites="doc/a/b")',
        "cites=['doc/a/b']",
    ),
    "things of a conclusion": (f'Conclusion("seen", (home), "{{home}} [is] seen", {TOPIC})', "things=(home,)"),
    "things of a definition": ('Defined((home), "{home} [is] seen", is_home(home))', "things=(home,)"),
    "things of a question": (
        'Question(id="ask", things=(home), text="Is {home} seen?", answers=bool)',
        "things=(home,)",
    ),
    "clauses of a question": (
        'Question(id="ask", things=(), text="Seen?", answers=bool, cites=("doc/a/b"))',
        "cites=('doc/a/b',)",
    ),
    "clauses of a reading": (
        """Reading(id="point", question="Which?", readings={"a": "A", "b": "B"}, taken="a",
                   because="So.", clauses="doc/a/b")""",
        "clauses=('doc/a/b',)",
    ),
    "things of duties": ('Duties("visit", (home))', "things=(home,)"),
    "things of clocks": ("Clocks((home))", "things=(home,)"),
}

NO_VARIABLES = {
    "the class of a variable": ("Household", "Household among its things", "variables, such as Household('household')"),
    "another class": ("int", "int among its things", "variables, such as Household('household')"),
    "a number": ("3", "3 among its things", "variables, such as Household('household')"),
}

CLOCK = """
from cimscore.policy import Policy, Row
class Speed(enum.StrEnum):
    SLOW = "slow"
DAYS = Table("days", "The time for each speed", (Row(Speed.SLOW, Hours(5), "doc/a/b"),))
moment, speed = Value("moment", Moment), Value("speed", Speed)
Clocks((concern,)).clock(
    "visit", "visit", owed=is_concern(concern), starts=received(moment), within=DAYS, cites=["doc/a/b"]{by}
)
"""


@pytest.mark.parametrize(("rows", "expected"), WRONG_LISTS.values(), ids=WRONG_LISTS)
def test_a_list_without_its_brackets_is_refused_with_how_it_is_written(rows: str, expected: str) -> None:
    with pytest.raises(AuthorError) as refused:
        module_of(rows)
    assert refused.value.expected == expected


@pytest.mark.parametrize(("thing", "found", "expected"), NO_VARIABLES.values(), ids=NO_VARIABLES)
def test_what_is_no_variable_among_the_things_is_told(thing: str, found: str, expected: str) -> None:
    with pytest.raises(AuthorError) as refused:
        module_of(f'Question(id="ask", things=({thing},), text="Is it?", answers=bool)')
    assert (refused.value.found, refused.value.expected) == (found, expected)


def test_a_clock_by_a_table_says_by_what_it_is_looked_up() -> None:
    with pytest.raises(AuthorError, match=r"the table days and nothing to look it up by; expected by=…: .*Speed"):
        module_of(CLOCK.format(by=""))


def test_a_table_is_looked_up_by_one_of_its_keys() -> None:
    with pytest.raises(AuthorError, match=r"by=moment, a Moment; expected a key of the table days .Speed"):
        module_of(CLOCK.format(by=", by=moment"))
    module_of(CLOCK.format(by=", by=speed"))


def test_a_table_has_a_row_for_each_value_that_a_clock_looks_up() -> None:
    rows = CLOCK.format(by=", by=speed").replace('SLOW = "slow"', 'SLOW = "slow"\n    FAST = "fast"')
    with pytest.raises(AuthorError, match="the table days without a row for FAST"):
        module_of(rows)


def test_a_conclusion_that_is_read_and_not_handed_over_is_refused() -> None:
    hidden = module_of(SEEN + 'SEEN.row("one", home, when=is_home(home), cites=["doc/a/b"])')
    reading = f"""
    from {hidden.__name__} import SEEN
    TOLD = Conclusion("told", (home,), "{{home}} [is] told", topic=Topic.RECORDS)
    TOLD.row("one", home, when=SEEN(home), cites=["doc/a/b"])
    """
    with pytest.raises(SeveralRefusals, match="seen, of topic households: found a conclusion that others read and no"):
        program_of(reading)


def test_a_duty_comes_after_a_duty_that_there_is() -> None:
    with pytest.raises(SeveralRefusals, match=r"duty write: found after='vist'.*Did you mean 'visit'"):
        program_of(
            """
            DUTIES = Duties("visit", (home,))
            DUTIES.duty("visit", "visit", by="the visitor", when=is_home(home), cites=["doc/a/b"])
            DUTIES.duty("write", "write", by="the visitor", when=is_home(home), after="vist", cites=["doc/a/b"])
            """
        )


def test_a_condition_is_told_in_its_own_words() -> None:
    with pytest.raises(AuthorError) as refused:
        module_of("is_child(child) and lives_in(child, home)")
    assert refused.value.what == "the condition {person} is a minor(child)"


def test_what_is_no_condition_is_named_by_its_sentence() -> None:
    with pytest.raises(AuthorError) as refused:
        module_of("lives_in(child, home) & is_child")
    assert refused.value.found == "{person} is a minor, which is no condition"


def test_the_line_of_a_table_tells_its_editions_by_their_day_or_their_id() -> None:
    rows = (
        Row("visit", "5 days", "doc/a/b", until="2025"),
        Row("visit", "3 days", "doc/a/b", since="2025", until=dt.date(2026, 3, 1)),
        Row("visit", "1 day", "doc/a/b", since=dt.date(2026, 3, 1)),
    )
    printed = english_text(table_lines(Table("days", "The time", rows)))
    assert "‘5 days’ for ‘visit’, until the edition 2025" in printed
    assert "‘3 days’ for ‘visit’, from the edition 2025 on, until 1 March 2026" in printed
    assert "‘1 day’ for ‘visit’, from 1 March 2026 on" in printed


ONE_SLIP = {
    "a law that nothing owes": (
        'Conclusion("law", (home,), "{home} [is] kept", topic=Topic.LAWS)',
        "the law law: found nothing that owes it",
    ),
    "an exception that is no condition": (
        SEEN + 'SEEN.row("one", home, when=is_home(home), unless=False, cites=["doc/a/b"])',
        "seen/one: found unless=False",
    ),
    "a role of another table": (
        """
        class Role(enum.StrEnum):
            PARENT = "parent"
        record = Record("record")
        RoleTable((child, record), Role).who("one", "parrent", when=is_child(child), cites=["doc/a/b"])
        """,
        "role/one: found the role 'parrent'; expected one of Role.PARENT",
    ),
    "a clock on a record to be made": ('Clocks((Record("record"),))', "they hang on record, a record to be made"),
}


@pytest.mark.parametrize(("rows", "said"), ONE_SLIP.values(), ids=ONE_SLIP)
def test_what_would_have_no_effect_is_refused(rows: str, said: str) -> None:
    with pytest.raises(AuthorError) as refused:
        module_of(textwrap.dedent(rows))
    assert said in str(refused.value)


EDITION = """
EDITION, moment = editions_table(), Value("moment", Moment)
EDITION.row(
    "one", {document!r}, edition, when=received(moment) & covers({covered!r}, moment, edition), cites=["doc/a/b"]
)
"""


@pytest.mark.parametrize(("document", "covered"), [("dok", "doc"), ("doc", "dok")])
def test_an_edition_is_of_a_document_that_there_is(document: str, covered: str) -> None:
    policy = Policy(sources=(inline_source(),), clauses=(inline_clause("doc/a/b"),))
    with pytest.raises(SeveralRefusals, match=r"edition/one: found the document 'dok'.*Did you mean 'doc'"):
        program_of(EDITION.format(document=document, covered=covered), policy=policy)
    assert program_of(EDITION.format(document="doc", covered="doc"), policy=policy).conclusions
