"""Reviews of clauses: who has held our words against the source's, when, and what both said then."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Sequence

import attrs

from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause
from cimscore.rulebook import Rulebook
from cimscore.traceability.reviews.reviews import Pin, UnsignedReviewError, pin_of


class Reader(enum.StrEnum):
    """Readers of a clause among the authors. A department's own reading is a sign-off, which is kept apart."""

    FIRST = "first"
    SECOND = "second"

    @property
    def words(self) -> str:
        """Return whose it is, in words."""
        return f"the authors' {self.value} reading"


@attrs.frozen(kw_only=True, order=True)
class ClauseReview:
    """One review of a clause: our words held against the source's.

    Attributes:
        pin: The clause as it was then.
        reader: Which reading it is.
        by: Who read, with the role in it where that matters.
        on: The day.
        remark: What was found; empty where nothing was.
    """

    pin: Pin
    reader: Reader
    by: str
    on: dt.date
    remark: str = ""


def current(reviews: Iterable[ClauseReview], clause: Clause) -> tuple[ClauseReview, ...]:
    """Return the reviews of a clause that still hold: neither our words nor the source's have changed since."""
    now = pin_of(clause)
    return tuple(sorted(review for review in reviews if review.pin == now))


def reviewed(
    reviews: Sequence[ClauseReview], rulebook: Rulebook, clauses: Iterable[str], *, reader: Reader, by: str,
    on: dt.date, remark: str = "",
) -> tuple[ClauseReview, ...]:  # fmt: skip
    """Return the reviews with a new one of each of `clauses`, in place of the last of the same reader.

    Raises:
        UnknownNameError: A clause is not known.
        UnsignedReviewError: Nobody is named.
    """
    if not by.strip():
        raise UnsignedReviewError("A review is recorded with who read: name them, such as --by 'Kim Example'.")
    found = {(review.pin.clause, review.reader): review for review in reviews}
    for clause in clauses:
        if clause not in rulebook.clauses:
            raise UnknownNameError("clause", clause, rulebook.clauses, did_you_mean(clause, rulebook.clauses))
        pin = pin_of(rulebook.clauses[clause])
        review = ClauseReview(pin=pin, reader=reader, by=by.strip(), on=on, remark=" ".join(remark.split()))
        found[clause, reader] = review
    return tuple(sorted(found.values()))
