"""People who may be one person. They count as two until somebody has checked."""

from __future__ import annotations

from collections.abc import Iterable

from cimscore.assessment.decision.undecided import OpenPoint
from cimscore.assessment.decision.value import DecidedClock, DecidedConclusion
from cimscore.assessment.decision.words import Words
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.rows.conclusions import Topic


def doubt_of(point: OpenPoint, lines: Iterable[DecidedConclusion | DecidedClock], words: Words) -> str:
    """Return in a sentence that two people may be one, what is counted twice by that, and what to do about it.

    Args:
        point: The question whether two people are one.
        lines: What is concluded.
        words: The words of the program for the things of the case.
    """
    _, one, other = point.address.split("@")
    records = {person: _records(person, lines) for person in (one, other)}
    both = sorted(records[one] & records[other], key=str)
    # Where one of them has no record, there is none to save by finding that they are one.
    apart = sorted(records[one] ^ records[other], key=str) if records[one] and records[other] else []
    twice = f" Until then they count as two{f' in {_listed(both, words)}' if both else ''}."
    more = f" If they are one, one record may do in place of {_listed(apart, words)}." if len(apart) > 1 else ""
    who = f"{words.name(one)} and {words.name(other)}"
    to_do = "If so, give one id; if not, enter how they are related."
    return f"{who} may be the same person: somebody should look into it. {to_do}{twice}{more}"


def _records(person: str, lines: Iterable[DecidedConclusion | DecidedClock]) -> set[RecordName]:
    """Return the records in which somebody has a role or a profile."""
    told = (line.things for line in lines if isinstance(line, DecidedConclusion) and line.topic == Topic.ROLES.value)
    return {thing for things in told if things[0] == person for thing in things if isinstance(thing, RecordName)}


def _listed(records: Iterable[RecordName], words: Words) -> str:
    return " and ".join(map(words.name, records))
