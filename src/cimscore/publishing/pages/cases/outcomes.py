"""Outcomes: what leads to a record or a role, told from worked examples and the worlds next to them, and saying so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from cimscore.assessment import DecidedConclusion
from cimscore.assessment.decision.words import names_in
from cimscore.assessment.explaining import Explanation
from cimscore.case import discreet
from cimscore.ids import spelled
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.book.shown import ShownExample, whole_reasons
from cimscore.publishing.pages.cases.otherwise import WORLDS, what_changes_do
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import (
    Find,
    Page,
    Sheet,
    bullets,
    count,
    figure,
    folded,
    plain,
    table,
)
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.parts.english import English
from cimscore.publishing.pages.parts.reasons import reasons
from cimscore.publishing.pages.standing.force import band
from cimscore.publishing.pictures import draw, marks_of, picture_table_markdown
from cimscore.rules import RecordName
from cimscore.traceability.worlds.worlds import Outcome, World, outcomes_of

_SHOWN: Final = 8
_MOST_LINES: Final = 48

_NOT_ALL: Final = "Families differ in more than one thing at a time, so these are not all the families there can be."


@attrs.frozen(kw_only=True)
class _Told:
    """Sources of an outcome's page.

    Attributes:
        by: Examples with the outcome, each with its conclusions.
        worlds: Worlds next to the examples of its program.
    """

    by: Mapping[ShownExample, tuple[DecidedConclusion, ...]]
    worlds: tuple[World, ...]


def outcome_pages(book: Book) -> Iterator[Page]:
    """Yield the index of outcomes, and a page for each that a worked example or a world next to one comes to."""
    told = _told(book)
    sheet = Sheet(places.OUTCOMES, "Outcomes", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add("What the rules can come to, and what leads there in the worked examples and in the worlds next to them.")
    enumerated = any(shown.worlds for shown in book.shown)
    sheet.add(WORLDS if enumerated else "")
    for program in book.published:
        rows = [_row(sheet, book, outcome, told[outcome]) for outcome in sorted(told) if outcome.program == program.id]
        heads = ("Outcome", "Kind", "Examples", "Worlds")
        sheet.section(program.title, table(heads if enumerated else heads[:3], rows))
    yield sheet.page
    for outcome in sorted(told):
        yield _outcome(book, outcome, told[outcome])


def outcomes_with_pages(book: Book) -> frozenset[Outcome]:
    """Return every outcome that has a page."""
    return frozenset(_told(book))


def _place(outcome: Outcome) -> str:
    return places.outcome(outcome.program, outcome.topic, outcome.name)


def _told(book: Book) -> dict[Outcome, _Told]:
    reached: defaultdict[Outcome, dict[ShownExample, tuple[DecidedConclusion, ...]]] = defaultdict(dict)
    for shown in book.shown:
        for outcome, conclusions in outcomes_of(shown.decisions).items():
            reached[outcome][shown] = conclusions
        for outcome in {outcome for world in shown.worlds for outcome in world.reached}:
            reached.setdefault(outcome, {})
    worlds = {
        program: tuple(world for shown in book.shown for world in shown.worlds if program in world.programs)
        for program in book.programs
    }
    return {
        outcome: _Told(by=by, worlds=worlds[outcome.program])
        for outcome, by in reached.items()
        if outcome.program in worlds
    }


def _row(sheet: Sheet, book: Book, outcome: Outcome, told: _Told) -> tuple[str, ...]:
    link = sheet.link(book.spoken(outcome.name), _place(outcome))
    row = (link, plain(outcome.topic), str(len(told.by)))
    return (*row, _share(outcome, told)) if told.worlds else row


def _share(outcome: Outcome, told: _Told) -> str:
    """Return the number of worlds that have it, in words."""
    return f"{sum(outcome in world.reached for world in told.worlds):,} of {len(told.worlds):,}"


def _outcome(book: Book, outcome: Outcome, told: _Told) -> Page:
    sheet = Sheet(_place(outcome), f"What leads to: {book.spelled(outcome.name)}", kind="Outcome", find=Find.EARLY)
    title = book.program(outcome.program).title
    sheet.add(shared.trail(sheet, ("Outcomes", places.OUTCOMES), (title, places.program(outcome.program))))
    grounds, clauses = _grounds(outcome, told.by), book.some_clauses(book.running.clauses_of.get(outcome, ()))
    sheet.add(band(book, *grounds))
    sheet.add(shared.to_check(sheet, book, [*grounds, *(clause.id for clause in clauses)]))
    sheet.add(_rests_on(outcome, told), *_picture(sheet, told))
    sheet.section(
        "The rules that give it",
        *(_way(sheet, book, rule, those) for rule, those in grounds.items() if rule in book.rules),
    )
    sheet.section("What leads there in this family", *_why(sheet, book, _whole_reasons(book, outcome, told)))
    sheet.section("The clauses on the way", bullets(shared.clause_link(sheet, clause) for clause in clauses))
    rows = [(shared.example_link(sheet, shown), plain(_whom(shown, those))) for shown, those in told.by.items()]
    sheet.section("The examples that come to it", *_examples(rows))
    return sheet.section("What one change does", *what_changes_do(sheet, book, outcome, told.worlds)).page


def _examples(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the first of the examples, and the rest of them to unfold."""
    heads = ("Example", "For")
    yield table(heads, rows[:_SHOWN])
    yield folded(f"{len(rows) - _SHOWN} more", table(heads, rows[_SHOWN:]))


def _rests_on(outcome: Outcome, told: _Told) -> str:
    """Return the sources of the page, in words."""
    examples = f"This page is told from {count(len(told.by), 'worked example')} in which it is so"
    if not told.worlds:
        return f"{examples}, not from every family there can be."
    opening = f"{examples}, and from" if told.by else "No worked example comes to it. This page is told from"
    return f"{opening} worlds next to the examples of its program: {_share(outcome, told)} come to it. {_NOT_ALL}"


def _smallest(told: _Told) -> ShownExample:
    """Return the example with the smallest family that comes to it."""
    return min(told.by, key=lambda shown: (len(shown.example.case.people), shown.example.id))


def _whole_reasons(book: Book, outcome: Outcome, told: _Told) -> tuple[Explanation, ...]:
    """Return why it is so in the smallest family, followed through everything that it rests on."""
    if not told.by:
        return ()
    shown = _smallest(told)
    return whole_reasons(shown, outcome.program, told.by[shown][0].address, book.rulebook)[:1]


def _why(sheet: Sheet, book: Book, why: Sequence[Explanation]) -> Iterator[str]:
    """Yield the reasons, one a line; folded where they are many."""
    for explanation in why:
        said = [*reasons(sheet, book, explanation)]
        lines = sum(part.count("\n") for part in said)
        yield from said if lines <= _MOST_LINES else (said[0], folded(count(lines, "reason"), *said[1:]))


def _picture(sheet: Sheet, told: _Told) -> Iterator[str]:
    """Yield the smallest family that comes to it, to look at."""
    if told.by:
        shown = _smallest(told)
        case = discreet(shown.example.case)
        picture = draw(case, marks_of(case, shown.decisions), prefix=f"picture-{shown.example.id}")
        yield f"The smallest family in which it is so: {shared.example_link(sheet, shown)}"
        yield figure(picture.svg, "The households as a picture")
        yield picture_table_markdown(picture.table)


def _grounds(
    outcome: Outcome, by: Mapping[ShownExample, tuple[DecidedConclusion, ...]]
) -> dict[str, list[ShownExample]]:
    """Return the rows that give it, by address, each with the examples in which it does."""
    found: defaultdict[str, list[ShownExample]] = defaultdict(list)
    for shown, conclusions in by.items():
        rows = dict.fromkeys(
            f"{outcome.program}/{conclusion.id}/{row}" for conclusion in conclusions for row in conclusion.rows
        )
        for address in rows:
            found[address].append(shown)
    return dict(sorted(found.items()))


def _way(sheet: Sheet, book: Book, address: str, shown: list[ShownExample]) -> str:
    """Return a rule that gives it, in plain English, and in how many examples it does."""
    rule = book.rulebook.rules[address]
    opening = f"**{shared.rule_link(sheet, book, address)}**, in {count(len(shown), 'example')}:"
    return f"{opening}\n\n{English(sheet, book, rule.program).rule(rule)}"


def _whom(shown: ShownExample, conclusions: tuple[DecidedConclusion, ...]) -> str:
    names = names_in(discreet(shown.example.case))
    return "; ".join(", ".join(_called(thing, names) for thing in conclusion.things) for conclusion in conclusions)


def _called(thing: Any, names: Mapping[str, str]) -> str:
    """Return what to call a thing; for a record its kind and whose it is."""
    if isinstance(thing, RecordName):
        focus = f" for {names.get(thing.focus, thing.focus)} alone" if thing.focus else ""
        return f"{spelled(thing.kind)} of {names.get(thing.of, thing.of)}{focus}"
    return names.get(str(thing), str(thing))
