"""Laws of a decision: what must be proved of each smallest thing that they apply to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

import attrs

from cimscore.assessment.checks.gaps import gaps_of
from cimscore.assessment.decision.undecided import Law
from cimscore.assessment.decision.words import Words
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.reasoning.claims.told import Decided, WorkingClaim
from cimscore.reasoning.graded import Tuple, by_text
from cimscore.reasoning.points.points import PointKind
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.reasons.support import Support
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.rows.conclusions import GOES, RECORD, Conclusion, Topic

_MOST_ASKED: Final = 3


def laws_of(decided: Decided, words: Words, listed: Collection[str]) -> tuple[Law, ...]:
    """Return the laws that are broken or not proven: the program's own first, then those of every program.

    A law that certainly applies must be certain; one that applies provisionally must hold by the working answers. What
    a law of the program reports already is not repeated.

    Args:
        decided: What was decided.
        words: The words for things and sentences.
        listed: The addresses of the questions that the decision lists.
    """
    laws = (law for law in decided.run.compiled.program.of_topic(Topic.LAWS) if law.owes is not None)
    found = [broken for law in laws for broken in _broken(law, decided, words, listed)]
    told = {broken.things for broken in found} | {broken.things[:1] for broken in found}
    return (*found, *(gap for gap in gaps_of(decided, words) if gap.things not in told))


def _broken(law: Conclusion, decided: Decided, words: Words, listed: Collection[str]) -> Iterator[Law]:
    owed = decided.run.compiled.owes(law)(decided.run.use)
    for things, grade in sorted(owed.items(), key=lambda row: by_text(row[0])):
        told = decided.told.get((law.key, things))
        proven = told is not None and (told.certain or (grade < CERTAIN and not _is_made(things, decided)))
        if grade >= PROVISIONAL and not proven:
            held = tuple(_held_back(things, decided, words)) if law.holds_back else ()
            asked = _questions(law, things, told, decided, words, listed)
            broken = _law(law, things, told, asked, words)
            now, perhaps = (held, ()) if told is None else ((), held)
            yield attrs.evolve(broken, holds_back=now, may_hold_back=perhaps)


def _is_made(things: Tuple, decided: Decided) -> bool:
    """Return True for a record that is certainly made, be it only by trying every answer."""
    made = [decided.told.get((RECORD, (thing,))) for thing in things if isinstance(thing, RecordName)]
    return bool(made) and all(told is not None and told.certain for told in made)


def _law(law: Conclusion, things: Tuple, told: WorkingClaim | None, asked: dict[str, str], words: Words) -> Law:
    why, to_do = law.unmet
    form, of = words.form(law, things)
    return Law(
        id=law.id,
        things=things,
        says=words.said(law, things),
        holds_provisionally=told is not None,
        clauses=tuple(dict.fromkeys(cite for row in law.rows for cite in row.cites)),
        why="It hangs on what nobody has answered yet." if asked else why,
        to_do=f"Answer: {' '.join(asked.values())}" if asked else to_do,
        asks=tuple(asked.items()),
        form=form,
        of=of,
    )


def _held_back(things: Tuple, decided: Decided, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the records that a law is about, and those into which what it is about goes."""
    goes = {row[-1] for row in decided.of(GOES) if row[0] in things}
    records = {thing for thing in things if isinstance(thing, RecordName)} | goes
    yield from sorted((str(record), words.name(record)) for record in records)


def _questions(
    law: Conclusion, things: Tuple, told: WorkingClaim | None, decided: Decided, words: Words, listed: Collection[str]
) -> dict[str, str]:
    """Return the open questions on which a law hangs, by address.

    Those that are listed come before others, and of what is left those without a working answer.
    """
    resting = [address for answers in told.rests_on for address, _ in answers] if told is not None else []
    if not resting:
        support = Support(decided.run)
        resting = list(support.points_of(support.of(law, things)))
    brought = {answer.address for answer in decided.otherwise if (law.key, things) in answer.adds}
    points = [point_at(decided.run, address) for address in dict.fromkeys(resting)]
    # A law that no other edition would mend does not hang on which one governs.
    points = [point for point in points if told or point.kind is not PointKind.EDITION or point.address in brought]
    points = [point for point in points if point.address in listed] or points
    asked = [point for point in points if point.working not in point.values] or points
    return {
        asking.address: words.asked(asking, decided.run.context.things_at(asking.address))
        for asking in asked[:_MOST_ASKED]
    }
