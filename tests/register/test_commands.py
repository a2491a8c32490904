"""``cimscore register``: what each action says, how it ends, and that none of them gives the notifier away."""

from __future__ import annotations

import functools
import importlib
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
from cluster import FILE_FIRST, ON_A_FILE

import cimscore
from cimscore.assessment import due_list_schema
from cimscore.cli import inputs, main
from cimscore.cli.commands.register import opening
from cimscore.cli.exits import Exit
from cimscore.errors import DocumentError
from cimscore.register.audit.digests import FIRST, link_of, seal_of
from cimscore.register.trays.rows import unread

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "site" / "docs" / "guides" / "a-week-with-a-register.md"
EXAMPLE = ROOT / "examples" / "both-programs.yaml"
CANARY = "Quillfeather"
UNASKED = """
cimscore: 1
id: unasked
programs: [qld-child-safety]
dates: {received: 2025-03-03T10:15+10:00}
people: [{id: ari, born: 2014-05-02}]
households: [{id: north}]
residences: [{person: ari, household: north, kind: full-time}]
concerns: [{id: c1, about: [ari], place: north, kind: harm}]
"""
NAMED = f"notifier: {{name: {CANARY}}}\n"
KIM = ("--by", "Kim Example", "--as", "child-safety-officer")
IDA = ("--by", "Ida Example", "--as", "senior-team-leader")
CASE, NOTIFICATION = "both-programs", "notification:border-house"
Run = Callable[..., tuple[int, str]]
_LOADED = functools.cache(cimscore.load_rulebook)
_CHANGES = re.compile(r"\d{8}T\d{6}Z|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)? UTC|\b[0-9a-f]{64}\b")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs an action in a fresh folder, and returns its exit code and all that it printed."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    for module in (inputs, opening):
        monkeypatch.setattr(module, "load_rulebook", _LOADED)

    def running(*arguments: str) -> tuple[int, str]:
        code = main(["register", *arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return code, printed.out + printed.err

    return running


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The same, with a register that has a case with a notifier in it."""
    return filled_at(run, "r.db", tmp_path, NAMED)


def filled_at(run: Run, place: Path | str, folder: Path, notifier: str) -> Run:
    """Runs an action on a register that has a case in it, wherever that register is: its name is r.db."""

    def running(*arguments: str) -> tuple[int, str]:
        return run(*(str(place) if word == "r.db" else word for word in arguments))

    (folder / "case.yaml").write_text(EXAMPLE.read_text(encoding="utf-8") + notifier, encoding="utf-8")
    assert running("init", "r.db")[0] == running("add", "r.db", "case.yaml", *KIM)[0] == Exit.DONE
    return running


@pytest.mark.parametrize("kind", FILE_FIRST)
def test_the_guide_walks_through_a_week(
    run: Run, tmp_path: Path, kind: str, places: dict[str, Callable[[], Path | str]]
) -> None:
    """Each command of the guide, in a fresh folder, says what the guide says; only the time it is run differs."""
    place = "register.db" if kind == "sqlite" else str(places[kind]())
    (tmp_path / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    blocks = re.findall(r"^```console\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    steps = re.findall(r"^\$ cimscore register (.*)\n((?:[^$].*\n|\n)*)", "".join(blocks), flags=re.MULTILINE)

    for typed, told in steps:
        _, said = run(*(place if word == "register.db" else word for word in shlex.split(typed)))
        assert _CHANGES.sub("…", said) == _CHANGES.sub("…", told), typed
    assert len(steps) == 23
    (row,) = re.findall(r"^```json\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    rows = (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(row) in map(json.loads, rows)


def test_each_way_to_end_has_its_exit_code(filled: Run) -> None:
    move = ("move", "r.db", CASE, NOTIFICATION)
    assert filled("init", "r.db")[0] == Exit.USAGE
    assert filled("add", "r.db", "none.yaml", *KIM)[0] == Exit.DOCUMENT
    assert filled("add", "r.db", "case.yaml", *KIM)[0] == Exit.REFUSED
    assert filled(*move, "approve", *KIM)[0] == Exit.REFUSED
    assert filled(*move, "aprove", *KIM)[0] == Exit.USAGE
    assert filled("show", "r.db", "other")[0] == Exit.USAGE
    assert filled("show", "other.db")[0] == Exit.USAGE
    assert filled("verify", "r.db", "--head", "x")[0] == Exit.USAGE
    assert filled("notifier", "r.db", CASE, "--purpose", " ", *KIM)[0] == Exit.REFUSED
    assert filled("verify", "r.db")[0] == Exit.DONE


def test_verify_names_the_first_entry_that_does_not_hold(filled: Run, tmp_path: Path) -> None:
    _, said = filled("verify", "r.db")
    head = said.split()[-1]
    filled("answer", "r.db", CASE, NOTIFICATION, "--unit", "Intake", *KIM)
    assert filled("verify", "r.db", "--head", head)[0] == Exit.DONE

    code, said = filled("verify", "r.db", "--head", f"1:{'0' * 64}")
    assert (code, said.partition(".")[0]) == (Exit.PROBLEMS, "Entry 1: it is not the one whose head was kept outside")


def everything(run: Run, folder: Path) -> dict[str, str]:
    """What each action says that is not asked for the notifier, refusals too."""
    run("export", "r.db", "--rows", "-o", "rows.jsonl")
    (row,) = (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    spoiled = f'{row[:-1]}, "notifier": {{"name": "{CANARY}"}}'
    (folder / "bad.jsonl").write_text(f'{spoiled}\n{spoiled}, "{CANARY}": 1}}\n', encoding="utf-8")
    move = ("move", "r.db", CASE, NOTIFICATION)
    when = ("--when", "2025-03-04T10:00+10:00")
    actions = [
        ("add", "r.db", "case.yaml", *KIM, "--seen", "1"), ("add", "r.db", "case.yaml", *KIM),
        (*move, "submit", *KIM, *when), (*move, "approve", *IDA, *when), (*move, "close", "--to", "x", *IDA),
        (*move, "transfer", "--to", "Tweed", *IDA, *when),
        ("answer", "r.db", CASE, NOTIFICATION, "--unit", "Tweed", *IDA), ("show", "r.db", CASE),
        ("show", "r.db", CASE, "--json"), ("show", "r.db"), ("show", "r.db", "--json"), ("due", "r.db"),
        ("due", "r.db", "--calendar", "-"), ("due", "r.db", "--json", "--at", "2025-03-07T12:00+10:00"),
        ("export", "r.db"), ("export", "r.db", "--rows"), ("import", "r.db", "rows.jsonl"),
        ("import", "r.db", "rows.jsonl", "--json"), ("import", "r.db", "bad.jsonl"),
        ("import", "r.db", "bad.jsonl", "--all-or-nothing", "--json"), ("verify", "r.db"), ("candidates", "r.db"),
        ("report", "r.db", CASE), ("report", "r.db", CASE, "--json"),
        ("redecide", "r.db", "--reading", "qld-child-safety/x=y"),
        ("verify", "r.db", "--lists"), ("relist", "r.db"), ("show", "r.db", "x"),
        ("verify", "r.db", "--head", f"9:{'0' * 64}"), ("notifier", "r.db", CASE, "--purpose", "", *KIM),
    ]  # fmt: skip
    return {" ".join(action): run(*action)[1] for action in actions}


@pytest.mark.parametrize("kind", FILE_FIRST)
def test_no_action_says_a_word_of_the_notifier_unless_it_is_asked_for_it_nor_whether_one_is_named(
    run: Run, kind: str, places: dict[str, Callable[[], Path | str]], tmp_path: Path
) -> None:
    unknown = everything(filled_at(run, places[kind](), tmp_path, ""), tmp_path)
    filled = filled_at(run, places[kind](), tmp_path, NAMED)
    known = everything(filled, tmp_path)
    assert all(known.values())
    assert [action for action, words in known.items() if CANARY in words] == []
    noise = re.compile(
        r"\d{8}T\d{6}Z|\d{4}-\d\d-\d\d[ T]\d\d:\d\d[\d:.]*|[0-9a-f]{32,64}|overdue by [\w ]+|[\d,]+ (business )?days"
    )

    assert {action: noise.sub("…", words) for action, words in known.items()} == {
        action: noise.sub("…", words) for action, words in unknown.items()
    }
    code, told = filled("notifier", "r.db", CASE, "--purpose", "a court asks", *KIM)
    assert code == Exit.DONE
    assert [entry["notifier"] for entry in json.loads(told)] == [{"name": CANARY}] * 2
    assert "looked who the notifier is (a court asks)" in filled("show", "r.db", CASE)[1]


def test_the_chain_can_be_checked_from_the_export_alone(filled: Run) -> None:
    filled("move", "r.db", CASE, NOTIFICATION, "submit", *KIM)
    filled("answer", "r.db", CASE, NOTIFICATION, "--unit", "Intake", *KIM)
    filled("notifier", "r.db", CASE, "--purpose", "a court asks", *KIM)
    told = json.loads(filled("export", "r.db")[1])
    assert len(told["entries"]) == 4
    digest = FIRST
    for entry in told["entries"]:
        rows = [(table, row) for table, several in entry.pop("rows").items() for row in several]
        salt = next(row["salt"] for table, row in rows if table == "act")
        assert seal_of(salt, rows) == entry["seal"]
        digest = link_of(digest, entry)
        assert digest == entry["digest"]
    assert told["head"] == f"{len(told['entries'])}:{digest}"
    assert "vault" not in {table for table, _ in rows}


def test_a_case_and_the_trays_are_told_for_machines(filled: Run) -> None:
    filled("move", "r.db", CASE, NOTIFICATION, "submit", *KIM)
    case, trays = json.loads(filled("show", "r.db", CASE, "--json")[1]), json.loads(filled("show", "r.db", "--json")[1])

    assert (case["case"], case["version"], len(case["history"])) == (CASE, 2, 2)
    (record,) = (record for record in case["records"] if record["record"] == NOTIFICATION)
    assert record["state"] == "submitted for approval"
    assert {"move": "approve", "by": ["senior-team-leader"]} in record["next"]
    assert "For approval by the senior-team-leader" in [tray["title"] for tray in trays["trays"]]
    assert {"program": "qld-child-safety", "state": "submitted for approval", "records": 1} in trays["states"]


def test_the_trays_take_no_time_since_they_are_of_now(filled: Run) -> None:
    for time in (("--known", "2025-03-03T09:00+10:00"), ("--at", "2025-03-07T12:00+10:00")):
        code, said = filled("show", "r.db", *time)
        assert code == Exit.USAGE
        assert f"{time[0]} is of one case" in said
        assert "To be allocated" not in said


def test_an_entry_names_who_does_it_and_as_which_role(filled: Run) -> None:
    for by, role in ((" ", KIM[3]), (KIM[1], "\u200b")):
        code, said = filled("move", "r.db", CASE, NOTIFICATION, "submit", "--by", by, "--as", role)
        assert code in (Exit.REFUSED, Exit.USAGE)
        assert filled("add", "r.db", "case.yaml", "--seen", "1", "--by", by, "--as", role)[0] == Exit.REFUSED
        assert filled("answer", "r.db", CASE, NOTIFICATION, "--unit", "Intake", "--by", by, "--as", role) == (
            Exit.REFUSED,
            "cimscore: Each entry names who does it, and as which role: say both.\n",
        )
        assert filled("notifier", "r.db", CASE, "--purpose", "feedback", "--by", by, "--as", role)[0] == Exit.REFUSED
        assert CANARY not in said
    assert "Every entry holds, 1 in all" in filled("verify", "r.db")[1]


def test_whoever_saw_a_version_that_is_not_there_is_told_which_one_is(filled: Run) -> None:
    code, said = filled("add", "r.db", "case.yaml", "--seen", "9", *KIM)
    assert code == Exit.REFUSED
    assert f"has version 1 of the case '{CASE}' and none after it, and version 9 was seen" in said
    assert "faster" not in said


def test_deciding_again_without_another_edition_or_reading_is_refused_and_names_what_compares_versions(
    filled: Run,
) -> None:
    code, said = filled("redecide", "r.db")
    assert code == Exit.USAGE
    assert "verify REGISTER --lists" in said


def test_how_many_are_told_is_a_number_and_not_a_negative_one(filled: Run) -> None:
    for action in ("due", "show"):
        code, said = filled(action, "r.db", "--first", "-1")
        assert code == Exit.USAGE
        assert "'-1' is not a number" in said


def test_an_empty_register_says_so(run: Run) -> None:
    run("init", "r.db")
    assert run("show", "r.db") == (Exit.DONE, "The register has no case yet.\n")
    assert run("due", "r.db") == (Exit.DONE, "Nothing is due.\n")


def test_names_that_are_kept_from_somebody_are_hidden_in_the_lists(run: Run, tmp_path: Path) -> None:
    """As in every other command; the register holds them, and --show-kept shows them."""
    example = (EXAMPLE.parent / "two-homes-half-sister.yaml").read_text(encoding="utf-8")
    sister = "{id: bo, name: {given: Bo, family: Example}"
    kept = example.replace(sister, f"{sister}, kept_from: [leo]")
    (tmp_path / "case.yaml").write_text(kept, encoding="utf-8")
    run("init", "r.db")
    run("add", "r.db", "case.yaml", *KIM)
    for action in (("show", "r.db"), ("show", "r.db", "--json")):
        hidden, shown = run(*action)[1], run(*action, "--show-kept")[1]
        assert ("Bo Example" in hidden, "--show-kept" in hidden) == (False, True)
        assert ("Bo Example" in shown, "--show-kept" in shown) == (True, False)
    assert "Bo Example" not in run("due", "r.db", "--json")[1]


def test_the_due_command_takes_a_register(
    filled: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], run: Run
) -> None:
    listed = filled("due", "r.db", "--at", "2025-03-07T12:00+10:00")[1]
    assert main(["due", "r.db", "--at", "2025-03-07T12:00+10:00"]) == Exit.DONE
    assert capsys.readouterr().out == listed
    for more in (["case.yaml"], ["--program", "vic-cims"], ["--at", "2025-03-07"]):
        assert main(["due", "r.db", *more]) == Exit.USAGE
    assert run("due", "r.db", "--calendar", "due.ics")[0] == Exit.DONE
    assert (tmp_path / "due.ics").read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


@ON_A_FILE
def test_the_due_list_of_a_register_fits_the_schema(
    run: Run, place: Path | str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Every example, one case of which nobody has answered anything, and one that no program reads any more."""
    (tmp_path / "unasked.yaml").write_text(UNASKED, encoding="utf-8")
    files = sorted(map(str, [*EXAMPLE.parent.glob("*.yaml"), tmp_path / "unasked.yaml"]))
    run("init", str(place))
    for file in files:
        run("add", str(place), file, *KIM)
    validator = jsonschema.Draft202012Validator(due_list_schema(), format_checker=jsonschema.FormatChecker())
    documents = []
    for at in ((), ("--at", "2025-03-07T12:00+10:00")):
        capsys.readouterr()
        assert main(["due", str(place), "--json", *at]) == Exit.DONE
        document = json.loads(capsys.readouterr().out)
        document["failures"] += [json.loads(unread("gone", DocumentError([]))["detail"])]
        documents.append(document)

        assert [error.message for error in validator.iter_errors(document)] == []
        assert document["due"] and document["may_start"] and document["failures"]
    main(["due", *files, "--json"])
    of_files = json.loads(capsys.readouterr().out)
    at_no_moment, _ = documents  # a register holds a case to its last entry, and a document to no moment
    assert [each_act(at_no_moment), at_no_moment["may_start"]] == [each_act(of_files), of_files["may_start"]]


def each_act(document: dict[str, Any]) -> list[tuple[str, ...]]:
    """Each act of a due list, by what no moment changes."""
    return sorted((act["case"], act["program"], act["who"], act["what"]) for act in document["due"])


def test_without_its_libraries_the_register_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.import_module

    def missing(name: str, *rest: Any) -> ModuleType:
        if name == "cimscore.register":
            raise ModuleNotFoundError(name="sqlalchemy")
        return there(name, *rest)

    monkeypatch.setattr(importlib, "import_module", missing)
    code, said = run("show", "r.db")
    assert code == Exit.USAGE
    assert said == "cimscore: A register needs sqlalchemy, which is not installed. Install cimscore[register].\n"
