"""What is asked about the concerns themselves, and about what identifies the child and family."""

from __future__ import annotations

from cimscore.rules import Concern, Question, TheCase
from cimscore_qld_child_safety.words import (
    AUTHORISED_OFFICER,
    NO_DUPLICATE,
    OFFICER,
    TEAM_LEADER,
    Priority,
    Response,
)

RESPONSE = Question(
    id="response",
    about=Concern,
    text="Which response do these concerns get?",
    answers=Response,
    decided_by=OFFICER,
    weigh=("the screening criteria", "the child-protection history", "cumulative harm"),
    cites=("qld/record-notification/form",),
)

PRIORITY = Question(
    id="response-priority",
    about=Concern,
    text="How soon does the investigation and assessment of these concerns have to start?",
    answers=Priority,
    decided_by=OFFICER,
    weigh=("the response priority assessment",),
    cites=("qld/record-notification/form",),
)

DUPLICATE_OF = Question(
    id="duplicate-of",
    about=Concern,
    text="Which event on file tells of this very incident already? Its event number, or 'none'.",
    answers=str,
    decided_by=OFFICER,
    weigh=("whether it is the same incident, not a further one of the same kind",),
    cites=("qld/duplicates/what-is-a-duplicate",),
    silence=NO_DUPLICATE,
    silence_because="Nobody has found these concerns on record already, so they are taken as new.",
)

IDENTIFIABLE = Question(
    id="identifiable",
    about=TheCase,
    text="Is anything known by which these concerns could later be linked to the child and family?",
    answers=bool,
    cites=("qld/no-identifying-information/not-in-icms", "qld/no-identifying-information/no-address"),
    silence=True,
    silence_because="Nothing says that the child and family cannot be identified.",
)

ATTEMPTS_FAILED = Question(
    id="attempts-to-identify-failed",
    about=TheCase,
    text="Have the attempts to learn who the child and family are failed?",
    answers=bool,
    cites=("qld/no-identifying-information/not-in-icms",),
)

ADDRESS_KNOWN = Question(
    id="address-known",
    about=TheCase,
    text="Is an address, or another way to find the child, known?",
    answers=bool,
    cites=("qld/no-identifying-information/every-effort", "qld/no-identifying-information/no-address"),
    silence=True,
    silence_because="Nothing says that the child cannot be found.",
)

REQUEST_WHEREABOUTS = Question(
    id="request-whereabouts",
    about=TheCase,
    text="Are Commonwealth agencies asked for the family's last known whereabouts?",
    answers=bool,
    decided_by=AUTHORISED_OFFICER,
    weigh=("whether the circumstances are those of the protocol", "whether every other attempt is exhausted"),
    cites=("qld/no-identifying-information/whereabouts-allowed",),
)

WHERE_KEPT = Question(
    id="where-kept",
    about=TheCase,
    text="Where is the record kept that ICMS cannot hold?",
    answers=str,
    decided_by=TEAM_LEADER,
    weigh=("whether it can be found again if the child is identified later",),
    cites=("qld/no-identifying-information/where-kept",),
)
