"""What only the provider can answer."""

from __future__ import annotations

from cimscore.case import Moment
from cimscore.rules import Concern, Question, TheCase
from cimscore_ndis_incidents.words import Kind, State

REGISTERED = Question(
    id="registered-provider",
    about=TheCase,
    text="Is the organisation a registered NDIS provider?",
    answers=bool,
    cites=("ndis-commission/times/registered-providers",),
)

STATE = Question(
    id="state",
    about=TheCase,
    text="In which state are the supports delivered?",
    answers=State,
    cites=("ndis-commission/times/in-victoria",),
)

KIND = Question(
    id="kind",
    about=Concern,
    text="Which kind of incident happened, or is alleged to have happened?",
    answers=Kind,
    cites=("ndis/s-16/reportable",),
)

CONNECTED = Question(
    id="connected-with-supports",
    about=Concern,
    text="Did it happen in connection with NDIS supports or services?",
    answers=bool,
    cites=("ndis-commission/kinds/connection",),
)

ONLY_ALLEGED = Question(
    id="only-alleged",
    about=Concern,
    text="Is it only alleged?",
    answers=bool,
    cites=("ndis/s-17/alleged",),
)

AUTHORISATION_PROCESS = Question(
    id="authorisation-process",
    about=TheCase,
    text="Does the state have a process of authorising restrictive practices?",
    answers=bool,
    cites=("ndis-commission/kinds/no-authorisation-process",),
)

AUTHORISED = Question(
    id="authorised",
    about=Concern,
    text="Was the use of the restrictive practice authorised?",
    answers=bool,
    cites=("ndis-commission/kinds/unauthorised-restrictive-practice",),
)

FOLLOWED_THE_PLAN = Question(
    id="followed-the-plan",
    about=Concern,
    text="Did the use of the restrictive practice follow the behaviour support plan?",
    answers=bool,
    cites=("ndis-commission/kinds/outside-the-plan",),
)

PRACTICE_HARMED = Question(
    id="practice-harmed",
    about=Concern,
    text="Did the use of the restrictive practice result in harm?",
    answers=bool,
    cites=("ndis-commission/times/restrictive-practice-with-harm",),
)

AWARE = Question(
    id="aware",
    about=Concern,
    text="When did the registered provider become aware of it?",
    answers=Moment,
    cites=("ndis-commission/times/becoming-aware",),
)

KEY_PERSONNEL_AWARE = Question(
    id="key-personnel-aware",
    about=Concern,
    text="When did the provider's key personnel become aware of it?",
    answers=Moment,
    cites=("ndis-commission/times/key-personnel-aware",),
)

AWARE_OF_HARM = Question(
    id="aware-of-harm",
    about=Concern,
    text="When did the registered provider become aware that the restrictive practice did harm?",
    answers=Moment,
    cites=("ndis-commission/times/restrictive-practice-with-harm",),
)

PLACE = Question(
    id="place",
    about=TheCase,
    text="At which place is the notification made? Its local holidays count; in Victoria 'elsewhere' is a place "
    "without changes of its own, which keeps Melbourne Cup Day as the state calendar has it.",
    answers=str,
    cites=("cth-interpretation-act/s-36/holiday-of-the-place",),
)

FIFTH_BUSINESS_DAY = Question(
    id="fifth-business-day",
    about=Concern,
    text="By when do the five business days end there? The program knows the holidays of Victoria only.",
    answers=Moment,
    cites=("cth-interpretation-act/s-36/holiday-of-the-place",),
)
