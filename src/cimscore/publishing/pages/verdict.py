"""What a program decides on one case, record by record: who is what, what it carries, who has to do what by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cimscore.assessment import Conclusion, ProgramDecision
from cimscore.rules import Carried, Record, Topic
from cimscore.publishing.pages import shared
from cimscore.publishing.pages.book import Book
from cimscore.publishing.pages.decided import SHOWN, Spoken
from cimscore.publishing.pages.markdown import Sheet, inline_code, listed, plain, spoken, table

_UNTIMED: Final = "no time is set"


class Verdict:
    """The decision of one program, told once: what has been told under a record is not told again."""

    def __init__(self, sheet: Sheet, book: Book, program: ProgramDecision, names: Spoken) -> None:
        self._sheet, self._book, self._program, self._names = sheet, book, program, names
        self._told: set[str] = set()

    def blocks(self) -> Iterator[str]:
        """Everything decided, as blocks of Markdown."""
        why = f" ({plain(self._program.why)})" if self._program.why else ""
        yield f"**{plain(self._program.title)}:** the case is {self._program.scope}{why}."
        yield from (plain(flag) for choice in self._program.editions for flag in choice.flags)
        yield self._table(("Household or person", "Is"), self._of(Topic.HOUSEHOLDS, Topic.SUBJECTS))
        for record in self._of(Topic.RECORDS):
            yield from self._record(record)
        rest = [it for topic in SHOWN for it in self._program.of(topic) if it.address not in self._told]
        yield self._table(("About", "Decided"), rest)
        if not self._told:
            yield "Nothing arises."

    def _of(self, *topics: Topic) -> list[Conclusion]:
        return [it for topic in topics for it in self._program.of(topic)]

    def _record(self, record: Conclusion) -> Iterator[str]:
        address = str(record.answer)
        self._told.add(record.address)
        proposed = " (proposed)" if record.subject_to else ""
        yield f"### {spoken(self._names.about(address))}{proposed}" if isinstance(record.answer, Record) else ""
        yield f"To be made by {self._clauses(record)}."
        inside = [it for it in self._of(Topic.ROLES) if it.about.endswith(f"@{address}")]
        carried = [it for it in inside if isinstance(it.answer, Carried)]
        yield self._table(("Person", "Recorded as"), [it for it in inside if it not in carried])
        self._told |= {it.address for it in carried}
        names = [plain(self._names.about(it.about.partition("@")[0])) for it in carried]
        yield f"It carries {listed(names)}, by {self._clauses(carried[0])}." if carried else ""
        yield self._duties([it for it in self._of(Topic.DUTIES) if it.about.endswith(address)])

    def _duties(self, duties: Sequence[Conclusion]) -> str:
        due = {(it.about, it.key): it for it in self._of(Topic.TIMEFRAMES)}
        rows = []
        for duty in duties:
            deadline = due.get((duty.about, duty.key))
            self._told |= {duty.address, *([deadline.address] if deadline else [])}
            when = plain(deadline.answer.due.describe()) if deadline else _UNTIMED
            rows.append((plain(duty.summary), when, self._clauses(duty, deadline)))
        rows.sort(key=lambda row: row[1] == _UNTIMED)
        return table(("What has to be done", "By when", "By clause"), rows)

    def _table(self, header: tuple[str, str], those: Sequence[Conclusion]) -> str:
        self._told |= {it.address for it in those}
        rows = [(plain(self._names.about(self._short(it))), self._said(it), self._clauses(it)) for it in those]
        return table((*header, "By clause"), rows)

    def _said(self, conclusion: Conclusion) -> str:
        return f"**{plain(conclusion.summary)}**{' (proposed)' if conclusion.subject_to else ''}"

    def _short(self, conclusion: Conclusion) -> str:
        """Whom a conclusion is about, without the record under whose heading it stands."""
        first, mark, rest = conclusion.about.partition("@")
        return first if mark and ":" in rest else conclusion.about

    def _clauses(self, *conclusions: Conclusion | None) -> str:
        ids = dict.fromkeys(ref.id for it in conclusions if it for ref in it.clauses)
        known = self._book.clauses
        return ", ".join(shared.clause_link(self._sheet, known[id]) if id in known else inline_code(id) for id in ids)
