"""Rules, and the sets a program hands over: one set for each topic."""

from __future__ import annotations

import typing
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import attrs

from cimscore.rules.conditions import Condition
from cimscore.rules.facts import Facts
from cimscore.rules.topics import Topic
from cimscore.rules.trace import sentence_of

A = TypeVar("A")
R = TypeVar("R")


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """One rule: when it holds for a thing, its body gives the answer.

    Attributes:
        id: Unique within its ruleset.
        topic: What it decides.
        cites: Ids of the clauses it rests on.
        when: Conditions that must hold.
        unless: Conditions that must not.
        body: The plain function that builds the answer; it always answers.
    """

    id: str
    topic: Topic
    cites: tuple[str, ...]
    when: tuple[Condition[Any], ...]
    unless: tuple[Condition[Any], ...]
    body: Callable[[Facts, Any], Any]

    @property
    def sentence(self) -> str:
        """The rule in one sentence: the first paragraph of its body's docstring."""
        return sentence_of(self.body)

    def signature(self) -> tuple[Any, Any]:
        """The type of thing it is about and the type it answers, as annotated.

        Raises:
            NameError: An annotation names something that is not defined where the rule is.
            LookupError: The second argument or the result is not annotated.
        """
        hints = typing.get_type_hints(self.body)
        answer = hints.pop("return", None)
        about = list(hints.values())
        if answer is None or len(about) != 2:
            raise LookupError("a rule takes (facts, about) and both arguments and its answer are annotated")
        return about[1], answer


class Ruleset(Generic[R]):
    """The rules of one topic of one program, in the order written; order never matters to the outcome."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self._rules: list[Rule] = []

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules declared so far."""
        return tuple(self._rules)

    def rule(
        self,
        id: str,
        *,
        cites: Sequence[str],
        when: Sequence[Condition[A]] = (),
        unless: Sequence[Condition[A]] = (),
    ) -> Callable[[Callable[[Facts, A], R]], Callable[[Facts, A], R]]:
        """Declare a rule; the decorated function stays the plain function it was, for unit tests.

        Args:
            id: Unique within this set, in kebab case, said in the policy's words.
            cites: Ids of the clauses it rests on; at least one.
            when: Conditions that must hold, cheapest and most likely to fail first.
            unless: Conditions that must not hold: the exceptions.
        """

        def declare(body: Callable[[Facts, A], R]) -> Callable[[Facts, A], R]:
            self._rules.append(
                Rule(id=id, topic=self.topic, cites=tuple(cites), when=tuple(when), unless=tuple(unless), body=body)
            )
            return body

        return declare
