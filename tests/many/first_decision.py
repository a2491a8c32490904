"""A process that is handed a rulebook, decides one case by it, and says which of its files it opened that are no code.

``python first_decision.py RULEBOOK``
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from cimscore.many import CaseLine, assess_many

CASE = b'{"cimscore": 1, "id": "small", "programs": ["qld-child-safety"]}'
opened: list[str] = []
data = Path(sys.argv[1]).read_bytes()
sys.addaudithook(lambda event, what: opened.append(str(what[0])) if event == "open" else None)
row = next(assess_many([CaseLine(1, CASE, 1)], pickle.loads(data)))  # noqa: S301 - the test's own file
read = [name for name in opened if Path(name).is_file() and "zoneinfo" not in name and "dist-info" not in name]
print(row.state, *(name for name in read if Path(name).suffix not in {".py", ".pyc"}))
