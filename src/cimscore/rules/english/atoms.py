"""Sentence of a predicate, with the things in its places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import Any, Final

from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import Compared, Condition, Same
from cimscore.rules.conditions.predicates import Defined, Relation
from cimscore.rules.conditions.sentences import MarkedText
from cimscore.rules.conditions.things import Variable
from cimscore.rules.english.nouns import listed_words, quoted, spaced, with_article
from cimscore.rules.english.questions import answer_sentence, statement_of
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import Conclusion, RecordKind, Topic
from cimscore.rules.rows.editions import Covers
from cimscore.rules.rows.questions import Answered, DecidedAt, GroupedWith, Question, Reading
from cimscore.rules.rows.tables import Table

Places = Mapping[str, Any]
Atom = tuple[MarkedText, Places]

_STATES: Final[Mapping[str, str]] = {
    "owed": "[is] owed",
    "begun": "[has|has not] begun",
    "barred": "[is] barred",
    "waiting": "[waits] for its beginning",
    "running": "[is] still in time",
    "met": "[was] done in time",
    "met-late": "[was] done too late",
    "overdue": "[is] overdue",
    "not-counted": "[has] no day that can be counted",
}


def atom_of(condition: Condition) -> Atom:
    """Return the sentence of a condition that asks a single thing, and the term in each of its places."""
    match condition:
        case Holds(predicate=predicate, terms=terms):
            return sentence_of(predicate, terms)
        case Compared(comparison=comparison, terms=terms):
            return MarkedText(comparison.says), _by_position(terms)
        case Same(one=one, other=other):
            first, second = sorted((one, other), key=str)
            return MarkedText("{0} [is] {1}"), {"0": first, "1": second}
        case _:
            raise condition_error(condition)


def condition_error(condition: Condition) -> TypeError:
    """Return the error of a condition that asks more than a single thing."""
    return TypeError(f"{condition.text} asks more than a single thing")


@singledispatch
def sentence_of(predicate: Predicate, terms: Sequence[Any]) -> Atom:
    """Return the sentence of a predicate, with its verb marked, and the term in each of its places.

    Args:
        predicate: What is asked.
        terms: Of which things: variables, constants or names.
    """
    places = ", ".join(f"{{{place}}}" for place in range(len(terms)))
    return MarkedText(f"{quoted(predicate.key)} [holds] for {places or 'the case'}"), _by_position(terms)


@sentence_of.register
def _(predicate: Relation, terms: Sequence[Any]) -> Atom:
    return MarkedText(predicate.says), _by_position(terms)


@sentence_of.register
def _(predicate: Defined, terms: Sequence[Any]) -> Atom:
    return MarkedText(predicate.says), _by_name(predicate.things, terms)


@sentence_of.register
def _(predicate: Conclusion, terms: Sequence[Any]) -> Atom:
    places = _by_name(predicate.things, terms)
    if predicate.topic is not Topic.DUTIES or not {"act", "detail"} <= places.keys():
        return MarkedText(predicate.says), places
    about = listed_words([f"{{{name}}}" for name in places if name not in {"act", "detail"}]) or "the case"
    detail = "" if terms[-1] == "" else " ({detail})"
    return MarkedText(f"the duty {{act}}{detail} [is] owed for {about}"), places


@sentence_of.register
def _(predicate: Question, terms: Sequence[Any]) -> Atom:  # type: ignore[type-arg]
    places = {**_things(predicate, terms[:-1]), "*": terms[-1]}
    stated = statement_of(predicate) if terms[-1] is True else None
    return stated or answer_sentence(predicate, "the answer to", "[is] {*}"), places


@sentence_of.register
def _(predicate: DecidedAt, terms: Sequence[Any]) -> Atom:
    places = {**_things(predicate.question, terms[:-1]), "*": terms[-1]}
    return answer_sentence(predicate.question, "the answer to", "[was] given at {*}"), places


@sentence_of.register
def _(predicate: Answered, terms: Sequence[Any]) -> Atom:
    return answer_sentence(predicate.question, "the question", "[is] answered"), _things(predicate.question, terms)


@sentence_of.register(GroupedWith)
def _(_predicate: GroupedWith, terms: Sequence[Any]) -> Atom:
    return MarkedText("{0} [is] {1}, or comes before it in its group"), _by_position(terms)


@sentence_of.register
def _(predicate: Reading, terms: Sequence[Any]) -> Atom:  # type: ignore[type-arg]
    return MarkedText(f"the unclear point {quoted(spaced(predicate.id))} [is] read as {{*}}"), {"*": terms[0]}


@sentence_of.register
def _(predicate: Table, terms: Sequence[Any]) -> Atom:  # type: ignore[type-arg]
    return MarkedText(f"the table {quoted(predicate.title)} [gives] {{1}} for {{0}}"), _by_position(terms)


@sentence_of.register
def _(predicate: RecordKind, terms: Sequence[Any]) -> Atom:
    return MarkedText(f"{{0}} [is] {with_article(spaced(predicate.name))}"), _by_position(terms)


@sentence_of.register(Covers)
def _(_predicate: Covers, terms: Sequence[Any]) -> Atom:
    return MarkedText("the edition {2} of {0} [covers] {1}"), _by_position(terms)


@sentence_of.register
def _(predicate: ClockPart, terms: Sequence[Any]) -> Atom:
    clock = predicate.clock
    names = listed_words([f"{{{place}}}" for place in range(len(clock.things))])
    about = f" for {names}" if names else ""
    act = f"the act {quoted(clock.what)}{about}"
    last = f"{{{len(clock.things)}}}"
    ends = {"due": f"[is] due by {last}", "done": f"[was] done at {last}", "forecast": f"[is] expected by {last}"}
    return MarkedText(f"{act} {ends.get(predicate.name) or _STATES[predicate.name]}"), _by_position(terms)


def _by_position(terms: Sequence[Any]) -> Places:
    return {str(place): term for place, term in enumerate(terms)}


def _by_name(things: Sequence[Variable], terms: Sequence[Any]) -> dict[str, Any]:
    return {thing.name: term for thing, term in zip(things, terms, strict=True)}


def _things(question: Question[Any], terms: Sequence[Any]) -> dict[str, Any]:
    return _by_name(question.things, terms)
