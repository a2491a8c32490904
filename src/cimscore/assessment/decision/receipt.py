"""The receipt: what a decision rests on, small enough to file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import metadata

import attrs

from cimscore.calendars import Calendar
from cimscore.case import Case, ConcernEntry, Protected, RecordEntry
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.things import Value
from cimscore.rules.program import Program

_LENGTH = 16


def receipt_of(case: Case, run: Run) -> tuple[tuple[str, str], ...]:
    """Return what a decision rests on, as names and values in a fixed order.

    Args:
        case: The case. Protected values leave no trace in its digest.
        run: Run behind the decision.
    """
    program = run.compiled.program
    calendars = [f"{calendar.id} {calendar.version}" for calendar in _counted_on(program)]
    return (
        ("cimscore", _version()),
        ("program", program.id),
        ("rules", _hashed(run.compiled.digests)),
        ("calendars", ", ".join((*calendars[:1], *sorted(calendars[1:])))),
        ("at", str(run.context.at or "")),
        ("readings", _chosen(run.readings)),
        ("editions", _chosen(run.editions)),
        ("case", case_digest(case)),
    )


def _counted_on(program: Program) -> Sequence[Calendar]:
    """Return the calendars that a clock of a program may count on, its own first; those of other programs stay out."""
    named = {clock.calendar for clock in program.every_clock}
    if any(isinstance(calendar, Value) for calendar in named):
        return program.calendars  # which of them it is depends on the case
    first = program.calendars[:1] if "" in named else ()
    return [calendar for calendar in program.calendars if calendar.id in named or calendar in first]


@cache
def _version() -> str:
    return metadata.version("cimscore")


def _chosen(choices: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={choices[name]}" for name in sorted(choices))


def case_digest(case: Case) -> str:
    """Return the digest of a case; the order of its lists and what is protected change nothing."""
    fields = attrs.asdict(case, recurse=False, filter=lambda _, value: not isinstance(value, Protected))
    parts = {
        name: "\n".join(sorted(map(_text, value))) if isinstance(value, tuple) else repr(value)
        for name, value in fields.items()
    }
    return _hashed(parts)


def _text(entry: object) -> str:
    """Return the text of an entry; the people of a concern or a record on file have no order."""
    match entry:
        case ConcernEntry():
            fields = attrs.asdict(entry, recurse=False)
            return repr({name: sorted(value) if isinstance(value, tuple) else value for name, value in fields.items()})
        case RecordEntry(people=people):
            return repr(attrs.evolve(entry, people=dict(sorted(people.items()))))
        case _:
            return repr(entry)


def _hashed(parts: Mapping[str, str]) -> str:
    text = "\n".join(f"{name}={parts[name]}" for name in sorted(parts))
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
