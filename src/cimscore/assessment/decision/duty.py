"""Duties of a decision, and what is done of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from cimscore.assessment.decision.standing import Standing, Supposed
from cimscore.calendars import Due


@attrs.frozen(kw_only=True)
class Duty:
    """Something that is to be done. It unpacks into what it says and how sure it is.

    Attributes:
        says: The whole sentence: who must do what, to whom.
        standing: How sure it is.
        head: The beginning of the sentence: who acts, and how strongly the clause binds.
        form: The rest of it, with ``{}`` for whom or what it names.
        by: Role of the person who acts.
        of: Whom or what it names; empty where it names nobody.
        whom: The person whom it names; empty where that is nobody.
        at_once: Whether the source asks for it at once.
        in_any_case: Whether it is owed although its record is not to be opened yet.
        forbids: Whether it is something not to be done.
        due: When the first clock that times it ends; None where none has a day.
        overdue: Whether a clock that times it is certainly overdue.
        rests_on: The smallest sets of other answers with which it would not be owed.
        perhaps_on: Addresses of the questions with which it may not be owed, if no answers were found that do it.
        clauses: The clauses that ask for it.
        records: The records to which it belongs; none for a duty about the whole case.
        whose: Whose those records are, in words: a household, an incident.
        act: Short name of the act, by which a clock times it.
        learns: What is learnt by it and may change the decision, with ``{}`` for whom it names; empty where nothing is.
        ask: Who can be asked for that.
        then: What follows from what is learnt, in a sentence.
    """

    says: str
    standing: Standing
    head: str = ""
    form: str = ""
    by: str = ""
    of: str = ""
    whom: str = ""
    at_once: bool = False
    in_any_case: bool = False
    forbids: bool = False
    due: Due | None = None
    overdue: bool = False
    rests_on: tuple[Supposed, ...] = ()
    perhaps_on: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    act: str = ""
    learns: str = ""
    ask: str = ""
    then: str = ""

    def __iter__(self) -> Iterator[Any]:
        return iter((self.says, self.standing))

    @property
    def is_urgent(self) -> bool:
        """Return True for what is asked at once, and for what must not be done meanwhile."""
        return self.at_once or self.forbids


@attrs.frozen(kw_only=True)
class Done:
    """Finished thing, which is no longer owed.

    Attributes:
        says: What it is, in words: the duty, or the record or concern with how it was finished.
        at: Time of the act, in words; empty if unknown.
        by: Person who did it, in words; empty if unknown.
        act: True for an act that was done; False for a record or concern that is finished.
    """

    says: str
    at: str = ""
    by: str = ""
    act: bool = True
