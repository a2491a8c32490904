"""Parts that several kinds of page have: the way back, links to things by their names, tests, examples."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cimscore.ids import spelled
from cimscore.publishing.pages.book.book import AGAIN, Book
from cimscore.publishing.pages.book.shown import ShownExample
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.chapters import name_of, number_of
from cimscore.publishing.pages.paper.markdown import (
    Sheet,
    bullets,
    count,
    folded,
    inline_code,
    plain,
    table,
    unfound,
)
from cimscore.publishing.pages.standing.force import not_in_force
from cimscore.publishing.pages.standing.standing import became, result, stands
from cimscore.traceability.reports.currency import Force
from cimscore.traceability.trace.links import Link, LinkState
from cimscore.traceability.trace.model import TracedClause, TracedRule, TracedTest

MOST_TESTS: Final = 3
MOST_NAMED: Final = 12
MOST_EXAMPLES: Final = 8
MOST_RULES: Final = 25
_MOST_TO_CHECK: Final = 5

_SAID: Final = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)+")
"""A name of a case that says something: words, and no numbers, values or places."""


def trail(sheet: Sheet, *steps: tuple[str, str]) -> str:
    """Return the way back: links from the widest page to the nearest."""
    return unfound(" › ".join(sheet.link(words, target) for words, target in (("Home", places.HOME), *steps)))


def clause_title(clause: TracedClause) -> str:
    """Return the title of a clause: its number and its name."""
    titled = clause.title != clause.id
    name = clause.title if titled else name_of(clause)
    return f"{number_of(clause)}: {name}" if clause.statements else name if titled else name.capitalize()


def clause_link(sheet: Sheet, clause: TracedClause) -> str:
    """Return a link to a clause, by number and name."""
    return sheet.link(clause_title(clause), places.clause(clause.id))


def clause_number(sheet: Sheet, clause: TracedClause) -> str:
    """Return a link to a clause by its number alone, where much else is said."""
    number = number_of(clause)
    return sheet.link(f"{number[:1].upper()}{number[1:]}", places.clause(clause.id))


def clause_numbers(sheet: Sheet, clauses: Sequence[TracedClause]) -> str:
    """Return links to clauses by number alone, and by name too where several share a number."""
    numbers = Counter(map(number_of, clauses))
    said = (
        (clause_title(clause) if numbers[number_of(clause)] > 1 else number_of(clause), clause) for clause in clauses
    )
    return " · ".join(sheet.link(words, places.clause(clause.id)) for words, clause in said)


def rule_link(sheet: Sheet, book: Book, address: str) -> str:
    """Return a link to a rule, by name."""
    return sheet.link(rule_name(book, address), places.rule(address))


def rule_name(book: Book, address: str) -> str:
    """Return the name of a rule: its conclusion, and its own name."""
    _, of, id = address.split("/", 2)
    return f"{book.spoken(of)}: {book.spelled(id)}"


def example_link(sheet: Sheet, shown: ShownExample) -> str:
    """Return a link to a worked example, by what it shows."""
    return sheet.link(shown.example.title, places.example(shown.program, shown.example.id))


def clause_table(sheet: Sheet, book: Book, clauses: Iterable[TracedClause], *, told: Iterable[str] = ()) -> str:
    """Return a table of clauses, what they say and how they stand; in force or not only where the page does not say."""
    above = tuple(told)
    rows = [
        (
            clause_link(sheet, clause),
            plain(clause.text),
            f"{became(clause.disposition)} {force_of(book, clause.id, above)}".strip(),
        )
        for clause in clauses
    ]
    return table(("Clause", "As we read it", "Status"), rows)


def rule_table(sheet: Sheet, book: Book, addresses: Iterable[str], *, told: Iterable[str] = ()) -> str:
    """Return a table of rules, by what they say and how they stand; of many only how many, and of which conclusion.

    Args:
        sheet: The page.
        book: What is published.
        addresses: The rules.
        told: The clauses and rules of which the top of the page says whether they are in force.
    """
    rules = [book.rules[address] for address in addresses if address in book.rules]
    if len(rules) > MOST_RULES:
        return rules_in_brief(sheet, book, rules)
    rows = [
        (
            rule_link(sheet, book, rule.address),
            plain(rule.sentence),
            standing(book, rule.address, rule.state, told=told),
        )
        for rule in rules
    ]
    return table(("Rule", "What it says, where it holds", "State"), rows)


def rules_in_brief(sheet: Sheet, book: Book, rules: Iterable[TracedRule]) -> str:
    """Return a list of what rules conclude, each conclusion with the number of its rules among them."""
    return bullets(in_brief(sheet, book, rules))


def in_brief(sheet: Sheet, book: Book, rules: Iterable[TracedRule]) -> Iterator[str]:
    """Yield each conclusion of some rules with the number of its rules among them."""
    for (program, of), number in Counter((rule.program, rule.of) for rule in rules).items():
        yield f"{sheet.link(book.spoken(of), places.conclusion(program, of))}: {count(number, 'rule')}"


def question_list(sheet: Sheet, book: Book, names: Iterable[str]) -> str:
    """Return a list of questions, each with who answers it."""
    found = [book.questions[name] for name in names if name in book.questions]
    return bullets(
        f"{question_link(sheet, book, question.name)} {plain(answered_by(question.decided_by))}" for question in found
    )


def question_link(sheet: Sheet, book: Book, name: str) -> str:
    """Return a link to a question, in plain words."""
    return sheet.link(book.asked[name], places.question(name))


def answered_by(decided_by: str) -> str:
    """Return who answers a question, in a sentence."""
    return f"Decided by the {spelled(decided_by)}." if decided_by else "A fact of the case."


def unclear_list(sheet: Sheet, book: Book, names: Iterable[str]) -> str:
    """Return a list of unclear points, each with the reading taken."""
    found = [book.readings[name] for name in names if name in book.readings]
    return bullets(
        f"{sheet.link(reading.question, places.reading(reading.name))} "
        f"Taken: {plain(dict(reading.readings).get(reading.taken, reading.taken))}"
        for reading in found
    )


def table_list(sheet: Sheet, book: Book, names: Iterable[str]) -> str:
    """Return a list of tables of the policy."""
    return bullets(sheet.link(book.tables[name].title, places.table(name)) for name in names if name in book.tables)


def workflow_list(sheet: Sheet, book: Book, names: Iterable[str]) -> str:
    """Return a list of workflows of records."""
    found = [book.workflows[name] for name in names if name in book.workflows]
    return bullets(sheet.link(workflow.title, places.workflow(workflow.name)) for workflow in found)


def example_list(sheet: Sheet, examples: Iterable[ShownExample]) -> str:
    """Return a list of worked examples, the first of them where there are many."""
    found = list(examples)
    more = [count(len(found) - MOST_EXAMPLES, "more example")] if len(found) > MOST_EXAMPLES else []
    return bullets([*(example_link(sheet, shown) for shown in found[:MOST_EXAMPLES]), *more])


def test_table(book: Book, ids: Sequence[str], about: Iterable[str], *, by_name: bool) -> str:
    """Return the tests that say most about a thing, each with its last result.

    First come those whose names share most words with it, then those that exercise few other things.

    Args:
        book: What is published.
        ids: The tests.
        about: What the thing says, and by which other words it is known.
        by_name: Whether the next of them are named too, to unfold.
    """
    words = _words(" ".join(about))
    cases: defaultdict[str, list[TracedTest]] = defaultdict(list)
    for test in sorted(
        (book.tests[id] for id in ids if id in book.tests),
        key=lambda test: (-len(words & _words(test.id.rpartition("::")[2])), len(test.exercised), test.id),
    ):
        cases[test.id.partition("[")[0]].append(test)
    rows = [
        (plain(_test_words(book, id, those)), _results(those), f"`{_file(those[0])}`, line {those[0].line}")
        for id, those in cases.items()
    ]
    told = table(("Test", "Last result", "Where"), rows[:MOST_TESTS])
    more = [words for words, _, _ in rows[MOST_TESTS:]]
    others = count(len(more) - MOST_NAMED, "other") if len(more) > MOST_NAMED else ""
    named = bullets([*more[:MOST_NAMED], *([f"and {others}"] if others else [])])
    met = f"{count(len(more), 'more test')} met it along the way"
    if not more:
        return told
    return "\n\n".join([told, folded(met, named) if by_name else f"{met}."])


def _words(text: str) -> set[str]:
    """Return the words of a text that say something: its numbers, and what is longer than most that join others."""
    return set(re.findall(r"[a-z]{4,}|[0-9]+", text.lower()))


def _file(test: TracedTest) -> str:
    """Return the file of a test, from the folder of its program."""
    return re.sub(r"^plugins/[^/]+/", "", test.file)


def _test_words(book: Book, id: str, cases: Sequence[TracedTest]) -> str:
    """Return what a test shows, from its name, ``test_a_branch_reports``, with the first of its cases that have one."""
    words = book.spoken(id.rpartition("::")[2].removeprefix("test_").replace("_", "-"))
    cased = (case.id.partition("[")[2].rstrip("]") for case in cases if "[" in case.id)
    named = [name.replace("-", " ") for name in cased if _SAID.fullmatch(name)]
    return f"{words}: {', '.join(named[:3])}{', …' if len(named) > 3 else ''}" if named else words


def _results(cases: Sequence[TracedTest]) -> str:
    """Return the last result of a test; of each of its cases, where it has several and they differ."""
    found = Counter(test.result for test in cases)
    if len(cases) == 1:
        return result(cases[0].result)
    return " ".join(f"{result(outcome)} {count(number, 'case')}" for outcome, number in sorted(found.items()))


def standing(book: Book, id: str, state: LinkState, *, told: Iterable[str] = ()) -> str:
    """Return the state of a clause or rule. A gap never hides that it has ended or has to be read again.

    Args:
        book: What is published.
        id: The clause or rule.
        state: The state of its links.
        told: The clauses and rules of which the top of the page says whether they are in force: that is not said twice.
    """
    again = [] if state in AGAIN or id not in book.again else [stands(LinkState.SUSPECT)]
    ended = book.currency[id].force is Force.ENDED
    return " ".join([part for part in (force_of(book, id, told), *again, stands(state, ended=ended)) if part])


def force_of(book: Book, id: str, told: Iterable[str]) -> str:
    """Return that a clause or rule is not in force; empty where it is, and where the top of the page says so of all."""
    above = tuple(told)
    return "" if above and book.together(above) == book.currency[id] else not_in_force(book, id)


def to_check(sheet: Sheet, book: Book, ids: Iterable[str]) -> str:
    """Return a note that a clause or rule behind something has to be read again; empty if none has."""
    again = sorted(set(ids) & book.again.keys())
    return (
        f"{stands(LinkState.SUSPECT)} {_some([named(sheet, book, id) for id in again], most=_MOST_TO_CHECK)}"
        if again
        else ""
    )


def attention(sheet: Sheet, book: Book, *ids: str, by_name: bool = True) -> str:
    """Return why somebody has to look at a thing again, or what it lacks; empty while it is in step.

    Args:
        sheet: The page.
        book: What is published.
        ids: The clauses and rules.
        by_name: Whether the other ends of its links are named; not where the page lists them anyway.
    """
    own = (link for id in ids for link in book.trace.links_of.get(id, ()) if link.state is not LinkState.IN_STEP)
    together: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for link in [*own, *(link for id in ids for link in book.again.get(id, ()))]:
        others = _other_ends(sheet, book, link, ids) if by_name else ()
        together[stands(link.state), link.why].update(dict.fromkeys(others))
    return bullets(
        f"{badge} {plain(why)}{': ' if ends else ''}{_some(list(ends))}" for (badge, why), ends in together.items()
    )


def _some(ends: list[str], most: int = MOST_RULES) -> str:
    """Return the first of some links, and how many more there are."""
    more = len(ends) - most
    return f"{', '.join(ends[:most])}{f' and {more} more' if more > 0 else ''}"


def _other_ends(sheet: Sheet, book: Book, link: Link, ids: Sequence[str]) -> Iterator[str]:
    for end in (link.upper, link.lower):
        if end not in ids and (end in book.clauses or end in book.rules):
            yield named(sheet, book, end)


def named(sheet: Sheet, book: Book, id: str) -> str:
    """Return a link to a clause or a rule by its name; the bare id of anything else."""
    if id in book.clauses:
        return clause_link(sheet, book.clauses[id])
    return rule_link(sheet, book, id) if id in book.rules else inline_code(id)


def by_topic(rules: Iterable[TracedRule]) -> dict[str, list[TracedRule]]:
    """Return rules by topic, in the order of reasoning."""
    found: dict[str, list[TracedRule]] = {}
    for rule in rules:
        found.setdefault(rule.topic, []).append(rule)
    return found
