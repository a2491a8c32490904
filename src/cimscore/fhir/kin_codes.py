"""Codes for what somebody is to a patient (HL7 v3 RoleCode), as relationships of a case document.

The codes are those of version 2018-08-12, which FHIR R4 has. Those of kin by marriage, of a gestational mother and of
a significant other are left out, for a case document has no word for them.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import RelationshipKind as Kin

ROLE_CODES: Final = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"


def _each(kind: Kin, codes: str) -> dict[str, Kin]:
    return dict.fromkeys(codes.split(), kind)


ANY_PARENT: Final = frozenset({"PRN", "FTH", "MTH"})
"""Parents of any sort: who gave birth to the patient, or raises them."""
ANY_CHILD: Final = frozenset({"CHILD", "DAUC", "SONC"})
"""Children of any sort: whom the patient gave birth to, or raises."""
TO_PATIENT: Final = {
    **_each(Kin.PARENT, "PRN FTH MTH NPRN NFTH NFTHF NMTH NMTHF"),
    **_each(Kin.ADOPTIVE_PARENT, "ADOPTP ADOPTF ADOPTM"),
    **_each(Kin.STEP_PARENT, "STPPRN STPFTH STPMTH"),
    **_each(Kin.FOSTER_PARENT, "PRNFOST FTHFOST MTHFOST"),
    **_each(Kin.SIBLING, "SIB BRO SIS NSIB NBRO NSIS"),
    **_each(Kin.HALF_SIBLING, "HSIB HBRO HSIS"),
    **_each(Kin.STEP_SIBLING, "STPSIB STPBRO STPSIS"),
    **_each(Kin.TWIN, "TWIN TWINBRO TWINSIS FTWIN FTWINBRO FTWINSIS ITWIN ITWINBRO ITWINSIS"),
    **_each(Kin.GRANDPARENT, "GRPRN GRFTH GRMTH MGRPRN MGRFTH MGRMTH PGRPRN PGRFTH PGRMTH"),
    **_each(Kin.AUNT_OR_UNCLE, "AUNT MAUNT PAUNT UNCLE MUNCLE PUNCLE"),
    **_each(Kin.COUSIN, "COUSN MCOUSN PCOUSN"),
    **_each(Kin.PARTNER, "SPS HUSB WIFE DOMPART"),
    **_each(Kin.FORMER_PARTNER, "FMRSPS"),
    **_each(Kin.RELATIVE, "FAMMEMB EXT GGRPRN GGRFTH GGRMTH MGGRPRN MGGRFTH MGGRMTH PGGRPRN PGGRFTH PGGRMTH"),
}
"""What the related person is to the patient."""

OF_PATIENT: Final = {
    **_each(Kin.PARENT, "CHILD DAUC SONC NCHILD DAU SON"),
    **_each(Kin.ADOPTIVE_PARENT, "CHLDADOPT DAUADOPT SONADOPT"),
    **_each(Kin.STEP_PARENT, "STPCHLD STPDAU STPSON"),
    **_each(Kin.FOSTER_PARENT, "CHLDFOST DAUFOST SONFOST"),
    **_each(Kin.GRANDPARENT, "GRNDCHILD GRNDDAU GRNDSON"),
    **_each(Kin.AUNT_OR_UNCLE, "NIENEPH NEPHEW NIECE"),
}
"""What the patient is to the related person."""
