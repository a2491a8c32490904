"""Single statements and denials of a condition, in words that fit their place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import Condition, Not, Same
from cimscore.rules.conditions.predicates import Relation
from cimscore.rules.conditions.sentences import MarkedText, Pieces, Slot
from cimscore.rules.conditions.things import Attribute, Variable
from cimscore.rules.english.atoms import Places, atom_of
from cimscore.rules.english.lines import TextSpan
from cimscore.rules.english.nouns import noun_of
from cimscore.rules.english.scope import Scope
from cimscore.rules.english.shapes import is_positive

_SMALL: Final = (
    "in|of|at|on|to|for|by|with|from|than|about|as|since|within|without|after|before|while|is|are|was|were|has|have|be|"
    "that|who|whom|which|whose|where|when|what|whether|and|or"
)
_NOUN_BEFORE: Final = re.compile(rf"\b(?:the|a|an) (?:(?!(?:{_SMALL})\b)[\w-]+ ){{1,2}}$")
_UNSAFE: Final = re.compile(
    r"\b(who|whom|whose|that|which|what|where|when|while|until|because|if|than|not|no|never|nobody|none|without|neither|"
    r"every|each|all|only|fewer|alone|whether)\b|‘"
)
_FILLED: Final = "(it)"
_QUOTED: Final = re.compile(r"‘[^’]*’")


def single(condition: Condition, scope: Scope) -> TextSpan:
    """Return a condition that states or denies a single thing, in words.

    Args:
        condition: The condition.
        scope: What has been spoken of.
    """
    denied = isinstance(condition, Not)
    core = condition.part if isinstance(condition, Not) else condition
    marked, places = atom_of(core)
    return TextSpan(said_of(marked.pieces(denied=denied), places, scope), link=_link(core))


def subject_of(condition: Condition) -> Variable | None:
    """Return the variable that is the whole subject of a condition that states or denies a single thing, if one is."""
    core = condition.part if isinstance(condition, Not) else condition
    marked, places = atom_of(core)
    if len(marked.subject) != 2 or marked.subject[1] != " " or isinstance(marked.subject[0], str):
        return None
    term = places.get(marked.subject[0].name)
    return term if isinstance(term, Variable) else None


def none_of(condition: Condition, scope: Scope) -> TextSpan:
    """Return a denial by "no" or "any" of the things that are new in a condition: "it happened in no other home"."""
    marked, places = atom_of(condition)
    pieces = marked.pieces(denied=marked.opens_indefinite)
    if marked.opens_indefinite:
        scope.deny()
    return TextSpan(said_of(pieces, places, scope), link=_link(condition))


def said_of(pieces: Pieces, places: Places, scope: Scope) -> str:
    """Return the pieces of a sentence, its places filled.

    Args:
        pieces: The pieces.
        places: The term in each place; a place of a thing's attribute takes that of its term.
        scope: What has been spoken of.
    """
    text = before = ""
    for piece in pieces:
        if isinstance(piece, str):
            text, before = text + piece, before + piece
        else:
            term = _term(piece.name, places)
            bare = _stands_bare(before, term)
            if not bare:
                text = _without_own_noun(text, term)
            text += scope.mention(term, bare=bare)
            before += _FILLED
    return text


def _stands_bare(before: str, term: Any) -> bool:
    """Return True behind "the subject …", where a thing is named without an article of its own."""
    return bool(_NOUN_BEFORE.search(before)) and _without_own_noun(before, term) == before


def _without_own_noun(text: str, term: Any) -> str:
    """Return a text without a last "the edition" before an edition, which brings its own."""
    if not isinstance(term, Variable):
        return text
    return text.removesuffix(f"the {noun_of(term).rpartition(' ')[2]} ")


def _term(name: str, places: Places) -> Any:
    if name in places:
        return places[name]
    thing, _, attribute = name.partition(".")
    term = places[thing]
    return Attribute(term, attribute, Variable) if isinstance(term, Variable) else getattr(term, attribute)  # type: ignore[arg-type]


def _link(condition: Condition) -> str:
    predicate: Predicate | None = condition.predicate if isinstance(condition, Holds) else None
    return "" if predicate is None or isinstance(predicate, Relation) else predicate.key


def brought_in(condition: Condition, things: Iterable[Variable]) -> frozenset[Variable]:
    """Return the things that a condition can mention for the first time in its place: "a concern".

    Args:
        condition: A condition.
        things: Variables that have not been mentioned.
    """
    if not is_positive(condition) or isinstance(condition, Same):
        return frozenset()
    marked, places = atom_of(condition)
    return frozenset(thing for thing in things if _is_plain(marked, places, thing))


def can_deny(condition: Condition, things: Iterable[Variable]) -> bool:
    """Return True if "no" before the first of some new things denies a condition that states a single thing."""
    new = set(things)
    if not new <= brought_in(condition, new):
        return False
    marked, places = atom_of(condition)
    if marked.opens_indefinite:
        return marked.template.startswith(("a ", "an ", "another ", "any ", "some"))
    subject = marked.subject
    in_subject = [place for place in subject if isinstance(place, Slot) and _variable(place.name, places) in new]
    return not in_subject or (subject[0] == in_subject[0] and "," not in "".join(map(str, subject[1:])))


def _is_plain(marked: MarkedText, places: Places, thing: Variable) -> bool:
    before = ""
    for piece in marked.pieces():
        if isinstance(piece, str):
            before += piece
        elif _variable(piece.name, places) == thing:
            plain = not _UNSAFE.search(_QUOTED.sub("", before).replace(_FILLED, ""))
            return plain and not _stands_bare(before, thing)
        else:
            before += _FILLED
    return False


def _variable(name: str, places: Places) -> Any:
    term = places.get(name, places.get(name.partition(".")[0]))
    return term.record if isinstance(term, Attribute) else term
