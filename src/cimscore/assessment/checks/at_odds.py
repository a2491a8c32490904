"""Facts of a case that do not fit together, or that nothing reads, but are no mistake of the document: reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from cimscore.assessment.by_then import told_too_late
from cimscore.assessment.decision.value import DecidedClock
from cimscore.assessment.decision.words import Words
from cimscore.assessment.timing.in_a_run import DONE_STATES
from cimscore.calendars import Due
from cimscore.case import Case, Finish
from cimscore.clocks import before, in_words
from cimscore.grades import CERTAIN
from cimscore.ids import nearest, split_record_address
from cimscore.reasoning.cases import answers_entered
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.questions import noted, point_at
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.english.nouns import listed_words
from cimscore.rules.rows.conclusions import Topic


def with_nothing_withdrawn(case: Case) -> Case:
    """Return a case with its withdrawn concerns as if they had been kept; the same case where there are none."""
    if all(concern.as_ is not Finish.WITHDRAWN for concern in case.concerns):
        return case
    kept = (
        attrs.evolve(concern, as_=None) if concern.as_ is Finish.WITHDRAWN else concern for concern in case.concerns
    )
    return attrs.evolve(case, concerns=tuple(kept))


def at_odds(case: Case, decided: Decided, kept: Sequence[DecidedClock]) -> Iterator[str]:
    """Yield a sentence for each thing that does not fit, with what to do. While there is one, nothing is final.

    Args:
        case: The case.
        decided: What was decided.
        kept: The clocks of the case with nothing withdrawn.
    """
    context = decided.run.context
    at, received, zone = context.at, context.received, context.zone
    if at is not None and received is not None and before(at, received, zone) == CERTAIN:
        yield f"It is looked at for {in_words(at, zone)}, before the information was received: give a later moment."
    else:
        yield from told_too_late(case, at, zone)
    for concern in sorted(case.concerns, key=lambda entry: entry.id):
        if concern.as_ is Finish.WITHDRAWN:
            yield (
                f"{concern.id} is withdrawn, so that nothing is told as owed by it, and no clause held here lets what "
                "was told go unrecorded."
            )
            yield (
                f"Ask whether {concern.id} was entered by mistake. Where only the one who told it has taken it back, "
                f"what was owed before may be owed still, and overdue{_still_due(concern.id, kept)}."
            )
    yield from _not_proposed(case, decided)


def _still_due(concern: str, kept: Sequence[DecidedClock]) -> str:
    """Return the days that the clocks of a withdrawn concern would have; empty where they have none."""
    due = [f"{clock.what}, {clock.due}" for clock in kept if _runs_for(concern, clock)]
    return f": {'; '.join(due)}" if due else ""


def _runs_for(concern: str, clock: DecidedClock) -> bool:
    over = any(word in DONE_STATES for word, _ in clock.states)
    return isinstance(clock.due, Due) and not over and concern in map(str, clock.things[:1])


def _not_proposed(case: Case, decided: Decided) -> Iterator[str]:
    """Yield a sentence for each record entered at an address that no rule makes, where others of its kind are made."""
    if any(concern.as_ is not None for concern in case.concerns):
        return  # what it had made before goes on under that address
    tables = decided.run.compiled.program.of_topic(Topic.RECORDS)
    rows = [things for table in tables for things in decided.run.value(table).rows]
    made = {thing for things in rows for thing in things if isinstance(thing, RecordName)}
    for record in sorted(case.records, key=lambda entry: entry.id):
        alike = sorted(str(thing) for thing in made if thing.kind == record.kind)
        if split_record_address(record.id) is not None and alike and record.id not in alike:
            yield (
                f"{record.id} is entered as a record of this case, and no rule makes it: its moves stop no clock. The "
                f"rules make {' and '.join(alike)}. Correct its address, or enter it by its number."
            )


def moves_unread(case: Case, decided: Decided) -> Iterator[str]:
    """Yield a sentence for each move that counts for nothing, of the records that no workflow holds to its steps.

    Args:
        case: The case.
        decided: What was decided.
    """
    compiled = decided.run.compiled
    # A workflow with a clause tells by that clause which of the steps it does not have.
    held = {flow.kind for flow in compiled.program.workflows if flow.cites or flow.refusals}
    known = {flow.kind: compiled.moves_of_rules.union(flow.names) for flow in compiled.program.workflows}
    for record in sorted(case.records, key=lambda entry: entry.id):
        looked_for = known.get(record.kind, compiled.moves)
        for move in record.moves_that_hold if record.kind in compiled.kinds - held else ():
            if move.move not in looked_for:
                listed = listed_words(sorted(looked_for)) or "no step"
                yield (
                    f"The step {move.move} of {record.id} counts for nothing: this program looks for {listed} of "
                    f"records on file. Write {'one of these, or ' if looked_for else ''}what was done under done:."
                )


def records_not_entered(case: Case, decided: Decided, words: Words) -> Iterator[str]:
    """Yield a sentence for each answer in free words that is nearly the number of a record on file, and is none.

    Args:
        case: The case.
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    run = decided.run
    numbers = [record.id for record in case.records if split_record_address(record.id) is None]
    for question, answers in answers_entered(case, run.compiled.program):
        for things, given in answers.items() if question.other_words else ():
            said = given.answer
            if not isinstance(said, str) or said in (*question.codes, *numbers):
                continue
            if near := nearest(said, numbers):
                point = point_at(run, noted(run, question, things))
                yield (
                    f"This answer names no record of this case: {words.asked(point)} {said}. Did you mean {near}? "
                    "If it is one that is not entered here, it is right as it is."
                )
