"""Lets the tests of this folder share their examples, and decide the documents of the cases."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "cases")]
