"""Where each thing has its page: one rule for every address, so that a link is never looked up."""

from __future__ import annotations

import posixpath
import re
from typing import Final

HOME: Final = "index.md"
PROGRAMS: Final = "programs/index.md"
CLAUSES: Final = "clauses/index.md"
RULES: Final = "rules/index.md"
QUESTIONS: Final = "questions/index.md"
TABLES: Final = "tables/index.md"
WORKFLOWS: Final = "workflows/index.md"
EXAMPLES: Final = "examples/index.md"
OUTCOMES: Final = "outcomes/index.md"
UNCLEAR: Final = "unclear/index.md"
COVERAGE: Final = "coverage/index.md"
CHANGES: Final = "changes.md"
SIGN_OFF: Final = "sign-off/index.md"


def program(id: str) -> str:
    """The page of a program."""
    return f"programs/{id}.md"


def source(id: str) -> str:
    """The page of a source: its editions, its chapters and a jump list."""
    return f"sources/{id}.md"


def chapter(source: str, slug: str) -> str:
    """The page of a chapter: its clauses in the order of the document."""
    return f"chapters/{source}/{slug}.md"


def sign_off(source: str, slug: str) -> str:
    """The sign-off sheet of a chapter."""
    return f"sign-off/{source}/{slug}.md"


def clause(id: str) -> str:
    """The page of a clause."""
    return f"clauses/{id}.md"


def rule(address: str) -> str:
    """The page of a rule, ``program/topic/rule``."""
    return f"rules/{address}.md"


def question(name: str) -> str:
    """The page of a question, ``program/id``."""
    return f"questions/{name}.md"


def table(name: str) -> str:
    """The page of a table, ``program/id``."""
    return f"tables/{name}.md"


def workflow(name: str) -> str:
    """The page of a workflow, ``program/id``."""
    return f"workflows/{name}.md"


def example(program: str, id: str) -> str:
    """The page of a worked example."""
    return f"examples/{program}/{id}.md"


def unclear(program: str) -> str:
    """The register of a program's unclear points."""
    return f"unclear/{program}.md"


def interpretation(name: str) -> str:
    """An unclear point, ``program/id``, in its program's register."""
    program, _, id = name.partition("/")
    return f"{unclear(program)}#{id}"


def coverage(program: str) -> str:
    """The coverage of a program."""
    return f"coverage/{program}.md"


def matrix(program: str) -> str:
    """The clauses and rules of a program as a file for spreadsheets."""
    return f"coverage/{program}.csv"


def outcome(program: str, topic: str, name: str) -> str:
    """The page of an outcome: a record, a role of a person or of a household."""
    return f"outcomes/{program}/{topic}-{slug(name)}.md"


def slug(text: str) -> str:
    """A short name for a file or an anchor, made of lower-case letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].rstrip("-") or "untitled"


def relative(target: str, page: str) -> str:
    """The address of `target` (with its ``#anchor``, if any) as seen from `page`."""
    path, mark, anchor = target.partition("#")
    return f"{posixpath.relpath(path, posixpath.dirname(page) or '.')}{mark}{anchor}"
