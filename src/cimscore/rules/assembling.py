"""Gathering what modules declare into one program, checked together."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar
from cimscore.policy import Policy
from cimscore.rules.checks.checks import refuse
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.program import Program
from cimscore.rules.refusals import refuse_unless_member
from cimscore.rules.rows.clocks import Clocks
from cimscore.rules.rows.conclusions import Conclusion, Topic
from cimscore.rules.rows.duties import Duties
from cimscore.rules.rows.findings import findings_of
from cimscore.rules.rows.questions import Reading
from cimscore.rules.rows.roles import RoleTable
from cimscore.rules.rows.workflows import Workflow
from cimscore.rules.uses import reached

Rows = Conclusion | RoleTable | Duties | Clocks
"""A table of rows, as an author writes it."""

Declared = Predicate | Rows


def topic_of(rows: Rows) -> Topic:
    """Return what a table of rows is about."""
    match rows:
        case Clocks():
            return Topic.TIMEFRAMES
        case RoleTable(conclusion=conclusion) | Duties(conclusion=conclusion):
            return conclusion.topic
        case _:
            return rows.topic


def tables_in(package: ModuleType, topic: Topic) -> tuple[Rows, ...]:
    """Return every table of one topic that the modules of a package declare.

    Args:
        package: A package; its modules are imported, those of packages in it too.
        topic: What the tables are about.

    Raises:
        AuthorError: It is no topic.
    """
    refuse_unless_member("tables_in", "topic", topic, Topic)
    found = (held for held in _declared(_modules_of(package)) if isinstance(held, Rows))
    return tuple(rows for rows in found if topic_of(rows) is topic)


def readings_in(package: ModuleType) -> tuple[Reading[Any], ...]:
    """Return every unclear point that a module or the modules of a package declare, those too that no rule reads.

    Args:
        package: A module, or a package, whose modules are imported.
    """
    return tuple(held for held in _declared(_modules_of(package)) if isinstance(held, Reading))


def _modules_of(package: ModuleType) -> list[ModuleType]:
    """Return a module with those below it, if it is a package."""
    below = pkgutil.walk_packages(getattr(package, "__path__", ()), f"{package.__name__}.")
    return [package, *(importlib.import_module(found.name) for found in below)]


def program(
    id: str,
    title: str,
    zone: ZoneInfo,
    policy: Policy,
    modules: Sequence[ModuleType],
    *,
    calendars: Sequence[Calendar] = (),
    extends: str = "",
) -> Program:
    """Return one program with everything that some modules declare.

    Args:
        id: Id in kebab case.
        title: Name shown to people.
        zone: Time zone in which its days begin.
        policy: Its documents, with editions and clauses.
        modules: Modules with its tables and conditions. Their order makes no difference.
        calendars: Calendars of its clocks, its own first.
        extends: Id of the program that it extends.

    Raises:
        SeveralRefusals: Everything that is wrong with it, at once.
    """
    declared = tuple(_declared(modules))
    return assembled(id, title, zone, policy, declared, calendars=calendars, extends=extends)


def assembled(
    id: str,
    title: str,
    zone: ZoneInfo,
    policy: Policy,
    declared: Sequence[Declared],
    *,
    calendars: Sequence[Calendar] = (),
    extends: str = "",
    base: Program | None = None,
    workflows: Sequence[Workflow] = (),
) -> Program:
    """Return one program from tables of rows, with everything that they read.

    Args:
        id: Id in kebab case.
        title: Name shown to people.
        zone: Time zone in which its days begin.
        policy: Its documents, with editions and clauses.
        declared: Its tables and other declarations. Their order makes no difference.
        calendars: Calendars of its clocks, its own first.
        extends: Id of the program that it extends.
        base: That program. The tables may read its conclusions and questions.
        workflows: Workflows of its records.

    Raises:
        SeveralRefusals: Everything that is wrong with it, at once.
    """
    declared = [*declared, *findings_of(workflows)]
    conclusions = tuple(_conclusions(declared))
    clocks = tuple(clock for value in declared if isinstance(value, Clocks) for clock in value.clocks)
    starting = [value for value in declared if isinstance(value, Predicate)]
    starting += [*conclusions, *(part for clock in clocks for part in clock.parts)]
    starting += [conclusion.denies for conclusion in conclusions if conclusion.denies is not None]
    starting += base.of_topic(Topic.EDITIONS) if base else ()
    built = Program(
        id=id, title=title, zone=zone, policy=policy, calendars=tuple(calendars), extends=extends,
        everything=tuple(reached(starting)), conclusions=conclusions, clocks=clocks, base=base,
        workflows=(*(base.workflows if base else ()), *workflows),
    )  # fmt: skip
    refuse(built)
    return built


def _declared(modules: Sequence[ModuleType]) -> Iterator[Declared]:
    """Yield what each module declares itself; what it imports belongs to another."""
    for module in sorted(modules, key=lambda module: module.__name__):
        seen: set[int] = set()
        for held in list(vars(module).values()):
            written = getattr(getattr(held, "conclusion", held), "written", None)
            if not isinstance(held, Declared) or written is None or id(held) in seen:
                continue
            if written.module == module.__name__:
                seen.add(id(held))
                yield held


def _conclusions(declared: Sequence[Declared]) -> Iterator[Conclusion]:
    order = {topic: place for place, topic in enumerate(Topic)}
    found = [value.conclusion if isinstance(value, Duties | RoleTable) else value for value in declared]
    kept = [value for value in found if isinstance(value, Conclusion)]
    yield from sorted(kept, key=lambda conclusion: (order[conclusion.topic], conclusion.id))
