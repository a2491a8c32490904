"""The folder of an edition: what is new in it, changed or gone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Final

import attrs

from cimscore.errors import Problem
from cimscore.policy.clauses import Anchor, Clause, Confidence, Disposition, Locator, Modal
from cimscore.policy.fields import Fields
from cimscore.policy.files import toml_files
from cimscore.policy.sources import PolicyEdition

_GONE: Final = "A key belongs to the table above it: write gone at the top of the file, before the first [table]."
_ENDS: Final = "A clause ends with its edition: name it under gone, at the top of a file of the next edition."
_ELSEWHERE: Final = MappingProxyType({"gone": _GONE, "until": _ENDS, "from": _ENDS})
_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@attrs.frozen(kw_only=True)
class ClauseChange:
    """Change of an edition to an earlier clause.

    Attributes:
        id: The clause's id.
        where: Its place in the files, for messages.
        heading: New heading; empty if it stays.
        position: New position there; None if it stays.
        differs: Other attributes that change, by name.
    """

    id: str
    where: str
    heading: str
    position: int | None
    differs: Mapping[str, Any]

    def applied_to(self, clause: Clause, edition: str) -> Clause:
        """Return the clause with the change, from an edition on; the same clause if nothing changes."""
        heading, position = self.heading or clause.locator.heading, self.position
        place = Locator(heading=heading, position=clause.locator.position if position is None else position)
        changed = attrs.evolve(clause, locator=place, **self.differs)
        if changed == clause:
            return clause
        return attrs.evolve(changed, earlier=(*clause.earlier, clause.present), since=edition)


@attrs.frozen(kw_only=True)
class EditionFolder:
    """Edition as its folder states it, before it inherits anything.

    Attributes:
        edition: The edition.
        told_in: Edition whose text describes it; empty if it has a text of its own.
        headings: Headings of its own text; None if they are those of the text before.
        unread: Unread headings of its own text; None if they are those of the text before.
        passed_over: Passages without content of their own, for each heading that has some.
        clauses: New clauses.
        changed: Changes to other clauses.
        gone: Ids of the clauses that it removes, each with its place in the files.
        named: Heading of each file that has one and no new clause, with its place in the files.
        files: File of each new or changed clause, for messages, by the clause's id.
    """

    edition: PolicyEdition
    told_in: str = ""
    headings: tuple[str, ...] | None = None
    unread: tuple[str, ...] | None = None
    passed_over: Mapping[str, tuple[Anchor, ...]] = attrs.field(factory=dict)
    clauses: tuple[Clause, ...] = ()
    changed: tuple[ClauseChange, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    files: Mapping[str, str] = attrs.field(factory=dict)


def read_edition(source: str, folder: Traversable, problems: list[Problem]) -> EditionFolder:
    """Return the edition that a folder states; what cannot be read is noted."""
    place = f"{source}/{folder.name}"
    before = len(problems)
    files = [Fields(content, name, problems) for name, content in toml_files(folder, problems, f"{place}/")]
    tables = [table for fields in files for table in (fields.table("edition"),) if table is not None]
    if len(tables) != 1 and len(problems) == before:  # a file that is no TOML is told already
        stated = f"{len(tables)} tables [edition]" if tables else "no table [edition]"
        expected = "the table [edition] in one file of the folder, with a title and the first day in force"
        problems.append(Problem(where=place, found=stated, expected=expected))
    found = _edition(source, folder.name, tables[0]) if tables else _nothing(folder.name)
    for fields in files:
        found = _with_file(found, source, fields)
    return found


def _nothing(id: str) -> EditionFolder:
    return EditionFolder(edition=PolicyEdition(id=id, title=""))


def _edition(source: str, id: str, fields: Fields) -> EditionFolder:
    fields.where = f"{source}/{id}"
    encoded = fields.optional("encoded", bool) is not False
    edition = PolicyEdition(
        id=id,
        title=fields.required("title", str),
        from_=fields.optional("from", dt.date),
        from_known_only_to=_month(fields),
        until=fields.optional("until", dt.date),
        complete=fields.optional("complete", bool) is not False and encoded,
        encoded=encoded,
        changes=fields.texts("changes"),
        gap=one_line(fields.optional("gap", str) or ""),
    )
    found = EditionFolder(
        edition=edition,
        told_in=fields.optional("told-in", str) or "",
        headings=fields.texts("headings") if "headings" in fields else None,
        unread=fields.texts("unread") if "unread" in fields else None,
    )
    fields.close({"gone": _GONE})
    return found


def _month(fields: Fields) -> str:
    month = fields.optional("from-known-only-to", str) or ""
    if month and not _MONTH.fullmatch(month):
        fields.problem("from-known-only-to", repr(month), "a month such as 2025-04")
        return ""
    return month


def _with_file(found: EditionFolder, source: str, fields: Fields) -> EditionFolder:
    """Return the edition with what one of its files states."""
    heading = fields.optional("heading", str) or ""
    passed_over = dict(found.passed_over)
    for group in fields.tables("passed-over"):
        under = group.required("heading", str)
        group.required("because", str)
        anchors = tuple(_anchor(passage, under) for passage in group.tables("passages"))
        passed_over[under] = (*passed_over.get(under, ()), *anchors)
        group.close()
    clauses = [_clause(clause, source, heading) for clause in fields.tables("clause")]
    changed = [_change(change) for change in fields.tables("changed")]
    stated = (*(clause.id for clause in clauses), *(change.id for change in changed))
    found = attrs.evolve(
        found,
        passed_over=passed_over,
        clauses=(*found.clauses, *clauses),
        changed=(*found.changed, *changed),
        named=(*found.named, *([(heading, f"{fields.where}.heading")] if heading and not clauses else [])),
        files={**found.files, **dict.fromkeys(stated, fields.where)},
        gone=(*found.gone, *((clause, f"{fields.where}.gone") for clause in fields.texts("gone"))),
    )
    fields.close()
    return found


def _clause(fields: Fields, source: str, heading: str) -> Clause:
    id = fields.required("id", str)
    fields.where = _place(fields.where, id)
    clause = Clause(
        id=id,
        source=source,
        statements=fields.texts("statements"),
        title=one_line(fields.optional("title", str) or ""),
        synonyms=fields.texts("synonyms"),
        text=one_line(fields.required("text", str)),
        subject=one_line(fields.optional("subject", str) or ""),
        modality=fields.word("modality", Modal),
        locator=_locator(fields, heading),
        digest=fields.optional("digest", str) or "",
        also=tuple(_anchor(passage, heading) for passage in fields.tables("also")),
        editions=(),
        bounded=fields.optional("bounded", bool) is True,
        disposition=_disposition(fields),
        reason=one_line(fields.optional("reason", str) or ""),
        missing=one_line(fields.optional("missing", str) or ""),
        question=fields.optional("question", str) or "",
        confidence=fields.word("confidence", Confidence),
    )
    fields.close(_ELSEWHERE)
    return clause


def _change(fields: Fields) -> ClauseChange:
    id = fields.required("id", str)
    fields.where = _place(fields.where, id)
    heading = fields.optional("heading", str) or ""
    change = ClauseChange(
        id=id,
        where=fields.where,
        heading=heading,
        position=fields.optional("position", int),
        differs=dict(_differing(fields, heading)),
    )
    fields.close(_ELSEWHERE)
    return change


def _place(where: str, id: str) -> str:
    """Return the place of a statement about a clause: the file and the clause's id."""
    return f"{where.rpartition('.toml')[0]}.toml: {id}" if id else where


def _differing(fields: Fields, heading: str) -> Iterator[tuple[str, Any]]:
    """Yield what a change states anew. A new disposition brings its own reason, missing part and question."""
    stated = {
        "title": one_line(fields.optional("title", str) or ""),
        "synonyms": fields.texts("synonyms"),
        "text": one_line(fields.optional("text", str) or ""),
        "subject": one_line(fields.optional("subject", str) or ""),
        "modality": fields.word("modality", Modal),
        "digest": fields.optional("digest", str) or "",
        "also": tuple(_anchor(passage, heading) for passage in fields.tables("also")),
        "confidence": fields.word("confidence", Confidence),
        "disposition": fields.word("disposition", Disposition, Disposition.ENCODED),
        "reason": one_line(fields.optional("reason", str) or ""),
        "missing": one_line(fields.optional("missing", str) or ""),
        "question": fields.optional("question", str) or "",
    }
    anew = ("reason", "missing", "question") if "disposition" in fields else ()
    yield from ((key, value) for key, value in stated.items() if key in fields or key in anew)


def one_line(text: str) -> str:
    """Return the text without the line breaks that make its file easy to read."""
    return " ".join(text.split())


def _disposition(fields: Fields) -> Disposition:
    if "disposition" not in fields:
        fields.problem("disposition", "nothing", f"one of {', '.join(Disposition)}")
    return fields.word("disposition", Disposition) or Disposition.ENCODED


def _locator(fields: Fields, heading: str) -> Locator:
    return Locator(heading=fields.optional("heading", str) or heading, position=fields.optional("position", int) or 0)


def _anchor(fields: Fields, heading: str) -> Anchor:
    anchor = Anchor(locator=_locator(fields, heading), digest=fields.required("digest", str))
    fields.close()
    return anchor
