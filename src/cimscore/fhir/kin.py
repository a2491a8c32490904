"""Relationships out of RelatedPersons, by the code of what each is to the patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from cimscore.fhir.account import Account
from cimscore.fhir.bundle import Resource, Resources
from cimscore.fhir.kin_codes import ANY_CHILD, ANY_PARENT, OF_PATIENT, ROLE_CODES, TO_PATIENT
from cimscore.fhir.people import People, as_day

_RAISED: Final = (
    "the code is used of a child by birth and of one that is raised, so the kind of relationship is not known; if "
    "the system means kin by birth alone, say so"
)


def relationships_of(
    resources: Resources, people: People, account: Account, *, parents_by_birth: bool
) -> Iterator[dict[str, Any]]:
    """Yield what the related people of a bundle are to its patients.

    Args:
        resources: The bundle.
        people: The people in it.
        account: Where to note what becomes of each code.
        parents_by_birth: True if the codes of a mother, a father, a parent and a child are used of kin by birth alone.
    """
    for resource in resources.of("RelatedPerson"):
        where = f"{resource.where}.patient"
        patient = resources.named(resource.held.get("patient"), where, ("Patient",), account)
        if patient is None:
            continue
        to, of = people.id_of(resource), people.id_of(patient)
        ended = _ended(resource, account)
        for place, code in _codes(resource, account):
            known = OF_PATIENT.get(code) or TO_PATIENT.get(code)
            if known is None:
                account.not_sayable(place, "the code is of no relationship that a case document has")
                continue
            any_sort = code in ANY_PARENT | ANY_CHILD and not parents_by_birth
            account.taken(place, _RAISED if any_sort else "")
            pair = {"from": of, "to": to} if code in OF_PATIENT else {"from": to, "to": of}
            yield {**pair, "kind": "unknown" if any_sort else known.value, **ended}
    for person, double in people.alike:
        yield {"from": person, "to": double, "kind": "same-person"}


def _codes(resource: Resource, account: Account) -> Iterator[tuple[str, str]]:
    """Yield the path and the code of each relationship."""
    for where, concept in resource.every("relationship", account):
        codings = concept.get("coding")
        if not isinstance(codings, list) or not codings:
            account.not_sayable(where, "a relationship in words alone says too little")
            continue
        for at, coding in enumerate(codings):
            known = isinstance(coding, Mapping) and coding.get("system") == ROLE_CODES
            yield f"{where}.coding[{at}]", str(coding.get("code")) if known else ""


def _ended(resource: Resource, account: Account) -> dict[str, Any]:
    period = resource.of("period", dict, account)
    if not period or "end" not in period:
        return {}
    day = as_day(period["end"], f"{resource.where}.period.end", account)
    return {"ended": day} if day else {}
