"""The built site, and what it takes to read it in a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the tests are files, not packages, and share one invented program

ROOT = Path(__file__).parents[2]
HOW = "`nox -s site-browser` builds the site and runs `npm ci`"
CHROMIUM = "install Chromium (Debian: apt-get install chromium), or name it in $CIMSCORE_CHROMIUM"


def _missing(what: str) -> None:
    """Skip, with the reason; but fail where the session promised to have everything."""
    if "CIMSCORE_SITE" in os.environ:
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    folder = Path(os.environ.get("CIMSCORE_SITE", ""))
    if not (folder / "index.html").is_file() or "CIMSCORE_SITE" not in os.environ:
        _missing(f"$CIMSCORE_SITE names no built site: {HOW}")
    return folder


@pytest.fixture(scope="session")
def script() -> Callable[..., Any]:
    """Runs one of the scripts beside this file with a real browser, and gives what it saw."""
    node, names = shutil.which("node"), ("chromium", "chromium-browser", "google-chrome")
    chromium = os.environ.get("CIMSCORE_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if node is None or not (ROOT / "node_modules" / "playwright-core").is_dir():
        _missing(f"node or node_modules is missing: {HOW}")
    if chromium is None:
        _missing(f"no Chromium is found: {CHROMIUM}")

    def runs(name: str, *given: str) -> Any:
        command = [str(node), str(Path(__file__).with_name(name)), *given]
        environment = {**os.environ, "CIMSCORE_CHROMIUM": str(chromium)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return runs


@pytest.fixture(scope="session")
def browser(site: Path, script: Callable[..., Any]) -> Callable[..., Any]:
    """Runs one action of ``browser.mjs`` on the built site."""
    return lambda action, **given: script("browser.mjs", str(site), action, json.dumps(given))
