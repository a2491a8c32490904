"""Reasons in plain English: certain, certain whichever way, as things stand, or possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

import attrs

from cimscore.rules.english.lines import Line, as_sentence, plain
from cimscore.rules.english.nouns import listed_words, quoted

_CERTAIN: Final = 3
_DEEPEST: Final = 2


class ReasonLike(Protocol):
    """One line of an explanation, with what it rests on."""

    @property
    def says(self) -> str:
        """Return the sentence, about the things themselves."""

    @property
    def grade(self) -> int:
        """Return the grade: 3 certain, 2 provisional, 1 possible."""

    @property
    def because(self) -> Sequence[ReasonLike]:
        """Return the reasons one level down."""

    @property
    def again(self) -> bool:
        """Return True if it was explained further up already."""


@attrs.frozen
class AnswerInWords:
    """A question about a case, and one answer to it.

    Attributes:
        asks: The question.
        answer: The answer in words.
        why: The reason for it, where it is the working answer.
    """

    asks: str
    answer: str
    why: str = ""

    def __str__(self) -> str:
        return f"{self.asks} {quoted(self.answer)}"


@attrs.frozen
class Branch:
    """One answer to the question that something is certain whichever way, and why it is so then.

    Attributes:
        answer: The answer in words.
        reason: Why it is so.
    """

    answer: str
    reason: ReasonLike


@attrs.frozen
class ChangeInWords:
    """Answers that change something together.

    Attributes:
        answers: The answers: one, or several that change it only together.
        then: What holds then; empty where it simply no longer holds.
    """

    answers: tuple[AnswerInWords, ...]
    then: str = ""


def why_certain(reason: ReasonLike) -> tuple[Line, ...]:
    """Return why something is certain: "…, because: …", one level down, and one more for what is short."""
    if not reason.because:
        return (as_sentence(plain(reason.says)),)
    return (as_sentence(plain(f"{reason.says}, because:", *_because(reason, 1))),)


def _because(reason: ReasonLike, level: int) -> Iterator[Line]:
    for part in reason.because:
        again = " (see above)" if part.again else ""
        open_end = part.grade < _CERTAIN
        below = tuple(_because(part, level + 1)) if level < _DEEPEST and open_end else ()
        yield plain(f"{part.says}{again}{', because:' if below else ''}", *below)


def why_whichever(says: str, questions: Sequence[str], branches: Sequence[Branch]) -> tuple[Line, ...]:
    """Return why something is certain by splitting: each answer, with the reasons that apply only then.

    Args:
        says: The certain statement.
        questions: Question, or questions, whose answers make no difference.
        branches: The answers. Those with the same reasons share a line.
    """
    is_one = len(questions) == 1
    asked = questions[0] if is_one else listed_words(questions)
    ways = "one question is" if is_one else "these questions are"
    lead = f"this is certain whichever way {ways} answered: {asked}"
    return as_sentence(plain(says)), as_sentence(plain(lead, *_merged(branches)))


def _merged(branches: Sequence[Branch]) -> Iterator[Line]:
    told = [tuple(dict.fromkeys(part.says for part in branch.reason.because)) for branch in branches]
    shared = set.intersection(*(set(reasons) for reasons in told)) if told else set()
    groups: dict[tuple[str, ...], list[str]] = {}
    for branch, says in zip(branches, told, strict=True):
        groups.setdefault(tuple(reason for reason in says if reason not in shared), []).append(branch.answer)
    for differs, answers in groups.items():
        answered = listed_words([quoted(answer) for answer in answers], "or")
        yield plain(f"if {answered}: {'; '.join(differs) or 'it is so without more'}")


def why_provisional(
    says: str, rests_on: Sequence[AnswerInWords], changes: Sequence[ChangeInWords], reason: ReasonLike | None = None
) -> tuple[Line, ...]:
    """Return a statement that holds as things stand, with its reasons and what would change it.

    Args:
        says: Statement by the working answers.
        rests_on: Questions that it rests on, with the working answer of each.
        changes: Answers that change it, single ones first.
        reason: Reason why it holds as things stand. Without it, only the questions are shown.
    """
    lines = [plain(f"as things stand, {says}{', because:' if reason and reason.because else ''}")]
    if reason is not None and reason.because:
        lines = [attrs.evolve(lines[0], below=tuple(_because(reason, 1)))]
    if rests_on:
        lines.append(plain("It rests on what nobody has answered yet:", *map(_worked_with, rests_on)))
    if changes:
        lines.append(plain("What would change it:", *map(_change, changes)))
    else:
        lines.append(plain("No answer to one question, or to two together, was found that changes it"))
    return tuple(as_sentence(line) for line in lines)


def _worked_with(answer: AnswerInWords) -> Line:
    why = f" ({answer.why})" if answer.why else ""
    return plain(f"{answer.asks} Worked with: {quoted(answer.answer)}{why}")


def _change(change: ChangeInWords) -> Line:
    then = change.then or "it no longer holds"
    if len(change.answers) == 1:
        return plain(f"if {change.answers[0]}: {then}")
    return plain(f"only these answers together: {_together(change.answers)}: {then}")


def _together(answers: Sequence[AnswerInWords]) -> str:
    return ", and ".join(str(answer) for answer in answers)


def why_possible(says: str, changes: Sequence[ChangeInWords]) -> tuple[Line, ...]:
    """Return what is only possible, and the answers that would bring it.

    Args:
        says: What would hold.
        changes: The answers that bring it, single ones first.
    """
    below = tuple(plain(_together(change.answers)) for change in changes)
    return as_sentence(plain(f"it is possible that {says}")), as_sentence(plain("only if:", *below))
