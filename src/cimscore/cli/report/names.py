"""Addresses in the words of the case: names with their ids, households with their areas."""

from __future__ import annotations

from cimscore import ids
from cimscore.case import Case, Unknown


class Names:
    """What to call the things of a case."""

    def __init__(self, case: Case) -> None:
        self._people = {person.id: person.label for person in case.people}
        self._homes = {home.id: (home.label, home.area) for home in case.households}
        self._concerns = {concern.id: concern for concern in case.concerns}

    def thing(self, address: str) -> str:
        """Any thing by its address, such as ``ari``, ``ari@north`` or ``c1@notification:north``."""
        what, at, where = address.partition("@")
        if not at:
            return self.one(what)
        return f"{self.one(what)} in {self.one(where)}"

    def one(self, id: str) -> str:
        """A person, household, concern, record or the case, by id."""
        if id == ids.CASE:
            return "the case"
        if id in self._people:
            label = self._people[id]
            return label if label == id else f"{label} ({id})"
        if id in self._homes:
            return self.household(id)
        return self.concern(id) if id in self._concerns else id

    def household(self, id: str) -> str:
        """A household, with its label and area as far as they are known."""
        label, area = self._homes[id]
        known = [part for part in (label, area) if part and not isinstance(part, Unknown)]
        return f"{id} ({', '.join(known)})" if known else id

    def concern(self, id: str) -> str:
        """A concern: what is alleged, whom it is about and where it happened."""
        entry = self._concerns[id]
        kind = "of a kind not known" if isinstance(entry.kind, Unknown) else entry.kind.value.replace("-", " ")
        about = "someone not known" if isinstance(entry.about, Unknown) else ", ".join(map(self.one, entry.about))
        if isinstance(entry.place, Unknown):
            place = "at a place not known"
        else:
            place = ids.ELSEWHERE if entry.place == ids.ELSEWHERE else f"in {self.one(entry.place)}"
        return f"{id}: {kind}, about {about}, {place}"


def people_in_order(case: Case) -> dict[str, int]:
    """The place of each person in the document, by id."""
    return {person.id: place for place, person in enumerate(case.people)}
