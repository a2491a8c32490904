"""Trials in a process that has the tests at hand: what a mutant changes in a function is changed where it stands.

To load everything anew takes most of a trial. A function that runs only while tests run can be given its new code
instead, in a process that branches off when every test is collected. A mutant that no test notices in this way is tried
again from its file.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, FunctionType
from typing import Final, NoReturn

import pytest

SECONDS: Final = 30
"""A trial that works so much longer than its tests took without a mutant has noticed: something runs for ever."""
WAITING: Final = 20
"""How many times as long it may wait for a processor, or for what never comes."""


class Loaded:
    """A process that has collected the tests, and tries each mutant in a branch of itself."""

    def __init__(self, tests: Sequence[str]) -> None:
        """Collect the tests, and wait until that is done: what is collected later would be of a mutant."""
        self._asks, answers = multiprocessing.Pipe()
        if not os.fork():
            self._asks.close()
            run_tests(tests, plugins=[_Trials(answers)])
        answers.close()
        self._asks.recv()

    def notices(self, path: Path, source: str, ids: Sequence[str], seconds: int) -> bool:
        """Return True if one of some tests fails with another text of a file.

        Args:
            path: The file.
            source: Its other text, in which only what functions do differs.
            ids: The tests, in order.
            seconds: How long they may work.
        """
        self._asks.send((path, source, ids, seconds))
        return bool(self._asks.recv())


class _Trials:
    """A plugin of pytest that runs tests as often as it is asked, each time in a process of its own."""

    def __init__(self, asked: Connection) -> None:
        self._asked = asked

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> NoReturn:
        self._asked.send("ready")
        while True:
            try:
                path, source, ids, seconds = self._asked.recv()
            except EOFError:
                os._exit(0)
            status = status_of(lambda: self._try(session, path, source, ids), seconds)  # noqa: B023 - asked at once
            self._asked.send(status)

    def _try(self, session: pytest.Session, path: Path, source: str, ids: Sequence[str]) -> NoReturn:
        """Run some of the tests with another text of a file, and end with 1 if one fails."""
        give_code(path, source)
        order = {id: place for place, id in enumerate(ids)}
        session.items = sorted(
            (item for item in session.items if item.nodeid in order), key=lambda it: order[it.nodeid]
        )
        try:
            session.config.pluginmanager.subset_hook_caller("pytest_runtestloop", [self])(session=session)
        except (session.Failed, session.Interrupted):
            os._exit(1)
        os._exit(1 if session.testsfailed else 0)


def give_code(path: Path, source: str) -> None:
    """Give each loaded function of a file the code that another text of the file has for it."""
    file = str(path.resolve())
    was, becomes = (
        list(_codes(compile(text, file, "exec", dont_inherit=True))) for text in (path.read_text("utf-8"), source)
    )
    if [code.co_qualname for code in was] != [code.co_qualname for code in becomes]:
        return
    codes = dict(zip(was, becomes, strict=True))
    for held in gc.get_objects():
        if isinstance(held, FunctionType) and held.__code__.co_filename == file and held.__code__ in codes:
            held.__code__ = codes[held.__code__]


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Yield a code and all that stand in it, in the order of the text."""
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _codes(part)


def status_of(work: Callable[[], object], seconds: int) -> int:
    """Return how a process that branches off to work has ended: 0 if all went well, else another number.

    Args:
        work: What it does, and then ends.
        seconds: How long it may work, however busy the machine is; 0 for as long as it likes.
    """
    child = os.fork()
    if not child:
        try:
            if seconds:
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
            work()
        finally:
            os._exit(1)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(WAITING * seconds)
    status = os.waitpid(child, 0)[1]
    signal.alarm(0)
    return status


def run_tests(*runs: Sequence[str], plugins: Sequence[object] = ()) -> NoReturn:
    """Run some tests, then others, without a word until one fails; end with the number of its run, or 0."""
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    for number, tests in enumerate(runs, 1):
        if pytest.main(["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", *tests], plugins=plugins):
            os._exit(number)
    os._exit(0)
