"""The decision as a value: what is certain, what is provisional and on which question, what is owed and open."""

from cimscore.assessment.assessing import Assessment, NoProgramError, assess, decided_by_each, decided_under
from cimscore.assessment.comparing import Difference, difference
from cimscore.assessment.document import assessment_document, document_of
from cimscore.assessment.explaining import Doubt, Explanation, explanations_of
from cimscore.assessment.making import decide_case
from cimscore.assessment.near import Failing, Near, Unplaced
from cimscore.assessment.one_record import only_record
from cimscore.assessment.page import More, PageLine, Section, first_page, page_of
from cimscore.assessment.possible import Possibility, Possible, possible_of
from cimscore.assessment.schema import assessment_schema, due_list_schema
from cimscore.assessment.sensitivity import Sensitivity, sensitivity_of
from cimscore.assessment.supplying import what_to_write
from cimscore.assessment.trace import trace_of, traced
from cimscore.assessment.undecided import Law, OpenPoint
from cimscore.assessment.value import (
    DecidedClock,
    DecidedConclusion,
    Decision,
    DecisionState,
    Denied,
    Duty,
    Standing,
)
from cimscore.assessment.words import Words, words_for

__all__ = [
    "Assessment",
    "DecidedClock",
    "DecidedConclusion",
    "Decision",
    "DecisionState",
    "Denied",
    "Difference",
    "Doubt",
    "Duty",
    "Explanation",
    "Failing",
    "Law",
    "More",
    "Near",
    "NoProgramError",
    "OpenPoint",
    "PageLine",
    "Possibility",
    "Possible",
    "Section",
    "Sensitivity",
    "Standing",
    "Unplaced",
    "Words",
    "assess",
    "assessment_document",
    "assessment_schema",
    "decide_case",
    "decided_by_each",
    "decided_under",
    "difference",
    "document_of",
    "due_list_schema",
    "explanations_of",
    "first_page",
    "only_record",
    "page_of",
    "possible_of",
    "sensitivity_of",
    "trace_of",
    "traced",
    "what_to_write",
    "words_for",
]
