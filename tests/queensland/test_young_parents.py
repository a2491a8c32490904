"""Small worlds of a young parent, an infant and an unborn child, held against the same laws."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

import attrs
from invented_intakes import (
    RECEIVED,
    asked,
    assess,
    carried,
    concern,
    decision,
    fact,
    homes,
    intake,
    notified,
    parents,
    people,
    records,
    reported,
    roles,
    stays,
    subjects,
)
from tests.each_nth import spread

from cimscore.case import Case

ANSWERS = {"notified": notified, "reported": reported}


@attrs.frozen
class World:
    """Amy is fifteen and Ivo's mother; Nan is Amy's mother and expects a child; who the concerns are about varies."""

    first: str
    second: str
    first_answer: str
    second_answer: str
    amy: str
    ivo: str
    unborn: str

    def case(self) -> Case:
        """The world as a case document would tell it; what is told of others relates to nobody who is named as well."""
        concerns = [concern("c1", self.first, "home", responsible="nan")]
        decisions = [*ANSWERS[self.first_answer]("c1")]
        if self.second:
            concerns.append(concern("c2", self.second, "home", responsible="nan"))
            decisions += [*ANSWERS[self.second_answer]("c2"), decision("repeats", "c2", False)]
        told = {"amy": self.amy, "ivo": self.ivo, "kid": self.unborn}
        decisions += [decision("concerns-relate", f"{who}@home", it == "yes") for who, it in told.items()]
        return intake(
            people=people(amy="2009-06-01", ivo="2024-11-01", nan="1986-01-20", kid="of nan"),
            households=homes(home="Logan"),
            residences=stays("amy home", "ivo home", "nan home"),
            relationships=parents(nan="amy", amy="ivo"),
            concerns=tuple(concerns),
            decisions=tuple(decisions),
            facts=(fact("intake-created", RECEIVED),),
        )

    def subjects(self) -> set[str]:
        """Whom the concerns are about, or to whom they are decided to relate."""
        related = {"amy": self.amy, "ivo": self.ivo, "kid": self.unborn}
        return {*self.first.split(), *self.second.split(), *(who for who, it in related.items() if it == "yes")}


def worlds() -> Iterator[World]:
    """Every world in which each child is named by a concern or decided about."""
    for first, second in itertools.product(("amy", "ivo", "kid", "amy ivo"), ("", "amy", "ivo", "kid")):
        named = {*first.split(), *second.split()}
        choices = [("",) if who in named else ("yes", "no") for who in ("amy", "ivo", "kid")]
        for answers in itertools.product(ANSWERS, ANSWERS if second else ("notified",)):
            for relate in itertools.product(*choices):
                yield World(first, second, *answers, *relate)


@functools.cache
def everything() -> dict[World, tuple[dict[str, str], set[str], set[str]]]:
    """Roles, what is carried, and records of each fourth world; of every one in the long run."""
    found = {}
    for world in spread(worlds(), 4):
        decided = assess(world.case())
        assert decided.laws == (), world
        assert asked(decided) <= {"parents@kid"}, world  # nobody says who the father is
        assert subjects(decided) == world.subjects(), world
        found[world] = roles(decided, sure=True), carried(decided, sure=True), records(decided, sure=True)
    return found


def test_there_are_many_worlds() -> None:
    print(f"{len(list(worlds()))} worlds, of them decided {len(everything())}")

    assert len(list(worlds())) > 100


def test_every_concern_is_carried_and_every_record_carries_one() -> None:
    for world, (_, what, made) in everything().items():
        assert {it.partition("@")[0] for it in what} == ({"c1", "c2"} if world.second else {"c1"}), world
        assert {it.partition("@")[2] for it in what} == made, world


def test_every_subject_is_a_subject_child_of_a_record() -> None:
    for world, (given, _, _) in everything().items():
        assert {who.partition("@")[0] for who, it in given.items() if it == "subject child"} == world.subjects(), world


def test_the_infant_has_an_event_of_their_own_exactly_when_the_young_parent_is_a_subject_too() -> None:
    for world, (_, _, made) in everything().items():
        apart = any(record.endswith("/ivo") for record in made)
        assert apart is ({"amy", "ivo"} <= world.subjects()), world


def test_in_the_event_of_the_infant_the_young_parent_is_the_parent_and_no_one_else_is_a_subject() -> None:
    for world, (given, _, made) in everything().items():
        for record in (it for it in made if it.endswith("/ivo")):
            assert given[f"amy@{record}"] == "parent", world
            assert [who for who, it in given.items() if who.endswith(f"@{record}") and it == "subject child"] == [
                f"ivo@{record}"
            ], world


def test_every_child_has_one_role_in_every_record_of_the_household() -> None:
    for world, (given, _, made) in everything().items():
        assert {f"{who}@{it}" for who in ("amy", "ivo", "kid") for it in made} <= given.keys(), world
