"""Writes the page of every public name: `python site/names.py`. A test holds the page to what this writes."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).parent / "docs" / "developer" / "names.md"
PACKAGES: Final = (
    "cimscore", "cimscore.rules", "cimscore.rules.vocabulary", "cimscore.rules.families", "cimscore.plugins",
    "cimscore.policy", "cimscore.calendars", "cimscore.case", "cimscore.rulebook", "cimscore.wire", "cimscore.testing",
)  # fmt: skip
"""What a program's author imports from, in the order of the page."""
_HEAD: Final = """\
---
search:
  boost: 0.2
---

# Every public name

Everything that a program's author may import, by the package to import it from. In Python, `help(cimscore.rules)` says
the same, with every argument.

What is here stays as it is within a minor version, such as `0.1`. So do the hooks, and documents of a format such as
`assessment/1`. A name that is to go warns for a version first, and the changelog says what to use instead. What is not
here may change without notice. Before a release, `nox -s downstream` runs each shipped program's own tests from its
source distribution alone, against the wheel of the core. Ask for `cimscore>=0.1,<0.2`, as they do.
"""


def page() -> str:
    """Return the page."""
    return "\n".join([_HEAD, *(line for name in PACKAGES for line in _section(name))])


def public(package: str) -> tuple[str, ...]:
    """Return the public names of a package, sorted; of a module without a list of them those that it defines."""
    module = importlib.import_module(package)
    listed = getattr(module, "__all__", None)
    if listed is None:
        listed = [name for name, held in vars(module).items() if _is_own(name, held, package)]
    return tuple(sorted(listed, key=str.casefold))


def _is_own(name: str, held: object, package: str) -> bool:
    written = getattr(getattr(held, "written", None), "module", getattr(held, "__module__", ""))
    return not name.startswith("_") and not inspect.ismodule(held) and written == package


def _section(package: str) -> Iterator[str]:
    module = importlib.import_module(package)
    yield from (f"## `{package}`", "", "| Name | |", "| --- | --- |")
    yield from (f"| `{name}` | {_said(getattr(module, name))} |" for name in public(package))
    yield ""


def _said(held: object) -> str:
    """Return the first line of a name's own docstring; the sentence of a relation."""
    sentence = getattr(held, "says", "") if not inspect.isclass(held) else ""
    documented = inspect.isclass(held) or inspect.isroutine(held)
    first = (inspect.getdoc(held) or "").partition("\n")[0] if documented else "A value, or a name of a type."
    line = sentence or first
    return line.replace("|", "\\|").replace("{", "\\{")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
