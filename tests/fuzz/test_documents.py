"""Whatever a document holds, it is read or refused: in a second, in little memory, without a word of the notifier."""

from __future__ import annotations

import io
import logging
import traceback
from pathlib import Path

import pytest
from damage import CORPUS, PART, SECRET, by_number, damaged, odd_notifier
from invented_questions import VOCABULARY
from limits_held import A_SECOND, in_little_memory, within

from cimscore.case import Case
from cimscore.errors import DocumentError
from cimscore.wire import read_case_text, write_case
from cimscore.wire.text import text_from


def read(data: bytes, name: str) -> Case | DocumentError:
    """The case, or why it cannot be read."""
    with within(A_SECOND, data):
        try:
            return read_case_text(text_from(io.BytesIO(data), name), VOCABULARY, name=name)
        except DocumentError as error:
            return error


def said(outcome: Case | DocumentError) -> str:
    """Everything that is said of a document: whatever an error holds and leads to, or the case as it is shown."""
    if isinstance(outcome, Case):
        return f"{outcome!r}{outcome}{write_case(outcome)}"
    told = "".join(traceback.format_exception(outcome))
    return f"{told}{outcome.problems!r}{vars(outcome)!r}{outcome.args!r}{outcome.__context__!r}"


def name_of(data: bytes) -> str:
    """The name to read a document by."""
    return "case.json" if data.lstrip().startswith(b"{") else "case.yaml"


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_each_kept_document_is_read_or_refused(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        told = said(read(path.read_bytes(), path.name))

    assert SECRET not in told + caplog.text


@by_number()
def test_a_damaged_document_is_read_or_refused(numbers: range) -> None:
    read_so_far = 0
    with in_little_memory():
        for number in numbers:
            data = damaged(number)
            read_so_far += isinstance(read(data, name_of(data)), Case)

    assert len(numbers) < PART or 0 < read_so_far < len(numbers)


@by_number()
def test_an_odd_notifier_is_shown_nowhere(
    numbers: range, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    leaks = []
    with caplog.at_level(logging.DEBUG), in_little_memory():
        for number in numbers:
            data, name = odd_notifier(number)
            if SECRET in said(read(data, name)):
                leaks.append((number, data))

    assert leaks == []
    assert SECRET not in caplog.text + "".join(capfd.readouterr())
