"""Households out of Groups, and stays out of their members and out of Observations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from cimscore.case import ResidenceKind
from cimscore.fhir.account import Account
from cimscore.fhir.bundle import Resource, Resources
from cimscore.fhir.fields import account_of
from cimscore.fhir.people import PEOPLE, People, as_day

HOUSEHOLD: Final = ("urn:cimscore:group", "household")
STAY: Final = "urn:cimscore:stay"
HOMELESS: Final = ("http://snomed.info/sct", "32911000")
_HOLDS: Final = frozenset({"final", "amended", "corrected"})
_PERIOD: Final = (("start", "from"), ("end", "until"))


class Homes:
    """The homes of a bundle.

    Attributes:
        households: Each household as a case document has it.
        stays: Each stay, by person and household.
    """

    def __init__(self, resources: Resources, people: People, account: Account) -> None:
        self.households: list[dict[str, Any]] = []
        self.stays: dict[tuple[str, str], dict[str, Any]] = {}
        self._resources, self._people, self._account = resources, people, account
        self._ids: dict[str, str] = {}
        for group in resources.of("Group"):
            self._group(group)
        for observation in resources.of("Observation"):
            self._observation(observation)

    def _group(self, group: Resource) -> None:
        if HOUSEHOLD not in _codings(group.held.get("code")):
            self._account.not_sayable(group.where, f"a group is a household only if {' '.join(HOUSEHOLD)} is its code")
            return
        if group.held.get("type") != "person" or group.held.get("actual") is not True:
            self._account.wrong(group.where, "a group that is not of actual people", "type person, and actual true")
        account_of(group, self._account)
        id = group.id if group.id not in self._people.entries else f"group-{group.id}"
        self._ids[group.where] = id
        name = group.of("name", str, self._account)
        self.households.append({"id": id, **({"label": name} if name else {})})
        for where, member in group.every("member", self._account):
            person = self._resources.named(member.get("entity"), f"{where}.entity", PEOPLE, self._account)
            if person is not None:
                stay = self._stay(self._people.id_of(person), id)
                stay.update(self._period(member.get("period"), f"{where}.period"))
                if member.get("inactive") is True:
                    stay.setdefault("until", "unknown")

    def _observation(self, observation: Resource) -> None:
        values = _codings(observation.held.get("valueCodeableConcept"))
        kinds = [code for system, code in values if system == STAY]
        if not kinds and HOMELESS not in values:
            self._account.not_sayable(
                observation.where, "it says nothing of where somebody lives, in a code that is read"
            )
            return
        if str(observation.held.get("status")) not in _HOLDS:
            self._account.not_sayable(observation.where, "its status is not that it holds")
            return
        account_of(observation, self._account)
        where = f"{observation.where}.subject"
        person = self._resources.named(observation.held.get("subject"), where, PEOPLE, self._account)
        if person is None:
            return
        if not kinds:
            self._people.entries[self._people.id_of(person)]["home"] = "none"
            return
        if kinds[0] not in list(ResidenceKind):
            expected = f"one of: {', '.join(ResidenceKind)}"
            self._account.wrong(f"{observation.where}.valueCodeableConcept", "another kind of stay", expected)
        for place, reference in observation.every("focus", self._account):
            home = self._resources.named(reference, place, ("Group",), self._account)
            if home is not None and home.where in self._ids:
                stay = self._stay(self._people.id_of(person), self._ids[home.where])
                period = observation.of("effectivePeriod", dict, self._account)
                stay.update(self._period(period, f"{observation.where}.effectivePeriod"), kind=kinds[0])
            elif home is not None:
                self._account.wrong(place, "a group that is no household", "a household")

    def _stay(self, person: str, household: str) -> dict[str, Any]:
        """Return the stay of somebody somewhere. Of which kind it is nobody has said yet."""
        return self.stays.setdefault(
            (person, household), {"person": person, "household": household, "kind": "unknown"}
        )  # fmt: skip

    def _period(self, period: object, where: str) -> dict[str, Any]:
        if not isinstance(period, Mapping):
            return {}
        days = {name: as_day(period[end], f"{where}.{end}", self._account) for end, name in _PERIOD if end in period}
        return {name: day for name, day in days.items() if day}


def _codings(concept: object) -> list[tuple[str, str]]:
    return [*_each_coding(concept)]


def _each_coding(concept: object) -> Iterator[tuple[str, str]]:
    codings = concept.get("coding") if isinstance(concept, Mapping) else None
    for coding in codings if isinstance(codings, list) else ():
        if isinstance(coding, Mapping):
            yield str(coding.get("system")), str(coding.get("code"))
