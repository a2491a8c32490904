"""Kin that cannot be."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Final

import attrs

from cimscore.case.impossible.births import End, ends_of_birth
from cimscore.case.impossible.contradiction import Contradiction, Impossibility
from cimscore.case.impossible.parents import ParentRow, circles_of, generations, parent_rows
from cimscore.case.kin import PARENTS, RelationshipEntry, RelationshipKind
from cimscore.case.material import Material
from cimscore.case.people import PersonEntry
from cimscore.case.twins import twins_of
from cimscore.case.unknown import Unknown
from cimscore.ids import spelled

# Biologically low on purpose: a case must not be refused for a true fact.
YOUNGEST_PARENT: Final = 10
"""The fewest years by which a parent is older than a child."""

_MOST_ROWS_TOLD: Final = 4
_FULL_SIBLINGS: Final = (RelationshipKind.SIBLING, RelationshipKind.TWIN)
_ONLY_OF_THE_BORN: Final = PARENTS | {
    RelationshipKind.STEP_PARENT,
    RelationshipKind.FOSTER_PARENT,
    RelationshipKind.FOSTER_CARER,
    RelationshipKind.KINSHIP_CARER,
    RelationshipKind.GUARDIAN,
    RelationshipKind.CARER,
    RelationshipKind.DONOR,
    RelationshipKind.GRANDPARENT,
}


@attrs.frozen
class _Elder:
    """The ancestor who sets the earliest day on which someone can have been born.

    Attributes:
        path: The path of the ancestor's entry.
        person: The ancestor, of whose birth a first day is known.
        birthday: That first day.
        said: What the entry says of the birth.
        down: The generations from there down to the person in question.
        row: The last row that leads down, where there is one.
        above: The same ancestor as seen from one generation higher up.
    """

    path: str
    person: PersonEntry
    birthday: dt.date
    said: End
    down: int = 0
    row: str = ""
    above: _Elder | None = None

    @property
    def earliest(self) -> dt.date:
        return years_later(self.birthday, YOUNGEST_PARENT * self.down)

    def to_child(self, row: ParentRow) -> _Elder:
        """Return the same ancestor from the view of a child or grandchild."""
        return attrs.evolve(self, down=self.down + row.down, row=row.where, above=self)

    def rows(self) -> Iterator[str]:
        """Yield the rows that lead from the person up to the ancestor."""
        elder: _Elder | None = self
        while elder and elder.row:
            yield elder.row
            elder = elder.above


def years_later(day: dt.date, years: int) -> dt.date:
    """Return the same day some years later; the first of March for a day that year does not have."""
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    # 29 February has no anniversary in most years. Ages count from 1 March as well.
    return dt.date(year, 3, 1) if (day.month, day.day) == (2, 29) and not calendar.isleap(year) else day.replace(year)


def _related_to_oneself(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, link in material.relationships.items():
        if link.from_ == link.to:
            yield rule.at(f"{link.to!r} on both sides", path)
    for path, person in material.people.items():
        if person.unborn and person.unborn.mother == person.id:
            yield rule.at(f"{person.id!r} as the mother of {person.id!r}", f"{path}.unborn.mother")


def _own_ancestor(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for circle in circles_of(parent_rows(material)):
        told, left = circle[:_MOST_ROWS_TOLD], len(circle[_MOST_ROWS_TOLD:])
        found = "; ".join(f"{row.parent!r} as {row.kin} of {row.child!r}" for row in told)
        more = f"; and {left} more in the same circle" if left else ""
        yield rule.at(f"{found}{more}", *(row.where for row in told), hint="One of these rows is wrong.")


def _own_childs_sibling(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    links = material.relationships
    twins = twins_of(links.values())
    for row in parent_rows(material):
        pair = {row.parent, row.child}
        if row.child in twins.get(row.parent, ()):
            born_together = {row.parent, *twins[row.parent]}
            found = [
                path
                for path, link in links.items()
                if link.kind is RelationshipKind.TWIN and link.from_ in born_together
            ]
        # A sibling may have adopted the child.
        elif row.down > 1 or (row.where in links and links[row.where].kind is RelationshipKind.ADOPTIVE_PARENT):
            found = []
        else:
            found = [
                path for path, link in links.items() if link.kind in _FULL_SIBLINGS and {link.from_, link.to} == pair
            ]
        if found:
            told = f"{row.parent!r} as a sibling and as {row.kin} of {row.child!r}"
            hint = "If they share only one parent, write half-sibling."
            yield rule.at(told, *found, row.where, hint=hint)


def _adopted_by_mother(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, link in material.relationships.items():
        place, child = material.people_by_id.get(link.to, ("", None))
        is_mother = child is not None and child.unborn is not None and child.unborn.mother == link.from_
        if is_mother and link.kind is RelationshipKind.ADOPTIVE_PARENT:
            found = f"{link.from_!r} as the mother and as an adoptive parent of {link.to!r}"
            yield rule.at(found, path, f"{place}.unborn.mother")


def _kin_and_no_relation(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    rows = defaultdict[frozenset[str], list[tuple[str, RelationshipEntry]]](list)
    for path, link in material.relationships.items():
        if not isinstance(link.kind, Unknown):
            rows[frozenset((link.from_, link.to))].append((path, link))
    for pair in rows.values():
        none = [path for path, link in pair if link.kind is RelationshipKind.NO_RELATION]
        some = [(path, link) for path, link in pair if path not in none]
        if none and some:
            found = "; ".join(f"{link.from_!r} as {link.kind} of {link.to!r}" for _, link in some)
            yield rule.at(f"{found}, and as no relation", *none, *(path for path, _ in some))


def _parent_before_birth(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    kin = material.relationships
    mothers = [(row.where, row.parent, "mother", row.child) for row in parent_rows(material) if row.where not in kin]
    rows = [(path, link.from_, link.kind, link.to) for path, link in kin.items() if link.kind in _ONLY_OF_THE_BORN]
    for path, elder, what, child in (*rows, *mothers):
        place, person = material.people_by_id.get(elder, ("", None))
        if person and person.unborn and elder != child:
            found = f"{person.label} ({elder}), unborn at the receipt, as {spelled(what)} of {child!r}"
            yield rule.at(found, path, f"{place}.unborn", hint="Perhaps the two people are the wrong way round.")


def _too_young_a_parent(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    rows = parent_rows(material)
    rows_to = defaultdict[str, list[ParentRow]](list)
    for row in rows:
        rows_to[row.child].append(row)
    elders: dict[str, _Elder] = {}
    in_order, _ = generations(rows)
    for id in in_order:
        above = (elders[row.parent].to_child(row) for row in rows_to[id] if row.parent in elders)
        elder = max(above, key=lambda elder: elder.earliest, default=None)
        path, person = material.people_by_id.get(id, ("", None))
        first, last = (None, None) if person is None else ends_of_birth(person, material)
        if person and last and elder and last.day < elder.earliest:
            yield _born_too_early(rule, elder, path, person, last)
        # A known birthday replaces what the ancestors imply, unless it contradicts them.
        if person and first and (elder is None or first.day >= elder.earliest):
            elder = _Elder(path, person, first.day, first)
        if elder:
            elders[id] = elder


def _born_too_early(rule: Impossibility, elder: _Elder, path: str, person: PersonEntry, last: End) -> Contradiction:
    kin = {1: "a parent", 2: "a grandparent"}.get(elder.down, "an ancestor")
    found = (
        f"{elder.person.label} ({elder.person.id}), {elder.said.says}, as {kin} of "
        f"{person.label} ({person.id}), {last.says}"
    )
    hint = "Check both birthdays and the relationship. Write unknown for anything uncertain."
    rows = islice(elder.rows(), _MOST_ROWS_TOLD)
    return rule.at(found, f"{path}.{last.field}", f"{elder.path}.{elder.said.field}", *rows, hint=hint)


RELATED_TO_ONESELF: Final = Impossibility(
    name="related-to-oneself", sentence="A relationship holds between two people.", find=_related_to_oneself
)
OWN_ANCESTOR: Final = Impossibility(name="own-ancestor", sentence="Nobody is their own ancestor.", find=_own_ancestor)
OWN_CHILDS_SIBLING: Final = Impossibility(
    name="own-childs-sibling",
    sentence="Nobody is the full sibling of their own child.",
    find=_own_childs_sibling,
)
ADOPTED_BY_MOTHER: Final = Impossibility(
    name="adopted-by-mother", sentence="Nobody adopts the child whom they bear.", find=_adopted_by_mother
)
KIN_AND_NO_RELATION: Final = Impossibility(
    name="kin-and-no-relation",
    sentence="Two people are kin of some kind, or no relation of one another.",
    find=_kin_and_no_relation,
)
PARENT_BEFORE_BIRTH: Final = Impossibility(
    name="parent-before-birth",
    sentence="Nobody is a parent, a grandparent or a carer before their own birth.",
    find=_parent_before_birth,
)
TOO_YOUNG_A_PARENT: Final = Impossibility(
    name="too-young-a-parent",
    sentence=f"A parent is at least about {YOUNGEST_PARENT} years older than the child.",
    find=_too_young_a_parent,
)
