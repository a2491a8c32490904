"""Editions that govern a decision, and what they leave open.

An unknown clause of an edition that is known in part might have added to the result. Only scope, records and duties
count for that: anything else that a clause says leads to those, or to nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from cimscore.clocks import Span
from cimscore.grades import PROVISIONAL
from cimscore.policy import ClauseStanding, Policy, Source
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.questions import key_at
from cimscore.reasoning.run import Run
from cimscore.rules import Conclusion, Topic
from cimscore.rules.english.nouns import first_listed
from cimscore.rules.rows.conclusions import EDITION, ConclusionRow

Governed = tuple[str, str, str]
"""A document, the edition that governs it, and a sentence where that edition is known only in part or is a draft."""

_NAMED: Final = 3
_WORK: Final = (Topic.SCOPE, Topic.RECORDS, Topic.DUTIES)


def none_in_force(run: Run) -> bool:
    """Return True if the program chooses editions and none governs by the working answers."""
    chooses = EDITION in run.compiled.program.predicates
    return chooses and max(run.use(EDITION).rows.values(), default=0) < PROVISIONAL


def chooses_edition(run: Run, address: str) -> bool:
    """Return True if an open question has to be answered before any edition governs."""
    table = run.compiled.program.predicates.get(EDITION)
    if table is None or not none_in_force(run):
        return False
    return key_at(address) in run.compiled.reads(table)


def governed_by(decided: Decided) -> Iterator[Governed]:
    """Yield each document with the edition that governs it, and a sentence where it is known in part or is a draft."""
    run, program = decided.run, decided.run.compiled.program
    if EDITION not in program.predicates:
        return
    rows = sorted(run.use(EDITION).rows.items())
    governing = [(document, edition) for (document, edition), grade in rows if grade >= PROVISIONAL]
    silent = silent_editions(decided, dict(governing))
    for document, edition in governing:
        held, sentence = program.policy.goes_on_by(document, edition)
        partial = sentence if held != edition or document in silent else ""
        yield document, edition, " ".join(filter(None, (partial, _of_a_draft(program.policy, document, held))))


def _of_a_draft(policy: Policy, document: str, edition: str) -> str:
    """Return which clauses of an edition nobody has read yet; empty if there is none."""
    unread = policy.not_read(document, edition)
    if not unread:
        return ""
    return (
        f"The edition {edition} of {document} is a draft: nobody has read {first_listed(unread, _NAMED)} in it "
        "yet, and the rules go by what was read before."
    )


def begins_later(run: Run, cited: Collection[str]) -> Iterator[tuple[Source, dt.date]]:
    """Yield each document whose one edition begins after the receipt, with its first day, where no row chooses it.

    Args:
        run: The run.
        cited: The clauses on which something rests.
    """
    received = run.context.received.last if isinstance(run.context.received, Span) else run.context.received
    if received is None:
        return
    documents = {clause.partition("/")[0] for clause in cited} - run.force.choices.keys()
    for source in run.compiled.program.policy.sources:
        first = source.editions[0].from_ if len(source.editions) == 1 else None
        if source.id in documents and first is not None and received.day(run.context.zone) < first:
            yield source, first


def silent_editions(decided: Decided, governing: Mapping[str, str]) -> frozenset[str]:
    """Return the documents whose governing edition does not tell whether more is in scope, to be recorded or done.

    Args:
        decided: What was decided.
        governing: The edition that governs each document.
    """
    return frozenset(
        document
        for document, conclusion, row in _not_in_source(decided, governing)
        if _would_add(decided, conclusion, row)
    )


def _not_in_source(decided: Decided, governing: Mapping[str, str]) -> Iterator[tuple[str, Conclusion, ConclusionRow]]:
    """Yield each row of the work whose carrying clause an edition known in part neither has nor rules out."""
    program = decided.run.compiled.program
    for conclusion in program.conclusions:
        for row in conclusion.rows if conclusion.topic in _WORK and not conclusion.leading else ():
            clause = row.cites[0].partition("@")[0]
            document = clause.partition("/")[0]
            if document in governing:
                standing = program.policy.standing(clause, governing[document])
                if standing is ClauseStanding.NOT_IN_SOURCE:
                    yield document, conclusion, row


def _would_add(decided: Decided, conclusion: Conclusion, row: ConclusionRow) -> bool:
    """Return True if a row would add something new, if its clause were in force."""
    given = decided.run.compiled.row(conclusion, row)(decided.run.use)
    return any(grade >= PROVISIONAL and (conclusion.key, things) not in decided.told for things, grade in given.items())
