"""Moves in each of many cases under other editions or readings, or under another version of a program."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import attrs

from cimscore.assessment.assessing import check_choices, reached_by
from cimscore.case import Case
from cimscore.errors import CimsError
from cimscore.many.impact.noting import NOTED, NotedCase, noted
from cimscore.many.lines import CaseLine
from cimscore.many.reading import BROKEN, CaseReader, broken, why_not
from cimscore.many.rows import Choices
from cimscore.many.workers import rows_of
from cimscore.rulebook import Rulebook
from cimscore.traceability.impact import Moved, Snapshot, compare_snapshots

FORMAT: Final = "impact-row/1"
SAME: Final = "same"
MOVES: Final = "moves"
COMPARED: Final = (SAME, MOVES)
OTHER: Final = "another document"
ONE_SIDE: Final = "there once only"


class OtherCasesError(CimsError):
    """Other cases were saved, or in another order: name the same cases, or save them anew."""


@attrs.frozen(kw_only=True)
class ImpactRow:
    """One case, decided twice.

    Attributes:
        number: Its place in the input, from 1.
        name: What it is called there: its reference, its file, or its number.
        case: Its id; empty if it cannot be read.
        state: *moves* or *same*. Not compared is what is *refused* or *broken* on one side or both, what is *another
            document* than was saved, and what is *there once only*.
        moved: What comes out otherwise, each with the clauses that it rests on.
        refused: Why it is not decided, on the first side on which it is not.
    """

    number: int
    name: str
    case: str = ""
    state: str
    moved: tuple[Moved, ...] = ()
    refused: Mapping[str, Any] = attrs.field(factory=dict)

    @property
    def text(self) -> str:
        """Return the row as a line of JSON, in ASCII and without its end."""
        held = attrs.asdict(self, filter=lambda field, value: value not in ((), {}, "") and field.name != "moved")
        moves = [attrs.asdict(move, filter=lambda field, _: field.name != "case") for move in self.moved]
        document = {"format": FORMAT, **held, **({"moved": moves} if moves else {})}
        return json.dumps(document, ensure_ascii=True, separators=(",", ":"))


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
        NoWorkerError: No process can be started to decide in.
        UnknownNameError: There is no such edition or reading.
        NotToBeChosenError: A reading is noted and no more.
    """
    for side in (before, after):
        check_choices(rulebook, readings=side.readings, editions=side.editions)
    work = partial(_Comparing, before=before, after=after)
    return rows_of(lines, rulebook, work, _broken, workers=workers, load=load)


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
            reached = self._reached(case)
        except Exception as error:  # noqa: BLE001 - the other cases go on, whatever happened to this one
            state, reason = why_not(error)
            return ImpactRow(number=line.number, name=line.called, state=state, refused=reason)
        if not reached:
            return ImpactRow(number=line.number, name=line.called, case=case.id, state=SAME)
        before, after = (
            noted(line, lambda _: case, self._rulebook, attrs.evolve(side, programs=reached)) for side in self._sides
        )
        return _compared(before, after)

    def _reached(self, case: Case) -> tuple[str, ...]:
        """Return the programs that decide a case and read anything that is chosen on either side."""
        readings = {name: value for side in self._sides for name, value in (side.readings or {}).items()}
        editions = {name: value for side in self._sides for name, value in (side.editions or {}).items()}
        return reached_by(case, self._rulebook, readings=readings, editions=editions)


def _broken(line: CaseLine, what: str) -> ImpactRow:
    return ImpactRow(number=line.number, name=line.called, state=BROKEN, refused=broken(what))
