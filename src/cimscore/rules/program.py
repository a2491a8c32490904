"""A program as one value: everything that its modules declare, named, checked together and fixed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.policy import Policy
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.rows.clocks import Clock
from cimscore.rules.rows.conclusions import Conclusion, Topic
from cimscore.rules.rows.questions import Question, Reading
from cimscore.rules.rows.workflows import Workflow

P = TypeVar("P", bound=Predicate)


@attrs.frozen(eq=False, kw_only=True)
class Program:
    """Program of one jurisdiction: everything that its modules declare.

    Attributes:
        id: Id in kebab case, for example ``vic-cims``.
        title: Name shown to people.
        zone: Time zone in which its days begin.
        policy: Its documents, with editions and clauses.
        calendars: Calendars of its clocks, its own first.
        everything: Each predicate that one of its conditions can ask, including those that only others use.
        conclusions: Its conclusions, in the order of their topics.
        clocks: Its clocks, in the order for readers.
        extends: Id of the program that it extends; empty if none.
        base: That program, whose conclusions and questions it may read; None if none.
        workflows: Workflows of its records, including those of the program that it extends.
        predicates: The same as `everything`, by key.
        names: Python name of each definition, by key, for example ``harm.by_place``.
        order: Questions whose moment is never later, then those whose moment is never sooner, by the id of a question.
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
    order: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = attrs.field(init=False)

    @predicates.default
    def _predicates(self) -> Mapping[str, Predicate]:
        return {predicate.key: predicate for predicate in sorted(self.everything, key=lambda predicate: predicate.key)}

    @order.default
    def _order(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        asked = {question.id for question in self.questions}
        ordered = ((earlier.id, later.id) for later in self.questions for earlier in later.no_sooner_than)
        pairs = [(earlier, later) for earlier, later in ordered if earlier in asked]
        return {
            id: (
                tuple(earlier for earlier, later in pairs if later == id),
                tuple(later for earlier, later in pairs if earlier == id),
            )
            for id in sorted({id for pair in pairs for id in pair})
        }

    @names.default
    def _names(self) -> Mapping[str, str]:
        return {key: name for key, predicate in self.predicates.items() if (name := python_name(predicate))}

    def of_kind(self, kind: type[P]) -> tuple[P, ...]:
        """Return the predicates of one kind, in the order of their keys."""
        return tuple(predicate for predicate in self.predicates.values() if isinstance(predicate, kind))

    @property
    def owners(self) -> tuple[str, ...]:
        """Return the ids of the programs that it reads from: those that it extends, then itself."""
        return (*(self.base.owners if self.base is not None else ()), self.id)

    @property
    def every_clock(self) -> tuple[Clock, ...]:
        """Return its clocks and those of the programs that it extends."""
        return (*self.clocks, *(self.base.every_clock if self.base is not None else ()))

    def of_topic(self, topic: Topic) -> tuple[Conclusion, ...]:
        """Return its conclusions of one topic, in their order."""
        return tuple(conclusion for conclusion in self.conclusions if conclusion.topic is topic)

    def owner_of_clock(self, clock: Clock) -> str:
        """Return the id of the program that a clock belongs to: of this one, or of one that it extends."""
        return self.id if clock in self.clocks or self.base is None else self.base.owner_of_clock(clock)

    def owner_of(self, declared: Predicate) -> str:
        """Return the id of the program that declares something: of this one, or of one that it adds to."""
        base = self.base
        if base is not None and base.predicates.get(declared.key) is declared:
            return base.owner_of(declared)
        return self.id

    def keys_of_answers(self, question: str, *, bound: bool = True) -> set[str]:
        """Return the keys of all that looks up the answers to a question.

        Args:
            question: Its id.
            bound: Whether the questions whose moments it bounds are among them.
        """
        ways = ("question", "answered", "decided-at", "grouped")
        beside = {f"question:{id}" for ids in self.order.get(question, ()) for id in ids} if bound else set()
        return {f"{way}:{question}" for way in ways} | beside

    @property
    def questions(self) -> tuple[Question[Any], ...]:
        """Return every question for people."""
        return self.of_kind(Question)

    @property
    def readings(self) -> tuple[Reading[Any], ...]:
        """Return the unclear points of its sources."""
        return self.of_kind(Reading)

    @property
    def definitions(self) -> tuple[Defined, ...]:
        """Return every condition with its own sentence."""
        return self.of_kind(Defined)


def python_name(predicate: Predicate) -> str:
    """Return the name of a predicate in the module that declares it; empty if it has none."""
    module = sys.modules.get(predicate.written.module)
    for name, held in vars(module).items() if module else ():
        if held is predicate:
            return f"{predicate.written.module.rpartition('.')[2]}.{name}"
    return ""
