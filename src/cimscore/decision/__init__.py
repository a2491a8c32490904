"""The decision as a value: what is certain, what is provisional and on which question, what is owed and open."""

from cimscore.decision.document import document_of
from cimscore.decision.making import decide_case
from cimscore.decision.page import first_page
from cimscore.decision.value import Clock, Conclusion, Decision, Law, OpenPoint, Standing, State

__all__ = [
    "Clock",
    "Conclusion",
    "Decision",
    "Law",
    "OpenPoint",
    "Standing",
    "State",
    "decide_case",
    "document_of",
    "first_page",
]
