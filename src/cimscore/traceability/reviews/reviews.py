"""Reviews: who last read a rule against its clauses, when, and what both said then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from cimscore.errors import CimsError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause
from cimscore.policy.digests import passages_digest, statement_digest
from cimscore.rulebook import Rule, Rulebook
from cimscore.traceability.declared.uses import uses_in


class UnsignedReviewError(CimsError):
    """A reading was to be recorded without a name or a reason: give both."""


@attrs.frozen(kw_only=True, order=True)
class Pin:
    """A clause as it was when a rule was read against it.

    Attributes:
        clause: The clause's id.
        source: Digest of the source's own passages; empty where the document is not at hand.
        statement: Digest of our statement of them.
    """

    clause: str
    source: str
    statement: str


class NeverReadError(CimsError):
    """Only a change was read, of a rule that nobody has read as a whole: read the rule, and say so."""


@attrs.frozen(kw_only=True)
class WholeReading:
    """The last reading of a whole rule, kept where only a change was read since.

    Attributes:
        by: Who read it.
        on: The day.
        why: What made the reading necessary, or what it found.
    """

    by: str
    on: dt.date
    why: str


@attrs.frozen(kw_only=True)
class Review:
    """The last reading of a rule against its clauses.

    Attributes:
        rule: The rule's address, ``program/conclusion/row`` or ``program/clock/clock``.
        digest: The rule's digest then.
        clauses: The clauses it rested on, as they were then: those it cited, and those of tables it looked up.
        by: Who read it.
        on: The day.
        why: What made the reading necessary, or what it found.
        whole: The last reading of the whole rule; None if this one is it, and not only of what changed.
    """

    rule: str
    digest: str
    clauses: tuple[Pin, ...]
    by: str
    on: dt.date
    why: str
    whole: WholeReading | None = None

    @property
    def last_whole(self) -> WholeReading:
        """Return the last reading of the whole rule."""
        return self.whole or WholeReading(by=self.by, on=self.on, why=self.why)

    def pin(self, clause: str) -> Pin | None:
        """Return a clause as it was then; None if the rule was not read against it."""
        return next((pin for pin in self.clauses if pin.clause == clause), None)


def pin_of(clause: Clause) -> Pin:
    """Return a clause as it is now. An edition that only inherits it leaves this unchanged."""
    return Pin(clause=clause.id, source=passages_digest(clause), statement=statement_digest(clause))


def review_of(rule: Rule, clauses: Iterable[Clause], *, by: str, on: dt.date, why: str) -> Review:
    """Return the record that somebody has read a rule against its clauses, as both are now.

    Raises:
        UnsignedReviewError: Nobody is named, or no reason is given.
    """
    if not by.strip() or not why.strip():
        raise UnsignedReviewError(
            "A reading is recorded with who read and why: give both, such as --by 'Kim Example' --why 'only reworded'."
        )
    pins = tuple(sorted(map(pin_of, clauses)))
    return Review(rule=rule.address, digest=rule.digest, clauses=pins, by=by.strip(), on=on, why=" ".join(why.split()))


def cleared(
    reviews: Iterable[Review],
    rulebook: Rulebook,
    rules: Iterable[str],
    *,
    by: str,
    on: dt.date,
    why: str,
    change_only: bool = False,
) -> tuple[Review, ...]:
    """Return the reviews with a new one for each of `rules` in place of its last, sorted by rule.

    Reviews of rules that their program no longer has are left out: nothing is left to read. Where only a change was
    read, the last reading of the whole rule is kept beside it.

    Raises:
        UnknownNameError: A rule is not known.
        NeverReadError: Only a change was read, of a rule that nobody has read as a whole.
        UnsignedReviewError: Nobody is named, or no reason is given.
    """
    resting = uses_in(rulebook).resting
    current = {review.rule: review for review in reviews if review.rule in rulebook.rules}
    for address in rules:
        rule = rulebook.rules.get(address)
        if rule is None:
            raise UnknownNameError("rule", address, rulebook.rules, did_you_mean(address, rulebook.rules))
        clauses = [rulebook.clauses[clause] for clause in resting.get(address, ())]
        before = current.get(address)
        if change_only and before is None:
            raise NeverReadError(
                f"Nobody has read {address} as a whole: read it against its clauses, and leave --change-only out."
            )
        review = review_of(rule, clauses, by=by, on=on, why=why)
        current[address] = attrs.evolve(review, whole=before.last_whole) if change_only and before else review
    return tuple(current[address] for address in sorted(current))
