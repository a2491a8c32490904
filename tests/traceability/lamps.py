"""An invented program: who lights which lamp, by a handbook of a few lines."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Hours
from cimscore.case import Case, Dates, DecisionEntry, FactEntry, HouseholdEntry, Moment
from cimscore.composition import vocabulary_of
from cimscore.policy import Clause, Disposition, PolicyEdition, Row, Source, passages_of
from cimscore.rulebook import Declarations, Identity, Rulebook, WorkedExample, build_rulebook
from cimscore.rules import (
    Clocks,
    Conclusion,
    Defined,
    Duties,
    Household,
    Question,
    Reading,
    Rows,
    Table,
    Topic,
    Value,
    covers,
    edition,
    editions_table,
    some,
)
from cimscore.rules.vocabulary import is_home, received
from cimscore.wire import read_case, read_example

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
    said = {
        "text": f"Our statement of {name}.", "title": f"About {name}", "subject": "a lamp",
        "editions": ("first", "second"), **rest,
    }  # fmt: skip
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

home = Household("home")
moment = Value("moment", Moment)
size = Value("size", Size)

KEPT = Question(id="kept", things=(home,), text="Does somebody keep {home}?", answers=bool)
STORM_DOOR = Question(id="storm-door", things=(home,), text="Has {home} a storm door?", answers=bool)
SIZE = Question(
    id="size", things=(home,), text="How large is the lamp of {home}?", answers=Size, working=Size.SMALL,
    why="most lamps are",
)  # fmt: skip
LIGHT_ENOUGH = Question(
    id="light-enough", things=(), text="Is it light enough?", answers=bool, decided_by="keeper",
    cites=("lamp/putting-out/judges",),
)  # fmt: skip
DUSK = Reading(
    id="dusk", question="When is dusk?", readings={Dusk.SUNSET: "When the sun sets.", Dusk.DARK: "When it is dark."},
    taken=Dusk.SUNSET, because="The almanac has it so.", clauses=("lamp/lighting/dusk",),
)  # fmt: skip
OIL: Table[Size, Hours] = Table(
    id="oil",
    title="How long the oil lasts",
    rows=(Row(Size.SMALL, Hours(2), "lamp/lighting/small-lamp"), Row(Size.LARGE, Hours(4), "lamp/lighting/dusk")),
)

is_kept = Defined((home,), "somebody [keeps] {home}", is_home(home) & KEPT(home))
has_a_storm_door = Defined((home,), "{home} [has] a storm door", STORM_DOOR(home))

LIT = Conclusion("lit", (home,), "{home} [is] lit", topic=Topic.HOUSEHOLDS)
LIT.row(
    "kept-house",
    home,
    when=is_kept(home),
    unless=has_a_storm_door(home),
    cites=["lamp/lighting/dusk", "lamp/lighting/storm-door"],
)
some_house_is_lit = Defined((), "some house [is] lit", some(home, LIT(home)))

DUTIES = Duties("keeping", ())
for dusk, act in ((Dusk.SUNSET, "light"), (Dusk.DARK, "light-late")):
    DUTIES.duty(
        act, f"light a lamp at {dusk}", by="the keeper", when=some_house_is_lit() & DUSK.is_(dusk),
        cites=["lamp/lighting/dusk"],
    )  # fmt: skip
DUTIES.duty("trim", "trim the wick", by="the keeper", when=some_house_is_lit(), cites=["lamp/lighting/wick"])
DUTIES.duty(
    "put-out", "put the lamp out", by="the keeper", when=some_house_is_lit() & LIGHT_ENOUGH(),
    cites=["lamp/putting-out/judges"],
)  # fmt: skip


def editions() -> Conclusion:
    """The edition of the day of receipt governs."""
    table = editions_table()
    table.row(
        "by-receipt",
        "lamp",
        edition,
        when=some(moment, received(moment) & covers("lamp", moment, edition)),
        cites=["lamp/lighting/dusk"],
    )
    return table


def clocks(oil: Table[Size, Hours] = OIL) -> Clocks:
    """A lit lamp is filled again when its oil is used up."""
    made = Clocks((home,))
    made.clock(
        "refill",
        "fill the lamp again",
        owed=LIT(home) & SIZE.is_(home, size),
        starts=received(moment),
        within=oil,
        by=size,
        who="the keeper",
        cites=["lamp/lighting/dusk"],
    )
    return made


def tables(oil: Table[Size, Hours] = OIL) -> Mapping[Topic, tuple[Rows, ...]]:
    """Everything that the program concludes."""
    return {
        Topic.EDITIONS: (editions(),),
        Topic.HOUSEHOLDS: (LIT,),
        Topic.DUTIES: (DUTIES,),
        Topic.TIMEFRAMES: (clocks(oil),),
    }


DECLARED = Declarations(
    identity=Identity(id="lamps", title="Lamps", zone=ZoneInfo("Australia/Brisbane")),
    distribution=("lamps", "1"),
    sources=(SOURCE,),
    clauses=CLAUSES,
    tables=tables(),
)


def rulebook(**changes: Any) -> Rulebook:
    """The program's rulebook, with some of what it declares changed."""
    return build_rulebook(
        [attrs.evolve(DECLARED, **changes)], lambda document, book: read_case(document, vocabulary_of(book))
    )


def case(
    id: str = "a-house",
    *,
    kept: bool | None = True,
    storm_door: bool | None = False,
    year: int = 2025,
    light: bool | None = None,
) -> Case:
    """One house called north. What is None is not known."""
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


EXAMPLE = """
title: A house that is kept.
shows: [lamp/lighting/dusk]
case:
  cimscore: 1
  id: a-house
  programs: [lamps]
  dates: {received: 2025-03-03T10:00+10:00}
  households: [{id: north}]
expect: {}
"""


def example(
    shows: tuple[str, ...] = ("lamp/lighting/dusk",), one: Case | None = None, text: str = EXAMPLE, **rest: Any
) -> WorkedExample:
    """A worked example of one house."""
    read = read_example(text, "lamps.examples", "a-house", rulebook())
    return attrs.evolve(read, shows=shows, case=one or case(), **rest)
