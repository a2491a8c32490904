"""Placements: the households in which clients in out-of-home care live."""

from __future__ import annotations

from cimscore.rules import Household, Question

IS_PLACEMENT = Question(
    id="placement",
    about=Household,
    text="Is this household a placement, approved by Child Protection?",
    answers=bool,
    cites=("vic-child-protection-manual/definitions/child-protection-scope",),
)

ORGANISATION = Question(
    id="organisation",
    about=Household,
    text="Which organisation delivers the placement in this household?",
    answers=str,
    cites=("vic/reporting/endorsement",),
)
