"""Finding plugins: installed ones through entry points, or objects handed over directly."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib import metadata
from typing import Final

import attrs

from cimscore.errors import Problem, RulebookError
from cimscore.ids import did_you_mean, nearest
from cimscore.plugins.noted import FAILURES, Noted
from cimscore.rulebook import LeftOut

GROUP: Final = "cimscore"
DISABLE: Final = "CIMSCORE_DISABLE"


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

    @property
    def package(self) -> str:
        """Return the importable name of its package; empty if it is no module."""
        named = getattr(self.source, "__name__", "") if hasattr(self.source, "__file__") else ""
        package = str(named or type(self.source).__module__).partition(".")[0]
        return "" if package == GROUP else package


def installed_plugins() -> Iterator[Plugin | LeftOut]:
    """Yield every plugin of the entry-point group ``cimscore``, by name, or why it is left out."""
    names = _disabled()
    # Python lists entry points in the order of sys.path, which differs from machine to machine.
    for point in sorted(metadata.entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        distribution = (point.dist.name, point.dist.version) if point.dist else (point.value, "")
        if names.isdisjoint({point.name, distribution[0]}):
            yield _loaded(point, distribution)
        else:
            problem = Problem(
                where=f"program {point.name}", found=f"its name in {DISABLE}", expected="a program that is in use",
                hint="Take the name out of it.",
            )  # fmt: skip
            yield LeftOut(
                name=point.name, program=point.name, distribution=distribution, error=RulebookError([problem]),
                disabled=True,
            )  # fmt: skip


def unknown_disabled() -> Iterator[str]:
    """Yield a sentence for each name in ``CIMSCORE_DISABLE`` that no installed plugin has."""
    points = metadata.entry_points(group=GROUP)
    known = {name for point in points for name in (point.name, point.dist.name if point.dist else point.name)}
    for name in sorted(_disabled() - known):
        yield f"{DISABLE} names {name!r}, which is no installed program. {did_you_mean(name, known)}".strip()


def installed_twice() -> Iterator[str]:
    """Yield a sentence for each distribution of a plugin that is installed more than once: Python uses the first."""
    copies: dict[str, set[str]] = {}
    for found in metadata.distributions():
        if found.entry_points.select(group=GROUP):
            copies.setdefault(found.name, set()).add(f"{found.version} in {found.locate_file('')}")
    for name, several in sorted(copies.items()):
        if len(several) > 1:
            yield f"{name} is installed {len(several)} times: {' and '.join(sorted(several))}. Uninstall all but one."


def misspelt_groups() -> Iterator[str]:
    """Yield a sentence for each installed entry point whose group is nearly that of the plugins."""
    points = metadata.entry_points()
    for group in sorted(points.groups - {GROUP}):
        if nearest(group, [GROUP]):
            for point in points.select(group=group):
                brought = f" of {point.dist.name} {point.dist.version}" if point.dist else ""
                yield (
                    f"The entry point {point.name}{brought} is in the group {group!r}, which nobody reads. "
                    f"Write [project.entry-points.{GROUP}] above it in pyproject.toml, and install again."
                )


def given_plugins(sources: Iterable[object]) -> list[Plugin]:
    """Return plugins given as modules or objects, for tests and for programs that are not distributed."""
    return [Plugin(name=_name(source), source=source, distribution=(_name(source), "")) for source in sources]


def _disabled() -> frozenset[str]:
    return frozenset(name.strip() for name in os.environ.get(DISABLE, "").split(",")) - {""}


def _loaded(point: metadata.EntryPoint, distribution: tuple[str, str]) -> Plugin | LeftOut:
    try:
        return Plugin(name=point.name, source=point.load(), distribution=distribution)
    except FAILURES as error:  # Importing runs the plugin's code: anything can happen, and must stay loud.
        noted = Noted(point.name, point.value.partition(":")[0].partition(".")[0])
        noted.failed(error, "", f"a module {point.value} that can be imported", "Reinstall or remove the distribution.")
        return LeftOut(name=point.name, program=point.name, distribution=distribution, error=noted.error)


def _name(source: object) -> str:
    return str(getattr(source, "__name__", type(source).__qualname__))
