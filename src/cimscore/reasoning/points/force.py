"""Clauses in force, by the edition of each document that governs the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Span
from cimscore.grades import CERTAIN, NO, POSSIBLE, PROVISIONAL
from cimscore.policy import Policy, PolicyEdition, Row, Source, editions_of_row
from cimscore.reasoning.graded import Graded, Tuple


@attrs.frozen
class ForceGrades:
    """Grades of clauses being in force.

    Attributes:
        policy: The program's documents.
        choices: Editions that may govern each document, with their grades. A document that is missing has one edition,
            or belongs to another program; its clauses are in force.
        governed: Documents of which some edition certainly governs.
    """

    policy: Policy
    choices: Mapping[str, Mapping[str, int]]
    governed: frozenset[str]
    _known: dict[object, int] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def grade(self, citation: str) -> int:
        """Return the grade for a citation being in force."""
        if citation not in self._known:
            known = citation.partition("/")[0] in self.choices
            self._known[citation] = self._stands(citation, self.policy.editions_of(citation) if known else ())
        return self._known[citation]

    def grade_of_row(self, row: Row[Any, Any]) -> int:
        """Return the grade of a line of a table: its clause is in force and its dates do not exclude it."""
        known = row.clause.partition("/")[0] in self.choices
        return self._stands(row.clause, editions_of_row(row, self.policy) if known else ())

    def _stands(self, citation: str, editions: Sequence[str]) -> int:
        """Return the grade of what is in some editions: certain if every edition that may govern is one of them."""
        document = citation.partition("/")[0]
        choices = self.choices.get(document)
        if choices is None:
            return CERTAIN
        # It may be open which edition governs. If all of them have the clause, it is certainly in force.
        if choices and document in self.governed and all(edition in editions for edition in choices):
            return CERTAIN
        return max((grade for edition, grade in choices.items() if edition in editions), default=NO)


def force_of(policy: Policy, chosen: Graded, decided: frozenset[str], governed: frozenset[str]) -> ForceGrades:
    """Return the grade of every clause whose document's editions are chosen.

    If the text of the governing edition is not held, the last one held applies.

    Args:
        policy: The program's documents.
        chosen: Editions that govern: ``{(document, edition): grade}``.
        decided: Documents whose edition a row can choose. If none is chosen, none of their clauses is in force.
        governed: Documents of which some edition certainly governs.
    """
    choices: dict[str, dict[str, int]] = {document: {} for document in decided}
    for (document, edition), grade in chosen.rows.items():
        held, _ = policy.goes_on_by(document, edition)
        among = choices.setdefault(document, {})
        # Two editions may go on by the same held text. The better grade counts.
        among[held] = max(grade, among.get(held, 0))
    return ForceGrades(policy, choices, governed)


def rows_in_force(rows: Sequence[Row[Any, Any]], force: ForceGrades) -> Graded:
    """Return a table's lines as ``(key, value)``, each with the grade with which it holds."""
    found: dict[Tuple, int] = {}
    for row in rows:
        grade = force.grade_of_row(row)
        if grade > found.get((row.key, row.value), 0):
            found[row.key, row.value] = grade
    return Graded(found)


class Editions:
    """The editions of documents, looked up by document and moment."""

    def __init__(self, policy: Policy, zone: ZoneInfo, chosen: Mapping[str, str] | None = None) -> None:
        """Hold the editions of some documents.

        Args:
            policy: The documents.
            zone: Zone of the days on which editions begin and end.
            chosen: Editions that the caller chose, by document. The other documents are those of the nearest day on
                which these were in force: the documents of one day belong together.
        """
        self._sources: dict[str, Source] = {source.id: source for source in policy.sources}
        self._zone = zone
        self._chosen = [
            edition
            for document, named in (chosen or {}).items() if document in self._sources
            for edition in self._sources[document].editions if edition.id == named
        ]  # fmt: skip

    def answers(self, place: Tuple) -> list[tuple[str, int]]:
        """Return the editions that may govern at a moment, each with its grade.

        Args:
            place: The document's id and the moment, which may be a span.
        """
        document, moment = place[0], self._nearest(place[1])
        source = self._sources.get(document)
        if source is not None and moment is UNKNOWN:
            return [(edition.id, POSSIBLE) for edition in source.editions]
        if source is None or not isinstance(moment, Moment | Span):
            return []
        covering = self._covering(source, moment)
        if len(covering) == 1 and self.governs_one(document, moment):
            return [(covering[0], CERTAIN)]
        working = self._on(source, moment if isinstance(moment, Moment) else moment.working)[:1]
        return [(edition, PROVISIONAL if edition in working else POSSIBLE) for edition in covering]

    def _covering(self, source: Source, moment: Moment | Span) -> list[str]:
        """Return every edition that covers a day from the first that a moment can be to the last, in their order."""
        if isinstance(moment, Moment):
            return self._on(source, moment)
        first, last = (None if end is None else end.day(self._zone) for end in (moment.first, moment.last))
        return [
            edition.id
            for edition in source.editions
            if (last is None or edition.may_begin is None or edition.may_begin <= last)
            and (first is None or edition.until is None or first < edition.until)
        ]

    def governs_one(self, document: str, moment: object) -> bool:
        """Return True if an edition, one or another, certainly governs on every day that a moment can be.

        Args:
            document: The document's id.
            moment: The moment, which may be a span.
        """
        source, moment = self._sources.get(document), self._nearest(moment)
        if source is None or not isinstance(moment, Moment | Span):
            return False
        first, last = (moment, moment) if isinstance(moment, Moment) else (moment.first, moment.last)
        day = dt.date.min if first is None else first.day(self._zone)
        end = dt.date.max if last is None else last.day(self._zone)
        # From the end of one edition to the next, not day by day: a moment without bounds spans ten thousand years.
        while day <= end:
            lasts = [edition.until for edition in source.editions if _has_begun(edition, day)]
            # No edition is a gap, so none governs. One without an end covers all that is left.
            if not lasts or None in lasts:
                return bool(lasts)
            day = max(until for until in lasts if until is not None)
        return True

    def _nearest(self, moment: Any) -> Any:
        """Return the nearest to a moment at which the chosen editions were in force."""
        for edition in self._chosen:
            if isinstance(moment, Moment):
                moment = _moved_into(edition, moment, self._zone)
            elif isinstance(moment, Span):
                first, last = (
                    end or Moment(day) for end, day in ((moment.first, dt.date.min), (moment.last, dt.date.max))
                )
                moment = Span(*(_moved_into(edition, end, self._zone) for end in (first, last, moment.working)))
        return moment

    def _on(self, source: Source, moment: Moment) -> list[str]:
        return [edition.id for edition in source.editions_on(moment.day(self._zone))]

    def grade(self, place: Tuple) -> int:
        """Return the grade with which an edition may govern: the document, the moment, the edition."""
        return next((grade for edition, grade in self.answers(place[:-1]) if edition == place[-1]), 0)


def _moved_into(edition: PolicyEdition, moment: Moment, zone: ZoneInfo) -> Moment:
    """Return a moment, or the first or the last day of an edition that was not in force at it yet, or any more."""
    day = moment.day(zone)
    if edition.may_begin is not None and day < edition.may_begin:
        return Moment(edition.may_begin)
    if edition.until is not None and day >= edition.until:
        return Moment(edition.until - dt.timedelta(days=1))
    return moment


@attrs.frozen
class OneOrAnother:
    """Documents of which some edition certainly governs at a moment, looked up like the editions themselves.

    Attributes:
        editions: The editions.
    """

    editions: Editions

    def answers(self, place: Tuple) -> list[tuple[str, int]]:
        """Return a nameless edition, certain, if some edition certainly governs; otherwise nothing.

        Args:
            place: Id of the document, and the moment, which may be a span.
        """
        return [("", CERTAIN)] if self.editions.governs_one(*place) else []

    def grade(self, place: Tuple) -> int:
        """Return the grade with which a named edition may govern."""
        return self.editions.grade(place)


def _has_begun(edition: PolicyEdition, day: dt.date) -> bool:
    """Return True if an edition is certainly in force on a day, unless a later one has taken over from it."""
    return (edition.has_begun is None or edition.has_begun <= day) and (edition.until is None or day < edition.until)
