"""A process that is handed a rulebook, decides one case by it, and says what it opened, wrote and imported.

``python first_decision.py RULEBOOK``
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

from cimscore.many import CaseLine, assess_many

CASE = b"""{
    "cimscore": 1, "id": "small", "programs": ["qld-child-safety"], "people": [{"id": "ari"}],
    "households": [{"id": "north"}], "residences": [{"person": "ari", "household": "north", "kind": "full-time"}],
    "concerns": [{"id": "c1", "about": ["ari"], "place": "north"}]
}"""
opened: list[str] = []
compiled: list[str] = []


def note(event: str, what: tuple[object, ...]) -> None:
    if event == "open":
        opened.append(str(what[0]))
    if event == "compile":
        compiled.append(str(what[1]))


data = Path(sys.argv[1]).read_bytes()
sys.addaudithook(note)
row = next(assess_many([CaseLine(1, CASE, 1)], pickle.loads(data)))  # noqa: S301 - the test's own file
read = [name for name in opened if Path(name).is_file() and "zoneinfo" not in name and "dist-info" not in name]
print(
    json.dumps(
        {
            "state": row.state,
            "opened": [name for name in read if Path(name).suffix not in {".py", ".pyc"}],
            "compiled": [name for name in compiled if name == "<joins>"],
            "imported": sorted(sys.modules),
        }
    )
)
