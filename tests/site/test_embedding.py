"""The guides' programs for other people's systems run as they stand: a web service, processes, and Dask."""

from __future__ import annotations

import importlib.util
import json
import logging
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.each_nth import each_nth

import cimscore
from cimscore.cli import main
from cimscore.wire import write_case

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "site" / "docs" / "guides"
CANARY = "Quillfeather"
_FILE = re.compile(r"^```python\n# file: (?P<name>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def written(guide: str, name: str, folder: Path) -> Path:
    """A program of a guide, in a file of its name."""
    (text,) = [found["text"] for found in _FILE.finditer((GUIDES / guide).read_text("utf-8")) if found["name"] == name]
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def documents() -> list[dict[str, Any]]:
    """The examples as documents."""
    rulebook = cimscore.load_rulebook()
    return [write_case(rulebook.read_case(file)) for file in sorted((ROOT / "examples").glob("*.yaml"))]


@pytest.mark.parametrize(
    ("guide", "name"), each_nth([("embed.md", "in_processes.py"), ("many-cases.md", "in_dask.py")], 2)
)
def test_a_program_in_processes_writes_the_rows_of_one(
    guide: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "dask" in name:
        pytest.importorskip("dask.bag")
    program = written(guide, name, tmp_path)
    cases = [*(json.dumps(document) for document in documents()[:3]), '{"cimscore": 1, "id": ']
    (tmp_path / "cases.jsonl").write_text("\n".join(cases * 2), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    subprocess.run([sys.executable, program.name], check=True, cwd=tmp_path)
    main(["assess-many", "cases.jsonl", "--out", "expected.jsonl"])

    assert (tmp_path / "rows.jsonl").read_bytes() == (tmp_path / "expected.jsonl").read_bytes()
    assert (tmp_path / "rows.jsonl").read_bytes().count(b"\n") == 2 * len(cases)


def test_the_guides_way_into_dask_takes_thirty_lines_at_most(tmp_path: Path) -> None:
    assert len(written("many-cases.md", "in_dask.py", tmp_path).read_text("utf-8").splitlines()) <= 30


@pytest.fixture
def service(tmp_path: Path) -> Any:
    """The guide's web service, without a network."""
    pytest.importorskip("fastapi")
    testing = pytest.importorskip("fastapi.testclient")
    found = importlib.util.spec_from_file_location("web", written("embed.md", "web.py", tmp_path))
    assert found and found.loader
    web = importlib.util.module_from_spec(found)
    found.loader.exec_module(web)
    with testing.TestClient(web.app, raise_server_exceptions=False) as client:
        yield client


def test_the_web_service_answers_with_what_the_command_says(service: Any, capsys: pytest.CaptureFixture[str]) -> None:
    example = str(ROOT / "examples" / "two-homes.yaml")
    document = write_case(cimscore.load_rulebook().read_case(example))
    for asked, typed in (("/decisions", []), ("/decisions?trace=true", ["--trace"])):
        answered = service.post(asked, json=document)
        main(["assess", example, "--json", *typed])
        assert (answered.status_code, answered.json()) == (200, json.loads(capsys.readouterr().out))


def test_the_web_service_answers_a_broken_document_with_every_problem(service: Any) -> None:
    document = {"cimscore": 1, "id": "x", "programs": ["nowhere"], "people": [{"id": "kai", "adlut": True}]}
    answered = service.post("/decisions", json=document)

    with pytest.raises(cimscore.DocumentError) as refused:
        cimscore.load_rulebook().read_case(document)
    assert answered.status_code == 422
    told = [(problem["found"], problem["expected"], problem["hint"]) for problem in answered.json()["problems"]]
    assert told == [(problem.found, problem.expected, problem.hint) for problem in refused.value.problems]
    assert len(told) == 2


def test_no_answer_and_no_log_has_anything_of_the_notifier(service: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    whole = {"cimscore": 1, "id": "x", "programs": ["qld-child-safety"], "notifier": {"name": CANARY}}
    text = json.dumps(whole)
    bodies = {
        text: 200,
        json.dumps({**whole, "peopel": 1}): 422,
        json.dumps([whole]): 422,
        json.dumps({**whole, "programs": []}): 422,
        text[:-1]: 422,
        f'"{CANARY}"': 422,
        f"\x80{CANARY}": 422,
        "": 422,
    }
    answers = [service.post("/decisions", content=body.encode("latin-1")) for body in bodies]

    assert [answer.status_code for answer in answers] == list(bodies.values())
    assert "x is decided" in caplog.text
    assert CANARY not in caplog.text + "".join(answer.text for answer in answers)


def test_what_is_kept_from_somebody_is_in_no_answer(service: Any) -> None:
    document = write_case(cimscore.load_rulebook().read_case(ROOT / "examples" / "two-homes.yaml"))
    shown = service.post("/decisions?trace=true", json=document).text
    (mia,) = (person for person in document["people"] if person["id"] == "mia")
    mia["kept_from"] = ["leo"]
    kept = service.post("/decisions?trace=true", json=document)

    assert kept.status_code == 200
    assert "Mia Example" in shown
    assert "Mia Example" not in kept.text
