"""Decision of a program on a case, record by record: the people, the concerns, the duties and their clocks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from cimscore.assessment import DecidedClock, DecidedConclusion, Decision
from cimscore.assessment.decision.words import words_for
from cimscore.assessment.page.acts import other_limits
from cimscore.assessment.page.days import due_in_words
from cimscore.assessment.page.marks import marks_of
from cimscore.assessment.page.room import EVERYTHING, PLAIN
from cimscore.assessment.page.why_not import who_else, why_not
from cimscore.case import Case
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper.markdown import Sheet, bullets, folded, inline_code, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.standing.standing import came, sure
from cimscore.rules import Topic

_CAPITAL: Final = re.compile(r"^[a-z]")
_RECORD: Final = "record"


class Verdict:
    """The decision of one program, told once: what has been told under a record is not told again."""

    def __init__(self, sheet: Sheet, book: Book, decision: Decision, case: Case, beside: Collection[Decision]) -> None:
        self._sheet, self._book, self._decision = sheet, book, decision
        self._marks, self._beside = marks_of(decision, PLAIN, beside=beside), beside
        self._words = words_for(case, book.rulebook.program(decision.program).program)
        self._told: set[tuple[str, tuple[Any, ...]]] = set()

    def blocks(self) -> Iterator[str]:
        """Yield everything decided, as blocks of Markdown."""
        decision, marks, beside = self._decision, self._marks, {told.program for told in self._beside}
        yield f"**{plain(decision.title)}** {came(decision.state)}"
        yield bullets(map(plain, decision.because))
        yield from (plain(sentence) for _, _, sentence in decision.governed_by if sentence)
        yield self._table([line for line in decision.conclusions if line.warns])
        for topic in (Topic.SCOPE, Topic.HOUSEHOLDS, Topic.SUBJECTS):
            yield self._table(self._of(topic))
        yield bullets(map(plain, (*why_not(decision, marks, EVERYTHING), *who_else(decision, marks, beside))))
        for record in decision.about(_RECORD):
            yield from self._record(record)
        yield bullets(plain(person.says) for person in decision.unplaced)
        yield from self._rest()
        if not self._told:
            yield "Nothing is decided under this program, as far as is known."

    def _record(self, record: DecidedConclusion) -> Iterator[str]:
        name = record.things[0]
        yield f"### {plain(_sentence(self._words.name(name)))}"
        self._told.add((record.id, record.things))
        yield f"It is to be made: {sure(record.standing)}, by {self._clauses(record)}."
        inside = [line for line in self._of(Topic.ROLES) if name in line.things]
        yield self._table(inside)
        yield self._table([line for line in self._of(Topic.RECORDS) if name in line.things[1:]])
        yield self._clocks([clock for clock in self._decision.clocks if str(name) in clock.records])
        yield self._duties([line for line in self._of(Topic.DUTIES) if name in line.things])

    def _rest(self) -> Iterator[str]:
        """Yield what belongs to no record: duties and clocks of the case, then whatever else is concluded."""
        duties = self._duties(self._of(Topic.DUTIES))
        clocks = self._clocks([clock for clock in self._decision.clocks if not clock.records])
        lines = [line for line in self._decision.conclusions if line.topic != Topic.DUTIES and not self._is_told(line)]
        if duties or clocks or lines:
            yield f"### Beside {'the records' if self._decision.about(_RECORD) else 'records'}"
        yield duties
        yield clocks
        yield folded(f"What leads there ({len(lines)})", self._table(lines))

    def _of(self, topic: Topic) -> list[DecidedConclusion]:
        return [line for line in self._decision.of_topic(topic) if not line.leading and not self._is_told(line)]

    def _is_told(self, line: DecidedConclusion) -> bool:
        return (line.id, line.things) in self._told

    def _table(self, lines: Sequence[DecidedConclusion]) -> str:
        self._told |= {(line.id, line.things) for line in lines}
        rows = [(plain(_sentence(line.says)), sure(line.standing), self._clauses(line)) for line in lines]
        return table(("Decided", "How sure", "By clause"), rows)

    def _duties(self, lines: Sequence[DecidedConclusion]) -> str:
        """Return what has to be done, in the order of the work."""
        self._told |= {(line.id, line.things) for line in lines}
        rules = self._book.rulebook.rules
        rows = []
        for line in lines:
            row = rules[f"{self._decision.program}/{line.id}/{line.rows[0]}"].row
            if row is not None:
                says = _sentence(self._words.duty(row.notes, line.things[-1]))
                place = row.notes.step, row.notes.rank, line.id, says
                rows.append((place, (plain(says), sure(line.standing), self._clauses(line))))
        told = [cells for _, cells in sorted(rows, key=lambda row: row[0])]
        return table(("What has to be done", "How sure", "By clause"), told)

    def _clocks(self, clocks: Sequence[DecidedClock]) -> str:
        rows = [
            (
                plain(_sentence(clock.what)), plain(self._about(clock)), plain(self._day(clock)),
                sure(clock.standing), self._clauses(clock),
            )
            for clock in clocks
        ]  # fmt: skip
        self._told |= {(f"clock {clock.id}", clock.things) for clock in clocks}
        return table(("What has to be done", "About", "By when", "How sure", "By clause"), rows)

    def _about(self, clock: DecidedClock) -> str:
        return ", ".join(self._words.name(thing) for thing in clock.things)

    def _day(self, clock: DecidedClock) -> str:
        """Return by when it is due and how it stands, with the days on which other programs ask for it."""
        return "; ".join((due_in_words(clock), *other_limits(clock, self._marks)))

    def _clauses(self, line: DecidedConclusion | DecidedClock) -> str:
        known = self._book.clauses
        others = [inline_code(clause) for clause in line.clauses if clause not in known]
        return " · ".join([shared.clause_numbers(self._sheet, self._book.some_clauses(line.clauses)), *others])


def _sentence(words: str) -> str:
    return _CAPITAL.sub(lambda found: found[0].upper(), words)
