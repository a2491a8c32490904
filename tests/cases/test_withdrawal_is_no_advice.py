"""A withdrawn incident: the page never advises to leave the withdrawal out."""

from __future__ import annotations

from pathlib import Path

import pytest

from cimscore.cli import main

WITHDRAWN = """\
cimscore: 1
id: c01
programs: [vic-cims]
dates: {received: 2025-10-31}
people: [{id: ann, born: 1990-01-01}, {id: sam, is: staff}]
concerns:
  - {id: i1, about: [ann], place: elsewhere, responsible: [sam], occurred: 2025-10-31, as: withdrawn}
"""


def test_page_tells_what_may_be_owed_still(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "case.yaml"
    document.write_text(WITHDRAWN, encoding="utf-8")
    main(["assess", str(document)])
    page = " ".join(capsys.readouterr().out.split())
    assert "what was owed before may be owed still, and overdue" in page
    assert "leave out that it is withdrawn" not in page
