"""A process that does the week in a register that is there, and prints each entry that is acknowledged.

``python one_week.py FILE``
"""

from __future__ import annotations

import sys
from pathlib import Path

from week import run_through

from cimscore.register.storage.versions import opened

for number in run_through(opened(Path(sys.argv[1]))):
    print(number, flush=True)
