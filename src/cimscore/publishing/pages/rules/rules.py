"""Rules: each in plain English first, then what it rests on and what proves it, and its code last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import (
    Find,
    Page,
    Sheet,
    bullets,
    code,
    count,
    folded,
    inline_code,
    plain,
    spoken,
    table,
)
from cimscore.publishing.pages.parts import depends, shared
from cimscore.publishing.pages.parts.english import English
from cimscore.publishing.pages.standing.force import band
from cimscore.rules import Topic
from cimscore.traceability.trace.model import TracedProgram, TracedRule

CLOCK: Final = "clock"

ANSWERED: Final = {
    Topic.EDITIONS: "which edition of a document holds",
    Topic.SCOPE: "what is within the program",
    Topic.HOUSEHOLDS: "what a household is in the case",
    Topic.SUBJECTS: "whom the concerns are about",
    Topic.STARTS: "what is done with each part, and when its clocks start",
    Topic.RECORDS: "which records are made, and what each carries",
    Topic.ROLES: "what somebody is in a record",
    Topic.DUTIES: "what somebody has to do",
    Topic.TIMEFRAMES: "by when it has to be done",
    Topic.LAWS: "what has to be proved of everything that is decided",
}
"""What the rules of each topic answer."""

_DEFINED: Final = (Topic.HOUSEHOLDS, Topic.SUBJECTS)
"""Topics whose pages answer "what is a …?", which people search for by its name."""


def rule_pages(book: Book) -> Iterator[Page]:
    """Yield the index of rules, each program's rules by topic, and a page for each conclusion with all its rows."""
    yield _index(book)
    for program in book.published:
        held = by_conclusion(book.part_of(program.id, book.rules))
        yield _program(book, program, held)
        yield from (_conclusion(book, program, of, rules) for of, rules in held.items())


def by_conclusion(rules: Iterable[TracedRule]) -> dict[str, list[TracedRule]]:
    """Return rules by the conclusion that they are rows of, all clocks together, in the order of reasoning."""
    found: dict[str, list[TracedRule]] = {}
    for rules_of in shared.by_topic(rules).values():
        for rule in rules_of:
            found.setdefault(rule.of, []).append(rule)
    return found


def _index(book: Book) -> Page:
    sheet = Sheet(places.RULES, "Rules", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add(
        "A rule says when one thing holds: of a household, a person, a record. It is a row of what it concludes, and "
        "stands here in plain English, printed from the very value that runs; its code is folded below it."
    )
    for program in book.published:
        rules = book.part_of(program.id, book.rules)
        sheet.heading(2, program.title)
        sheet.add(
            f"{sheet.link(f'Rules of {program.title}', places.rules(program.id))}: {count(len(rules), 'rule')}. "
            f"{sheet.link('Its definitions', places.definitions(program.id))} say what their words mean."
        )
        rows = [
            (plain(spoken(topic)), plain(ANSWERED[Topic(topic)]), str(len(those)))
            for topic, those in shared.by_topic(rules).items()
        ]
        sheet.add(table(("Topic", "What its rules answer", "Rules"), rows))
    return sheet.page


def topic_list(sheet: Sheet, program: str, rules: Iterable[TracedRule]) -> str:
    """Return the topics of a program in one line, each with the number of its rules."""
    topics = shared.by_topic(rules)
    return ", ".join(
        f"{sheet.link(topic, f'{places.rules(program)}#{topic}')} ({len(those)})" for topic, those in topics.items()
    )


def _program(book: Book, program: TracedProgram, held: dict[str, list[TracedRule]]) -> Page:
    sheet = Sheet(places.rules(program.id), f"Rules of {program.title}", kind="Rules", find=None)
    sheet.add(shared.trail(sheet, ("Rules", places.RULES), (program.title, places.program(program.id))))
    for topic, rules in shared.by_topic(book.part_of(program.id, book.rules)).items():
        sheet.heading(2, spoken(topic), anchor=topic)
        sheet.add(f"These rules answer {ANSWERED[Topic(topic)]}.")
        sheet.add(table(("Conclusion", "Rules", "State"), _conclusion_rows(sheet, book, held, rules)))
    return sheet.page


def _conclusion_rows(
    sheet: Sheet, book: Book, held: dict[str, list[TracedRule]], rules: list[TracedRule]
) -> Iterator[tuple[str, ...]]:
    for of in dict.fromkeys(rule.of for rule in rules):
        own = [rule for rule in held[of] if rule in rules]
        links = ", ".join(sheet.link(book.spelled(rule.id), places.rule(rule.address)) for rule in own)
        states = dict.fromkeys(shared.standing(book, rule.address, rule.state) for rule in own)
        yield sheet.link(_title(book, of), places.conclusion(own[0].program, of)), links, " ".join(states)


def _title(book: Book, of: str) -> str:
    return "Clocks" if of == CLOCK else book.spoken(of)


def _conclusion(book: Book, program: TracedProgram, of: str, rules: list[TracedRule]) -> Page:
    topic = rules[0].topic
    find, also = (Find.FIRST, (book.spelled(of),)) if topic in _DEFINED else (Find.LAST, ())
    sheet = Sheet(places.conclusion(program.id, of), _title(book, of), kind="Rules", find=find, also=also)
    sheet.add(shared.trail(
        sheet, ("Rules", places.RULES), (program.title, places.rules(program.id)),
        (spoken(topic), f"{places.rules(program.id)}#{topic}"),
    ))  # fmt: skip
    addresses = tuple(rule.address for rule in rules)
    sheet.add(band(book, *addresses))
    each = "It holds where at least one of these does." if of != CLOCK and len(rules) > 1 else ""
    sheet.add(f"{count(len(rules), 'rule')}. {each}".strip())
    english = English(sheet, book, program.id)
    for rule in rules:
        _rule(sheet, book, rule, english, addresses)
    sheet.section("What these rules rest on beside the case", *_asked(sheet, book, rules))
    met = english.met  # only what the rules lead to: a definition printed below may lead to more
    told = "\n\n".join(english.definition(definition) for definition in met)
    return sheet.section("What the words mean", folded(f"The definitions used here ({len(met)})", told)).page


def _rule(sheet: Sheet, book: Book, rule: TracedRule, english: English, told: tuple[str, ...]) -> None:
    """Add a rule; `told` are the rules of which the top of the page says whether they are in force."""
    sheet.heading(2, book.spoken(rule.id), anchor=rule.id)
    sheet.add(english.rule(book.rulebook.rules[rule.address]))
    attention = shared.attention(sheet, book, rule.address, by_name=rule.review is not None)
    if attention:
        force = shared.force_of(book, rule.address, told)
        sheet.add(f"**How it stands:** {force}".strip(), attention)  # words between two lists, which else become one
    else:
        sheet.add(shared.standing(book, rule.address, rule.state, told=told))
    cited = book.some_clauses(book.running.cited.get(rule.address, ()))
    sheet.add(shared.clause_table(sheet, book, cited, told=told), _review(rule))
    tests = shared.test_table(book, rule.tests, (spoken(rule.id), rule.sentence), by_name=False)
    sheet.add(
        folded(depends.TITLE, *depends.depends_in_brief(sheet, book, rule.address)),
        folded(f"Tests ({len(rule.tests)})", tests),
        folded("The code", *_code(rule)),
    )


def _asked(sheet: Sheet, book: Book, rules: Iterable[TracedRule]) -> Iterator[str]:
    """Yield what the rules of a conclusion ask, look up and read, directly or by way of definitions."""
    held = list(rules)
    questions = sorted({name for rule in held for name in rule.questions if name in book.questions})
    tables = sorted({name for rule in held for name in rule.tables})
    readings = sorted({name for rule in held for name in rule.readings if name in book.readings})
    yield folded(
        f"What is asked ({len(questions)})",
        bullets(shared.question_link(sheet, book, question) for question in questions),
    )
    yield folded(f"What is looked up ({len(tables)})", shared.table_list(sheet, book, tables))
    unclear = bullets(sheet.link(book.readings[reading].question, places.reading(reading)) for reading in readings)
    yield folded(f"Where the policy is unclear ({len(readings)})", unclear)


def _review(rule: TracedRule) -> str:
    review = rule.review
    if review is None:
        return ""
    whole = review.last_whole
    said = f"Last read against its clauses by {plain(whole.by)}, on {whole.on}: {plain(whole.why)}"
    if review.whole is None:
        return said
    return f"{said}\n\nWhat changed since was read by {plain(review.by)}, on {review.on}: {plain(review.why)}"


def _code(rule: TracedRule) -> Iterator[str]:
    yield f"Its address is {inline_code(rule.address)}, its digest {inline_code(rule.digest)}."
    if rule.code:
        lines = f"lines {rule.first} to {rule.last}" if rule.last > rule.first else f"line {rule.first}"
        yield f"{inline_code(rule.file)}, {lines}"
        yield code(rule.code, "text", rule.first)
    else:
        yield "Its source is not at hand."
