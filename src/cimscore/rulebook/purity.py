"""Refusing at load what a rule must not do: look behind `Facts`, hide what is open, ask a clock or the outside."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.errors import Problem
from cimscore.rulebook.code import functions_of, names_in
from cimscore.rulebook.syntax import swallows
from cimscore.rules import ORDER, Open, Rule, Ruleset, Topic

_OUTSIDE = frozenset({"open", "input", "eval", "exec", "__import__", "getattr", "setattr", "vars", "globals", "print"})
_CLOCKS = frozenset({"now", "today", "utcnow", "time_ns", "monotonic"})


def impure(rule: Rule, address: str) -> Iterator[Problem]:
    """What a rule or one of its functions does that makes its answer more than a function of what it asked."""
    for function in functions_of(rule):
        names = names_in(function)
        where = f"{address}, {function.__qualname__}"
        for name in sorted(name for name in names.attributes if name.startswith("_") and name != "__name__"):
            yield Problem(
                where=where, found=f"a look at the private name {name!r}", expected="questions asked through facts",
                hint="What is read behind facts is missing from the trace, and an unknown there would count as no.",
            )  # fmt: skip
        for name in sorted((names.attributes & _CLOCKS) | ({name for name, _ in names.things} & _OUTSIDE)):
            yield Problem(
                where=where, found=f"a use of {name!r}", expected="an answer that depends on nothing but what it asks",
                hint="The moment of assessment is an input (at=); files and clocks are out of a rule's reach.",
            )  # fmt: skip
        everything = any(name == "BaseException" or thing is Open for name, thing in names.things)
        if everything or (names.handles and swallows(function)):  # few handle anything: only they are parsed
            yield Problem(
                where=where, found="a catch of everything", expected="errors that are caught by their own names",
                hint="A missing answer is raised and has to pass; caught here, unknown would count as an answer.",
            )  # fmt: skip
        if "as_at" in names.attributes and rule.topic is not Topic.EDITIONS:
            yield Problem(
                where=where, found="a read of the moment of assessment", expected="that in topic editions only"
            )
        for name, thing in names.things:
            if isinstance(thing, Ruleset) and ORDER[thing.topic] >= ORDER[rule.topic]:
                yield Problem(
                    where=where, found=f"a read of {name} (topic {thing.topic})",
                    expected=f"reads of topics before {rule.topic}",
                    hint="Share a condition with the other rule instead of reading its answer.",
                )  # fmt: skip
