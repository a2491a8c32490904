"""A bundle of FHIR R4 as a case document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from cimscore.errors import DocumentError
from cimscore.fhir.account import Account, FhirField
from cimscore.fhir.bundle import Resources
from cimscore.fhir.fields import account_of
from cimscore.fhir.homes import Homes
from cimscore.fhir.kin import relationships_of
from cimscore.fhir.people import PEOPLE, People


@attrs.frozen(kw_only=True)
class FhirCase:
    """A case document out of a bundle. What FHIR has no words for is left out of it: concerns, decisions, answers.

    Attributes:
        document: The document, for `Rulebook.read_case`.
        fields: An account of every field of each resource that is read, and of every other resource.
    """

    document: dict[str, Any]
    fields: tuple[FhirField, ...]


def case_from_fhir(
    bundle: object, id: str, *, programs: Iterable[str] = (), parents_by_birth: bool = False
) -> FhirCase:
    """Return the people, the kin and the homes of a bundle as a case document. What it does not say stays unknown.

    Args:
        bundle: A Bundle of Patient, RelatedPerson, Group and Observation, as plain values of its JSON.
        id: Id of the case.
        programs: Programs to name in it.
        parents_by_birth: True if the bundle uses the codes of a mother, a father, a parent and a child of kin by birth
            alone. FHIR uses them too of whoever raises a child, and then the kind of relationship is not known.

    Raises:
        DocumentError: The bundle cannot be read; every problem at once, by path. Nothing that it holds is repeated.
    """
    account = Account()
    resources = Resources(bundle, account)
    for resource in resources.all:
        if resource.kind in PEOPLE:
            account_of(resource, account)
        elif resource.kind not in ("Group", "Observation"):
            account.not_sayable(resource.where, "a resource of that type says nothing that a case document has")
    people = People(resources, account)
    homes = Homes(resources, people, account)
    kin = [*relationships_of(resources, people, account, parents_by_birth=parents_by_birth)]
    if account.problems:
        raise DocumentError(account.problems, where="the bundle")
    sections = {
        "programs": [*programs],
        "people": [*people.entries.values()],
        "households": homes.households,
        "residences": [*homes.stays.values()],
        "relationships": [row for at, row in enumerate(kin) if row not in kin[:at]],
    }
    held = {name: section for name, section in sections.items() if section}
    return FhirCase(document={"cimscore": 1, "id": id, **held}, fields=tuple(account.fields))
