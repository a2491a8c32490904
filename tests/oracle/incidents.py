"""Random incidents of Victoria and of the NDIS, whole or with answers open, and as facts for the answer-set program."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
from days_off import MELBOURNE, free_days
from facts_of_queensland import EPOCH, TRUTHS, minute_of, number, one_of

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    Dates,
    DecisionEntry,
    FactEntry,
    Moment,
    MoveEntry,
    PersonEntry,
    PlaceEntry,
    PlaceKind,
    RecordEntry,
    State,
)

ZONE: Final = ZoneInfo("Australia/Melbourne")
FIRST: Final = dt.datetime(2024, 3, 1, tzinfo=dt.UTC)
BEGINNING: Final = dt.datetime(2018, 1, 16, tzinfo=dt.UTC)
LATELY: Final = dt.datetime(2024, 12, 1, tzinfo=dt.UTC)
OF_CASE: Final = frozenset(
    {"provider", "department-funds-it", "ndis-funds-it", "service", "service-in-scope-then", "site", "place"}
    | {"registered-provider", "authorisation-process"}
)
DAYS: Final = {"vic-cims": 90, "ndis-incidents": 30}
"""How many days a case is decided over: 28 business days in Victoria, 5 under the NDIS."""
SERVICES: Final = ("child-protection", "community-child-and-family", "disability", "family-violence", "homelessness")
SERVICES_TOO: Final = ("out-of-home-care", "secure-welfare", "sexual-assault")
KINDS: Final = (
    *("death", "serious-injury", "abuse-or-neglect", "unlawful-contact", "sexual-misconduct"),
    *("restrictive-practice", "restrictive-practice", "none"),
)
TYPES: Final = (
    *("physical-abuse", "sexual-abuse", "financial-abuse", "neglect", "injury-unexplained"),
    *("injury-explained", "medication-error", "absent-client"),
)
WORDS: Final = {
    "provider": {each: f'"{each}"' for each in ("organisation", "department")},
    "service": {each: f'"{each}"' for each in (*SERVICES, *SERVICES_TOO, "other")},
    "kind": {each: f'"{each}"' for each in KINDS},
    "incident-type": {each: f'"{each}"' for each in TYPES},
    "position": {each: f'"{each}"' for each in ("staff", "client")},
    "impact": {each: f'"{each}"' for each in ("major", "non-major")},
}


def victoria(seed: int) -> Case:
    """Return a random incident of Victoria since 2018, reported or not, endorsed or not."""
    chance = random.Random(seed)
    first, days = chance.choice(((BEGINNING, 2600), (LATELY, 800)))
    happened = first + dt.timedelta(minutes=chance.randrange(60 * 24 * days))
    told = happened + dt.timedelta(minutes=chance.randrange(60 * 24 * 3))
    answers = {
        "provider": chance.choice(("organisation", "organisation", "department")),
        "department-funds-it": chance.random() < 0.8,
        "ndis-funds-it": False,
        "service": chance.choice((*SERVICES, *SERVICES_TOO)),
        "service-in-scope-then": chance.random() < 0.8,
        "site": "Melbourne",
        "was-a-client-incident": chance.random() < 0.8,
        "client-harmed": chance.random() < 0.8,
        "harm-alleged": False,
        "serious-harm-likely": False,
        "in-approved-care": chance.random() < 0.5,
        "during-service-delivery": chance.random() < 0.8,
        "reported-to-police": False,
        "incident-type": chance.choice(TYPES),
    }
    answers |= dict.fromkeys(("disclosed", "aware", "known-to-others"), Moment(told))
    case = _case("vic-cims", happened, told, answers)
    impact = _answered("vic-cims/impact", chance.choice(("major", "non-major")))
    accused = FactEntry(question="vic-cims/position", about="kim", answer=chance.choice(("staff", "client")))
    concern = attrs.evolve(case.concerns[0], responsible=("kim",))
    people = (*case.people, PersonEntry(id="kim", born=dt.date(1985, 4, 30)))
    case = attrs.evolve(case, people=people, concerns=(concern,), facts=(*case.facts, accused), decisions=(impact,))
    return attrs.evolve(case, records=(_report(chance, told),)) if chance.random() < 0.7 else case


def _answered(question: str, answer: str) -> DecisionEntry:
    return DecisionEntry(question=question, about=("i1",), answer=answer, by="authorised-delegate")


def _report(chance: random.Random, told: dt.datetime) -> RecordEntry:
    """Return a report that is submitted, returned and submitted again or not, endorsed or not yet."""
    moves = [("submit", "staff member")]
    if chance.random() < 0.3:
        moves += [("return", "authorised delegate"), ("submit", "staff member")]
    if chance.random() < 0.7:
        moves.append(("endorse", "authorised delegate"))
    entries, at = [], told
    for move, by in moves:
        at += dt.timedelta(minutes=chance.randrange(1, 60 * 24 * 7))
        entries.append(MoveEntry(move=move, by=by, at=Moment(at)))
    return RecordEntry(id="incident-report:i1", kind="incident-report", moves=tuple(entries))


def ndis(seed: int) -> Case:
    """Return a random incident of the NDIS."""
    chance = random.Random(seed)
    happened = FIRST + dt.timedelta(minutes=chance.randrange(60 * 24 * 1200))
    told = happened + dt.timedelta(minutes=chance.randrange(60 * 24 * 3))
    moments = ("aware", "key-personnel-aware", "aware-of-harm", "known-to-others")
    truths = ("authorised", "followed-the-plan", "practice-harmed", "authorisation-process")
    answers: dict[str, Any] = {name: Moment(told) for name in moments}
    answers |= {name: chance.random() < 0.5 for name in truths}
    answers |= {name: chance.random() < 0.9 for name in ("registered-provider", "connected-with-supports")}
    answers |= {"kind": chance.choice(KINDS), "place": "Melbourne"}
    return _case("ndis-incidents", happened, told, answers)


def _case(program: str, happened: dt.datetime, told: dt.datetime, answers: Mapping[str, Any]) -> Case:
    rows = [
        FactEntry(question=f"{program}/{name}", about="case" if name in OF_CASE else "i1", answer=answer)
        for name, answer in answers.items()
    ]
    return Case(
        id="incident",
        programs=(program,),
        dates=Dates(received=Moment(told + dt.timedelta(hours=1))),
        people=(PersonEntry(id="client", born=dt.date(1990, 2, 3)),),
        places=(PlaceEntry(id="site", kind=PlaceKind.SERVICE_SITE, state=State.VICTORIA, area="Melbourne"),),
        concerns=(ConcernEntry(id="i1", about=("client",), place="site", occurred=Moment(happened)),),
        facts=tuple(rows),
    )


def opened(case: Case, seed: int) -> Case:
    """Return a case with one or two of its answers that are no moments and no places not known."""
    chance = random.Random(-seed - 1)
    rows = [*case.facts, *case.decisions]
    open_to = [at for at, row in enumerate(rows) if isinstance(row.answer, bool) or _name(row) in WORDS]
    for at in chance.sample(open_to, chance.randint(1, 2)):
        rows[at] = attrs.evolve(rows[at], answer=UNKNOWN)
    facts, decisions = rows[: len(case.facts)], rows[len(case.facts) :]
    return attrs.evolve(case, facts=tuple(facts), decisions=tuple(decisions))


def _name(row: FactEntry | DecisionEntry) -> str:
    return row.question.partition("/")[2]


def facts_of(case: Case) -> Iterator[str]:
    """Yield a case as facts. It reads the entries alone."""
    yield 'incident("i1").'
    yield f"happened({number(_day(case.concerns[0].occurred))})."
    for record in case.records:
        yield from (f"done({move.move},{number(_day(move.at))})." for move in record.moves)
    for row in (*case.facts, *case.decisions):
        name = _name(row)
        if name in ("disclosed", "aware"):
            yield f"{name}({number(_day(row.answer))},{minute_of(row.answer)})."
        elif name in WORDS and name != "provider":
            yield one_of(f"{name.replace('-', '_')}({{1}})", "", row.answer, WORDS[name])
        elif name == "provider" or not isinstance(row.answer, str | Moment):
            yield one_of('answer("{}",{})', name, row.answer, WORDS.get(name, {k: f'"{v}"' for k, v in TRUTHS.items()}))
    yield _days(_day(case.dates.received), DAYS[case.programs[0]])


@cache
def _days(received: dt.date, count: int) -> str:
    """Return so many days as facts, the first of them a week and a day before the receipt."""
    first = received - dt.timedelta(days=8)
    facts = [f"free({number(day)})." for day in free_days(first, count, MELBOURNE)]
    for place in range(count):
        day = first + dt.timedelta(days=place)
        after = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ZONE)
        facts.append(f"day({number(day)}). end({number(day)},{int((after - EPOCH).total_seconds()) // 60}).")
    return "\n".join(facts)


def _day(when: Any) -> dt.date:
    return when.value.astimezone(ZONE).date()
