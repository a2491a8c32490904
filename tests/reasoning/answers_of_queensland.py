"""Random answers to Queensland's questions, and its worked examples as cases."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from functools import cache
from typing import Final

from random_worlds import AREAS, RECEIVED, World

from cimscore.case import Case, Moment, ResidenceKind
from cimscore.composition import load_rulebook
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rulebook import Rulebook
from cimscore.wire import load_examples

PROGRAM: Final = "qld-child-safety"
OFFICER: Final = "child-safety-officer"
RESPONSES: Final = ("notification", "notification", "child-concern-report", "intake-enquiry", "limited-intake")
PRIORITIES: Final = ("24-hour", "5-day", "10-day")


@cache
def rulebook() -> Rulebook:
    """Return the rulebook of the installed programs."""
    return load_rulebook()


def programs() -> Mapping[str, Compiled]:
    """Return every installed program, ready to run."""
    return {id: one.compiled for id, one in rulebook().programs.items()}


def queensland() -> Compiled:
    """Return Queensland's program, ready to run."""
    return programs()[PROGRAM]


@cache
def worked_examples(program: str = PROGRAM) -> dict[str, Case]:
    """Return the case of each worked example of a program by the example's name."""
    return {example.id: example.case for example in load_examples(rulebook(), program)}


def answer(chance: random.Random, world: World) -> None:
    """Answer most of what Queensland asks of a world."""
    for concern in world.concerns:
        response = chance.choice(RESPONSES)
        world.decide("response", concern.id, response, OFFICER)
        if response == "notification":
            world.decide("response-priority", concern.id, chance.choice(PRIORITIES), OFFICER)
    for child in world.children:
        world.state("protective-parent", child, chance.random() < 0.5)
        for home in world.homes:
            if chance.random() < 0.5:
                world.decide("concerns-relate", f"{child}@{home.id}", chance.random() < 0.5, OFFICER)
    for record in world.records:
        if record.kind == "investigation":
            world.state("priority-of-record", record.id, chance.choice(PRIORITIES))
            world.state("family-moved", record.id, chance.random() < 0.3)
            world.state("moved-for-good", record.id, chance.random() < 0.5)
    if chance.random() < 0.7:
        world.state("office", "case", chance.choice(AREAS))
    if chance.random() < 0.7:
        world.state("intake-created", "case", Moment(RECEIVED + dt.timedelta(hours=2)))
    _decide_whose_protection(chance, world)


def _decide_whose_protection(chance: random.Random, world: World) -> None:
    for child in world.children:
        homes = _homes_of(child, world)
        if len(homes) > 1 and chance.random() < 0.5:
            world.decide("whose-protection", child, chance.choice(homes), OFFICER)


def _homes_of(child: str, world: World) -> list[str]:
    """Return the homes in which a child or a parent of the child lives."""
    family = {child, *(row.from_ for row in world.kin if row.to == child)}
    lives = (ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME)
    return sorted({stay.household for stay in world.stays if stay.person in family and stay.kind in lives})


def random_case(seed: int) -> Case:
    """Return a random case in which nothing is left open that a document can state."""
    return World(seed, PROGRAM, answer).case()
