"""A PostgreSQL server that is thrown away: on loopback, with a password of its own, ended with the session."""

from __future__ import annotations

import contextlib
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import psycopg
import pytest

STORAGES = ("postgresql", "sqlite")
"""The kinds of database. Every test of a contract takes each."""
FILE_FIRST = (pytest.param("postgresql", marks=pytest.mark.long), "sqlite")
ON_A_FILE = pytest.mark.parametrize("place", FILE_FIRST, indirect=True)
"""For tests of what is said, where others hold the same of either kind: on a file, and in the long run on a server."""
OLDEST = 15
ABSENT = "PostgreSQL is not installed (Debian: apt-get install postgresql): nothing of it is tested"
UNPRIVILEGED = "PostgreSQL does not run as root, and there is no user postgres, or no setpriv, to run it as"
SETTINGS = {
    "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off", "shared_buffers": "16MB",
    "max_connections": "40", "autovacuum": "off", "restart_after_crash": "on", "logging_collector": "off",
}  # fmt: skip


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL that is installed and new enough."""
    found = {int(folder.parent.name): folder for folder in Path("/usr/lib/postgresql").glob("[0-9]*/bin")}
    on_path = shutil.which("postgres")
    if on_path:
        said = subprocess.run([on_path, "--version"], capture_output=True, text=True, check=True).stdout
        found[int((re.findall(r"\d+", said) or ["0"])[0])] = Path(on_path).resolve().parent
    newest = max(found, default=0)
    return found[newest] if newest >= OLDEST else None


def why_not() -> str:
    """Why no server can be started; empty if one can."""
    if binaries() is None:
        return ABSENT
    if os.geteuid() == 0:
        with contextlib.suppress(KeyError):
            pwd.getpwnam("postgres")
            return "" if shutil.which("setpriv") else UNPRIVILEGED
        return UNPRIVILEGED
    return ""


@attrs.define(kw_only=True)
class Cluster:
    """A server with its folder."""

    folder: Path
    port: int
    password: str
    process: subprocess.Popen[bytes] | None = None
    made: int = 0
    given_back: list[str] = attrs.field(factory=list)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [*_as_nobody_special(), _bin("postgres"), "-D", self.folder / "data", "-p", str(self.port), *options]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/")
        self.wait()

    def wait(self) -> None:
        """Wait until it answers: after its start, or after it has thrown everybody out."""
        for _ in range(600):
            with contextlib.suppress(psycopg.OperationalError):
                self.administer("SELECT 1")
                return
            time.sleep(0.05)
        raise AssertionError((self.folder / "log").read_text(encoding="utf-8"))

    def kill_backend(self, backend: int) -> None:
        """Kill the process that serves a connection, and wait until the server has thrown everybody out for it."""
        before = (self.folder / "log").stat().st_size
        try:
            os.kill(backend, signal.SIGKILL)
        except ProcessLookupError:  # the connection was closed before
            return
        for _ in range(1_200):
            if b"ready to accept connections" in (self.folder / "log").read_bytes()[before:]:
                return
            time.sleep(0.05)
        raise AssertionError((self.folder / "log").read_text(encoding="utf-8"))

    def shut_down(self, _backend: int) -> None:
        """Shut it down at once, whatever its processes are doing."""
        self.stop()

    def start_again(self) -> None:
        """Start it, if it was shut down; in the thread of the session, with which it ends."""
        if self.process is not None and self.process.poll() is not None:
            self.start()

    def stop(self) -> None:
        """End it by an immediate shutdown."""
        assert self.process is not None
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(60)

    def administer(self, statement: str) -> None:
        """Do something as who runs the server."""
        with psycopg.connect(self.address("postgres"), autocommit=True, connect_timeout=5) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    def address(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql://owner:{self.password}@127.0.0.1:{self.port}/{database}"

    def database(self) -> str:
        """The address of a new database."""
        self.made += 1
        self.administer(f"CREATE DATABASE register{self.made}")
        return self.address(f"register{self.made}")

    def borrowed(self) -> str:
        """The address of an empty database: one that was given back, or else a new one."""
        return self.given_back.pop() if self.given_back else self.database()

    def take_back(self, address: str) -> None:
        """Empty a database for the next who borrows one: to make one and to delete it takes a second each."""
        with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
            connection.execute("SET lock_timeout = '5s'")
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        self.given_back.append(address)


@contextlib.contextmanager
def started() -> Iterator[Cluster]:
    """A server, ended at the end by its own process."""
    folder = Path(tempfile.mkdtemp(prefix="cimscore-postgresql-"))
    password = secrets.token_hex(16)
    try:
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)
        (folder / "password").write_text(password, encoding="utf-8")
        command = [
            *_as_nobody_special(), _bin("initdb"), "-D", folder / "data", "-U", "owner", "--no-sync", "-A",
            "scram-sha-256", "--pwfile", folder / "password", "--encoding", "UTF8", "--locale", "C.UTF-8",
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, cwd="/")
        cluster = Cluster(folder=folder, port=_free_port(), password=password)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder)


def _as_nobody_special() -> list[str]:
    """How a command begins that is run as who may run a server. It ends with the process that started it."""
    if not shutil.which("setpriv"):
        return []
    user = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *user, "--pdeathsig", "QUIT"]


def _bin(name: str) -> Path:
    folder = binaries()
    assert folder is not None
    return folder / name


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
