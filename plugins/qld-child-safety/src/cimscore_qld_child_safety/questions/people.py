"""What is asked about children and those who protect them."""

from __future__ import annotations

from cimscore.rules import Household, Person, PersonAt, Question
from cimscore_qld_child_safety.words import OFFICER

RELATE = Question(
    id="concerns-relate",
    about=PersonAt,
    text="Do the concerns relate to this child too, in this household?",
    answers=bool,
    decided_by=OFFICER,
    weigh=("the information received", "the family's history", "cumulative harm", "harm that cannot be observed"),
    cites=("qld/subject-or-other/concerns-relate", "qld/subject-or-other/lives-there-not-concerned"),
)

PROTECTIVE = Question(
    id="protective-parent",
    about=Person,
    text="Does this child have a parent who is able and willing to keep them safe from now on?",
    answers=bool,
    cites=("qld/subject-or-other/present-not-resident", "qld/record-notification/visiting-child"),
)

WHOSE_PROTECTION = Question(
    id="whose-protection",
    about=Person,
    text="In which household is it in question whether a parent is able and willing to protect this child?",
    answers=Household,
    decided_by=OFFICER,
    weigh=("each parent's ability to protect", "each parent's willingness to protect"),
    cites=("qld/subject-or-other/self-placed-protection",),
)
