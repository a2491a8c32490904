"""The whole page of an assessment."""

from __future__ import annotations

from cimscore.cli.inputs import Assessed
from cimscore.cli.page import Page
from cimscore.cli.report.context import Context, cited, context_for
from cimscore.cli.report.program import write_program
from cimscore.cli.report.questions import write_questions


def assessment_page(assessed: Assessed) -> Page:
    """Everything a person needs to act on an assessment and to check it."""
    context = context_for(assessed)
    context.page.line(f"Case {assessed.case.id}: {_state(context)}")
    _shared_care(context)
    for program in assessed.assessment.programs:
        write_program(context, program)
    _relations(context)
    write_questions(context)
    _provisional(context)
    _assumptions(context)
    _failures(context)
    _receipt(context)
    return context.page


def _state(context: Context) -> str:
    assessment, asked = context.assessed.assessment, len(context.asked)
    if assessment.decided:
        return "decided."
    failed = (
        f", {len(assessment.failures)} failure{'s' * (len(assessment.failures) != 1)}" if assessment.failures else ""
    )
    return f"not decided yet: {asked} open question{'s' * (asked != 1)}{failed}."


def _shared_care(context: Context) -> None:
    for child in context.assessed.assessment.shared_care:
        homes = " and ".join(map(context.names.one, child.households))
        facts = "; ".join(f"{read.fact} = {read.value}" for read in child.rests_on)
        context.page.line(f"Shared care: {context.names.one(child.person)} lives in {homes} (read: {facts}).")


def _relations(context: Context) -> None:
    """Why several of these programs ask for something of the same case."""
    assessed = {one.program for one in context.assessed.assessment.programs}
    declared = (one.declared.relations for one in context.assessed.rulebook.programs.values())
    told = [it for relations in declared for it in relations if assessed.issuperset(it.programs)]
    if told:
        context.page.heading("How these programs stand to each other")
    for it in told:
        context.page.line(f"{' and '.join(it.programs)}: {it.text}{cited(it.cites)}", mark="-")


def _provisional(context: Context) -> None:
    """What rests on which proposal, so that nothing provisional passes for decided."""
    rests: dict[str, list[str]] = {}
    for program in context.assessed.assessment.programs:
        for one in program.conclusions:
            for question in one.subject_to:
                rests.setdefault(question, []).append(one.address)
    if not rests:
        return
    context.page.heading("What rests on a proposal")
    for question in sorted(rests, key=context.number):
        number = context.number(question)
        context.page.line(f"Subject to question {number}, {question}:" if number else f"Subject to {question}:")
        for address in rests[question]:
            context.page.line(address, 1, mark="-")


def _assumptions(context: Context) -> None:
    context.page.heading("Taken for granted")
    for assumption in context.assessed.assessment.assumptions:
        context.page.line(assumption, mark="-")


def _failures(context: Context) -> None:
    failures = context.assessed.assessment.failures
    if failures:
        context.page.heading("Failures: mend the plugin; whatever rests on these is open")
        for one in failures:
            context.page.line(f"{one.rule}@{one.about} ({one.plugin}): {one.message}{cited(one.clauses)}", mark="-")


def _receipt(context: Context) -> None:
    receipt = context.assessed.assessment.receipt
    context.page.heading("Receipt")
    plugins = [f"{it.distribution} {it.version} ({it.program} {it.digest})" for it in receipt.plugins]
    calendars = [f"calendar {id} ({origin})" for id, origin in receipt.calendars]
    readings = [f"{name}={reading}" for name, reading in receipt.readings]
    chosen = [f"readings chosen: {', '.join(readings)}"] if readings else []
    said = [f"cimscore {receipt.engine}", *plugins, *calendars, f"assessed for {receipt.at}", *chosen]
    context.page.line(f"{'; '.join(said)}; {receipt.format}; case {receipt.case}")
