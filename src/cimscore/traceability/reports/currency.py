"""Currency: which editions are in force on a day, which have ended and by what, and how many clauses each has."""

from __future__ import annotations

import calendar
import datetime as dt
import enum
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from cimscore.policy import Disposition
from cimscore.traceability.declared.declared import TracedEdition, TracedSource
from cimscore.traceability.trace.model import Trace, TracedClause


class Force(enum.StrEnum):
    """States of an edition on a day."""

    IN_FORCE = "in force"
    PERHAPS = "perhaps in force"
    NOT_YET = "not yet in force"
    ENDED = "ended"


@attrs.frozen(kw_only=True)
class Currency:
    """State of a clause, or of something that rests on it, on a day.

    Attributes:
        force: In force, ended, not yet in force, or open because only the month is known.
        when: Time when it ended or begins, in words: ``in April 2025``, ``on 9 December 2024``; empty if in force.
        by: Edition that replaced it; None if unknown.
    """

    force: Force
    when: str = ""
    by: TracedEdition | None = None

    @property
    def in_words(self) -> str:
        """Return the state in a few words: ``Ended in April 2025``."""
        return f"{self.force[:1].upper()}{self.force[1:]}{f' {self.when}' if self.when else ''}"


IN_FORCE: Final = Currency(force=Force.IN_FORCE)


def force_on(edition: TracedEdition, day: dt.date) -> Force:
    """Return the state of an edition on a day. An edition without dates counts as in force."""
    if edition.until is not None and edition.until <= day:
        return Force.ENDED
    month = edition.from_known_only_to
    begins = dt.date.fromisoformat(f"{month}-01") if month else edition.from_
    if begins is not None and day < begins:
        return Force.NOT_YET
    return Force.PERHAPS if month == f"{day:%Y-%m}" else Force.IN_FORCE


def currency_of(source: TracedSource, editions: Iterable[str], day: dt.date) -> Currency:
    """Return the state, on a day, of what is in some editions of a source."""
    held = set(editions)
    own = [edition for edition in source.editions if edition.id in held]
    stand = {force_on(edition, day) for edition in own}
    if not own or Force.IN_FORCE in stand:
        begun = any(force_on(edition, day) is Force.PERHAPS for edition in source.editions if edition.id not in held)
        return Currency(force=Force.PERHAPS) if begun and own else IN_FORCE
    if Force.PERHAPS in stand:
        return Currency(force=Force.PERHAPS)
    if Force.NOT_YET in stand:
        first = next(edition for edition in own if force_on(edition, day) is Force.NOT_YET)
        return Currency(force=Force.NOT_YET, when=_begins(first))
    # An edition without an end outlasts all others.
    last = max(own, key=lambda edition: edition.until or dt.date.max)
    return _ended(source, last)


def _ended(source: TracedSource, last: TracedEdition) -> Currency:
    """Return what ended with an edition, and the edition that begins where this one ends."""
    until = last.until or dt.date.max
    after = source.editions[source.editions.index(last) + 1 :]
    month = f"{until - dt.timedelta(days=1):%Y-%m}"
    by = next((edition for edition in after if edition.from_ == until or edition.from_known_only_to == month), None)
    if by is not None and by.from_known_only_to:
        return Currency(force=Force.ENDED, when=_in_month(by.from_known_only_to), by=by)
    return Currency(force=Force.ENDED, when=f"on {in_words(until)}", by=by)


def _begins(edition: TracedEdition) -> str:
    """Return the first day of an edition, in words."""
    if edition.from_known_only_to:
        return f"(from some day of {_month(edition.from_known_only_to)})"
    return f"(from {in_words(edition.from_)})" if edition.from_ else ""


def in_words(day: dt.date) -> str:
    """Return a day as people write it: ``9 December 2024``."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _in_month(month: str) -> str:
    return f"in {_month(month)}"


def _month(month: str) -> str:
    year, number = month.split("-")
    return f"{calendar.month_name[int(number)]} {year}"


@attrs.frozen(kw_only=True)
class CoveredEdition:
    """Coverage of the clauses in an edition.

    Attributes:
        source: Id of its source.
        edition: Its id.
        force: Its state on the day.
        held: False if its document is not held, or none of its clauses is here.
        dispositions: Number of its clauses with each disposition.
    """

    source: str
    edition: str
    force: Force
    held: bool
    dispositions: tuple[tuple[Disposition, int], ...]

    @property
    def clauses(self) -> int:
        """Return the number of clauses in it."""
        return sum(number for _, number in self.dispositions)


_ORDER: Final = (Force.IN_FORCE, Force.PERHAPS, Force.NOT_YET, Force.ENDED)


def coverage_by_edition(trace: Trace, program: str, day: dt.date) -> tuple[CoveredEdition, ...]:
    """Return the coverage of each edition of a program's sources: source by source, those in force first."""
    found: list[CoveredEdition] = []
    for source in (source for source in trace.sources if source.program == program):
        clauses = [clause for clause in trace.clauses if clause.source == source.id]
        covered_editions = [_covered(source, edition, clauses, day) for edition in reversed(source.editions)]
        found += sorted(covered_editions, key=lambda covered: _ORDER.index(covered.force))
    return tuple(found)


def _covered(
    source: TracedSource, edition: TracedEdition, clauses: Sequence[TracedClause], day: dt.date
) -> CoveredEdition:
    became = [clause.became_in(edition.id) for clause in clauses if edition.id in clause.editions]
    return CoveredEdition(
        source=source.id,
        edition=edition.id,
        force=force_on(edition, day),
        held=source.held and edition.encoded,
        dispositions=tuple((kind, became.count(kind)) for kind in Disposition),
    )
