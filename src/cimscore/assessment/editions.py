"""Choosing editions by hand, in place of those that the rules choose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import attrs

from cimscore.assessment.outcome import Outcome, State
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import PolicyEdition, Source
from cimscore.rulebook import Rulebook
from cimscore.rules import Edition


def check_editions(rulebook: Rulebook, editions: Mapping[str, str]) -> None:
    """Refuse a source or an edition that does not exist.

    Raises:
        UnknownNameError: Naming the first that is not known.
    """
    for source, edition in editions.items():
        if source not in rulebook.sources:
            raise UnknownNameError("source", source, rulebook.sources, did_you_mean(source, rulebook.sources))
        ids = [it.id for it in rulebook.sources[source].editions]
        if edition not in ids:
            raise UnknownNameError(f"edition of {source}", edition, ids, did_you_mean(edition, ids))


def with_editions(
    outcomes: Iterable[Outcome], sources: Mapping[str, Source], editions: Mapping[str, str]
) -> Iterator[Outcome]:
    """The outcomes of topic *editions* with some choices taken from the caller.

    Where a chosen edition does not cover the day that the rules went by, its own first day is taken instead, and
    the program's other sources that a rule chooses among are taken as of that day too.

    Args:
        outcomes: What the rules found, about each source.
        sources: The program's sources.
        editions: The caller's choices, by source.
    """
    by_source: dict[str, Outcome] = {}
    kept = list(outcomes)
    for outcome in kept:
        if outcome.about.id not in by_source or outcome.state is State.APPLIES:
            by_source[outcome.about.id] = outcome
    chosen = {id: sources[id].edition(edition) for id, edition in editions.items() if id in by_source}
    moved = next((day for id, edition in chosen.items() if (day := _moved_to(edition, by_source[id]))), None)
    for id, edition in chosen.items():
        yield _chosen(by_source[id], edition, f"Edition {edition.id} of {id} was chosen for this assessment.")
    for id in sorted(by_source.keys() - chosen.keys()):
        if moved is None:
            yield from (outcome for outcome in kept if outcome.about.id == id)
        else:
            follows = f"Taken as of {moved}, because editions were chosen for this assessment."
            yield _on_day(by_source[id], sources[id].edition_on(moved), moved, follows)


def _moved_to(edition: PolicyEdition, outcome: Outcome) -> dt.date | None:
    """The day to go by instead, where the edition does not cover the one that the rules went by."""
    if outcome.state is State.APPLIES and edition.covers(outcome.answer.on):
        return None
    return edition.has_begun


def _chosen(outcome: Outcome, edition: PolicyEdition, told: str) -> Outcome:
    rules = [f"By the rules it would be: {outcome.answer.id or 'none'}."] if outcome.state is State.APPLIES else []
    day = _moved_to(edition, outcome) or (outcome.answer.on if outcome.answer else dt.date.min)
    return _answering(outcome, Edition(id=edition.id, on=day, flags=(told, *rules)))


def _on_day(outcome: Outcome, edition: PolicyEdition | None, day: dt.date, told: str) -> Outcome:
    return _answering(outcome, Edition(id=edition.id if edition else "", on=day, flags=(told,)))


def _answering(outcome: Outcome, answer: Edition) -> Outcome:
    return attrs.evolve(outcome, state=State.APPLIES, answer=answer, subject_to=frozenset(), cause=None)
