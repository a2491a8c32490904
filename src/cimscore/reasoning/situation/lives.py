"""Lives that have ended: who has died, and when."""

from __future__ import annotations

import datetime as dt

from cimscore.case import Moment, PartialDay, PersonEntry, Unknown, first_and_last
from cimscore.clocks import Span
from cimscore.household_graph import Entered
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.vocabulary import died_on, has_died

_WHY_ALIVE = "alive, until a death is known"
_WHY_DAY = "the last day that it can have been"


def write_deaths(notes: Notes, entered: Entered, told: Moment | Span | None, at: Moment | None) -> None:
    """Write who has died, and when, as far as that is known.

    Args:
        notes: Where to write.
        entered: The case.
        told: Time of receipt of the information, as far as it is known.
        at: Moment of the assessment, if one is given.
    """
    for person in entered.people:
        died = person.died
        if isinstance(died, Unknown):
            notes.leave_open(
                f"died@{person.id}",
                f"Has {person.id} died?",
                {False: [], True: [(has_died, (person.id,))]},
                working=False,
                why=_WHY_ALIVE,
            )
        elif died is True:
            notes.state(has_died, person.id)
            _write_day(notes, person, None, at or (told.working if isinstance(told, Span) else told))
        elif not isinstance(died, bool):
            notes.state(has_died, person.id)
            first, last = first_and_last(died)
            _write_day(notes, person, Moment(first), Moment(last))


def alive_then(person: PersonEntry, day: dt.date) -> bool:
    """Return True if a person who has died was still alive on a day.

    Args:
        person: The entry.
        day: The day.
    """
    died = person.died
    return isinstance(died, dt.date | PartialDay) and day < first_and_last(died)[0]


def _write_day(notes: Notes, person: PersonEntry, first: Moment | None, last: Moment | None) -> None:
    if first is not None and first == last:
        notes.state(died_on, person.id, first)
    elif last is not None:
        span = Span(first=first, last=last, working=last)
        asks = f"When did {person.id} die?"
        notes.leave_within(f"died@{person.id}", asks, died_on, person.id, span=span, why=_WHY_DAY)
