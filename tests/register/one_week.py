"""A process that does the week in a register that is there, and prints each entry that is acknowledged.

``python one_week.py PLACE``
"""

from __future__ import annotations

import sys

from week import run_through

from cimscore.register.storage.versions import opened

for number in run_through(opened(sys.argv[1])):
    print(number, flush=True)
