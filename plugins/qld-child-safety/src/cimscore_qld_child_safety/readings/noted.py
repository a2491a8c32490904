"""Unclear points noted for the reader: the reading that the rules use, and the other possible meanings."""

from __future__ import annotations

from typing import Final

from cimscore.rules import noted

LIMITED_HARD_COPY: Final = noted(
    "limited-hard-copy",
    "Which of the two services keeps the form on paper?",
    "The one that received the information.",
    "Either, as they agree.",
    "The page names both and says no more.",
    ("qld/limited-intake/hard-copy", "qld/limited-intake/idocs"),
    "Q-04", "Q-05",
)  # fmt: skip
NO_NUMBER: Final = noted(
    "no-number-no-deadline",
    "Do 'immediately', 'monitor', 'collaborate', and steps without any time have a deadline?",
    "No: the word is kept and no number is made up for it.",
    "Yes, one taken from a neighbouring clause.",
    "An invented number would pass for policy.",
    (
        "qld/child-concern-report/police", "qld/child-concern-report/tell-the-case-officer",
        "qld/record-intake/watch-pending-tray", "qld/limited-intake/approval", "qld/intake-enquiry/approval",
        "qld/record-notification/centres-work-together", "qld/transfer/telephone", "qld/additional-concerns/approves",
        "qld/child-concern-report/tell-the-investigating-centre",
    ),
    "Q-06", "Q-07", "Q-24", "Q-38", "Q-46", "Q-50", "Q-60", "Q-71", "Q-75",
)  # fmt: skip
THE_HOUSEHOLD: Final = noted(
    "the-household",
    "Whose profiles does an event hold, when a child has two homes?",
    "Those of its own harm household, and the parents wherever they live.",
    "Those of every household of the child.",
    "Each notification is of one harm household; the other has its own, or is none.",
    ("qld/record-intake/person-profiles",),
    "Q-08", "Q-09", "Q-52",
)  # fmt: skip
WHO_ELSE_MATTERS: Final = noted(
    "who-else-matters",
    "Which people who live outside the household matter, so that a profile is made of them?",
    "Whoever a concern names, whoever brings up a subject child or lives where it happened, and each child "
    "who is a subject where a case note is made.",
    "Those whom the officer picks, case by case.",
    "Whoever is recorded can still be looked at and left; whoever is not is never seen again.",
    ("qld/record-intake/person-profiles",),
    "Q-10",
)
UNBORN: Final = noted(
    "unborn-child",
    "When is an unborn child recorded, under which name, and where do they live?",
    "Where the case names one: 'Unborn' with the mother's own surname, living where the mother lives.",
    "Always where someone is pregnant, with the words of the page as the surname.",
    "'Always' governs the name and 'if relevant' the profile; a name is no identifier, so twins have two ids.",
    ("qld/record-intake/unborn-profile", "qld/record-intake/unborn-name"),
    "Q-11", "Q-12", "Q-13", "Q-14",
)  # fmt: skip
ONE_ROLE: Final = noted(
    "one-role-each",
    "Is every child of an event a subject child or an other child?",
    "Yes, once, save for the adolescent who stands as parent in the event of the infant.",
    "No: a child may have both roles, or none.",
    "The exception is written out; a child who neither lives there nor was there has no role.",
    ("qld/record-intake/a-role-for-each-child", "qld/subject-or-other/infant-event"),
    "Q-15", "Q-27", "Q-36",
)  # fmt: skip
WHO_IS_A_CHILD: Final = noted(
    "who-is-a-child",
    "On which day does it count whether someone is a child?",
    "On the day of receipt; an age is reached as the birthday begins.",
    "On the day of the harm, or of the decision.",
    "It is the day on which the concerns are received that an event is made for.",
    ("qld/subject-or-other/subject-of-concerns",),
    "Q-16", "Q-26",
)  # fmt: skip
ADOLESCENT: Final = noted(
    "adolescent-and-infant",
    "Who is the adolescent, and who the infant?",
    "A person under 18 and the born child they are a parent of, both subjects of the concerns in the household.",
    "People of certain ages, or any young person beside a baby.",
    "The page names no age, and calls the adolescent the parent; an unborn child shares the mother's notification.",
    ("qld/subject-or-other/adolescent-and-infant",),
    "Q-29", "Q-96",
)  # fmt: skip
PRESENT: Final = noted(
    "present-when-harm-occurred",
    "What of a child who was there, does not live there, and has no parent who protects?",
    "Named by the concern: a subject child. Not named: it is decided whether the concerns relate to them.",
    "An other child all the same.",
    "A parent who protects is what makes such a child an other child.",
    ("qld/subject-or-other/present-not-resident",),
    "Q-28",
)  # fmt: skip
HARM_HOUSEHOLD_MEANING: Final = noted(
    "harm-household",
    "What is a harm household, and which is it for harm outside any household?",
    "Where it happened, save to one who chose to stay; else the home in which protection is in question.",
    "Only where it happened.",
    "The page never defines it; for young people who choose to stay, the place is not all.",
    ("qld/subject-or-other/lives-there-not-concerned", "qld/subject-or-other/self-placed-harm-household"),
    "Q-25", "Q-59", "Q-72",
)  # fmt: skip
TWO_FAMILIES: Final = noted(
    "two-families",
    "What is a family, where two of them share a household?",
    "What the case says; it is never inferred from a name or a tie.",
    "Whoever is related.",
    "A half-brother of both families would join them.",
    ("qld/subject-or-other/two-families",),
    "Q-30",
)  # fmt: skip
NOTIFIER_PROTECTION: Final = noted(
    "notifier-protection",
    "How can the notifier be named nowhere else, with profiles, attachments and a case note that tells of one?",
    "Nothing outside the field may link to it; attachments are as sensitive; a note says only that it is one.",
    "The notifier's own profile and messages are left out.",
    "A notifier may be a parent, and a parent has a profile; what is protected is who notified.",
    (
        "qld/record-intake/notifier-nowhere-else", "qld/record-intake/attachments",
        "qld/child-concern-report/case-note-notifier", "qld/record-intake/write-without-identifying",
    ),
    "Q-18", "Q-19", "Q-20", "Q-21", "Q-48",
)  # fmt: skip
WORDS_OF_JUDGEMENT: Final = noted(
    "words-of-judgement",
    "Who says what is relevant, applicable or clear?",
    "A person: such duties are always there, with the page's own condition in words.",
    "A rule.",
    "No clause says by what to tell.",
    (
        "qld/record-intake/other-actions", "qld/child-concern-report/pre-notification-check",
        "qld/record-notification/pre-notification-check", "qld/intake-enquiry/police", "qld/record-intake/history",
    ),
    "Q-03", "Q-22", "Q-37", "Q-47", "Q-74", "Q-86", "X-06", "X-07",
)  # fmt: skip
PAPER: Final = noted(
    "paper-file",
    "Whose paper file, with several subject children?",
    "Each subject child's.",
    "One of them.",
    "The page says the child's, and every subject child is one.",
    ("qld/record-intake/paper-file",),
    "Q-23",
)  # fmt: skip
COMBINE: Final = noted(
    "combine-or-new-event",
    "Are later concerns combined with a report not approved yet, or recorded in a new event?",
    "A new event is proposed, and the agreement with the intake service is asked for; either answer is honoured.",
    "Always a new event.",
    "The page says both; the box gives the ordinary course, and the liaison comes before it.",
    ("qld/child-concern-report/combine-or-separate", "qld/child-concern-report/later-concerns"),
    "Q-39", "Q-41",
)  # fmt: skip
DURING_INTERVENTION: Final = noted(
    "during-ongoing-intervention",
    "When is an intervention ongoing, and does a duplicate below the threshold become a case note?",
    "From its opening until it is closed on file; a duplicate becomes a child concern report in any case.",
    "By the dates of the order; a duplicate becomes a case note.",
    "What is on file can be checked; the page wants duplicates found again.",
    ("qld/child-concern-report/case-note", "qld/duplicates/information-and-advice"),
    "Q-49", "Q-51", "Q-90", "Q-91", "Q-92",
)  # fmt: skip
UNBORN_CATEGORY: Final = noted(
    "unborn-category",
    "Does the category unborn give a notification the priority of an unborn child?",
    "No: the shortest priority of all the concerns it carries holds.",
    "Yes: five or ten days.",
    "A category names a record; it must not delay the child who needs help within 24 hours.",
    ("qld/record-notification/category-unborn", "qld-commencement/commencement/unborn"),
    "Q-53", "Q-54",
)  # fmt: skip
CASE_BY_CASE: Final = noted(
    "one-matter",
    "When do several harm households need several notifications?",
    "Each has its own until the senior team leader groups them; a group carries all that its households would have.",
    "One, unless the senior team leader asks for more.",
    "Two homes with harm in both are the page's own example; what is proposed loses nothing.",
    ("qld/record-notification/more-than-one", "qld/record-notification/two-homes"),
    "Q-55", "Q-56", "Q-57",
)  # fmt: skip
DECISION_TO_RECORD: Final = noted(
    "decision-to-record",
    "Is the decision to record a notification the same as the decision that the threshold is met?",
    "Yes: one moment, the decision on the response, starts both clocks.",
    "No: approval ends the one and starts the other.",
    "Starting does not wait for approval, so no later moment can be meant.",
    ("qld/approve/24-hour", "qld-commencement/commencement/clock-starts", "qld/approve/does-not-delay"),
    "Q-62", "Q-63", "Q-64", "Q-65", "Q-68", "Q-69", "X-03", "X-11",
)  # fmt: skip
WHOSE_BUSINESS_DAY: Final = noted(
    "whose-business-day",
    "Whose business days count?",
    "Those of the place of the approver's office, since approving is done there.",
    "Those of the whole state, or of the harm household.",
    "A business day is one in the place where the thing is to be done.",
    ("qld-interpretation-act/s-36/business-day",),
    "Q-67", "X-05", "X-09",
)  # fmt: skip
TWO_PROCEDURES: Final = noted(
    "two-procedures",
    "Are the two lists for additional notified concerns one procedure?",
    "Yes: what either asks is owed.",
    "No: the second holds for an investigation under way.",
    "They are under one heading and do not exclude each other.",
    ("qld/additional-concerns/form", "qld/additional-concerns/form-content"),
    "Q-73", "Q-78", "Q-80", "Q-81", "Q-89",
)  # fmt: skip
RECORD_ALL: Final = noted(
    "record-all-or-not",
    "Are all concerns recorded, also those that ICMS must not hold?",
    "Yes, outside ICMS, where the senior team leader says.",
    "No.",
    "That ICMS must not hold them does not say that nothing does.",
    ("qld/duplicates/record-everything", "qld/no-identifying-information/not-in-icms"),
    "Q-85", "Q-87",
)  # fmt: skip
SAME_INCIDENT: Final = noted(
    "same-incident",
    "Who tells a duplicate from a further incident of the same kind, and when is its report approved?",
    "The officer says; its report is approved as any other.",
    "A rule compares the two; its report needs no approval.",
    "Nothing in a document proves that two accounts are of one incident.",
    ("qld/duplicates/what-is-a-duplicate", "qld/duplicates/information-and-advice"),
    "Q-88", "Q-94", "Q-95", "Q-61",
)  # fmt: skip
RELATIONSHIPS: Final = noted(
    "relationships-for-all",
    "Does every pair of people need a relationship, and may one be unknown?",
    "Everyone is tied to someone, and a tie may be entered as unknown.",
    "Every pair is entered.",
    "Most pairs of people in two families are nothing to each other.",
    ("qld/record-intake/relationships",),
    "Q-17", "X-08",
)  # fmt: skip
SYSTEM_NAMES: Final = noted(
    "system-names",
    "Do ICMS and iDOCS stand for whatever system is in use?",
    "They are kept as the page's own words.",
    "They mean the system of the day.",
    "The page names them although its history names another; a later edition has that other.",
    ("qld/record-intake/in-icms", "qld/limited-intake/idocs"),
    "Q-02", "X-12",
)  # fmt: skip
