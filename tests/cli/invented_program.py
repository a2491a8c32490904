"""An invented program for the command line: a decision, a failing rule on request, and what can be listed."""

from __future__ import annotations

from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
import pytest

from cimscore.cli import inputs
from cimscore.cli.commands import coverage, schema
from cimscore.cli.commands import programs as listing
from cimscore.composition import vocabulary_of
from cimscore.policy import Clause, Disposition, Locator, PolicyEdition, Source
from cimscore.rulebook import Declarations, Identity, Rulebook, build_rulebook
from cimscore.rules import Comparison, Concern, Conclusion, Household, Question, Rows, Topic, some
from cimscore.rules.vocabulary import happened_in, is_home
from cimscore.wire import read_case

CITED, LEFT = "doc/heading/cited", "doc/heading/left"
CASE = """\
cimscore: 1
id: noise
programs: [invented]
dates: {received: 2025-03-03T10:15+10:00}
people: [{id: mia, name: {given: Mia, family: Example}}]
households: [{id: north, area: Logan}]
concerns: [{id: c1, about: [mia], place: north, kind: harm}]
"""
concern: Final = Concern("concern")
home: Final = Household("home")


def clause(id: str, **rest: Any) -> Clause:
    """Return a clause ``source/heading/name``, encoded unless `rest` says otherwise."""
    parts = {"locator": Locator(heading="Heading", position=1), "disposition": Disposition.ENCODED, **rest}
    source = id.partition("/")[0]
    return Clause(id=id, source=source, statements=(), text="An invented clause.", editions=("1",), digest="", **parts)


CLAUSES = (
    clause(CITED),
    clause(LEFT, disposition=Disposition.LEFT_TO_A_PERSON, question="invented/loud"),
    clause("doc/heading/out", disposition=Disposition.OUT_OF_SCOPE, reason="it is about something else"),
)
SOURCE = Source(
    id="doc", title="Document", publisher="Example", document="doc", editions=(PolicyEdition(id="1", title="Only"),)
)
LOUD: Final = Question(
    id="loud", things=(concern,), text="Was {concern} loud?", answers=bool, decided_by="listener", cites=(LEFT,)
)
REMARK: Final = Question(id="remark", things=(concern,), text="What else is there to say of {concern}?", answers=str)


def fails(_: object) -> bool:
    """Fail, whatever it is given."""
    raise ValueError("broken on purpose")


def loud_homes(*, failing: bool = False) -> Conclusion:
    """Return a table with a row that waits for a decision and, on request, one that fails."""
    table = Conclusion("loud-home", (home,), "{home} [is] a loud home", topic=Topic.HOUSEHOLDS)
    table.row("a-loud-concern", home, when=some(concern, happened_in(concern, home) & LOUD(concern)), cites=[CITED])
    if failing:
        findable = Comparison("{0} [is] findable", fails)
        table.row("failing", home, when=is_home(home) & findable(home), cites=[CITED])
    return table


def declared(
    id: str = "invented", *, failing: bool = False, tables: tuple[Rows, ...] = (), more: tuple[str, ...] = ()
) -> Declarations:
    """Return what the program declares.

    Args:
        id: The program's id.
        failing: Whether one of its rows fails.
        tables: Other tables of households than its own.
        more: Encoded clauses that nothing cites.
    """
    return Declarations(
        identity=Identity(id=id, title=id, zone=ZoneInfo("Australia/Brisbane")),
        distribution=(id, "1"),
        sources=(SOURCE,),
        clauses=(*CLAUSES, *map(clause, more)),
        asked=(LOUD, REMARK),
        tables={Topic.HOUSEHOLDS: tables or (loud_homes(failing=failing),)},
    )


def second(*, failing: bool = False) -> Declarations:
    """Return a program beside the first, of another document."""
    one = declared("second", failing=failing)
    source = attrs.evolve(SOURCE, id="book", document="book")
    clauses = (clause("book/heading/cited"),)
    table = Conclusion("quiet-home", (home,), "{home} [is] a quiet home", topic=Topic.HOUSEHOLDS)
    table.row("every-home", home, when=is_home(home), cites=[clauses[0].id])
    return attrs.evolve(one, sources=(source,), clauses=clauses, asked=(), tables={Topic.HOUSEHOLDS: (table,)})


def rulebook(*programs: Declarations) -> Rulebook:
    """Return the rulebook of these programs."""
    return build_rulebook(programs, lambda document, book: read_case(document, vocabulary_of(book)))


def install(monkeypatch: pytest.MonkeyPatch, *programs: Declarations) -> None:
    """Make these the only installed programs."""
    for module in (inputs, coverage, listing, schema):
        monkeypatch.setattr(module, "load_rulebook", lambda: rulebook(*programs))
