"""What a plugin declares: one program, with everything it brings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.policy import Clause, Interpretation, Source, Table
from cimscore.rulebook.workflows import Workflow
from cimscore.rules import Question, Ruleset, Topic


@attrs.frozen(kw_only=True)
class Program:
    """A set of rules that decides cases under one name.

    Attributes:
        id: The name documents use, for example ``qld-child-safety``.
        title: For people.
        zone: Where its days begin.
        extends: Id of the program it adds to. An extending program reads the other's findings and
            adds its own under its own id; it cannot change one.
    """

    id: str
    title: str
    zone: ZoneInfo
    extends: str = ""


@attrs.frozen(kw_only=True)
class Relation:
    """How two programs stand to each other. It only explains; whatever logic there is, is in scope rules."""

    id: str
    programs: tuple[str, str]
    text: str
    cites: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Declarations:
    """One program with everything its plugin declares.

    Attributes:
        program: The program.
        distribution: The installed distribution that brings it, and its version.
        sources: Policy sources.
        clauses: Their clauses.
        questions: Everything its rules may ask, with interpretations and tables.
        rulesets: Rules by topic.
        calendars: Calendars its clocks run on.
        workflows: How its records go from state to state.
        relations: How it stands to other programs.
        rows: Importable names of the modules that hold its rows.
        examples: Importable names of the packages that hold its worked examples.
    """

    program: Program
    distribution: tuple[str, str]
    sources: tuple[Source, ...] = ()
    clauses: tuple[Clause, ...] = ()
    questions: tuple[Question[Any, Any], ...] = ()
    interpretations: tuple[Interpretation[Any], ...] = ()
    tables: tuple[Table[Any, Any], ...] = ()
    rulesets: Mapping[Topic, tuple[Ruleset[Any], ...]] = attrs.field(factory=dict)
    calendars: tuple[Calendar, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    relations: tuple[Relation, ...] = ()
    rows: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
