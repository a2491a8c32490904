"""A case tried in a real browser, from a file with every host blocked and by keyboard: decided as by the command."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import cimscore
from cimscore.packing import example_document
from cimscore.wire import load_examples
from cimscore.wire.text import parse_text

ROOT = Path(__file__).parents[2]
TRY_IT = ROOT / "site/docs/guides/try-it.md"
TWO_HOMES = ROOT / "examples/two-homes.yaml"
NEAR_MISS = ROOT / "plugins/vic-cims/src/cimscore_vic_cims/examples/near-miss-of-may-2024.yaml"
MOST_MEGABYTES = 15

Seen = dict[str, Any]


@pytest.fixture(scope="session")
def packs(site: Path) -> Path:
    """The folder of the packed rules in the built site."""
    folder = site / "assets" / "try-it"
    if not folder.is_dir():
        pytest.skip("the site is built without the pages to try a case: run `npm ci` before `nox -s site`")
    return folder


@pytest.fixture(scope="session")
def trying(site: Path, packs: Path, script: Callable[..., Any]) -> Callable[..., Seen]:
    """Tries a case on a page: what is said there, and what follows."""

    def tries(**given: Any) -> Seen:
        seen = dict(script("try_it.mjs", str(site), json.dumps(given)))
        print(f"loaded in {seen['loaded']} ms, answered in {seen['took']} ms")
        assert seen["strangers"] == []
        return seen

    return tries


@pytest.fixture(scope="session")
def acting(site: Path, packs: Path, script: Callable[..., Any]) -> Callable[..., Seen]:
    """Does one of the actions of `try_it_acts.mjs` on the page of a program."""

    def acts(action: str, **given: Any) -> Seen:
        seen = dict(script("try_it_acts.mjs", str(site), action, json.dumps(given)))
        assert seen["strangers"] == []
        return seen

    return acts


def assessed(text: str, folder: Path, *options: str) -> str:
    """What the command line says of a case that is saved from the page."""
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "cimscore", "assess", "case.yaml", *options]
    environment = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


def test_two_homes_changed_to_harm_in_one_say_what_the_command_says(
    trying: Callable[..., Seen], site: Path, tmp_path: Path
) -> None:
    about = {"about": "c1"}
    seen = trying(
        program="qld-child-safety", file=str(TWO_HOMES), remove=[("concerns", "1", "Remove concern or incident 2")],
        change={"decisions": {"0": about, "1": about}},
    )  # fmt: skip

    assert seen["page"] == assessed(seen["yaml"], tmp_path)
    assert "Notification of north" in seen["page"]
    assert "Notification of south" not in seen["page"]
    assert seen["pictures"] == 1
    assert [link for link in seen["links"] if not (site / "try-it" / link).is_file()] == []


def test_the_near_miss_of_may_2024_is_typed_into_an_empty_form_and_decided(
    trying: Callable[..., Seen], tmp_path: Path
) -> None:
    text = re.sub(r"(20\d\d-[\d-]+(T[\d:+]+)?)", r"'\1'", NEAR_MISS.read_text(encoding="utf-8"))
    case = yaml.safe_load(text)["case"]
    said = {key: case[key] for key in ("dates", "people", "concerns", "facts")}

    seen = trying(program="vic-cims", say=said)

    assert yaml.safe_load(seen["yaml"]) == {**case, "id": "a-case"}
    assert seen["page"] == assessed(seen["yaml"], tmp_path)
    assert "Friday 17 May 2024" in seen["page"]


def test_a_question_is_answered_beside_the_decision(trying: Callable[..., Seen], tmp_path: Path) -> None:
    seen = trying(program="qld-child-safety", file=str(TWO_HOMES), answers=["Answer all in one"])

    assert "qld-child-safety/more-than-one-notification" in seen["yaml"]
    assert seen["state"].endswith("final.")
    assert seen["page"] == assessed(seen["yaml"], tmp_path)


def test_each_problem_stands_at_its_field(trying: Callable[..., Seen]) -> None:
    seen = trying(
        program="qld-child-safety", say={"people": [{"id": "ari", "born": "2014-02-30"}], "dates": {"received": "soon"}}
    )

    assert seen["state"].startswith("2 things have to be put right")
    assert len(seen["wrong"]) == 2


def test_a_case_is_looked_at_from_now(trying: Callable[..., Seen], tmp_path: Path) -> None:
    seen = trying(program="qld-child-safety", file=str(TWO_HOMES), moment="now")
    at = seen["state"].rpartition("Looked at from ")[2].removesuffix(".")

    assert "overdue by" in seen["page"]
    assert seen["page"] == assessed(seen["yaml"], tmp_path, "--at", at)


def shipped(program: str) -> dict[str, Any]:
    """The documents of a program's worked examples, as a page has them to start from."""
    return {example.id: example_document(example) for example in load_examples(cimscore.load_rulebook(), program)}


def read(text: str) -> dict[str, Any]:
    """What a document says, with each day as it is written."""
    return dict(parse_text(text, "case.yaml").sections)


def sampled(ids: list[str]) -> list[str]:
    return [ids[0], ids[len(ids) // 2], ids[-1]]


@pytest.mark.parametrize(
    "chosen", [pytest.param(sampled, id="some"), pytest.param(list, id="all", marks=pytest.mark.long)]
)
@pytest.mark.parametrize("program", ["ndis-incidents", "qld-child-safety", "vic-cims"])
def test_a_worked_example_goes_through_the_form_unchanged_and_is_decided_as_by_the_command(
    trying: Callable[..., Seen], tmp_path: Path, program: str, chosen: Callable[[list[str]], list[str]]
) -> None:
    documents = shipped(program)
    ids = chosen(list(documents))

    seen = trying(program=program, start=ids)["examples"]

    assert list(seen) == ids
    assert {id: read(told["yaml"]) for id, told in seen.items()} == {
        id: read(yaml.safe_dump(documents[id])) for id in ids
    }
    assert {id: told["page"] for id, told in seen.items()} == {
        id: assessed(told["yaml"], tmp_path) for id, told in seen.items()
    }


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_before_the_rules_are_loaded_in_the_form_and_in_the_answer(
    trying: Callable[..., Seen], scheme: str, width: int
) -> None:
    seen = trying(program="qld-child-safety", file=str(TWO_HOMES), axe=True, scheme=scheme, width=width)

    assert seen["before"]["violations"] == seen["violations"] == []
    assert max(seen["before"]["sideways"], seen["sideways"]) <= 0


def test_a_file_is_opened_copied_pasted_used_and_saved_by_keyboard(acting: Callable[..., Seen]) -> None:
    seen = acting("keyboard", program="qld-child-safety", file=str(TWO_HOMES))
    held = read(TWO_HOMES.read_text(encoding="utf-8"))

    assert {kind: saved["name"] for kind, saved in seen["saved"].items()} == {"YAML": "case.yaml", "JSON": "case.json"}
    assert {kind: saved["text"] for kind, saved in seen["saved"].items()} == seen["copied"]
    assert read(seen["copied"]["YAML"]) == held
    assert read(seen["copied"]["JSON"]) == held
    assert seen["yaml"] == seen["copied"]["YAML"]
    assert seen["state"].endswith("provisional.")


def test_an_answer_is_typed_beside_the_decision_by_keyboard(acting: Callable[..., Seen]) -> None:
    seen = acting("answer", program="ndis-incidents", example="in-another-state", answer="2025-03-10")

    assert read(seen["yaml"])["facts"]["ndis-incidents"]["fifth-business-day"] == {"c1": "2025-03-10"}
    assert seen["focus"].startswith("try-it-state"), "what follows is read out next"


def test_the_tab_key_goes_through_the_page_in_order_and_a_screen_reader_names_each_stop(
    acting: Callable[..., Seen],
) -> None:
    seen = acting("order", program="qld-child-safety", example="half-sister-not-decided-about")
    stops = seen["stops"]

    assert len(stops) == seen["wanted"]
    assert [stop for stop in stops if not (stop["name"] and stop["later"] and stop["seen"])] == []
    assert [stop["name"] for stop in stops[:3]] == ["Start from", "Or from a file of yours", "Looked at from"]
    assert seen["live"] == [["status", "polite"]]


def test_a_notifier_is_in_its_own_field_and_nowhere_else(acting: Callable[..., Seen]) -> None:
    seen = acting(
        "notifier", program="qld-child-safety", file=str(TWO_HOMES), notifier="Zed Zedder, 0400 000 123",
        answers=["Answer all in one"],
    )  # fmt: skip

    assert seen["own"] == "Zed Zedder, 0400 000 123"
    assert seen["empty"] == [], "each place was looked at"
    assert seen["found"] == []
    assert seen["files"] == [], "nothing of it is written to the disk"
    assert seen["after"] == "", "another case begins without it"


def test_a_link_leads_away_from_an_unsaved_case_only_after_the_browser_has_asked(acting: Callable[..., Seen]) -> None:
    seen = acting("leaving", program="ndis-incidents", example="in-another-state", id="ari")

    assert seen["before"] == ["beforeunload"]
    assert "/try-it/" in seen["stayed"]
    assert "- id: ari" in seen["kept"]
    assert seen["state"].startswith("Copied as YAML, without the notifier. NDIS: reportable incidents: ")
    assert seen["after"] == [], "what is copied is not lost"


def test_a_worker_that_does_not_start_is_replaced_by_another(acting: Callable[..., Seen]) -> None:
    seen = acting("stops", program="ndis-incidents", silent=1)

    assert "Starting a worker: nothing has happened for 5 seconds. Trying again …" in seen["said"]
    assert seen["said"][-1] == "NDIS: reportable incidents: incomplete."


def test_rules_that_never_start_say_at_which_step_and_can_be_tried_again(acting: Callable[..., Seen]) -> None:
    seen = acting("stops", program="ndis-incidents", silent=3)

    assert any(words.startswith("The rules cannot be loaded. Starting a worker:") for words in seen["said"])
    assert seen["focus"] == "Try again"
    assert seen["said"][-1] == "NDIS: reportable incidents: incomplete."


def test_rules_that_fall_silent_while_they_decide_are_started_anew(acting: Callable[..., Seen]) -> None:
    seen = acting("stops", program="ndis-incidents", deaf=[3], id="ari")

    assert "Deciding: nothing has happened for 20 seconds. Trying again …" in seen["said"]
    assert yaml.safe_load(seen["written"])["people"] == [{"id": "ari"}]
    assert seen["said"][-1] == "NDIS: reportable incidents: incomplete."


def test_what_is_typed_stays_where_the_rules_stop_for_good_and_is_decided_when_they_are_tried_again(
    acting: Callable[..., Seen],
) -> None:
    seen = acting("stops", program="ndis-incidents", deaf=[3, 4, 5], id="ari")
    stopped = next(words for words in seen["said"] if words.startswith("The rules have stopped."))

    assert "What you have written is still here, and can be saved." in stopped
    assert json.loads(seen["written"])["people"] == [{"id": "ari"}]
    assert seen["said"][-1] == "NDIS: reportable incidents: incomplete."
    assert yaml.safe_load(seen["yaml"])["people"] == [{"id": "ari"}]
    assert seen["busy"] == ""


def test_the_packed_rules_are_small_enough_for_a_share(packs: Path) -> None:
    size = sum(file.stat().st_size for file in packs.iterdir()) / 1_000_000
    print(f"{size:.1f} MB")

    assert size <= MOST_MEGABYTES


def test_the_guide_tells_the_size_of_each_part_as_it_is(site: Path, packs: Path) -> None:
    table = dict(re.findall(r"^\| ([^|]+) \| ([\d.]+) \|", TRY_IT.read_text(encoding="utf-8"), re.MULTILINE))
    spec = importlib.util.spec_from_file_location("measured", ROOT / "benchmarks" / "try_it.py")
    assert spec
    assert spec.loader
    measured = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measured)

    assert {part: float(size) for part, size in table.items()} == pytest.approx(measured.sizes(site), abs=0.1)
