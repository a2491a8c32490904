"""The functions of Python that a program may hold: named ones of a module, which can be digested and pickled."""

from __future__ import annotations

from types import FunctionType

from cimscore.author.refusals import AuthorError


def refuse_unless_of_a_module(function: object, what: str) -> None:
    """Refuse a function that has no name of its own in a module: a lambda, a method, one of another language.

    Args:
        function: The function.
        what: What holds it, for the message.

    Raises:
        AuthorError: It is none.
    """
    if not (isinstance(function, FunctionType) and function.__qualname__.isidentifier()):
        raise AuthorError(
            what=what,
            found=repr(getattr(function, "__qualname__", function)),
            expected="a function of a module, defined with def: its text is digested, and its name is its identity",
        )
