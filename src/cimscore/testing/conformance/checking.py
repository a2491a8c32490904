"""Every check of a program, one after the other, the quick ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import attrs

from cimscore.errors import CimsError, DocumentError
from cimscore.rulebook import Rulebook
from cimscore.testing.conformance import (
    boundaries,
    examples,
    installed,
    loading,
    ordering,
    round_trips,
    secrecy,
    slips,
    unknowns,
)
from cimscore.testing.conformance.subject import Budget, Subject
from cimscore.wire import load_examples

Progress = Callable[[str, int, int], None]
"""Called before each check with what it looks at, its number from 1, and how many there are."""


@attrs.frozen
class Check:
    """Promise of a program.

    Attributes:
        promises: What it promises, in words.
        run: Yields what is wrong, in lines.
    """

    promises: str
    run: Callable[[Subject], Iterator[str]]


CHECKS: Final = (
    Check("it loads alone", loading.loads_alone),
    Check("it loads beside every installed program", loading.loads_beside),
    Check("its distribution holds its data", installed.wheel_is_whole),
    Check("nothing in it looks like a slip", slips.nothing_looks_like_one),
    Check("each of its modules is imported", slips.modules_are_imported),
    Check("every encoded clause is carried by a rule", slips.clauses_are_carried),
    Check("rules come with worked examples", examples.has_examples),
    Check("worked examples hold", examples.examples_hold),
    Check("worked examples show what they claim", examples.examples_show),
    Check("worked examples can be written and read again", round_trips.examples_go_round),
    Check("the order of lists changes nothing", ordering.lists_have_no_order),
    Check("the order of plugins and tables changes nothing", ordering.plugins_have_no_order),
    Check("the notifier is never told", secrecy.notifier_is_kept),
    Check("a case received a day off is decided", boundaries.starts_hold),
    Check("the day before, of and after each deadline", boundaries.deadlines_hold),
    Check("what a missing fact could change is not certain", unknowns.is_sound),
    Check("what every answer shares is told", unknowns.is_complete),
)
MOST_FACTS: Final = 120
"""So many facts are left out of a program's examples together, unless another number is asked for."""


def check_program(
    rulebook: Rulebook, id: str, *, most: int = MOST_FACTS, seconds: float = 0, progress: Progress | None = None
) -> tuple[str, ...]:
    """Return everything wrong with a program, one line each; nothing if it keeps what it promises.

    Args:
        rulebook: The programs; the one that is checked, and those that its examples name, among them.
        id: The program's id.
        most: Number of facts to leave out of its worked examples, spread over them; 0 for every one, which takes long.
        seconds: So many seconds at most; 0 for as long as it takes. What was not looked at then is a line, too.
        progress: Called before each check.

    Raises:
        UnknownNameError: There is no such program.
    """
    budget = Budget(seconds)
    subject = Subject(rulebook=rulebook, program=rulebook.program(id), most=most, budget=budget)
    try:
        subject = attrs.evolve(subject, examples=load_examples(rulebook, id))
    except DocumentError as error:
        return tuple(f"worked examples hold: {error.where}: {problem}" for problem in error.problems)
    except CimsError as error:
        return (f"worked examples hold: {error}",)
    return tuple(line for line in _lines(subject, progress))


def _lines(subject: Subject, progress: Progress | None) -> Iterator[str]:
    for number, check in enumerate(CHECKS, 1):
        if progress:
            progress(check.promises, number, len(CHECKS))
        yield from (f"{check.promises}: {line}" for line in _found(check, subject))
        if subject.budget.left_out:
            yield f"{check.promises}: not looked at, since the time was up: {subject.budget.left_out} of the examples"
            subject.budget.left_out = 0


def _found(check: Check, subject: Subject) -> Iterator[str]:
    try:
        yield from check.run(subject)
    except CimsError as error:
        yield str(error)
