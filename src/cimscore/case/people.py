"""People and unborn children, as entered in a case."""

from __future__ import annotations

import datetime as dt
import enum

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
    """Where a person lives who does not live full-time in a household of the case."""

    NONE = "none"
    ELSEWHERE = "elsewhere"


@attrs.frozen(kw_only=True)
class Name:
    """What a person is called; each part may be unknown."""

    given: str | Unknown = UNKNOWN
    family: str | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class Unborn:
    """That a person is not born yet, and what is known of the pregnancy.

    Attributes:
        mother: The id of the pregnant person.
        confirmed: Whether the pregnancy has been confirmed.
        expected: The day the birth is expected, or as much of it as is known.
    """

    mother: str | Unknown = UNKNOWN
    confirmed: bool | Unknown = UNKNOWN
    expected: dt.date | PartialDay | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class Age:
    """An age that somebody is said to have had; either `about` or `is_` is given.

    Attributes:
        about: About so many years: one year less and one year more are possible, too.
        is_: Exactly so many whole years.
        on: The day on which they had it; the day on which the information was received, if left out.
    """

    about: int | None = None
    is_: int | None = None
    on: dt.date | None = None

    @property
    def years(self) -> tuple[int, int]:
        """The lowest and the highest age that it can be."""
        if self.is_ is not None:
            return self.is_, self.is_
        about = self.about or 0
        return max(about - 1, 0), about + 1

    def __str__(self) -> str:
        years = f"aged about {self.about}" if self.is_ is None else f"aged {self.is_}"
        return f"{years} on {self.on}" if self.on else years


@attrs.frozen(kw_only=True)
class PersonEntry:
    """A person of the case.

    Attributes:
        id: Names the person in this case.
        name: For people to read; no rule identifies anyone by it.
        born: The day of birth, or as much of it as is known: a month or a year.
        age: How old they are said to be, where that is what people know.
        adult: Whether they were 18 or older when the information was received, where no more is known.
        unborn: Set for a child who was unborn when the information was received; with `born`, born since.
        family: The family a person is said to belong to. It is given, never inferred from a surname.
        gender: For pictures only.
        home: ``none`` lives in no home, ``elsewhere`` in one that is not in the case, ``unknown`` perhaps in another
            home of the case. Where it is left out the stays tell, or nothing is known if there are none.
        sleeps: Where somebody sleeps who lives in no home: the id of a place, or words.
        died: The day of death, or as much of it as is known; true where only the death is known.
        is_: What the person is to the case: one of the family, or somebody who acts for a body.
        also_known_as: Other names that they go by.
        no_other_parent: That no parent is known beside those who are entered, so that none is asked for.
        profile: What of them is on record, as far as that is known; never what it says.
        kept_from: Ids of those who must not learn of them. Outputs show neither without being asked to.
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
        """Whether the person is unborn, and no birth is entered."""
        return self.unborn is not None and isinstance(self.born, Unknown)

    @property
    def is_of_family(self) -> bool:
        """Whether the person is one of the family and those around it, and acts for no body."""
        return self.is_ is Part.FAMILY

    @property
    def label(self) -> str:
        """What to call the person in a text or picture: the name as far as it is known, else the id."""
        parts = [part for part in (self.name.given, self.name.family) if not isinstance(part, Unknown)]
        return " ".join(parts) or self.id
