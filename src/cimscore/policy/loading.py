"""Loading: sources and clauses from the policy files that a plugin carries as package data.

``sources.toml`` declares the documents, their editions and headings. Every ``clauses-*.toml`` beside it states
the clauses of one heading: the file's own ``source``, ``heading`` and ``editions`` hold for each clause in it
that does not say otherwise. Nothing is guessed, and every problem of every file is reported at once.
"""

from __future__ import annotations

import datetime as dt
import importlib.resources
import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

import attrs

from cimscore.errors import Problem, RulebookError
from cimscore.policy.checks import check_policy
from cimscore.policy.clauses import Anchor, Clause, Confidence, Disposition, Locator
from cimscore.policy.fields import Fields
from cimscore.policy.sources import PolicyEdition, Source


@attrs.frozen(kw_only=True)
class Policy:
    """What one program's policy files say.

    Attributes:
        sources: The documents, in the order of the file.
        clauses: Their statements, sorted by id.
    """

    sources: tuple[Source, ...]
    clauses: tuple[Clause, ...]


def load_policy(package: str | Traversable) -> Policy:
    """Read and check a program's policy files.

    Args:
        package: The importable name of the package that holds them, or the folder itself.

    Raises:
        RulebookError: Something in the files is wrong; it lists every problem.
    """
    folder = importlib.resources.files(package) if isinstance(package, str) else package
    problems: list[Problem] = []
    sources: list[Source] = []
    clauses: list[Clause] = []
    for name, table in _files(folder, problems):
        if name == "sources.toml":
            sources = [_source(id, fields) for id, fields in _tables(table, name, problems)]
        else:
            clauses += _clauses(Fields(table, name, problems))
    clauses.sort(key=lambda clause: clause.id)
    problems += check_policy(sources, clauses)
    if problems:
        raise RulebookError(problems, where=f"the policy files of {package}")
    return Policy(sources=tuple(sources), clauses=tuple(clauses))


def _files(folder: Traversable, problems: list[Problem]) -> Iterator[tuple[str, dict[str, Any]]]:
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    for file in files:
        if file.name != "sources.toml" and not file.name.startswith("clauses-"):
            problems.append(Problem(where=file.name, found="", expected="the name sources.toml or clauses-*.toml"))
            continue
        try:
            yield file.name, tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(Problem(where=file.name, found=str(error), expected="a TOML file"))
    if not any(file.name == "sources.toml" for file in files):
        problems.append(Problem(where="sources.toml", found="no such file", expected="the sources and their editions"))


def _tables(table: dict[str, Any], name: str, problems: list[Problem]) -> Iterator[tuple[str, Fields]]:
    for id, value in table.items():
        if isinstance(value, dict):
            yield id, Fields(value, f"{name}: {id}", problems)
        else:
            problems.append(Problem(where=f"{name}: {id}", found=repr(value), expected="a table about a source"))


def _source(id: str, fields: Fields) -> Source:
    source = Source(
        id=id,
        title=fields.required("title", str),
        publisher=fields.required("publisher", str),
        document=fields.required("document", str),
        editions=tuple(_edition(edition) for edition in fields.tables("editions")),
        headings=fields.texts("headings"),
        held=fields.optional("held", bool) is not False,
        passed_over=tuple(_passed_over(fields)),
        unread=fields.texts("unread"),
    )
    fields.close()
    return source


def _edition(fields: Fields) -> PolicyEdition:
    edition = PolicyEdition(
        id=fields.required("id", str),
        title=fields.required("title", str),
        from_=fields.optional("from", dt.date),
        from_known_only_to=fields.optional("from-known-only-to", str) or "",
        until=fields.optional("until", dt.date),
        complete=fields.optional("complete", bool) is not False,
        encoded=fields.optional("encoded", bool) is not False,
        changes=fields.texts("changes"),
    )
    fields.close()
    return edition


def _passed_over(fields: Fields) -> Iterator[Anchor]:
    for group in fields.tables("passed-over"):
        heading = group.required("heading", str)
        group.required("because", str)
        yield from (_anchor(passage, heading) for passage in group.tables("passages"))
        group.close()


def _clauses(fields: Fields) -> Iterator[Clause]:
    """The clauses of one file, each with the file's own source, heading and editions unless it says otherwise."""
    source, heading = fields.required("source", str), fields.required("heading", str)
    editions = fields.texts("editions")
    for clause in fields.tables("clause"):
        yield _clause(clause, source, heading, editions)
    fields.close()


def _clause(fields: Fields, source: str, heading: str, editions: tuple[str, ...]) -> Clause:
    id = fields.required("id", str)
    fields.where = id or fields.where
    clause = Clause(
        id=id,
        source=source,
        statements=fields.texts("statements"),
        text=_one_line(fields.required("text", str)),
        locator=_locator(fields, heading),
        digest=fields.optional("digest", str) or "",
        also=tuple(_anchor(passage, heading) for passage in fields.tables("also")),
        editions=fields.texts("editions") or editions,
        bounded=fields.optional("bounded", bool) is True,
        disposition=_disposition(fields),
        reason=_one_line(fields.optional("reason", str) or ""),
        question=fields.optional("question", str) or "",
        confidence=fields.word("confidence", Confidence),
    )
    fields.close()
    return clause


def _one_line(text: str) -> str:
    """The text without the line breaks that make its file easy to read."""
    return " ".join(text.split())


def _disposition(fields: Fields) -> Disposition:
    if "disposition" not in fields:
        fields.required("disposition", str)
    return fields.word("disposition", Disposition) or Disposition.ENCODED


def _locator(fields: Fields, heading: str) -> Locator:
    return Locator(heading=fields.optional("heading", str) or heading, position=fields.optional("position", int) or 0)


def _anchor(fields: Fields, heading: str) -> Anchor:
    anchor = Anchor(locator=_locator(fields, heading), digest=fields.required("digest", str))
    fields.close()
    return anchor
