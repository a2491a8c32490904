"""Reports owed to others beside the department. One report never replaces another.

Add a line here when a page says that an incident is reported to somebody else.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Topic
from cimscore.rules.vocabulary import is_concern
from cimscore_vic_cims.rules.scope import IN_SCOPE, is_funded, is_ndis_funded
from cimscore_vic_cims.rules.vocabulary import PROVIDER, incident
from cimscore_vic_cims.words import Provider

NDIS_TOO: Final = Conclusion(
    "ndis-too",
    (incident,),
    "{incident} [may] be owed to the NDIS Commission too, where neither report stands in for the other",
    topic=Topic.SCOPE,
    refers="ndis-incidents",
)
NDIS_TOO.row(
    "dual-funded",
    incident,
    when=IN_SCOPE(incident) & PROVIDER.is_(Provider.ORGANISATION) & is_ndis_funded(),
    cites=["vic/ndis/dual-funded"],
)
NDIS_ONLY: Final = Conclusion(
    "ndis-only",
    (incident,),
    "{incident} [may] be owed to the NDIS Commission alone",
    topic=Topic.SCOPE,
    refers="ndis-incidents",
)
NDIS_ONLY.row(
    "ndis-money-only",
    incident,
    when=is_concern(incident) & PROVIDER.is_(Provider.ORGANISATION) & is_ndis_funded() & ~is_funded(),
    unless=IN_SCOPE(incident),
    cites=["vic/ndis/dual-funded"],
)
