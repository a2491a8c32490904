"""Check that every table of rows that a program's modules declare is handed over by a hook: else no row of it runs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Final

from cimscore.errors import Problem
from cimscore.rulebook.declarations import Declarations
from cimscore.rules import Clocks, Conclusion, Duties, RoleTable, Rows
from cimscore.rules.assembling import topic_of
from cimscore.rules.written import Written

_ROWS: Final = (Conclusion, RoleTable, Duties, Clocks)


def problems_of_handing_over(declared: Sequence[Declarations]) -> Iterator[Problem]:
    """Yield the tables in the modules of plugins that no hook of any plugin answers, in the order of their modules.

    Args:
        declared: What each plugin declares.
    """
    # By identity: a table has no id of its own until a hook hands it over.
    handed = {id(rows) for plugin in declared for tables in plugin.tables.values() for rows in tables}
    packages = {plugin.package: plugin.identity.id for plugin in declared if plugin.package}
    for name, module in sorted(sys.modules.items()):
        program = packages.get(name.partition(".")[0])
        for rows in () if program is None else _tables_of(module, name):
            if id(rows) not in handed:
                topic = topic_of(rows)
                yield Problem(
                    where=f"{program}, {_written(rows)} {_called(rows)}",
                    found=f"a table of topic {topic} that no hook hands over",
                    expected=f"it among the tables of cimscore_{topic}",
                    hint="No row of it is ever run. Hand it over, or delete it.",
                )


def _tables_of(module: ModuleType, name: str) -> Iterator[Rows]:
    """Yield the tables with rows that a module declares itself, each once."""
    tables = {id(held): held for held in vars(module).values() if isinstance(held, _ROWS)}
    yield from (rows for rows in tables.values() if _written(rows).module == name and _has_rows(rows))


def _written(rows: Rows) -> Written:
    return rows.written if isinstance(rows, Conclusion | Clocks) else rows.conclusion.written


def _called(rows: Rows) -> str:
    match rows:
        case Clocks():
            return f"the clocks {', '.join(clock.id for clock in rows.clocks)}"
        case Conclusion():
            return rows.id
        case _:
            return rows.conclusion.id


def _has_rows(rows: Rows) -> bool:
    match rows:
        case Clocks():
            return bool(rows.clocks)
        case Conclusion():
            return bool(rows.rows)
        case _:
            return bool(rows.conclusion.rows)
