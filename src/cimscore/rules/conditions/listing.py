"""Things that a condition can list, given those already listed. A condition that lists all its things is safe."""

from __future__ import annotations

from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Condition, Not, Or, Same, Some, variables_of
from cimscore.rules.conditions.things import Attribute, Term, Variable

Known = frozenset[Variable]


def listed(condition: Condition, known: Known = frozenset()) -> Known:
    """Return every variable that is listed once a condition has been run, those known before included."""
    match condition:
        case Holds():
            return _listed_by_name(condition, known)
        case And(parts=parts):
            return _listed_together(parts, known)
        case Or(parts=parts):
            texts = [listed(part, known) for part in parts]
            # An alternative that lists nothing would leave the variable without a value.
            return frozenset.intersection(*texts)
        case Not(part=part):
            return _listed_by_denial(part, known)
        case Some(things=things, part=part):
            inner = known - set(things)
            return (listed(part, inner) - set(things)) | known
        case Same(one=one, other=other):
            # An equality binds in both directions, whichever side is known. A constant always is.
            return known | _bound(one, other, known) | _bound(other, one, known)
        case _:
            return known


def _listed_by_name(condition: Holds, known: Known) -> Known:
    predicate = condition.predicate
    needed = [term for place, term in enumerate(condition.terms) if place not in predicate.lists]
    if not variables_of(needed) <= known:
        return known
    attributes = [term for term in condition.terms if isinstance(term, Attribute)]
    if not variables_of(attributes) <= known:
        return known
    return known | condition.free


def _listed_together(parts: tuple[Condition, ...], known: Known) -> Known:
    """Return what parts list one after the other. A part can run once all its things are listed.

    An "and" or a "some" among them runs part by part, so that what lies between may list what the rest of it needs.
    """
    # One part may list what an earlier one needs, so go on until nothing is added.
    while True:
        grown = known
        for part in parts:
            reached = listed(part, grown)
            grown = reached if isinstance(part, And | Some) or part.free <= reached else grown
        if grown == known:
            return known
        known = grown


def _listed_by_denial(part: Condition, known: Known) -> Known:
    """Return what `~part` lists: something only where the part is made of denials. It is none itself: `~~a` is `a`."""
    match part:
        case Or(parts=parts):
            return _listed_together(tuple(~part for part in parts), known)
        case And(parts=parts):
            return frozenset.intersection(*(listed(~part, known) for part in parts))
        case _:
            return known


def _bound(side: Term, variable: Term, known: Known) -> Known:
    return frozenset({variable}) if isinstance(variable, Variable) and variables_of([side]) <= known else frozenset()


def unlisted(condition: Condition, known: Known = frozenset()) -> tuple[Variable, ...]:
    """Return the variables in a condition that nothing lists, including those inside each `some`."""
    reached = listed(condition, known)
    missing = set(condition.free - reached)
    for inner in _inner(condition):
        missing |= set(unlisted_things(inner, reached))
    return tuple(sorted(missing, key=lambda variable: variable.name))


def unlisted_things(condition: Some, known: Known) -> tuple[Variable, ...]:
    """Return the things of a `some` that nothing positive in it lists, given what is listed around it."""
    inner = (known | condition.free) - set(condition.things)
    reached = listed(condition.part, inner)
    missing = set(condition.things) - reached
    for deeper in _inner(condition.part):
        missing |= set(unlisted_things(deeper, reached))
    return tuple(sorted(missing, key=lambda variable: variable.name))


def _inner(condition: Condition) -> tuple[Some, ...]:
    match condition:
        case Some():
            return (condition,)
        case And(parts=parts) | Or(parts=parts):
            return tuple(found for part in parts for found in _inner(part))
        case Not(part=part):
            return _inner(part)
        case _:
            return ()
