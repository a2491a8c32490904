"""An invented program for the command line: a decision, a failing rule on request, and what can be listed."""

from __future__ import annotations

from typing import Any

import pytest

import cimscore
from cimscore.cli import inputs
from cimscore.cli.commands import coverage, schema
from cimscore.policy import Disposition
from cimscore.rules import Concern, Facts, Household, HouseholdRole, Question, Ruleset, Topic
from cimscore.testing import InlinePlugin, inline_clause

CITED, LEFT = "doc/heading/cited", "doc/heading/left"
CLAUSES = (
    inline_clause(CITED),
    inline_clause(LEFT, disposition=Disposition.LEFT_TO_A_PERSON, question="invented/loud"),
    inline_clause("doc/heading/out", disposition=Disposition.OUT_OF_SCOPE, reason="it is about something else"),
)
LOUD = Question(id="loud", about=Concern, text="Was it loud?", answers=bool, decided_by="listener", cites=(LEFT,))
REMARK = Question(id="remark", about=Concern, text="What else?", answers=str)
CASE = """\
cimscore: 1
id: noise
programs: [invented]
dates: {received: 2025-03-03T10:15+10:00}
people: [{id: mia, name: {given: Mia, family: Example}}]
households: [{id: north, area: Logan}]
concerns: [{id: c1, about: [mia], place: north, kind: harm}]
"""


def was_loud(facts: Facts, home: Household) -> bool:
    """a concern was loud"""
    return any(facts.ask(LOUD, concern) for concern in facts.concerns())


def rules(*, failing: bool) -> Ruleset[Any]:
    """A rule that waits for a decision and, on request, one that fails."""
    homes: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    @homes.rule("loud-home", cites=[CITED], when=[was_loud])
    def loud_home(facts: Facts, home: Household) -> HouseholdRole:
        """A household with a loud concern is a loud home."""
        return HouseholdRole("loud home")

    if failing:

        @homes.rule("failing", cites=[CITED])
        def fails(facts: Facts, home: Household) -> HouseholdRole:
            """Always fails."""
            raise ValueError("broken on purpose")

    return homes


def plugin(*, failing: bool = False, more: tuple[str, ...] = ()) -> InlinePlugin:
    """The program; with `more` encoded clauses that nothing cites."""
    clauses = (*CLAUSES, *map(inline_clause, more))
    return InlinePlugin(rulesets=(rules(failing=failing),), clauses=clauses, questions=(LOUD, REMARK))


def install(monkeypatch: pytest.MonkeyPatch, *plugins: object) -> None:
    """Make these the only installed plugins."""
    load = cimscore.load_rulebook
    for module in (inputs, coverage, schema):
        monkeypatch.setattr(module, "load_rulebook", lambda: load(plugins))
