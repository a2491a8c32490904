"""Unclear points noted for the reader: the reading that the rules use, and the other possible meanings.

The rules allow one reading of each. Another would need another rule, a source that is not held, or a person.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import noted

BEFORE_SUBMISSION: Final = noted(
    "before-submission",
    "The policy goes by the submission. Which one holds for what is owed before it?",
    "The one in force on the day for which the case is decided; the day of submission is asked.",
    "The one in force when the incident happened.",
    "Nobody can act on a policy that a later day chooses.",
    ("vic/current-policy/submitted-after",),
    "V-06",
)
SEVERAL_REPORTS: Final = noted(
    "several-reports-of-one-incident",
    "One case can have reports on both sides of 9 December 2024. Which policy holds?",
    "For each report its own; where they differ it is asked for which one the case is decided.",
    "One for all of them.",
    "The page speaks of the report that is submitted.",
    ("vic/current-policy/submitted-after", "vic/update-2024/submitted-before"),
    "V-11",
)
OPEN_LISTS: Final = noted(
    "open-lists",
    "Are the lists of providers, services and codes whole?",
    "No: what is not on them is asked, and never called out or wrong for that.",
    "Yes: what is not on them is out.",
    "The page says that they include what they name, and points to chapters of the policy for the rest.",
    ("vic/current-policy/service-providers", "vic/scope/full-detail", "vic/scope/some-health-services"),
    "V-12", "V-39", "V-40", "V-41", "V-42",
)  # fmt: skip
NO_NUMBER: Final = noted(
    "no-number-no-deadline",
    "What is the time for what the page asks at once, or asks without any time?",
    "None: the word is kept, and no number is made up for it.",
    "A short one, such as the same day.",
    "The page gives no number; one that is made up would be called late by nobody's rule.",
    ("vic/immediate-response/safety", "vic/reporting/endorsement"),
    "V-14",
)
ALL_FIVE: Final = noted(
    "all-five",
    "Are the five acts of the immediate response owed all, and one after another?",
    "All of them, told in the order of the page, safety first; none waits for another.",
    "As far as they fit, in any order.",
    "The page lists them without a choice; it orders none of them after another.",
    ("vic/immediate-response/safety", "vic/immediate-response/complete-list"),
    "V-15", "V-18a",
)  # fmt: skip
WHO_JUDGES: Final = noted(
    "words-of-judgement",
    "Who says whether attention is needed, what is basic or fair, and which harm counts?",
    "A person: each is asked, or told as a duty in the page's own measure.",
    "The program, by a threshold of its own.",
    "The page names no threshold.",
    ("vic/immediate-response/medical-attention", "vic/reporting/reportable"),
    "V-16", "V-17", "V-20",
)  # fmt: skip
TAKEN_BACK: Final = noted(
    "taken-back",
    "What was disclosed can be taken back. What becomes of the time for the report, and of a report submitted?",
    "Nothing: the time counts from the disclosure, which happened, and what is on file stays; a warning says so.",
    "The time stops, and the report falls away.",
    "The page counts from the incident being disclosed, and names no step that undoes it.",
    ("vic/reporting/three-days",),
    "V-26",
)
SHOULD: Final = noted(
    "should-or-must",
    "Is the report owed as strongly as what the page says must be done?",
    "It is told with the page's own word, and its clock runs in the same way.",
    "It is advice, without a clock.",
    "The page sets a time for it.",
    ("vic/reporting/three-days",),
    "V-30",
)
ENDORSER: Final = noted(
    "who-may-endorse",
    "May whoever made a report, or is accused in it, endorse it as a delegate?",
    "It is not barred, and is told as a warning.",
    "It counts for nothing.",
    "The page is silent; a warning lets a person decide.",
    ("vic/reporting/endorsement",),
    "V-37",
)
ONE_PROGRAM_TYPE: Final = noted(
    "joined-program-type",
    "Family violence and sexual assault are two services of the scope and one program type. Which counts?",
    "Each where it is used: two services, one type since 17 June 2024; old reports keep their codes.",
    "One service since that day.",
    "The page keeps both lists.",
    ("vic/update-2024/program-type", "vic/scope/family-violence", "vic/scope/sexual-assault"),
    "V-44", "V-54",
)  # fmt: skip
STAFF_OF_SERVICES: Final = noted(
    "staff-or-services",
    "Did the department's staff come in on 1 October 2018, or the services that it delivers?",
    "The services, whoever works in them.",
    "Its staff, wherever they work.",
    "Scope goes by the service.",
    ("vic/beginnings/delivered-services",),
    "V-47",
)
NDIS_ONLY: Final = noted(
    "only-those-with-both",
    "From 1 July 2019 'only' organisations with money from both owe both reports. What does 'only' limit?",
    "Who owes both: an organisation that the NDIS alone funds owes the department none.",
    "When: earlier incidents owe both as well.",
    "The day is that on which the Commission began in Victoria.",
    ("vic/ndis/dual-funded",),
    "V-48",
)
TWO_CLOCKS: Final = noted(
    "two-regimes",
    "Does one report stand in for the other, and the shorter time for both?",
    "No: two reports, each by its own clock.",
    "The first report with the shorter time does for both.",
    "The page has such organisations report under both.",
    ("vic/ndis/dual-funded",),
    "V-50",
)
SERIOUS_RISK_BEFORE: Final = noted(
    "serious-risk-of-an-earlier-day",
    "Can an incident from before 17 June 2024 be reported as a serious risk?",
    "Yes, in a report that is submitted from that day on.",
    "No: the type is for incidents from that day on.",
    "A report takes the codes of the edition in which it is submitted.",
    ("vic/update-2024/serious-risk", "vic/update-2024/from-17-june-2024"),
    "V-53",
)
TENSES: Final = noted(
    "tenses-of-the-page",
    "The page says of one and the same change that it will come and that it came. Does a rule follow?",
    "No: the days that it names count.",
    "What will come is not in force yet.",
    "The page is stale in places, and its capture has no date.",
    ("vic/policy-2024/recommendations", "vic/policy-2024/replaced-the-guide"),
    "V-55",
)
PRECEDENCE: Final = noted(
    "which-source-first",
    "The page, its updates and other sources differ in words. Which one goes first?",
    "None: each rule rests on the clause that carries it, and names its edition.",
    "The policy, then the updates, then the page.",
    "No rule here rests on two sources that contradict each other.",
    ("vic/current-policy/content",),
    "V-56",
)
VENDOR_FIRST: Final = noted(
    "vendor-first",
    "Is the mailbox for connections open to those who did not ask their vendor?",
    "No: asking the vendor comes first, then the mailbox.",
    "Yes.",
    "The page says so.",
    ("vic/contacts/vendors",),
    "V-57",
)
SILENCE: Final = noted(
    "what-the-page-does-not-say",
    "Levels of impact, kinds of review and times to investigate stand not on the page. What of them?",
    "They are taken from the sources that name them, each cited; what no source names is said to be missing.",
    "There are none.",
    "The page is a summary.",
    ("vic/current-policy/content", "vic-news-2025/investigation/28-business-days"),
    "V-58",
)
