"""One answer about several things: those listed, or every one of a sort that has no answer of its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from cimscore.case import DecisionEntry, FactEntry, Form, Sort
from cimscore.wire import patterns

SECTIONS: Final[Mapping[Sort, str]] = {
    Sort.PERSON: "people",
    Sort.HOUSEHOLD: "households",
    Sort.PLACE: "places",
    Sort.CONCERN: "concerns",
    Sort.FILE: "records",
}
"""Where the things of a sort are entered."""
_BETWEEN: Final = ", "
Ids = Mapping[Sort, Iterable[str]]


def part_pattern(sort: Sort, single: str) -> str:
    """Return the pattern of a part of an address: one thing, several, or every one of its sort.

    Args:
        sort: The sort of thing.
        single: The pattern of one of them.
    """
    every = f"{patterns.EVERY} {sort.value}|" if sort in SECTIONS else ""
    return f"(?:{every}(?:{single})(?:{_BETWEEN}(?:{single}))*)"


def decisions_about_each(
    decisions: Mapping[str, DecisionEntry], forms: Mapping[str, Form], ids: Ids
) -> dict[str, DecisionEntry]:
    """Return decisions in which each names everything that it is about.

    Args:
        decisions: The decisions by their path.
        forms: Form of the answers to every question.
        ids: Ids of the case, by sort.
    """
    own = {
        (decision.question, address)
        for decision in decisions.values()
        for written in decision.about
        for address, is_every in _each(written, forms.get(decision.question), ids)
        # An answer about a thing itself is closer than one about every thing of its sort, so it wins.
        if not is_every
    }
    found: dict[str, DecisionEntry] = {}
    for path, decision in decisions.items():
        meant_things = (
            meant for written in decision.about for meant in _each(written, forms.get(decision.question), ids)
        )
        about = [
            address for address, is_every in meant_things if not (is_every and (decision.question, address) in own)
        ]
        found[path] = attrs.evolve(decision, about=tuple(dict.fromkeys(about)))
    return found


def facts_about_each(facts: Mapping[str, FactEntry], forms: Mapping[str, Form], ids: Ids) -> dict[str, FactEntry]:
    """Return facts in which each is about one thing; see `decisions_about_each`."""
    found: dict[str, FactEntry] = {}
    of_every: dict[str, FactEntry] = {}
    own: set[tuple[str, str]] = set()
    for path, fact in facts.items():
        things = list(_each(fact.about, forms.get(fact.question), ids))
        for address, is_every in things:
            place = path if len(things) == 1 else f"{path} ({address})"
            (of_every if is_every else found)[place] = attrs.evolve(fact, about=address)
            own |= set() if is_every else {(fact.question, address)}
    rest = {path: fact for path, fact in of_every.items() if (fact.question, fact.about) not in own}
    return dict(sorted({**found, **rest}.items(), key=lambda item: item[1].question.split("/")))


def _each(written: str, form: Form | None, ids: Ids) -> Iterator[tuple[str, bool]]:
    """Yield every address that is meant, and whether it is meant only as one of every thing of a sort."""
    sorts = form.about if form is not None else ()
    if not sorts or not (_BETWEEN in written or f"{patterns.EVERY} " in written):
        yield written, False
        return
    parts = written.split("@", len(sorts) - 1)
    meant = [list(_meant(part, sort, ids)) for part, sort in zip(parts, sorts, strict=False)]
    for chosen in itertools.product(*meant):
        yield "@".join(thing for thing, _ in chosen), any(is_every for _, is_every in chosen)


def _meant(part: str, sort: Sort, ids: Ids) -> Iterator[tuple[str, bool]]:
    if sort is Sort.SOURCE:
        yield part, False
    elif part == f"{patterns.EVERY} {sort.value}":
        yield from ((thing, True) for thing in ids.get(sort, ()))
    else:
        yield from ((thing, False) for thing in part.split(_BETWEEN))
