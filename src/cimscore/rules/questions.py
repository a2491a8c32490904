"""Questions: the only way a rule learns anything of a program's own."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

import attrs

from cimscore.case import UNKNOWN, Moment, Unknown
from cimscore.rules.things import Concern, EarlierRecord, Household, Person, Thing

A = TypeVar("A", bound=Thing)
T = TypeVar("T")


@attrs.frozen
class Grouping:
    """An answer that puts households into groups, for example which of them share one record.

    The first of each group leads it. Every household asked about stands in exactly one group, so no
    answer can lose one.
    """

    groups: tuple[tuple[Household, ...], ...]

    def leader_of(self, household: Household) -> Household:
        """The household that leads the group `household` is in; itself where it is in none."""
        return next((group[0] for group in self.groups if household in group), household)


@attrs.frozen
class Code:
    """One of a list of codes that changes from edition to edition.

    Attributes:
        word: The code itself.
        from_: First edition that has it; empty when it was always there.
        until: First edition that no longer has it; empty while it stands.
    """

    word: str
    from_: str = ""
    until: str = ""

    def outside(self, edition: str, editions: Sequence[str]) -> str:
        """Why the code does not stand in an edition, as in ``stands only from 2024-06``; empty where it does.

        Args:
            edition: The edition in force.
            editions: Every edition of the source, in order.
        """
        order = {id: place for place, id in enumerate(editions)}
        if self.from_ and order[edition] < order[self.from_]:
            return f"stands only from {self.from_}"
        return f"stood only until {self.until}" if self.until and order[edition] >= order[self.until] else ""


@attrs.frozen(kw_only=True, eq=False)
class Question(Generic[A, T]):
    """Something only the case's own system or a person can answer.

    With `decided_by` it is that person's decision and is answered under ``decisions``; without, it is
    a fact and is answered under ``facts``.

    Attributes:
        id: Unique within its program.
        about: The type of thing it is asked about.
        text: The question as put to a person.
        answers: The type of its answer: ``bool``, a ``StrEnum``, ``str``, ``int``, ``datetime.date``,
            `Moment`, `Person`, `Household`, `Concern`, `EarlierRecord` or `Grouping`.
        codes: For an answer of type ``str`` that must be one of a list of codes.
        decided_by: The role of the person whose decision it is; empty for a fact.
        weigh: What that person has to weigh.
        cites: Ids of the clauses that raise it.
        silence: What a missing answer means. Unknown, unless there is a reason for something else.
        silence_because: That reason, shown under *assumptions*.
    """

    id: str
    about: type[A]
    text: str
    answers: type[T]
    codes: tuple[Code, ...] = ()
    decided_by: str = ""
    weigh: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    silence: T | Unknown = UNKNOWN
    silence_because: str = ""

    def from_stored(self, stored: object) -> T:
        """The typed answer for a stored one, for example ``Household("north")`` for ``"north"``."""
        kind: type[Any] = self.answers
        if kind is Grouping:
            rows = cast("tuple[tuple[str, ...], ...]", stored)
            return cast(T, Grouping(tuple(tuple(Household(id) for id in row) for row in rows)))
        if kind in (Person, Household, Concern, EarlierRecord) or issubclass(kind, enum.Enum):
            return cast(T, kind(stored))
        return cast(T, stored)

    def to_stored(self, answer: T) -> object:
        """The form in which a case stores an answer: the reverse of `from_stored`."""
        if isinstance(answer, Grouping):
            return tuple(tuple(home.id for home in group) for group in answer.groups)
        if isinstance(answer, Person | Household | Concern | EarlierRecord):
            return answer.id
        return answer.value if isinstance(answer, enum.Enum) else answer

    @property
    def options(self) -> tuple[T, ...]:
        """Every possible answer where there are few (yes and no, a list of words); else none."""
        kind: type[Any] = self.answers
        if kind is bool:
            return cast("tuple[T, ...]", (True, False))
        if issubclass(kind, enum.Enum):
            return tuple(kind)
        return cast("tuple[T, ...]", tuple(code.word for code in self.codes))


STORED_TYPES: Mapping[type[Any], type[Any]] = {
    bool: bool, str: str, int: int, dt.date: dt.date, Moment: Moment,
    Person: str, Household: str, Concern: str, EarlierRecord: str, Grouping: tuple,
}  # fmt: skip
