"""A plugin of a few values, with every hook, and a table of one row to put into it."""

from __future__ import annotations

from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.plugins import hookimpl
from cimscore.policy import Clause, Disposition, Locator, Policy, PolicyEdition, Source
from cimscore.rulebook import Asked, Identity, Relation, Workflow
from cimscore.rules import Conclusion, Household, Rows, Topic, topic_of
from cimscore.rules.vocabulary import is_home

CLAUSE: Final = "doc/heading/clause"
BRISBANE: Final = ZoneInfo("Australia/Brisbane")
home: Final = Household("home")


def source(id: str = "doc") -> Source:
    """Return a source with one edition that always holds."""
    editions = (PolicyEdition(id="1", title="The only edition"),)
    return Source(id=id, title=f"Document {id}", publisher="Example", document=id, editions=editions)


def clause(id: str = CLAUSE, *, text: str = "An invented clause.", **rest: Any) -> Clause:
    """Return a clause ``source/heading/name``, encoded unless `rest` says otherwise."""
    parts = {"locator": Locator(heading="Heading", position=1), "disposition": Disposition.ENCODED, "editions": ("1",)}
    return Clause(id=id, source=id.partition("/")[0], statements=(), text=text, digest="", **{**parts, **rest})


def homes(
    id: str = "seen", *, topic: Topic = Topic.HOUSEHOLDS, cites: tuple[str, ...] = (CLAUSE,), says: str = ""
) -> Conclusion:
    """Return a table that concludes something of every household, by one row."""
    table = Conclusion(id, (home,), says or f"{{home}} [is] {id}", topic=topic)
    table.row("every-home", home, when=is_home(home), cites=cites)
    return table


@attrs.frozen(kw_only=True, eq=False)
class SmallPlugin:
    """A plugin from values; with nothing said, a program of one clause and no rows."""

    id: str = "invented"
    tables: tuple[Rows, ...] = ()
    asked: tuple[Asked, ...] = ()
    clauses: tuple[Clause, ...] = (clause(),)
    sources: tuple[Source, ...] = (source(),)
    calendars: tuple[Calendar, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    relations: tuple[Relation, ...] = ()
    examples: tuple[str, ...] = ()
    extends: str = ""
    zone: ZoneInfo = BRISBANE

    @property
    def __name__(self) -> str:
        return f"small-{self.id}"

    @hookimpl
    def cimscore_program(self) -> Identity:
        return Identity(id=self.id, title=self.id, zone=self.zone, extends=self.extends)

    @hookimpl
    def cimscore_policy_sources(self) -> Policy:
        return Policy(sources=self.sources, clauses=self.clauses)

    @hookimpl
    def cimscore_questions(self) -> tuple[Asked, ...]:
        return self.asked

    @hookimpl
    def cimscore_editions(self) -> tuple[Rows, ...]:
        return self._of(Topic.EDITIONS)

    @hookimpl
    def cimscore_scope(self) -> tuple[Rows, ...]:
        return self._of(Topic.SCOPE)

    @hookimpl
    def cimscore_households(self) -> tuple[Rows, ...]:
        return self._of(Topic.HOUSEHOLDS)

    @hookimpl
    def cimscore_subjects(self) -> tuple[Rows, ...]:
        return self._of(Topic.SUBJECTS)

    @hookimpl
    def cimscore_starts(self) -> tuple[Rows, ...]:
        return self._of(Topic.STARTS)

    @hookimpl
    def cimscore_records(self) -> tuple[Rows, ...]:
        return self._of(Topic.RECORDS)

    @hookimpl
    def cimscore_roles(self) -> tuple[Rows, ...]:
        return self._of(Topic.ROLES)

    @hookimpl
    def cimscore_duties(self) -> tuple[Rows, ...]:
        return self._of(Topic.DUTIES)

    @hookimpl
    def cimscore_timeframes(self) -> tuple[Rows, ...]:
        return self._of(Topic.TIMEFRAMES)

    @hookimpl
    def cimscore_laws(self) -> tuple[Rows, ...]:
        return self._of(Topic.LAWS)

    @hookimpl
    def cimscore_calendars(self) -> tuple[Calendar, ...]:
        return self.calendars

    @hookimpl
    def cimscore_workflows(self) -> tuple[Workflow, ...]:
        return self.workflows

    @hookimpl
    def cimscore_relations(self) -> tuple[Relation, ...]:
        return self.relations

    @hookimpl
    def cimscore_worked_examples(self) -> tuple[str, ...]:
        return self.examples

    def _of(self, topic: Topic) -> tuple[Rows, ...]:
        return tuple(table for table in self.tables if topic_of(table) is topic)
