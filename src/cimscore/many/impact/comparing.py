"""Moves in each of many cases under other editions or readings, or under another version of a program."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

import attrs

from cimscore.assessment.assessing import reached_by
from cimscore.case import Case
from cimscore.errors import CimsError
from cimscore.many.choices import Choices
from cimscore.many.impact.noting import NOTED, NotedCase, noted
from cimscore.many.impact.placed import PlacedCase, line_of
from cimscore.many.lines import CaseLine
from cimscore.many.reading import CaseReader
from cimscore.many.workers import rows_of
from cimscore.rulebook import Rulebook
from cimscore.traceability.impact import Moved, OutcomeChange, Snapshot, compare_snapshots

FORMAT: Final = "impact-row/1"
SAME: Final = "same"
MOVES: Final = "moves"
COMPARED: Final = (SAME, MOVES)
OTHER: Final = "another document"
ONE_SIDE: Final = "there once only"


class OtherCasesError(CimsError):
    """Other cases were saved, or in another order: name the same cases, or save them anew."""


@attrs.frozen(kw_only=True)
class ImpactRow(PlacedCase):
    """One case, decided twice.

    Attributes:
        state: *moves* or *same*. Not compared is what is *refused* or *broken* on one side or both, what is *another
            document* than was saved, and what is *there once only*.
        moved: What comes out otherwise, each with the clauses that it rests on.
        refused: Why it is not decided, on the first side on which it is not.
    """

    moved: tuple[Moved, ...] = ()

    @property
    def text(self) -> str:
        """Return the row as a line of JSON, in ASCII and without its end."""
        held = attrs.asdict(self, filter=lambda field, value: value not in ((), {}, "") and field.name != "moved")
        moves = [attrs.asdict(move, filter=lambda field, _: field.name != "case") for move in self.moved]
        return line_of({"format": FORMAT, **held, **({"moved": moves} if moves else {})})


def impact_row_from(text: str | bytes) -> ImpactRow:
    """Return the row that a line of JSON holds.

    Raises:
        ValueError: It holds none.
    """
    try:
        document = json.loads(text)
        moved = [{**move, "clauses": tuple(move["clauses"])} for move in document.pop("moved", ())]
        if document.pop("format") != FORMAT:
            raise ValueError("the format is another")
        return ImpactRow(
            **document,
            moved=tuple(
                Moved(case=document["name"], **{**move, "change": OutcomeChange(move["change"])}) for move in moved
            ),
        )
    except (AttributeError, LookupError, TypeError) as error:
        raise ValueError("no row of what moves in a case") from error


def compare_many(
    lines: Iterable[CaseLine],
    rulebook: Rulebook,
    before: Choices,
    after: Choices,
    *,
    workers: int = 1,
    load: Callable[[], Rulebook] | None = None,
) -> Iterator[ImpactRow]:
    """Decide each case under two editions or readings, and yield what moves in it, in their order.

    Args:
        lines: The cases; `cases_in` gives those of a file or folder.
        rulebook: The installed programs.
        before: Editions and readings on the one side.
        after: Editions and readings on the other.
        workers: Number of processes that decide. The rows are the same.
        load: Loads the rulebook in each process, where this one cannot be handed over.

    Raises:
        CalendarError: A moment is of a year that is not reckoned with.
        NoWorkerError: No process can be started to decide in.
        UnknownNameError: There is no such program, edition or reading.
        NotToBeChosenError: A reading is noted and no more.
    """
    for side in (before, after):
        side.check(rulebook)
    work = partial(_Comparing, before=before, after=after)
    return rows_of(lines, rulebook, work, ImpactRow.broken, workers=workers, load=load)


def compare_noted(before: Iterable[NotedCase], after: Iterable[NotedCase]) -> Iterator[ImpactRow]:
    """Yield what moves between two runs over the same cases, as both come in.

    Args:
        before: What the cases came to, in their order.
        after: What they come to now.

    Raises:
        OtherCasesError: A case is not the one that stood in its place.
    """
    for was, now in itertools.zip_longest(before, after):
        if was is None or now is None:
            alone = was or now
            yield ImpactRow(number=alone.number, name=alone.name, case=alone.case, state=ONE_SIDE)
            continue
        if was.name != now.name:
            raise OtherCasesError(
                f"Where the case {was.name} was, there is {now.name} now (place {now.number:,}). What was saved is of "
                "other cases, or in another order. Name the cases that it was saved of."
            )
        yield _compared(was, now)


def _compared(before: NotedCase, after: NotedCase) -> ImpactRow:
    row = ImpactRow(number=after.number, name=after.name, case=after.case or before.case, state=SAME)
    undecided = [side for side in (before, after) if side.state != NOTED]
    if undecided:
        return attrs.evolve(row, state=undecided[0].state, refused=undecided[0].refused)
    if before.digest != after.digest:
        return attrs.evolve(row, state=OTHER)
    sides = (Snapshot(cases={after.name: side.concluded}) for side in (before, after))
    moved = compare_snapshots(*sides).moved
    return attrs.evolve(row, state=MOVES if moved else SAME, moved=moved)


class _Comparing:
    """Decides each case twice, by those programs alone that either side reaches."""

    def __init__(self, rulebook: Rulebook, before: Choices, after: Choices) -> None:
        self._rulebook = rulebook
        self._reader = CaseReader(rulebook)
        self._sides = (before, after)

    def row(self, line: CaseLine) -> ImpactRow:
        """Return what moves in one case."""
        try:
            case = self._reader.case(line)
            sides = self._reaching(case)
        except Exception as error:  # noqa: BLE001 - the other cases go on, whatever happened to this one
            return ImpactRow.undecided(line, error)
        if not sides:
            return ImpactRow(number=line.number, name=line.called, case=case.id, state=SAME)
        return _compared(*(noted(line, lambda _: case, self._rulebook, side) for side in sides))

    def _reaching(self, case: Case) -> tuple[Choices, ...]:
        """Return both sides, with the programs that read anything that is chosen on either; none if no program does."""
        before, after = self._sides
        if (before.at, before.programs) != (after.at, after.programs):
            return self._sides
        readings, editions = (
            {**(getattr(before, name) or {}), **(getattr(after, name) or {})} for name in ("readings", "editions")
        )
        reached = reached_by(case, self._rulebook, readings=readings, editions=editions, programs=before.programs)
        return tuple(attrs.evolve(side, programs=reached) for side in self._sides) if reached else ()
