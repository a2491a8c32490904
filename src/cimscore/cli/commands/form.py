"""``cimscore form``: what a form of a source asks for that a case does not say yet, and the report by it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from cimscore.case import kept_in
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Opened, assess_opened, document_of, open_text, text_of
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_assessing
from cimscore.cli.output import OutputError, save, show, show_json, tell_of_kept
from cimscore.cli.page import TextPage
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.report_forms import FieldState, FilledField, filled, plain_field, report_page
from cimscore.rulebook import ReportForm


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "--form",
        metavar="PROGRAM/FORM",
        help="this form only (default: every form of the programs that the case names)",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE.html", help="write the report, with what follows from it; - for standard output"
    )


def _run(arguments: argparse.Namespace) -> Exit:
    text = text_of(arguments)
    opened = open_text(text, arguments, load_rulebook())
    forms = _chosen(opened, arguments)
    document = document_of(text, arguments)
    if not arguments.show_kept:
        document = kept_in(opened.case).hide_in(document)
    fields = {name: filled(form, name.partition("/")[0], document) for name, form in forms.items()}
    if arguments.output:
        return _write(opened, arguments, forms, document, fields)
    if arguments.json:
        show_json([_plain(name, forms[name], told) for name, told in fields.items()])
    else:
        show(_page(forms, fields))
    return Exit.DONE


def _chosen(opened: Opened, arguments: argparse.Namespace) -> Mapping[str, ReportForm]:
    """Return the forms of the programs that the case or the options name; or the single form that was asked for.

    Raises:
        UnknownNameError: No installed program has that form.
    """
    known = opened.rulebook.report_forms
    if arguments.form:
        if arguments.form not in known:
            raise UnknownNameError("form", arguments.form, known, did_you_mean(arguments.form, known))
        return {arguments.form: known[arguments.form]}
    programs = arguments.programs or opened.case.programs
    return {name: form for name, form in known.items() if name.partition("/")[0] in programs}


def _write(
    opened: Opened, arguments: argparse.Namespace, forms: Mapping[str, ReportForm], document: Mapping[str, Any],
    fields: Mapping[str, Sequence[FilledField]],
) -> Exit:  # fmt: skip
    """Write the report by the one form that there is.

    Raises:
        OutputError: There is none, or there are several.
    """
    if len(forms) != 1:
        hint = f"Name one: --form {' or '.join(forms)}." if forms else "`cimscore programs` lists the programs."
        raise OutputError("The report", f"the programs of the case have {len(forms) or 'no'} forms", hint)
    ((name, form),) = forms.items()
    assessed = assess_opened(opened, arguments)
    assessed.tell_failures()
    save(report_page(form, document, fields[name], assessed.assessment.decisions), arguments.output)
    tell_of_kept()
    return assessed.exit


def _page(forms: Mapping[str, ReportForm], fields: Mapping[str, Sequence[FilledField]]) -> TextPage:
    page = TextPage()
    for name, told in fields.items():
        page.blank()
        owed = [entry for entry in told if entry.is_owed]
        waiting = [entry for entry in told if entry.state is FieldState.NOT_KNOWN]
        page.line(f"{forms[name].title} ({name}): {len(owed)} still owed, {len(waiting)} not known yet")
        _list(page, "Still owed", owed)
        _list(page, "Not known yet", waiting)
    if not fields:
        page.line("The programs of this case have no form.")
    return page


def _list(page: TextPage, title: str, entries: Sequence[FilledField]) -> None:
    if entries:
        page.line(f"{title}:", 1)
    alike: dict[tuple[str, tuple[str, ...]], list[FilledField]] = {}
    for entry in entries:
        alike.setdefault((entry.label, entry.clauses), []).append(entry)
    for (label, clauses), several in alike.items():
        about = ", ".join(entry.about for entry in several if entry.about)
        page.line(f"{label}{f' ({about})' if about else ''} [{'; '.join(clauses)}]", 1, mark="-")
        page.line(", ".join(map(_place, several)), 3)


def _place(entry: FilledField) -> str:
    _, _, heading = entry.key.partition("#")
    return f"{entry.where}, below a line that says {heading}:" if heading else entry.where


def _plain(name: str, form: ReportForm, fields: Sequence[FilledField]) -> dict[str, Any]:
    return {"form": name, "title": form.title, "fields": [plain_field(entry) for entry in fields]}


COMMAND = Command(
    teaches="A program can have the forms that its sources name. This lists what such a form asks for and the case "
    "does not say, each with its clause. What is said to be unknown is *not known yet*: it never counts as no. With -o "
    "it writes the report, a page that prints on A4, without the notifier. A register keeps the report by one command: "
    "cimscore register add.",
    example="cimscore form incident.yaml -o incident-report.html",
    options=_options,
    run=_run,
)
