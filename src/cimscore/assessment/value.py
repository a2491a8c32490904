"""The decision of one program about one case, as a frozen value."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from cimscore.assessment.near import Near, Unplaced
from cimscore.assessment.undecided import Law, OpenPoint
from cimscore.calendars import Due
from cimscore.clocks import Uncounted

Supposed = tuple[tuple[str, str], ...]
"""Answers supposed together: the address of each question and the answer in words."""


def address_of(id: str, things: Iterable[object]) -> str:
    """Return the address of what is concluded of some things, as in ``role@ari@notification:north``.

    Things may be left out from the end of an address, and a value that has a space or an ``@`` in it is.
    """
    written = itertools.takewhile(lambda text: text and not {" ", "@"} & {*text}, map(str, things))
    return "@".join((id, *written))


class Standing(enum.StrEnum):
    """How sure a conclusion is."""

    CERTAIN = "certain"
    PROVISIONAL = "provisional"


class State(enum.StrEnum):
    """How far a decision has come.

    *Final*: nothing open could change it, and its laws hold. *Provisional*: its laws hold by the working answers.
    *Incomplete*: something that is owed has no answer, or nothing is in force.
    """

    FINAL = "final"
    PROVISIONAL = "provisional"
    INCOMPLETE = "incomplete"


@attrs.frozen(kw_only=True)
class Conclusion:
    """Something that is concluded.

    Attributes:
        topic: What it is about, in the word of its topic.
        id: The conclusion's id, for example ``harm-household``.
        things: Of which things, as in the document.
        says: The sentence about them.
        standing: How sure it is.
        rests_on: The smallest sets of other answers with which it would not hold; none where it is certain.
        whichever: The question whose every answer gives it, where it is certain by trying them; else empty.
        proven: False where nothing was found that would change it, and it could not be shown to be certain.
        clauses: The clauses of the rows that give it.
        rows: The ids of those rows.
        leading: Whether it only leads to others, so that people are told those.
        warns: Whether it says that something is amiss.
        denies: Whether it is the reason why something does not hold.
        refers: Who else may be owed something by it: a program's id, or who that is; empty for anything else.
    """

    topic: str
    id: str
    things: tuple[Any, ...]
    says: str
    standing: Standing
    rests_on: tuple[Supposed, ...] = ()
    whichever: str = ""
    proven: bool = True
    clauses: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    leading: bool = False
    warns: bool = False
    denies: bool = False
    refers: str = ""

    @property
    def address(self) -> str:
        """Return the text by which people ask about it: its id and its things, as in ``harm-household@north``."""
        return address_of(self.id, self.things)


@attrs.frozen(kw_only=True)
class ReadOtherwise:
    """Another reading by which a clock would stand otherwise.

    Attributes:
        reading: The address of the unclear point.
        asks: Its question.
        answer: The other reading, in words.
        word: How the clock would stand.
    """

    reading: str
    asks: str
    answer: str
    word: str


@attrs.frozen(kw_only=True)
class Stands:
    """How a clock stands.

    Attributes:
        word: Waiting, running, met, met late, overdue or not counted; or that it cannot be told.
        standing: How sure that is.
        amount: How much time is left, or by how much it is late, in the clock's own unit; empty where there is none.
        says: All of it in words, with what would tell where it cannot be told.
        barred: How sure it is that the act may not be done for now; None where nothing forbids it.
        otherwise: The other readings by which it would stand otherwise.
    """

    word: str
    standing: Standing
    amount: str = ""
    says: str
    barred: Standing | None = None
    otherwise: tuple[ReadOtherwise, ...] = ()


@attrs.frozen(kw_only=True)
class Clock:
    """A clock: what is to be done by when, and how it stands.

    Attributes:
        id: The clock's id, for example ``approve``.
        what: The act in words.
        who: Who acts; empty where the source names nobody.
        things: What it hangs on, as in the document.
        due: When it is due by the working answers, or why no day can be counted; None while it waits.
        standing: How sure that day is.
        latest: The latest day it can be due, whichever way one open question is answered; None where that is not known.
        soonest: The soonest day that some other answer may give, where that is sooner than `due`; else None.
        states: How it stands, each word with how sure it is.
        stands: The same in words, with how much time is left or by how much it is late.
        counted_from: What it counts from, in words.
        rests_on: The smallest sets of other answers that give another day.
        clauses: The clauses it rests on.
        records: The records that show it.
    """

    id: str
    what: str
    who: str
    things: tuple[Any, ...]
    due: Due | Uncounted | None
    standing: Standing
    latest: Due | None = None
    soonest: Due | None = None
    states: tuple[tuple[str, Standing], ...] = ()
    stands: Stands
    counted_from: str = ""
    rests_on: tuple[Supposed, ...] = ()
    clauses: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Return the text by which people ask about it: its id and its things, as in ``approve@c1@ari``."""
        return address_of(self.id, self.things)


@attrs.frozen(kw_only=True)
class Duty:
    """Something that is to be done. It unpacks into what it says and how sure it is.

    Attributes:
        says: The whole sentence: who must do what, to whom.
        standing: How sure it is.
        head: The beginning of the sentence: who acts, and how strongly the clause binds.
        form: The rest of it, with ``{}`` for whom or what it names.
        of: Whom or what it names; empty where it names nobody.
        whom: The person whom it names; empty where that is nobody.
        at_once: Whether the source asks for it at once.
        rests_on: The smallest sets of other answers with which it would not be owed.
        clauses: The clauses that ask for it.
        records: The records to which it belongs; none for a duty about the whole case.
    """

    says: str
    standing: Standing
    head: str = ""
    form: str = ""
    of: str = ""
    whom: str = ""
    at_once: bool = False
    rests_on: tuple[Supposed, ...] = ()
    clauses: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Any]:
        return iter((self.says, self.standing))


@attrs.frozen(kw_only=True)
class Done:
    """Something that is finished, and so is not told as owed.

    Attributes:
        says: What it is, in words: the duty, or the record or concern with how it is finished.
        at: When it was done, in words; empty where that is not told.
        by: Who did it, in words; empty where that is not told.
        act: Whether it is an act that was done; False for a record or concern that is finished.
    """

    says: str
    at: str = ""
    by: str = ""
    act: bool = True


@attrs.frozen(kw_only=True)
class Denied:
    """Something that does not hold, with the reason: out of scope, not reportable.

    Attributes:
        id: The id of what does not hold, for example ``in-scope``.
        things: Of which things.
        says: That it does not, in words.
        standing: How sure that is.
        grounds: The reasons that the program concludes, each with its clauses and what it rests on.
        nearest: The ways in which it nearly holds.
        others: How many more ways are about another choice, such as another service.
        would_change: Each single fact with which it would hold: the question's address, the question, the answer.
    """

    id: str
    things: tuple[Any, ...]
    says: str
    standing: Standing
    grounds: tuple[Conclusion, ...] = ()
    nearest: tuple[Near, ...] = ()
    others: int = 0
    would_change: tuple[tuple[str, str, str], ...] = ()

    @property
    def address(self) -> str:
        """Return the text by which people ask about it: its id and its things, as in ``in-scope@i1``."""
        return address_of(self.id, self.things)


@attrs.frozen(kw_only=True)
class Decision:
    """What one program says of one case.

    Attributes:
        case: The case's id.
        program: The program's id.
        title: What people call the program.
        state: How far it has come.
        because: Why it is no further, one sentence each.
        conclusions: Everything concluded, by topic, id and things.
        duties: What is to be done: at once first, then in the order of the work.
        done: What is finished: duties that are done, and what owes nothing more.
        clocks: The clocks, in order of time.
        points: What is open and could change something, in the order of how much it changes.
        laws: The laws that do not hold, or are not proven.
        denied: What does not hold and people may have expected, with the reason.
        unplaced: The people of the case who have no part in any record, where there is one.
        governed_by: Each document with the edition that governs, and a sentence where its text is not held, or
            where it is held in part and may say more.
        receipt: What it rests on, so that it can be repeated: names and values in a fixed order.
        amiss: Sentences of `because` that are told nowhere else: what does not fit, what the source does not hold.
    """

    case: str
    program: str
    title: str
    state: State
    because: tuple[str, ...]
    conclusions: tuple[Conclusion, ...]
    duties: tuple[Duty, ...]
    clocks: tuple[Clock, ...]
    points: tuple[OpenPoint, ...]
    laws: tuple[Law, ...]
    denied: tuple[Denied, ...]
    unplaced: tuple[Unplaced, ...]
    governed_by: tuple[tuple[str, str, str], ...]
    receipt: tuple[tuple[str, str], ...]
    done: tuple[Done, ...] = ()
    amiss: tuple[str, ...] = ()

    def about(self, id: str) -> tuple[Conclusion, ...]:
        """Return what is concluded under one id, for example ``role``."""
        return tuple(conclusion for conclusion in self.conclusions if conclusion.id == id)

    def of_topic(self, topic: str) -> tuple[Conclusion, ...]:
        """Return what is concluded of one topic, for example ``scope``."""
        return tuple(conclusion for conclusion in self.conclusions if conclusion.topic == topic)
