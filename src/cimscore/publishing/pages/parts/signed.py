"""Sign-offs of a department for each clause, and what has to be signed again."""

from __future__ import annotations

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper.markdown import bullets, plain
from cimscore.publishing.pages.standing.standing import badge
from cimscore.traceability.trace.model import TracedClause, TracedProgram


def signed_list(book: Book, clause: TracedClause) -> str:
    """Return the sign-offs of a clause, the newest first; empty where there is none."""
    now = book.rulebook.clauses.get(clause.id)
    return bullets(
        f"{badge('▲', 'Sign again', 'suspect') if sign_off.is_stale(now) else badge('✓', 'Signed', 'in-step')} "
        f"{plain(sign_off.in_words(now))}"
        for sign_off in book.signed.get(clause.id, ())
    )


def signed_in_words(book: Book, program: TracedProgram) -> str:
    """Return how many clauses of a program are signed; empty if nobody has signed anything."""
    clauses = [clause for clause in book.part_of(program.id, book.clauses) if clause.id in book.signed]
    if not clauses:
        return ""
    stands = [clause for clause in clauses if not needs_signing_again(book, clause)]
    changes = [clause for clause in stands if not book.signed[clause.id][0].agrees]
    again = len(clauses) - len(stands)
    every = len(book.part_of(program.id, book.clauses))
    asked = f" (a change is asked for: {len(changes)})" if changes else ""
    return (
        f"Signed: {len(stands)} of {every} clauses{asked}. To be signed again, since the clause has changed: {again}."
    )


def needs_signing_again(book: Book, clause: TracedClause) -> bool:
    """Return True if a clause was signed, and every sign-off of it is of what it said before."""
    now = book.rulebook.clauses.get(clause.id)
    those = book.signed.get(clause.id, ())
    return bool(those) and all(sign_off.is_stale(now) for sign_off in those)
