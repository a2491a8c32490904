"""Warnings: moments that contradict each other, an allegation taken back, a death that no incident is told as.

Add a line here when somebody should check something.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Concern, Conclusion, Defined, Topic, some
from cimscore.rules.vocabulary import has_died, is_about, is_concern, is_withdrawn, occurred, received
from cimscore_ndis_incidents.rules.awareness import (
    AWARE,
    KEY_PERSONNEL_AWARE,
    KNOWN_TO_OTHERS,
    WORKER_AWARE,
    happened,
    told,
)
from cimscore_ndis_incidents.rules.kinds import KIND
from cimscore_ndis_incidents.rules.moments import too_soon
from cimscore_ndis_incidents.rules.scope import has_a_registration
from cimscore_ndis_incidents.rules.sending import AWARE_OF_HARM
from cimscore_ndis_incidents.rules.vocabulary import incident, moment, person, reason
from cimscore_ndis_incidents.words import IncidentKind

OUT_OF_ORDER: Final = Conclusion(
    "out-of-order",
    (incident, reason),
    "the moments told of {incident} [contradict|do not contradict] each other: {reason}",
    topic=Topic.STARTS,
    warns=True,
)

# What nobody tells is worked out from the incident, so that only an answer can contradict it.
for _id, _reason, _aware in (
    ("aware-before-it-happened", "the provider was aware of it before it happened", AWARE),
    ("key-personnel-before-it-happened", "key personnel were aware of it before it happened", KEY_PERSONNEL_AWARE),
    ("worker-before-it-happened", "a worker knew of it before it happened", WORKER_AWARE),
    ("others-before-it-happened", "a worker knew of it before it happened", KNOWN_TO_OTHERS),
    ("harm-before-it-happened", "the provider was aware of its harm before it happened", AWARE_OF_HARM),
):
    OUT_OF_ORDER.row(
        _id,
        incident,
        _reason,
        when=is_concern(incident)
        & _aware.answered(incident)
        & some(
            (moment, happened), _aware.is_(incident, moment) & occurred(incident, happened) & too_soon(moment, happened)
        ),
        cites=["ndis-commission/times/becoming-aware"],
    )

OUT_OF_ORDER.row(
    "received-before-any-worker-knew",
    incident,
    "it was received before any worker knew of it",
    when=is_concern(incident)
    & WORKER_AWARE.answered(incident)
    & some((moment, told), received(moment) & WORKER_AWARE.is_(incident, told) & too_soon(moment, told)),
    cites=["ndis-commission/times/becoming-aware"],
)

# The first worker to know is asked for with those who act for the provider, as key personnel do.
for _id, _reason, _aware, _before in (
    ("aware-before-any-worker", "the provider was aware of it before any worker knew of it", AWARE, WORKER_AWARE),
    (
        "key-personnel-before-any-worker",
        "key personnel were aware of it before any worker knew of it",
        KEY_PERSONNEL_AWARE,
        WORKER_AWARE,
    ),
    (
        "key-personnel-before-the-provider",
        "key personnel were aware of it before the provider was",
        KEY_PERSONNEL_AWARE,
        AWARE,
    ),
    (
        "others-before-any-worker",
        "somebody who is not accused knew of it before any worker did",
        KNOWN_TO_OTHERS,
        WORKER_AWARE,
    ),
    ("harm-before-the-provider", "the provider was aware of its harm before it was aware of it", AWARE_OF_HARM, AWARE),
):
    OUT_OF_ORDER.row(
        _id,
        incident,
        _reason,
        when=is_concern(incident)
        & _aware.answered(incident)
        & _before.answered(incident)
        & some((moment, told), _aware.is_(incident, moment) & _before.is_(incident, told) & too_soon(moment, told)),
        cites=["ndis-commission/times/becoming-aware"],
    )

ALLEGED_STILL: Final = Conclusion(
    "alleged-still",
    (incident,),
    "{incident} [stays] as reportable as it was although it is withdrawn, unless it was entered by mistake",
    topic=Topic.STARTS,
    warns=True,
)
ALLEGED_STILL.row(
    "withdrawn",
    incident,
    when=is_withdrawn(incident) & has_a_registration(),
    cites=["ndis/s-17/alleged"],
)

other_incident: Final = Concern("other incident", other_than=incident)
is_told_as_a_death: Final = Defined(
    (person, incident),
    "{incident}, with those beside it, [tells] of the death of {person}",
    (is_about(incident, person) & KIND.is_(incident, IncidentKind.DEATH))
    | some(other_incident, is_about(other_incident, person) & KIND.is_(other_incident, IncidentKind.DEATH)),
)
DIED: Final = Conclusion(
    "died-since",
    (person, incident),
    "{person} [has] died, which {incident} does not tell: a death connected with NDIS supports is a kind of its "
    "own, notified too",
    topic=Topic.STARTS,
    warns=True,
)
DIED.row(
    "no-death-told",
    person,
    incident,
    when=is_concern(incident) & is_about(incident, person) & has_died(person) & has_a_registration(),
    unless=is_told_as_a_death(person, incident),
    cites=["ndis/s-16/reportable"],
)
