"""The report of a case: a document that a person can send. It prints on A4, and has the same as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from cimscore.assessment import Decision, document_of
from cimscore.assessment.page import page_of
from cimscore.assessment.page.printed import heading, listed, printed, table
from cimscore.case import Case
from cimscore.register.audit.checking import ChainHead
from cimscore.register.kept.history import History
from cimscore.register.workflow.records import RecordStanding

FORMAT: Final = "register-report/1"


@attrs.frozen(kw_only=True)
class CaseReport:
    """A case as it stands, to be sent: without the notifier.

    Attributes:
        case: The case.
        history: What was done of it.
        decisions: What each program decides of it.
        records: Its records.
        head: The head of the chain when it was made.
    """

    case: Case
    history: History
    decisions: tuple[Decision, ...]
    records: tuple[RecordStanding, ...]
    head: ChainHead

    def document(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "format": FORMAT,
            "case": self.case.id,
            "version": self.history.version,
            "head": str(self.head),
            "decisions": [document_of(decision) for decision in self.decisions],
            "records": [
                {"record": record.name, "program": record.program, "state": record.state, "owner": record.owner}
                for record in self.records
            ],
            "history": [
                {"known": act.known.isoformat(), "by": act.by.person, "role": act.by.role, "done": act.says}
                for act in self.history.acts
            ],
        }

    def page(self) -> str:
        """Return it as an HTML document of its own: it fetches nothing, and prints on A4."""
        return printed(
            f"Case {self.case.id}, version {self.history.version}",
            self._body(),
            f"Entry {self.head.number} of the register, head {self.head}. Whoever has the register can hold this "
            "report to it.",
        )

    def _body(self) -> Iterator[str]:
        for decision in self.decisions:
            yield heading(2, decision.title)
            for section in page_of(decision, every=True, beside=self.decisions):
                yield heading(3, section.title) if section.title else ""
                yield listed(section.lines)
        yield heading(2, "Records")
        yield table(
            ("Record", "Program", "State", "With"),
            ((record.name, record.program, record.state, record.owner or "nobody yet") for record in self.records),
        )
        yield heading(2, "What was done")
        yield table(
            ("When it was known (UTC)", "Who", "As", "What"),
            ((f"{act.known:%Y-%m-%d %H:%M}", act.by.person, act.by.role, act.says) for act in self.history.acts),
        )
