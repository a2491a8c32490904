"""Loading of sources, editions and clauses from the policy files in a plugin's package.

``sources.toml`` declares the documents. Each edition of a document is a folder, ``<source>/<edition>/``, that holds
only what is new: one file with the table ``[edition]``, and in this or other files the new clauses (``[[clause]]``),
the changes to others (``[[changed]]``), and the clauses that are ``gone``. Everything else is inherited from the
edition before. Nothing is guessed, and every problem of every file is reported at once.
"""

from __future__ import annotations

import datetime as dt
import importlib.resources
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources.abc import Traversable

import attrs

from cimscore.errors import Problem, RulebookError
from cimscore.ids import did_you_mean
from cimscore.policy.checks import check_policy
from cimscore.policy.clauses import Clause
from cimscore.policy.fields import Fields
from cimscore.policy.files import SOURCES, folders_of, sources_file
from cimscore.policy.folders import EditionFolder, read_edition
from cimscore.policy.inheritance import in_order, inherited, passages_told
from cimscore.policy.lines import with_line
from cimscore.policy.policy import Policy
from cimscore.policy.sources import Source


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
    declared = sources_file(folder, problems)
    editions = _editions(folder, [source for source, _ in declared], problems)
    for source, fields in declared:
        folders = in_order(editions.get(source, []), source, problems)
        sources.append(passages_told(_source(source, fields), folders, problems))
        clauses.extend(inherited(folders, problems))
    # Files are read in the order of the file system, which differs between machines.
    clauses.sort(key=lambda clause: clause.id)
    files = _files([folder for folders in editions.values() for folder in folders])
    told = {problem.where for problem in problems}  # what cannot be read looks left out, too
    placed = (_placed(problem, files) for problem in check_policy(sources, clauses))
    problems += [problem for problem in placed if problem.where not in told]
    if problems:
        lined = [with_line(problem, folder) for problem in problems]
        raise RulebookError(lined, where=f"the policy files of {package}")
    return Policy(sources=tuple(sources), clauses=tuple(clauses))


def _editions(folder: Traversable, known: list[str], problems: list[Problem]) -> dict[str, list[EditionFolder]]:
    found: dict[str, list[EditionFolder]] = {}
    for source in folders_of(folder):
        if source.name in known:
            found[source.name] = [read_edition(source.name, edition, problems) for edition in folders_of(source)]
        else:
            expected = f"a folder for each source of {SOURCES}"
            hint = did_you_mean(source.name, known)
            problems.append(Problem(where=source.name, found="an unknown folder", expected=expected, hint=hint))
    return found


def _files(folders: Iterable[EditionFolder]) -> dict[str, list[str]]:
    """Return the files that state each clause, by its id, in the order of their names."""
    found: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        for source, file in folder.files.items():
            found[source].append(file)
    return found


def _placed(problem: Problem, files: Mapping[str, Sequence[str]]) -> Problem:
    """Return a problem of a clause with the files that state it."""
    for source, stated in files.items():
        if problem.where == source or problem.where.startswith(f"{source}."):
            return attrs.evolve(problem, where=f"{' and '.join(stated)}: {problem.where}")
    return problem


def _source(id: str, fields: Fields) -> Source:
    source = Source(
        id=id,
        title=fields.required("title", str),
        publisher=fields.required("publisher", str),
        document=fields.required("document", str),
        address=fields.optional("address", str) or "",
        captured=fields.optional("captured", dt.date),
        editions=(),
        headings=fields.texts("headings"),
        held=fields.optional("held", bool) is not False,
        unread=fields.texts("unread"),
        split=fields.texts("split"),
    )
    fields.close()
    return source
