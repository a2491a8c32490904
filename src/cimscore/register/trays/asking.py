"""The lists of a register as they are asked for, held to a decision made anew, and made anew."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from sqlalchemy import Connection

from cimscore.errors import DocumentError
from cimscore.register.kept.history import cases_in, history_of
from cimscore.register.storage.engines import Storage, reading, writing
from cimscore.register.trays.lists import (
    ListPart,
    counts_by_state,
    due_parts,
    relist,
    rows_in,
    trays,
    unlist,
    unlisted,
)
from cimscore.register.trays.rows import unread
from cimscore.register.trays.tallies import count_anew, is_miscounted


@attrs.frozen(kw_only=True, eq=False)
class Lists:
    """Lists of what is due in all cases, and of what waits for whom, by the last decision of each case.

    Attributes:
        engine: The database of the register.
        decided: Gives the version of a case, and its rows by a decision made anew as of its last entry.
    """

    engine: Storage
    decided: Callable[[str], tuple[int, list[dict[str, Any]]]]

    def due(
        self, at: dt.datetime | None = None, *, first: int | None = None, show_kept: bool = False
    ) -> tuple[ListPart, ...]:
        """Return what is due and not done, in order of time, and what may be due besides.

        Args:
            at: Moment to hold it against; None to leave open what is overdue.
            first: How many of each part are told; None for all.
            show_kept: True to tell what is kept from somebody.
        """
        with self._reading() as connection:
            return due_parts(connection, at, first, show_kept=show_kept)

    def trays(self, *, first: int | None = None, show_kept: bool = False) -> tuple[ListPart, ...]:
        """Return every tray that something is in.

        Args:
            first: How many of each tray are told; None for all.
            show_kept: True to tell what is kept from somebody.
        """
        with self._reading() as connection:
            return trays(connection, first, show_kept=show_kept)

    def counts_by_state(self) -> dict[tuple[str, str], int]:
        """Return how many records are in each state, by program and state."""
        with self._reading() as connection:
            return counts_by_state(connection)

    def is_miscounted(self) -> bool:
        """Return True if the lists tell another number than they hold."""
        with self._reading() as connection:
            return is_miscounted(connection)

    def differ_for(self, case: str) -> bool:
        """Return True if the lists hold something else of a case than is decided of it anew."""
        _, rows = self.decided(case)
        with self._reading() as connection:
            return rows != rows_in(connection, case)

    def make_anew(self) -> Iterator[str]:
        """Make the lists anew by the programs that are installed, and yield each case that is done."""
        with writing(self.engine) as connection:
            unlist(connection, cases_in(connection))
            count_anew(connection)
        return self._made()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Read the lists, once those of an older version are made."""
        for _ in self._made():
            pass
        with reading(self.engine) as connection:
            yield connection

    def _made(self) -> Iterator[str]:
        """List each case that is not listed, and yield it."""
        with reading(self.engine) as connection:
            cases = unlisted(connection)
        for case in cases:
            version, rows = self._read(case)
            with writing(self.engine) as connection:
                # Whoever made another version since has listed it.
                if history_of(connection, case).version == version:
                    relist(connection, case, rows)
            yield case

    def _read(self, case: str) -> tuple[int, list[dict[str, Any]]]:
        try:
            return self.decided(case)
        except DocumentError as error:  # these programs do not read it any more
            with reading(self.engine) as connection:
                return history_of(connection, case).version, [unread(case, error)]
