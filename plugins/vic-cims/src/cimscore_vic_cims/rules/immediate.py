"""Immediate response of the provider, in the order of the page. The page sets no time, so there is no clock.

The five acts are not all. Chapter 2.2 of the policy has the complete list, so doing the five is never called complying.
Add a line here when a policy says what comes before the report.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Concern, Conclusion, Defined, Duties, Person, Question, Topic, some
from cimscore.rules.vocabulary import has_died, is_about, is_concern
from cimscore_vic_cims.readings.acting import RESPONSE_FROM, RESPONSE_PER, ResponseFrom, ResponsePer
from cimscore_vic_cims.rules.clients import affects_workers_only, is_no_client
from cimscore_vic_cims.rules.incident import CLIENT_HARMED, HARM_ALLEGED, SERIOUS_HARM_LIKELY, is_a_death
from cimscore_vic_cims.rules.scope import IN_SCOPE
from cimscore_vic_cims.rules.vocabulary import INCIDENT_TYPE, client, incident

PROVIDER: Final = "the service provider"
EACH_CLIENT: Final = "each client affected"

other_client: Final = Person("other client", other_than=client)
other_incident: Final = Concern("other incident", other_than=incident)

died_of_it: Final = Defined(
    (client,),
    "{client} [is] the one client of an incident whose type is a death",
    some(
        incident,
        is_about(incident, client)
        & INCIDENT_TYPE.is_(incident, "death")
        & ~some(other_client, is_about(incident, client) & is_about(incident, other_client)),
    ),
)
HAS_DIED: Final = Question(
    id="has-died",
    things=(client,),
    text="Is {client} known to have died?",
    answers=bool,
    working=died_of_it(client),
    why="a death is said, and of an incident of that type the one client it is about has died",
    granted=True,
    cites=("vic/immediate-response/safety",),
)
is_dead: Final = Defined((client,), "{client} [is] dead", has_died(client) | HAS_DIED(client))
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
    is_concern(incident) & (CLIENT_HARMED(incident) | SERIOUS_HARM_LIKELY(incident) | is_a_death(incident)),
)
is_only_alleged: Final = Defined(
    (incident,),
    "{incident} [calls] for a response as soon as it is alleged",
    is_concern(incident) & RESPONSE_FROM.is_(ResponseFrom.AWARENESS) & HARM_ALLEGED(incident),
)
calls_for_a_response: Final = Defined(
    (incident,),
    "{incident} [calls] for an immediate response",
    IN_SCOPE(incident) & ~affects_workers_only(incident) & (occurred_to_a_client(incident) | is_only_alleged(incident)),
)
is_alive_in: Final = Defined(
    (incident, client),
    "{incident} [is] about the client {client}, who is alive",
    is_about(incident, client) & ~is_no_client(client) & ~is_dead(client),
)
is_hurt_in: Final = Defined(
    (incident, client),
    "{incident} [is] about {client}, who is alive in need of medical attention",
    is_alive_in(incident, client) & NEEDS_MEDICAL_ATTENTION(client),
)
is_each_clients: Final = Defined(
    (incident,),
    "{incident} [calls] for a response to each client by name",
    calls_for_a_response(incident) & RESPONSE_PER.is_(ResponsePer.CLIENT),
)
is_one_for_all: Final = Defined(
    (incident,),
    "{incident} [calls] for one response to all clients together",
    calls_for_a_response(incident) & RESPONSE_PER.is_(ResponsePer.INCIDENT),
)

AT_ONCE: Final = Duties("immediate", (incident,), at_once=True)
AT_ONCE.duty(
    "make-safe",
    "make sure that {} is safe, at once",
    by=PROVIDER,
    detail=client,
    when=is_each_clients(incident) & is_alive_in(incident, client),
    cites=["vic/immediate-response/safety"],
)
AT_ONCE.duty(
    "make-safe",
    "make sure that {} is safe, at once",
    by=PROVIDER,
    id="make-safe-together",
    detail=EACH_CLIENT,
    when=is_one_for_all(incident) & some(client, is_alive_in(incident, client)),
    cites=["vic/immediate-response/safety"],
)
AT_ONCE.duty(
    "medical-attention",
    "arrange medical attention for {}, at once",
    by=PROVIDER,
    detail=client,
    when=is_each_clients(incident) & is_hurt_in(incident, client),
    cites=["vic/immediate-response/medical-attention"],
)
AT_ONCE.duty(
    "medical-attention",
    "arrange medical attention for {}, at once",
    by=PROVIDER,
    id="medical-attention-together",
    detail="each client who needs it",
    when=is_one_for_all(incident) & some(client, is_hurt_in(incident, client)),
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
    "acknowledge to {} what the incident did to them, at once",
    by=PROVIDER,
    detail=client,
    when=is_each_clients(incident) & is_alive_in(incident, client),
    cites=["vic/immediate-response/acknowledge-impact"],
)
AT_ONCE.duty(
    "acknowledge",
    "acknowledge to {} what the incident did to them, at once",
    by=PROVIDER,
    id="acknowledge-together",
    detail=EACH_CLIENT,
    when=is_one_for_all(incident) & some(client, is_alive_in(incident, client)),
    cites=["vic/immediate-response/acknowledge-impact"],
)
AT_ONCE.duty(
    "assure",
    "tell {} that it is taken seriously and will be handled fairly, at once",
    by=PROVIDER,
    detail=client,
    when=is_each_clients(incident) & is_alive_in(incident, client),
    cites=["vic/immediate-response/assurance"],
)
AT_ONCE.duty(
    "assure",
    "tell {} that it is taken seriously and will be handled fairly, at once",
    by=PROVIDER,
    id="assure-together",
    detail=EACH_CLIENT,
    when=is_one_for_all(incident) & some(client, is_alive_in(incident, client)),
    cites=["vic/immediate-response/assurance"],
)

# A duty to read the complete list, so that nobody takes the five acts for all of it.
AT_ONCE.duty(
    "more-than-the-five",
    "read chapter 2.2 of the policy for what else it asks at once",
    by=PROVIDER,
    when=calls_for_a_response(incident),
    cites=["vic/immediate-response/complete-list"],
)

# The type of incident says only that somebody died. With several clients, a warning asks who.
WHO_DIED: Final = Conclusion(
    "who-died-is-not-said",
    (incident,),
    "{incident} [is] a death of which nobody has said which client died",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
WHO_DIED.row(
    "a-death-of-nobody",
    incident,
    when=calls_for_a_response(incident) & INCIDENT_TYPE.is_(incident, "death"),
    unless=some(client, is_about(incident, client) & is_dead(client)),
    cites=["vic/immediate-response/safety"],
)

# A client who died of an incident, or since, while the incident is told as something else.
is_told_as_a_death: Final = Defined(
    (client, incident),
    "{incident}, with those beside it, [tells] of the death of {client}",
    (is_about(incident, client) & INCIDENT_TYPE.is_(incident, "death"))
    | some(other_incident, is_about(other_incident, client) & INCIDENT_TYPE.is_(other_incident, "death")),
)
DIED: Final = Conclusion(
    "died-since",
    (client, incident),
    "{client} [has] died, which {incident} does not tell: a death is an incident type of its own, reported too",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
DIED.row(
    "no-death-told",
    client,
    incident,
    when=calls_for_a_response(incident) & is_about(incident, client) & is_dead(client),
    unless=is_told_as_a_death(client, incident),
    cites=["vic/reporting/reportable", "vic-child-protection-manual/incident-types/nineteen-types"],
)
