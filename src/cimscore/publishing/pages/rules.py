"""Rules: each in words first, then what it rests on and what proves it, and its code last."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from types import FunctionType
from typing import Final

from cimscore.rulebook.code import functions_of
from cimscore.rules import sentence_of
from cimscore.traceability.model import TracedProgram, TracedRule
from cimscore.publishing.pages import places, shared
from cimscore.publishing.pages.book import Book
from cimscore.publishing.pages.markdown import (
    Page,
    Sheet,
    bullets,
    code,
    count,
    folded,
    inline_code,
    listed,
    plain,
    quote,
    spoken,
    table,
)

ANSWERED: Final = {
    "editions": "which edition of a document holds",
    "scope": "that the case is within the program",
    "households": "what a household is in the case",
    "subjects": "that the concerns are about the person",
    "records": "a record to be made",
    "roles": "what a person is in a record, or that a record carries a concern",
    "duties": "what somebody has to do",
    "timeframes": "by when it has to be done",
}
"""What the rules of each topic answer."""


def rule_pages(book: Book) -> Iterator[Page]:
    """The index of rules, a page for each topic of each program, and one for each rule."""
    yield _index(book)
    for program in book.published:
        topics = shared.by_topic(book.part_of(program.id, book.rules))
        yield from (_topic(book, program, topic, rules) for topic, rules in topics.items())
    yield from (_rule(book, rule) for rule in book.rules.values())


def _index(book: Book) -> Page:
    sheet = Sheet(places.RULES, "Rules", searched=False)
    sheet.add(
        "A rule gives one answer about one thing: a household, a person, a record. Its name and its sentence "
        "are in the policy's words; its code is at the end of its page."
    )
    for program in book.published:
        topics = shared.by_topic(book.part_of(program.id, book.rules))
        rows = [(sheet.link(spoken(topic), _topic_place(program.id, topic)), plain(ANSWERED[topic]), str(len(rules)))
                for topic, rules in topics.items()]  # fmt: skip
        sheet.section(program.title, table(("Topic", "What its rules answer", "Rules"), rows))
    return sheet.page


def topic_list(sheet: Sheet, program: str, rules: Iterable[TracedRule]) -> str:
    """The topics of a program in one line, each with the number of its rules."""
    topics = shared.by_topic(rules)
    return ", ".join(
        f"{sheet.link(topic, _topic_place(program, topic))} ({len(those)})" for topic, those in topics.items()
    )


def _topic_place(program: str, topic: str) -> str:
    return f"rules/{program}/{topic}.md"


def _topic(book: Book, program: TracedProgram, topic: str, rules: list[TracedRule]) -> Page:
    sheet = Sheet(_topic_place(program.id, topic), f"Rules: {topic}", kind="Topic", searched=False)
    sheet.add(shared.trail(sheet, ("Rules", places.RULES), (program.title, places.program(program.id))))
    sheet.add(f"These rules answer {ANSWERED[topic]}.")
    rows = [
        (shared.rule_link(sheet, it.address), plain(it.sentence), shared.standing(book, it.address, it.state))
        for it in rules
    ]
    return sheet.add(table(("Rule", "In one sentence", "State"), rows)).page


def _rule(book: Book, rule: TracedRule) -> Page:
    sheet = Sheet(places.rule(rule.address), shared.rule_name(rule.address), kind="Rule")
    program = book.program(rule.program)
    sheet.add(shared.trail(sheet, ("Rules", places.RULES), (program.title, places.program(program.id)),
                           (spoken(rule.topic), _topic_place(rule.program, rule.topic))))  # fmt: skip
    sheet.add(
        quote(rule.sentence),
        shared.standing(book, rule.address, rule.state),
        shared.attention(sheet, book, rule.address),
    )
    sheet.heading(2, "What it does")
    sheet.add(f"It is tried on {_article(rule.about)} and answers {ANSWERED[rule.topic]}.")
    sheet.add(
        "**It applies when all of these hold:**" if rule.when else "**It always applies.**", _sentences(rule.when)
    )
    sheet.add(*(("**Unless one of these holds:**", _sentences(rule.unless)) if rule.unless else ()))
    sheet.add("**Then:** " + _answers(book, rule))
    sheet.section("The clauses it rests on", shared.clause_table(sheet, book.some_clauses(rule.clauses)))
    sheet.section("What it asks", shared.question_list(sheet, book, rule.questions))
    sheet.section("What it looks up", shared.table_list(sheet, book, rule.tables))
    sheet.section("Where the policy is unclear", shared.unclear_list(sheet, book, rule.interpretations))
    sheet.section("Worked examples", shared.example_list(sheet, book.shown_for.get(rule.address, ())))
    sheet.section("The tests that hold it", shared.test_table(book, rule.tests))
    sheet.section("Who last read it against its clauses", _review(rule))
    return _code(sheet, book, rule).page


def _article(noun: str) -> str:
    return noun if noun.startswith(("a ", "an ", "the ")) else f"a {noun}"


def _sentences(conditions: tuple[str, ...]) -> str:
    return bullets(f"{plain(it)}" for it in conditions)


def _answers(book: Book, rule: TracedRule) -> str:
    """What it answers in the worked examples, each answer once."""
    found = [it.summary for shown in book.shown_for.get(rule.address, ()) for it in shown.assessment.findings
             if f"{it.program}/{it.topic}/{it.rule}" == rule.address and it.state == "applies"]  # fmt: skip
    answers = list(dict.fromkeys(found))
    if not answers:
        return "no worked example shows its answer yet."
    shown = listed([f"“{plain(answer)}”" for answer in answers[:6]])
    return f"in the worked examples it answers {shown}{' and others' if len(answers) > 6 else ''}."


def _review(rule: TracedRule) -> str:
    review = rule.review
    return plain(f"{review.by}, on {review.on}: {review.why}") if review else "No reading is recorded."


def _code(sheet: Sheet, book: Book, rule: TracedRule) -> Sheet:
    sheet.heading(2, "The code")
    sheet.add(f"Its address is {inline_code(rule.address)}, its digest {inline_code(rule.digest)}.")
    compiled = book.rulebook.rules[rule.address]
    functions = functions_of(compiled.rule)
    own = functions[:1]
    sheet.add(*(block for function in own for block in _listing(function)))
    for function in functions[1:]:
        sheet.add(folded(_called(function), *_listing(function)))
    return sheet.add("" if functions else "Its source is not at hand.")


def _listing(function: FunctionType) -> Iterator[str]:
    """A function as it stands in its file, with its true line numbers; nothing where the file is not at hand."""
    try:
        lines, first = inspect.getsourcelines(function)
    except OSError:
        return
    where = f"{function.__module__.replace('.', '/')}.py"
    yield f"{inline_code(where)}, {count(len(lines), 'line')} from line {first}"
    yield code(inspect.cleandoc("".join(lines)) if lines[0].startswith(" ") else "".join(lines), "python", first)


def _called(function: FunctionType) -> str:
    """What a function is for, in its own words."""
    return sentence_of(function) or f"Used by these: {function.__name__}"
