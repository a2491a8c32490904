"""The pytest plugin writes down what each test really exercised, in one process or in several."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import lamps
import pytest

from cimscore.assessment import assess
from cimscore.errors import DocumentError
from cimscore.reasoning.claims.observing import observing
from cimscore.traceability import RecordedTest, Result, Way, read_tests
from cimscore.traceability.recording import Exercises

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "src"
TESTS = '''
import lamps, pytest
from cimscore import assess

def decide(**said):
    return assess(lamps.case(**said), lamps.rulebook())

@pytest.fixture(scope="module")
def shared():
    return decide(storm_door=True)

@pytest.fixture(scope="module", params=[True, False])
def kept_or_not(request):
    return decide(kept=request.param)

def test_light():
    assert decide(light=True).decisions[0].duties

def test_first_use(shared):
    assert not shared.decisions[0].duties

def test_second_use(shared):
    assert not shared.decisions[0].clocks

def test_each(kept_or_not):
    pass

def test_open():
    assert not decide(kept=None).final

def test_nothing():
    """Exercises no rule."""

def test_fails():
    assert decide() is None

@pytest.mark.skip(reason="not now")
def test_skipped():
    pass

@pytest.mark.xfail(strict=True)
def test_expected():
    raise ValueError

class TestLamps:
    @pytest.mark.parametrize("year", [2020, 2025])
    def test_edition(self, year):
        assert decide(year=year)
'''


def record(folder: Path, *options: str, text: str = TESTS) -> dict[str, RecordedTest]:
    (folder / "pytest.ini").write_text("[pytest]\n")  # so that no settings of a folder above it count
    (folder / "test_lamps.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "cimscore.pytest_plugin", "-p", "no:cacheprovider"]
    path = os.pathsep.join([str(SOURCES), str(HERE)])
    ran = subprocess.run(
        [*command, "--rootdir", str(folder), "--cimscore-trace", "out/tests.json", *options],
        cwd=folder, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (folder / "out" / "tests.json").exists(), ran.stdout + ran.stderr
    return {test.id.partition("::")[2]: test for test in read_tests(folder / "out" / "tests.json")}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    return record(tmp_path_factory.mktemp("serial"))


def ways(test: RecordedTest) -> dict[str, Way]:
    return {exercise.rule.partition("/")[2]: exercise.way for exercise in test.exercised}


def test_a_test_is_recorded_with_its_place_its_result_and_what_it_exercised(recorded):
    test = recorded["test_light"]
    assert (test.file, test.line, test.result) == (
        "test_lamps.py",
        TESTS.splitlines().index("def test_light():") + 1,
        "passed",
    )
    assert set(ways(test)) == {
        "clock/refill",
        "duties-keeping/light",
        "duties-keeping/put-out",
        "duties-keeping/trim",
        "edition/by-receipt",
        "lit/kept-house",
    }
    assert set(ways(test).values()) == {Way.APPLIED}
    assert "lamp/lighting/small-lamp" in test.clauses, "the row of a table counts"
    digests = {exercise.rule: exercise.digest for exercise in test.exercised}
    assert digests["lamps/duties-keeping/light"] == lamps.rulebook().rules["lamps/duties-keeping/light"].digest


def test_a_rule_that_was_only_tried_is_not_exercised_and_one_held_back_by_its_exception_is(recorded):
    assert ways(recorded["test_first_use"]) == {
        "edition/by-receipt": Way.APPLIED,
        "lit/kept-house": Way.EXCEPTED,
    }


def test_what_a_shared_fixture_assesses_counts_for_every_test_that_uses_it(recorded):
    assert recorded["test_second_use"].exercised == recorded["test_first_use"].exercised
    assert "lit/kept-house" in ways(recorded["test_each[True]"])
    assert "lit/kept-house" not in ways(recorded["test_each[False]"])


def test_an_open_rule_counts_as_left_open(recorded):
    assert ways(recorded["test_open"])["lit/kept-house"] is Way.OPEN


def test_every_result_is_told(recorded):
    assert {
        name: recorded[name].result for name in ("test_nothing", "test_fails", "test_skipped", "test_expected")
    } == {
        "test_nothing": Result.PASSED,
        "test_fails": Result.FAILED,
        "test_skipped": Result.SKIPPED,
        "test_expected": Result.EXPECTED_FAILURE,
    }
    assert recorded["test_nothing"].exercised == ()


def test_parameters_are_tests_of_their_own_with_one_digest(recorded):
    first, second = recorded["TestLamps::test_edition[2020]"], recorded["TestLamps::test_edition[2025]"]
    assert "duties-keeping/trim" not in ways(first) and "duties-keeping/trim" in ways(second)
    assert first.digest == second.digest != recorded["test_light"].digest


def test_several_processes_record_the_same_as_one(recorded, tmp_path):
    assert record(tmp_path, "-n", "2") == recorded


def test_only_the_tests_below_a_folder_are_recorded_if_one_is_named(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "test_elsewhere.py").write_text("def test_nothing():\n    pass\n", encoding="utf-8")
    found = record(tmp_path, "-k", "test_nothing", "--cimscore-trace-below", "elsewhere")
    assert [test.file for test in found.values()] == ["elsewhere/test_elsewhere.py"]


def test_a_tests_digest_knows_its_meaning_from_its_layout(recorded, tmp_path):
    said = TESTS.replace(
        "    assert decide(light=True).decisions[0].duties",
        "    # So:\n    assert decide( light = True ).decisions[0].duties",
    )
    assert record(tmp_path, "-k", "test_light", text=said)["test_light"].digest == recorded["test_light"].digest
    said = TESTS.replace(
        "    assert decide(light=True).decisions[0].duties", "    assert decide(light=False).decisions[0].duties"
    )
    assert record(tmp_path, "-k", "test_light", text=said)["test_light"].digest != recorded["test_light"].digest


def test_nothing_is_recorded_unless_asked_for(tmp_path):
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_one.py").write_text(
        "import sys\ndef test_one():\n    assert 'cimscore.traceability' not in sys.modules\n"
    )
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "cimscore.pytest_plugin", "-p", "no:cacheprovider", "--rootdir", "."],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(SOURCES)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout


def test_looking_on_changes_nothing_and_ends_with_its_block():
    seen = Exercises()
    with observing(seen.see):
        watched = assess(lamps.case(), lamps.rulebook())
    count = len(seen.exercised)
    assert count > 0
    assert assess(lamps.case(light=True), lamps.rulebook()).decisions[0].duties
    assert len(seen.exercised) == count
    assert watched == assess(lamps.case(), lamps.rulebook())


@pytest.mark.parametrize(
    "text", ["", "[]", '{"format": "tests/0", "tests": []}', '{"format": "tests/1", "tests": [{}]}']
)
def test_a_file_that_is_no_record_is_refused_with_how_to_make_one(tmp_path, text):
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(DocumentError, match="--cimscore-trace"):
        read_tests(tmp_path / "x.json")


def test_a_record_is_sorted_and_plain(tmp_path, recorded):
    record(tmp_path, "-k", "test_open or test_light")
    document = json.loads((tmp_path / "out" / "tests.json").read_text())
    assert document["format"] == "tests/1"
    assert [test["id"] for test in document["tests"]] == ["test_lamps.py::test_light", "test_lamps.py::test_open"]
