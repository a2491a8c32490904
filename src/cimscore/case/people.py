"""People and unborn children, as entered in a case."""

from __future__ import annotations

import datetime as dt
import enum
from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from cimscore.case.partial import PartialDay
from cimscore.case.profiles import NOTHING_SAID, Part, Profile
from cimscore.case.unknown import UNKNOWN, Unknown


class Gender(enum.StrEnum):
    """Used by pictures alone, which follow the conventions of a genogram; no rule reads it."""

    FEMALE = "female"
    MALE = "male"
    ANOTHER = "another"


class Home(enum.StrEnum):
    """Homes of a person who does not live full-time in a household of the case."""

    NONE = "none"
    ELSEWHERE = "elsewhere"


@attrs.frozen(kw_only=True)
class Name:
    """Name of a person. Each part may be unknown."""

    given: str | Unknown = UNKNOWN
    family: str | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class Unborn:
    """Pregnancy of a person who is not born yet.

    Attributes:
        mother: Id of the pregnant person.
        confirmed: True if the pregnancy has been confirmed.
        expected: Expected day of the birth, or as much of it as is known.
    """

    mother: str | Unknown = UNKNOWN
    confirmed: bool | Unknown = UNKNOWN
    expected: dt.date | PartialDay | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class Age:
    """Age that a person is said to have had. Either `about` or `is_` is given.

    Attributes:
        about: Approximate age in years. One year less and one year more are possible too.
        is_: Exact age in whole years.
        on: Day on which they had it, or as much of it as is known. Defaults to the day on which the information was
            received.
    """

    about: int | None = None
    is_: int | None = None
    on: dt.date | PartialDay | None = None

    @property
    def years(self) -> tuple[int, int]:
        """Return the lowest and the highest age that it can be."""
        if self.is_ is not None:
            return self.is_, self.is_
        about = self.about or 0
        return max(about - 1, 0), about + 1

    @property
    def in_words(self) -> str:
        """Return the age, and the day on which they had it if it is given: ``about 7 on 2025-03-03``."""
        years = f"about {self.about}" if self.is_ is None else str(self.is_)
        when = "in" if isinstance(self.on, PartialDay) else "on"
        return f"{years} {when} {self.on}" if self.on else years

    def __str__(self) -> str:
        return f"aged {self.in_words}"


@attrs.frozen(kw_only=True)
class PersonEntry:
    """Person of the case.

    Attributes:
        id: Id of the person in this case.
        name: Name for readers. No rule identifies anyone by it.
        born: Day of birth, or as much of it as is known: a month or a year.
        age: Age, if that is what people know.
        adult: True for 18 or older, False for younger, when the information was received. Use it if no more is known.
        unborn: Set for a child who was unborn when the information was received. With `born`, the child was born since.
        family: Family that a person is said to belong to. It is given, never inferred from a surname.
        gender: Gender, for pictures only.
        home: ``none`` for no home, ``elsewhere`` for one that is not in the case, ``unknown`` for a possible other home
            of the case. If left out, the stays decide; without stays, nothing is known.
        sleeps: Where a person without a home sleeps: the id of a place, or words.
        died: Day of death, or as much of it as is known; true if only the death is known.
        is_: Part of the person in the case: one of the family, or somebody who acts for a body.
        also_known_as: Other names of the person.
        no_other_parent: True if it is known that there is no other parent, so that nobody asks for one.
        profile: What is on record about them, as far as that is known; never its content.
        kept_from: Ids of those who must not learn of them. Outputs hide both unless asked to show them.
    """

    id: str
    name: Name = Name()
    born: dt.date | PartialDay | Unknown = UNKNOWN
    age: Age | Unknown = UNKNOWN
    adult: bool | Unknown = UNKNOWN
    unborn: Unborn | None = None
    family: str | Unknown = UNKNOWN
    gender: Gender | Unknown = UNKNOWN
    home: Home | Unknown | None = None
    sleeps: str = ""
    died: dt.date | PartialDay | bool | Unknown = False
    is_: Part = Part.FAMILY
    also_known_as: tuple[str, ...] = ()
    no_other_parent: bool = False
    profile: Profile = NOTHING_SAID
    kept_from: tuple[str, ...] = ()

    @property
    def is_awaited(self) -> bool:
        """Return True if the person is unborn, and no birth is entered."""
        return self.unborn is not None and isinstance(self.born, Unknown)

    @property
    def is_of_family(self) -> bool:
        """Return True if the person is one of the family and those around it, and does not act for a body."""
        return self.is_ is Part.FAMILY

    @property
    def label(self) -> str:
        """Return the name of the person as far as it is known, or the id, for texts and pictures."""
        parts = [part for part in (self.name.given, self.name.family) if not isinstance(part, Unknown)]
        return " ".join(parts) or self.id


def labels_of(people: Iterable[PersonEntry]) -> Mapping[str, str]:
    """Return what to call each person, by id: the name, with the id behind it where somebody else has the same name.

    Args:
        people: Everybody of a case.
    """
    labels = {person.id: person.label for person in people}
    shared = Counter(map(str.casefold, labels.values()))
    return {id: f"{label} ({id})" if shared[label.casefold()] > 1 else label for id, label in labels.items()}
