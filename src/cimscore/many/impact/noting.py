"""Outcomes of each of many cases, noted so that they can be held to another edition, reading or version."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import attrs

from cimscore.case import Case
from cimscore.many.lines import CaseLine
from cimscore.many.reading import BROKEN, CaseReader, broken, why_not
from cimscore.many.rows import Choices
from cimscore.many.workers import rows_of
from cimscore.rulebook import Rulebook
from cimscore.traceability.impact import Concluded, StoredCase, take_snapshot
from cimscore.wire import write_case

NOTED: Final = "noted"


@attrs.frozen(kw_only=True)
class NotedCase:
    """Outcomes of a case. Nobody is named in them but by an id, and nothing of them is the notifier's.

    Attributes:
        number: Place of the case in the input, from 1.
        name: What it is called there: its reference, its file, or its number.
        case: Its id; empty if it cannot be read.
        digest: Digest of its document without the notifier; empty if it cannot be read.
        state: *noted*; or *refused* or *broken*, and then nothing is concluded.
        concluded: Everything that is told of it, by address.
        refused: Why nothing is.
    """

    number: int
    name: str
    case: str = ""
    digest: str = ""
    state: str = NOTED
    concluded: Mapping[str, Concluded] = attrs.field(factory=dict)
    refused: Mapping[str, Any] = attrs.field(factory=dict)


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
        under: Readings and editions to decide them under.
        workers: Number of processes that decide.
        load: Loads the rulebook in each process, where this one cannot be handed over.

    Raises:
        NoWorkerError: No process can be started to decide in.
    """
    return rows_of(lines, rulebook, partial(_Noting, under=under), _broken, workers=workers, load=load)


def noted(line: CaseLine, read: Callable[[CaseLine], Case], rulebook: Rulebook, under: Choices) -> NotedCase:
    """Return what a case comes to, or why that cannot be said: the other cases go on, whatever happens to this one.

    Args:
        line: The case as it was handed over.
        read: Reads it.
        rulebook: The installed programs.
        under: Readings, editions and programs to decide it under.
    """
    try:
        case = read(line)
        stored = StoredCase(name=line.called, case=case, at=under.at)
        snapshot = take_snapshot(
            rulebook, [stored], readings=under.readings, editions=under.editions, programs=under.programs
        )
    except Exception as error:  # noqa: BLE001 - as the docstring says
        state, reason = why_not(error)
        return NotedCase(number=line.number, name=line.called, state=state, refused=reason)
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


def _broken(line: CaseLine, what: str) -> NotedCase:
    return NotedCase(number=line.number, name=line.called, state=BROKEN, refused=broken(what))
