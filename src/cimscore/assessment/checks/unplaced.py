"""People of a case without a part in any record. Each is reported with a reason, so that nobody is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.assessment.decision.near import Unplaced
from cimscore.assessment.decision.words import Words
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.graded import EMPTY
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.things import Person, Record
from cimscore.rules.rows.conclusions import RECORD, Conclusion, Topic
from cimscore.rules.vocabulary import asks_about, has_died, is_about, is_person, responsible_for, was_present

NAMED: Final = (
    (is_about, "{} is about {}"),
    (asks_about, "{} asks about {}"),
    (responsible_for, "{} holds {} responsible"),
    (was_present, "{} has {} among those who were there"),
)
"""How a concern names somebody, with places for the concern and the person."""


def unplaced_of(decided: Decided, words: Words) -> tuple[Unplaced, ...]:
    """Return everybody without a role or profile in any record; nobody, if the program gives none to anybody.

    Args:
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    tables = [table for table in decided.run.compiled.program.of_topic(Topic.ROLES) if _gives_a_part(table)]
    if not tables:
        return ()
    placed = {thing for table in tables for things in decided.of(table.key) for thing in things}
    is_made = bool(decided.of(RECORD))
    none = "in no record yet: it is open which is made" if _may_be_made(decided.run) else "in no record: none is made"
    people = sorted(decided.run.situation.base.get(is_person.key, EMPTY).rows)
    return tuple(
        Unplaced(
            person=person,
            name=words.name(person),
            why=f"{_named(decided.run, person)}, and no rule gives them a part" if is_made else none,
        )
        for (person,) in people
        if person not in placed
    )


def _may_be_made(run: Run) -> bool:
    tables = (conclusion for conclusion in run.compiled.program.conclusions if conclusion.key == RECORD)
    return any(grade for table in tables for grade in run.value(table).rows.values())


def _gives_a_part(table: Conclusion) -> bool:
    return {Person, Record} <= {type(thing) for thing in table.things}


def _named(run: Run, person: str) -> str:
    found = list(_by_concerns(run, person))
    dead = run.situation.base.get(has_died.key, EMPTY).grade((person,)) >= PROVISIONAL
    part = f"role open: {' and '.join(found)}" if found else "in no record: no concern names them"
    return f"who has died, {part}" if dead else part


def _by_concerns(run: Run, person: str) -> Iterator[str]:
    for predicate, says in NAMED:
        rows = run.situation.base.get(predicate.key, EMPTY).rows.items()
        concerns = sorted(things[0] for things, grade in rows if things[1] == person and grade >= PROVISIONAL)
        yield from (says.format(concern, "them") for concern in concerns)
