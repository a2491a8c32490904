"""Running one rule on one thing: it applies, does not arise, is open, or has failed."""

from __future__ import annotations

import enum
from typing import Any

import attrs

from cimscore.rulebook import CompiledRule
from cimscore.rules import ANSWERS, NOTHING, Facts, Failure, Learned, Node, Open, OpenQuestion, Recorder


class State(enum.StrEnum):
    """What came of a rule on a thing."""

    APPLIES = "applies"
    ABSENT = "does not arise"
    OPEN = "open"
    FAILED = "failed"


@attrs.frozen(kw_only=True, eq=False)
class Outcome:
    """What came of one rule on one thing, with everything learned on the way.

    Attributes:
        rule: The rule.
        about: The thing.
        state: What came of it.
        answer: Its answer, if it applies.
        when: The conditions tested that have to hold, in order, up to the one that decided.
        unless: Likewise those that must not hold.
        body: What the body learned.
        subject_to: Addresses of open questions for which a proposal was used, here or before.
        cause: What it waits for, or what failed.
    """

    rule: CompiledRule
    about: Any
    state: State
    answer: Any = None
    when: tuple[Node, ...] = ()
    unless: tuple[Node, ...] = ()
    body: Learned = NOTHING
    subject_to: frozenset[str] = frozenset()
    cause: OpenQuestion | Failure | None = None

    @property
    def address(self) -> str:
        """``program/topic/rule@about``."""
        return f"{self.rule.address}@{self.about}"

    @property
    def readings(self) -> dict[str, str]:
        """The interpretations used by the rule itself, with the reading in force."""
        used = dict(self.body.readings)
        for node in (*self.when, *self.unless):
            used.update(node.learned.readings)
        return used


def run_rule(rule: CompiledRule, about: Any, facts: Facts, recorder: Recorder, provision: frozenset[str]) -> Outcome:
    """Run a rule on a thing. `provision` is what the thing, the edition and the scope are subject to."""
    when = [(condition, True) for condition in rule.rule.when]
    unless = [(condition, False) for condition in rule.rule.unless]
    nodes: list[tuple[Node, bool]] = []
    for condition, wanted in (*when, *unless):
        node = recorder.test(facts, condition, about)
        nodes.append((node, wanted))
        if _fails(node, wanted) and not node.subject_to:
            return _outcome(rule, about, State.ABSENT, nodes, subject_to=provision)
    provisional = next((node for node, wanted in nodes if _fails(node, wanted)), None)
    if provisional:
        return _outcome(rule, about, State.ABSENT, nodes, subject_to=provision | provisional.subject_to)
    rests_on = provision.union(*(node.subject_to for node, _ in nodes))
    waiting = next((node.cause for node, _ in nodes if node.cause), None)
    if waiting:
        return _stopped(rule, about, waiting, nodes, rests_on)
    return _answered(rule, about, facts, recorder, nodes, rests_on)


def _answered(
    rule: CompiledRule,
    about: Any,
    facts: Facts,
    recorder: Recorder,
    nodes: list[tuple[Node, bool]],
    rests_on: frozenset[str],
) -> Outcome:
    answer, notes, signal = recorder.write(rule.rule.body, facts, about)
    learned = notes.close()
    rests_on |= learned.subject_to
    cause = signal.cause if isinstance(signal, Open) else _wrong(rule, about, answer, signal)
    if cause:
        return _stopped(rule, about, cause, nodes, rests_on, learned)
    return _outcome(rule, about, State.APPLIES, nodes, answer=answer, body=learned, subject_to=rests_on)


def _fails(node: Node, wanted: bool) -> bool:
    return node.value is not None and node.value is not wanted


def _stopped(
    rule: CompiledRule,
    about: Any,
    cause: OpenQuestion | Failure,
    nodes: list[tuple[Node, bool]],
    rests_on: frozenset[str],
    learned: Learned = NOTHING,
) -> Outcome:
    if isinstance(cause, Failure) and not cause.clauses:  # a condition's failure: say which rule met it
        cause = _failure(rule, about, cause.message)
    state = State.FAILED if isinstance(cause, Failure) else State.OPEN
    return _outcome(rule, about, state, nodes, cause=cause, body=learned, subject_to=rests_on)


def _outcome(rule: CompiledRule, about: Any, state: State, nodes: list[tuple[Node, bool]], **rest: Any) -> Outcome:
    when = tuple(node for node, wanted in nodes if wanted)
    unless = tuple(node for node, wanted in nodes if not wanted)
    return Outcome(rule=rule, about=about, state=state, when=when, unless=unless, **rest)


def _wrong(rule: CompiledRule, about: Any, answer: Any, error: Exception | None) -> Failure | None:
    """What is wrong with a body that raised an error, or answered what no rule of its topic answers."""
    expected = ANSWERS[rule.rule.topic]
    if error is None and isinstance(answer, expected):
        return None
    said = f"answered {answer!r} where {' or '.join(kind.__name__ for kind in expected)} is expected"
    if error:
        said = f"raised {type(error).__name__}: {error}"
    return _failure(rule, about, f"The rule {said}. Until its plugin is mended, whatever rests on it is open.")


def _failure(rule: CompiledRule, about: Any, message: str) -> Failure:
    return Failure(rule=rule.address, about=str(about), plugin=rule.plugin, clauses=rule.rule.cites, message=message)
