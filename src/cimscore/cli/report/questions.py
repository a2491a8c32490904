"""What is open: who can answer it, what to weigh, exactly what to write, and what each answer leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from cimscore.assessment import Asked, Difference, Possibility
from cimscore.cli.inputs import with_progress
from cimscore.cli.report.context import Context, cited
from cimscore.cli.report.supply import what_to_write
from cimscore.rules import Asks, Node, OpenQuestion, Topic

FEW: Final = 6
_TOLD: Final = (Topic.RECORDS, Topic.TIMEFRAMES)


def write_questions(context: Context) -> None:
    """Write every open question, decisions first."""
    if not context.asked:
        return
    context.page.heading("Open questions")
    for number, asked in enumerate(with_progress(context.asked, "What answers lead to"), 1):
        _question(context, number, asked)
        if 0 < len(asked.question.options) <= FEW:
            write_possibilities(context, asked, context.assessed.assessment.possible(asked.question.address), _TOLD)
        context.page.blank()


def _question(context: Context, number: int, asked: Asked) -> None:
    page, question = context.page, asked.question
    page.line(f"{question.text}{cited(asked.clauses)}", mark=f"{number}.")
    page.line(
        f"About {context.names.thing(question.about)}. Asks for {question.asks}{_decider(question.decided_by)}.", 1
    )
    if question.weigh:
        page.line(f"To weigh: {'; '.join(question.weigh)}.", 1)
    if asked.proposed:
        page.line(f"In use until it is answered, as proposed: {' or '.join(proposals(context, question))}.", 1)
    page.line(f"{'Resting on it' if asked.proposed else 'Waiting for it'}: {_by_topic(asked.needed_by)}.", 1)
    for line in what_to_write(question):
        page.raw(line, 1)


def _answered_when(context: Context, asked: Asked) -> str:
    """When an answer is taken to be given, where that may start a clock."""
    at = context.assessed.assessment.receipt.at
    return f", if decided at {at}" if asked.question.asks is Asks.DECISION and at != "unknown" else ""


def _decider(role: str) -> str:
    return f", the {role}'s" if role else ""


def _by_topic(findings: tuple[str, ...]) -> str:
    topics = Counter(address.split("/")[1] for address in findings)
    return ", ".join(f"{topic} ({topics[topic]})" for topic in Topic if topics[topic])


def write_possibilities(
    context: Context, asked: Asked, possible: Iterable[Possibility], topics: Iterable[Topic] = tuple(Topic)
) -> None:
    """Write what each answer to a question leads to: what changes in these topics, and how much else does."""
    possible = tuple(possible)
    if not any(one.leads_to or one.asks for one in possible):
        context.page.line("No answer to this alone changes what is found: other questions are open beside it.", 1)
        return
    context.page.line(f"What each answer leads to{_answered_when(context, asked)}:", 1)
    for one in possible:
        _possibility(context, one, topics)


def _possibility(context: Context, one: Possibility, topics: Iterable[Topic]) -> None:
    told = [it for it in one.leads_to if it.conclusion.split("/")[1] in set(topics)]
    rest = len(one.leads_to) - len(told)
    context.page.line(f"{one.answer}:{'' if one.leads_to or one.asks else ' nothing changes'}", 2, mark="-")
    for difference in told:
        context.page.line(difference_in_words(context, difference), 3)
    if rest:
        context.page.line(f"and {rest} other change{'s' * (rest != 1)} (`cimscore possible` tells all)", 3)
    for question in one.asks:
        context.page.line(f"then asked: {question}", 3)


def difference_in_words(context: Context, it: Difference) -> str:
    """What one conclusion is otherwise, in one sentence."""
    about = context.names.thing(it.about)
    both = f", where it was: {it.before}" if it.before and it.after else ""
    return f"{about}: {it.change}: {it.after or it.before}{both}{' (provisional)' if it.subject_to else ''}"


def proposals(context: Context, question: OpenQuestion) -> tuple[str, ...]:
    """What stands in for the answer to an open question, or for its time, as the trace has it."""
    mark = " (proposed)"
    facts = {question.address: "", f"{question.question}#at@{question.about}": "decided at "}
    findings = context.assessed.assessment.findings
    nodes = _nodes(node for finding in findings for node in (*finding.when, *finding.unless))
    pages = (*(finding.reads for finding in findings), *(node.reads for node in nodes))
    used = {read for reads in pages for read in reads if read.fact in facts and read.value.endswith(mark)}
    return tuple(sorted(f"{facts[read.fact]}{read.value.removesuffix(mark)}" for read in used)) or (
        "see `cimscore explain`",
    )


def _nodes(roots: Iterable[Node]) -> Iterator[Node]:
    seen: set[Node] = set()
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            yield node
            waiting.extend(node.nodes)
