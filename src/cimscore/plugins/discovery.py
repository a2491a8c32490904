"""Finding plugins: installed ones through entry points, or objects handed over directly."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata
from typing import Final

import attrs

from cimscore.errors import Problem

GROUP: Final = "cimscore"


@attrs.frozen(kw_only=True)
class Plugin:
    """A plugin and where it comes from.

    Attributes:
        name: The entry point's name, or the name of the module or class handed over.
        source: The module or object that implements the hooks.
        distribution: The distribution that installed it, with its version.
    """

    name: str
    source: object
    distribution: tuple[str, str]


def installed_plugins(problems: list[Problem]) -> list[Plugin]:
    """Return every plugin of the entry-point group ``cimscore``, by name. One that cannot be imported is a problem."""
    found = []
    for point in sorted(metadata.entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        distribution = (point.dist.name, point.dist.version) if point.dist else (point.value, "")
        try:
            found.append(Plugin(name=point.name, source=point.load(), distribution=distribution))
        except Exception as error:  # noqa: BLE001 - importing runs the plugin's code: anything can happen, and must stay loud
            problems.append(
                Problem(
                    where=f"plugin {point.name} ({distribution[0]} {distribution[1]})",
                    found=f"{type(error).__name__}: {error}",
                    expected=f"a module {point.value} that can be imported",
                    hint="Reinstall or remove the distribution.",
                )
            )
    return found


def given_plugins(sources: Iterable[object]) -> list[Plugin]:
    """Return plugins given as modules or objects, for tests and for programs that are not distributed."""
    return [Plugin(name=_name(source), source=source, distribution=(_name(source), "")) for source in sources]


def _name(source: object) -> str:
    return str(getattr(source, "__name__", type(source).__qualname__))
