"""Random invented families for laws about what a case says."""

from __future__ import annotations

import datetime as dt

import attrs
from hypothesis import reject
from hypothesis import strategies as st
from invented_families import DAY, kin, person, stay, unborn

from cimscore.case import (
    ALLEGED,
    UNKNOWN,
    Case,
    ConcernEntry,
    Dates,
    HouseholdEntry,
    Moment,
    RecordEntry,
    RelationshipKind,
    ResidenceKind,
)
from cimscore.errors import CaseError

PEOPLE, HOMES, CONCERNS = ("ari", "bo", "mia", "rob"), ("north", "south"), ("c1", "c2")
BORN = {"ari": "2015-01-01", "bo": "2009-01-01", "mia": "1985-01-01", "rob": "1980-01-01"}
LIMITS = st.sampled_from([None, None, None, UNKNOWN, DAY - dt.timedelta(days=9), DAY + dt.timedelta(days=9)])
KIN = st.sampled_from(["", "parent", "parent", *RelationshipKind])
LISTS = ("people", "households", "residences", "relationships", "concerns", "records")


@st.composite
def concern(draw: st.DrawFn, id: str) -> ConcernEntry:
    """A concern about some people, anywhere."""
    people = st.one_of(st.just(UNKNOWN), st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple))
    return ConcernEntry(
        id=id,
        about=draw(people),
        place=draw(st.sampled_from([UNKNOWN, *HOMES, "elsewhere"])),
        present=draw(people),
        kind=draw(st.sampled_from([UNKNOWN, *ALLEGED])),
    )


@st.composite
def worlds(draw: st.DrawFn) -> Case:
    people = tuple(
        unborn(id, draw(st.sampled_from(["", "mia"])))
        if id == "ari" and draw(st.integers(0, 3)) == 0
        else person(id, BORN[id] if draw(st.booleans()) else "")
        for id in PEOPLE
    )
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(PEOPLE), st.sampled_from(HOMES), st.sampled_from(["", *ResidenceKind]), LIMITS, LIMITS
            ),
            max_size=6,
        )
    )
    pairs = draw(st.lists(st.tuples(st.sampled_from(PEOPLE), KIN, st.sampled_from(PEOPLE)), max_size=5))
    concerns = tuple(draw(concern(id)) for id in CONCERNS)
    files = (RecordEntry(id="EV-1", kind="report", household=draw(st.sampled_from([UNKNOWN, *HOMES]))),)
    try:
        return Case(
            id="any",
            dates=Dates(received=draw(st.sampled_from([Moment(DAY), Moment(DAY), UNKNOWN]))),
            people=people,
            households=tuple(HouseholdEntry(id=home) for home in HOMES),
            residences=tuple(stay(who, where, kind, from_=first, until=last) for who, where, kind, first, last in rows),
            relationships=tuple(kin(one, kind, other) for one, kind, other in pairs),
            concerns=concerns,
            records=files,
        )
    except CaseError:
        reject()


def shuffled(case: Case, draw: st.DrawFn) -> Case:
    """The same case with each list in another order."""
    return attrs.evolve(case, **{part: tuple(draw(st.permutations(getattr(case, part)))) for part in LISTS})
