"""Settling a topic: several grounds of one finding, conflicts, and what later rules may read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from cimscore.assessment.outcome import Outcome, State
from cimscore.rules import ONE_KEY, ORDER, Failure, Found, Open, OpenQuestion, Record, Ruleset, Thing, Topic, key_of


@attrs.frozen(kw_only=True, eq=False)
class Settled:
    """One answer to one question about one thing, with every rule that gives it.

    Attributes:
        about: The thing.
        key: Which question about it.
        answer: The answer.
        grounds: The outcomes that give it; equal answers are several grounds of one finding.
        subject_to: What its firmest ground is subject to; empty when it is decided.
    """

    about: Any
    key: str
    answer: Any
    grounds: tuple[Outcome, ...]
    subject_to: frozenset[str]


class Settlement:
    """The outcomes of one program's topics, in order, as later rules and the assessment read them."""

    def __init__(self) -> None:
        self.outcomes: dict[Topic, list[Outcome]] = {topic: [] for topic in Topic}
        self.answers: dict[tuple[Topic, str, str], Settled] = {}
        self.conflicts: dict[tuple[Topic, str, str], Failure] = {}
        self._by_thing: dict[tuple[Topic, str], list[Outcome]] = defaultdict(list)
        self._keys: dict[tuple[Topic, str], list[str]] = defaultdict(list)

    def settle(self, topic: Topic, outcomes: Iterable[Outcome]) -> None:
        """Take in a topic's outcomes: join equal answers, refuse different ones."""
        for outcome in outcomes:
            self.outcomes[topic].append(outcome)
            self._by_thing[topic, str(outcome.about)].append(outcome)
        grouped: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
        for outcome in self.outcomes[topic]:
            if outcome.state is State.APPLIES:
                grouped[str(outcome.about), key_of(outcome.answer)].append(outcome)
        for (about, key), grounds in grouped.items():
            if all(ground.answer == grounds[0].answer for ground in grounds):
                self.answers[topic, about, key] = _joined(key, grounds)
                self._keys[topic, about].append(key)
            else:
                self.conflicts[topic, about, key] = conflict(grounds)

    def found(self, rules: Ruleset[Any], about: Thing, key: str) -> Found:
        """See `cimscore.rules.Findings.found`."""
        topic, address = rules.topic, str(about)
        settled = self._answer(topic, address, key)
        if settled:
            return Found(
                answer=settled.answer,
                findings=tuple(ground.address for ground in settled.grounds),
                subject_to=settled.subject_to,
            )
        for (of_topic, where, _), failure in self.conflicts.items():
            if of_topic is topic and where == address:
                raise Open(failure)
        members = {id(rule) for rule in rules.rules}
        absent = [outcome for outcome in self._by_thing[topic, address] if id(outcome.rule.rule) in members]
        for outcome in absent:
            if outcome.cause:
                raise Open(outcome.cause)
        return Found(answer=None, findings=(), subject_to=frozenset().union(*(o.subject_to for o in absent)))

    def records(self) -> dict[Record, frozenset[str]]:
        """Every settled record, by address, with what it is subject to."""
        settled = [it for (topic, _, _), it in self.answers.items() if topic is Topic.RECORDS]
        return {it.answer: it.subject_to for it in sorted(settled, key=lambda it: str(it.answer))}

    def waiting(self, topic: Topic) -> OpenQuestion | Failure | None:
        """What the first open rule of a topic waits for, or None if the topic is settled."""
        return next((outcome.cause for outcome in self.outcomes[topic] if outcome.cause), None)

    def absent_subject_to(self, topic: Topic) -> frozenset[str]:
        """What the silence of a topic's rules is subject to."""
        return frozenset().union(*(it.subject_to for it in self.outcomes[topic] if it.state is State.ABSENT))

    def is_moot(self, outcome: Outcome) -> bool:
        """Whether an open rule's question has been answered by another rule, so that it asks nothing."""
        topic = outcome.rule.rule.topic
        return topic in ONE_KEY and bool(self._keys[topic, str(outcome.about)])

    def in_topic(self, topic: Topic) -> Iterator[Settled]:
        """The answers of a topic, by thing and key."""
        for key in sorted(key for key in self.answers if key[0] is topic):
            yield self.answers[key]

    def _answer(self, topic: Topic, about: str, key: str) -> Settled | None:
        keys = [key] if key else self._keys[topic, about]
        if len(keys) > 1:
            raise LookupError(
                f"{topic} about {about} have several answers ({', '.join(sorted(keys))}): name the key wanted"
            )
        return self.answers.get((topic, about, keys[0])) if keys else None


def conflict(grounds: list[Outcome]) -> Failure:
    """The refusal of different answers to one question, naming every rule and clause involved."""
    said = "; ".join(
        f"{ground.rule.address} answers {ground.answer} ({', '.join(ground.rule.rule.cites)})" for ground in grounds
    )
    return Failure(
        rule=grounds[0].rule.address,
        about=str(grounds[0].about),
        plugin=grounds[0].rule.plugin,
        clauses=tuple(sorted({cite for ground in grounds for cite in ground.rule.rule.cites})),
        message=f"Conflict: {said}. Neither is taken. Make the exception a condition in the general rule's `unless`.",
    )


def _joined(key: str, grounds: list[Outcome]) -> Settled:
    firmest = min(grounds, key=lambda ground: (len(ground.subject_to), sorted(ground.subject_to)))
    first = grounds[0]
    return Settled(
        about=first.about, key=key, answer=first.answer, grounds=tuple(grounds), subject_to=firmest.subject_to
    )


def may_read(reading: Topic, rules: Ruleset[Any]) -> None:
    """Refuse a read of the same or a later topic.

    Raises:
        LookupError: The ruleset's topic is not settled yet.
    """
    if ORDER[rules.topic] >= ORDER[reading]:
        raise LookupError(
            f"a rule of topic {reading} reads topic {rules.topic}, which is not settled yet; rules read earlier topics"
        )
