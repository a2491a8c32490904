"""People and unborn children, as entered in a case."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

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
        expected: The day the birth is expected.
    """

    mother: str | Unknown = UNKNOWN
    confirmed: bool | Unknown = UNKNOWN
    expected: dt.date | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class PersonEntry:
    """A person of the case.

    Attributes:
        id: Names the person in this case.
        name: For people to read; no rule identifies anyone by it.
        born: The day of birth; does not apply to an unborn child.
        unborn: Set for an unborn child.
        family: The family a person is said to belong to. It is given, never inferred from a surname.
        gender: For pictures only.
        home: ``none`` lives in no home, ``elsewhere`` in one that is not in the case, ``unknown`` perhaps in another
            home of the case. Where it is left out the stays tell, or nothing is known if there are none.
        sleeps: Where somebody sleeps who lives in no home: the id of a place, or words.
    """

    id: str
    name: Name = Name()
    born: dt.date | Unknown = UNKNOWN
    unborn: Unborn | None = None
    family: str | Unknown = UNKNOWN
    gender: Gender | Unknown = UNKNOWN
    home: Home | Unknown | None = None
    sleeps: str = ""

    @property
    def label(self) -> str:
        """What to call the person in a text or picture: the name as far as it is known, else the id."""
        parts = [part for part in (self.name.given, self.name.family) if not isinstance(part, Unknown)]
        return " ".join(parts) or self.id
