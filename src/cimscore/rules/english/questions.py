"""Questions as statements of their answer, if grammar allows; otherwise the question in quotation marks."""

from __future__ import annotations

import re
from typing import Any, Final

from cimscore.rules.conditions.sentences import MarkedText, third_person
from cimscore.rules.english.nouns import quoted
from cimscore.rules.rows.questions import Question

_DIRECT: Final = {"Is": "is", "Are": "are", "Was": "was", "Were": "were", "Can": "can", "Will": "will"}
_WITH_PARTICIPLE: Final = {"Has": "has|has not", "Have": "have|have not"}
_OPENED: Final = re.compile(r"(\w+) (\{[^{}]+\}) ([^?]+)\?")
_JOINING: Final = re.compile(r"\b(and|or|but)\b")
_RELATIVE: Final = re.compile(r"\b(who|that|which|whose|where)\b")


def parted(question: Question[Any]) -> tuple[str, str]:
    """Return the question alone, and the sentences that explain it; things it does not name are named behind it."""
    mark = question.text.find("?") + 1 or len(question.text)
    asked, explained = question.text[:mark], question.text[mark:].strip()
    about = " and ".join(f"{{{thing.name}}}" for thing in question.things if f"{{{thing.name}" not in asked)
    return f"{asked} (for {about})" if about else asked, explained


def answer_sentence(question: Question[Any], before: str, after: str) -> MarkedText:
    """Return a sentence about a question in quotation marks.

    Args:
        question: The question.
        before: The words before it.
        after: The words behind it, with the verb marked.
    """
    return MarkedText(f"{before} {quoted(parted(question)[0])} {after}")


def statement_of(question: Question[Any]) -> MarkedText | None:
    """Return the statement that "yes" makes, for a yes-or-no question that opens with a verb and its subject.

    Return None if its grammar is unclear, or if "and" or "or" would make the denial ambiguous.
    """
    found = _OPENED.fullmatch(question.text)
    if found is None or parted(question)[0] != question.text:
        return None
    opening, subject, rest = found.groups()
    joined, relative = _JOINING.search(rest), _RELATIVE.search(rest)
    if joined and not (relative and relative.start() < joined.start()):
        return None
    if opening in _DIRECT or opening in _WITH_PARTICIPLE:
        return MarkedText(f"{subject} [{_DIRECT.get(opening) or _WITH_PARTICIPLE[opening]}] {rest}")
    verb, _, tail = rest.partition(" ")
    if opening == "Does":
        return MarkedText(f"{subject} [{third_person(verb)}|does not {verb}] {tail}".rstrip())
    if opening == "Did":
        return MarkedText(f"{subject} [did {verb}|did not {verb}] {tail}".rstrip())
    return None
