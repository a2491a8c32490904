"""Where the library and an answer-set program differ, and the smallest case in which they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs
from asp import Claim, Verdict
from library_says import Said

from cimscore.case import Case
from cimscore.errors import CaseError

PARTS = ("people", "households", "residences", "relationships", "concerns", "records")
ANSWERS = ("decisions", "facts")


@attrs.frozen(order=True)
class Difference:
    """One claim of which the two say different things."""

    kind: str
    claim: Claim

    def __str__(self) -> str:
        return f"{self.kind}: {self.claim}"

    def is_like(self, other: Difference) -> bool:
        """Return True if both are of one kind, about claims of one name."""
        return self.kind == other.kind and self.claim[0] == other.claim[0]


def told_of_both(case: Case, told: Said, text: Verdict) -> str:
    """Return a case, what the library says of it, and what the text does."""
    rows = [str(row) for part in (*PARTS, *ANSWERS) for row in getattr(case, part)]
    library, page = sorted(map(str, told.certain)), sorted(map(str, text.cautious))
    return "\n  ".join(["The case:", *rows, "The library:", *library, "The text:", *page])


def differences(told: Said, text: Verdict, names: frozenset[str]) -> Iterator[Difference]:
    """Yield what is certain in the library and not in the text, and what the text allows and the library rules out."""
    for claim in told.certain - text.cautious:
        if claim in text.spoken or (claim[0] == "due" and _other_day(claim, text)):
            yield Difference("certain, and the text does not say so", claim)
    for claim in text.brave - told.possible:
        if claim[0] in names:
            yield Difference("said by the text, and ruled out", claim)


def _other_day(due: Claim, text: Verdict) -> bool:
    """Return True if the text gives the same clock another day."""
    return any(claim[:-1] == due[:-1] for claim in text.cautious)


def missing(told: Said, text: Verdict) -> Iterator[Claim]:
    """Yield what the text makes certain and the library does not call certain."""
    yield from sorted(text.cautious - told.certain, key=str)


def smallest(case: Case, differs: Callable[[Case], bool]) -> Case:
    """Return a case without any person, home, stay, tie, concern or record that the difference does not need.

    What is said and decided of a thing goes with it; an answer alone stays, so that a whole case stays whole.
    """
    shrunk = True
    while shrunk:
        shrunk = False
        for part in PARTS:
            for row in reversed(getattr(case, part)):
                less = _without(case, part, row)
                if less is not None and differs(less):
                    case, shrunk = less, True
    return case


def _without(case: Case, part: str, row: Any) -> Case | None:
    rest = {each: getattr(case, each) for each in (*PARTS, *ANSWERS)}
    rest[part] = tuple(each for each in rest[part] if each is not row)
    if part in {"residences", "relationships"} and len(_whose(rest[part], row)) == 0:
        return None  # Without any stay the homes would be unknown, and without any parent the parents.
    gone = getattr(row, "id", None)
    try:
        return attrs.evolve(case, **(rest if gone is None else _unnamed(rest, gone)))
    except CaseError:
        return None


def _whose(rows: tuple[Any, ...], row: Any) -> list[Any]:
    """Return the rows about the same person as a row."""
    name = "person" if hasattr(row, "person") else "to"
    return [each for each in rows if getattr(each, name) == getattr(row, name)]


def _unnamed(rest: dict[str, tuple[Any, ...]], gone: str) -> dict[str, tuple[Any, ...]]:
    """Return what is left if nothing names a thing."""
    concerns = (
        attrs.evolve(each, **{name: _less(getattr(each, name), gone) for name in ("about", "present", "responsible")})
        for each in rest["concerns"]
    )
    records = (
        attrs.evolve(each, people={k: v for k, v in each.people.items() if k != gone}) for each in rest["records"]
    )
    return rest | {
        "residences": tuple(each for each in rest["residences"] if gone not in (each.person, each.household)),
        "relationships": tuple(each for each in rest["relationships"] if gone not in (each.from_, each.to)),
        "concerns": tuple(each for each in concerns if each.about),
        "records": tuple(records),
        "decisions": tuple(each for each in rest["decisions"] if not _names(each.about, gone)),
        "facts": tuple(each for each in rest["facts"] if not _names((each.about,), gone)),
    }


def _less(people: Any, gone: str) -> Any:
    return tuple(each for each in people if each != gone) if isinstance(people, tuple) else people


def _names(about: tuple[str, ...], gone: str) -> bool:
    return any(gone in each.split("@") for each in about)
