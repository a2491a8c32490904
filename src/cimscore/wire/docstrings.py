"""Schema texts from the docstrings of the case, so that they are written once."""

from __future__ import annotations

import inspect
import re

_ATTRIBUTE = re.compile(r"^    (\w+): ((?:.|\n(?!    \w+: |\n|\S))*)", re.MULTILINE)


def summary(thing: object) -> str:
    """Return the first paragraph of a docstring, on one line; empty for a built-in."""
    if getattr(thing, "__module__", "") == "builtins":
        return ""
    return _words((inspect.getdoc(thing) or "").partition("\n\n")[0])


def attribute_docs(thing: object) -> dict[str, str]:
    """Return the text of each attribute in the ``Attributes`` part of a docstring."""
    _, _, attributes = (inspect.getdoc(thing) or "").partition("Attributes:\n")
    return {name: _words(text) for name, text in _ATTRIBUTE.findall(attributes)}


def _words(text: str) -> str:
    return " ".join(text.replace("`", "").split())
