"""An overlay reads its base's findings and adds its own under its own name; it cannot change one."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

import cimscore
from cimscore.calendars import due_hours
from cimscore.case import Case, DecisionEntry, HouseholdEntry, Moment
from cimscore.rules import (
    Deadline,
    Duty,
    Facts,
    Household,
    HouseholdRole,
    InScope,
    Question,
    Record,
    Ruleset,
    TheCase,
    Topic,
)
from cimscore.testing import InlinePlugin, inline_clause, inline_source

RECORDS: Ruleset[Record] = Ruleset(Topic.RECORDS)
DUTIES: Ruleset[Duty] = Ruleset(Topic.DUTIES)
MORE: Ruleset[Duty] = Ruleset(Topic.DUTIES)
START = Moment(dt.datetime(2025, 3, 3, 4, tzinfo=dt.UTC))
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


ASKED = Question(id="asked", about=TheCase, text="Is it for us?", answers=bool, decided_by="officer")
SCOPE: Ruleset[InScope] = Ruleset(Topic.SCOPE)
HOUSEHOLDS: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)
NOTES: Ruleset[Record] = Ruleset(Topic.RECORDS)


def is_said_to_be_for_us(facts: Facts, case: TheCase) -> bool:
    """somebody says so"""
    return facts.ask(ASKED, case, propose=False)


def says_nothing(facts: Facts, home: Household) -> bool:
    """the base says nothing of the home"""
    return facts.found(HOUSEHOLDS, home, "seen") is None


@SCOPE.rule("for-us", cites=["doc/heading/clause"], when=[is_said_to_be_for_us])
def for_us(facts: Facts, case: TheCase) -> InScope:
    """It is for us where somebody says so."""
    return InScope()


@HOUSEHOLDS.rule("seen", cites=["doc/heading/clause"])
def seen(facts: Facts, home: Household) -> HouseholdRole:
    """Every home is seen."""
    return HouseholdRole("seen")


@NOTES.rule("unseen", cites=["more/heading/clause"], when=[says_nothing])
def unseen(facts: Facts, home: Household) -> Record:
    """A home the base says nothing of has a note."""
    return Record(kind="note", of=home)


def test_a_base_that_is_out_of_scope_by_a_proposal_is_never_definitely_silent() -> None:
    base = InlinePlugin(id="base", rulesets=(SCOPE, HOUSEHOLDS), questions=(ASKED,))
    over = attrs.evolve(overlay(), rulesets=(NOTES,))
    rulebook = cimscore.load_rulebook([base, over])
    proposed = cimscore.assess(CASE, rulebook)
    answer = DecisionEntry(question="base/asked", about=("case",), answer=True, by="officer")
    decided = cimscore.assess(attrs.evolve(CASE, decisions=(answer,)), rulebook)

    assert [it.question.address for it in proposed.open_questions] == ["base/asked@case"]
    assert [it.subject_to for it in proposed.records] == [("base/asked@case",)]
    assert (decided.records, decided.open_questions) == ((), ())


def reporting(id: str, *, limited: bool) -> InlinePlugin:
    """A program with a duty to report, with or without a limit."""
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)
    limits: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)

    @duties.rule("report", cites=[f"{id}/heading/clause"])
    def report(facts: Facts, case: TheCase) -> Duty:
        """Somebody reports."""
        return Duty(act="report", who="the officer", what="report")

    @limits.rule("report", cites=[f"{id}/heading/clause"])
    def limit(facts: Facts, case: TheCase) -> Deadline:
        """Within a day."""
        return Deadline(act="report", due=due_hours(START, 24, ZoneInfo("Australia/Brisbane")), counted_from=START)

    rulesets: tuple[Ruleset[Any], ...] = (duties, limits) if limited else (duties,)
    clauses = (inline_clause(f"{id}/heading/clause"),)
    return InlinePlugin(id=id, rulesets=rulesets, clauses=clauses, sources=(inline_source(id),))


def test_a_duty_is_never_given_the_deadline_of_a_program_it_has_nothing_to_do_with() -> None:
    rulebook = cimscore.load_rulebook([reporting("one", limited=False), reporting("two", limited=True)])
    case = Case(id="both", programs=("one", "two"))
    due = {it.duty.program: it.deadline for it in cimscore.assess(case, rulebook).duties}

    assert due["one"] is None
    assert due["two"] is not None
