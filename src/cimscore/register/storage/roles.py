"""Roles of a PostgreSQL database: what staff may do with a register, and who may read the vault, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs
from sqlalchemy import Connection, Engine, Table, func, select, text
from sqlalchemy.exc import DBAPIError

from cimscore.register.errors import NotARegisterError, StorageError
from cimscore.register.storage.engines import writing
from cimscore.register.storage.tables import DERIVED, ENTRY, HEAD, SEALED, VAULT

_ADDED_TO: Final = (ENTRY, *SEALED)
_LOOKED_AT: Final = """EXISTS (
    SELECT 1 FROM act AS kept, act AS look JOIN reading USING (number) JOIN entry USING (number)
    WHERE kept.number = vault.number AND look.case_id = kept.case_id
    AND entry.at::timestamptz > now() - interval '10 minutes')"""
"""A look at the notifier of this case stands in the chain since not long ago."""
_OTHERS: Final = text("""
    SELECT role.rolname, held.relname FROM pg_roles AS role, pg_class AS held
    WHERE held.oid = ANY (CAST(:tables AS regclass[]))
    AND NOT role.rolsuper AND NOT starts_with(role.rolname, 'pg_') AND role.oid <> held.relowner
    AND NOT pg_has_role(role.oid, CAST(:of AS name), 'MEMBER')
    AND (has_table_privilege(role.oid, held.oid, :rights) OR has_any_column_privilege(role.oid, held.oid, :columns))
    ORDER BY 1, 2""")
"""Everybody outside of a role who has a right to one of some tables, by whichever way; without the server's own."""
_PASSING_BY: Final = text("""
    SELECT rolname FROM pg_roles
    WHERE rolbypassrls AND NOT rolsuper AND pg_has_role(oid, CAST(:vault AS name), 'MEMBER') ORDER BY 1""")


@attrs.frozen(kw_only=True)
class Roles:
    """Two roles of a database server. Whoever runs the server makes them, and says who is in each.

    Attributes:
        staff: Role that adds to the register and reads it, but for the vault.
        vault: Role that reads the vault besides, of a case at whose notifier a look has been kept.
    """

    staff: str
    vault: str

    def statements(self) -> tuple[str, ...]:
        """Return the statements that give each role what it needs and nothing else; the owner runs them."""
        staff, vault = _quoted(self.staff), _quoted(self.vault)
        added = ", ".join(table.name for table in _ADDED_TO)
        derived = ", ".join(table.name for table in DERIVED)
        every = f"{added}, {derived}, {HEAD.name}, {VAULT.name}, alembic_version"
        return (
            f"REVOKE ALL ON {every} FROM PUBLIC, {staff}, {vault}",
            f"GRANT {staff} TO {vault}",
            f"GRANT SELECT, INSERT ON {added} TO {staff}",
            f"GRANT SELECT, INSERT, DELETE ON {derived} TO {staff}",
            f"GRANT SELECT, UPDATE (number, digest) ON {HEAD.name} TO {staff}",
            f"GRANT SELECT ON alembic_version TO {staff}",
            f"GRANT INSERT ON {VAULT.name} TO {staff}",
            f"GRANT SELECT ON {VAULT.name} TO {vault}",
            f"ALTER TABLE {VAULT.name} ENABLE ROW LEVEL SECURITY",
            f"DROP POLICY IF EXISTS only_added ON {VAULT.name}",
            f"CREATE POLICY only_added ON {VAULT.name} FOR INSERT TO {staff} WITH CHECK (true)",
            f"DROP POLICY IF EXISTS after_a_look ON {VAULT.name}",
            f"CREATE POLICY after_a_look ON {VAULT.name} FOR SELECT TO {vault} USING ({_LOOKED_AT})",
        )

    def problems(self, engine: Engine) -> tuple[str, ...]:
        """Try as each role what it must be able to do and what it must not; return what does not hold.

        Nothing of it is kept.

        Args:
            engine: The database, as somebody who may act as both roles.

        Raises:
            NotARegisterError: It is no PostgreSQL database.
            StorageError: There is no such role, or nobody here may act as it.
        """
        if engine.dialect.name != "postgresql":
            raise NotARegisterError("Only a PostgreSQL database has roles. A file is for its owner alone.")
        with writing(engine) as connection:
            try:
                return tuple(self._problems(connection))
            finally:
                connection.rollback()

    def _problems(self, connection: Connection) -> Iterator[str]:
        refused = [
            *(f"{change} {table.name}{how}" for table in (*_ADDED_TO, VAULT) for change, how in _CHANGES),
            "DELETE FROM head",
            "DROP TABLE vault",
        ]
        seen = [_count(table) for table in (*_ADDED_TO, *DERIVED, HEAD)]
        looks = _count(VAULT)
        for role, may, may_not in (
            (self.staff, seen, [*refused, looks]),
            (self.vault, [*seen, looks], refused),
        ):
            yield from (f"{role} cannot: {told}" for told in may if _done(connection, role, told) is None)
            yield from (f"{role} can: {told}" for told in may_not if _done(connection, role, told) is not None)
        yield from self._others(connection)
        unseen = f"{looks} WHERE NOT {_LOOKED_AT}"
        if _done(connection, self.vault, unseen) not in ((0,), None):
            yield f"{self.vault} sees rows of the vault of which no look was kept"

    def _others(self, connection: Connection) -> Iterator[str]:
        """Yield who else has a right to a table: documents and decisions hold addresses that are kept from somebody."""
        every = {"rights": "SELECT, INSERT, UPDATE, DELETE, TRUNCATE", "columns": "SELECT, INSERT, UPDATE"}
        tables = [table.name for table in (*_ADDED_TO, *DERIVED, HEAD, VAULT)]
        for role, table in connection.execute(_OTHERS, {**every, "of": self.staff, "tables": tables}):
            yield f"{role} is neither and has rights to: {table}"
        reads = {"rights": "SELECT", "columns": "SELECT", "of": self.vault, "tables": [VAULT.name]}
        for role, table in connection.execute(_OTHERS, reads):
            yield f"{role} is not in {self.vault} and reads: {table}"
        for (role,) in connection.execute(_PASSING_BY, {"vault": self.vault}):
            yield f"{role} is in {self.vault} and passes by row-level security"


def _count(table: Table) -> str:
    return " ".join(str(select(func.count()).select_from(table)).split())


_CHANGES: Final = (("UPDATE", " SET number = number"), ("DELETE FROM", ""), ("TRUNCATE", " CASCADE"))


def _done(connection: Connection, role: str, statement: str) -> tuple[int, ...] | None:
    """Return what a statement gives as a role, an empty row where it gives none; None if it is refused."""
    with connection.begin_nested() as before:
        connection.execute(text(f"SET LOCAL ROLE {_quoted(role)}"))
        try:
            found = connection.execute(text(statement))
            return tuple(found.one()) if found.returns_rows else ()
        except DBAPIError as error:
            refused = _REFUSED.get(getattr(error.orig, "sqlstate", ""))
            if refused is None:
                raise StorageError(f"{role} cannot be tried: {statement}.") from None
            return () if refused == _BY_A_TRIGGER else None
        finally:
            before.rollback()


_BY_A_TRIGGER: Final = "a trigger alone"
_REFUSED: Final = {"42501": "no privilege", "23000": _BY_A_TRIGGER}
"""Ways in which the server refuses a statement. Where only a trigger does, the role has more than it needs."""


def _quoted(role: str) -> str:
    return '"' + role.replace('"', '""') + '"'
