"""A case tried in a real browser, from a file with every host blocked and by keyboard: decided as by the command."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TWO_HOMES = ROOT / "examples/two-homes.yaml"
NEAR_MISS = ROOT / "plugins/vic-cims/src/cimscore_vic_cims/examples/near-miss-of-may-2024.yaml"
MOST_MEGABYTES = 15

Seen = dict[str, Any]


@pytest.fixture(scope="session")
def packs(site: Path) -> Path:
    """The folder of the packed rules in the built site."""
    folder = site / "assets" / "try-it"
    if not folder.is_dir():
        pytest.skip("the site is built without the pages to try a case: run `npm ci` before `nox -s site`")
    return folder


@pytest.fixture(scope="session")
def trying(site: Path, packs: Path, browser: Callable[..., Any]) -> Callable[..., Seen]:
    """Tries a case on the built site, and gives what was seen. It needs what the other tests of the browser need."""
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = os.environ.get("CIMSCORE_CHROMIUM") or next(filter(None, map(shutil.which, names)))

    def tries(**given: Any) -> Seen:
        command = ["node", str(Path(__file__).with_name("try_it.mjs")), str(site), json.dumps(given)]
        environment = {**os.environ, "CIMSCORE_CHROMIUM": str(chromium)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        seen = json.loads(done.stdout)
        print(f"loaded in {seen['loaded']} ms, answered in {seen['took']} ms")
        assert seen["strangers"] == []
        return dict(seen)

    return tries


def assessed(text: str, folder: Path) -> str:
    """What the command line says of a case that is saved from the page."""
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "cimscore", "assess", "case.yaml"]
    environment = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


def test_two_homes_changed_to_harm_in_one_say_what_the_command_says(
    trying: Callable[..., Seen], site: Path, tmp_path: Path
) -> None:
    about = {"about": "c1"}
    seen = trying(
        program="qld-child-safety", file=str(TWO_HOMES), remove=[("concerns", "1", "Remove concern or incident 2")],
        change={"decisions": {"0": about, "1": about}},
    )  # fmt: skip

    assert seen["page"] == assessed(seen["yaml"], tmp_path)
    assert "Notification of north" in seen["page"]
    assert "Notification of south" not in seen["page"]
    assert seen["pictures"] == 1
    assert [link for link in seen["links"] if not (site / "try-it" / link).is_file()] == []


def test_the_near_miss_of_may_2024_is_typed_into_an_empty_form_and_decided(
    trying: Callable[..., Seen], tmp_path: Path
) -> None:
    text = re.sub(r"(20\d\d-[\d-]+(T[\d:+]+)?)", r"'\1'", NEAR_MISS.read_text(encoding="utf-8"))
    case = yaml.safe_load(text)["case"]
    said = {key: case[key] for key in ("dates", "people", "concerns", "facts")}

    seen = trying(program="vic-cims", say=said)

    assert yaml.safe_load(seen["yaml"]) == {**case, "id": "a-case"}
    assert seen["page"] == assessed(seen["yaml"], tmp_path)
    assert "Friday 17 May 2024" in seen["page"]


def test_a_question_is_answered_beside_the_decision(trying: Callable[..., Seen], tmp_path: Path) -> None:
    seen = trying(program="qld-child-safety", file=str(TWO_HOMES), answers=["Answer all in one"])

    assert "qld-child-safety/more-than-one-notification" in seen["yaml"]
    assert seen["state"].endswith("final.")
    assert seen["page"] == assessed(seen["yaml"], tmp_path)


def test_each_problem_stands_at_its_field(trying: Callable[..., Seen]) -> None:
    seen = trying(
        program="qld-child-safety", say={"people": [{"id": "ari", "born": "2014-02-30"}], "dates": {"received": "soon"}}
    )

    assert seen["state"].startswith("2 things have to be put right")
    assert len(seen["wrong"]) == 2


def test_a_notifier_is_in_its_own_field_and_nowhere_else(trying: Callable[..., Seen]) -> None:
    seen = trying(program="qld-child-safety", file=str(TWO_HOMES), notifier="Zed Zedder, 0400 000 123")

    assert seen["notifier"] == "Zed Zedder, 0400 000 123"
    assert seen["elsewhere"] == 0
    assert seen["page"]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_and_answer_are_accessible(trying: Callable[..., Seen], scheme: str, width: int) -> None:
    seen = trying(program="qld-child-safety", file=str(TWO_HOMES), axe=True, scheme=scheme, width=width)

    assert seen["violations"] == []
    assert seen["sideways"] <= 0


def test_the_packed_rules_are_small_enough_for_a_share(packs: Path) -> None:
    size = sum(file.stat().st_size for file in packs.iterdir()) / 1_000_000
    print(f"{size:.1f} MB")

    assert size <= MOST_MEGABYTES
