"""An overlay reads its base's findings and adds its own under its own name; it cannot change one."""

from __future__ import annotations

from typing import Any

import pytest

import cimscore
from cimscore.case import Case, HouseholdEntry
from cimscore.rules import Duty, Facts, Household, Record, Ruleset, Topic
from cimscore.testing import InlinePlugin, inline_clause, inline_source

RECORDS: Ruleset[Record] = Ruleset(Topic.RECORDS)
DUTIES: Ruleset[Duty] = Ruleset(Topic.DUTIES)
MORE: Ruleset[Duty] = Ruleset(Topic.DUTIES)
CASE = Case(id="one", programs=("overlay",), households=(HouseholdEntry(id="home"),))


@RECORDS.rule("note", cites=["doc/heading/clause"])
def note(facts: Facts, home: Household) -> Record:
    """A note for each home."""
    return Record(kind="note", of=home)


@DUTIES.rule("file-it", cites=["doc/heading/clause"])
def file_it(facts: Facts, record: Record) -> Duty:
    """A note is filed."""
    return Duty(act="file", who="the base", what="file the note")


def is_made_for_a_home(facts: Facts, record: Record) -> bool:
    """the base makes it for a home"""
    return isinstance(record.of, Household) and facts.found(RECORDS, record.of) == record


@MORE.rule("copy-it", cites=["more/heading/clause"], when=[is_made_for_a_home])
def copy_it(facts: Facts, record: Record) -> Duty:
    """A note is copied too."""
    return Duty(act="file", who="the overlay", what="file a copy")


def overlay(**rest: Any) -> InlinePlugin:
    return InlinePlugin(
        id="overlay",
        extends="base",
        rulesets=(MORE,),
        sources=(inline_source("more"),),
        clauses=(inline_clause("more/heading/clause"),),
        **rest,
    )


BASE = InlinePlugin(id="base", rulesets=(RECORDS, DUTIES))


def test_an_overlay_adds_to_what_its_base_finds_and_changes_nothing_there() -> None:
    with_overlay = cimscore.assess(CASE, cimscore.load_rulebook([BASE, overlay()]))
    alone = cimscore.assess(CASE, cimscore.load_rulebook([BASE, overlay()]), programs=["overlay"])
    assert [it.duty.summary for it in with_overlay.duties] == [
        "the base must file the note",
        "the overlay must file a copy",
    ]
    assert [it.program for it in with_overlay.programs] == ["base", "overlay"]
    assert alone.programs == with_overlay.programs
    base = cimscore.assess(
        Case(id="one", programs=("base",), households=CASE.households), cimscore.load_rulebook([BASE])
    )
    assert base.programs[0] == with_overlay.programs[0]
    assert not with_overlay.failures


def test_an_overlay_of_nothing_installed_is_refused() -> None:
    with pytest.raises(cimscore.RulebookError, match="extends='base'"):
        cimscore.load_rulebook([overlay()])
