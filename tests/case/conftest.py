"""Lets the tests of this folder share their cases, and the invented program of the tests of reading."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "wire")]
