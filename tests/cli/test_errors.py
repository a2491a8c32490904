"""Whatever goes wrong, a person reads sentences and a script reads an exit code; nobody reads a traceback."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_program import CASE, CITED, declared, install, second

from cimscore.cli import inputs, tracing
from cimscore.cli.exits import Exit, exit_for
from cimscore.errors import RuleFailure
from cimscore.traceability import Gap, Justification, Upkeep

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes.yaml"
DAMAGE = ["", '"', "[", "}", ": ", "&a ", "\t", "\x07", "|", "-"]
BROKEN = {
    "empty": "",
    "a list": "- 1\n",
    "not yaml": "cimscore: 1\npeople: [\n",
    "unknown key": "cimscore: 1\nid: a\npoeple: []\n",
    "no such day": "cimscore: 1\nid: a\npeople: [{id: a, born: 2025-02-30}]\n",
    "naive time": "cimscore: 1\nid: a\ndates: {received: 2025-03-03T10:15}\n",
    "no such program": "cimscore: 1\nid: a\nprograms: [nothing]\n",
}

UNUSED = Justification(gap=Gap.CLAUSES_WITHOUT_RULES, about=("doc/other",), because="it was removed")

Run = Callable[..., Any]


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case under the invented program, which is then the only one."""
    install(monkeypatch, declared())
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["assess", "explain", "possible", "sensitivity", "check", "notifier"])
@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_document_ends_every_command_with_4(command: str, text: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    ran = run(command, path)

    assert (ran.code, ran.out) == (Exit.DOCUMENT, "")
    assert ran.err.startswith("cimscore: The case document cannot be read in ")


def test_a_file_that_is_not_there_or_is_no_document_ends_with_4(tmp_path: Path, run: Run) -> None:
    assert run("assess", tmp_path / "nothing.yaml").code == Exit.DOCUMENT
    assert run("assess", tmp_path).code == Exit.DOCUMENT
    assert run("check", __file__).code == Exit.DOCUMENT


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(CASE)), length=st.integers(0, 5), damage=st.sampled_from(DAMAGE))
def test_a_damaged_document_never_ends_in_a_mistake_of_our_own(
    at: int, length: int, damage: str, case: Path, run: Run
) -> None:
    case.write_text(CASE[:at] + damage + CASE[at + length :], encoding="utf-8")

    assert run("assess", case).code in (Exit.DONE, Exit.DOCUMENT, Exit.USAGE)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["asses", "x.yaml"], "invalid choice: 'asses'"),
        (["assess"], "the following arguments are required: CASE"),
        (["assess", EXAMPLE, "--programs", "x"], "cimscore assess: error: unrecognized arguments: --programs"),
        (
            ["sources", "draft-edition", "--program", "x", "--edition", "2026", "--out", "x"],
            "cimscore sources draft-edition: error: unrecognized arguments: --program",
        ),
        (["assess", EXAMPLE, "--reading", "x"], "is not ID=VALUE"),
        (["assess", EXAMPLE, "--at", "noon"], "'noon' is not now, a day"),
        (["assess", EXAMPLE, "--at", "2025-03-03T10:15"], "has no offset from UTC"),
        (["assess", EXAMPLE, "--program", "qld"], "There is no installed program 'qld'"),
        (["assess", EXAMPLE, "--reading", "x/y=z"], "There is no reading 'x/y'"),
        (["assess", EXAMPLE, "--reading", "qld-child-safety/end-of-last-day=noon"], "There is no member of"),
        (["assess", EXAMPLE, "extra"], "unrecognized arguments: extra"),
        (["explain", EXAMPLE, "x@north"], "There is no conclusion 'x'"),
        (["explain", EXAMPLE, "role", "--why-not"], "unrecognized arguments: --why-not"),
        (["possible", EXAMPLE, "x@north"], "There is no question of the case 'x@north'"),
        (["decide", EXAMPLE], "invalid choice: 'decide'"),
        (["rules", "--program", "qld"], "There is no installed program 'qld'"),
        (["draw", EXAMPLE], "Give -o FILE.svg"),
        (["draw", EXAMPLE, "-o", "-", "--table", "-"], "-o - and --table - would mix on standard output"),
        (["draw", EXAMPLE, "-o", "/no/such/folder/x.svg"], "cannot be written: No such file or directory"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_typed_wrongly_ends_with_2_and_says_what(arguments: list[object], said: str, run: Run) -> None:
    ran = run(*arguments)

    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert said in ran.err


def test_open_questions_are_no_error_unless_a_decision_is_required(case: Path, run: Run) -> None:
    assert run("assess", case).code == Exit.DONE
    assert run("assess", case, "--require-decided").code == Exit.UNDECIDED
    case.write_text(
        CASE + "decisions: [{question: invented/loud, about: c1, answer: true, by: listener, at: 2025-03-03}]\n"
    )
    assert run("assess", case, "--require-decided").code == Exit.DONE


def test_a_failing_plugin_is_loud_and_the_rest_is_printed(
    case: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    install(monkeypatch, declared(failing=True), second())
    case.write_text(CASE.replace("[invented]", "[invented, second]"), encoding="utf-8")
    ran = run("assess", case)
    said = " ".join(ran.out.split())

    assert ran.code == Exit.FAILED
    assert re.search(r"Case noise: second Typed in: .*? Final for what is typed in", said)
    assert "Failures: the program of each has decided nothing" in said
    assert "conclusion:loud-home/failing" in said and "invented_program.py:" in said
    assert "ValueError: broken on purpose. Fix or remove that plugin." in said
    assert run("assess", case, "--require-decided").code == Exit.FAILED


@pytest.mark.parametrize("typed", [("explain",), ("possible",), ("sensitivity",), ("explain", "quiet-home@north")])
def test_every_command_on_a_case_goes_on_where_a_plugin_fails_and_says_so(
    typed: tuple[str, ...], case: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    install(monkeypatch, declared(failing=True), second())
    case.write_text(CASE.replace("[invented]", "[invented, second]"), encoding="utf-8")
    command, *named = typed
    ran = run(command, case, *named)

    assert ran.code == Exit.FAILED
    assert ran.out.strip()
    assert "broken on purpose" in ran.err


def test_a_failure_of_a_plugin_has_its_own_exit_code_wherever_it_comes_from() -> None:
    failure = RuleFailure("conclusion:a/b", "plugin", "file.py:1", "ValueError")

    assert exit_for(failure) == Exit.FAILED
    assert exit_for(failure) not in (Exit.USAGE, Exit.INTERNAL)


def test_plugins_that_do_not_fit_together_end_with_5(case: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    install(monkeypatch, declared(), declared())

    for arguments in (["assess", case], ["programs"], ["schema"]):
        ran = run(*arguments)
        assert (ran.code, ran.out) == (Exit.RULEBOOK, "")
        assert "The rulebook cannot be built" in ran.err


def test_a_gap_in_coverage_ends_with_1_and_names_it(case: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    install(monkeypatch, declared(more=("doc/heading/forgotten",)))
    ran = run("coverage", "--program", "invented")
    missing = json.loads(run("coverage", "--json").out)[0]["missing"]

    assert ran.code == Exit.PROBLEMS
    assert "doc/heading/out: it is about something else" in ran.out
    assert [entry["id"] for entry in missing["clauses without rules"]] == ["doc/heading/forgotten"]
    assert missing["clauses left to a person without a question"] == []
    assert "rules without tests" not in missing


def test_coverage_is_done_where_every_gap_has_its_reason(case: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    reasons = (
        Justification(gap=Gap.CLAUSES_WITHOUT_EXAMPLES, about=("doc/*",), because="it is invented"),
        Justification(gap=Gap.RULES_WITHOUT_REVIEWS, about=("invented/*",), because="nobody reviews it"),
        Justification(gap=Gap.CLAUSES_NOT_READ_TWICE, about=("doc/*",), because="nobody reads it"),
        Justification(gap=Gap.CLAUSES_TO_REWORD, about=("doc/*",), because="nobody signs it"),
    )
    monkeypatch.setattr(tracing, "load_upkeep", lambda _: Upkeep(justifications=reasons))
    ran = run("coverage")

    assert ran.code == Exit.DONE
    assert f"{CITED}: may stand, because it is invented" in ran.out
    monkeypatch.setattr(tracing, "load_upkeep", lambda _: Upkeep(justifications=(*reasons, UNUSED)))
    assert run("coverage").code == Exit.PROBLEMS


def test_recorded_tests_that_cannot_be_read_end_with_4(case: Path, run: Run) -> None:
    assert run("coverage", "--tests", case).code == Exit.DOCUMENT


def test_a_mistake_of_our_own_says_where_it_is_and_nothing_of_the_case(
    case: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    def mistaken(*_: object, **__: object) -> None:
        raise KeyError("Jo Example")

    monkeypatch.setattr(inputs, "decided_by_each", mistaken)
    ran = run("assess", case)

    assert (ran.code, ran.out) == (Exit.INTERNAL, "")
    assert "KeyError in test_errors.py" in ran.err
    assert "Jo" not in ran.err


def test_an_interrupt_is_silent(case: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(inputs, "decided_by_each", interrupted)
    ran = run("assess", case)

    assert (ran.code, ran.out, ran.err) == (Exit.INTERRUPTED, "", "")


def from_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_a_case_can_come_from_standard_input_as_yaml_or_json(
    case: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    expected = "".join(run("assess", case).out.split()).replace(str(case), "-")
    from_standard_input(monkeypatch, case.read_bytes())
    assert "".join(run("assess", "-").out.split()) == expected
    from_standard_input(monkeypatch, b'{"cimscore": 1, "id": "small", "programs": ["invented"]}')
    assert run("assess", "-", "--format", "json").code == Exit.DONE
    from_standard_input(monkeypatch, case.read_bytes())
    assert run("assess", "-", "--format", "json").code == Exit.DOCUMENT
    from_standard_input(monkeypatch, b"\xff\xfe")
    assert "bytes that are not UTF-8" in run("assess", "-").err
