"""A register: the door to everything that is kept of cases, and to what is done with them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from sqlalchemy import Engine

from cimscore.assessment import Decision, decided_by_each, document_of
from cimscore.case import Case, Moment
from cimscore.errors import RuleFailure
from cimscore.register.audit.chain import Deed, Kind, Signed, append
from cimscore.register.audit.checking import BrokenEntry, ChainHead, first_broken, head_of
from cimscore.register.audit.vault import notifiers_of, sealed_notifier
from cimscore.register.errors import ReasonNeededError
from cimscore.register.kept.history import History, cases_in, history_of
from cimscore.register.kept.standing import case_as_it_stands
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.versions import created, opened
from cimscore.rulebook import Rulebook
from cimscore.wire import write_case


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
        engine: The database.
        rulebook: The programs by which cases are read and decided.
        now: Clock.
    """

    engine: Engine
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
        """
        notifier, seal = sealed_notifier(case)
        text = json.dumps(write_case(case), sort_keys=True, separators=(",", ":"))
        self._append(
            case.without_notifier(), Kind.DOCUMENT, by, seen,
            {"document": [{"text": text, "notifier_seal": seal}], "vault": [notifier]},
        )  # fmt: skip
        return self.stood(case.id)

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

    def _append(
        self, case: Case, kind: Kind, by: Signed, seen: int, rows: Mapping[str, Sequence[Mapping[str, Any]]]
    ) -> None:
        """Add an entry, with what each program decides of the case after it."""
        now = self.now()
        decisions, _ = self._decided(case, Moment(now))
        decided = [{"program": decision.program, "text": json.dumps(document_of(decision))} for decision in decisions]
        deed = Deed(kind=kind, case=case.id, by=by, seen=seen, rows={**rows, "decision": decided})
        with writing(self.engine) as connection:
            append(connection, deed, now)

    def _decided(self, case: Case, at: Moment | None) -> tuple[tuple[Decision, ...], tuple[RuleFailure, ...]]:
        decided, failures = decided_by_each(case, self.rulebook, at=at)
        return tuple(decision for decision, _ in decided), failures


def create_register(file: Path, rulebook: Rulebook) -> Register:
    """Return a new register in a file of its own.

    Raises:
        NotARegisterError: The file is there already, or cannot be made.
    """
    return Register(engine=created(file), rulebook=rulebook)


def open_register(file: Path, rulebook: Rulebook) -> Register:
    """Return the register in a file.

    Raises:
        NotARegisterError: The file is no register, or one of a later version.
    """
    return Register(engine=opened(file), rulebook=rulebook)
