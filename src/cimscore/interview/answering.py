"""Answers: what somebody typed, read as an answer to a question, and written into the text of a document."""

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from cimscore.errors import CimsError
from cimscore.interview.asking import OpenQuestion, put_at
from cimscore.rules.english.nouns import listed_words
from cimscore.wire import NoPlaceError, Put, amended

_NUMBER: Final = re.compile(r"\d{1,9}")
_AGE: Final = re.compile(r"(?P<about>about )?(?P<years>\d{1,3})")
_YES_OR_NO: Final = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


class NotAnAnswerError(CimsError):
    """The question has no such answer: the message lists those that it has."""

    def __init__(self, said: str, asks: str, hint: str) -> None:
        super().__init__(f"{said!r} is no answer to: {asks} {hint}".rstrip())


def puts_for(asked: OpenQuestion, said: str, at: str = "") -> tuple[Put, ...]:
    """Return where the answer that somebody gives can be put.

    Args:
        asked: The question.
        said: The number or the words of one of its choices, or what can be typed instead.
        at: When it was decided, as a document has it; empty for a fact, or where that is not known.

    Raises:
        NotAnAnswerError: It is none of them.
    """
    said = said.strip()
    chosen = _chosen(asked, said)
    if chosen is None and not (said and asked.typed):
        raise NotAnAnswerError(said, asked.asks, _hint(asked))
    puts = asked.choices[chosen].puts if chosen is not None else _typed(asked, said)
    dated = at and asked.decided_by
    return tuple(
        attrs.evolve(put, value={**put.value, "at": at}) if dated and isinstance(put.value, dict) else put
        for put in puts
    )


def answered(text: str, puts: tuple[Put, ...]) -> str:
    """Return the text of a document with an answer written in it; all else stays as it is.

    Args:
        text: The text, which has been read without a problem.
        puts: Where the answer can be put: the first place that the document has.

    Raises:
        NoPlaceError: The document has none of them.
    """
    for put in puts[:-1]:
        try:
            return amended(text, put)
        except NoPlaceError:
            continue
    return amended(text, puts[-1])


def _hint(asked: OpenQuestion) -> str:
    """Return what can be answered, in a sentence; or what to write by hand, where nothing can."""
    numbers = f"a number from 1 to {len(asked.choices)}" if asked.choices else ""
    wanted = listed_words([part for part in (numbers, *asked.typed) if part], "or")
    return f"Give {wanted}." if wanted else " ".join(asked.by_hand)


def _chosen(asked: OpenQuestion, said: str) -> int | None:
    """Return the place of the choice that was meant; None where something else was typed."""
    words = [choice.words.lower() for choice in asked.choices]
    if said.lower() in words:
        return words.index(said.lower())
    if asked.of_yes_or_no and said.lower() in _YES_OR_NO:
        meant = "yes" if _YES_OR_NO[said.lower()] else "no"
        return words.index(meant) if meant in words else None
    # A number is the place of a choice, unless a number is what is asked for.
    if _NUMBER.fullmatch(said) and 0 < int(said) <= len(words) and "a whole number" not in asked.typed:
        return int(said) - 1
    return None


def _typed(asked: OpenQuestion, said: str) -> tuple[Put, ...]:
    name, _, about = asked.address.partition("@")
    value: Any = int(said) if _NUMBER.fullmatch(said) else said
    if name == "born" and said.lower() in ("adult", "child"):
        return (Put(("people", {"id": about}, "adult"), said.lower() == "adult"),)
    if name == "born" and (age := _AGE.fullmatch(said)):
        return (Put(("people", {"id": about}, "age"), {"about" if age["about"] else "is": int(age["years"])}),)
    return put_at(asked.address, value, asked.decided_by)
