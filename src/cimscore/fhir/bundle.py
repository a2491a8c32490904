"""The resources of a bundle, and the references from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from cimscore.fhir.account import Account

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}")
_WHOLE: Final = frozenset({"resourceType", "type", "entry"})
_ENTRY: Final = frozenset({"fullUrl", "resource"})


@attrs.frozen(kw_only=True)
class Resource:
    """A resource of a bundle.

    Attributes:
        where: Its path.
        kind: Its type.
        id: Its own id, or the last part of its address.
        address: Its full address in the bundle; empty if it has none.
        held: Its fields.
    """

    where: str
    kind: str
    id: str
    address: str
    held: Mapping[str, Any]

    def of(self, name: str, kind: type[Any], account: Account) -> Any:
        """Return a field if it is there and of a kind; otherwise None, and a wrong one is a problem."""
        value = self.held.get(name)
        if value is None or (isinstance(value, kind) and (kind is bool or not isinstance(value, bool))):
            return value
        account.wrong(f"{self.where}.{name}", "another kind of value", _SAID[kind])
        return None

    def every(self, name: str, account: Account) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield each object of a list with its path."""
        for at, value in enumerate(self.of(name, list, account) or ()):
            if isinstance(value, Mapping):
                yield f"{self.where}.{name}[{at}]", value
            else:
                account.wrong(f"{self.where}.{name}[{at}]", "another kind of value", _SAID[dict])


_SAID: Final = {list: "a list", dict: "an object", str: "a text", bool: "true or false"}


class Resources:
    """All resources of a bundle, found by what refers to them."""

    def __init__(self, bundle: object, account: Account) -> None:
        self.all = [*_resources(bundle, account)]
        self._by_name: dict[str, Resource] = {}
        for resource in self.all:
            for name in {f"{resource.kind}/{resource.id}", resource.address} - {""}:
                if name in self._by_name:
                    account.wrong(resource.where, "the address of another resource", "an address of its own")
                self._by_name[name] = resource

    def of(self, kind: str) -> list[Resource]:
        """Return the resources of a type."""
        return [resource for resource in self.all if resource.kind == kind]

    def find(self, name: str) -> Resource | None:
        """Return what has an address, whole or as its type and id; None if nothing in the bundle has it."""
        return self._by_name.get(name) or self._by_name.get("/".join(name.split("/")[-2:]))

    def named(self, reference: object, where: str, kinds: tuple[str, ...], account: Account) -> Resource | None:
        """Return what a reference is to; None, and a problem, if it is not in the bundle or of no such type."""
        text = reference.get("reference") if isinstance(reference, Mapping) else None
        found = self.find(text) if isinstance(text, str) else None
        if found is not None and found.kind in kinds:
            return found
        account.wrong(where, "a reference to nothing of that kind in the bundle", f"a reference to a {kinds[0]} in it")
        return None


def _resources(bundle: object, account: Account) -> Iterator[Resource]:
    if not isinstance(bundle, Mapping) or bundle.get("resourceType") != "Bundle":
        account.wrong("resourceType", "another document", "a FHIR R4 Bundle, as JSON")
        return
    for name in sorted(str(name) for name in bundle.keys() - _WHOLE):
        account.not_needed(name, "it is about the bundle")
    entries = bundle.get("entry", [])
    if not isinstance(entries, list):
        account.wrong("entry", "another kind of value", "a list")
        return
    for at, entry in enumerate(entries):
        where = f"entry[{at}]"
        held = entry.get("resource") if isinstance(entry, Mapping) else None
        if not isinstance(entry, Mapping) or not isinstance(held, Mapping) or "resourceType" not in held:
            account.wrong(where, "an entry without a resource", "an entry with a resource and its resourceType")
            continue
        for name in sorted(str(name) for name in entry.keys() - _ENTRY):
            account.not_needed(f"{where}.{name}", "it is about the exchange of the bundle")
        address = entry.get("fullUrl")
        yield _resource(held, f"{where}.resource", address if isinstance(address, str) else "", account)


def _resource(held: Mapping[str, Any], where: str, address: str, account: Account) -> Resource:
    own = held.get("id")
    id = own if isinstance(own, str) else re.split(r"[/:]", address)[-1]
    if not _ID.fullmatch(id):
        account.wrong(f"{where}.id", "no id that a case can use", "an id that begins with a letter or a digit")
    for name in ("implicitRules", "modifierExtension"):
        if name in held:
            account.wrong(f"{where}.{name}", "rules that change what the resource means", "a resource without them")
    return Resource(where=where, kind=str(held["resourceType"]), id=id, address=address, held=held)
