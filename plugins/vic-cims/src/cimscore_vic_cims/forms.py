"""The incident report webform: what the page says of a report, as its fields.

The page names the webform and does not show it. Each field is something that the page says of an incident that is
reported, in the order of the page. Add a field here when a page names another.
"""

from __future__ import annotations

from typing import Final

from cimscore.rulebook import FormField, ReportForm
from cimscore_vic_cims.rules.editions import DISCLOSED
from cimscore_vic_cims.rules.incident import CLIENT_HARMED, DURING_DELIVERY
from cimscore_vic_cims.rules.program_types import PROGRAM_TYPE
from cimscore_vic_cims.rules.scope import DEPARTMENT_FUNDS, NDIS_FUNDS
from cimscore_vic_cims.rules.vocabulary import INCIDENT_TYPE, PROVIDER, SERVICE
from cimscore_vic_cims.words import INCIDENT_REPORT, SUBMIT

WEBFORM: Final = ReportForm(
    id="incident-report-webform",
    title="Incident report",
    kinds=(INCIDENT_REPORT,),
    move=SUBMIT,
    fields=(
        FormField(asks=PROVIDER),
        FormField(
            asks="concerns.text",
            label="What happened, in outline",
            cites=("vic/immediate-response/basic-understanding", "vic/reporting/register"),
        ),
        FormField(asks="concerns.about", label="Which client it happened to", cites=("vic/reporting/reportable",)),
        FormField(asks="concerns.about.name.given", label="Given name", cites=("vic/reporting/reportable",)),
        FormField(asks="concerns.about.name.family", label="Family name", cites=("vic/reporting/reportable",)),
        FormField(asks="concerns.occurred", label="When it happened", cites=("vic/reporting/reportable",)),
        FormField(asks=CLIENT_HARMED, cites=("vic/reporting/reportable",)),
        FormField(asks=DURING_DELIVERY),
        FormField(asks=DISCLOSED),
        FormField(
            asks="dates.received", label="When the report came in", cites=("vic/reporting/three-days",), required=False
        ),
        FormField(asks=SERVICE),
        FormField(asks=DEPARTMENT_FUNDS),
        FormField(asks=NDIS_FUNDS),
        FormField(asks=INCIDENT_TYPE),
        FormField(asks="concerns.about.gender", label="Gender", cites=("vic/update-2024/gender-options",)),
        FormField(asks=PROGRAM_TYPE, required=False),
    ),
)
