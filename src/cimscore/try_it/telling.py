"""A decision as the parts that a page shows: clocks, what holds, and what to ask next, each with its clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cimscore.assessment import DecidedClock, DecidedConclusion, Decision, Words
from cimscore.assessment.page.days import due_in_words
from cimscore.assessment.questions.changed import change_in_words
from cimscore.interview import OpenQuestion, plain_question

Plain = dict[str, Any]


def told_of(decision: Decision, words: Words) -> Plain:
    """Return what a page shows of a decision.

    Args:
        decision: The decision.
        words: The words of its program for the things of the case.
    """
    return {
        "title": decision.title,
        "state": decision.state.value,
        "because": list(decision.because),
        "clocks": [_clock(clock, words) for clock in decision.clocks],
        "holds": list(_holds(decision)),
    }


def _clock(clock: DecidedClock, words: Words) -> Plain:
    return {
        "what": clock.what,
        "who": clock.who,
        "about": ", ".join(map(words.name, clock.things)),
        "due": due_in_words(clock),
        "sure": clock.standing.value,
        "clauses": list(clock.clauses),
    }


def asked_next(asked: OpenQuestion) -> Plain:
    """Return what a page shows of a question, with what each answer changes in words.

    Args:
        asked: The question.
    """
    plain = plain_question(asked)
    for choice in plain["choices"]:
        choice["changes"] = "; ".join(change_in_words(choice.pop("adds"), choice.pop("takes")))
    return plain


def _holds(decision: Decision) -> Iterator[Plain]:
    for line in decision.conclusions:
        if not line.leading:
            yield _held(line)


def _held(line: DecidedConclusion) -> Plain:
    return {"topic": line.topic, "says": line.says, "sure": line.standing.value, "clauses": list(line.clauses)}
