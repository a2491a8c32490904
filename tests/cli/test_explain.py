"""Why something holds in a case, or does not: by addresses that the whole page shows, each condition once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.each_nth import each_nth

from cimscore.cli.exits import Exit

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "two-homes-half-sister.yaml"
WHICHEVER = ROOT / "tests" / "cases" / "documents" / "clock-hidden-by-stay-kind.yaml"
Run = Callable[..., Any]


def joined(text: str) -> str:
    return " ".join(text.split())


def lines_below(reasons: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for reason in reasons:
        yield reason
        yield from lines_below(reason.get("because", []))


def test_a_conclusion_is_explained_with_its_clauses_and_the_answer_that_would_change_it(run: Run) -> None:
    said = joined(run("explain", EXAMPLE, "role@bo@notification:south").out)

    assert said.startswith("Bo Example is subject child in notification of south (provisional)")
    assert "by qld/subject-or-other/subject-of-concerns;" in said
    assert "It would not hold: - with 'no' to: Do the concerns in south relate to Bo Example too?" in said
    assert "worked with: yes, weighed as a subject until it is decided" in said


def test_what_is_longer_than_one_screen_names_other_conclusions_by_their_addresses_unless_all_is_wanted(
    run: Run,
) -> None:
    brief, whole = (run("explain", EXAMPLE, "role@bo@notification:south", *more).out for more in ((), ("--all",)))

    assert "Bo Example is a subject of the concerns in south (provisional) [subject@bo@south]" in brief
    assert "c2 happened in south" not in brief
    assert "c2 happened in south" in whole


def test_what_fits_one_screen_is_followed_through_other_conclusions_to_the_facts(run: Run) -> None:
    brief, whole = (run("explain", EXAMPLE, "subject@bo@south", *more).out for more in ((), ("--all",)))

    assert "c2 happened in south" in brief
    assert brief == whole


@pytest.mark.parametrize(
    ("document", "address"),
    [
        ("clock-hidden-by-stay-kind", "role@mum@notification:nine@parent"),
        ("grandparents-raising", "role@mia@notification:nans"),
        ("new-partner-moved-in-since", "role@mia"),
        ("two-mothers", "role"),
        ("two-mothers", "goes"),
        ("vic-client-and-subject", "duties-immediate"),
        ("vic-two-editions", "role"),
        ("ndis-nothing-known", "notify"),
    ],
)
@pytest.mark.parametrize("columns", each_nth(["60", "100"], 2))
def test_an_address_is_explained_in_one_screen_and_the_rest_is_a_command_away(
    document: str, address: str, columns: str, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    path = ROOT / "tests" / "cases" / "documents" / f"{document}.yaml"
    run("--version")  # settles the fixture's own width first
    monkeypatch.setenv("COLUMNS", columns)
    brief, whole = (run("explain", path, address, *more).out.splitlines() for more in ([], ["--all"]))

    assert 1 < len(brief) <= 60
    said = joined(" ".join(brief))
    assert ("…" in said) <= (f"cimscore explain {path} {address} --all" in said)
    assert brief[0] == whole[0]


@pytest.mark.parametrize("through", [(), ("--all",)])
def test_each_condition_is_explained_once(through: tuple[str, ...], run: Run) -> None:
    explained = json.loads(run("explain", EXAMPLE, "role@ari", "--json", *through).out)
    lines = [line for each in explained for line in lines_below(each["because"])]
    reasons = [line["says"] for line in lines if line.get("because")]

    assert len(reasons) > 10
    assert len(reasons) == len(set(reasons))
    said = {line["says"] for line in lines if not line.get("again")}
    assert {line["says"] for line in lines if line.get("again")} <= said


def test_what_does_not_hold_is_explained_as_a_no(run: Run) -> None:
    (explained,) = json.loads(run("explain", EXAMPLE, "subject@bo@north", "--json").out)

    assert explained["standing"] == "no"
    assert explained["says"] == "Bo Example is not a subject of the concerns in north"
    says = [line["says"] for line in lines_below(explained["because"])]
    assert "Bo Example does not come to harm at home in north" in says


def test_a_record_that_is_not_made_and_a_clock_that_does_not_run_are_explained_too(run: Run) -> None:
    record = joined(run("explain", EXAMPLE, "record@child-concern-report:c1").out)
    clock = joined(run("explain", EXAMPLE, "approve-report@c1@ari").out)

    assert record.startswith("Child concern report of c1 is not to be made")
    assert "child concern report of c1 carries no concern" in record
    assert clock.startswith("No time to approve the child concern report (c1, Ari Example)")


def test_a_clock_is_explained_with_its_day_and_from_what_it_is_counted(run: Run) -> None:
    said = joined(run("explain", EXAMPLE, "approve@c1@ari").out)

    assert said.startswith("Approve the notification (c1, Ari Example)")
    assert "Due: Thursday 6 March 2025, end of day, Brisbane time." in said
    assert "Counted from the decision on the response." in said
    assert "Because:" in said


def test_what_is_certain_whichever_way_is_told_for_each_answer(run: Run) -> None:
    said = joined(run("explain", WHICHEVER, "harm-household@nine").out)

    assert "Certain whichever way this is answered: How does child-x stay in nine" in said
    assert "If 'full-time' or 'part-time' or 'visits', because: - c1 happens to child-x in nine" in said
    assert "If 'by-choice', because: - c1 reaches nine, where parents of the self-placed child-x live" in said
    assert "(provisional)" not in said


def test_without_an_address_the_main_conclusions_are_explained_briefly(run: Run) -> None:
    explained = run("explain", EXAMPLE)

    assert explained.code == Exit.DONE
    for address in ("harm-household@north", "subject@ari@north", "record@notification:south", "approve@c1@ari"):
        assert f"qld-child-safety/{address}" in explained.out
    assert "duties-intake" not in explained.out
    assert not any(line.startswith("      - ") for line in explained.out.splitlines())


def test_an_address_may_name_its_program_and_leave_things_out(run: Run) -> None:
    every = json.loads(run("explain", EXAMPLE, "qld-child-safety/role@ari", "--json").out)

    assert [each["address"] for each in every] == ["role@ari@notification:north", "role@ari@notification:south"]


def test_addresses_may_stand_behind_an_option(run: Run) -> None:
    assert run("explain", EXAMPLE, "--all", "subject@ari").out == run("explain", EXAMPLE, "subject@ari", "--all").out


def test_each_program_explains_what_it_knows(run: Run) -> None:
    both = ROOT / "examples" / "both-programs.yaml"
    shared, own = (json.loads(run("explain", both, id, "--json").out) for id in ("record", "harm-household"))

    assert {each["program"] for each in shared} == {"qld-child-safety", "vic-cims"}
    assert {each["program"] for each in own} == {"qld-child-safety"}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("rolle", "There is no conclusion 'rolle'. Did you mean 'role'?"),
        ("role@boo", "There is no person in the case 'boo'. Did you mean 'bo'?"),
        ("role@bo@notificaton:north", "Did you mean 'notification:north'?"),
        ("harm-household@norht", "Did you mean 'north'?"),
        ("harm-household@north@south", "harm-household is about home."),
        ("vic-cims/role@bo", "There is no conclusion 'vic-cims/role'"),
    ],
)
def test_an_unknown_address_is_refused_with_what_was_probably_meant(address: str, said: str, run: Run) -> None:
    ran = run("explain", EXAMPLE, address)

    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert said in ran.err
