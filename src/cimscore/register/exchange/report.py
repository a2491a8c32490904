"""The report of a case: a document that a person can send. It prints on A4, and has the same as plain values."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from cimscore.assessment import Decision, document_of
from cimscore.assessment.page import PageLine, page_of
from cimscore.case import Case
from cimscore.register.audit.checking import ChainHead
from cimscore.register.kept.history import History
from cimscore.register.workflow.records import RecordStanding

FORMAT: Final = "register-report/1"
_STYLE: Final = """
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.4 sans-serif; color: #000; background: #fff; max-width: 178mm; margin: 0 auto; }
h1 { font-size: 16pt; margin: 0 0 2mm; } h2 { font-size: 13pt; margin: 8mm 0 2mm; border-bottom: 1px solid #000; }
h3 { font-size: 11pt; margin: 5mm 0 1mm; } h1, h2, h3 { break-after: avoid; }
ul { margin: 0; padding-left: 5mm; } li, tr { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: 1mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
footer { margin-top: 8mm; font-size: 9pt; overflow-wrap: anywhere; }
"""


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
        title = html.escape(f"Case {self.case.id}, version {self.history.version}")
        return (
            f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
            f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{''.join(self._body())}"
            f"<footer><p>Entry {self.head.number} of the register, head {html.escape(str(self.head))}. Whoever has the "
            "register can hold this report to it.</p></footer>\n</body>\n</html>\n"
        )

    def _body(self) -> Iterator[str]:
        for decision in self.decisions:
            yield _heading(2, decision.title)
            for section in page_of(decision, every=True, beside=self.decisions):
                yield _heading(3, section.title) if section.title else ""
                yield _list(section.lines)
        yield _heading(2, "Records")
        yield _table(
            ("Record", "Program", "State", "With"),
            ((record.name, record.program, record.state, record.owner or "nobody yet") for record in self.records),
        )
        yield _heading(2, "What was done")
        yield _table(
            ("When it was known (UTC)", "Who", "As", "What"),
            ((f"{act.known:%Y-%m-%d %H:%M}", act.by.person, act.by.role, act.says) for act in self.history.acts),
        )


def _heading(level: int, says: str) -> str:
    return f"<h{level}>{html.escape(says)}</h{level}>\n"


def _list(lines: Iterable[PageLine]) -> str:
    entries = (f"<li>{_line(line)}</li>\n" for line in lines)
    return f"<ul>\n{''.join(entries)}</ul>\n"


def _line(line: PageLine) -> str:
    below = "".join(f"<li>{html.escape(says)}</li>" for says in (*line.below, *line.copied))
    return html.escape(line.says) + (f"<ul>{below}</ul>" if below else "")


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in heads)
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
