"""The interview: what to ask next about a case, and each answer written into its document.

`next_questions` gives each `OpenQuestion` of a case, those that decide most first, with each `PossibleAnswer`, who can
answer and the clauses; `plain_question` gives one as plain values. `puts_for` reads what somebody answers, and
`answered` writes it into the text of the document; `NotAnAnswerError` says why something is no answer. A `Sitting` does
all of it, question by question.
"""

from cimscore.interview.answering import NotAnAnswerError, answered, puts_for
from cimscore.interview.asking import OpenQuestion, PossibleAnswer, next_questions, plain_question
from cimscore.interview.sitting import Sitting

__all__ = [
    "NotAnAnswerError",
    "OpenQuestion",
    "PossibleAnswer",
    "Sitting",
    "answered",
    "next_questions",
    "plain_question",
    "puts_for",
]
