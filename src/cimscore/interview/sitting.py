"""One interview: a document as it stands, and its questions one after another until none is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cimscore.assessment import Decision, Words
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.interview.answering import answered, puts_for
from cimscore.interview.asking import OpenQuestion, next_questions
from cimscore.reasoning.claims.told import Decided

Decide = Callable[[str], Iterable[tuple[Decision, Decided, Words]]]
"""Function from the text of a document to what each program decides by it; it raises where it refuses the document."""


class Sitting:
    """Interview about one document.

    Attributes:
        text: The text of the document, with every answer so far.
        given: Each question that was answered, with the answer as it was given.
    """

    def __init__(self, text: str, decide: Decide) -> None:
        """Begin with the text of a document, and decide it.

        Raises:
            CimsError: The document is refused.
        """
        self.text = text
        self.given: list[tuple[OpenQuestion, str]] = []
        self._decide = decide
        self._open = next_questions(decide(text))
        self._passed: set[str] = set()

    @property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """Return the questions that are open, without those that were left open or answered, most deciding first."""
        return tuple(asked for asked in self._open if asked.address not in self._passed)

    def leave(self, asked: OpenQuestion) -> None:
        """Leave a question open, and do not ask it again."""
        self._passed.add(asked.address)

    def question(self, address: str) -> OpenQuestion:
        """Return the open question at an address; the program need not be named.

        Raises:
            UnknownNameError: No open question has it.
        """
        known = {asked.address: asked for asked in self._open}
        short = {asked.address.rpartition("/")[2]: asked for asked in self._open}
        if address not in known and address not in short:
            raise UnknownNameError("open question of the case", address, known, did_you_mean(address, known))
        return known.get(address) or short[address]

    def take(self, asked: OpenQuestion, said: str, at: str = "") -> None:
        """Write an answer into the text, and decide again. Where it is refused, nothing is changed.

        Args:
            asked: The question.
            said: The number or words of a choice, or what is typed instead.
            at: When it was decided; empty for a fact, or where that is not known.

        Raises:
            CimsError: It is no answer, it has no place, or the document would be refused with it.
        """
        text = answered(self.text, puts_for(asked, said, at))
        self._open = next_questions(self._decide(text))
        self.text = text
        self.given.append((asked, said))
        # An answer that leaves its question open, such as a month of birth, is not asked for again at once.
        self._passed.add(asked.address)
