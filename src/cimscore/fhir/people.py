"""People out of Patients and RelatedPersons. Several resources are one person only if the bundle says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cimscore.fhir.account import Account
from cimscore.fhir.bundle import Resource, Resources

PEOPLE: Final = ("Patient", "RelatedPerson")
_GENDER: Final = {"female": "female", "male": "male", "other": "another", "unknown": "unknown"}
_DAY: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_FORMER: Final = frozenset({"old", "maiden", "nickname", "anonymous", "temp"})


class People:
    """The people of a bundle.

    Attributes:
        entries: Each person as a case document has them, by id.
        alike: Pairs of people who may be one.
    """

    def __init__(self, resources: Resources, account: Account) -> None:
        self.entries: dict[str, dict[str, Any]] = {}
        self.alike: list[tuple[str, str]] = []
        self._account = account
        self._ids: dict[str, str] = {}
        found = [resource for kind in PEOPLE for resource in resources.of(kind)]
        same = {resource.where: resource.where for resource in found}
        for pair in _same(found, resources, account):
            first, second = sorted(_root(same, where) for where in pair)
            same[second] = first
        for resource in found:
            self._add(resource, self._ids.get(_root(same, resource.where)), _root(same, resource.where))
        for resource in resources.of("Patient"):
            self._maybe_alike(resource, resources)

    def id_of(self, resource: Resource) -> str:
        """Return the id of the person of a resource."""
        return self._ids[resource.where]

    def _add(self, resource: Resource, id: str | None, root: str) -> None:
        """Add what a resource says of a person, who may be there already."""
        if id is None:
            id = resource.id if resource.id not in self.entries else f"{resource.kind.lower()}-{resource.id}"
        self._ids[root] = self._ids[resource.where] = id
        entry = self.entries.setdefault(id, {"id": id})
        for name, value in _said(resource, self._account).items():
            before = entry.setdefault(name, value)
            if before != value and name in ("born", "died"):
                self._account.wrong(resource.where, f"another day than another resource says ({name})", "one day")

    def _maybe_alike(self, resource: Resource, resources: Resources) -> None:
        for where, link in resource.every("link", self._account):
            if link.get("type") != "seealso":
                self._account.not_sayable(where, "one record stands for another: hand in the one that holds")
                continue
            other = resources.named(link.get("other"), f"{where}.other", PEOPLE, self._account)
            if other is not None and self.id_of(other) != self.id_of(resource):
                self.alike.append((self.id_of(resource), self.id_of(other)))


def _root(same: Mapping[str, str], where: str) -> str:
    while same[where] != where:
        where = same[where]
    return where


def _same(found: list[Resource], resources: Resources, account: Account) -> Iterator[tuple[str, str]]:
    """Yield pairs of resources of one person: by the same identifier, or by a link to a RelatedPerson."""
    by_identifier: dict[tuple[str, str], str] = {}
    for resource in found:
        for _, identifier in resource.every("identifier", account):
            system, value = identifier.get("system"), identifier.get("value")
            if isinstance(system, str) and isinstance(value, str):
                yield by_identifier.setdefault((system, value), resource.where), resource.where
        for _, link in resource.every("link", account):
            named = link.get("other")
            text = named.get("reference") if isinstance(named, Mapping) else None
            other = resources.find(text) if link.get("type") == "seealso" and isinstance(text, str) else None
            if other is not None and other.kind == "RelatedPerson":
                yield resource.where, other.where


def _said(resource: Resource, account: Account) -> dict[str, Any]:
    """Return what a resource says of its person."""
    said: dict[str, Any] = {}
    names = [name for _, name in resource.every("name", account)]
    now = [name for name in names if str(name.get("use")) not in _FORMER]
    for name in now[:1]:
        parts = {"given": _given(name), "family": name.get("family")}
        said["name"] = {part: text for part, text in parts.items() if text}
    others = [_full(name) for name in names if name not in now[:1] or not said["name"]]
    said["also_known_as"] = [text for text in dict.fromkeys(others) if text]
    said["born"] = day_of(resource, "birthDate", account)
    gender = resource.of("gender", str, account)
    if gender is not None and gender not in _GENDER:
        account.wrong(f"{resource.where}.gender", "another code", f"one of: {', '.join(_GENDER)}")
    said["gender"] = _GENDER.get(gender or "")
    said["died"] = day_of(resource, "deceasedDateTime", account) or resource.of("deceasedBoolean", bool, account)
    return {name: value for name, value in said.items() if value not in (None, {}, [])}


def _given(name: Mapping[str, Any]) -> str:
    given = name.get("given")
    return " ".join(part for part in given if isinstance(part, str)) if isinstance(given, list) else ""


def _full(name: Mapping[str, Any]) -> str:
    text, family = name.get("text"), name.get("family")
    parts = (text,) if isinstance(text, str) else (_given(name), family)
    return " ".join(part for part in parts if isinstance(part, str)).strip()


def day_of(resource: Resource, name: str, account: Account) -> str | None:
    """Return the day in a field, or as much of it as is told; None if it is not there."""
    text = resource.of(name, str, account)
    if text is None:
        return None
    return as_day(text, f"{resource.where}.{name}", account)


def as_day(text: object, where: str, account: Account) -> str | None:
    """Return the day of a date or a time, or as much of it as is told.

    Args:
        text: The date or time.
        where: Its path.
        account: Where to note that it is none.
    """
    day = text.partition("T")[0] if isinstance(text, str) else ""
    if _DAY.fullmatch(day):
        return day
    account.wrong(where, "no date", "a year, a month or a day, such as 2014-05-02")
    return None
