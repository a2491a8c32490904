"""What one program decides: scope, editions, households, subjects, records and the duties about the case."""

from __future__ import annotations

from cimscore.assessment import Conclusion, EditionChoice, ProgramDecision, ScopeState
from cimscore.cli.report.context import Context, cited
from cimscore.cli.report.duties import write_duties
from cimscore.cli.report.records import records_of, write_record
from cimscore.rules import Edition, Topic


def write_program(context: Context, one: ProgramDecision) -> None:
    """Write everything that a program decides."""
    page = context.page
    page.heading(f"{one.title} ({one.program})")
    scope = "Whether it is in scope is open" if one.scope is ScopeState.OPEN else one.scope.capitalize()
    clauses = cited(clause for it in one.of(Topic.SCOPE) for clause in it.clauses)
    page.line(f"{scope}: {one.why}.{clauses}{context.provision(one.scope_subject_to)}")
    _editions(context, one)
    _findings(context, "Households", one.of(Topic.HOUSEHOLDS))
    _findings(context, "Whom the concerns are about", one.of(Topic.SUBJECTS))
    records = records_of(one)
    for record in records:
        write_record(context, one, record)
    if one.scope is not ScopeState.OUT and not records:
        page.blank()
        page.line("No record follows so far.")
    inside = tuple(record.address for record in records)
    write_duties(context, one, lambda about: about.partition("@")[2] not in inside and about not in inside)


def _editions(context: Context, one: ProgramDecision) -> None:
    told = [choice for choice in one.editions if choice.on or choice.flags or choice.subject_to or not choice.edition]
    cites = {it.about: it.clauses for it in one.of(Topic.EDITIONS) if isinstance(it.answer, Edition)}
    for choice in told:
        context.page.line(
            f"{_choice(choice)}.{cited(cites.get(choice.source, ()))}{context.provision(choice.subject_to)}"
        )
        for flag in choice.flags:
            context.page.line(f"Note: {flag}", 1)
    others = [f"{choice.source} {choice.edition}" for choice in one.editions if choice not in told]
    if others:
        context.page.line(f"Other sources, each in its only edition: {', '.join(others)}.")


def _choice(choice: EditionChoice) -> str:
    day = f", by the day {choice.on}" if choice.on else ""
    if not choice.edition:
        return f"{choice.source}: no rule in force{day or ', or not known which'}"
    return f"{choice.source}: edition {choice.edition}{day}"


def _findings(context: Context, heading: str, conclusions: tuple[Conclusion, ...]) -> None:
    if conclusions:
        context.page.blank()
        context.page.line(f"{heading}:")
    for one in conclusions:
        said = f"{context.names.thing(one.about)}: {one.summary}"
        context.page.line(f"{said}{cited(one.clauses)}{context.provision(one.subject_to)}", 1, mark="-")
