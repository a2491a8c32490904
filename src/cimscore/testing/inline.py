"""A plugin written where a test needs it: everything a program can declare, given as values."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.plugins import hookimpl
from cimscore.policy import Clause, Disposition, Locator, Policy, PolicyEdition, Source
from cimscore.rulebook import Asked, Identity, ProgramRelation, ReportForm, Workflow
from cimscore.rules import Rows, Topic
from cimscore.rules.assembling import topic_of

_BRISBANE = ZoneInfo("Australia/Brisbane")


def inline_source(id: str = "doc", editions: tuple[PolicyEdition, ...] = ()) -> Source:
    """Return an invented source, with one edition that is always in force unless others are given."""
    always = (PolicyEdition(id="1", title="The only edition"),)
    return Source(id=id, title=f"Document {id}", publisher="Example", document=id, editions=editions or always)


def inline_clause(
    id: str = "doc/heading/clause", text: str = "An invented clause.", editions: tuple[str, ...] = ("1",), **rest: Any
) -> Clause:
    """Return an invented clause ``source/heading/name``, encoded unless `rest` says otherwise."""
    return Clause(
        id=id, source=id.partition("/")[0], statements=(), text=text, editions=editions, digest="",
        **{"locator": Locator(heading="Heading", position=1), "disposition": Disposition.ENCODED, **rest},
    )  # fmt: skip


@attrs.frozen(kw_only=True, eq=False)
class InlinePlugin:
    """A plugin from values. Hand it to `cimscore.load_rulebook` in a list.

    Attributes:
        id: The program's id.
        tables: Its tables of rows, of any topics: each is given by the hook of its own topic.
        clauses: Its clauses.
        sources: Their sources; an invented one when empty.
        asked: Questions, readings and tables of the policy that no row reads.
        calendars: Calendars.
        workflows: Workflows.
        forms: Forms by which reports are made.
        relations: Relations.
        examples: Packages of worked examples.
        extends: The program it extends.
        zone: Where its days begin.
    """

    id: str = "invented"
    tables: tuple[Rows, ...] = ()
    clauses: tuple[Clause, ...] = (inline_clause("doc/heading/clause"),)
    sources: tuple[Source, ...] = (inline_source(),)
    asked: tuple[Asked, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    forms: tuple[ReportForm, ...] = ()
    relations: tuple[ProgramRelation, ...] = ()
    examples: tuple[str, ...] = ()
    extends: str = ""
    zone: ZoneInfo = _BRISBANE

    @property
    def __name__(self) -> str:
        return f"inline-{self.id}"

    def _of(self, topic: Topic) -> tuple[Rows, ...]:
        return tuple(rows for rows in self.tables if topic_of(rows) is topic)

    @hookimpl
    def cimscore_program(self) -> Identity:
        """Return the program."""
        return Identity(id=self.id, title=self.id, zone=self.zone, extends=self.extends)

    @hookimpl
    def cimscore_policy_sources(self) -> Policy:
        """Return its sources and clauses."""
        return Policy(sources=self.sources, clauses=self.clauses)

    @hookimpl
    def cimscore_questions(self) -> tuple[Asked, ...]:
        """Return what is asked and no row reads."""
        return self.asked

    @hookimpl
    def cimscore_editions(self) -> tuple[Rows, ...]:
        """Return its tables of topic editions."""
        return self._of(Topic.EDITIONS)

    @hookimpl
    def cimscore_scope(self) -> tuple[Rows, ...]:
        """Return its tables of topic scope."""
        return self._of(Topic.SCOPE)

    @hookimpl
    def cimscore_households(self) -> tuple[Rows, ...]:
        """Return its tables of topic households."""
        return self._of(Topic.HOUSEHOLDS)

    @hookimpl
    def cimscore_subjects(self) -> tuple[Rows, ...]:
        """Return its tables of topic subjects."""
        return self._of(Topic.SUBJECTS)

    @hookimpl
    def cimscore_starts(self) -> tuple[Rows, ...]:
        """Return its tables of topic starts."""
        return self._of(Topic.STARTS)

    @hookimpl
    def cimscore_records(self) -> tuple[Rows, ...]:
        """Return its tables of topic records."""
        return self._of(Topic.RECORDS)

    @hookimpl
    def cimscore_roles(self) -> tuple[Rows, ...]:
        """Return its tables of topic roles."""
        return self._of(Topic.ROLES)

    @hookimpl
    def cimscore_duties(self) -> tuple[Rows, ...]:
        """Return its tables of topic duties."""
        return self._of(Topic.DUTIES)

    @hookimpl
    def cimscore_timeframes(self) -> tuple[Rows, ...]:
        """Return its tables of topic timeframes."""
        return self._of(Topic.TIMEFRAMES)

    @hookimpl
    def cimscore_laws(self) -> tuple[Rows, ...]:
        """Return its tables of topic laws."""
        return self._of(Topic.LAWS)

    @hookimpl
    def cimscore_calendars(self) -> tuple[Calendar, ...]:
        """Return its calendars."""
        return self.calendars

    @hookimpl
    def cimscore_workflows(self) -> tuple[Workflow, ...]:
        """Return its workflows."""
        return self.workflows

    @hookimpl
    def cimscore_forms(self) -> tuple[ReportForm, ...]:
        """Return its forms."""
        return self.forms

    @hookimpl
    def cimscore_relations(self) -> tuple[ProgramRelation, ...]:
        """Return its relations."""
        return self.relations

    @hookimpl
    def cimscore_worked_examples(self) -> tuple[str, ...]:
        """Return its packages of worked examples."""
        return self.examples
