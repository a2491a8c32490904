"""Addresses of pages: one rule for every thing, so that a link is never looked up."""

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
TRACE: Final = "downloads/trace.zip"
WORKBOOK: Final = "downloads/trace.xlsx"
TRY_IT: Final = "assets/try-it/"


def program(id: str) -> str:
    """Return the page of a program."""
    return f"programs/{id}.md"


def flow(program: str) -> str:
    """Return the page of the whole flow of a program."""
    return f"flows/{program}.md"


def source(id: str) -> str:
    """Return the page of a source: its editions, its chapters and a jump list."""
    return f"sources/{id}.md"


def chapter(source: str, slug: str) -> str:
    """Return the page of a chapter: its clauses in the order of the document."""
    return f"chapters/{source}/{slug}.md"


def sign_off(source: str, slug: str) -> str:
    """Return the sign-off sheet of a chapter."""
    return f"sign-off/{source}/{slug}.md"


def editions(source: str) -> str:
    """Return the page that shows the editions of a source side by side."""
    return f"editions/{source}.md"


def clause(id: str) -> str:
    """Return the page of a clause."""
    return f"clauses/{id}.md"


def rules(program: str) -> str:
    """Return the list of a program's rules, by topic."""
    return f"rules/{program}/index.md"


def conclusion(program: str, of: str) -> str:
    """Return the page of a conclusion with all its rows; that of all clocks for ``clock``."""
    return f"rules/{program}/{of}.md"


def rule(address: str) -> str:
    """Return a rule, ``program/conclusion/row`` or ``program/clock/clock``, on the page of its conclusion."""
    program, of, id = address.split("/", 2)
    return f"{conclusion(program, of)}#{id}"


def definitions(program: str) -> str:
    """Return the list of a program's definitions."""
    return f"definitions/{program}/index.md"


def definitions_of(program: str, module: str) -> str:
    """Return the definitions that one module of a program declares."""
    return f"definitions/{program}/in-{module}.md"


def definition(program: str, module: str, says: str) -> str:
    """Return a definition among those of its module, by its sentence."""
    return f"{definitions_of(program, module)}#{anchor(says)}"


def question(name: str) -> str:
    """Return the page of a question, ``program/id``."""
    return f"questions/{name}.md"


def table(name: str) -> str:
    """Return the page of a table, ``program/id``."""
    return f"tables/{name}.md"


def workflow(name: str) -> str:
    """Return the page of a workflow, ``program/id``."""
    return f"workflows/{name}.md"


def example(program: str, id: str) -> str:
    """Return the page of a worked example."""
    return f"examples/{program}/{id}.md"


def try_it(program: str) -> str:
    """Return the page on which a reader decides a case of their own under a program."""
    return f"try-it/{program}.md"


def report_form(program: str, id: str) -> str:
    """Return the page of a form that the sources of a program name."""
    return f"forms/{program}/{id}.md"


def examples(program: str) -> str:
    """Return the list of a program's worked examples, chapter by chapter."""
    return f"examples/{program}/index.md"


def unclear(program: str) -> str:
    """Return the register of a program's unclear points."""
    return f"unclear/{program}.md"


def reading(name: str) -> str:
    """Return the page of an unclear point, ``program/id``."""
    return f"unclear/{name}.md"


def coverage(program: str) -> str:
    """Return the coverage of a program."""
    return f"coverage/{program}.md"


def passages(source: str) -> str:
    """Return the page of every passage of a source, with the clauses that carry it."""
    return f"passages/{source}.md"


def outcome(program: str, topic: str, name: str) -> str:
    """Return the page of an outcome: a record, a role of a person, what a household is."""
    return f"outcomes/{program}/{topic}-{slug(name)}.md"


def anchor(name: str) -> str:
    """Return the anchor of a thing by its name in the software."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")


def slug(text: str) -> str:
    """Return a short name for a file or an anchor, made of lower-case letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].rstrip("-") or "untitled"


def relative(target: str, page: str) -> str:
    """Return the address of `target` (with its ``#anchor``, if any) as seen from `page`."""
    path, mark, anchor = target.partition("#")
    return f"{posixpath.relpath(path, posixpath.dirname(page) or '.')}{mark}{anchor}"
