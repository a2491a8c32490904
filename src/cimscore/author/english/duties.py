"""Duties in plain English, in the order of the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cimscore.author.conclusions import Conclusion, ConclusionRow
from cimscore.author.conditions import And, Condition
from cimscore.author.duties import Duties, DutyWords
from cimscore.author.english.lines import Line, Span, Spans, as_sentence, plain
from cimscore.author.english.modals import must_do
from cimscore.author.english.nouns import listed_words, quoted, spaced
from cimscore.author.english.rules import followed
from cimscore.author.english.scope import Scope, Style
from cimscore.author.things import Value, Variable


def duties_lines(duties: Duties) -> tuple[Line, ...]:
    """Return what is owed for one kind of thing: what all of its lines share first, then each line.

    Args:
        duties: The duties.
    """
    rows = duties.conclusion.rows
    if not rows:
        return ()
    shared = _shared(rows)
    scope = Scope.of(duties.things, Style.HEAD)
    about = listed_words([scope.mention(thing) for thing in duties.things]) or "the case"
    lead: Spans = (Span(f"For {about}, in the order of the work"),)
    above = (as_sentence(followed((*lead, Span(", if ")), shared, scope)),) if shared else ()
    opening = plain("These are owed:") if shared else Line((*lead, Span(":")))
    below = tuple(line for row in rows for line in _duty(row, duties.things, shared))
    return *above, Line(opening.spans, below)


def row_lines(conclusion: Conclusion, row: ConclusionRow) -> tuple[Line, ...]:
    """Return one duty with all of its condition.

    Args:
        conclusion: The conclusion that its duties are.
        row: Its row.
    """
    return tuple(as_sentence(line) for line in _duty(row, conclusion.things[:-2], None, level=0))


def _shared(rows: Sequence[ConclusionRow]) -> Condition | None:
    """Return what every row asks; None where they share nothing."""
    parts = [{part.text: part for part in _parts(row.when)} for row in rows]
    common = sorted(set.intersection(*(set(each) for each in parts)))
    together: Condition | None = None
    for text in common:
        together = parts[0][text] if together is None else together & parts[0][text]
    return together


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, And) else (condition,)


def _rest(row: ConclusionRow, shared: Condition | None) -> Condition | None:
    """Return what a row asks beside what all share."""
    known = {part.text for part in _parts(shared)} if shared else set()
    rest = [part for part in _parts(row.when) if part.text not in known]
    return None if not rest else rest[0] if len(rest) == 1 else And(tuple(rest))


def _duty(row: ConclusionRow, things: tuple[Variable, ...], shared: Condition | None, level: int = 1) -> Iterator[Line]:
    scope = Scope.of(things)
    words: DutyWords = row.notes
    says = Span(_says(words, row.head[-1], scope), link=f"duty:{words.act}")
    rest = _rest(row, shared)
    yield Line((says,)) if rest is None else followed((says, Span(", if ")), rest, scope, level)
    if row.unless is not None:
        act = Span(f"this is not owed ({quoted(spaced(words.act))}) if ")
        yield followed((act,), row.unless, scope, level)


def _says(words: DutyWords, detail: object, scope: Scope) -> str:
    says = must_do(words.by, words.modal, words.what)
    if words.to:
        says += f", to {words.to}"
    if words.after:
        says += f", after {quoted(spaced(words.after))}"
    if isinstance(detail, Value):
        scope.bind([detail], Style.GIVEN)
    named = scope.mention(detail)
    return says.replace("{}", named) if "{}" in says or not detail else f"{says} ({named})"
