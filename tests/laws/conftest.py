"""Lets the tests of this folder decide the documents of the cases."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "cases"))
