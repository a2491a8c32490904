"""The fields that FHIR R4 has in the resources that are read, with the reason why most of them are not taken."""

from __future__ import annotations

from typing import Final

from cimscore.fhir.account import Account
from cimscore.fhir.bundle import Resource

_TAKEN: Final = ""
_ADDRESS: Final = "an address does not say who lives there, or how: a Group and its Observations do"
_TWIN: Final = "it does not say with whom: a RelatedPerson does"
_NO_PERIOD: Final = "only a period says how long a stay is"
_UNREAD: Final = "no program reads it"
_ABOUT: Final = "it is about the resource"
_APART: Final = "a case document has no place for it"
_ALIVE: Final = (
    "nothing is said, and a case document that says nothing counts the person as alive: where nobody knows, write "
    "`died: unknown`"
)
_EVERYWHERE: Final = {
    **dict.fromkeys(("id", "resourceType", "implicitRules", "modifierExtension"), _TAKEN),
    **dict.fromkeys(("meta", "language", "text"), _ABOUT),
    "contained": "a resource within another is not read: hand it in as an entry",
    "extension": _APART,
}
_OF_PEOPLE: Final = {
    **dict.fromkeys(("identifier", "active", "name", "gender", "birthDate"), _TAKEN),
    **dict.fromkeys(("telecom", "photo", "communication"), _UNREAD),
    "address": _ADDRESS,
}
_OBSERVED: Final = (
    "identifier basedOn partOf category code encounter issued performer interpretation note bodySite method specimen "
    "device referenceRange hasMember derivedFrom component dataAbsentReason"
)
FIELDS: Final = {
    "Patient": {
        **_EVERYWHERE, **_OF_PEOPLE,
        **dict.fromkeys(("deceasedBoolean", "deceasedDateTime", "link"), _TAKEN),
        **dict.fromkeys(("maritalStatus", "generalPractitioner", "managingOrganization"), _UNREAD),
        **dict.fromkeys(("multipleBirthBoolean", "multipleBirthInteger"), _TWIN),
        "contact": "who is named there has no id: hand them in as a RelatedPerson",
    },
    "RelatedPerson": {**_EVERYWHERE, **_OF_PEOPLE, **dict.fromkeys(("patient", "relationship", "period"), _TAKEN)},
    "Group": {
        **_EVERYWHERE, **dict.fromkeys(("active", "type", "actual", "code", "name", "member"), _TAKEN),
        **dict.fromkeys(("identifier", "quantity", "managingEntity", "characteristic"), _APART),
    },
    "Observation": {
        **_EVERYWHERE,
        **dict.fromkeys(("status", "subject", "focus", "effectivePeriod", "valueCodeableConcept"), _TAKEN),
        **dict.fromkeys(_OBSERVED.split(), _APART),
        **dict.fromkeys(("effectiveDateTime", "effectiveTiming", "effectiveInstant"), _NO_PERIOD),
    },
}  # fmt: skip
"""For each type the fields that R4 gives it, and why each is not taken; empty for those that are."""


def account_of(resource: Resource, account: Account) -> None:
    """Note what becomes of each field of a resource that is read.

    Args:
        resource: The resource.
        account: Where to note it.
    """
    known = FIELDS[resource.kind]
    for name in sorted(map(str, resource.held)):
        where = f"{resource.where}.{name}"
        if name.startswith("_"):
            account.not_sayable(where, _APART)
        elif name not in known:
            account.wrong(resource.where, "a field that FHIR R4 does not have there", "fields of the resource's type")
        elif known[name] == _TAKEN:
            account.taken(where)
        elif known[name] in (_UNREAD, _ABOUT):
            account.not_needed(where, known[name])
        else:
            account.not_sayable(where, known[name])
    if resource.kind == "Patient" and resource.held.keys().isdisjoint(("deceasedBoolean", "deceasedDateTime")):
        account.taken(f"{resource.where}.deceased[x]", _ALIVE)
    if resource.of("active", bool, account) is False:
        account.wrong(f"{resource.where}.active", "a record that is out of use", "records that are in use alone")
