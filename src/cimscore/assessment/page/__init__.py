"""The first page of a decision: what is open, what to record, by when, what to do next; and the whole of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.value import Decision
from cimscore.assessment.page.acts import acts_of
from cimscore.assessment.page.lines import More, PageLine, Section, SetLine, TextSetter, as_text
from cimscore.assessment.page.marks import marks_of
from cimscore.assessment.page.room import EVERYTHING, LEAST, UNBOUNDED, Room, room_for
from cimscore.assessment.page.setting import PageSetting
from cimscore.assessment.page.soonest import soonest_first
from cimscore.assessment.page.summary import summary

__all__ = ["WIDTH", "More", "PageLine", "Section", "first_page", "page_of", "soonest_first"]

WIDTH: Final = 100
_LINES: Final = 45
_LINES_OF_ONE: Final = 40
_FIRST_ASKED: Final = 15
_TO_THE_FIRST_QUESTION: Final = 4
"""Lines from a summary to the first question: an empty one, the title, its rule, and the question's own first."""
_FIRST_CLOCK: Final = 7
_FIRST_IF_HELD: Final = 12


def first_page(
    decision: Decision,
    *,
    every: bool = False,
    ids: bool = False,
    bounded: bool = True,
    beside: Collection[Decision] = (),
    file: str = "CASE",
    width: int = WIDTH,
) -> str:
    """Return the first page of a decision, as text.

    Args:
        decision: The decision.
        every: Whether to tell every conclusion with its clauses, every duty, what to write to answer each question, and
            the receipt; and not the most important alone.
        ids: Whether to tell the addresses by which `cimscore explain` knows things.
        bounded: Whether its lists are cut to one screen.
        beside: Decisions of other programs that are told beside it.
        file: What the commands that it names call the case.
        width: The number of letters in a line.
    """
    return as_text(page_of(decision, every=every, ids=ids, bounded=bounded, beside=beside, file=file), width)


def page_of(
    decision: Decision,
    *,
    every: bool = False,
    ids: bool = False,
    bounded: bool = True,
    beside: Collection[Decision] = (),
    file: str = "CASE",
) -> tuple[Section, ...]:
    """Return the first page of a decision as sections, for whoever sets it: the terminal, or the site.

    Args:
        decision: The decision.
        every: Whether to tell everything, and not the most important alone.
        ids: Whether to tell addresses.
        bounded: Whether its lists are cut to one screen.
        beside: Decisions of other programs that are told beside it.
        file: What the commands that it names call the case.
    """
    setting = PageSetting(decision, beside=beside, ids=ids, file=file)
    if every or not bounded:
        return setting.sections(EVERYTHING if every else UNBOUNDED)
    marks = marks_of(decision, beside=beside, file=file)
    setter = TextSetter(WIDTH)
    least = setter.lines((summary(decision, marks, acts_of(decision, marks), LEAST),))
    first_asked = max(_FIRST_ASKED, len(least) + _TO_THE_FIRST_QUESTION)
    most = _LINES if len({role.things[0] for role in decision.about("role")}) > 1 else _LINES_OF_ONE
    carried = _is_early(decision, setter.lines(setting.sections(Room())))

    def told(room: Room) -> tuple[Section, ...]:
        return setting.sections(attrs.evolve(room, carrying=room.carrying and carried))

    return told(room_for(lambda room: _fits(setter.lines(told(room)), most, first_asked)))


def _is_early(decision: Decision, page: Sequence[SetLine]) -> bool:
    """Return True if the first clock is near the top of a page; what holds a record back may come before it."""
    first = _FIRST_IF_HELD if any(law.holds_back for law in decision.laws) else _FIRST_CLOCK
    return not any(line.leads for line, _ in page[first:] if line is not None)


def _fits(page: Sequence[SetLine], most: int, first_asked: int) -> bool:
    """Return True if a page is one screen, and what is open begins as near its top as it can."""
    return len(page) <= most and not any(line.mark == "1." for line, _ in page[first_asked:] if line is not None)
