"""The moments that start clocks, and the places whose business days count."""

from __future__ import annotations

import datetime as dt

from cimscore.case import Moment
from cimscore.rules import Concern, Question, TheCase

_ELSEWHERE = (
    " Its local holidays count; 'elsewhere' is a place without changes of its own, which keeps Melbourne Cup Day as "
    "the state calendar has it."
)

DISCLOSED = Question(
    id="disclosed",
    about=Concern,
    text="When was it disclosed: when did any worker of the provider first know of it, told of it or a witness?",
    answers=Moment,
    cites=("vic/reporting/three-days",),
)

AWARE = Question(
    id="aware",
    about=Concern,
    text="When did the provider become aware of it, through those who act for it?",
    answers=Moment,
    cites=("vic-news-2020/reporting/major-three-business-days",),
)

SUBMISSION = Question(
    id="submission",
    about=Concern,
    text="On which day will the report be submitted? The policy in force that day governs it.",
    answers=dt.date,
    cites=("vic/current-policy/submitted-after",),
)

ASSESSED = Question(
    id="assessed",
    about=TheCase,
    text="For the report on which incident is this assessment? The reports of this case fall under different editions.",
    answers=Concern,
    cites=("vic/current-policy/submitted-after",),
)

SITE = Question(
    id="site",
    about=TheCase,
    text=f"At which place is the service site?{_ELSEWHERE}",
    answers=str,
    cites=("vic-public-holidays-act/s-8/council-holidays",),
)

HEAD_OFFICE = Question(
    id="head-office",
    about=TheCase,
    text=f"At which place is the provider's head office?{_ELSEWHERE}",
    answers=str,
    cites=("vic-public-holidays-act/s-8/council-holidays",),
)

DEPARTMENT_OFFICE = Question(
    id="department-office",
    about=TheCase,
    text=f"At which place is the department's office that takes the report?{_ELSEWHERE}",
    answers=str,
    cites=("vic-public-holidays-act/s-8/council-holidays",),
)
