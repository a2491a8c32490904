"""Readings about the moment that chooses the edition, and the day between the old policy and the new."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class SubmittedMeans(enum.StrEnum):
    """Steps of a report that may be its submission."""

    SUBMIT = "submit"
    ENDORSE = "endorse"
    ARRIVE = "arrive"


class OwnSystem(enum.StrEnum):
    """Moments at which a report from a provider's own system may count as submitted."""

    ARRIVAL = "arrival"
    APPROVAL = "approval"


class TheNinth(enum.StrEnum):
    """Policies that may govern a report submitted on 9 December 2024."""

    NEW = "new"
    OLD = "old"
    NEITHER = "neither"


class Resubmitted(enum.StrEnum):
    """Submissions that may count when there are several."""

    FIRST = "first"
    LAST = "last"


class EarlierEditionsBy(enum.StrEnum):
    """Moments that may choose among the editions before December 2024."""

    SUBMISSION = "submission"
    OCCURRENCE = "occurrence"
    DISCLOSURE = "disclosure"


class PreviousGuide(enum.StrEnum):
    """Versions of the guide that may govern a report from before December 2024."""

    OF_THE_SUBMISSION = "of-the-submission"
    LAST_STATE = "last-state"


class NewsReaches(enum.StrEnum):
    """Reports to which the times of November 2025 may apply."""

    WHOLE_POLICY = "whole-policy"
    FROM_ITS_DAY = "from-its-day"


SUBMITTED_MEANS: Final = Reading(
    id="submitted-means",
    question="Which step of a report is meant by 'submitted'?",
    readings={
        SubmittedMeans.SUBMIT: "Its submission into the register.",
        SubmittedMeans.ENDORSE: "Its endorsement by the delegates.",
        SubmittedMeans.ARRIVE: "Its arrival at the department.",
    },
    taken=SubmittedMeans.SUBMIT,
    because="The page has staff submit by the webform, which saves into the register; later steps have other names.",
    clauses=("vic/current-policy/submitted-after", "vic/update-2024/submitted-before"),
    ambiguities=("V-03",),
)

OWN_SYSTEM_SUBMITS: Final = Reading(
    id="own-system-submits",
    question="When is a report submitted that comes from a provider's own system?",
    readings={
        OwnSystem.ARRIVAL: "When it arrives over the connection.",
        OwnSystem.APPROVAL: "When senior staff approve it in the provider's system.",
    },
    taken=OwnSystem.ARRIVAL,
    because="Only what has arrived is in the register; a queue may hold a report past midnight.",
    clauses=("vic/current-policy/submitted-after",),
    ambiguities=("V-04",),
)

THE_NINTH: Final = Reading(
    id="the-ninth-of-december",
    question="The new policy holds for what is submitted after 9 December 2024, the old for what is submitted before. "
    "What of the day itself?",
    readings={
        TheNinth.NEW: "The new policy holds from the start of the day.",
        TheNinth.OLD: "The old guide holds to the end of the day.",
        TheNinth.NEITHER: "Neither holds.",
    },
    taken=TheNinth.NEW,
    because="The department's notice has the new policy commence on that day, and it replaced the guide from then.",
    clauses=(
        "vic/current-policy/submitted-after",
        "vic/update-2024/submitted-before",
        "vic-notice/commencement/commences",
    ),
    ambiguities=("V-02", "V-05"),
)

RESUBMITTED: Final = Reading(
    id="resubmitted",
    question="Which submission counts where a report was returned and submitted again?",
    readings={Resubmitted.FIRST: "The first.", Resubmitted.LAST: "The last."},
    taken=Resubmitted.FIRST,
    because="The incident was submitted then; what comes later mends the report.",
    clauses=("vic/current-policy/submitted-after",),
    ambiguities=("V-10",),
)

EARLIER_EDITIONS_BY: Final = Reading(
    id="earlier-editions-by",
    question="By which moment is an edition chosen that began before December 2024? The page only says 'from'.",
    readings={
        EarlierEditionsBy.SUBMISSION: "By the submission, the first day included.",
        EarlierEditionsBy.OCCURRENCE: "By the day of the incident.",
        EarlierEditionsBy.DISCLOSURE: "By the day on which it was disclosed.",
    },
    taken=EarlierEditionsBy.SUBMISSION,
    because="For the last change the page says that the submission decides; nothing suggests otherwise for the others.",
    clauses=(
        "vic/beginnings/funded-organisations",
        "vic/update-2020/new-requirements",
        "vic/update-2024/from-17-june-2024",
    ),
    ambiguities=("V-46", "V-52"),
)

PREVIOUS_GUIDE: Final = Reading(
    id="previous-guide",
    question="The guide changed several times. Which state of it does a report from before 9 December 2024 go by?",
    readings={
        PreviousGuide.OF_THE_SUBMISSION: "The guide as it stood on the day of submission.",
        PreviousGuide.LAST_STATE: "The guide as it stood last, on 8 December 2024.",
    },
    taken=PreviousGuide.OF_THE_SUBMISSION,
    because="Each update counts from its own day on; none says that it reaches back.",
    clauses=("vic/update-2024/submitted-before",),
    ambiguities=("V-08", "V-09"),
)

NEWS_REACHES: Final = Reading(
    id="investigation-times-reach",
    question="News of November 2025 tells how long an investigation takes. For which reports?",
    readings={
        NewsReaches.WHOLE_POLICY: "For every report under the policy of December 2024.",
        NewsReaches.FROM_ITS_DAY: "For reports submitted from 17 November 2025 on.",
    },
    taken=NewsReaches.WHOLE_POLICY,
    because="The news brings a form, and speaks of the times as already known.",
    clauses=("vic-news-2025/investigation/28-business-days",),
)
