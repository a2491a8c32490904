"""A document of its own that a person can send: HTML that fetches nothing, in one column, and prints on A4."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

from cimscore.assessment.page.lines import PageLine

_STYLE: Final = """
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.4 sans-serif; color: #000; background: #fff; max-width: 178mm; margin: 0 auto; }
h1 { font-size: 16pt; margin: 0 0 2mm; } h2 { font-size: 13pt; margin: 8mm 0 2mm; border-bottom: 1px solid #000; }
h3 { font-size: 11pt; margin: 5mm 0 1mm; } h1, h2, h3 { break-after: avoid; }
ul { margin: 0; padding-left: 5mm; } li, tr { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: 1mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td { white-space: pre-line; }
footer { margin-top: 8mm; font-size: 9pt; overflow-wrap: anywhere; }
"""


def printed(title: str, body: Iterable[str], footer: str) -> str:
    """Return a document.

    Args:
        title: Its title, as text.
        body: Its parts, as HTML.
        footer: What stands at its end, as text.
    """
    name = html.escape(title)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{name}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n{''.join(body)}"
        f"<footer><p>{html.escape(footer)}</p></footer>\n</body>\n</html>\n"
    )


def heading(level: int, says: str) -> str:
    """Return a heading of a level, from 2."""
    return f"<h{level}>{html.escape(says)}</h{level}>\n"


def listed(lines: Iterable[PageLine]) -> str:
    """Return lines of a page as a list, with what stands below each."""
    entries = (f"<li>{_line(line)}</li>\n" for line in lines)
    return f"<ul>\n{''.join(entries)}</ul>\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table.

    Args:
        heads: Its heads, as text.
        rows: Its rows, each cell as text.
    """
    top = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in heads)
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _line(line: PageLine) -> str:
    below = "".join(f"<li>{html.escape(says)}</li>" for says in (*line.below, *line.copied))
    return html.escape(line.says) + (f"<ul>{below}</ul>" if below else "")
