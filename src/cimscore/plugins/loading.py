"""Loading of declarations from plugins. It reports every problem at once."""

from __future__ import annotations

from collections.abc import Iterable

from cimscore.errors import RulebookError
from cimscore.plugins.collection import collect
from cimscore.plugins.discovery import Plugin, given_plugins, installed_plugins
from cimscore.rulebook import Declarations, LeftOut


def load_declarations(plugins: Iterable[object]) -> list[Declarations]:
    """Return the declarations of the given plugins.

    Args:
        plugins: Modules or objects that implement the hooks.

    Raises:
        RulebookError: A plugin cannot be used; every problem at once.
    """
    collected = list(collect(given_plugins(plugins)))
    problems = [problem for _, _, noted in collected for problem in noted.problems]
    if problems:
        causes = [cause for _, _, noted in collected for cause in noted.causes]
        raise RulebookError(problems) from (BaseExceptionGroup("errors in plugins", causes) if causes else None)
    return [declared for _, declared, _ in collected if declared is not None]


def load_installed() -> tuple[list[Declarations], list[LeftOut]]:
    """Return the declarations of every installed plugin that can be used, and those that are left out."""
    found = list(installed_plugins())
    left_out = [plugin for plugin in found if isinstance(plugin, LeftOut)]
    declared: list[Declarations] = []
    for plugin, declarations, noted in collect([plugin for plugin in found if isinstance(plugin, Plugin)]):
        if declarations is None or noted.problems:
            program = plugin.name if declarations is None else declarations.identity.id
            left_out.append(
                LeftOut(name=plugin.name, program=program, distribution=plugin.distribution, error=noted.error)
            )
        else:
            declared.append(declarations)
    return declared, left_out
