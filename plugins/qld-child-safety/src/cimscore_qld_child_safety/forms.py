"""The intake form: what the page asks an intake record to hold, as its fields, in the order of the page.

The notifier stands in the notifier field and nowhere else. Add a field here when the page asks for more.
"""

from __future__ import annotations

from typing import Final

from cimscore.rulebook import FormField, ReportForm
from cimscore_qld_child_safety.rules.priorities import PRIORITY
from cimscore_qld_child_safety.rules.vocabulary import RESPONSE
from cimscore_qld_child_safety.words import KindOfRecord

_PEOPLE: Final = ("qld/record-intake/person-profiles",)
_SAID: Final = ("qld/record-intake/what-the-notifier-said", "qld/record-intake/write-without-identifying")


def _text(heading: str, *cites: str) -> FormField:
    """Return a field of the account, under a heading of its own."""
    return FormField(asks="concerns.text", heading=heading, label=heading, cites=cites)


INTAKE_FORM: Final = ReportForm(
    id="intake-form",
    title="Intake form",
    kinds=(KindOfRecord.NOTIFICATION, KindOfRecord.REPORT, KindOfRecord.ENQUIRY),
    fields=(
        FormField(asks="dates.received", label="When the concerns were received", cites=("qld/record-intake/in-icms",)),
        FormField(asks="people.name.given", label="Given name", cites=_PEOPLE),
        FormField(asks="people.name.family", label="Family name", cites=_PEOPLE),
        FormField(asks="people.born", label="Birth", cites=_PEOPLE, required=False),
        FormField(asks="households", label="Households", cites=_PEOPLE),
        FormField(asks="residences", label="Who lives in which household", cites=_PEOPLE),
        FormField(
            asks="concerns.about",
            label="Whom the concerns are about",
            cites=("qld/subject-or-other/subject-of-concerns",),
        ),
        FormField(asks="relationships", label="Relationships", cites=("qld/record-intake/relationships",)),
        *(
            FormField(asks=f"people.profile.{part}", label=label, cites=("qld/record-intake/about-each-person",))
            for part, label in (
                ("indigenous-status", "Indigenous status"),
                ("cultural-status", "Cultural status"),
                ("health", "Relevant health information"),
                ("disability", "Relevant disability information"),
                ("mental-health", "Relevant mental-health information"),
            )
        ),
        FormField(
            asks="notifier",
            label="Notifier",
            cites=("qld/record-intake/notifier-field", "qld/record-intake/notifier-nowhere-else"),
        ),
        _text("Harm or risk of harm", *_SAID, "qld/record-intake/direct-information"),
        _text("Child, family, community, culture and supports", *_SAID),
        _text("Strengths and protective factors", *_SAID),
        _text("Context", *_SAID),
        _text("Child-protection history", "qld/record-intake/history"),
        _text("How it was decided", "qld/record-intake/clear-account"),
        _text("Other steps taken", "qld/record-intake/other-actions"),
        FormField(
            asks="concerns.place", label="Where it happened", cites=("qld/record-notification/one-notification",)
        ),
        FormField(asks="concerns.kind", label="Harm, or a risk of it", cites=("qld/record-intake/direct-information",)),
        FormField(asks=RESPONSE),
        FormField(asks=PRIORITY, required=False),
    ),
)
