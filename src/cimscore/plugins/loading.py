"""Loading of declarations from plugins. It reports every problem at once."""

from __future__ import annotations

from collections.abc import Iterable

from cimscore.errors import Problem, RulebookError
from cimscore.plugins.collection import collect
from cimscore.plugins.discovery import given_plugins, installed_plugins
from cimscore.rulebook import Declarations


def load_declarations(plugins: Iterable[object] | None = None, also: Iterable[object] = ()) -> list[Declarations]:
    """Return the declarations of every installed plugin, or of the given ones.

    Args:
        plugins: Modules or objects that implement the hooks; None for every installed plugin.
        also: Modules or objects that implement the hooks, besides these.

    Raises:
        RulebookError: A plugin cannot be used; every problem at once.
    """
    problems: list[Problem] = []
    found = installed_plugins(problems) if plugins is None else given_plugins(plugins)
    declared = collect([*found, *given_plugins(also)], problems)
    if problems:
        raise RulebookError(problems)
    return declared
