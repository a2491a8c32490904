"""A case tried in Firefox, from a file and without a network: decided as by the command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TWO_HOMES = ROOT / "examples/two-homes.yaml"
AT = "2025-03-10"


@pytest.fixture
def seen(site: Path, request: pytest.FixtureRequest) -> dict[str, Any]:
    """What is seen of the case of two homes, looked at from a week later, on a page of some width."""
    firefox = os.environ.get("CIMSCORE_FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if firefox is None:
        pytest.skip("Firefox is not installed (Debian: firefox-esr), and $CIMSCORE_FIREFOX does not name it")
    if not (ROOT / "node_modules" / "puppeteer-core").is_dir():
        pytest.skip("puppeteer-core is not installed: run `npm ci`")
    if not (site / "try-it").is_dir():
        pytest.skip("the site is built without the pages to try a case: run `npm ci` before `nox -s site`")
    given = {"program": "qld-child-safety", "file": str(TWO_HOMES), "at": AT, "width": request.param}
    command = ["node", str(Path(__file__).with_name("firefox.mjs")), str(site), json.dumps(given)]
    done = subprocess.run(
        command, env={**os.environ, "CIMSCORE_FIREFOX": firefox}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("seen", [1280, 320], indirect=True)
def test_a_case_is_decided_in_firefox_as_by_the_command(seen: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(seen["yaml"], encoding="utf-8")
    command = [sys.executable, "-m", "cimscore", "assess", "case.yaml", "--at", AT]
    environment = {**os.environ, "COLUMNS": "100"}
    said = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)

    assert seen["page"] == said.stdout
    assert seen["strangers"] == []
    assert seen["violations"] == []
    assert "Example" in seen["yaml"]
    assert "Example" not in seen["stored"]
    assert seen["sideways"] <= 0
