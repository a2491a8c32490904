"""Duties in plain English, in the order of the work: under what condition, who does what."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Value, Variable
from cimscore.rules.english.lines import Line, TextSpan, as_sentences, plain, words_in
from cimscore.rules.english.modals import must_do
from cimscore.rules.english.nouns import listed_words, quoted, spaced
from cimscore.rules.english.phrases import phrased
from cimscore.rules.english.rules import LONGEST, bring_in, followed
from cimscore.rules.english.scope import Scope, Style
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow
from cimscore.rules.rows.duties import Duties, DutyWords


def duties_lines(duties: Duties) -> tuple[Line, ...]:
    """Return the duties about one kind of thing, in the order of the work. Neighbours with one condition share it.

    Args:
        duties: The duties.
    """
    scope = Scope.of(duties.things, Style.HEAD)
    about = listed_words([scope.mention(thing) for thing in duties.things]) or "the case"
    lines = [plain(f"for {about}, in the order of the work:")]
    for _, rows in itertools.groupby(duties.conclusion.rows, key=lambda row: row.condition.text):
        lines += _owed(list(rows), duties.things)
    return as_sentences(lines)


def row_lines(conclusion: Conclusion, row: ConclusionRow) -> tuple[Line, ...]:
    """Return one duty: under what condition, who does what.

    Args:
        conclusion: The conclusion that its duties are.
        row: Its row.
    """
    return as_sentences(_owed([row], conclusion.things[:-2]))


def _owed(rows: Sequence[ConclusionRow], things: tuple[Variable, ...]) -> Iterator[Line]:
    """Yield the duties of rows with one condition. A short condition joins the line; a long one has its own list."""
    scope = Scope.of(things)
    scope.bind([detail for row in rows if isinstance(detail := row.head[-1], Value)], Style.GIVEN)
    when, unless = rows[0].when, rows[0].unless
    lead = _in_one_line(when, unless, scope)
    acts = tuple(act_line(row, scope) for row in rows)
    if lead is None:
        yield from followed((TextSpan("if "),), when, scope)
        if unless is not None:
            yield from followed((TextSpan("unless", strong=True), TextSpan(" ")), unless, scope)
        yield Line((TextSpan("This is owed:" if len(acts) == 1 else "These are owed:"),), acts)
    elif len(acts) == 1 and not acts[0].below and words_in((*lead.spans, *acts[0].spans)) <= LONGEST:
        yield Line((*lead.spans, TextSpan(", "), *acts[0].spans))
    else:
        yield Line((*lead.spans, TextSpan(", this is owed:" if len(acts) == 1 else ", these are owed:")), acts)


def _in_one_line(when: Condition, unless: Condition | None, scope: Scope) -> Line | None:
    before = scope.state
    line = phrased(bring_in(when, scope), scope, room=LONGEST).led_by(TextSpan("if "))
    if unless is not None:
        exception = phrased(unless, scope, room=LONGEST)
        spans = (*line.spans, TextSpan(", "), TextSpan("unless", strong=True), TextSpan(" "), *exception.spans)
        line = Line(spans, (*line.below, *exception.below))
    if line.below or line.words > LONGEST - 3:
        scope.restore(before)
        return None
    return line


def act_line(row: ConclusionRow, scope: Scope) -> Line:
    """Return who does what by the row of a duty.

    Args:
        row: The row.
        scope: What has been spoken of.
    """
    words: DutyWords = row.notes
    says = must_do(words.by, words.modal, words.what)
    beside = [words.recipient] if words.to else []
    beside += [f"after {quoted(spaced(words.after))}"] if words.after else []
    detail = row.head[-1]
    named = scope.mention(detail) if detail else ""
    if "{}" in f"{says}{beside}":
        says, beside = says.replace("{}", named), [note.replace("{}", named) for note in beside]
    elif named:
        says = f"{says}: {named}"
    short = f"{says} ({', '.join(beside)})" if beside else says
    if len(short.split()) <= LONGEST:
        return Line((TextSpan(short, link=f"duty:{words.act}"),))
    return Line((TextSpan(says, link=f"duty:{words.act}"),), tuple(map(plain, beside)))
