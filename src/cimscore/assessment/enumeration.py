"""Everything a rule could be about. Whoever might matter is listed, so that an unknown cannot hide anyone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from cimscore.case import Case
from cimscore.ids import split_record_address
from cimscore.policy import Source
from cimscore.rules import (
    Concern,
    ConcernIn,
    EarlierRecord,
    Household,
    Person,
    PersonAt,
    PersonIn,
    PolicySource,
    Record,
    TheCase,
)


def things_of(kind: type[Any], case: Case, sources: Sequence[Source], records: Sequence[Record]) -> list[Any]:
    """Everything of one type, by address.

    Every person is paired with every household and every record, wherever they live: whether they
    belong there is for conditions to tell, in three values.
    """
    people = [Person(entry.id) for entry in case.people]
    homes = [Household(entry.id) for entry in case.households]
    concerns = [Concern(entry.id) for entry in case.concerns]
    listed: Mapping[type[Any], Callable[[], Iterable[Any]]] = {
        TheCase: lambda: (TheCase(),),
        PolicySource: lambda: (PolicySource(source.id) for source in sources),
        Concern: lambda: concerns,
        Household: lambda: homes,
        EarlierRecord: lambda: (EarlierRecord(it.id) for it in case.records if not split_record_address(it.id)),
        PersonAt: lambda: (PersonAt(person, home) for person in people for home in homes),
        Record: lambda: records,
        PersonIn: lambda: (PersonIn(person, record) for person in people for record in records),
        ConcernIn: lambda: (ConcernIn(concern, record) for concern in concerns for record in records),
    }
    return sorted(listed[kind](), key=str)
