"""Questions, unclear points and tables in plain English: what a rule reads besides the case."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from typing import Any, Final

from cimscore.calendars.words import date_in_words
from cimscore.policy import Row
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.sentences import pieces_of
from cimscore.rules.english.lines import Line, TextSpan, as_sentence, as_sentences, plain
from cimscore.rules.english.modals import actor
from cimscore.rules.english.nouns import constant, listed_words, quoted, spaced
from cimscore.rules.english.questions import parted
from cimscore.rules.english.rules import followed
from cimscore.rules.english.scope import Scope, Style
from cimscore.rules.english.singles import said_of
from cimscore.rules.rows.questions import Question, Reading
from cimscore.rules.rows.tables import Table

_KINDS: Final = {
    "Moment": "a moment",
    "date": "a day",
    "int": "a number",
    "str": "a word",
    "tuple": "groups of homes",
    "Person": "a person",
    "Household": "a home",
    "Concern": "a concern",
    "File": "a record on file",
}

_FEW: Final = 5
"""So many answers stand in one line; more of them in a list."""


def question_lines(question: Question[Any]) -> tuple[Line, ...]:
    """Return a question: what is asked, who decides, the possible answers, the working answer and its reason."""
    return as_sentences(_question(question))


def asked_lines(question: Question[Any]) -> tuple[Line, ...]:
    """Return what is asked, and in a line of its own what explains it."""
    return as_sentences(_asked(question, Scope.of(question.things)))


def _asked(question: Question[Any], scope: Scope) -> Iterator[Line]:
    places = {thing.name: thing for thing in question.things}
    asked, explained = parted(question)
    yield Line((TextSpan(said_of(pieces_of(asked), places, scope), strong=True),))
    if explained:
        yield plain(said_of(pieces_of(explained), places, scope))


def _question(question: Question[Any]) -> Iterator[Line]:
    scope = Scope.of(question.things)
    yield from _asked(question, scope)
    if question.decided_by:
        weighed = tuple(plain(point) for point in question.weigh)
        yield plain(f"{actor(question.decided_by)} decides{', and weighs:' if weighed else ''}", *weighed)
    yield _answers(question)
    for answer, condition in question.ruled_out.items():
        cannot = (TextSpan(f"{constant(answer)} is no answer if "),)
        yield from followed(cannot, condition, Scope.of(question.things))
    if isinstance(question.among, Condition):
        yield from followed((TextSpan("an answer comes into question if "),), question.among, scope)
    yield from _working(question, Scope.of(question.things))
    if isinstance(question.unless, Condition):
        asked = (TextSpan("it is asked all the same if "),)
        yield from followed(asked, question.unless, Scope.of(question.things))
    if isinstance(question.beside, Condition):
        asked = (TextSpan("it is asked too if another answer is given about one of whom this holds: "),)
        yield from followed(asked, question.beside, Scope.of(question.things))


def _answers(question: Question[Any]) -> Line:
    options = question.options
    if question.answers is bool:
        return plain("the answer is yes or no")
    if options and issubclass(question.answers, enum.Enum):
        if len(options) > _FEW:
            return plain("the answer is one of these:", *(plain(constant(option)) for option in options))
        return plain(f"the answer is {listed_words([constant(option) for option in options], 'or')}")
    kind = _KINDS.get(question.answers.__name__, spaced(question.answers.__name__))
    if len(options) > _FEW:
        return plain(f"the answer is {kind}, such as:", *(plain(constant(option)) for option in options))
    among = f", such as {listed_words([constant(option) for option in options], 'or')}" if options else ""
    return plain(f"the answer is {kind}{among}")


def _working(question: Question[Any], scope: Scope) -> Iterator[Line]:
    if question.working is None:
        return
    until = "unless somebody says otherwise" if question.granted else "until it is answered"
    if isinstance(question.working, Condition):
        yield from followed((TextSpan(f"{until}, {_worked_with(question, scope)} "),), question.working, scope)
    else:
        otherwise = ", or the first of the others where that is none" if question.ruled_out else ""
        yield plain(f"{until}, the answer is {constant(question.working)}{otherwise}")
    for earlier in question.no_sooner_than:
        yield plain(f"it is never sooner than the answer to {quoted(spaced(earlier.id))}, and each bounds the other")
    yield plain(f"the reason: {question.why}")


def _worked_with(question: Question[Any], scope: Scope) -> str:
    """Return the words before the condition of a working answer; the answer itself is spoken of as given."""
    if question.answers is bool:
        return "the answer is yes if"
    if question.member is None:
        return "the answer is one for which"
    scope.bind([question.member], Style.GIVEN)
    up_to = "no later than " if question.at_the_latest else ""
    return f"the answer is {up_to}{scope.mention(question.member)} for which"


def reading_lines(reading: Reading[Any]) -> tuple[Line, ...]:
    """Return an unclear point: the question, every reading, and the one taken with its reason."""
    readings = tuple(plain(f"{constant(member)}: {words}") for member, words in reading.readings.items())
    lines = [
        Line((TextSpan(reading.question, strong=True), TextSpan(f" ({quoted(spaced(reading.id))})")), readings),
        plain(f"we read it as {constant(reading.taken)}: {reading.because}"),
    ]
    if reading.under is not None:
        other, member = reading.under
        point = f"{quoted(spaced(other.id))} is read as {constant(member)}"
        lines.append(plain(f"it matters only where the unclear point {point}"))
    return as_sentences(lines)


def table_lines(table: Table[Any, Any]) -> tuple[Line, ...]:
    """Return a table, a line to a row."""
    return (as_sentence(Line((TextSpan(f"{table.title}:"),), tuple(row_line(row) for row in table.rows))),)


def row_line(row: Row[Any, Any]) -> Line:
    """Return one line of a table: "24 hours for a 24-hour response", with the dates between which it applies."""
    since, until = getattr(row, "since", None), getattr(row, "until", None)
    from_day = f", from {_beginning(since)} on" if since else ""
    to_day = f", until {_beginning(until)}" if until else ""
    return plain(f"{_value(row.value)} for {_value(row.key)}{from_day}{to_day}")


def _beginning(date: dt.date | str) -> str:
    return f"the edition {date}" if isinstance(date, str) else date_in_words(date)


def _value(value: Any) -> str:
    if isinstance(value, tuple | frozenset):
        return listed_words(sorted(constant(member) for member in value)) if value else "none"
    return constant(value)
