"""The meaning of a test as text: on no layout and no comment does its digest hang."""

from __future__ import annotations

import ast
import inspect
import textwrap
from types import FunctionType

from cimscore.policy import digest_of


def digest_of_function(function: FunctionType) -> str:
    """Return a digest of what a function does; empty where its text is not at hand."""
    try:
        text = textwrap.dedent(inspect.getsource(function))
        return digest_of([ast.dump(ast.parse(text))])
    except (OSError, SyntaxError):
        return ""
