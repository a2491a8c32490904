"""Declarations of a plugin: one program, with everything it brings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.policy import Clause, Source
from cimscore.rules import Question, Reading, Rows, Table, Topic
from cimscore.rules.rows.forms import ReportForm
from cimscore.rules.rows.workflows import Workflow

Asked = Question[Any] | Reading[Any] | Table[Any, Any]
"""What rules read beside the case: a question, an unclear point, a table of the policy."""


@attrs.frozen(kw_only=True)
class Identity:
    """Name, title and time zone of a program.

    Attributes:
        id: Name used in documents, for example ``qld-child-safety``.
        title: Name shown to people.
        zone: Time zone in which its days begin.
        start: Situation of a reader who starts with this program, as it follows *Start here if*; empty for none.
        extends: Id of the program that it extends. It adds conclusions of its own and changes none.
    """

    id: str
    title: str
    zone: ZoneInfo
    start: str = attrs.field(default="", metadata={"digested": "never"})
    extends: str = ""


@attrs.frozen(kw_only=True)
class ProgramRelation:
    """Relation of two programs. It only explains. All logic is in the rules of scope."""

    id: str
    programs: tuple[str, str]
    text: str
    cites: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Declarations:
    """Program with everything that its plugin declares.

    Attributes:
        identity: Name, title and time zone.
        distribution: Installed distribution that brings it, with its version.
        plugin: Name of its plugin; empty if it is not known.
        package: Importable name of its package; empty if it is not known.
        sources: Policy sources.
        clauses: Clauses of the sources.
        asked: Questions, unclear points and tables that rules do not read.
        tables: Tables of rows, by the topic of their hook.
        calendars: Calendars of its clocks.
        workflows: Workflows of its records.
        forms: Forms by which its reports are made.
        relations: Relations to other programs.
        examples: Importable names of the packages that hold its worked examples.
    """

    identity: Identity
    distribution: tuple[str, str]
    plugin: str = ""
    package: str = ""
    sources: tuple[Source, ...] = ()
    clauses: tuple[Clause, ...] = ()
    asked: tuple[Asked, ...] = ()
    tables: Mapping[Topic, tuple[Rows, ...]] = attrs.field(factory=dict)
    calendars: tuple[Calendar, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    forms: tuple[ReportForm, ...] = ()
    relations: tuple[ProgramRelation, ...] = ()
    examples: tuple[str, ...] = ()
