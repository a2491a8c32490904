"""What a plugin declares: one program, with everything it brings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.policy import Clause, Source
from cimscore.rules import Question, Reading, Rows, Table, Topic
from cimscore.rules.workflows import Workflow

Asked = Question[Any] | Reading[Any] | Table[Any, Any]
"""What rules read beside the case: a question, an unclear point, a table of the policy."""


@attrs.frozen(kw_only=True)
class Identity:
    """Which program a plugin brings.

    Attributes:
        id: The name documents use, for example ``qld-child-safety``.
        title: For people.
        zone: Where its days begin.
        start: Who begins with this program: what has happened, as it follows *Start here if*; empty for none.
        extends: Id of the program it adds to. It adds conclusions of its own beside that one's, and changes none.
    """

    id: str
    title: str
    zone: ZoneInfo
    start: str = attrs.field(default="", metadata={"digested": "never"})
    extends: str = ""


@attrs.frozen(kw_only=True)
class Relation:
    """How two programs stand to each other. It only explains; whatever logic there is, is in the rules of scope."""

    id: str
    programs: tuple[str, str]
    text: str
    cites: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Declarations:
    """One program with everything its plugin declares.

    Attributes:
        identity: Which program it is.
        distribution: The installed distribution that brings it, and its version.
        sources: Policy sources.
        clauses: Their clauses.
        asked: Questions, unclear points and tables of the policy, beside those that its rules read.
        tables: The tables of rows, by the topic of the hook that gave them.
        calendars: Calendars its clocks run on.
        workflows: How its records go from state to state.
        relations: How it stands to other programs.
        examples: Importable names of the packages that hold its worked examples.
    """

    identity: Identity
    distribution: tuple[str, str]
    sources: tuple[Source, ...] = ()
    clauses: tuple[Clause, ...] = ()
    asked: tuple[Asked, ...] = ()
    tables: Mapping[Topic, tuple[Rows, ...]] = attrs.field(factory=dict)
    calendars: tuple[Calendar, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    relations: tuple[Relation, ...] = ()
    examples: tuple[str, ...] = ()
