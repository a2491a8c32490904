"""A plugin written where a test needs it: everything a program can declare, handed over as values."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.plugins import Declared, hookimpl
from cimscore.policy import Clause, Disposition, Locator, Policy, PolicyEdition, Source
from cimscore.rulebook import Program, Relation, Workflow
from cimscore.rules import Ruleset, Topic

_BRISBANE = ZoneInfo("Australia/Brisbane")


def inline_source(id: str = "doc", editions: tuple[PolicyEdition, ...] = ()) -> Source:
    """An invented source, with one edition that always holds unless others are given."""
    always = (PolicyEdition(id="1", title="The only edition"),)
    return Source(id=id, title=f"Document {id}", publisher="Example", document=id, editions=editions or always)


def inline_clause(
    id: str, text: str = "An invented clause.", editions: tuple[str, ...] = ("1",), **rest: Any
) -> Clause:
    """An invented clause ``source/heading/name``, encoded unless `rest` says otherwise."""
    return Clause(
        id=id, source=id.partition("/")[0], statements=(), text=text, editions=editions, digest="",
        **{"locator": Locator(heading="Heading", position=1), "disposition": Disposition.ENCODED, **rest},
    )  # fmt: skip


@attrs.frozen(kw_only=True, eq=False)
class InlinePlugin:
    """A plugin from values. Hand it to `cimscore.load_rulebook` in a list.

    Attributes:
        id: The program's id.
        rulesets: Its rules, of any topics.
        clauses: Its clauses.
        sources: Their sources; an invented one when empty.
        questions: Questions, interpretations and tables.
        calendars: Calendars.
        workflows: Workflows.
        relations: Relations.
        examples: Packages of worked examples.
        extends: The program it extends.
        zone: Where its days begin.
    """

    id: str = "invented"
    rulesets: tuple[Ruleset[Any], ...] = ()
    clauses: tuple[Clause, ...] = (inline_clause("doc/heading/clause"),)
    sources: tuple[Source, ...] = (inline_source(),)
    questions: tuple[Declared, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    relations: tuple[Relation, ...] = ()
    examples: tuple[str, ...] = ()
    extends: str = ""
    zone: ZoneInfo = _BRISBANE

    @property
    def __name__(self) -> str:
        return f"inline-{self.id}"

    def _of(self, topic: Topic) -> tuple[Ruleset[Any], ...]:
        return tuple(ruleset for ruleset in self.rulesets if ruleset.topic is topic)

    @hookimpl
    def cimscore_program(self) -> Program:
        """The program."""
        return Program(id=self.id, title=self.id, zone=self.zone, extends=self.extends)

    @hookimpl
    def cimscore_policy_sources(self) -> Policy:
        """Its sources and clauses."""
        return Policy(sources=self.sources, clauses=self.clauses)

    @hookimpl
    def cimscore_questions(self) -> tuple[Declared, ...]:
        """Its questions, interpretations and tables."""
        return self.questions

    @hookimpl
    def cimscore_editions(self) -> tuple[Ruleset[Any], ...]:
        """Its rules of topic editions."""
        return self._of(Topic.EDITIONS)

    @hookimpl
    def cimscore_scope(self) -> tuple[Ruleset[Any], ...]:
        """Its rules of topic scope."""
        return self._of(Topic.SCOPE)

    @hookimpl
    def cimscore_households(self) -> tuple[Ruleset[Any], ...]:
        """Its rules of topic households."""
        return self._of(Topic.HOUSEHOLDS)

    @hookimpl
    def cimscore_subjects(self) -> tuple[Ruleset[Any], ...]:
        """Its rules of topic subjects."""
        return self._of(Topic.SUBJECTS)

    @hookimpl
    def cimscore_records(self) -> tuple[Ruleset[Any], ...]:
        """Its rules of topic records."""
        return self._of(Topic.RECORDS)

    @hookimpl
    def cimscore_roles(self) -> tuple[Ruleset[Any], ...]:
        """Its rules of topic roles."""
        return self._of(Topic.ROLES)

    @hookimpl
    def cimscore_duties(self) -> tuple[Ruleset[Any], ...]:
        """Its rules of topic duties."""
        return self._of(Topic.DUTIES)

    @hookimpl
    def cimscore_timeframes(self) -> tuple[Ruleset[Any], ...]:
        """Its rules of topic timeframes."""
        return self._of(Topic.TIMEFRAMES)

    @hookimpl
    def cimscore_calendars(self) -> tuple[Calendar, ...]:
        """Its calendars."""
        return self.calendars

    @hookimpl
    def cimscore_workflows(self) -> tuple[Workflow, ...]:
        """Its workflows."""
        return self.workflows

    @hookimpl
    def cimscore_relations(self) -> tuple[Relation, ...]:
        """Its relations."""
        return self.relations

    @hookimpl
    def cimscore_worked_examples(self) -> tuple[str, ...]:
        """Its packages of worked examples."""
        return self.examples
