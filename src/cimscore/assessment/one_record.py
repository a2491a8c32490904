"""One record of a decision, with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from cimscore.assessment.decision.duty import Duty
from cimscore.assessment.decision.value import DecidedClock, DecidedConclusion, Decision
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean


def only_record(decision: Decision, named: str) -> Decision:
    """Return a decision with one record alone: who is in it, its clocks, its duties, and what these rest on.

    Args:
        decision: The decision.
        named: The record's address, its name in words, or what it is of, such as a household; of one thing there may
            be several records.

    Raises:
        UnknownNameError: The decision has no such record.
    """
    names = {record: _names(record) for record in decision.about("record")}
    records = [record.things[0] for record, known in names.items() if named.lower() in known]
    if not records:
        known = sorted({name for called in names.values() for name in called})
        raise UnknownNameError("record", named, known, did_you_mean(named, known))
    meant = {str(record) for record in records}
    about = meant.union(str(record.of) for record in records)
    conclusions = tuple(line for line in decision.conclusions if _is_of(line, about, meant, decision))
    clocks = tuple(clock for clock in decision.clocks if meant.intersection(clock.records))
    duties = tuple(duty for duty in decision.duties if meant.intersection(duty.records))
    kept: tuple[DecidedConclusion | DecidedClock | Duty, ...] = (*conclusions, *clocks, *duties)
    asked = {address for line in kept for answers in line.rests_on for address, _ in answers}
    asked.update(*(line.perhaps_on for line in kept))
    points = tuple(point for point in decision.points if point.address in asked or _names_one(point.address, about))
    return attrs.evolve(
        decision,
        because=decision.because if points else ("What is open is about other records.",),
        conclusions=conclusions,
        clocks=clocks,
        duties=duties,
        points=points,
        laws=tuple(law for law in decision.laws if meant.intersection(map(str, law.things))),
        denied=(),
        unplaced=(),
        done=(),
    )


def _names(record: DecidedConclusion) -> frozenset[str]:
    name = record.things[0]
    return frozenset(str(called).lower() for called in (name, record.address, record.named[0], name.of))


def _is_of(line: DecidedConclusion, about: set[str], meant: set[str], decision: Decision) -> bool:
    """Return True for what is concluded of a record or of what it is of, and not of another record."""
    others = {str(record.things[0]) for record in decision.about("record")} - meant
    things = set(map(str, line.things))
    return line.warns or (not things.isdisjoint(about) and things.isdisjoint(others))


def _names_one(address: str, meant: Iterable[str]) -> bool:
    return not set(address.split("@")).isdisjoint(meant)
