"""Outcomes: what leads to a record or a role, told from the worked examples, and saying that it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import attrs

from cimscore.assessment import Assessment, Conclusion
from cimscore.rules import HouseholdRole, Node, Record, Role
from cimscore.traceability.pages import places, shared
from cimscore.traceability.pages.book import Book, Shown
from cimscore.traceability.pages.decided import Spoken, answer_in_words
from cimscore.traceability.pages.markdown import Page, Sheet, bullets, count, plain, spoken, table


@attrs.frozen(kw_only=True, order=True)
class Outcome:
    """Something the rules can come to: a record of a kind, a role of a person, what a household is."""

    program: str
    topic: str
    name: str


Reached = dict[Outcome, dict[Shown, list[Conclusion]]]


def outcome_pages(book: Book) -> Iterator[Page]:
    """The index of outcomes, and a page for each that a worked example reaches."""
    reached = _reached(book)
    possible = _possible(book)
    sheet = Sheet(places.OUTCOMES, "Outcomes", searched=False)
    sheet.add(
        "What the rules can come to, and what leads there in the worked examples. An example is one family: "
        "another may come to the same by a way that none of these shows."
    )
    for program in book.published:
        rows = [
            (sheet.link(spoken(it.name), _place(it)), plain(it.topic), count(len(reached[it]), "example"))
            for it in sorted(reached)
            if it.program == program.id
        ]
        sheet.section(program.title, table(("Outcome", "Kind", "Reached in"), rows))
    yield sheet.page
    for outcome in sorted(reached):
        yield _outcome(book, outcome, reached[outcome], possible.get(outcome, []))


def _place(outcome: Outcome) -> str:
    return places.outcome(outcome.program, outcome.topic, outcome.name)


def _outcome_of(conclusion: Conclusion) -> Outcome | None:
    match conclusion.answer:
        case Record(kind=name) | HouseholdRole(name=name):
            return Outcome(program=conclusion.program, topic=conclusion.topic, name=name)
        case Role() as role:
            return Outcome(program=conclusion.program, topic=conclusion.topic, name=role.value)
        case _:
            return None


def _reached(book: Book) -> Reached:
    found: Reached = {}
    for shown in book.shown:
        for program in shown.assessment.programs:
            for conclusion in program.conclusions:
                outcome = _outcome_of(conclusion)
                if outcome and outcome.program in book.programs:
                    found.setdefault(outcome, {}).setdefault(shown, []).append(conclusion)
    return found


def _possible(book: Book) -> dict[Outcome, list[tuple[Shown, str, str]]]:
    """The outcomes that an answer to an open question of an example would bring about."""
    found: defaultdict[Outcome, list[tuple[Shown, str, str]]] = defaultdict(list)
    for shown in book.shown:
        for asked in shown.assessment.open_questions:
            for it in shown.possible[asked.question.address]:
                for change in it.leads_to:
                    program, topic, _ = change.conclusion.split("/", 2)
                    name = change.after.removesuffix(" to be made")
                    outcome = Outcome(
                        program=program, topic=topic, name=name.replace(" ", "-") if topic == "records" else name
                    )
                    found[outcome].append((shown, asked.question.text, it.answer))
    return found


def _outcome(
    book: Book, outcome: Outcome, by: dict[Shown, list[Conclusion]], possible: list[tuple[Shown, str, str]]
) -> Page:
    words = outcome.name.replace("-", " ")
    sheet = Sheet(_place(outcome), f"What leads to: {words}", kind="Outcome")
    title = book.program(outcome.program).title
    sheet.add(shared.trail(sheet, ("Outcomes", places.OUTCOMES), (title, places.program(outcome.program))))
    sheet.add(f"This page is told from {count(len(by), 'worked example')}, not from every family there can be.")
    grounds = _grounds(by)
    sheet.section(
        "The rules that give it",
        *(_way(sheet, book, rule, those) for rule, those in grounds.items() if rule in book.rules),
    )
    sheet.section(
        "The clauses on the way",
        bullets(shared.clause_link(sheet, book.clauses[id]) for id in _way_clauses(by) if id in book.clauses),
    )
    rows = [(shared.example_link(sheet, shown), plain(_whom(shown, those))) for shown, those in by.items()]
    sheet.section("The examples that reach it", table(("Example", "For"), rows))
    lines = dict.fromkeys(
        f"{shared.example_link(sheet, shown)}: if “{plain(question)}” is answered **{plain(answer_in_words(answer))}**"
        for shown, question, answer in possible
    )
    return sheet.section("Where one answer would lead to it", bullets(lines)).page


def _grounds(by: dict[Shown, list[Conclusion]]) -> dict[str, list[Shown]]:
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


def _whom(shown: Shown, conclusions: list[Conclusion]) -> str:
    names = Spoken(shown.example.case)
    return "; ".join(names.about(it.about) for it in conclusions)


def _way_clauses(by: dict[Shown, list[Conclusion]]) -> list[str]:
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
