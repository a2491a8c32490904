"""Roles of a database: staff add to a register and never see the vault; a look at it stands in the chain first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from cluster import Cluster
from sqlalchemy import Engine, text

from cimscore.case import Case
from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.register import NotARegisterError, Register, Roles, Signed, Step, StorageError, open_register
from cimscore.register.storage.engines import writing
from cimscore.register.storage.versions import created, opened
from cimscore.rulebook import Rulebook

EXAMPLES = Path(__file__).parents[2] / "examples"
KIM = Signed(person="Kim Example", role="child-safety-officer")
ROLES = Roles(staff="staff of house 1", vault="intake")


@pytest.fixture
def address(cluster: Cluster) -> Iterator[str]:
    """A register on a server whose roles have what they need."""
    address = cluster.database()
    for role in ('"staff of house 1"', "intake"):
        cluster.administer(f"DROP ROLE IF EXISTS {role}")
        cluster.administer(f"CREATE ROLE {role} LOGIN PASSWORD '{cluster.password}'")
    cluster.administer("DROP ROLE IF EXISTS visitor")
    cluster.administer("CREATE ROLE visitor")
    engine = created(address)
    run(engine, *ROLES.statements())
    engine.dispose()
    yield address
    engine = opened(address)
    run(engine, 'DROP OWNED BY "staff of house 1", intake, visitor')
    engine.dispose()


def run(engine: Engine, *statements: str) -> None:
    """Run statements as the owner."""
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


def as_role(address: str, role: str) -> str:
    """The address as a role logs in."""
    return address.replace("//owner:", f"//{role}:")


@pytest.fixture
def case(rulebook: Rulebook) -> Case:
    return rulebook.read_case(EXAMPLES / "both-programs.yaml")


def test_staff_do_their_work_and_never_see_the_vault(address: str, case: Case, rulebook: Rulebook) -> None:
    register = open_register(as_role(address, "staff%20of%20house%201"), rulebook)
    register.add(case, KIM)
    register.move(case.id, Step(record="notification:border-house", move="submit"), KIM)
    assert register.lists.due() and register.lists.trays() and register.stood(case.id).history.version == 2

    with pytest.raises(StorageError, match="permission denied for table vault"):
        register.notifiers(case.id, KIM, "a court asks")
    for statement in ("UPDATE entry SET kind = 'x'", "DELETE FROM act", "TRUNCATE reading", "SELECT * FROM vault"):
        with pytest.raises(StorageError, match="permission denied"):
            run(register.engine, statement)
    register.close()


def test_the_vault_is_read_only_after_a_look_is_kept(address: str, case: Case, rulebook: Rulebook) -> None:
    register = open_register(as_role(address, "intake"), rulebook)
    register.add(case, KIM)
    register.add(attrs.evolve(case, id="other"), KIM)
    assert count(register) == 0

    assert register.notifiers(case.id, KIM, "a court asks") == ((1, None),)
    assert count(register) == 1  # of this case alone
    hour_ago = dt.datetime.now(dt.UTC) - dt.timedelta(hours=1)
    owner = open_register(address, rulebook)
    with writing(owner.engine) as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text("UPDATE entry SET at = :at"), {"at": hour_ago.isoformat(timespec="microseconds")})
    assert count(register) == 0
    owner.close()
    register.close()


def count(register: Register) -> int:
    """How many rows of the vault are seen."""
    with writing(register.engine) as connection:
        return int(connection.scalar(text("SELECT count(*) AS count_1 FROM vault")) or 0)


def test_the_check_finds_nothing_or_names_what_does_not_hold(address: str, case: Case, rulebook: Rulebook) -> None:
    owner = open_register(address, rulebook)
    owner.add(case, KIM)
    before = owner.head()
    assert ROLES.problems(owner.engine) == ()
    for spoiled, told in (
        ('GRANT SELECT ON vault TO "staff of house 1"', "staff of house 1 can: SELECT count(*) AS count_1 FROM vault"),
        ("GRANT UPDATE ON entry TO intake", "intake can: UPDATE entry SET number = number"),
        (
            'REVOKE INSERT, SELECT ON move FROM "staff of house 1"',
            "staff of house 1 cannot: SELECT count(*) AS count_1 FROM move",
        ),
        ("ALTER TABLE vault DISABLE ROW LEVEL SECURITY", "intake sees rows of the vault of which no look was kept"),
        ("GRANT SELECT ON document TO PUBLIC", "visitor is neither and has rights to: document"),
    ):
        run(owner.engine, spoiled)
        assert told in ROLES.problems(owner.engine)
        run(owner.engine, *ROLES.statements())
        assert ROLES.problems(owner.engine) == ()
    assert owner.head() == before
    with pytest.raises(StorageError):
        Roles(staff="nobody", vault="intake").problems(owner.engine)
    owner.close()


@pytest.mark.parametrize(
    ("given", "taken", "told"),
    [
        ("GRANT SELECT (says_all) ON listed TO visitor", "REVOKE ALL ON listed FROM visitor",
         "visitor is neither and has rights to: listed"),
        ("GRANT pg_read_all_data TO visitor", "REVOKE pg_read_all_data FROM visitor",
         "visitor is neither and has rights to: decision"),
        ('GRANT "staff of house 1" TO visitor; GRANT SELECT ON vault TO visitor',
         'REVOKE "staff of house 1" FROM visitor; REVOKE ALL ON vault FROM visitor',
         "visitor is not in intake and reads: vault"),
        ("GRANT intake TO visitor; ALTER ROLE visitor BYPASSRLS",
         "REVOKE intake FROM visitor; ALTER ROLE visitor NOBYPASSRLS",
         "visitor is in intake and passes by row-level security"),
    ],
    ids=["a column", "everything", "staff with a right of their own", "one who passes by"],
)  # fmt: skip
def test_the_check_finds_who_else_reads(
    address: str, case: Case, rulebook: Rulebook, given: str, taken: str, told: str
) -> None:
    """Documents, decisions and lists hold addresses that are kept from somebody: only the two roles may read them."""
    owner = open_register(address, rulebook)
    owner.add(case, KIM)
    assert ROLES.problems(owner.engine) == ()
    run(owner.engine, *given.split("; "))
    assert told in ROLES.problems(owner.engine)
    run(owner.engine, *taken.split("; "))
    assert ROLES.problems(owner.engine) == ()
    owner.close()


def test_a_file_has_no_roles(file_register: Register) -> None:
    with pytest.raises(NotARegisterError, match="has roles"):
        ROLES.problems(file_register.engine)


def test_the_command_writes_the_statements_and_tries_them(
    cluster: Cluster, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["register", "roles", address, "--staff", ROLES.staff, "--vault", ROLES.vault]
    assert main(command) == Exit.DONE
    told = capsys.readouterr().out
    assert main([*command, "--check"]) == Exit.DONE
    assert capsys.readouterr().out == "Each role can do what it must, and nothing else.\n"

    engine = opened(address)
    run(engine, 'REVOKE INSERT, SELECT ON act FROM "staff of house 1"')
    assert main([*command, "--check"]) == Exit.PROBLEMS
    run(engine, *filter(None, map(str.strip, told.split(";\n"))))
    assert main([*command, "--check"]) == Exit.DONE
    engine.dispose()
