"""Calling every hook once for each plugin, and checking what comes back by type and by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

import attrs
import pluggy

from cimscore.calendars import Calendar
from cimscore.errors import Problem, RulebookError
from cimscore.ids import did_you_mean
from cimscore.plugins import hookspecs
from cimscore.plugins.discovery import GROUP, Plugin
from cimscore.policy import Policy
from cimscore.rulebook import Declarations, Identity, Relation, Workflow
from cimscore.rules import Clocks, Conclusion, Duties, Question, Reading, RoleTable, Table, Topic

T = TypeVar("T")

HOOKS: Final = tuple(sorted(name for name in vars(hookspecs) if name.startswith("cimscore_")))
_ROWS: Final = (Conclusion, RoleTable, Duties, Clocks)
_ORDERING: Final = ("hookwrapper", "wrapper", "tryfirst", "trylast", "optionalhook")


def collect(plugins: list[Plugin], problems: list[Problem]) -> list[Declarations]:
    """Return the declarations of each plugin. Anything unusable goes to `problems`, with the plugin's name."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    declared = []
    for number, plugin in enumerate(plugins, 1):
        registered = _registered(manager, plugin, f"{plugin.name} #{number}", problems)
        identity = _declared(manager, plugin, "cimscore_program", Identity, problems) if registered else None
        if identity is not None:
            declared.append(_of_plugin(manager, plugin, identity, problems))
    return declared


def _registered(manager: pluggy.PluginManager, plugin: Plugin, name: str, problems: list[Problem]) -> bool:
    """Register a plugin, refusing hooks that do not exist and any claim to an order among plugins."""
    before = len(problems)
    problems.extend(_misnamed(plugin))
    try:
        manager.register(plugin.source, name=name)
    except (pluggy.PluginValidationError, ValueError) as error:
        problems.append(Problem(where=f"plugin {plugin.name}", found=str(error), expected="hooks as specified"))
        return False
    for caller in manager.get_hookcallers(plugin.source) or ():
        for implementation in caller.get_hookimpls():
            if implementation.plugin is plugin.source:
                problems.extend(_claims(plugin, implementation))
    return len(problems) == before


def _misnamed(plugin: Plugin) -> Iterator[Problem]:
    """Yield the hooks that would never be called: one of an unknown name, one that is not marked."""
    for name in sorted(name for name in dir(plugin.source) if name.startswith("cimscore_")):
        if name not in HOOKS:
            yield Problem(
                where=f"plugin {plugin.name}", found=f"the hook {name}", expected="a known hook",
                hint=did_you_mean(name, HOOKS),
            )  # fmt: skip
        elif not hasattr(getattr(plugin.source, name), f"{GROUP}_impl"):
            yield Problem(
                where=f"plugin {plugin.name}, {name}", found="a function that is not marked", expected="@hookimpl",
                hint="Without the mark it is never called. Put @hookimpl above it, or rename it.",
            )  # fmt: skip


def _claims(plugin: Plugin, implementation: Any) -> Iterator[Problem]:
    for option in _ORDERING:
        if implementation.opts.get(option):
            yield Problem(
                where=f"plugin {plugin.name}, {implementation.function.__name__}", found=f"{option}=True",
                expected="a plain hookimpl", hint="Plugins have no order: what they declare is compiled together.",
            )  # fmt: skip


def _of_plugin(
    manager: pluggy.PluginManager, plugin: Plugin, identity: Identity, problems: list[Problem]
) -> Declarations:
    policy = _declared(manager, plugin, "cimscore_policy_sources", Policy, problems)
    tables = {
        topic: found for topic in Topic if (found := _several(manager, plugin, f"cimscore_{topic}", _ROWS, problems))
    }
    return Declarations(
        identity=identity,
        distribution=plugin.distribution,
        sources=policy.sources if policy else (),
        clauses=policy.clauses if policy else (),
        asked=_several(manager, plugin, "cimscore_questions", (Question, Reading, Table), problems),
        tables=tables,
        calendars=_several(manager, plugin, "cimscore_calendars", (Calendar,), problems),
        workflows=_several(manager, plugin, "cimscore_workflows", (Workflow,), problems),
        relations=_several(manager, plugin, "cimscore_relations", (Relation,), problems),
        examples=_several(manager, plugin, "cimscore_worked_examples", (str,), problems),
    )


def _declared(
    manager: pluggy.PluginManager, plugin: Plugin, hook: str, kind: type[T], problems: list[Problem]
) -> T | None:
    """Return a plugin's answer to a hook with one value; None if it does not implement the hook, or wrongly."""
    answers = _called(manager, plugin, hook, problems)
    if answers is None:
        if hook == "cimscore_program":
            found = f"{plugin.source!r}, a text" if isinstance(plugin.source, str) else "nothing"
            problems.append(_unfit(plugin, hook, found, _one(kind)))
        return None
    for answer in answers:
        if isinstance(answer, kind):
            return answer
        problems.append(_unfit(plugin, hook, _type_of(answer), _one(kind)))
    return None


def _several(
    manager: pluggy.PluginManager, plugin: Plugin, hook: str, kinds: tuple[type[Any], ...], problems: list[Problem]
) -> tuple[Any, ...]:
    """Return a plugin's answer to a hook with a tuple of values; empty if it does not implement the hook."""
    expected = f"a tuple of {' or '.join(kind.__name__ for kind in kinds)}"
    for answer in _called(manager, plugin, hook, problems) or ():
        if isinstance(answer, tuple) and all(isinstance(part, kinds) for part in answer):
            return answer
        wrong = [part for part in answer if not isinstance(part, kinds)] if isinstance(answer, tuple) else [answer]
        problems.append(_unfit(plugin, hook, ", ".join(sorted({_type_of(part) for part in wrong})), expected))
    return ()


def _one(kind: type[Any]) -> str:
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def _type_of(answer: object) -> str:
    return "None" if answer is None else type(answer).__name__


def _unfit(plugin: Plugin, hook: str, found: str, expected: str) -> Problem:
    hint = "A hook with nothing to give is left out." if found == "None" else ""
    return Problem(where=f"plugin {plugin.name}, {hook}", found=found, expected=expected, hint=hint)


def _called(
    manager: pluggy.PluginManager, plugin: Plugin, hook: str, problems: list[Problem]
) -> tuple[Any, ...] | None:
    """Call one plugin's implementation by itself, so that its answer and its failure carry its name.

    Returns: its answer as a tuple of one; an empty tuple where it failed, None where there is no implementation.
    """
    implementations = getattr(manager.hook, hook).get_hookimpls()
    function: Callable[[], Any] | None = next(
        (implementation.function for implementation in implementations if implementation.plugin is plugin.source), None
    )
    if function is None:
        return None
    try:
        return (function(),)
    except RulebookError as error:  # of its policy files, for example: each problem has its own place already
        problems.extend(
            attrs.evolve(problem, where=f"plugin {plugin.name}, {problem.where}") for problem in error.problems
        )
        return ()
    except Exception as error:  # noqa: BLE001 - a plugin's code: anything can happen, and must stay loud
        problems.append(_unfit(plugin, hook, f"{type(error).__name__}: {error}", "an answer"))
        return ()
