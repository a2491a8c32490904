"""Setting of a page: its sections in more or less room, each made anew only where an amount of its own is another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Final, TypeVar, cast

import attrs

from cimscore.assessment.decision.value import Decision
from cimscore.assessment.decision.words import begun
from cimscore.assessment.page.acts import Act, acts_of
from cimscore.assessment.page.clocks import clocks_section
from cimscore.assessment.page.duties import done_section, duties_section
from cimscore.assessment.page.lines import PageLine, Section
from cimscore.assessment.page.marks import LineMarks, marks_of
from cimscore.assessment.page.questions import questions_section
from cimscore.assessment.page.records import records_section
from cimscore.assessment.page.room import Room
from cimscore.assessment.page.soonest import leading
from cimscore.assessment.page.summary import summary
from cimscore.assessment.page.whole import rest_of
from cimscore.assessment.page.why_not import by, who_else, why_not

_NO: Final = "What does not apply, and why"

Made = TypeVar("Made")


class _NotedRoom:
    """A room that notes which of its amounts are asked for."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.amounts: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        return self.amounts.setdefault(name, getattr(self._room, name))


@attrs.frozen
class _MadeBefore:
    """Things that were made for some rooms, each with the amounts that were asked for while it was made."""

    _found: dict[str, list[tuple[dict[str, Any], Any]]] = attrs.field(factory=dict)

    def made(self, name: str, room: Room, make: Callable[[Room], Made]) -> Made:
        """Return what `make` makes of a room; what it made of another one that differs in nothing it asked for.

        Args:
            name: What is made.
            room: The room.
            make: It makes the same in every room in which it finds the same.
        """
        before = self._found.setdefault(name, [])
        for amounts, made in before:
            if all(getattr(room, asked) == amount for asked, amount in amounts.items()):
                return cast("Made", made)
        noted = _NotedRoom(room)
        made = make(cast("Room", noted))
        before.append((noted.amounts, made))
        return made


@attrs.frozen
class PageSetting:
    """A page of a decision, to be set in one room after another until it fits.

    Attributes:
        decision: The decision.
        beside: Decisions of other programs that are told beside it.
        ids: Whether to tell addresses.
        file: What the commands that it names call the case.
    """

    decision: Decision
    beside: Collection[Decision] = attrs.field(kw_only=True)
    ids: bool = attrs.field(kw_only=True)
    file: str = attrs.field(kw_only=True)
    _marked: _MadeBefore = attrs.field(init=False, factory=_MadeBefore)
    _leading: frozenset[str] = attrs.field(init=False)

    @_leading.default
    def _first_asked(self) -> frozenset[str]:
        return leading(self.decision, acts_of(self.decision, marks_of(self.decision, beside=self.beside)))

    def sections(self, room: Room) -> tuple[Section, ...]:
        """Return the sections that have something to say.

        Args:
            room: How much they tell.
        """
        marks, before = self._marked.made("marks", room, lambda room: (self._marks(room), _MadeBefore()))

        acts = before.made("acts", room, lambda _: acts_of(self.decision, marks))

        def section(make: Callable[..., Section], *more: Sequence[Act]) -> Section:
            return before.made(make.__name__, room, lambda room: make(self.decision, marks, *more, room))

        sections = (
            section(summary, acts),
            section(questions_section),
            section(_warnings),
            section(self._no),
            section(records_section),
            section(clocks_section, acts),
            section(duties_section, acts),
            section(done_section),
            *(rest_of(self.decision, marks) if room.every else ()),
        )
        return tuple(section for section in sections if section.lines or section.more)

    def _marks(self, room: Room) -> LineMarks:
        return marks_of(self.decision, room, ids=self.ids, beside=self.beside, file=self.file, leading=self._leading)

    def _no(self, decision: Decision, marks: LineMarks, room: Room) -> Section:
        """Return what does not hold, with the reason, and who else may be owed something."""
        reasons = list(why_not(decision, marks, room))
        others = list(who_else(decision, marks, {told.program for told in self.beside}))
        title = f"{_NO}, and who else may be owed something" if reasons and others else _NO
        return Section(
            title if reasons else "Who else may be owed something", tuple(map(PageLine, (*reasons, *others)))
        )


def _warnings(decision: Decision, marks: LineMarks, room: Room) -> Section:
    return Section("Warnings", tuple(map(PageLine, _warned(decision, marks, room))))


def _warned(decision: Decision, marks: LineMarks, room: Room) -> Iterator[str]:
    yield from decision.unused
    for line in (line for line in decision.conclusions if line.warns):
        yield f"{begun(line.says, line.things)}{marks.of(line)}{by(line.clauses) if room.every else ''}"
