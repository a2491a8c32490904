"""Things mentioned so far: "a child" at first, "that child" from then on, "the child" for a given thing."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from cimscore.rules.conditions.sentences import pieces_of
from cimscore.rules.conditions.things import Attribute, Record, RecordName, Variable
from cimscore.rules.english.nouns import constant, noun_of, quoted, spaced, with_article
from cimscore.rules.rows.conclusions import Make, NamedRecord


class Style(enum.Enum):
    """Ways to mention a thing."""

    GIVEN = "the"
    HEAD = "a, then the"
    SOME = "a, then that"
    SAID_SOME = "some, then that"
    NONE = "no, then any"
    EACH_NONE = "no, then that"
    SPOKEN = "that"


@attrs.frozen
class Called:
    """Current way to mention a variable.

    Attributes:
        noun: Its noun.
        style: Style of the mention.
        differs: True if the text says that it differs from the variable it is `other_than`.
        clashes: True if the text mentions another thing with that noun.
    """

    noun: str
    style: Style
    differs: bool = False
    clashes: bool = False


class Scope:
    """Things that a text has mentioned, or is about to mention.

    Args:
        names: Names of the things of a case, by id; empty if the text is not about a case.
    """

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        self._called: dict[Variable, Called] = {}
        self._names = names or {}
        self._denied_once = False

    @classmethod
    def of(cls, things: Iterable[Variable], style: Style = Style.GIVEN) -> Scope:
        """Return a scope of things that are given, or of those of a head."""
        scope = cls()
        scope.bind(sorted(things, key=lambda thing: thing.name), style)
        return scope

    @property
    def state(self) -> dict[Variable, Called]:
        """Return the current state, to restore later."""
        return dict(self._called)

    def restore(self, state: Mapping[Variable, Called]) -> None:
        """Restore an earlier state."""
        self._called = dict(state)

    def bind(self, things: Iterable[Variable], style: Style, differing: Iterable[Variable] = ()) -> None:
        """Add things to mention.

        Args:
            things: The variables.
            style: Style of their mentions.
            differing: Those that the text says differ from the variable they are `other_than`.
        """
        self._denied_once = False
        for thing in things:
            style_of = Style.GIVEN if isinstance(thing, Record) and style is Style.HEAD else style
            differs = thing in differing
            noun = (
                noun_of(thing)
                if differs or style in {Style.GIVEN, Style.HEAD}
                else noun_of(thing).removeprefix("other ")
            )
            others = [called for known, called in self._called.items() if known != thing]
            clashes = any(called.noun == noun for called in others)
            while any(called.noun == noun and called.clashes for called in others):
                noun = f"further {noun}"
            self._called[thing] = Called(noun, style_of, differs, clashes)

    def leave(self, things: Iterable[Variable], outer: Mapping[Variable, Called]) -> None:
        """Forget things, and restore their state outside.

        Args:
            things: The variables.
            outer: The state outside.
        """
        for thing in things:
            self._called.pop(thing, None)
            if thing in outer:
                self._called[thing] = outer[thing]

    @property
    def new(self) -> frozenset[Variable]:
        """Return the variables that have not been mentioned."""
        return frozenset(thing for thing in self._called if self.is_new(thing))

    def is_new(self, thing: Variable) -> bool:
        """Return True if a variable has not been spoken of."""
        return thing in self._called and self._called[thing].style in {
            Style.HEAD,
            Style.SOME,
            Style.SAID_SOME,
            Style.NONE,
            Style.EACH_NONE,
        }

    def deny(self) -> None:
        """Say "any" at the next first mention. The words before it deny already."""
        self._denied_once = True

    # Mentions.

    def mention(self, term: Any, *, bare: bool = False) -> str:
        """Return how a term is spoken of here; a first mention counts as one.

        Args:
            term: A variable, a record's attribute, a term of a head, or a constant.
            bare: True for the noun without an article, behind "the subject …".
        """
        if isinstance(term, Attribute):
            return f"{self.mention(term.record, bare=bare)}'s {term.name}"
        if isinstance(term, NamedRecord):
            return self._record(term)
        if isinstance(term, Make):
            terms = " and ".join(self.mention(part) for part in term.terms)
            return f"{_function(term)} of {terms}"
        if not isinstance(term, Variable):
            return self._names.get(str(term)) or (self._made(term) if isinstance(term, RecordName) else constant(term))
        return self._variable(term, bare=bare)

    def _made(self, record: RecordName) -> str:
        """Return what to call a record of a case: its kind, what it is of, and whose own it is."""
        of = "" if record.of_kind == "case" else f" of {self._names.get(record.of, record.of)}"
        alone = f" for {self._names.get(record.focus, record.focus)} alone" if record.focus else ""
        return f"the {spaced(record.kind)}{of}{alone}"

    def _variable(self, thing: Variable, *, bare: bool) -> str:
        called = self._called.get(thing) or Called(noun_of(thing), Style.GIVEN)
        if self.is_new(thing):
            then = Style.GIVEN if called.style is Style.HEAD else Style.SPOKEN
            self._called[thing] = attrs.evolve(called, style=then)
            return called.noun if bare else self._first(thing, called)
        if bare:
            return called.noun
        that = "this" if called.clashes else "that"
        return f"{'the' if called.style is Style.GIVEN else that} {called.noun}"

    def _first(self, thing: Variable, called: Called) -> str:
        noun = called.noun
        other, word = noun.startswith("other "), noun.removeprefix("other ")
        known = thing.other_than is not None and thing.other_than in self._called and not self.is_new(thing.other_than)
        if called.style is Style.EACH_NONE:
            first = f"no {noun}{' at all' if called.clashes else ''}"
        elif called.style is Style.NONE:
            opening, self._denied_once = "any" if self._denied_once else "no", True
            first = f"{opening} {noun}{' at all' if called.clashes else ''}"
        elif called.style is Style.SAID_SOME or called.clashes:
            first = f"some {noun}"
        elif other and called.differs and known:
            first = f"another {word}"
        elif other and called.differs:
            first = f"a different {word}"
        else:
            first = with_article(noun)
        if called.differs and not other and thing.other_than is not None:
            return f"{first} (not {self._variable(thing.other_than, bare=False)})"
        return first

    def _record(self, record: NamedRecord) -> str:
        kind, focus = record.kind, record.focus
        own = kind.own_title if focus is not None else ""
        said, terms = "", iter((record.of, focus) if own else (record.of,))
        for piece in pieces_of(own or kind.title):
            said += piece if isinstance(piece, str) else self.mention(next(terms, record.of))
        alone = f" for {self.mention(focus)} alone" if focus is not None and not own else ""
        return f"{with_article(said)}{alone}"


def _function(made: Make) -> str:
    """Return the words for the result of a function: "the day" for ``day_of``, else its name in quotation marks."""
    name = spaced(made.function.__name__.strip("_").replace("_", " "))
    return f"the {name.removesuffix(' of')}" if name.endswith(" of") else quoted(name)
