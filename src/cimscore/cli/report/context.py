"""What every part of the page needs: the assessment, names, and the number of each open question."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from cimscore.assessment import Asked, ClauseRef
from cimscore.cli.inputs import Assessed
from cimscore.cli.page import Page
from cimscore.cli.report.names import Names
from cimscore.rules import Asks

_FIRST = (Asks.DECISION, Asks.FACT, Asks.DOCUMENT, Asks.SOURCE)


@attrs.frozen(kw_only=True)
class Context:
    """The page being written, and what is written about.

    Attributes:
        page: The page.
        assessed: The case and its assessment.
        names: What to call things.
        asked: The open questions in the order they are shown, decisions first.
    """

    page: Page
    assessed: Assessed
    names: Names
    asked: tuple[Asked, ...]

    def number(self, question: str) -> int:
        """The number under which an open question is shown, by its address; 0 for one that is not shown."""
        addresses = [it.question.address for it in self.asked]
        return addresses.index(question) + 1 if question in addresses else 0

    def provision(self, subject_to: Iterable[str], but: Iterable[str] = ()) -> str:
        """A remark that something rests on open questions; empty where it rests on none but those already told."""
        told = set(but)
        numbers = sorted(self.number(question) for question in subject_to if question not in told)
        return f" (subject to {question_numbers(numbers)})" if numbers else ""


def context_for(assessed: Assessed) -> Context:
    """The context of a new page about an assessment."""
    asked = in_order(assessed.assessment.open_questions)
    return Context(page=Page(), assessed=assessed, names=Names(assessed.case), asked=asked)


def in_order(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """Open questions with the decisions first, then facts, entries of the document, and what no source says."""
    return tuple(sorted(asked, key=lambda it: (_FIRST.index(it.question.asks), it.question.address)))


def question_numbers(numbers: Iterable[int]) -> str:
    """Questions by number: ``question 2``, ``questions 1 and 3``."""
    words = [str(number) if number else "of another program" for number in numbers]
    return f"question {words[0]}" if len(words) == 1 else f"questions {', '.join(words[:-1])} and {words[-1]}"


def cited(clauses: Iterable[ClauseRef | str]) -> str:
    """Clauses by id, in brackets, to stand after what they are cited for."""
    ids = [clause if isinstance(clause, str) else clause.id for clause in clauses]
    return f" [{'; '.join(ids)}]" if ids else ""
