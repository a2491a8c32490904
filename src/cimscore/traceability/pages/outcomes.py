"""Outcomes: what leads to a record or a role, told from worked examples and the worlds next to them, and saying so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from cimscore.assessment import Assessment, Conclusion
from cimscore.rules import Node
from cimscore.traceability.pages import places, shared
from cimscore.traceability.pages.book import Book, Shown
from cimscore.traceability.pages.decided import Spoken
from cimscore.traceability.pages.markdown import Page, Sheet, bullets, count, figure, plain, spoken, table
from cimscore.traceability.pages.otherwise import thing_in_words, value_in_words
from cimscore.traceability.pictures import draw, marks_of, picture_table_markdown
from cimscore.traceability.worlds import Outcome, World, outcomes_of

MOST_CHANGES: Final = 40

_WORLDS: Final = (
    "A world is a worked example in which one thing is otherwise than it states, or one open question is answered. "
    "Everything it states is changed in turn, to every value where these are few; dates stay as they are."
)
_NOT_ALL: Final = "Families differ in more than one thing at a time, so these are not all the families there can be."
_COUNTED: Final = (
    "In how many worlds a change does what; several values in one row do so in as many worlds each. It *brings it "
    "about* for a person, a home or a record for which the example does not come to it; it *takes it away* where the "
    "example does; it *leaves it open* where an answer is missing then, which is never a no. A proposal counts while "
    "it stands."
)


@attrs.frozen(kw_only=True)
class _Told:
    """What an outcome's page is told from.

    Attributes:
        by: The examples that come to it, each with its conclusions.
        worlds: The worlds next to the examples of its program.
    """

    by: Mapping[Shown, tuple[Conclusion, ...]]
    worlds: tuple[World, ...]


def outcome_pages(book: Book) -> Iterator[Page]:
    """The index of outcomes, and a page for each that a worked example or a world next to one comes to."""
    told = _told(book)
    sheet = Sheet(places.OUTCOMES, "Outcomes", searched=False)
    sheet.add("What the rules can come to, and what leads there in the worked examples and in the worlds next to them.")
    sheet.add(_WORLDS if any(shown.worlds for shown in book.shown) else "")
    for program in book.published:
        rows = [
            (sheet.link(spoken(it.name), _place(it)), plain(it.topic), *_reached_in(it, told[it]))
            for it in sorted(told)
            if it.program == program.id
        ]
        sheet.section(program.title, table(("Outcome", "Kind", "Examples", "Worlds"), rows))
    yield sheet.page
    for outcome in sorted(told):
        yield _outcome(book, outcome, told[outcome])


def _place(outcome: Outcome) -> str:
    return places.outcome(outcome.program, outcome.topic, outcome.name)


def _told(book: Book) -> dict[Outcome, _Told]:
    reached: defaultdict[Outcome, dict[Shown, tuple[Conclusion, ...]]] = defaultdict(dict)
    for shown in book.shown:
        for outcome, conclusions in outcomes_of(shown.assessment).items():
            reached[outcome][shown] = conclusions
        for outcome in {it for world in shown.worlds for it in world.reached}:
            reached.setdefault(outcome, {})
    worlds = {
        id: tuple(world for shown in book.shown for world in shown.worlds if id in world.programs)
        for id in book.programs
    }
    return {it: _Told(by=by, worlds=worlds[it.program]) for it, by in reached.items() if it.program in worlds}


def _reached_in(outcome: Outcome, told: _Told) -> tuple[str, str]:
    worlds = sum(outcome in world.reached for world in told.worlds)
    return str(len(told.by)), f"{worlds:,} of {len(told.worlds):,}"


def _outcome(book: Book, outcome: Outcome, told: _Told) -> Page:
    sheet = Sheet(_place(outcome), f"What leads to: {outcome.name.replace('-', ' ')}", kind="Outcome")
    title = book.program(outcome.program).title
    sheet.add(shared.trail(sheet, ("Outcomes", places.OUTCOMES), (title, places.program(outcome.program))))
    grounds, clauses = _grounds(told.by), book.some_clauses(_way_clauses(told.by))
    sheet.add(shared.to_check(sheet, book, [*grounds, *(it.id for it in clauses)]))
    sheet.add(_rests_on(outcome, told), *_picture(sheet, told))
    sheet.section(
        "The rules that give it",
        *(_way(sheet, book, rule, those) for rule, those in grounds.items() if rule in book.rules),
    )
    sheet.section("The clauses on the way", bullets(shared.clause_link(sheet, it) for it in clauses))
    rows = [(shared.example_link(sheet, shown), plain(_whom(shown, those))) for shown, those in told.by.items()]
    sheet.section("The examples that come to it", table(("Example", "For"), rows))
    changes, more = _changes(sheet, book, outcome, told)
    explained = (_WORLDS, _COUNTED) if changes else ()
    return sheet.section("What one change does", *explained, changes, more).page


def _rests_on(outcome: Outcome, told: _Told) -> str:
    """What the page is told from, in so many words."""
    examples = f"This page is told from {count(len(told.by), 'worked example')} in which it is so"
    if not told.worlds:
        return f"{examples}, not from every family there can be."
    opening = f"{examples}, and from" if told.by else "No worked example comes to it. This page is told from"
    _, share = _reached_in(outcome, told)
    return f"{opening} worlds next to the examples of its program: {share} come to it. {_NOT_ALL}"


def _picture(sheet: Sheet, told: _Told) -> Iterator[str]:
    """The smallest family that comes to it, to look at."""
    if told.by:
        shown = min(told.by, key=lambda it: (len(it.example.case.people), it.example.id))
        picture = draw(shown.example.case, marks_of(shown.assessment), prefix=f"picture-{shown.example.id}")
        yield f"The smallest family in which it is so: {shared.example_link(sheet, shown)}"
        yield figure(picture.svg, "The households as a picture")
        yield picture_table_markdown(picture.table)


def _changes(sheet: Sheet, book: Book, outcome: Outcome, told: _Told) -> tuple[str, str]:
    """What single changes do to an outcome, those that do most first; and how many more there are."""
    done: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for world in told.worlds:
        key = (world.question, value_in_words(world.question, world.value))
        for what, outcomes in ((_BRINGS, world.brought), (_TAKES, world.taken), (_OPENS, world.left_open)):
            if outcome in outcomes:
                done[key][what] += 1
    alike: defaultdict[tuple[str, tuple[int, ...]], list[str]] = defaultdict(list)
    for question, value in sorted(done):
        counted = done[question, value]
        alike[question, tuple(counted[it] for it in (_BRINGS, _TAKES, _OPENS))].append(value)
    ordered = sorted(alike, key=lambda key: (-sum(key[1]), key))
    rows = [
        (_otherwise(sheet, book, question), plain("; ".join(alike[question, counts])), *map(_in_each, counts))
        for question, counts in ordered[:MOST_CHANGES]
    ]
    more = len(ordered) - MOST_CHANGES
    header = ("What is otherwise", "It is then", _BRINGS, _TAKES, _OPENS)
    return table(header, rows), f"{count(more, 'more change')} in fewer worlds." if more > 0 else ""


_BRINGS, _TAKES, _OPENS = "Brings it about", "Takes it away", "Leaves it open"


def _in_each(worlds: int) -> str:
    return f"in {worlds:,}" if worlds else ""


def _otherwise(sheet: Sheet, book: Book, question: str) -> str:
    asked = book.questions.get(question)
    return sheet.link(asked.text, places.question(question)) if asked else plain(thing_in_words(question))


def _grounds(by: Mapping[Shown, tuple[Conclusion, ...]]) -> dict[str, list[Shown]]:
    found: defaultdict[str, list[Shown]] = defaultdict(list)
    for shown, conclusions in by.items():
        for rule in dict.fromkeys(ground.partition("@")[0] for it in conclusions for ground in it.grounds):
            found[rule].append(shown)
    return dict(sorted(found.items()))


def _way(sheet: Sheet, book: Book, address: str, shown: list[Shown]) -> str:
    rule = book.rules[address]
    opening = f"**{shared.rule_link(sheet, address)}**: {plain(rule.sentence)} In {count(len(shown), 'example')}, when:"
    return (
        f"{opening}\n\n{bullets([*map(plain, rule.when), *(f'not: {plain(it)}' for it in rule.unless)]) or '- always'}"
    )


def _whom(shown: Shown, conclusions: tuple[Conclusion, ...]) -> str:
    names = Spoken(shown.example.case)
    return "; ".join(names.about(it.about) for it in conclusions)


def _way_clauses(by: Mapping[Shown, tuple[Conclusion, ...]]) -> list[str]:
    """The clauses of the outcome's own grounds and of every earlier finding these rest on."""
    found = {id for shown, those in by.items() for it in those for id in _resting(shown.assessment, it.grounds)}
    return sorted(found)


def _resting(assessment: Assessment, grounds: tuple[str, ...]) -> set[str]:
    findings = {it.address: it for it in assessment.findings}
    waiting, seen, clauses = list(grounds), set[str](), set[str]()
    while waiting:
        finding = findings.get(waiting.pop())
        if finding is None or finding.address in seen:
            continue
        seen.add(finding.address)
        clauses |= {ref.id for ref in finding.clauses}
        waiting += [*finding.findings, *(it for node in (*finding.when, *finding.unless) for it in _below(node))]
    return clauses


def _below(node: Node) -> Iterator[str]:
    yield from node.findings
    for part in node.nodes:
        yield from _below(part)
