"""People, kin and homes out of FHIR R4: a bundle in, a case document out, with an account of every field.

`case_from_fhir` gives a `FhirCase`, with the `FieldFate` of each `FhirField` of the bundle. What is wrong
with a bundle is told all at once, as a `DocumentError`.
"""

from cimscore.fhir.account import FhirField, FieldFate
from cimscore.fhir.reading import FhirCase, case_from_fhir

__all__ = ["FhirCase", "FhirField", "FieldFate", "case_from_fhir"]
