"""Every function that runs while a case is decided is in the digest of a rule, so that its change is seen."""

from __future__ import annotations

import sys
from types import CodeType, FrameType
from typing import Any, Final

import pytest
from tests.each_nth import spread

import cimscore
from cimscore.rules import digests
from cimscore.rules.conditions.functions import calls_of, text_of
from cimscore.testing import assess_example
from cimscore.wire import load_examples

RULEBOOK: Final = cimscore.load_rulebook()


def digested(program: str, monkeypatch: pytest.MonkeyPatch) -> set[CodeType]:
    """Return the code of each function that the digests of a program's rules have read."""
    found: set[CodeType] = set()

    def recorded(function: object) -> str:
        found.update(called.__code__ for called in calls_of(function))
        return text_of(function)

    monkeypatch.setattr(digests, "text_of", recorded)
    digests.digests_of(RULEBOOK.program(program).program)
    return found


def run_while_deciding(program: str) -> set[CodeType]:
    """Return the code of each function of a program's package that runs while worked examples of it are decided."""
    declared = RULEBOOK.program(program).declared
    folder = str(sys.modules[declared.package].__file__).removesuffix("__init__.py")
    found: set[CodeType] = set()

    def profile(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            found.add(frame.f_code)

    sys.setprofile(profile)
    try:
        for example in spread(load_examples(RULEBOOK, program), 8):
            assess_example(example, RULEBOOK)
    finally:
        sys.setprofile(None)
    # A generator within a function is code of that function.
    return {code for code in found if code.co_filename.startswith(folder) and not code.co_name.startswith("<")}


@pytest.mark.spread
@pytest.mark.parametrize("program", RULEBOOK.programs)
def test_what_runs_while_a_case_is_decided_is_in_a_digest(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run = run_while_deciding(program)

    assert run
    assert {code.co_qualname for code in run - digested(program, monkeypatch)} == set()
