"""Whatever a document holds, it is read or refused: in a second, in little memory, without a word of the notifier."""

from __future__ import annotations

import io
import logging
import resource
import time
import traceback
from pathlib import Path

import pytest
from damage import CASES, CORPUS, SECRET, damaged, odd_notifier
from invented_questions import VOCABULARY

from cimscore.case import Case
from cimscore.errors import DocumentError
from cimscore.wire import read_case_text, write_case
from cimscore.wire.text import text_from

SECONDS = 1.0
MEGABYTES = 200


def read(data: bytes, name: str) -> Case | DocumentError:
    """The case, or why it cannot be read."""
    started = time.process_time()
    try:
        return read_case_text(text_from(io.BytesIO(data), name), VOCABULARY, name=name)
    except DocumentError as error:
        return error
    finally:
        taken = time.process_time() - started
        assert taken < SECONDS, f"{taken:.1f} s to read {data!r}"


def said(outcome: Case | DocumentError) -> str:
    """Everything that is said of a document: whatever an error holds and leads to, or the case as it is shown."""
    if isinstance(outcome, Case):
        return f"{outcome!r}{outcome}{write_case(outcome)}"
    told = "".join(traceback.format_exception(outcome))
    return f"{told}{outcome.problems!r}{vars(outcome)!r}{outcome.args!r}{outcome.__context__!r}"


def name_of(data: bytes) -> str:
    """The name to read a document by."""
    return "case.json" if data.lstrip().startswith(b"{") else "case.yaml"


def peak() -> float:
    """The most memory that this process has had so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_each_kept_document_is_read_or_refused(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        told = said(read(path.read_bytes(), path.name))

    assert SECRET not in told + caplog.text


def test_a_damaged_document_is_read_or_refused() -> None:
    before = peak()
    outcomes = [isinstance(read(damaged(number), name_of(damaged(number))), Case) for number in range(CASES)]

    assert any(outcomes) and not all(outcomes)
    assert peak() - before < MEGABYTES


def test_an_odd_notifier_is_shown_nowhere(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    leaks = []
    with caplog.at_level(logging.DEBUG):
        for number in range(CASES):
            data, name = odd_notifier(number)
            if SECRET in said(read(data, name)):
                leaks.append((number, data))

    assert leaks == []
    assert SECRET not in caplog.text + "".join(capfd.readouterr())
