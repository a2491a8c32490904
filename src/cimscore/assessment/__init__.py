"""The decision as a value: what is certain, what is provisional and on which question, what is owed and open.

What is decided
    `assess` gives an `Assessment` with a `Decision` for each program, and `NoProgramError` refuses a case that
    names none. `decided_by_each` gives the same decisions, each with the run behind it for explanations;
    `decided_under` one of them, under one program. `decide_case` gives a decision alone, of a program without a
    rulebook; `tells_of_later` whether one at some moment leaves something out. A decision has a `DecisionState`, a
    `DecidedConclusion`, `Duty`, `DecidedClock`, `OpenPoint` (whose bounds tell what is `Brought`), `Perhaps`,
    `Law`, `Denied`, `Unplaced` or `Reservation` for each thing told, and a `Standing` with each. `Words`,
    `words_for` and `names_in` are the words of a program for its things.
What it is told by
    `first_page` and `page_of` give a page of `Section`, `PageLine` and `More`; `only_record` narrows it to one
    record, and `soonest_first` orders programs.
Why, and what if
    `explanations_of` gives an `Explanation` with its `Doubt`, `Near` and `Failing` parts; `possible_of` a
    `Possible` with each `Possibility`, and `what_to_write` how to answer. `sensitivity_of` gives each
    `Sensitivity`, and `difference` what is a `Difference` of two decisions.
Documents
    `assessment_document`, `document_of`, `due_list`, `trace_of` and `traced` give plain values;
    `assessment_schema` and `due_list_schema` their schemas.
"""

from cimscore.assessment.assessing import Assessment, NoProgramError, assess, decided_by_each, decided_under
from cimscore.assessment.by_then import tells_of_later
from cimscore.assessment.decision.duty import Duty
from cimscore.assessment.decision.near import Failing, Near, Unplaced
from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.undecided import Brought, Law, OpenPoint, Perhaps, Reservation
from cimscore.assessment.decision.value import DecidedClock, DecidedConclusion, Decision, DecisionState, Denied
from cimscore.assessment.decision.words import Words, names_in, words_for
from cimscore.assessment.documents.document import assessment_document, document_of
from cimscore.assessment.documents.due_list import due_list
from cimscore.assessment.documents.schema import assessment_schema, due_list_schema
from cimscore.assessment.documents.trace import trace_of, traced
from cimscore.assessment.explaining import Doubt, Explanation, explanations_of
from cimscore.assessment.making import decide_case
from cimscore.assessment.one_record import only_record
from cimscore.assessment.page import More, PageLine, Section, first_page, page_of, soonest_first
from cimscore.assessment.questions.comparing import Difference, difference
from cimscore.assessment.questions.possible import Possibility, Possible, possible_of
from cimscore.assessment.questions.sensitivity import Sensitivity, sensitivity_of
from cimscore.assessment.questions.supplying import what_to_write

__all__ = [
    "Assessment",
    "Brought",
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
    "Perhaps",
    "Possibility",
    "Possible",
    "Reservation",
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
    "due_list",
    "due_list_schema",
    "explanations_of",
    "first_page",
    "names_in",
    "only_record",
    "page_of",
    "possible_of",
    "sensitivity_of",
    "soonest_first",
    "tells_of_later",
    "trace_of",
    "traced",
    "what_to_write",
    "words_for",
]
