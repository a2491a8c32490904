"""Installed programs that are left out of the rulebook: one that cannot be used stops itself, and no other."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

import attrs

from cimscore.errors import LeftOutWarning, Problem, RulebookError
from cimscore.rulebook.declarations import Declarations

Build = Callable[[Sequence[Declarations]], object]
"""What builds a rulebook, or raises a `RulebookError`."""


@attrs.frozen(kw_only=True, eq=False)
class LeftOut:
    """Installed program that is not in the rulebook.

    Attributes:
        name: Name of its plugin, as its distribution declares it.
        program: Id of the program; the plugin's name where that is not known.
        distribution: Distribution that brings it, with its version.
        error: Everything that is wrong with it.
        disabled: True if somebody has left it out on purpose.
    """

    name: str
    program: str
    distribution: tuple[str, str]
    error: RulebookError
    disabled: bool = False

    def __str__(self) -> str:
        called = f"The program {self.program} ({' '.join(self.distribution).strip()}) is left out"
        if self.disabled:
            return f"{called}: CIMSCORE_DISABLE names it."
        count = len(self.error.problems)
        lines = (f"  - {problem}" for problem in self.error.problems)
        again = f"The other programs go on. Correct it, or say CIMSCORE_DISABLE={self.name} to be told no more."
        return "\n".join([f"{called} ({count} problem{'s' * (count != 1)}):", *lines, again])

    def warning(self) -> LeftOutWarning:
        """Return the warning that it is left out."""
        return LeftOutWarning(str(self), () if self.disabled else self.error.problems)

    def is_called(self, name: str) -> bool:
        """Return True if a name means this program or its plugin."""
        return name in (self.name, self.program)


def broken_among(declared: Sequence[Declarations], build: Build) -> dict[str, RulebookError]:
    """Return what is wrong with each program that cannot be used, by id: by itself, or beside another.

    Args:
        declared: What each plugin declares. Together they cannot be built.
        build: What builds a rulebook.
    """
    alone = {
        program.identity.id: error for program in declared if (error := _refused(_with_bases(program, declared), build))
    }
    if alone:
        return _without_bases(alone, declared)
    found: dict[str, RulebookError] = {}
    for program, beside in itertools.combinations(declared, 2):
        error = _refused([*_with_bases(program, declared), *_with_bases(beside, declared)], build)
        if error:  # Which of the two is at fault nobody can tell, so that neither is used.
            found |= {program.identity.id: error, beside.identity.id: error}
    return found


def _refused(declared: Iterable[Declarations], build: Build) -> RulebookError | None:
    try:
        build(list({id(program): program for program in declared}.values()))
    except RulebookError as error:
        return error
    return None


def _with_bases(program: Declarations, declared: Sequence[Declarations]) -> list[Declarations]:
    """Return a program after those that it extends."""
    chain, base = [program], program.identity.extends
    # Two programs that extend each other would otherwise go on for ever.
    while base and base not in {plugin.identity.id for plugin in chain}:
        found = [plugin for plugin in declared if plugin.identity.id == base]
        chain = [*found, *chain]
        base = found[0].identity.extends if found else ""
    return chain


def _without_bases(broken: dict[str, RulebookError], declared: Sequence[Declarations]) -> dict[str, RulebookError]:
    """Return what is broken; of a program that extends a broken one, that the other one is."""
    extends = {program.identity.id: program.identity.extends for program in declared}
    return {
        program: base_left_out(program, extends[program]) if extends[program] in broken else error
        for program, error in broken.items()
    }


def base_left_out(program: str, base: str) -> RulebookError:
    """Return the error of a program that extends one that is left out."""
    problem = Problem(
        where=f"program {program}", found=f"extends={base!r}, which is left out", expected="a program that can be used",
        hint=f"It can be used again once {base} can.",
    )  # fmt: skip
    return RulebookError([problem])
