"""Writes the page of every public name, and adds new names to the list of those that are promised.

`python site/names.py` writes both, and tests hold both to what it writes. It takes nothing out of the list: a name that
goes is taken out by hand, when the next minor version begins a list of its own.
"""

from __future__ import annotations

import importlib
import inspect
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cimscore.plugins import hookspecs

SITE: Final = Path(__file__).parent
PAGE: Final = SITE / "docs" / "developer" / "names.md"
VERSION: Final = tomllib.loads((SITE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
MINOR: Final = ".".join(VERSION.split(".")[:2])
PROMISED: Final = SITE / f"promised-{MINOR}.txt"
PACKAGES: Final = (
    "cimscore", "cimscore.rules", "cimscore.rules.vocabulary", "cimscore.rules.families", "cimscore.plugins",
    "cimscore.policy", "cimscore.calendars", "cimscore.clocks", "cimscore.grades", "cimscore.case", "cimscore.rulebook",
    "cimscore.wire", "cimscore.testing", "cimscore.assessment", "cimscore.interview", "cimscore.many",
)  # fmt: skip
"""What a program's author imports from, and then whoever embeds the library, in the order of the page."""
OF_PROGRAMS: Final = ("cimscore_qld_child_safety.names", "cimscore_vic_cims.names", "cimscore_ndis_incidents.names")
"""What whoever adds to a shipped program imports from."""
_HEAD: Final = """\
---
search:
  boost: 0.2
---

# Every public name

Everything that a program's author may import, or whoever embeds the library, by the package to import it from. In
Python, `help(cimscore.rules)` says the same, with every argument.

A name that is here can be imported throughout a minor version, such as `0.1`: a test fails if one is gone. The same
holds for the hooks. A name goes only with the next minor version, and the changelog says under *Removed* what to use
instead. So ask for `cimscore>=0.1,<0.2`, as the shipped programs do. What is not here may change without notice. A
document names its format, such as `assessment/1`, and tests hold it to the schema of that format. Before a release,
`nox -s downstream` runs each shipped program's own tests from its source distribution alone, against the wheel of the
core.
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


def importable() -> set[str]:
    """Return every public name with its package, those of the shipped programs too, and every hook."""
    hooks = {f"{hookspecs.__name__}.{name}" for name in vars(hookspecs) if name.startswith("cimscore_")}
    return hooks | {f"{package}.{name}" for package in (*PACKAGES, *OF_PROGRAMS) for name in public(package)}


def promised() -> set[str]:
    """Return every name that this minor version was ever said to have."""
    return set(PROMISED.read_text(encoding="utf-8").split()) if PROMISED.exists() else set()


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
    PROMISED.write_text("\n".join(sorted(promised() | importable())) + "\n", encoding="utf-8")
