"""Lists of the sources: types of incident and mailboxes, each line with its own clause."""

from __future__ import annotations

from typing import Final

from cimscore.rules import Row, Table
from cimscore_vic_cims.words import Matter

_TYPES: Final = "vic-child-protection-manual/incident-types/nineteen-types"

NINETEEN_TYPES: Final = Table[str, str](
    id="incident-types",
    title="The incident types as child protection sees them",
    rows=(
        Row("absent-client", "absent client", _TYPES),
        Row("attempted-suicide", "attempted suicide", _TYPES),
        Row("death", "death", _TYPES),
        Row("emotional-or-psychological-abuse", "emotional or psychological abuse", _TYPES),
        Row("emotional-or-psychological-harm", "emotional or psychological harm", _TYPES),
        Row("escape-from-secure-facility", "escape from secure facility", _TYPES),
        Row("financial-abuse", "financial abuse", _TYPES),
        Row("inappropriate-physical-treatment", "inappropriate physical treatment", _TYPES),
        Row("inappropriate-sexual-behaviour", "inappropriate sexual behaviour", _TYPES),
        Row("injury-explained", "injury, explained", _TYPES),
        Row("injury-unexplained", "injury, unexplained", _TYPES),
        Row("medication-error", "medication error", _TYPES),
        Row("neglect", "neglect", _TYPES),
        Row("physical-abuse", "physical abuse", _TYPES),
        Row("self-harm", "self-harm", _TYPES),
        Row("serious-risk", "serious risk", _TYPES),
        Row("sexual-abuse", "sexual abuse", _TYPES),
        Row("sexual-exploitation-grooming", "sexual exploitation, grooming", _TYPES),
        Row("sexual-exploitation-suspected", "sexual exploitation, suspected", _TYPES),
    ),
)

MAILBOXES: Final = Table[Matter, str](
    id="mailboxes",
    title="Which mailbox answers which question",
    rows=(
        Row(Matter.PLATFORM, "CIMS@support.vic.gov.au", "vic/contacts/platform"),
        Row(Matter.POLICY, "StatewideCIMS@dffh.vic.gov.au", "vic/contacts/policy"),
        Row(Matter.VENDOR, "CIMS.api@dffh.vic.gov.au", "vic/contacts/vendors"),
        Row(Matter.REVIEW, "CIMS.Review@dffh.vic.gov.au", "vic/contacts/review"),
    ),
)
