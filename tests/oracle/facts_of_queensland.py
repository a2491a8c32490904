"""A case as facts for Queensland's answer-set program, and what the library says of it in the same claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from days_off import BRISBANE, free_days

from cimscore.case import Case, Moment, PersonEntry, ResidenceKind, Unknown

PROGRAM: Final = "qld-child-safety"
ZONE: Final = ZoneInfo("Australia/Brisbane")
EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
RESPONSES: Final = {
    each: f'"{each}"' for each in ("notification", "child-concern-report", "intake-enquiry", "limited-intake")
}
PRIORITIES: Final = {each: f'"{each}"' for each in ("24-hour", "5-day", "10-day")}
TRUTHS: Final = {True: "yes", False: "no"}
STAYS: Final = {each: f'"{each}"' for each in ResidenceKind}
WINDOW: Final = 30
"""So many days after the last decision are enough for ten business days."""


def facts_of(case: Case) -> Iterator[str]:
    """Yield a case as facts. It reads the entries alone."""
    yield from _people(case)
    yield from (f'household("{home.id}").' for home in case.households)
    for row in case.residences:
        yield one_of('stay("{}",{})', f'{row.person}","{row.household}', row.kind, STAYS)
    yield from (f'parent("{row.from_}","{row.to}").' for row in case.relationships if row.kind == "parent")
    yield from _concerns(case)
    yield from _answers(case)
    yield from _days(case)


def _people(case: Case) -> Iterator[str]:
    on = day_of(case.dates.received)
    for person in case.people:
        years = _age(person, on)
        grades = {"child": years < 18, "adolescent": 13 <= years < 18, "ten": 10 <= years < 18, "infant": years < 2}
        yield from (f'{name}("{person.id}").' for name, holds in grades.items() if holds)


def _age(person: PersonEntry, on: dt.date) -> int:
    born = person.born
    assert isinstance(born, dt.date)
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _concerns(case: Case) -> Iterator[str]:
    for each in case.concerns:
        yield f'concern("{each.id}").'
        yield f'place("{each.id}","{each.place}").'
        for name in ("about", "present", "responsible"):
            yield from (f'{name}("{each.id}","{person}").' for person in getattr(each, name))


def _answers(case: Case) -> Iterator[str]:
    for row in case.decisions:
        name = row.question.partition("/")[2]
        for about in row.about:
            if name == "response":
                yield one_of('response("{}",{})', about, row.answer, RESPONSES)
                yield f'decided("{about}",{day_number(row.at)},{minute_of(row.at)}).'
            elif name == "response-priority":
                yield one_of('priority("{}",{})', about, row.answer, PRIORITIES)
            elif name == "concerns-relate":
                child, _, home = about.partition("@")
                yield one_of('relates("{}",{})', f'{child}","{home}', row.answer, TRUTHS)
    for fact in case.facts:
        if fact.question == f"{PROGRAM}/protective-parent":
            yield one_of('protective("{}",{})', fact.about, fact.answer, TRUTHS)
        elif fact.question == f"{PROGRAM}/intake-created":
            yield f"intake_created({day_number(fact.answer)})."


def one_of(fact: str, about: str, answer: object, values: Mapping[object, str]) -> str:
    """Return a fact, or a choice of one among all the facts that it may be, where the answer is not known."""
    if not isinstance(answer, Unknown):
        return fact.format(about, values[answer]) + "."
    return "1 { " + "; ".join(fact.format(about, value) for value in values.values()) + " } 1."


def _days(case: Case) -> Iterator[str]:
    told = [row.at for row in case.decisions] + [fact.answer for fact in case.facts if isinstance(fact.answer, Moment)]
    days = sorted(day_of(each) for each in told)
    if days:
        count = (days[-1] - days[0]).days + WINDOW
        yield f"day({number(days[0])}..{number(days[0]) + count})."
        yield from (f"free({number(day)})." for day in free_days(days[0], count, BRISBANE))


def day_of(when: Any) -> dt.date:
    """Return the local day of a moment."""
    assert isinstance(when, Moment) and isinstance(when.value, dt.datetime)
    return when.value.astimezone(ZONE).date()


def day_number(when: Any) -> int:
    return number(day_of(when))


def number(day: dt.date) -> int:
    """Return which day it is, counted from 1970."""
    return (day - EPOCH.date()).days


def minute_of(when: Any) -> int:
    """Return the minute of a moment since 1970."""
    value = when.value if isinstance(when, Moment) else when
    return int((value - EPOCH).total_seconds()) // 60
