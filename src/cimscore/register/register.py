"""A register: the door to everything that is kept of cases, and to what is done with them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from cimscore.assessment import Decision, decided_by_each, document_of, tells_of_later
from cimscore.case import Actor, Case, Kept, Moment, MoveEntry, kept_in
from cimscore.errors import RuleFailure
from cimscore.register.audit.chain import Deed, Kind, Signed, append, refuse_if_overtaken
from cimscore.register.audit.checking import BrokenEntry, ChainHead, first_broken, head_of
from cimscore.register.audit.vault import notifiers_of, sealed_notifier
from cimscore.register.errors import ReasonNeededError, RefusedError
from cimscore.register.exchange.exporting import exported
from cimscore.register.exchange.report import CaseReport
from cimscore.register.kept.history import History, cases_in, history_of
from cimscore.register.kept.standing import case_as_it_stands, with_move, with_moves
from cimscore.register.looking_back.candidates import Candidate, candidates
from cimscore.register.storage.engines import Storage, reading, writing
from cimscore.register.storage.versions import created, opened
from cimscore.register.trays.asking import Lists
from cimscore.register.trays.lists import relist
from cimscore.register.trays.rows import rows_of
from cimscore.register.workflow.allowing import Step, named, refuse_answer, refuse_unless_allowed
from cimscore.register.workflow.frozen import refuse_if_frozen
from cimscore.register.workflow.records import ACCEPTED, DECLINED, RecordStanding, records_of
from cimscore.rulebook import Rulebook
from cimscore.wire import to_plain, write_case


def utc_now() -> dt.datetime:
    """Return the time."""
    return dt.datetime.now(dt.UTC)


@attrs.frozen(kw_only=True)
class Stood:
    """A case as it stood at some time, with what followed from it.

    Attributes:
        history: What was kept of it.
        case: The case, without its notifier.
        decisions: What each program decides of it.
        failures: What went wrong in a plugin.
    """

    history: History
    case: Case
    decisions: tuple[Decision, ...]
    failures: tuple[RuleFailure, ...]


@attrs.frozen(kw_only=True, eq=False)
class Register:
    """Cases that are kept, with everything that is done of them.

    Attributes:
        engine: The database, or a transaction in it.
        rulebook: The programs by which cases are read and decided.
        now: Clock.
    """

    engine: Storage
    rulebook: Rulebook
    now: Callable[[], dt.datetime] = utc_now

    def add(self, case: Case, by: Signed, seen: int = 0) -> Stood:
        """Keep a document: the first of a case, or a correction.

        Args:
            case: The case as it is handed over.
            by: Who hands it over.
            seen: Version of the case that they saw; 0 for a new case.

        Raises:
            OvertakenError: Somebody has made another version of the case.
            RefusedError: It takes something back that is approved.
        """
        notifier, seal = sealed_notifier(case)
        document = write_case(case)
        moved = case.without_notifier()
        if seen:
            before = self._seen(case.id, seen)
            moved = with_moves(moved, before.history.of_kind(Kind.MOVE))
            self._refuse_if_frozen(before, moved, document)
        text = json.dumps(document, sort_keys=True, separators=(",", ":"))
        return self._kept(
            Deed(
                kind=Kind.DOCUMENT, case=case.id, by=by, seen=seen,
                rows={"document": [{"text": text, "notifier_seal": seal}], "vault": [notifier]},
            ),
            moved,
        )  # fmt: skip

    def move(self, case: str, step: Step, by: Signed, seen: int | None = None) -> Stood:
        """Take a step with a record.

        Args:
            case: Id of the case.
            step: The step.
            by: Who takes it.
            seen: Version of the case that they saw; None for the newest.

        Raises:
            OvertakenError: Somebody has made another version of the case.
            ReasonNeededError: A return without a reason, or a hand-over to nobody.
            RefusedError: The workflow does not allow it; with its clauses.
            UnknownNameError: There is no such case, record, move or role.
        """
        before = self._seen(case, seen)
        for record in named(self.records(before), step.record):
            decision = next(decision for decision in before.decisions if decision.program == record.program)
            refuse_unless_allowed(step, by, record, decision, before.history, self.rulebook)
        happened = step.happened or Moment(self.now())
        if happened.instant and happened.instant > self.now():
            raise RefusedError(f"'{step.move}' of {step.record} cannot be taken yet: {happened} is still to come.")
        row = {
            "record": step.record, "move": step.move, "happened": to_plain(happened), "reason": step.reason or None,
            "unit": step.unit or None,
        }  # fmt: skip
        taken = MoveEntry(move=step.move, by=Actor(role=by.role), at=happened)
        deed = Deed(kind=Kind.MOVE, case=case, by=by, seen=before.history.version, rows={"move": [row]})
        return self._kept(deed, with_move(before.case, step.record, taken))

    def answer(
        self, case: str, record: str, unit: str, by: Signed, *, accepted: bool = True, reason: str = "",
        seen: int | None = None,
    ) -> Stood:  # fmt: skip
        """Take a record for a unit, or decline it. A record changes hands only here.

        Args:
            case: Id of the case.
            record: Address of the record.
            unit: The unit that answers.
            by: Who answers for it.
            accepted: True to take it.
            reason: Reason for the answer; to decline needs one.
            seen: Version of the case that they saw; None for the newest.

        Raises:
            OvertakenError: Somebody has made another version of the case.
            ReasonNeededError: It is declined without a reason.
            RefusedError: It is not this unit's to answer.
            UnknownNameError: There is no such case or record.
        """
        before = self._seen(case, seen)
        refuse_answer(named(self.records(before), record)[0], unit, reason, accepted=accepted)
        row = {
            "record": record, "unit": unit, "answer": ACCEPTED if accepted else DECLINED, "reason": reason or None,
        }  # fmt: skip
        deed = Deed(kind=Kind.ANSWER, case=case, by=by, seen=before.history.version, rows={"answer": [row]})
        return self._kept(deed, before.case)

    def records(self, stood: Stood) -> tuple[RecordStanding, ...]:
        """Return the records of a case as it stood."""
        return records_of(stood.case, stood.decisions, stood.history, self.rulebook)

    def cases(self) -> tuple[str, ...]:
        """Return the id of every case, in the order in which they came in."""
        with reading(self.engine) as connection:
            return cases_in(connection)

    def history(self, case: str, known: dt.datetime | None = None) -> History:
        """Return what is kept of a case, or what was by some time.

        Raises:
            UnknownNameError: There is, or was, no such case.
        """
        with reading(self.engine) as connection:
            return history_of(connection, case, known)

    def stood(self, case: str, known: dt.datetime | None = None, at: Moment | None = None) -> Stood:
        """Return a case as it stands, or as it stood by what was known at some time, decided anew.

        Args:
            case: Id of the case.
            known: Time up to which something was known; None for everything.
            at: Moment to decide for.

        Raises:
            UnknownNameError: There is, or was, no such case.
        """
        history = self.history(case, known)
        standing = case_as_it_stands(history, self.rulebook)
        decisions, failures = self._decided(standing, at)
        return Stood(history=history, case=standing, decisions=decisions, failures=failures)

    def notifiers(self, case: str, by: Signed, purpose: str) -> tuple[tuple[int, Any], ...]:
        """Return the notifier of each document of a case, by version. That it was read is kept first.

        Args:
            case: Id of the case.
            by: Who reads it.
            purpose: What for.

        Raises:
            ReasonNeededError: There is no purpose.
            UnknownNameError: There is no such case.
        """
        if not purpose.strip():
            raise ReasonNeededError("The notifier is read for a purpose: say what for.")
        with writing(self.engine) as connection:
            history_of(connection, case)  # refuses a case that is not there
            rows = {"reading": [{"purpose": purpose}]}
            append(connection, Deed(kind=Kind.READING, case=case, by=by, seen=None, rows=rows), self.now())
        with reading(self.engine) as connection:
            return tuple(notifiers_of(connection, case))

    @property
    def lists(self) -> Lists:
        """Return what is due in all cases, and what waits for whom."""
        return Lists(engine=self.engine, decided=self._listed_anew)

    def candidates(self) -> Iterator[Candidate]:
        """Yield people, reports and homes of different cases that may be the same, with reasons; none is merged."""
        cases = (case_as_it_stands(self.history(case), self.rulebook) for case in self.cases())
        return candidates(cases, self.now().date())

    def report(self, case: str, *, at: Moment | None = None, show_kept: bool = False) -> CaseReport:
        """Return a case as a document that a person can send.

        Args:
            case: Id of the case.
            at: Moment to decide for.
            show_kept: True to tell what is kept from somebody.

        Raises:
            UnknownNameError: There is no such case.
        """
        stood = self.stood(case, at=at)
        hidden = Kept() if show_kept else kept_in(stood.case)
        return CaseReport(
            case=stood.case, history=hidden.hide_in(stood.history), decisions=hidden.hide_in(stood.decisions),
            records=self.records(stood), head=self.head(),
        )  # fmt: skip

    def head(self) -> ChainHead:
        """Return the head of the chain, to be kept outside."""
        with reading(self.engine) as connection:
            return head_of(connection)

    def first_broken(self, anchor: ChainHead | None = None) -> BrokenEntry | None:
        """Return the first entry that does not hold, or None.

        Args:
            anchor: A head that was kept outside.
        """
        with reading(self.engine) as connection:
            return first_broken(connection, anchor)

    def exported(self) -> dict[str, Any]:
        """Return everything that is kept as plain values, without the notifiers."""
        with reading(self.engine) as connection:
            return exported(connection)

    def close(self) -> None:
        """Close the database. What was acknowledged is kept in any case."""
        self.engine.dispose()

    def _seen(self, case: str, seen: int | None) -> Stood:
        """Return a case as it stands, unless somebody has made another version of it than was seen."""
        with reading(self.engine) as connection:
            refuse_if_overtaken(connection, case, seen)
        return self.stood(case)

    def _refuse_if_frozen(self, before: Stood, case: Case, document: Mapping[str, Any]) -> None:
        approved = [record for record in self.records(before) if record.approved_by]
        if approved:
            decisions, _ = self._decided(case, None)
            after = records_of(case, decisions, before.history, self.rulebook)
            refuse_if_frozen(approved, after, json.loads(before.history.document), json.loads(json.dumps(document)))

    def _kept(self, deed: Deed, case: Case) -> Stood:
        """Add an entry, with what each program decides of the case after it, and return the case as it stands."""
        now = self.now()
        decisions, failures = self._decided(case, Moment(now))
        decided = [{"program": decision.program, "text": json.dumps(document_of(decision))} for decision in decisions]
        with writing(self.engine) as connection:
            append(connection, attrs.evolve(deed, rows={**deed.rows, "decision": decided}), now)
            history = history_of(connection, case.id)
            stood = Stood(history=history, case=case, decisions=decisions, failures=failures)
            relist(connection, case.id, self._rows(stood, now))
        return stood

    def _listed_anew(self, case: str) -> tuple[int, list[dict[str, Any]]]:
        """Return the version of a case, and its rows in the lists by a decision as of its last entry."""
        last = next(act for act in reversed(self.history(case).acts) if act.version is not None)
        stood = self.stood(case, at=Moment(last.known))
        return stood.history.version, self._rows(stood, last.known)

    def _rows(self, stood: Stood, decided_at: dt.datetime) -> list[dict[str, Any]]:
        """Return the rows of a case in the lists, which are read later too: what is told ahead of its time counts."""
        zones = (self.rulebook.program(decision.program).program.zone for decision in stood.decisions)
        if any(tells_of_later(stood.case, Moment(decided_at), zone) for zone in zones):
            decisions, failures = self._decided(stood.case, None)
            stood = attrs.evolve(stood, decisions=decisions, failures=failures)
        return rows_of(stood.case, self.records(stood), stood.decisions, stood.failures)

    def _decided(self, case: Case, at: Moment | None) -> tuple[tuple[Decision, ...], tuple[RuleFailure, ...]]:
        decided, failures = decided_by_each(case, self.rulebook, at=at)
        return tuple(decision for decision, _ in decided), failures


def create_register(place: Path | str, rulebook: Rulebook) -> Register:
    """Return a new register.

    Args:
        place: Path of a file that is not there yet, or address of a PostgreSQL database (`postgresql://…`).
        rulebook: The programs by which its cases are read and decided.

    Raises:
        NotARegisterError: There is one already, or none can be made.
        StorageError: The database cannot be reached.
    """
    return Register(engine=created(place), rulebook=rulebook)


def open_register(place: Path | str, rulebook: Rulebook) -> Register:
    """Return the register in a file or a database.

    Args:
        place: Path of the file, or address of the PostgreSQL database.
        rulebook: The programs by which its cases are read and decided.

    Raises:
        NotARegisterError: There is none, or one of a later version.
        StorageError: The database cannot be reached.
    """
    return Register(engine=opened(place), rulebook=rulebook)
