"""Lets the tests of this folder share the second way of deciding; without its solver they are left out, aloud."""

from __future__ import annotations

import importlib.util
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

collect_ignore_glob: list[str] = []
if importlib.util.find_spec("clingo") is None:
    collect_ignore_glob = ["test_*.py"]
    warnings.warn("tests/oracle is left out: clingo is not installed for this Python", stacklevel=1)
