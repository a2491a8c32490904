"""A plugin from values declares what it is given, each table under its own topic."""

from __future__ import annotations

import itertools
from zoneinfo import ZoneInfo

import loud_program
from loud_program import CLAUSE, LOUD, concern

import cimscore
from cimscore.plugins.loading import load_declarations
from cimscore.policy import Disposition, PolicyEdition
from cimscore.rules import Conclusion, Duties, Question, Topic
from cimscore.rules.vocabulary import is_concern
from cimscore.testing import InlinePlugin, inline_clause, inline_source

NOISY = Conclusion("noisy", (concern,), "{concern} [is] noisy", topic=Topic.STARTS)
NOISY.row("loud", concern, when=is_concern(concern) & LOUD(concern), cites=[CLAUSE])
LISTEN = Duties("listen", (concern,))
LISTEN.duty("listen", "listen again", by="whoever heard it", when=NOISY(concern), cites=[CLAUSE])
OWED = Conclusion("heard", (concern,), "{concern} [is] heard", topic=Topic.LAWS, owes=NOISY(concern))
OWED.row("heard", concern, when=NOISY(concern), cites=[CLAUSE])
REMARK = Question(id="remark", things=(concern,), text="What else of {concern}?", answers=str, cites=(CLAUSE,))


def test_each_table_is_given_by_the_hook_of_its_topic() -> None:
    (declared,) = load_declarations([InlinePlugin(tables=(LISTEN, OWED, NOISY), asked=(REMARK,))])
    assert dict(declared.tables) == {Topic.STARTS: (NOISY,), Topic.DUTIES: (LISTEN,), Topic.LAWS: (OWED,)}
    assert declared.asked == (REMARK,)


def test_the_order_of_tables_makes_no_difference() -> None:
    orders = itertools.permutations((LISTEN, OWED, NOISY))
    books = [cimscore.load_rulebook([InlinePlugin(tables=tables)]) for tables in orders]
    assert len({book.program("invented").digest for book in books}) == 1
    assert len({tuple(sorted(book.rules)) for book in books}) == 1


def test_what_a_program_is_called_and_what_it_adds_to_are_its_own() -> None:
    perth = ZoneInfo("Australia/Perth")
    one = InlinePlugin(tables=(NOISY,), zone=perth)
    other = InlinePlugin(
        id="quiet",
        zone=perth,
        extends="invented",
        sources=(inline_source("more"),),
        clauses=(inline_clause("more/heading/clause"),),
    )
    programs = cimscore.load_rulebook([other, one]).programs
    identity = programs["quiet"].declared.identity
    assert list(programs) == ["invented", "quiet"]
    assert (identity.id, identity.extends, identity.zone) == ("quiet", "invented", perth)


def test_invented_sources_and_clauses_stand_unless_told_otherwise() -> None:
    old, new = (PolicyEdition(id=id, title=f"Edition {id}") for id in ("1", "2"))
    assert [edition.id for edition in inline_source().editions] == ["1"]
    assert inline_source(editions=(old, new)).editions == (old, new)
    assert inline_clause("doc/heading/out", disposition=Disposition.GUIDANCE).disposition is Disposition.GUIDANCE
    assert loud_program.rulebook().clauses[CLAUSE].disposition is Disposition.ENCODED
