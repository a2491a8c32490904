"""Report of a page, by a form of a program: what is owed as it is written, and the document that prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cimscore.assessment import decided_by_each
from cimscore.case import kept_in
from cimscore.errors import CimsError
from cimscore.report_forms import FieldState, FilledField, filled, plain_field, report_page
from cimscore.rulebook import Rulebook
from cimscore.try_it.telling import Plain

_NOTIFIER = "notifier"


def owed_by(rulebook: Rulebook, form: str, document: Mapping[str, Any], notifier: bool | str) -> list[Plain]:
    """Return the fields of a form that are owed or not known yet, whatever else is wrong with the document.

    Args:
        rulebook: The programs.
        form: The form, by ``program/form``.
        document: What the page holds, without the notifier.
        notifier: Whether a notifier is named, or ``unknown``; never who it is.
    """
    fields = _filled(rulebook, form, {**document, _NOTIFIER: notifier or None})
    return [plain_field(field) for field in fields if field.is_owed or field.state is FieldState.NOT_KNOWN]


def report_by(rulebook: Rulebook, form: str, document: Mapping[str, Any], notifier: bool | str) -> Plain:
    """Return the report by a form as a page that prints, or what is wrong with its document.

    Args:
        rulebook: The programs.
        form: The form, by ``program/form``.
        document: What the page holds, without the notifier.
        notifier: Whether a notifier is named, or ``unknown``; never who it is.
    """
    try:
        case = rulebook.read_case(document)
        decided, _ = decided_by_each(case, rulebook)
    except CimsError as error:
        return {"problems": str(error)}
    shown, decisions = kept_in(case).hide_in(
        ({**document, _NOTIFIER: notifier or None}, [found for found, _ in decided])
    )
    return {"page": report_page(rulebook.report_forms[form], shown, _filled(rulebook, form, shown), decisions)}


def _filled(rulebook: Rulebook, form: str, document: Mapping[str, Any]) -> tuple[FilledField, ...]:
    return filled(rulebook.report_forms[form], form.partition("/")[0], document)
