"""What the provider owes at once, in the order of the page. It sets no time, so none is set here.

These five are not all: chapter 2.2 of the policy has the complete list, so doing them is never called complying.
Add a line here when a policy says what comes before the report.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Duties, Question, Topic, some
from cimscore.rules.vocabulary import is_about, is_concern
from cimscore_vic_cims.readings.acting import RESPONSE_FROM, ResponseFrom
from cimscore_vic_cims.rules.incident import CLIENT_HARMED, HARM_ALLEGED, SERIOUS_HARM_LIKELY
from cimscore_vic_cims.rules.scope import IN_SCOPE
from cimscore_vic_cims.rules.vocabulary import client, incident

PROVIDER: Final = "the service provider"

HAS_DIED: Final = Question(
    id="has-died",
    things=(client,),
    text="Has {client} died?",
    answers=bool,
    working=False,
    why="a death is said",
    granted=True,
    cites=("vic/immediate-response/safety",),
)
NEEDS_MEDICAL_ATTENTION: Final = Question(
    id="needs-medical-attention",
    things=(client,),
    text="Does {client} need medical attention?",
    answers=bool,
    working=True,
    why="until somebody has looked, the answer that keeps the client safe",
    cites=("vic/immediate-response/medical-attention",),
)

occurred_to_a_client: Final = Defined(
    (incident,),
    "{incident} [harmed|did not harm] a client, else could well have done so",
    is_concern(incident) & (CLIENT_HARMED(incident) | SERIOUS_HARM_LIKELY(incident)),
)
is_only_alleged: Final = Defined(
    (incident,),
    "{incident} [calls] for a response as soon as it is alleged",
    is_concern(incident) & RESPONSE_FROM.is_(ResponseFrom.AWARENESS) & HARM_ALLEGED(incident),
)
calls_for_a_response: Final = Defined(
    (incident,),
    "{incident} [calls] for an immediate response",
    IN_SCOPE(incident) & (occurred_to_a_client(incident) | is_only_alleged(incident)),
)
affects_somebody_alive: Final = Defined(
    (incident,),
    "{incident} [is] about a client who is alive",
    some(client, is_about(incident, client) & ~HAS_DIED(client)),
)
hurt_somebody: Final = Defined(
    (incident,),
    "{incident} [is] about a client in need of medical attention",
    some(client, is_about(incident, client) & ~HAS_DIED(client) & NEEDS_MEDICAL_ATTENTION(client)),
)

AT_ONCE: Final = Duties("immediate", (incident,))
AT_ONCE.duty(
    "make-safe",
    "make sure that each client affected is safe, at once",
    by=PROVIDER,
    when=calls_for_a_response(incident) & affects_somebody_alive(incident),
    cites=["vic/immediate-response/safety"],
)
AT_ONCE.duty(
    "medical-attention",
    "arrange medical attention for each client who needs it, at once",
    by=PROVIDER,
    when=calls_for_a_response(incident) & hurt_somebody(incident),
    cites=["vic/immediate-response/medical-attention"],
)
AT_ONCE.duty(
    "find-out",
    "find out in outline what happened, at once",
    by=PROVIDER,
    when=calls_for_a_response(incident),
    cites=["vic/immediate-response/basic-understanding"],
)
AT_ONCE.duty(
    "acknowledge",
    "see, and say to each client affected, what it did to them, at once",
    by=PROVIDER,
    when=calls_for_a_response(incident) & affects_somebody_alive(incident),
    cites=["vic/immediate-response/acknowledge-impact"],
)
AT_ONCE.duty(
    "assure",
    "tell each client affected that it is taken seriously and will be handled fairly, at once",
    by=PROVIDER,
    when=calls_for_a_response(incident) & affects_somebody_alive(incident),
    cites=["vic/immediate-response/assurance"],
)

# Said wherever the five are owed, so that nobody takes them for the whole.
MORE: Final = Conclusion(
    "more-than-the-five",
    (incident,),
    "the immediate response to {incident} [has] more to it, all of which stands in chapter 2.2 of the policy",
    topic=Topic.TIMEFRAMES,
)
MORE.row(
    "complete-list",
    incident,
    when=calls_for_a_response(incident),
    cites=["vic/immediate-response/complete-list"],
)
