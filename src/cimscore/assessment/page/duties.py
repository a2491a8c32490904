"""Duties of a page: what to do next, at once first, and what is done."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.value import Decision, Done, Duty
from cimscore.assessment.decision.words import begun
from cimscore.assessment.page.lines import More, PageLine, Section
from cimscore.assessment.page.marks import LineMarks
from cimscore.assessment.page.room import Room

TITLE: Final = "What to do, in order"
_MOST_NAMED: Final = 4

_MOST_ACTORS: Final = 2


@attrs.frozen
class _Said:
    """Duties that are told in one line.

    Attributes:
        first: The first of them.
        rest: What is told behind who must act.
        mark: How sure they are.
    """

    first: Duty
    rest: str
    mark: str


def duties_section(decision: Decision, marks: LineMarks, room: Room) -> Section:
    """Return what to do next: everything that is due at once, then the first steps of the work.

    Args:
        decision: The decision.
        marks: The marks of its page.
        room: How much it tells.
    """
    said = list(_said(decision.duties, marks, every=room.every))
    at_once = sum(line.first.at_once for line in said)
    shown = said[: max(room.duties, at_once + room.later)]
    alike = {line.mark for line in said}
    shared = alike.pop() if len(alike) == 1 and len(said) > 1 else ""
    told = ((line.first.head, f"{line.rest}{'' if line.mark == shared else line.mark}") for line in shown)
    lines = _lines(told, apart=room.apart)
    counted = 0 if room.done else sum(bool(line.act) for line in decision.done)
    notes = [*_left(said[len(shown) :]), *[f"{counted} done"] * bool(counted)]
    more = (More(", ".join(notes), "cimscore assess CASE --all"),) * bool(notes)
    return Section(f"{TITLE}{shared}", tuple(lines), more)


def done_section(decision: Decision, room: Room) -> Section:
    """Return what is done.

    Args:
        decision: The decision.
        room: How much it tells.
    """
    shown = decision.done[: room.done]
    left = len(decision.done) - len(shown)
    more = (More(f"and {left} more", "cimscore assess CASE --all"),) * bool(left)
    return Section("What is done", tuple(PageLine(_done(example)) for example in shown), more)


def _said(duties: Sequence[Duty], marks: LineMarks, *, every: bool) -> Iterator[_Said]:
    """Yield each duty once; what is owed to several people, in one line."""
    told: dict[tuple[str, ...], list[Duty]] = {}
    for duty in duties:
        whom = "" if duty.whom and "{}" in duty.form and not every else duty.of
        told.setdefault((duty.head, duty.form, whom, marks.of(duty)), []).append(duty)
    for (_, form, whom, mark), same in told.items():
        yield _Said(same[0], form.replace("{}", whom or _each([duty.of for duty in same])), mark)


def _left(said: Sequence[_Said]) -> Iterator[str]:
    """Yield how many duties are not shown, and who has most of them."""
    if said:
        numbers = Counter(line.first.by.removeprefix("the ") for line in said).most_common()
        # One actor more takes no more room than "others".
        shown = numbers if len(numbers) <= _MOST_ACTORS + 1 else numbers[:_MOST_ACTORS]
        others = len(said) - sum(number for _, number in shown)
        told = [*(f"{actor} {number}" for actor, number in shown), *[f"others {others}"] * bool(others)]
        yield f"and {len(said)} more ({', '.join(told)})"


def _each(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    left = len(names) - _MOST_NAMED
    told = [*names[:_MOST_NAMED], *([f"{left} more"] if left > 0 else [])]
    return f"each of {', '.join(told[:-1])} and {told[-1]}"


def _lines(said: Iterable[tuple[str, str]], *, apart: bool) -> Iterator[PageLine]:
    """Yield duties; whoever has several in a row is named once."""
    for head, same in itertools.groupby(said, key=lambda line: line[0]):
        rest = [words for _, words in same]
        if len(rest) == 1:
            yield PageLine(begun(f"{head} {rest[0]}", ()))
        elif apart:
            yield PageLine(f"{begun(head, ())}:", below=tuple(rest))
        else:
            yield PageLine(f"{begun(head, ())}: {'; '.join(rest)}")


def _done(line: Done) -> str:
    if not line.act:
        return line.says
    told = ", ".join(filter(None, (line.at, f"by {line.by}" if line.by else "")))
    return f"{begun(line.says, ())}{f' ({told})' if told else ''}"
