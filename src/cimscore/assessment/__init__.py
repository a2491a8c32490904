"""The decision as a value: what is certain, what is provisional and on which question, what is owed and open."""

from cimscore.assessment.assessing import Assessment, NoProgramError, assess, decided_under
from cimscore.assessment.document import document_of
from cimscore.assessment.making import decide_case
from cimscore.assessment.page import first_page
from cimscore.assessment.value import Clock, Conclusion, Decision, Law, OpenPoint, Standing, State

__all__ = [
    "Assessment",
    "Clock",
    "Conclusion",
    "Decision",
    "Law",
    "NoProgramError",
    "OpenPoint",
    "Standing",
    "State",
    "assess",
    "decide_case",
    "decided_under",
    "document_of",
    "first_page",
]
