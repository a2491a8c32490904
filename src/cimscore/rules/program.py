"""A program as one value: everything that its modules declare, named, checked together and fixed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.policy import Policy
from cimscore.rules.asked import Predicate
from cimscore.rules.clocks import Clock
from cimscore.rules.conclusions import Conclusion
from cimscore.rules.predicates import Defined
from cimscore.rules.questions import Question, Reading
from cimscore.rules.workflows import Workflow

P = TypeVar("P", bound=Predicate)


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
        workflows: How its records go from state to state, those of the program that it adds to included.
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
    workflows: tuple[Workflow, ...] = ()
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
