"""Tables of the policy, with a clause for each row."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

import attrs

from cimscore.errors import Problem
from cimscore.ids import did_you_mean
from cimscore.policy.citations import in_words, parts_of_citation, problems_of_citations
from cimscore.policy.policy import Policy
from cimscore.policy.sources import Source

K = TypeVar("K")
V = TypeVar("V")


@attrs.frozen
class Row(Generic[K, V]):
    """Line of a table: its key, its value, and its clause.

    It applies in the editions that have its clause. If a clause changes with an edition, the lines are dated: the old
    one *until* that edition, the new one *since* it.

    Attributes:
        key: Key.
        value: Value.
        clause: Clause that says so.
        since: Edition with which it begins, by its id or first day; None if its clause decides.
        until: Edition with which it ends, by its id or first day; None if its clause decides.
    """

    key: K
    value: V
    clause: str
    since: dt.date | str | None = attrs.field(default=None, metadata={"digested": "where given"})
    until: dt.date | str | None = attrs.field(default=None, metadata={"digested": "where given"})


def editions_of_row(row: Row[Any, Any], policy: Policy) -> tuple[str, ...]:
    """Return the editions in which a row applies: those that have its clause, from `since` on and before `until`.

    Raises:
        UnknownNameError: There is no such clause.
    """
    source = policy.source(policy.clause(parts_of_citation(row.clause)[0]).source)
    order = [edition.id for edition in source.editions]
    first = order.index(_edition(row.since, source)) if row.since is not None else 0
    end = order.index(_edition(row.until, source)) if row.until is not None else len(order)
    return tuple(edition for edition in policy.editions_of(row.clause) if first <= order.index(edition) < end)


def problems_of_rows(where: str, rows: Sequence[Row[Any, Any]], policy: Policy) -> Iterator[Problem]:
    """Yield what is wrong with a table's rows.

    That is a clause that is not declared, a date at which no edition begins, a row that holds in no edition, a key that
    has two rows in one edition, and a key that has one in an edition and none in the next.

    Args:
        where: The table, for people.
        rows: Its rows.
        policy: The program's policy.
    """
    clauses = {clause.id: clause for clause in policy.clauses}
    known: dict[Any, dict[tuple[str, str], Row[Any, Any]]] = defaultdict(dict)
    for row in rows:
        place = f"{where}, row {row.key!s}"
        problems = list(problems_of_citations([(place, row.clause)], clauses)) or list(_undated(place, row, policy))
        yield from problems
        for edition in () if problems else editions_of_row(row, policy):
            document = row.clause.partition("/")[0]
            other = known[row.key].setdefault((document, edition), row)
            if other is not row:
                yield Problem(
                    where=place,
                    found=f"two rows in the edition {edition}: {other.value!s} and {row.value!s}",
                    expected="one row for each key at one time",
                    hint="Date them: until=… for the old one, since=… for the new one.",
                )
                break
    for key, held in known.items():
        yield from _broken_off(f"{where}, row {key!s}", held, policy)


def _broken_off(where: str, held: Mapping[tuple[str, str], Row[Any, Any]], policy: Policy) -> Iterator[Problem]:
    """Yield that a key has a row in an edition and none in the next, which does not take the row's clause out.

    Args:
        where: The table and the key, for people.
        held: The key's row, by document and edition.
        policy: The program's policy.
    """
    documents = {document for document, _ in held}
    for (document, edition), row in sorted(held.items(), key=lambda line: line[0]) if len(documents) == 1 else ():
        clause = parts_of_citation(row.clause)[0]
        following = policy.following(document, edition)
        if following and (document, following) not in held and not policy.may_be_silent(clause, following):
            yield Problem(
                where=where, found=f"a row in the edition {edition}, and none in {following}",
                expected="a row in each edition, until one takes its clause out",
                hint=f"Write its row since={following!r}. If {following} takes it out, list {clause} there under gone.",
            )  # fmt: skip


def _undated(where: str, row: Row[Any, Any], policy: Policy) -> Iterator[Problem]:
    """Yield what is wrong with the dates of a row whose clause is known."""
    clause = policy.clause(parts_of_citation(row.clause)[0])
    source = policy.source(clause.source)
    found = [date for date in (row.since, row.until) if date is not None]
    wrong = [date for date in found if not _edition(date, source)]
    for date in wrong:
        known = [edition.id for edition in source.editions]
        known += [str(edition.from_) for edition in source.editions if edition.from_]
        begun = [name for name in known if name.startswith(str(date))]
        later = "A later edition is written before its rows: cimscore sources draft-edition drafts it."
        yield Problem(
            where=where, found=f"{date}, on which no edition of {source.id} begins",
            expected=f"an edition of it or its first day: {in_words(edition.id for edition in source.editions)}",
            hint=later if str(date) > max(known) else did_you_mean(str(date), begun or known),
        )  # fmt: skip
    if not wrong and not editions_of_row(row, policy):
        dates = f"since {row.since} and until {row.until}" if found else "its clause"
        yield Problem(
            where=where, found=f"a row that holds in no edition by {dates}",
            expected=f"since before until, and {row.clause} to stand between: it stands in {in_words(clause.editions)}",
        )  # fmt: skip


def _edition(date: dt.date | str, source: Source) -> str:
    """Return the edition that begins with a date, or has that id; empty if there is none."""
    return next((edition.id for edition in source.editions if date in (edition.id, edition.from_)), "")
