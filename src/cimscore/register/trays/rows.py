"""Rows that the lists hold of a case. They follow from its last decision, and can be made from it again."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from cimscore.assessment import Decision, DecisionState
from cimscore.assessment.documents.document import failure_document
from cimscore.assessment.documents.due_list import due_document, due_list, may_start
from cimscore.calendars import Due
from cimscore.case import Case, kept_in
from cimscore.errors import DocumentError, RuleFailure
from cimscore.register.workflow.records import RecordStanding
from cimscore.rulebook import Effect

DUE: Final = "due"
MAY_START: Final = "may start"
UNDECIDED: Final = "not decided"
FAILED: Final = "failed"
TRAY: Final = "tray"
STATE: Final = "state"
WAITING: Final = "Waiting for an answer"
_MOMENT: Final = dt.timedelta(microseconds=1)


@attrs.frozen(kw_only=True)
class ListRow:
    """Something that a list holds of a case.

    Attributes:
        list: The list.
        title: The tray, or the state of a record; else empty.
        program: Id of the program.
        thing: Address of the clock or the record; empty for a question.
        says: What the list says, in words.
        detail: The same as plain values; empty where there are no others than these.
        due: When it is due, by the working answers.
        late_from: First moment at which it is late, by the working answers.
    """

    list: str
    title: str = ""
    program: str
    thing: str = ""
    says: str = ""
    detail: Mapping[str, Any] = attrs.field(factory=dict)
    due: dt.datetime | None = None
    late_from: dt.datetime | None = None


def rows_of(
    case: Case, records: Iterable[RecordStanding], decisions: Iterable[Decision], failures: Iterable[RuleFailure]
) -> list[dict[str, Any]]:
    """Return the rows of a case, in order. What is kept from somebody stands in columns of its own.

    Args:
        case: The case as it stands.
        records: Its records.
        decisions: What each program decides of it.
        failures: What went wrong in a plugin.
    """
    entries = [*_due(decisions), *_of_each(decisions), *_failed(case, failures), *_of_records(records)]
    kept = kept_in(case)
    return [_row(case.id, place, entry, kept.hide_in(entry)) for place, entry in enumerate(entries)]


def unread(case: str, error: DocumentError) -> dict[str, Any]:
    """Return the row of a case whose document cannot be read any more.

    Args:
        case: Id of the case.
        error: Why it cannot be read.
    """
    detail = {"case": case, "rule": "", "plugin": "", "where": "the document", "problem": str(error)}
    failed = ListRow(list=FAILED, program="", says=f"The document cannot be read. {error}", detail=detail)
    return _row(case, 0, failed, failed)


def _row(case: str, place: int, entry: ListRow, discreet: ListRow) -> dict[str, Any]:
    shown, hidden = ((told.says, _text(told.detail)) for told in (entry, discreet))
    return {
        "case_id": case, "place": place, "list": entry.list, "title": entry.title, "program": entry.program,
        "thing": entry.thing, "says": hidden[0], "detail": hidden[1],
        "says_all": shown[0] if shown != hidden else None, "detail_all": shown[1] if shown != hidden else None,
        "due": _told(entry.due), "late_from": _told(entry.late_from),
    }  # fmt: skip


def _text(detail: Mapping[str, Any]) -> str:
    return json.dumps(detail, separators=(",", ":"))


def _told(moment: dt.datetime | None) -> str | None:
    return moment.isoformat(timespec="microseconds") if moment else None


def utc_text(moment: dt.datetime) -> str:
    """Return a moment as the rows have it, so that texts follow one another as the moments do."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _due(decisions: Iterable[Decision]) -> Iterator[ListRow]:
    """Yield what is owed and not done. How it stands at some moment is left to whoever asks at that moment."""
    every = tuple(decisions)
    owed = {(act.program, act.clock.address) for act in due_list(every)}
    bare = [
        attrs.evolve(
            decision,
            clocks=tuple(
                attrs.evolve(clock, states=()) for clock in decision.clocks if (decision.program, clock.address) in owed
            ),
        )
        for decision in every
    ]
    for act in due_list(bare):
        due, late_from = _times(act.clock.due)
        yield ListRow(
            list=DUE, program=act.program, thing=act.clock.address, says=act.says,
            detail=due_document([act])["due"][0], due=due, late_from=late_from,
        )  # fmt: skip


def _times(due: object) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Return when something is due, and the first moment at which it is late: both None without a day."""
    if not isinstance(due, Due):
        return None, None
    working = due.working.astimezone(dt.UTC)
    # The midnight that ends a day is late. At the very instant that is told, there is time yet.
    return working, working if due.end_of_day or not due.closes else working + _MOMENT


def _of_each(decisions: Iterable[Decision]) -> Iterator[ListRow]:
    every = tuple(decisions)
    for start in may_start(every):
        detail = due_document((), [start])["may_start"][0]
        yield ListRow(list=MAY_START, program=start.program, says=start.says, detail=detail)
    for decision in every:
        if decision.state is DecisionState.INCOMPLETE:
            yield ListRow(list=UNDECIDED, program=decision.program, says=" ".join(decision.because))
        for point in decision.points:
            yield ListRow(list=TRAY, title=WAITING, program=decision.program, says=point.asks)


def _failed(case: Case, failures: Iterable[RuleFailure]) -> Iterator[ListRow]:
    for failure in failures:
        detail = {"case": case.id, **failure_document(failure)}
        yield ListRow(list=FAILED, program=failure.plugin, says=str(failure), detail=detail)


def _of_records(records: Iterable[RecordStanding]) -> Iterator[ListRow]:
    for record in records:
        if record.state:
            state = f"{record.program}, {record.state}"
            yield ListRow(list=STATE, title=state, program=record.program, thing=record.name)
        for title in _trays(record):
            yield ListRow(list=TRAY, title=title, program=record.program, thing=record.name)


def _trays(record: RecordStanding) -> Iterator[str]:
    if record.offered_to:
        yield f"Handed over to {record.offered_to}, and not answered"
    elif not record.owner:
        yield "To be allocated"
    if record.waits_for_approval:
        by = [role for move in record.leading_on if move.effect is Effect.APPROVES for role in move.by]
        yield f"For approval by the {' or '.join(dict.fromkeys(by)) or 'approver'}"
