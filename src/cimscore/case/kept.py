"""Things kept from somebody: words that outputs hide unless asked to show them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import attrs

from cimscore.case.case import Case
from cimscore.case.people import Name, PersonEntry
from cimscore.case.unknown import UNKNOWN, Unknown

_OF_DATES: Final = frozenset({*calendar.month_name, *calendar.day_name}) - {""}
AN_AREA: Final = "an area that is kept back"
SOMETHING_KEPT: Final = "Something in this case is kept from somebody, and is not shown here."
HOW_TO_SHOW: Final = f"{SOMETHING_KEPT} Give --show-kept to show it."
"""The same, with the option of every command that hides it."""


@attrs.frozen(slots=False)
class Kept:
    """Words of a case that are hidden, each with its replacement.

    Attributes:
        words: Replacement for each word or words.
    """

    words: Mapping[str, str] = attrs.field(factory=dict)

    def __bool__(self) -> bool:
        return bool(self.words)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Otherwise "Ann" would be replaced inside "Ann Example", and the family name would stay.
        longest_first = sorted(self.words, key=lambda words: (-len(words), words))
        return re.compile("|".join(rf"(?<!\w){_however_broken(words)}(?!\w)" for words in longest_first))

    @cached_property
    def _plain(self) -> Mapping[str, str]:
        return {_unbroken(words): instead for words, instead in self.words.items()}

    def hide(self, text: str) -> str:
        """Return a text without what is kept back, even where a line ends within it.

        Args:
            text: The text.
        """
        if not self.words:
            return text
        return self._pattern.sub(lambda found: self._plain[_unbroken(found.group())], text)

    def told(self, page: str) -> str:
        """Return a page without what is kept back; its last line says so, if there is anything.

        Args:
            page: The page.
        """
        return f"{self.hide(page)}\n{HOW_TO_SHOW}\n" if self else page

    def hide_in(self, value: Any) -> Any:
        """Return a value without what is kept back in any text within it.

        Args:
            value: A text, a value with attributes, or a sequence or mapping of them.
        """
        if not self.words or isinstance(value, int | float | None):
            return value
        # An enum member is a word of the program, never a name, so only plain text is searched.
        if type(value) is str:
            return self.hide(value)
        if isinstance(value, Mapping):
            return {self.hide_in(key): self.hide_in(part) for key, part in value.items()}
        if type(value) in (tuple, list):
            return type(value)(self.hide_in(part) for part in value)
        if attrs.has(type(value)):
            changed = {
                field.alias or field.name: self.hide_in(getattr(value, field.name))
                for field in attrs.fields(type(value))
                if field.init
            }
            return attrs.evolve(value, **changed)
        return value


def kept_in(case: Case) -> Kept:
    """Return the words of a case that are kept from somebody.

    Args:
        case: The case.
    """
    ids = {entry.id for entries in (case.people, case.households, case.concerns) for entry in entries}
    # A family name that others share openly says nothing about the hidden person.
    open_names = {person.name.family for person in case.people if not person.kept_from}
    words: dict[str, str] = {}
    for person in case.people:
        if person.kept_from:
            words |= {word: person.id for word in _names_of(person) if word not in open_names}
            words |= dict.fromkeys(_whereabouts(person, case), person.id)
    for home in case.households:
        if home.kept_from and home.label:
            words[home.label] = home.id
        if home.kept_from and not isinstance(home.area, Unknown):
            words[home.area] = AN_AREA
    # Ids stay: they are what outputs show instead of names.
    return Kept({word: instead for word, instead in sorted(words.items()) if word not in ids})


def discreet(case: Case) -> Case:
    """Return a case without the names and places that are kept from somebody, and without that person's id.

    Args:
        case: The case. Its decision depends on what is removed here, so decide the original case.
    """
    people = tuple(
        attrs.evolve(person, name=Name(), also_known_as=(), sleeps="", kept_from=()) if person.kept_from else person
        for person in case.people
    )
    households = tuple(
        attrs.evolve(home, label="", area=UNKNOWN, kept_from=()) if home.kept_from else home for home in case.households
    )
    if people == case.people and households == case.households:
        return case
    return attrs.evolve(case, people=people, households=households)


def _names_of(person: PersonEntry) -> Iterator[str]:
    parts = [part for part in (person.name.given, person.name.family) if not isinstance(part, Unknown)]
    yield from {" ".join(parts), *parts, *person.also_known_as} - {""}


def _whereabouts(person: PersonEntry, case: Case) -> Iterator[str]:
    """Yield the words for the place where a person without a home sleeps."""
    place = next((place for place in case.places if place.id == person.sleeps), None)
    if place is None:
        yield from [person.sleeps] if person.sleeps else []
        return
    yield from [place.label] if place.label else []
    yield from [] if isinstance(place.area, Unknown) else [place.area]


def _however_broken(words: str) -> str:
    """Return a pattern for some words. A line may end at each space and after each hyphen.

    In a date, the name of a person called May is the month.
    """
    # "May" next to a number is a month, not a person.
    if words in _OF_DATES:
        return rf"(?<!\d\s){words}(?!\s+\d)"
    parts = (re.escape(part).replace(r"\-", r"\-\s*") for part in words.split())
    return r"\s+".join(parts)


def _unbroken(words: str) -> str:
    return re.sub(r"(?<=-) ", "", " ".join(words.split()))
