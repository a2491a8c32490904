"""An invented program: who lights which lamp, by a handbook of a few lines."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any
from zoneinfo import ZoneInfo

import attrs

import cimscore
from cimscore.calendars import Hours
from cimscore.case import Case, Dates, DecisionEntry, FactEntry, HouseholdEntry, Moment
from cimscore.policy import (
    Clause,
    Disposition,
    Interpretation,
    PolicyEdition,
    Row,
    Source,
    Table,
    passages_of,
)
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.rules import (
    Duty,
    Edition,
    Facts,
    Household,
    HouseholdRole,
    PolicySource,
    Question,
    Ruleset,
    TheCase,
    Topic,
)
from cimscore.testing import InlinePlugin

HEADINGS = ("Lighting", "Putting out")
HANDBOOK = """The keeper's handbook
Lighting
Each house that is kept has a lamp that is lit at dusk.
A house with a storm door keeps its lamp dark.
A small lamp gets oil for two hours.
The keeper trims the wick first.
Putting out
The keeper judges when it is light enough to put the lamp out.
A lamp is a fine thing to have.
"""


class Size(enum.StrEnum):
    """How large a lamp is."""

    SMALL = "small"
    LARGE = "large"


class Dusk(enum.StrEnum):
    """What counts as dusk."""

    SUNSET = "sunset"
    DARK = "dark"


def clause(name: str, position: int, disposition: Disposition = Disposition.ENCODED, **rest: Any) -> Clause:
    """A clause of the handbook, with the digest of its passage."""
    heading = "Putting out" if name.startswith("putting-out/") else "Lighting"
    passage = next(it for it in passages_of(HANDBOOK, HEADINGS) if (it.heading, it.position) == (heading, position))
    said = {"text": f"Our statement of {name}.", "editions": ("first", "second"), **rest}
    return Clause(
        id=f"lamp/{name}", source="lamp", statements=(), locator=passage.anchor.locator, digest=passage.digest,
        disposition=disposition, **said,
    )  # fmt: skip


CLAUSES = (
    clause("lighting/dusk", 1),
    clause("lighting/storm-door", 2),
    clause("lighting/small-lamp", 3),
    clause("lighting/wick", 4, editions=("second",)),
    clause("putting-out/judges", 1, Disposition.LEFT_TO_A_PERSON, question="lamps/light-enough"),
    clause("putting-out/fine-thing", 2, Disposition.GUIDANCE, reason="an opinion"),
)
SOURCE = Source(
    id="lamp", title="The keeper's handbook", publisher="The keepers", document="handbook", headings=HEADINGS,
    unread=("",),
    editions=(
        PolicyEdition(id="first", title="First", until=dt.date(2024, 1, 1)),
        PolicyEdition(id="second", title="Second", from_=dt.date(2024, 1, 1)),
    ),
)  # fmt: skip

KEPT = Question(id="kept", about=Household, text="Does somebody keep this house?", answers=bool)
STORM_DOOR = Question(id="storm-door", about=Household, text="Has the house a storm door?", answers=bool)
LIGHT_ENOUGH = Question(
    id="light-enough", about=TheCase, text="Is it light enough?", answers=bool, decided_by="keeper",
    cites=("lamp/putting-out/judges",),
)  # fmt: skip
DUSK = Interpretation(
    id="dusk", question="When is dusk?", readings={Dusk.SUNSET: "When the sun sets.", Dusk.DARK: "When it is dark."},
    taken=Dusk.SUNSET, because="The almanac has it so.", clauses=("lamp/lighting/dusk",),
)  # fmt: skip
OIL: Table[Size, Hours] = Table(
    id="oil", title="How long the oil lasts", rows=(Row(Size.SMALL, Hours(2), "lamp/lighting/small-lamp"),)
)

EDITIONS: Ruleset[Edition] = Ruleset(Topic.EDITIONS)
HOUSEHOLDS: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)
DUTIES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_kept(facts: Facts, home: Household) -> bool:
    """somebody keeps the house"""
    return facts.ask(KEPT, home)


def has_a_storm_door(facts: Facts, home: Household) -> bool:
    """the house has a storm door"""
    return facts.ask(STORM_DOOR, home)


def is_lit(facts: Facts, home: Household) -> bool:
    """the house is lit"""
    return facts.found(HOUSEHOLDS, home, "lit") is not None


def some_house_is_lit(facts: Facts, case: TheCase) -> bool:
    """some house is lit"""
    return facts.some(facts.households(), is_lit)


@EDITIONS.rule("by-receipt", cites=["lamp/lighting/dusk"])
def by_receipt(facts: Facts, source: PolicySource) -> Edition:
    """The edition of the day of receipt holds."""
    day = facts.days.day_of(facts.received())
    found = SOURCE.edition_on(day)
    return Edition(id=found.id if found else "", on=day)


@HOUSEHOLDS.rule(
    "kept-house", cites=["lamp/lighting/dusk", "lamp/lighting/storm-door"], when=[is_kept], unless=[has_a_storm_door]
)
def kept_house(facts: Facts, home: Household) -> HouseholdRole:
    """A kept house is lit, unless it has a storm door."""
    return HouseholdRole("lit")


@DUTIES.rule("light", cites=["lamp/lighting/dusk"], when=[some_house_is_lit])
def light(facts: Facts, case: TheCase) -> Duty:
    """The keeper lights a small lamp."""
    return Duty(
        act="light", who="the keeper", what=f"light it at {facts.reading(DUSK)} for {facts.look_up(OIL, Size.SMALL)}"
    )


@DUTIES.rule("trim", cites=["lamp/lighting/wick"], when=[some_house_is_lit])
def trim(facts: Facts, case: TheCase) -> Duty:
    """The keeper trims the wick."""
    return Duty(act="trim", who="the keeper", what="trim the wick")


@DUTIES.rule("put-out", cites=["lamp/putting-out/judges"], when=[some_house_is_lit])
def put_out(facts: Facts, case: TheCase) -> Duty:
    """The keeper puts the lamp out when it is light enough."""
    facts.ask(LIGHT_ENOUGH, case)
    return Duty(act="put-out", who="the keeper", what="put it out")


PLUGIN = InlinePlugin(
    id="lamps", rulesets=(EDITIONS, HOUSEHOLDS, DUTIES), clauses=CLAUSES, sources=(SOURCE,),
    questions=(KEPT, STORM_DOOR, LIGHT_ENOUGH, DUSK, OIL), zone=ZoneInfo("Australia/Brisbane"),
)  # fmt: skip


def rulebook(**changes: Any) -> Rulebook:
    """The program's rulebook, with some of what it declares changed."""
    return cimscore.load_rulebook([attrs.evolve(PLUGIN, **changes)])


def case(
    id: str = "a-house",
    *,
    kept: bool = True,
    storm_door: bool | None = False,
    year: int = 2025,
    light: bool | None = None,
) -> Case:
    """One house called north. A storm door of None is not known, nor is the light."""
    decision = DecisionEntry(question="lamps/light-enough", about=("case",), answer=light, by="keeper")
    answers = {"kept": kept, "storm-door": storm_door}
    return Case(
        id=id,
        programs=("lamps",),
        dates=Dates(received=Moment(dt.datetime.fromisoformat(f"{year}-03-03T10:00+10:00"))),
        households=(HouseholdEntry(id="north"),),
        facts=tuple(
            FactEntry(question=f"lamps/{name}", about="north", answer=answer)
            for name, answer in answers.items()
            if answer is not None
        ),
        decisions=() if light is None else (decision,),
    )


def example(shows: tuple[str, ...] = ("lamp/lighting/dusk",), one: Case | None = None, **rest: Any) -> WorkedExample:
    """A worked example of one house."""
    said = {
        "id": "a-house",
        "title": "A house that is kept.",
        "at": None,
        "readings": {},
        "expect": {},
        "text": "",
        **rest,
    }
    return WorkedExample(package="lamps.examples", shows=shows, case=one or case(), **{"asks": None, **said})
