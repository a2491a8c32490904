"""Each document of this folder is read by some test under its own name."""

from __future__ import annotations

import re
from pathlib import Path

from case_documents import DOCUMENTS, clocks, decided, roles

from cimscore_vic_cims.readings.counting import DisclosedIfAccusedKnows

TESTS = Path(__file__).parent.parent


def test_each_is_named_by_a_test() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("test_*.py")))
    named = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text))
    documents = {path.stem for path in DOCUMENTS.glob("*.yaml")}
    assert len(documents) > 120
    assert sorted(documents - named) == []


def test_what_only_the_accused_worker_knew_is_disclosed_when_another_worker_knows() -> None:
    taken = decided("vic-only-the-accused-knew")
    read_otherwise = decided("vic-only-the-accused-knew", readings={"accused-knows": DisclosedIfAccusedKnows.DISCLOSED})
    assert roles(taken, "incident-report:i1")["kim subject of allegation"] == "certain"
    assert clocks(taken, "i1")["report"] == "Tuesday 11 March 2025, end of day: certain"
    assert clocks(read_otherwise, "i1")["report"] == "Thursday 6 March 2025, end of day: certain"
