"""What is held of the sayings about people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sayings_read import Said

from cimscore.rules.vocabulary import age_at_least, born_on


def is_between(said: Said, person: str, low: int, high: int) -> None:
    """Hold that somebody has some ages and no others."""
    ages = {age: said.grade(age_at_least, person, age) for age in (10, 18)}
    assert ages == {10: 3 * (low >= 10), 18: 3 * (low >= 18)}
    (when,) = (things[1] for things in said.situation.base[born_on.key].rows if things[0] == person)
    assert 2025 - high - 1 <= when.first.value.year <= when.last.value.year <= 2025 - low


def is_asked(said: Said, person: str, *bands: str) -> None:
    """Hold that the age of somebody is open between some bands."""
    assert said.values(f"born@{person}") == list(bands)


def is_grown_up(said: Said) -> None:
    assert said.grade(age_at_least, "mia", 18) == 3


PEOPLE: Final[Mapping[str, Callable[[Said], None]]] = {
    "He's about seven.": lambda said: is_between(said, "kai", 6, 8),
    "She was seven at Christmas.": lambda said: is_between(said, "kai", 7, 8),
    "About ten, I'd say.": lambda said: is_asked(said, "kai", "aged 9", "aged 10 to 11"),
    "Born in 2018.": lambda said: is_between(said, "kai", 6, 7),
    "His birthday is in May, he'll be eleven.": lambda said: is_between(said, "kai", 10, 10),
    "She's a grown woman.": is_grown_up,
    "He isn't eighteen yet.": lambda said: is_asked(said, "kai", "aged 0 to 9", "aged 10 to 17"),
    "No idea how old the child is.": lambda said: is_asked(said, "kai", "aged 0 to 9", "aged 10 to 17", "18 or older"),
}
