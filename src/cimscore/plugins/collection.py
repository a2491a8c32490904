"""Calling every hook once for each plugin, and checking what comes back by type and by name."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

import pluggy

from cimscore.calendars import Calendar
from cimscore.ids import did_you_mean
from cimscore.plugins import hookspecs
from cimscore.plugins.discovery import GROUP, Plugin
from cimscore.plugins.noted import FAILURES, Noted
from cimscore.policy import Policy
from cimscore.rulebook import Declarations, Identity, ProgramRelation, ReportForm, Workflow
from cimscore.rules import Clocks, Conclusion, Duties, Question, Reading, RoleTable, Table, Topic

T = TypeVar("T")

HOOKS: Final = tuple(sorted(name for name in vars(hookspecs) if name.startswith("cimscore_")))
_ROWS: Final = (Conclusion, RoleTable, Duties, Clocks)
_ORDERING: Final = ("hookwrapper", "wrapper", "tryfirst", "trylast", "optionalhook")


def collect(plugins: Sequence[Plugin]) -> Iterator[tuple[Plugin, Declarations | None, Noted]]:
    """Yield each plugin with its declarations, and what is wrong with it. Without an identity it declares nothing."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    for number, plugin in enumerate(plugins, 1):
        noted = Noted(plugin.name, plugin.package)
        registered = _registered(manager, plugin, f"{plugin.name} #{number}", noted)
        identity = _declared(manager, plugin, "cimscore_program", Identity, noted) if registered else None
        yield plugin, None if identity is None else _of_plugin(manager, plugin, identity, noted), noted


def _registered(manager: pluggy.PluginManager, plugin: Plugin, name: str, noted: Noted) -> bool:
    """Register a plugin, refusing a function, hooks that do not exist and any claim to an order among plugins."""
    if inspect.isroutine(plugin.source):
        found, module = f"the function {plugin.source.__name__}", plugin.source.__module__
        noted.problem("", found, "the module that has the hooks", f"Name the module alone: {module}")
        return False
    _note_misnamed(plugin, noted)
    try:
        manager.register(plugin.source, name=name)
    except (pluggy.PluginValidationError, ValueError) as error:
        if not noted.problems:  # else it is told already, in fewer words
            noted.problem("", str(error), "hooks as specified")
        return False
    for caller in manager.get_hookcallers(plugin.source) or ():
        for implementation in caller.get_hookimpls():
            if implementation.plugin is plugin.source:
                _note_claims(implementation, noted)
    return not noted.problems


def _note_misnamed(plugin: Plugin, noted: Noted) -> None:
    """Note the hooks that would never be called: of an unknown name, not marked, or with parameters."""
    for name in dir(plugin.source):
        called, marked = name.startswith("cimscore_"), _is_marked(plugin.source, name)
        if (called or marked) and name not in HOOKS:
            hint = did_you_mean(name if called else f"cimscore_{name}", HOOKS)
            noted.problem("", f"the hook {name}", "a known hook", hint)
        elif called and not marked:
            hint = "Without the mark it is never called. Put @hookimpl above it, or rename it."
            noted.problem(name, "a function that is not marked", "@hookimpl", hint)
        elif called and (takes := inspect.signature(getattr(plugin.source, name)).parameters):
            noted.problem(name, f"the parameter {', '.join(takes)}", "a function that takes nothing")


def _is_marked(source: object, name: str) -> bool:
    # A property would run if it were looked up, and a class of hooks may have some.
    held = inspect.getattr_static(source, name)
    return hasattr(getattr(held, "__func__", held), f"{GROUP}_impl")


def _note_claims(implementation: Any, noted: Noted) -> None:
    for option in _ORDERING:
        if implementation.opts.get(option):
            hint = "Plugins have no order: what they declare is compiled together."
            noted.problem(implementation.function.__name__, f"{option}=True", "a plain hookimpl", hint)


def _of_plugin(manager: pluggy.PluginManager, plugin: Plugin, identity: Identity, noted: Noted) -> Declarations:
    policy = _declared(manager, plugin, "cimscore_policy_sources", Policy, noted)
    several = functools.partial(_several, manager, plugin, noted)
    tables = {topic: found for topic in Topic if (found := several(f"cimscore_{topic}", _ROWS))}
    return Declarations(
        identity=identity,
        distribution=plugin.distribution,
        plugin=plugin.name,
        package=plugin.package if inspect.ismodule(plugin.source) else "",
        sources=policy.sources if policy else (),
        clauses=policy.clauses if policy else (),
        asked=several("cimscore_questions", (Question, Reading, Table)),
        tables=tables,
        calendars=several("cimscore_calendars", (Calendar,)),
        workflows=several("cimscore_workflows", (Workflow,)),
        forms=several("cimscore_forms", (ReportForm,)),
        relations=several("cimscore_relations", (ProgramRelation,)),
        examples=several("cimscore_worked_examples", (str,)),
    )


def _declared(manager: pluggy.PluginManager, plugin: Plugin, hook: str, kind: type[T], noted: Noted) -> T | None:
    """Return a plugin's answer to a hook with one value; None if it does not implement the hook, or wrongly."""
    answers = _called(manager, plugin, hook, noted)
    if answers is None:
        if hook == "cimscore_program":
            found = f"{plugin.source!r}, a text" if isinstance(plugin.source, str) else "nothing"
            _note_unfit(noted, hook, found, _one(kind))
        return None
    for answer in answers:
        if isinstance(answer, kind):
            return answer
        _note_unfit(noted, hook, _type_of(answer), _one(kind))
    return None


def _several(
    manager: pluggy.PluginManager, plugin: Plugin, noted: Noted, hook: str, kinds: tuple[type[Any], ...]
) -> tuple[Any, ...]:
    """Return a plugin's answer to a hook with a tuple of values; empty if it does not implement the hook."""
    expected = f"a tuple of {' or '.join(kind.__name__ for kind in kinds)}"
    for answer in _called(manager, plugin, hook, noted) or ():
        if isinstance(answer, tuple) and all(isinstance(part, kinds) for part in answer):
            return answer
        wrong = [part for part in answer if not isinstance(part, kinds)] if isinstance(answer, tuple) else [answer]
        found = ", ".join(sorted({_type_of(part) for part in wrong}))
        alone = "Write it in a tuple, with a comma: return (TABLE,)" if isinstance(answer, (*kinds, list)) else ""
        _note_unfit(noted, hook, found, expected, alone)
    return ()


def _one(kind: type[Any]) -> str:
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def _type_of(answer: object) -> str:
    return "None" if answer is None else type(answer).__name__


def _note_unfit(noted: Noted, hook: str, found: str, expected: str, hint: str = "") -> None:
    noted.problem(hook, found, expected, "A hook with nothing to give is left out." if found == "None" else hint)


def _called(manager: pluggy.PluginManager, plugin: Plugin, hook: str, noted: Noted) -> tuple[Any, ...] | None:
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
    except FAILURES as error:  # A plugin's code: anything can happen, and must stay loud.
        noted.failed(error, hook, "an answer")
        return ()
