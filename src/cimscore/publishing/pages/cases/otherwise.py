"""Effects of a single change: worlds counted by what differs in them, in words that fit every example."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper.markdown import Sheet, count, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.rules import Variable
from cimscore.traceability.worlds.worlds import Outcome, World

MOST_CHANGES: Final = 40

WORLDS: Final = (
    "A world is a worked example in which one thing is otherwise than it states, or one open question is answered. "
    "Everything it states is changed in turn, to every value where these are few; dates stay as they are."
)
_COUNTED: Final = (
    "In how many worlds a change does what; several values in one row do so in as many worlds each. It *brings it "
    "about* for a person, a home or a record for which the example does not come to it; it *takes it away* where the "
    "example does; it *leaves it open* where an answer is missing then, which is never a no. A proposal counts while "
    "it stands."
)
_HEADS: Final = ("What is otherwise", "It is then", "Brings it about", "Takes it away", "Leaves it open")

_WITHIN_A_NAME: Final = re.compile(r"(?<=[a-z])-(?=[a-z])")

_Change = tuple[str, str]
"""What is otherwise, by its question, and what it is then."""

_Counts = tuple[int, int, int]
"""In how many worlds a change brings an outcome about, takes it away, and leaves it open."""

_THINGS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "case/homes": ("Where somebody stays", ""),
        "case/stay": ("How somebody stays in a home", ""),
        "case/parents": ("Who the parents of a child are", ""),
        "case/relationship": ("What one person is to another", ""),
        "case/mother": ("Who carries an unborn child", "somebody else"),
        "case/confirmed": ("Whether a pregnancy is confirmed", ""),
        "case/family": ("Which family somebody belongs to", "another"),
        "case/area": ("In which area a home lies", "another"),
        "case/about": ("Whether a concern is about somebody", ""),
        "case/place": ("Where it happened", "in another home"),
        "case/present": ("Whether somebody was there", ""),
        "case/responsible": ("Whether somebody is said to be responsible", ""),
        "case/kind": ("What is alleged", ""),
        "case/household": ("Which home a record on file is about", "another"),
    }
)
"""What an entry of a case says, and what it says in a world where it names another thing of that case."""

_NOBODY: Final = ("nobody", "none", "in none")
"""How a value begins that names nothing of the case; it is told as it is."""


def what_changes_do(sheet: Sheet, book: Book, outcome: Outcome, worlds: Iterable[World]) -> Iterator[str]:
    """Yield the effects of single changes on an outcome, largest first; nothing without worlds."""
    alike: defaultdict[tuple[str, _Counts], list[str]] = defaultdict(list)
    for (question, value), counts in sorted(_counted(book, outcome, worlds).items()):
        alike[question, counts].append(value)
    if not alike:
        return
    ordered = sorted(alike, key=lambda row: (-sum(row[1]), row))
    rows = [
        (_thing(sheet, book, question), plain("; ".join(alike[question, counts])), *map(_in_each, counts))
        for question, counts in ordered[:MOST_CHANGES]
    ]
    yield WORLDS
    yield _COUNTED
    yield table(_HEADS, rows)
    more = len(ordered) - MOST_CHANGES
    yield f"{count(more, 'more change')} in fewer worlds." if more > 0 else ""


def _counted(book: Book, outcome: Outcome, worlds: Iterable[World]) -> dict[_Change, _Counts]:
    """Return the effects of each change that has any, with the number of worlds."""
    found: defaultdict[_Change, Counter[int]] = defaultdict(Counter)
    for world in worlds:
        for what, outcomes in enumerate((world.brought, world.taken, world.left_open)):
            if outcome in outcomes:
                found[world.question, _value_in_words(book, world)][what] += 1
    return {change: (done[0], done[1], done[2]) for change, done in found.items()}


def _in_each(worlds: int) -> str:
    return f"in {worlds:,}" if worlds else ""


def _thing(sheet: Sheet, book: Book, question: str) -> str:
    named = question in book.questions
    return shared.question_link(sheet, book, question) if named else plain(_thing_in_words(question))


def _thing_in_words(question: str) -> str:
    """Return what differs: ``case/stay`` is *How somebody stays in a home*."""
    return _THINGS.get(question, (question, ""))[0]


def _value_in_words(book: Book, world: World) -> str:
    """Return its value in the world, without names of people and homes, which differ from example to example."""
    question, value = world.question, world.value
    if value.startswith(_NOBODY):
        return value
    if question == "case/homes":
        return _homes_in_words(value)
    if question == "case/parents":
        return _parents_in_words(value)
    asked = book.rulebook.questions.get(question)
    if asked is not None and issubclass(asked.answers, Variable):
        return "one of them"
    return _THINGS.get(question, ("", ""))[1] or answer_in_words(value)


def _homes_in_words(value: str) -> str:
    """Return homes without names: ``lives in north and visits south`` is *lives in one home and visits another*."""
    ways = sorted(part.rpartition(" ")[0] for part in value.split(" and "))
    return " and ".join(f"{way} {'another' if at else 'one home'}" for at, way in enumerate(ways))


def _parents_in_words(value: str) -> str:
    known, _, perhaps = value.partition(", ")
    number = known.count(" and ") + 1
    return f"{'somebody else' if number == 1 else f'{number} people'}{f', {perhaps}' if perhaps else ''}"


def answer_in_words(answer: str) -> str:
    """Return an answer as a person gives it: yes or no for a truth value, a name such as ``half-sibling`` as words."""
    return {"true": "yes", "false": "no"}.get(answer, _WITHIN_A_NAME.sub(" ", answer))
