"""Outcomes of each of many cases, noted so that they can be held to another edition, reading or version."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

import attrs

from cimscore.case import Case
from cimscore.many.choices import Choices
from cimscore.many.impact.placed import PlacedCase, line_of
from cimscore.many.lines import CaseLine
from cimscore.many.reading import CaseReader
from cimscore.many.workers import rows_of
from cimscore.rulebook import Rulebook
from cimscore.traceability.impact import Concluded, StoredCase, take_snapshot
from cimscore.wire import write_case

FORMAT: Final = "noted/1"
NOTED: Final = "noted"


@attrs.frozen(kw_only=True)
class NotedCase(PlacedCase):
    """Outcomes of a case. Nobody is named in them but by an id, and nothing of them is the notifier's.

    Attributes:
        state: *noted*; or *refused* or *broken*, and then nothing is concluded.
        digest: Digest of its document without the notifier; empty if it cannot be read.
        concluded: Everything that is told of it, by address.
    """

    state: str = NOTED
    digest: str = ""
    concluded: Mapping[str, Concluded] = attrs.field(factory=dict)

    @property
    def text(self) -> str:
        """Return it as a line of JSON, in ASCII and without its end."""
        return line_of({"format": FORMAT, **attrs.asdict(self)})


def note_many(
    lines: Iterable[CaseLine],
    rulebook: Rulebook,
    under: Choices,
    *,
    workers: int = 1,
    load: Callable[[], Rulebook] | None = None,
) -> Iterator[NotedCase]:
    """Decide cases one after another, and yield what each comes to, in their order.

    Args:
        lines: The cases; `cases_in` gives those of a file or folder.
        rulebook: The installed programs.
        under: Moment, readings, editions and programs to decide them under.
        workers: Number of processes that decide.
        load: Loads the rulebook in each process, where this one cannot be handed over.

    Raises:
        CalendarError: The moment is of a year that is not reckoned with.
        NoWorkerError: No process can be started to decide in.
        UnknownNameError: A program, reading or edition does not exist.
        NotToBeChosenError: A reading is noted and no more.
    """
    under.check(rulebook)
    return rows_of(lines, rulebook, partial(_Noting, under=under), NotedCase.broken, workers=workers, load=load)


def noted(line: CaseLine, read: Callable[[CaseLine], Case], rulebook: Rulebook, under: Choices) -> NotedCase:
    """Return what a case comes to, or why that cannot be said: the other cases go on, whatever happens to this one.

    Args:
        line: The case as it was handed over.
        read: Reads it.
        rulebook: The installed programs.
        under: Moment, readings, editions and programs to decide it under.
    """
    try:
        case = read(line)
        stored = StoredCase(name=line.called, case=case, at=under.at_for(line))
        snapshot = take_snapshot(
            rulebook, [stored], readings=under.readings, editions=under.editions, programs=under.programs
        )
    except Exception as error:  # noqa: BLE001 - as the docstring says
        return NotedCase.undecided(line, error)
    return NotedCase(
        number=line.number, name=line.called, case=case.id, digest=_digest(case), concluded=snapshot.cases[line.called]
    )  # fmt: skip


class _Noting:
    """Notes what each case comes to."""

    def __init__(self, rulebook: Rulebook, under: Choices) -> None:
        self._rulebook = rulebook
        self._reader = CaseReader(rulebook)
        self._under = under

    def row(self, line: CaseLine) -> NotedCase:
        """Return what one case comes to."""
        return noted(line, self._reader.case, self._rulebook, self._under)


def _digest(case: Case) -> str:
    return hashlib.sha256(json.dumps(write_case(case), sort_keys=True).encode()).hexdigest()
