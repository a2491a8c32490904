"""Clocks that wait for a decision nobody has taken: which an answer would start, and the soonest that each can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cimscore.assessment.decision.undecided import OpenPoint, Reservation
from cimscore.assessment.decision.words import Words
from cimscore.calendars import Due, Timeliness
from cimscore.case import Moment
from cimscore.reasoning.claims.told import Decided

Started = tuple[Due, Any]
"""When a clock would be due, and the answer that starts it."""


def waiting_of(decided: Decided, points: tuple[OpenPoint, ...], words: Words) -> Iterator[Reservation]:
    """Yield a sentence for each decision without a working answer that would start clocks.

    Args:
        decided: What was decided.
        points: Points to show.
        words: Words of the program for the things of the case.
    """
    for point in points:
        told = list(_starts(decided, point, words)) if point.decided_by and not point.working else []
        if told:
            waits, soonest = "Until it is decided, clocks wait for this:", "The soonest that an answer brings:"
            yield Reservation(waits, ((point.address, point.asks),), f"{soonest} {'; '.join(told)}.")


def _starts(decided: Decided, point: OpenPoint, words: Words) -> Iterator[str]:
    """Yield each day and answer with the acts that would be due then, the soonest first."""
    acts: dict[Started, list[str]] = {}
    for what, started in sorted(_soonest(decided, point.address).items()):
        acts.setdefault(started, []).append(what)
    for due, answer in sorted(acts, key=lambda act: (act[0].earliest, str(act[1]))):
        by = words.answer(decided.points[point.address], answer)
        yield f"{', '.join(acts[due, answer])}: {due} ({by}){_so_far(due, decided.run.context.at)}"


def _soonest(decided: Decided, address: str) -> dict[str, Started]:
    """Return for each act the soonest day that another answer brings, with the answer."""
    clocks = {clock.part("due").key: clock.what for clock in decided.run.compiled.program.every_clock}
    found: dict[str, Started] = {}
    for otherwise in decided.otherwise:
        for key, things in otherwise.adds if otherwise.address == address else ():
            if key in clocks and isinstance(things[-1], Due):
                before = found.get(clocks[key])
                if before is None or things[-1].earliest < before[0].earliest:
                    found[clocks[key]] = things[-1], otherwise.value
    return found


def _so_far(due: Due, at: Moment | None) -> str:
    """Return that a day has passed at the moment of the decision, or may have; empty where it has not."""
    late = Timeliness.IN_TIME if at is None else due.timeliness(at)
    return {Timeliness.LATE: ", passed already", Timeliness.UNDECIDED: ", perhaps passed already"}.get(late, "")
