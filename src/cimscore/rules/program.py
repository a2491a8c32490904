"""A program as one value: everything that its modules declare, named, checked together and fixed."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.policy import Policy
from cimscore.rules.clocks import PARTS, Clock, Clocks
from cimscore.rules.conclusions import Conclusion, Topic
from cimscore.rules.duties import Duties
from cimscore.rules.predicates import Defined, Predicate
from cimscore.rules.questions import Question, Reading
from cimscore.rules.roles import RoleTable
from cimscore.rules.uses import reached

P = TypeVar("P", bound=Predicate)
Rows = Conclusion | RoleTable | Duties | Clocks
"""A table of rows, as an author writes it."""

Declared = Predicate | Rows


@attrs.frozen(eq=False, kw_only=True)
class Program:
    """One jurisdiction or program: all that its modules declare.

    Attributes:
        id: In kebab case, for example ``vic-cims``.
        title: What people call it.
        zone: Where its days begin.
        policy: Its documents, their editions and clauses.
        calendars: The calendars that its clocks run on, the first of them its own.
        everything: Each object that a condition of it can ask, those that only others use included.
        conclusions: Its conclusions, in the order of their topics.
        clocks: Its clocks, in the order in which people are to read them.
        extends: The id of the program that it adds to; empty for one that stands alone.
        base: That program, whose conclusions and questions it may read; None for one that stands alone.
        predicates: The same as `everything`, by key.
        names: The Python name of each definition, by key, as in ``harm.by_place``.
    """

    id: str
    title: str
    zone: ZoneInfo
    policy: Policy
    calendars: tuple[Calendar, ...] = ()
    everything: tuple[Predicate, ...]
    conclusions: tuple[Conclusion, ...]
    clocks: tuple[Clock, ...]
    extends: str = ""
    base: Program | None = None
    predicates: Mapping[str, Predicate] = attrs.field(init=False)
    names: Mapping[str, str] = attrs.field(init=False)

    @predicates.default
    def _predicates(self) -> Mapping[str, Predicate]:
        return {predicate.key: predicate for predicate in sorted(self.everything, key=lambda each: each.key)}

    @names.default
    def _names(self) -> Mapping[str, str]:
        return {key: name for key, predicate in self.predicates.items() if (name := python_name(predicate))}

    def of_kind(self, kind: type[P]) -> tuple[P, ...]:
        """Return the predicates of one kind, in the order of their keys."""
        return tuple(predicate for predicate in self.predicates.values() if isinstance(predicate, kind))

    @property
    def owners(self) -> tuple[str, ...]:
        """The ids of the programs that it reads from: of those that it adds to, then its own."""
        return (*(self.base.owners if self.base is not None else ()), self.id)

    def owner_of(self, declared: Predicate) -> str:
        """Return the id of the program that declares something: of this one, or of one that it adds to."""
        base = self.base
        if base is not None and base.predicates.get(declared.key) is declared:
            return base.owner_of(declared)
        return self.id

    @property
    def questions(self) -> tuple[Question[Any], ...]:
        """Everything that people may be asked."""
        return self.of_kind(Question)

    @property
    def readings(self) -> tuple[Reading[Any], ...]:
        """The unclear points of its sources."""
        return self.of_kind(Reading)

    @property
    def definitions(self) -> tuple[Defined, ...]:
        """Every condition with a sentence of its own."""
        return self.of_kind(Defined)


def python_name(predicate: Predicate) -> str:
    """Return the name under which a predicate stands in the module that declares it; empty for one without a name."""
    module = sys.modules.get(predicate.written.module)
    for name, held in vars(module).items() if module else ():
        if held is predicate:
            return f"{predicate.written.module.rpartition('.')[2]}.{name}"
    return ""


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
    """
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
    """Gather everything that modules declare into one program.

    Args:
        id: In kebab case.
        title: What people call it.
        zone: Where its days begin.
        policy: Its documents, their editions and clauses.
        modules: The modules whose tables and conditions belong to it. Their order changes nothing.
        calendars: The calendars that its clocks run on, its own first.
        extends: The id of the program that it adds to.

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
) -> Program:
    """Put tables of rows together into one program, with everything that they read.

    Args:
        id: In kebab case.
        title: What people call it.
        zone: Where its days begin.
        policy: Its documents, their editions and clauses.
        declared: Its tables, and what else belongs to it. Their order changes nothing.
        calendars: The calendars that its clocks run on, its own first.
        extends: The id of the program that it adds to.
        base: That program, whose conclusions and questions its tables may read.

    Raises:
        SeveralRefusals: Everything that is wrong with it, at once.
    """
    from cimscore.rules.checks import refuse  # noqa: PLC0415 - the checks read a program

    conclusions = tuple(_conclusions(declared))
    clocks = tuple(clock for each in declared if isinstance(each, Clocks) for clock in each.clocks)
    starting = [each for each in declared if isinstance(each, Predicate)]
    starting += [*conclusions, *(clock.part(name) for clock in clocks for name in PARTS)]
    starting += [held for held in (base.conclusions if base else ()) if held.topic is Topic.EDITIONS]
    built = Program(
        id=id, title=title, zone=zone, policy=policy, calendars=tuple(calendars), extends=extends,
        everything=tuple(reached(starting)), conclusions=conclusions, clocks=clocks, base=base,
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
    found = [each.conclusion if isinstance(each, Duties | RoleTable) else each for each in declared]
    kept = [each for each in found if isinstance(each, Conclusion)]
    yield from sorted(kept, key=lambda conclusion: (order[conclusion.topic], conclusion.id))
