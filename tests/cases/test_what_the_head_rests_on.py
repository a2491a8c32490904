"""The questions on which the head of a page rests stand on it, and what changes nothing comes last."""

from __future__ import annotations

from typing import Any

from case_documents import rulebook

import cimscore
from cimscore.assessment import first_page

QLD = "qld-child-safety"


def page(
    people: dict[str, str],
    homes: list[str],
    stays: list[str],
    *,
    kin: tuple[str, ...] = (),
    every: bool = False,
    **parts: Any,
) -> str:
    """Return the first page of a call: each of the people by the day of birth, and adults by an empty one."""
    document = {
        "cimscore": 1, "id": "invented", "programs": [QLD],
        "people": [{"id": id, "name": {"given": id.title()}, **({"born": born} if born else {"adult": True})}
                   for id, born in people.items()],
        "households": [{"id": home, "area": "Brisbane"} for home in homes],
        "residences": [dict(zip(("person", "household", "kind"), stay.split(), strict=True)) for stay in stays],
        "relationships": [{"from": parent, "to": child, "kind": "parent"} for parent, child in map(str.split, kin)],
        **parts,
    }  # fmt: skip
    (decision,) = cimscore.assess(rulebook().read_case(document), rulebook()).decisions
    return first_page(decision, every=every)


def answered(question: str, about: str, answer: str, at: str) -> dict[str, str]:
    return {"question": f"{QLD}/{question}", "about": about, "answer": answer, "by": "child-safety-officer", "at": at}


def test_the_question_on_which_the_first_clock_rests_is_on_the_page_though_others_change_more() -> None:
    notification = {
        "id": "N-77", "kind": "notification", "household": "north", "people": {"tom": "subject child"},
        "moves": [{"move": "decide", "at": "2025-08-04T10:00+10:00"}],
    }  # fmt: skip
    said = page(
        {"tom": "2017-07-07", "ada": "", "vic": ""},
        ["north", "south"],
        ["tom north part-time", "tom south part-time", "ada north full-time", "vic south full-time"],
        kin=("ada tom", "vic tom"),
        dates={"received": "2025-08-11T10:00+10:00"},
        concerns=[{"id": "c2", "about": ["tom"], "place": "south", "kind": "harm", "responsible": ["vic"]}],
        records=[notification],
        decisions=[
            answered("response", "c2", "notification", "2025-08-12T10:00+10:00"),
            answered("response-priority", "c2", "5-day", "2025-08-12T10:00+10:00"),
        ],
        facts={QLD: {"office": "Brisbane"}},
    )
    assert "provisional: questions 1, 3]" in " ".join(said.partition("What is open")[0].split())
    numbers = [line.partition(". ")[0] for line in said.splitlines() if line[:1].isdigit()]
    assert numbers == ["1", "3"]
    assert "and 1 more question (2)" in said


def test_an_edition_by_which_the_same_follows_is_asked_last() -> None:
    said = page(
        {"lou": "2020-02-29", "mel": ""},
        ["home"],
        ["lou home full-time", "mel home full-time"],
        kin=("mel lou",),
        dates={"received": "2025-04-16T16:00+10:00"},
        concerns=[{"id": "c1", "about": ["lou"], "place": "home", "kind": "risk", "responsible": ["mel"]}],
        decisions=[
            {
                **answered("response", "c1", "notification", ""),
                "at": {"between": ["2025-04-16T17:00+10:00", "2025-04-17T09:00+10:00"]},
            },
            answered("response-priority", "c1", "10-day", "2025-04-17T09:00+10:00"),
        ],
    )
    assert "1. Still to be learnt: who the other parent of Lou is" in said
    assert "2. Which edition of Record the outcome" in said
    assert "1 thing still to be learnt (question 1)" in said


def test_what_is_not_yet_so_of_several_children_is_told_of_them_together() -> None:
    children = dict.fromkeys(("asa", "ben", "cy", "di", "ez"), "2014-05-02")
    said = page(
        children,
        ["home"],
        [f"{child} home full-time" for child in children],
        dates={"received": "2025-03-03T10:15+10:00"},
        concerns=[{"id": "c1", "about": [*children], "place": "home", "kind": "harm"}],
        decisions=[
            answered("response", "c1", "notification", "2025-03-03T14:00+10:00"),
            answered("response-priority", "c1", "5-day", "2025-03-03T14:00+10:00"),
        ],
    )
    told = "notification of home has a parent of its subject child Asa, as far as anybody knows (the same for Ben, Cy, "
    assert f"{told}Di and Ez)." in " ".join(said.split())
    assert said.count("Not yet so") == 1


def test_whose_clock_it_is_is_told_by_name_and_not_by_id() -> None:
    said = page(
        {"kim": "2013-12-24", "lee": "2017", "ray": ""},
        ["home"],
        ["kim home full-time", "lee home full-time", "ray home full-time"],
        kin=("ray kim", "ray lee"),
        every=True,
        dates={"received": "2025-12-23T22:30+10:00"},
        concerns=[
            {"id": "c1", "about": ["lee"], "place": "home", "kind": "harm", "responsible": ["kim"]},
            {"id": "c2", "about": ["kim"], "place": "home", "kind": "harm", "responsible": ["ray"]},
        ],
        decisions=[
            answered(question, concern, answer, "2025-12-24T17:00+10:00")
            for concern, priority in (("c1", "10-day"), ("c2", "24-hour"))
            for question, answer in (("response", "notification"), ("response-priority", priority))
        ],
    )
    clocks = said.partition("Clocks, in order of time")[2].partition("What to do")[0]
    assert "(c1 for Lee)" in clocks
    assert "for lee" not in clocks and "for kim" not in clocks
