"""Warnings: points that somebody should check. A warning stops nothing.

Add a line here when a policy leaves room for something that somebody should check.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Condition, Defined, Topic, Value, covers, same, some
from cimscore.rules.vocabulary import (
    acts_as,
    is_about,
    is_concern,
    is_withdrawn,
    occurred,
    received,
    record_moved_by,
    record_moved_by_person,
    responsible_for,
)
from cimscore_vic_cims.rules.counting import AWARE, KNOWN_TO_OTHERS
from cimscore_vic_cims.rules.editions import DISCLOSED, EDITION, goes_by, is_assessed, other_edition, told
from cimscore_vic_cims.rules.investigation import ALWAYS_MAJOR, REPORTED_TO_POLICE, is_with_the_police
from cimscore_vic_cims.rules.moments import on_the_ninth, sooner, too_soon
from cimscore_vic_cims.rules.moves import (
    inquiry_has_moved,
    inquiry_moved,
    inquiry_took,
    is_a_submission,
    step,
    was_submitted,
)
from cimscore_vic_cims.rules.vocabulary import (
    IMPACT,
    PROVIDER,
    REPORT,
    edition,
    incident,
    moment,
    other_moment,
    person,
    reason,
    record,
)
from cimscore_vic_cims.words import CLEAR, CREATE, ENDORSE, PAGE, RETURN, REVIEW, SUBMIT, Impact, Provider

BEGIN: Final = "begin"
HOLD: Final = "hold"
BY_THE_DEPARTMENT: Final = "department"
BY_THE_POLICE: Final = "police"

mover: Final[Value[str]] = Value("mover", str)
act: Final[Value[str]] = Value("act", str)

# Endorsement.
took: Final = Defined(
    (person, incident, step),
    "{person} [took|did not take] the step {step} of the report on {incident}",
    some(record, record_moved_by_person(record, step, person) & REPORT(record) & same(record.concern, incident)),
)
endorsed_it: Final = Defined(
    (person, incident),
    "{person} [endorsed|did not endorse] the report on {incident}",
    took(person, incident, ENDORSE),
)
made_it: Final = Defined(
    (person, incident),
    "{person} [made|did not make] the report on {incident}",
    took(person, incident, CREATE) | took(person, incident, SUBMIT),
)
reviewed_it: Final = Defined(
    (person, incident),
    "{person} [reviewed|did not review] the report on {incident}, without endorsing it",
    (took(person, incident, REVIEW) | took(person, incident, RETURN)) & ~endorsed_it(person, incident),
)
BY_THE_ACCUSED: Final = Conclusion(
    "handled-by-the-accused",
    (incident, act, person),
    "the report on {incident} [was] {act} by {person}, whom it accuses",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
BY_ITS_MAKER: Final = Conclusion(
    "handled-by-its-maker",
    (incident, act, person),
    "the report on {incident} [was] {act} by {person}, who made it",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
for _act, _handled in (("endorsed", endorsed_it), ("reviewed", reviewed_it)):
    BY_THE_ACCUSED.row(
        _act,
        incident,
        _act,
        person,
        when=_handled(person, incident) & responsible_for(incident, person),
        cites=["vic/reporting/endorsement"],
    )
    BY_ITS_MAKER.row(
        _act,
        incident,
        _act,
        person,
        when=_handled(person, incident) & made_it(person, incident),
        cites=["vic/reporting/endorsement"],
    )

# A report made by others than the provider's staff, of whom the page says nothing.
NOT_OF_THE_PROVIDER: Final = Conclusion(
    "made-by-another",
    (incident, mover),
    "the report on {incident} [was] made by {mover}, of whom the page does not say whether they may make one",
    topic=Topic.TIMEFRAMES,
    warns=True,
)


def made_by(role: str) -> Condition:
    """Return that somebody in a role made the report, by the role written down."""
    made = record_moved_by(record, SUBMIT, role) | record_moved_by(record, CREATE, role)
    return some(record, made & REPORT(record) & same(record.concern, incident))


NOT_OF_THE_PROVIDER.row(
    "the-department",
    incident,
    "the department",
    when=is_concern(incident) & made_by(BY_THE_DEPARTMENT),
    unless=PROVIDER.is_(Provider.DEPARTMENT),
    cites=["vic/reporting/any-staff-member"],
)
NOT_OF_THE_PROVIDER.row(
    "the-police",
    incident,
    "Victoria Police",
    when=is_concern(incident) & made_by(BY_THE_POLICE),
    cites=["vic/reporting/any-staff-member"],
)
NOT_OF_THE_PROVIDER.row(
    "a-client",
    incident,
    person,
    when=made_it(person, incident) & is_about(incident, person),
    unless=acts_as(person, "staff"),
    cites=["vic/reporting/any-staff-member"],
)

# An investigation that is with the police by an answer. The workflow warns of one that is with them by its steps.
TOO_SOON: Final = Conclusion(
    "begun-too-soon",
    (incident,),
    "the investigation of {incident} [began|did not begin] before Victoria Police had cleared it",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
TOO_SOON.row(
    "not-cleared",
    incident,
    when=inquiry_has_moved(incident, BEGIN) & is_with_the_police(incident),
    cites=["vic-news-2025/investigation/police-first"],
)
was_cleared_only_later: Final = Defined(
    (incident,),
    "the clearing of the investigation of {incident} [is] later than its beginning, with no hold between them",
    some(
        (moment, other_moment),
        inquiry_moved(incident, BEGIN, moment)
        & inquiry_took(incident, CLEAR, other_moment)
        & sooner(moment, other_moment)
        & ~some(told, inquiry_took(incident, HOLD, told) & sooner(moment, told)),
    ),
)
TOO_SOON.row(
    "cleared-only-later",
    incident,
    when=REPORTED_TO_POLICE(incident) & was_cleared_only_later(incident),
    cites=["vic-news-2025/investigation/police-first"],
)

# Edition.
GAP: Final = Conclusion(
    "submitted-on-the-ninth",
    (incident,),
    "the report on {incident} [was] submitted on 9 December 2024, a day that the page gives to neither edition",
    topic=Topic.STARTS,
    warns=True,
)
GAP.row(
    "by-the-policy",
    incident,
    when=some(moment, was_submitted(incident, moment) & on_the_ninth(moment)),
    cites=["vic/current-policy/submitted-after"],
)
GAP.row(
    "by-the-guide",
    incident,
    when=some(moment, was_submitted(incident, moment) & on_the_ninth(moment)),
    cites=["vic/update-2024/submitted-before"],
)
AGAIN: Final = Conclusion(
    "submitted-again",
    (incident,),
    "the report on {incident} [was] submitted more than once",
    topic=Topic.STARTS,
    warns=True,
)
AGAIN.row(
    "several-submissions",
    incident,
    when=some((moment, other_moment), is_a_submission(incident, moment) & is_a_submission(incident, other_moment)),
    cites=["vic/beginnings/funded-organisations"],
)
ANOTHER_EDITION: Final = Conclusion(
    "goes-by-another-edition",
    (incident, edition),
    "the report on {incident} [goes] by the edition {edition} instead, so that it needs a document of its own",
    topic=Topic.STARTS,
    warns=True,
)
ANOTHER_EDITION.row(
    "another-report",
    incident,
    edition,
    when=goes_by(incident, edition) & ~is_assessed(incident) & ~EDITION(PAGE, edition),
    cites=["vic/beginnings/funded-organisations"],
)
CHANGED_MEANWHILE: Final = Conclusion(
    "changed-meanwhile",
    (incident,),
    "the edition of the page [changed|did not change] after {incident} was disclosed, before its report was submitted",
    topic=Topic.STARTS,
    warns=True,
)
CHANGED_MEANWHILE.row(
    "between-disclosure-and-submission",
    incident,
    when=some(
        (moment, edition, other_edition),
        DISCLOSED.is_(incident, moment) & covers(PAGE, moment, other_edition) & goes_by(incident, edition),
    ),
    cites=["vic/beginnings/funded-organisations"],
)

# A decision that the policy takes out of a person's hands.
SET_ASIDE: Final = Conclusion(
    "impact-set-aside",
    (incident,),
    "the decision that {incident} is not of major impact [counts] for nothing: by its kind it always is",
    topic=Topic.STARTS,
    warns=True,
)
SET_ASIDE.row(
    "always-major",
    incident,
    when=ALWAYS_MAJOR(incident) & IMPACT.answered(incident) & IMPACT.is_(incident, Impact.NON_MAJOR),
    cites=["vic-child-protection-manual/definitions/staff-always-major"],
)

# Moments that contradict each other.
TAKEN_BACK: Final = Conclusion(
    "taken-back",
    (incident,),
    "the withdrawal of {incident} [leaves] the time for any report on it running, which counts from the disclosure",
    topic=Topic.STARTS,
    warns=True,
)
TAKEN_BACK.row("withdrawn", incident, when=is_withdrawn(incident), cites=["vic/reporting/three-days"])
TAKEN_BACK.row(
    "withdrawn-by-the-guide", incident, when=is_withdrawn(incident), cites=["vic/update-2024/submitted-before"]
)
was_aware: Final = Defined(
    (incident, moment),
    "the provider [is] said to have been aware of {incident} at {moment}",
    AWARE.answered(incident) & AWARE.is_(incident, moment),
)
OUT_OF_ORDER: Final = Conclusion(
    "out-of-order",
    (incident, reason),
    "the moments told of {incident} [contradict|do not contradict] each other: {reason}",
    topic=Topic.STARTS,
    warns=True,
)
OUT_OF_ORDER.row(
    "submitted-before-it-happened",
    incident,
    "the report was submitted before it happened",
    when=some((moment, told), is_a_submission(incident, moment) & occurred(incident, told) & too_soon(moment, told)),
    cites=["vic/beginnings/funded-organisations"],
)
# What nobody tells is worked out from the incident, so that only an answer can contradict it.
for _id, _reason, _known in (
    ("disclosed-before-it-happened", "it was disclosed or known before it happened", DISCLOSED),
    ("known-before-it-happened", "it was disclosed or known before it happened", KNOWN_TO_OTHERS),
    ("provider-aware-before-it-happened", "the provider was aware of it before it happened", AWARE),
):
    OUT_OF_ORDER.row(
        _id,
        incident,
        _reason,
        when=is_concern(incident)
        & _known.answered(incident)
        & some((moment, told), _known.is_(incident, moment) & occurred(incident, told) & too_soon(moment, told)),
        cites=["vic/beginnings/funded-organisations"],
    )

# The disclosure is to the first who knew, so a moment before it contradicts it.
for _id, _reason, _came_first in (
    ("received-before-it-was-disclosed", "it was received before it was disclosed", received(moment)),
    (
        "aware-before-it-was-disclosed",
        "the provider was aware of it before it was disclosed",
        was_aware(incident, moment),
    ),
    (
        "submitted-before-it-was-disclosed",
        "the report was submitted before it was disclosed",
        is_a_submission(incident, moment),
    ),
    (
        "others-knew-before-it-was-disclosed",
        "a worker who is not accused knew of it before it was disclosed",
        KNOWN_TO_OTHERS.answered(incident) & KNOWN_TO_OTHERS.is_(incident, moment),
    ),
):
    for _ending, _clause in (
        ("", "vic/reporting/three-days"),
        ("-by-any-edition", "vic/beginnings/funded-organisations"),
    ):
        OUT_OF_ORDER.row(
            f"{_id}{_ending}",
            incident,
            _reason,
            when=is_concern(incident)
            & DISCLOSED.answered(incident)
            & some((moment, told), _came_first & DISCLOSED.is_(incident, told) & too_soon(moment, told)),
            cites=[_clause],
        )
