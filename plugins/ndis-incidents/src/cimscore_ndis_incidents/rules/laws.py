"""Laws of every decision: each incident ends in a record or a reason, and everything owed has its clock.

Add a line here when something must never be missing. A decision that breaks a law is not final.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Topic, Value, some
from cimscore.rules.vocabulary import is_about, is_concern, occurred, responsible_for, was_present
from cimscore_ndis_incidents.rules.kinds import NOT_REPORTABLE
from cimscore_ndis_incidents.rules.moments import is_told
from cimscore_ndis_incidents.rules.roles import ROLES
from cimscore_ndis_incidents.rules.scope import OUT
from cimscore_ndis_incidents.rules.sending import (
    AS_SAID,
    GOES,
    NOTIFY,
    SEND_THE_FORM,
    is_notified,
    needs_the_form,
)
from cimscore_ndis_incidents.rules.vocabulary import incident, moment, person, reason, record
from cimscore_ndis_incidents.rules.warnings import OUT_OF_ORDER
from cimscore_ndis_incidents.words import Role

role: Final = Value("role", Role)

ENDS_SOMEWHERE: Final = Conclusion(
    "ends-somewhere",
    (incident,),
    "{incident} [ends] in a record, else in a reason why it has none",
    topic=Topic.LAWS,
    owes=is_concern(incident),
)
ENDS_SOMEWHERE.row("recorded", incident, when=needs_the_form(incident), cites=["ndis/s-16/reportable"])
ENDS_SOMEWHERE.row(
    "out-of-scope",
    incident,
    when=some(reason, OUT(incident, reason)),
    cites=["ndis-commission/times/registered-providers"],
)
ENDS_SOMEWHERE.row(
    "not-reportable", incident, when=some(reason, NOT_REPORTABLE(incident, reason)), cites=["ndis/s-16/reportable"]
)

# Of what happened on a day that nobody tells, no order is claimed.
has_its_moment: Final = Defined(
    (incident,), "{incident} [has] a moment that is told", some(moment, occurred(incident, moment) & is_told(moment))
)

IN_ORDER: Final = Conclusion(
    "in-order",
    (incident,),
    "the order of the moments of {incident} [is] possible",
    topic=Topic.LAWS,
    owes=has_its_moment(incident),
    unmet=("Two of its moments contradict each other.", "Read the warning, and correct the one that is wrong."),
)
IN_ORDER.row(
    "no-contradiction",
    incident,
    when=has_its_moment(incident),
    unless=some(reason, OUT_OF_ORDER(incident, reason)),
    cites=["ndis-commission/times/becoming-aware"],
)

is_named_in: Final = Defined(
    (person, record),
    "the incident of {record} [names] {person}",
    some(
        incident,
        GOES(incident, record)
        & (is_about(incident, person) | responsible_for(incident, person) | was_present(incident, person)),
    ),
)
HAS_A_ROLE: Final = Conclusion(
    "has-a-role",
    (person, record),
    "{person}, whom the incident names, [has] a role in {record}",
    topic=Topic.LAWS,
    owes=is_named_in(person, record),
)
HAS_A_ROLE.row(
    "some-role", person, record, when=some(role, ROLES(person, record, role)), cites=["ndis/s-16/reportable"]
)

NOTIFIED_IN_TIME: Final = Conclusion(
    "notification-has-its-clock",
    (incident,),
    "the notification of {incident} [has] its time",
    topic=Topic.LAWS,
    owes=is_notified(incident),
)
NOTIFIED_IN_TIME.row("24-hours", incident, when=NOTIFY.part("owed")(incident), cites=["ndis/s-20/24-hours"])
SENT_IN_TIME: Final = Conclusion(
    "form-has-its-clock",
    (incident,),
    "the form on {incident} [has] its time",
    topic=Topic.LAWS,
    owes=needs_the_form(incident),
)
SENT_IN_TIME.row(
    "five-business-days",
    incident,
    when=SEND_THE_FORM.part("owed")(incident) | AS_SAID.part("owed")(incident),
    cites=["ndis/s-21/5-business-days"],
)
