"""Justifications: the recorded reason why something is without what it ought to have."""

from __future__ import annotations

import enum
import fnmatch

import attrs


class Gap(enum.StrEnum):
    """Kinds of gap. Each is a list that is empty, or has a reason for every entry."""

    CLAUSES_WITHOUT_RULES = "clauses without rules"
    RULES_WITHOUT_CLAUSES = "rules without clauses"
    RULES_WITHOUT_REVIEWS = "rules without reviews"
    RULES_WITHOUT_TESTS = "rules without tests"
    TESTS_WITHOUT_RULES = "tests without rules"
    CLAUSES_WITHOUT_QUESTIONS = "clauses left to a person without a question"
    CLAUSES_WITHOUT_EXAMPLES = "encoded clauses without an example"
    TIMES_WITHOUT_CLOCKS = "clauses that set a time without a clock"
    CLAUSES_TO_READ = "clauses that nobody has read yet"
    CLAUSES_NOT_READ_TWICE = "clauses that the authors have not read twice"
    CLAUSES_TO_REWORD = "clauses that cannot be read by themselves"


@attrs.frozen(kw_only=True)
class Justification:
    """Why some entries of one list may stand.

    Attributes:
        gap: The list.
        about: Ids of clauses, rules or tests; ``*`` stands for any letters.
        because: The reason.
    """

    gap: Gap
    about: tuple[str, ...]
    because: str

    def covers(self, gap: Gap, id: str) -> bool:
        """Return True if it gives the reason for an entry."""
        return gap is self.gap and any(is_like(id, pattern) for pattern in self.about)


def is_like(id: str, pattern: str) -> bool:
    """Return True if an id matches a pattern. Only ``*`` is special, because test ids have brackets."""
    return fnmatch.fnmatchcase(id, pattern.replace("[", "[[]").replace("?", "[?]"))
