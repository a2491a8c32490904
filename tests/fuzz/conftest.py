"""Lets these tests use what other folders have invented: questions, and a small program."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "wire"), str(HERE.parent / "mistakes")]
