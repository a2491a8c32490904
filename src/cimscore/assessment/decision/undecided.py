"""Open questions of a decision, laws that are not proven, and what is amiss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from cimscore.assessment.decision.words import day_to
from cimscore.calendars import Due
from cimscore.rules.english.nouns import listed_words


@attrs.frozen
class Brought:
    """Act that one answer gives another day or state.

    Attributes:
        act: The act.
        then: When it would be due, or how it would stand.
    """

    act: str
    then: str

    def __str__(self) -> str:
        return f"{self.act}: {self.then}"


@attrs.frozen(kw_only=True)
class OpenPoint:
    """Something that could be otherwise.

    Attributes:
        address: Its address.
        kind: Fact, decision, reading, edition, or taken for granted.
        asks: The question, for people.
        working: The answer worked with, in words; empty where there is none.
        why: The reason for that one.
        decided_by: The role of the person who decides; empty for a fact.
        changes: For each other answer: the answer in words, what it would bring, and what would no longer hold.
        unlisted: Whether it has answers that cannot all be tried, as a moment or a place has.
        moves: What such an answer may change, each in a phrase: the day to do something, or the edition.
        bounds: For a moment from which something counts: the first and the last that it can be, each with what would
            then be due when.
        ask: Who can be asked about a fact, in general words; empty for all else.
        starts: Each act that another answer would make due, where nothing else does, with the soonest day that such an
            answer brings; None where it brings none yet.
        selects: Whether another answer brings another edition of some document.
    """

    address: str
    kind: str
    asks: str
    working: str
    why: str
    decided_by: str
    changes: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    unlisted: bool = False
    moves: tuple[str, ...] = ()
    bounds: tuple[tuple[str, tuple[Brought, ...]], ...] = ()
    ask: str = ""
    starts: tuple[tuple[str, Due | None], ...] = ()
    selects: bool = False

    @property
    def bounded(self) -> tuple[str, ...]:
        """Return each act that its bounds tell of, once."""
        return tuple(dict.fromkeys(brought.act for _, brings in self.bounds for brought in brings))

    @property
    def is_idle(self) -> bool:
        """Return True if it only asks which edition of a document governs, and the same follows in each."""
        tells = self.changes or self.unlisted or self.bounds or self.starts
        return (self.kind == "edition" or self.selects) and not tells

    @property
    def without_changes(self) -> str:
        """Return a sentence in place of its changes, where none can be told."""
        if self.unlisted:
            moves = self.moves or tuple(map(day_to, self.bounded))
            return f"It decides {listed_words(moves) or 'part of what is told here'}."
        if self.kind == "edition" or self.selects:
            which = "" if self.kind == "edition" else "It decides which edition of a document governs. "
            return (
                f"{which}By itself it changes nothing told here: the same follows in each, as far as its text is held."
            )
        return "By itself it changes nothing told here; together with another answer it may."


@attrs.frozen
class Reservation:
    """Reservation about a decision, for example that a clock waits for an answer. As text it is one sentence.

    Attributes:
        says: What is said first.
        asks: The open questions that it asks then, each its address and its words.
        then: What is said after them.
    """

    says: str
    asks: tuple[tuple[str, str], ...] = ()
    then: str = ""

    def __str__(self) -> str:
        return self.told({})

    def told(self, instead: Mapping[str, str]) -> str:
        """Return the sentence.

        Args:
            instead: What stands in place of the words of a question, by its address.
        """
        asked = (instead.get(address, words) for address, words in self.asks)
        return " ".join(filter(None, (self.says, *asked, self.then)))


@attrs.frozen(kw_only=True)
class Law:
    """A law of the decision that does not hold, or is not proven.

    Attributes:
        id: The law's id.
        things: Of which things.
        says: What should hold of them.
        holds_provisionally: Whether it holds by the working answers.
        clauses: The clauses it rests on.
        why: Why it does not hold, or is not proven.
        to_do: What to do about it.
        asks: The open questions on which it hangs, each its address and its words.
        holds_back: The records that are not to be opened before it holds, each its address and its name.
        may_hold_back: Those that are opened by the working answers, and would not be by others.
        form: The same sentence with ``{}`` for the one person whom it is about; empty where it is not about one.
        of: What to call that person.
    """

    id: str
    things: tuple[Any, ...]
    says: str
    holds_provisionally: bool
    clauses: tuple[str, ...]
    why: str
    to_do: str
    asks: tuple[tuple[str, str], ...] = ()
    holds_back: tuple[tuple[str, str], ...] = ()
    may_hold_back: tuple[tuple[str, str], ...] = ()
    form: str = ""
    of: str = ""

    @property
    def state(self) -> str:
        """Return how far it holds, in words."""
        return "So far only by the working answers" if self.holds_provisionally else "Not yet so"

    @property
    def sentence(self) -> str:
        """Return all of it in words: how far it holds, why, and what to do."""
        return f"{self.state}: {self.says}. {self.why} {self.to_do}"


@attrs.frozen(kw_only=True)
class Perhaps:
    """Record, or part of a person in one, that only another answer to a question of fact would bring.

    Attributes:
        id: Id of what is concluded: ``record`` or ``role``.
        things: Things that it is about, as in the document.
        named: What to call those things.
        says: Sentence about them.
        asks: Addresses of the questions of which another answer brings it.
        answers: The answers that bring it alone, in words, by the address of their question.
    """

    id: str
    things: tuple[Any, ...]
    named: tuple[str, ...]
    says: str
    asks: tuple[str, ...]
    answers: tuple[tuple[str, tuple[str, ...]], ...] = ()
