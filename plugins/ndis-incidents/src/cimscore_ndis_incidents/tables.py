"""Lists from the sources."""

from __future__ import annotations

from typing import Final

from cimscore.rules import Row, Table
from cimscore_ndis_incidents.words import IncidentKind

KINDS: Final = Table[IncidentKind, str](
    id="kinds",
    title="Incidents that are notified within 24 hours whatever came of them",
    rows=(
        Row(IncidentKind.DEATH, "death", "ndis-commission/kinds/death"),
        Row(IncidentKind.SERIOUS_INJURY, "serious injury", "ndis-commission/kinds/serious-injury"),
        Row(IncidentKind.ABUSE_OR_NEGLECT, "abuse or neglect", "ndis-commission/kinds/abuse-or-neglect"),
        Row(IncidentKind.UNLAWFUL_CONTACT, "unlawful contact or assault", "ndis-commission/kinds/unlawful-contact"),
        Row(IncidentKind.SEXUAL_MISCONDUCT, "sexual misconduct", "ndis-commission/kinds/sexual-misconduct"),
    ),
)
