"""The twin of a picture: a table with everything it shows."""

from __future__ import annotations

import attrs

from cimscore.publishing.pictures.words import PictureWords

HEADER = ("person", "age or birth", "households", "kin", "marks")


@attrs.frozen(kw_only=True)
class PictureTable:
    """Rows of words under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table_of(words: PictureWords) -> PictureTable:
    """Return one row for each person, in the order of the document."""
    return PictureTable(header=HEADER, rows=tuple(
        (words.label(person.id), words.birth(person), words.homes(person.id), words.kin(person.id),
         ", ".join(words.marks.people.get(person.id, ())))
        for person in words.case.people
    ))  # fmt: skip


def picture_table_markdown(table: PictureTable) -> str:
    """Return the table in Markdown."""
    lines = [table.header, tuple("---" for _ in table.header), *table.rows]
    return "".join(f"| {' | '.join(map(_in_markdown, line))} |\n" for line in lines)


def _in_markdown(cell: str) -> str:
    escaped = cell.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    for sign in "|*_`[]{}":  # with braces a cell would give itself attributes
        escaped = escaped.replace(sign, f"\\{sign}")
    return " ".join(escaped.split())
