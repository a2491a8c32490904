"""The decision of one program about one case, as a frozen value."""

from __future__ import annotations

import enum
from typing import Any

import attrs

from cimscore.assessment.decision.duty import Done, Duty
from cimscore.assessment.decision.near import Near, Unplaced
from cimscore.assessment.decision.standing import Standing, Supposed, address_of
from cimscore.assessment.decision.typed import TypedConcern, TypedPerson, TypedReceipt
from cimscore.assessment.decision.undecided import Law, OpenPoint, Perhaps, Reservation
from cimscore.calendars import Due
from cimscore.case import Moment
from cimscore.clocks import Uncounted
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.rules.rows.conclusions import Topic


class DecisionState(enum.StrEnum):
    """States of a decision.

    *Final*: no open question could change it, and its laws hold; a new fact may. *Provisional*: its laws hold by the
    working answers. *Incomplete*: something that is owed has no answer, or nothing is in force.
    """

    FINAL = "final"
    PROVISIONAL = "provisional"
    INCOMPLETE = "incomplete"


@attrs.frozen(kw_only=True)
class DecidedConclusion:
    """Conclusion of a decision.

    Attributes:
        topic: Topic, in one word.
        id: Id of the conclusion, for example ``harm-household``.
        things: Things that it is about, as in the document.
        named: What to call those things.
        says: Sentence about them.
        cut: The same sentence cut at its verb: the subject, the verb, and all that follows, with its space.
        standing: How certain it is.
        rests_on: Smallest sets of other answers that would remove it; none if it is certain.
        whichever: Question whose every answer gives it, if it is certain by trying them; otherwise empty.
        proven: False if no answers were found that would change it, but it could not be shown to be certain.
        perhaps_on: Addresses of the questions that may remove it, if no answers were found that do.
        clauses: Clauses of the rows that give it.
        rows: Ids of those rows.
        leading: True if it is only a step to others. People see those instead.
        warns: True if it is a warning.
        marks: True if it marks a record: its things are the record and the mark.
        denies: True if it is a reason against something.
        refers: Others who may be owed something: a program's id, or a name; empty for any other conclusion.
    """

    topic: str
    id: str
    things: tuple[Any, ...]
    named: tuple[str, ...]
    says: str
    cut: tuple[str, str, str]
    standing: Standing
    rests_on: tuple[Supposed, ...] = ()
    whichever: str = ""
    proven: bool = True
    perhaps_on: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    leading: bool = False
    warns: bool = False
    marks: bool = False
    denies: bool = False
    refers: str = ""

    @property
    def address(self) -> str:
        """Return the text by which people refer to it: its id and its things, as in ``harm-household@north``."""
        return address_of(self.id, self.things)


@attrs.frozen(kw_only=True)
class ReadOtherwise:
    """Other reading under which a clock would be due on another day, or stand otherwise.

    Attributes:
        reading: Address of the unclear point.
        asks: Its question.
        answer: Other reading, in words.
        taken: Reading in use, in words.
        word: State of the clock under it; empty where no moment is given to tell it for.
        due: When it would be due; None where that is the same day, or none.
        late: How certain it is that this had passed when the information was received, as for a clock.
        ask: Who can say which reading is meant.
    """

    reading: str
    asks: str
    answer: str
    taken: str = ""
    word: str
    due: Due | None = None
    late: Standing | None = None
    ask: str = ""


@attrs.frozen(kw_only=True)
class StateInWords:
    """State of a clock, in words.

    Attributes:
        word: Waiting, running, met, met late, overdue or not counted; done, if it is and there is no day; or that it
            cannot be decided.
        standing: How certain that is.
        amount: Time left, or lateness, in the clock's own unit; empty if there is none.
        says: All of it in words, with what would decide it if it is open.
        perhaps: True if it cannot be decided, and it is not sure either whether the act is done.
        barred: How certain it is that the act is forbidden for now; None if nothing forbids it.
        otherwise: Other readings under which the day or the state would differ.
    """

    word: str
    standing: Standing
    amount: str = ""
    says: str
    perhaps: bool = False
    barred: Standing | None = None
    otherwise: tuple[ReadOtherwise, ...] = ()


@attrs.frozen(kw_only=True)
class Limited:
    """Limit of the program that another one extends, on the same act.

    Attributes:
        program: Id of that program.
        clock: Address of its clock.
        due: When it is due there, or why no day can be counted; None while it waits.
        stricter: True if the own limit ends sooner, False if it does not; None if that is not known.
    """

    program: str
    clock: str
    due: Due | Uncounted | None
    stricter: bool | None


@attrs.frozen(kw_only=True)
class DecidedClock:
    """Clock: an act, its due time, and its state.

    Attributes:
        id: Id of the clock, for example ``approve``.
        what: Act in words.
        who: Person who acts; empty if the source names nobody.
        things: Things that it belongs to, as in the document.
        named: What to call those things.
        of: What its records are of, in words: a household, an incident; the first of its things where it has no record.
        due: Due time by the working answers, or why no day can be counted; None while it waits.
        standing: How certain that day is.
        latest: The latest day it can be due, whichever way one open question is answered; None where that is not known.
        soonest: The soonest day that some other answer may give, where that is sooner than `due`; else None.
        then: The next times after it, if the act comes round again and each is done on its last day.
        missed: How many more times have been due since, if it comes round by a fixed schedule.
        opens: Soonest moment at which it may be done; None if it may be done at once.
        too_soon: When the act was done before it was allowed, in words; that counts for nothing.
        limits: Limit of the base program on the same act; None if this is its only limit.
        forecast: When it will be due at the latest while it waits for another act, if that is done on its last day.
        late: How certain it is that it had passed when the information was received; None if it had not, where the act
            is done, or where it is decided for a moment.
        states: Its states, each with how certain it is.
        stands: The same in words, with the time left or the lateness.
        counted_from: Start of the count, in words.
        rests_on: Smallest sets of other answers that give another day.
        perhaps_on: Addresses of the questions that may give another day, if no answers were found that do.
        clauses: Clauses that it rests on.
        records: Records that show it.
    """

    id: str
    what: str
    who: str
    things: tuple[Any, ...]
    named: tuple[str, ...]
    of: tuple[str, ...] = ()
    due: Due | Uncounted | None
    standing: Standing
    latest: Due | None = None
    soonest: Due | None = None
    then: tuple[Due, ...] = ()
    missed: int = 0
    opens: Due | None = None
    too_soon: tuple[str, ...] = ()
    limits: Limited | None = None
    forecast: Due | None = None
    late: Standing | None = None
    states: tuple[tuple[str, Standing], ...] = ()
    stands: StateInWords
    counted_from: str = ""
    rests_on: tuple[Supposed, ...] = ()
    perhaps_on: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Return the text by which people refer to it: its id and its things, as in ``approve@c1@ari``."""
        return address_of(self.id, self.things)


@attrs.frozen(kw_only=True)
class Denied:
    """Denial, with its reason: out of scope, not reportable.

    Attributes:
        id: Id of what is denied, for example ``in-scope``.
        things: Things that it is about.
        says: The denial, in words.
        standing: How certain that is.
        grounds: Reasons that the program concludes, each with its clauses and what it rests on.
        nearest: Near misses.
        others: How many more ways are about another choice, such as another service.
        would_change: Each single fact that would make it true: the question's address, the question, the answer.
    """

    id: str
    things: tuple[Any, ...]
    says: str
    standing: Standing
    grounds: tuple[DecidedConclusion, ...] = ()
    nearest: tuple[Near, ...] = ()
    others: int = 0
    would_change: tuple[tuple[str, str, str], ...] = ()

    @property
    def address(self) -> str:
        """Return the text by which people refer to it: its id and its things, as in ``in-scope@i1``."""
        return address_of(self.id, self.things)


@attrs.frozen(kw_only=True)
class Decision:
    """Decision of one program on one case.

    Attributes:
        case: Id of the case.
        program: Id of the program.
        title: Name of the program.
        at: Moment for which it was decided, against which its clocks were held; None if nobody gave one.
        state: State of the decision.
        because: Reasons why it is no further, one sentence each.
        conclusions: Conclusions, by topic, id and things.
        duties: Duties in the order of the work, each sentence with how certain it is.
        done: Finished duties, and records and concerns that owe nothing more.
        clocks: Clocks, in order of time.
        points: Open points that could change something, those that change most first.
        laws: Laws that are broken or not proven.
        denied: Denials that people may not expect, with the reasons.
        unplaced: People of the case without a part in any record, if there is one.
        perhaps: Records, and parts of people in them, that only another answer would bring.
        governed_by: Each document with the edition that governs, and a sentence where it is not held whole.
        receipt: What it rests on, so that it can be repeated: names and values in a fixed order.
        typed_in: Each concern as it was typed in.
        received: When the information was received, as far as that was typed in.
        carrying: What was decided and when, and how old those are whom a concern is about, each in a phrase.
        people: Where each person of the case lives and for whom they care, as it was typed in.
        amiss: What is told nowhere else: what does not fit, is not held, or is mistyped; moves that nothing reads.
        unused: Answers of the document that nothing uses, a sentence each.
    """

    case: str
    program: str
    title: str
    state: DecisionState
    because: tuple[str, ...]
    conclusions: tuple[DecidedConclusion, ...]
    duties: tuple[Duty, ...]
    clocks: tuple[DecidedClock, ...]
    points: tuple[OpenPoint, ...]
    laws: tuple[Law, ...]
    denied: tuple[Denied, ...]
    unplaced: tuple[Unplaced, ...]
    governed_by: tuple[tuple[str, str, str], ...]
    receipt: tuple[tuple[str, str], ...]
    received: TypedReceipt
    at: Moment | None = None
    perhaps: tuple[Perhaps, ...] = ()
    done: tuple[Done, ...] = ()
    typed_in: tuple[TypedConcern, ...] = ()
    carrying: tuple[str, ...] = ()
    people: tuple[TypedPerson, ...] = ()
    amiss: tuple[Reservation, ...] = ()
    unused: tuple[str, ...] = ()

    def about(self, id: str) -> tuple[DecidedConclusion, ...]:
        """Return what is concluded under one id, for example ``role``."""
        return tuple(conclusion for conclusion in self.conclusions if conclusion.id == id)

    def of_topic(self, topic: str) -> tuple[DecidedConclusion, ...]:
        """Return what is concluded of one topic, for example ``scope``.

        Raises:
            UnknownNameError: There is no such topic.
        """
        known = [member.value for member in Topic]
        if topic not in known:
            raise UnknownNameError("topic", topic, known, did_you_mean(topic, known))
        return tuple(conclusion for conclusion in self.conclusions if conclusion.topic == topic)
