"""The interview: what to ask next about a case, and each answer written into its document.

`next_questions` gives the open questions of a case as `Asked`, those that decide most first, each with its `Choice`
answers, who can answer and its clauses. `puts_for` reads what somebody answers, and `answered` writes it into the text
of the document; `NotAnAnswerError` says why something is no answer. A `Sitting` does all of it, question by question.
"""

from cimscore.interview.answering import NotAnAnswerError, answered, puts_for
from cimscore.interview.asking import Asked, Choice, next_questions
from cimscore.interview.sitting import Sitting

__all__ = ["Asked", "Choice", "NotAnAnswerError", "Sitting", "answered", "next_questions", "puts_for"]
