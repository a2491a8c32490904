"""Short ways to say what a decision tells of Victoria."""

from __future__ import annotations

from cimscore.assessment import DecidedClock, Decision, Standing
from cimscore.calendars import Due


def due(decision: Decision, *ids: str) -> list[str]:
    """Return the days that clocks give, without the zone; of the report unless others are named."""
    return [day(clock) for clock in clocks(decision, *ids) if isinstance(clock.due, Due)]


def clocks(decision: Decision, *ids: str) -> list[DecidedClock]:
    """Return the clocks of some ids; those of the report unless others are named."""
    if ids:
        return [clock for clock in decision.clocks if clock.id in ids]
    return [clock for clock in decision.clocks if clock.id.startswith("report")]


def day(clock: DecidedClock) -> str:
    """Return the day of a clock, without the zone."""
    assert isinstance(clock.due, Due)
    return clock.due.describe().removesuffix(", Melbourne time")


def records(decision: Decision, *, sure: bool = True) -> set[str]:
    """Return the records to be made, only the certain ones unless it is said otherwise."""
    lines = decision.about("record")
    return {str(line.things[0]) for line in lines if line.standing is Standing.CERTAIN or not sure}


def roles(decision: Decision) -> dict[str, list[str]]:
    """Return what each person is in each record for certain, by ``person@record``."""
    found: dict[str, list[str]] = {}
    for line in decision.about("role"):
        if line.standing is Standing.CERTAIN:
            found.setdefault(f"{line.things[0]}@{line.things[1]}", []).append(str(line.things[2]))
    return found


def asked(decision: Decision) -> set[str]:
    """Return the addresses of the open facts and decisions, without the program's name."""
    points = [point for point in decision.points if point.kind in ("fact", "decision")]
    return {point.address.removeprefix(f"{decision.program}/") for point in points}


def edition(decision: Decision) -> str:
    """Return the edition of the page that governs; empty where none does."""
    return next((edition for document, edition, _ in decision.governed_by if document == "vic"), "")


def scope(decision: Decision) -> str:
    """Return ``in``, ``out``, or the question on which it rests; ``no rule`` where nothing is in force."""
    if not edition(decision):
        return "no rule"
    lines = [line for id in ("in-scope", "out-of-scope") for line in decision.about(id)]
    sure = [line for line in lines if line.standing is Standing.CERTAIN]
    if not sure:
        unsure = {address for line in lines for answers in line.rests_on for address, _ in answers}
        return "? " + " ".join(sorted(each.removeprefix("vic-cims/").removesuffix("@case") for each in unsure))
    return " and ".join(sorted({"in" if line.id == "in-scope" else "out" for line in sure}))


def says(decision: Decision) -> list[str]:
    """Return every duty in words."""
    return [words for words, _ in decision.duties]


def everything(decision: Decision) -> set[tuple[str, ...]]:
    """Return all that is told, to compare two decisions."""
    lines = [(line.topic, line.says, line.standing) for line in decision.conclusions]
    lines += [
        ("clock", f"{clock.id} {clock.things} {clock.due} {clock.states}", clock.standing) for clock in decision.clocks
    ]
    return set(lines)
