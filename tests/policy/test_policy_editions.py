"""An edition is a state of the page: it holds what differs from the one before, and everything else is inherited."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import cimscore_qld_child_safety
from cimscore.errors import RulebookError, UnknownNameError
from cimscore.policy import (
    ClauseStanding,
    DriftState,
    NotStandingError,
    Policy,
    clause_digest,
    load_policy,
    passages_of,
)
from cimscore.policy.drift import compare
from cimscore.policy.passages import digest
from cimscore.traceability.reviews.reviews import pin_of

PLACE = re.compile(r"^\S+/\S+\.toml(:\d+)?( and \S+\.toml(:\d+)?)*: ")
CHANGED_DUSK = '[[changed]]\nid = "lamp/lighting/dusk"\n'
HEADINGS = ("Lighting",)
OLD_PAGE = "Lighting\nLight it at dusk.\nTrim the wick.\nA lamp burns three hours.\n"
NEW_PAGE = "Lighting\nWait.\nLight it at dusk.\nA lamp burns four hours.\n"
SOURCES = """
[lamp]
title = "Lamps"
publisher = "Keepers"
document = "handbook"
headings = ["Lighting"]
"""
OLD = """
heading = "Lighting"

[edition]
title = "The handbook of 2024"
from = 2024-01-01
"""
CLAUSE = """
[[clause]]
id = "lamp/lighting/{name}"
text = "{text}"
position = {position}
digest = "{digest}"
disposition = "encoded"
"""
NEW = f"""
gone = ["lamp/lighting/wick"]

[edition]
title = "The handbook of 2026"
from = 2026-01-01

[[changed]]
id = "lamp/lighting/hours"
text = "It burns for four hours."
digest = "{digest("A lamp burns four hours.")}"

[[changed]]
id = "lamp/lighting/dusk"
position = 2
"""


def clause(name: str, position: int, passage: str) -> str:
    """A clause of the old page, in its file's words."""
    return CLAUSE.format(name=name, text=f"On {name}.", position=position, digest=digest(passage))


OLD_CLAUSES = (
    clause("dusk", 1, "Light it at dusk."),
    clause("wick", 2, "Trim the wick."),
    clause("hours", 3, "A lamp burns three hours."),
)
Write = Callable[..., Policy]


@pytest.fixture
def policy_of(tmp_path: Path) -> Write:
    def write(**editions: str) -> Policy:
        """Return the policy whose editions have these files, each named by its folder."""
        shutil.rmtree(tmp_path / "lamp", ignore_errors=True)
        (tmp_path / "sources.toml").write_text(SOURCES)
        for name, text in editions.items():
            file = tmp_path / "lamp" / name.removeprefix("in_").replace("_", "-") / "all.toml"
            file.parent.mkdir(parents=True)
            file.write_text(text)
        return load_policy(tmp_path)

    return write


@pytest.fixture
def two(policy_of: Write) -> Policy:
    return policy_of(in_2024=OLD + "".join(OLD_CLAUSES), in_2026=NEW)


def complaints(write: Write, **editions: str) -> Mapping[str, str]:
    with pytest.raises(RulebookError) as caught:
        write(**editions)
    return {PLACE.sub("", problem.where): str(problem) for problem in caught.value.problems}


def test_a_clause_that_an_edition_does_not_name_is_inherited(policy_of: Write) -> None:
    new = '[edition]\ntitle = "The handbook of 2026"\nfrom = 2026-01-01\n'
    policy = policy_of(in_2024=OLD + "".join(OLD_CLAUSES), in_2026=new)
    assert {one.editions for one in policy.clauses} == {("2024", "2026")}
    dusk = policy.clause("lamp/lighting/dusk")
    assert dusk.in_edition("2024") == dusk.in_edition("2026")


def test_a_file_that_only_takes_clauses_out_names_a_heading_of_the_source(policy_of: Write) -> None:
    editions = {"in_2024": OLD + "".join(OLD_CLAUSES), "in_2026": f'heading = "Lighting"\n{NEW}'}
    assert policy_of(**editions).source("lamp").headings == HEADINGS
    editions["in_2026"] = editions["in_2026"].replace("Lighting", "Lightning", 1)
    (said,) = complaints(policy_of, **editions).values()
    assert "found 'Lightning'; expected a heading of the source. Did you mean 'Lighting'?" in said


def test_a_changed_clause_has_a_text_and_a_digest_in_each_edition(two: Policy) -> None:
    hours = two.clause("lamp/lighting/hours")
    assert hours.editions == ("2024", "2026")
    assert [hours.in_edition(edition).text for edition in hours.editions] == ["On hours.", "It burns for four hours."]
    assert hours.in_edition("2024").digest == digest("A lamp burns three hours.")
    assert hours.in_edition("2026").digest == digest("A lamp burns four hours.")
    assert hours.text == "It burns for four hours."


def test_a_clause_that_is_gone_stands_until_then(two: Policy) -> None:
    wick = two.clause("lamp/lighting/wick")
    assert (wick.editions, wick.gone) == (("2024",), "2026")
    assert (two.stands(wick.id, "2024"), two.stands(wick.id, "2026")) == (True, False)
    with pytest.raises(UnknownNameError, match="There is no text of lamp/lighting/wick in the edition '2026'"):
        wick.in_edition("2026")


def test_a_clause_may_be_taken_in_again(policy_of: Write) -> None:
    again = '[edition]\ntitle = "Third"\nfrom = 2027-01-01\n' + clause("wick", 9, "Trim the wick.").replace(
        "[[clause]]\n", '[[clause]]\nheading = "Lighting"\n'
    )
    policy = policy_of(in_2024=OLD + "".join(OLD_CLAUSES), in_2026=NEW, in_2027=again)
    wick = policy.clause("lamp/lighting/wick")
    assert (wick.editions, wick.gone, wick.in_edition("2027").locator.position) == (("2024", "2027"), "", 9)


def test_one_changed_clause_changes_the_digests_of_its_readers_alone(policy_of: Write) -> None:
    before = policy_of(in_2024=OLD + "".join(OLD_CLAUSES))
    new = NEW.replace('gone = ["lamp/lighting/wick"]', "").replace("position = 2", "position = 4")
    after = policy_of(in_2024=OLD + "".join(OLD_CLAUSES), in_2026=new)
    for read in (clause_digest, pin_of):
        was, then = ({one.id: read(one) for one in policy.clauses} for policy in (before, after))
        assert [id for id in was if was[id] != then[id]] == ["lamp/lighting/hours"]


def test_a_clause_that_is_taken_out_alarms_its_readers(policy_of: Write, two: Policy) -> None:
    before = policy_of(in_2024=OLD + "".join(OLD_CLAUSES)).clause("lamp/lighting/wick")
    assert pin_of(before) != pin_of(two.clause("lamp/lighting/wick"))


def test_each_edition_is_held_against_its_own_text(two: Policy) -> None:
    copies = {"lamp@2024": passages_of(OLD_PAGE, HEADINGS), "lamp": passages_of(NEW_PAGE, HEADINGS)}
    found = compare(two.clauses, two.sources, copies)
    assert {(row.text, row.clause) for row in found if row.state is DriftState.IN_STEP} == {
        ("lamp@2024", "lamp/lighting/dusk"), ("lamp@2024", "lamp/lighting/wick"), ("lamp@2024", "lamp/lighting/hours"),
        ("lamp", "lamp/lighting/dusk"), ("lamp", "lamp/lighting/hours"),
    }  # fmt: skip
    assert [(row.clause, row.state) for row in found if row.state is not DriftState.IN_STEP] == [("", DriftState.NEW)]


def test_an_edition_that_another_one_tells_of_has_no_text_of_its_own(policy_of: Write) -> None:
    old = OLD.replace("from =", 'told-in = "2026"\nfrom =') + "".join(OLD_CLAUSES)
    policy = policy_of(in_2024=old, in_2026='[edition]\ntitle = "New"\nfrom = 2026-01-01\n')
    (text,) = policy.source("lamp").texts
    assert (text.id, text.editions) == ("lamp", ("2024", "2026"))


@pytest.mark.parametrize(
    ("new", "where", "says"),
    [
        ('gone = ["lamp/lighting/wicks"]', "lamp/2026/all.toml.gone", "Did you mean 'lamp/lighting/wick'?"),
        ('[[changed]]\nid = "lamp/lighting/dusks"', "lamp/lighting/dusks", "Did you mean 'lamp/lighting/dusk'?"),
        ('[[changed]]\nid = "lamp/lighting/dusk"', "lamp/lighting/dusk", "something that differs"),
        (
            'gone = ["lamp/lighting/dusk"]\n[[changed]]\nid = "lamp/lighting/dusk"\nposition = 4',
            "lamp/2026/all.toml.gone", "one of the two",
        ),
        (f"{CHANGED_DUSK}position = 4\n" * 2, "lamp/lighting/dusk", "changed twice"),
        (
            CHANGED_DUSK + 'position = 4\n' + CHANGED_DUSK + 'text = "Light it sooner."',
            "lamp/lighting/dusk", "one statement about it in the edition 2026; another is in lamp/2026/all.toml",
        ),
        ('gone = ["lamp/lighting/dusk", "lamp/lighting/dusk"]', "lamp/2026/all.toml.gone", "taken out twice"),
        ('[[changed]]\nid = "lamp/lighting/dusk"\ntext = " "', "lamp/lighting/dusk.text", "our own words"),
        ('[[changed]]\nid = "lamp/lighting/dusk"\ntexts = "x"', "lamp/lighting/dusk.texts", "'text'?"),
        (clause("dusk", 1, "Light it at dusk."), "lamp/lighting/dusk", "is a [[changed]] of it"),
        (
            f'[[changed]]\nid = "lamp/lighting/dusk"\nposition = 3\ndigest = "{digest("Other.")}"',
            "lamp/lighting/hours.digest", "one digest for Lighting, passage 3",
        ),
    ],
)  # fmt: skip
def test_what_an_edition_cannot_say_is_refused(policy_of: Write, new: str, where: str, says: str) -> None:
    edition = '\n[edition]\ntitle = "New"\nfrom = 2026-01-01\n'
    head, table, rest = new.partition("[[")
    found = complaints(policy_of, in_2024=OLD + "".join(OLD_CLAUSES), in_2026=head + edition + table + rest)
    assert says in found[where]


def test_each_problem_of_a_clause_names_the_files_that_state_it(policy_of: Write) -> None:
    new = '[edition]\ntitle = "New"\nfrom = 2026-01-01\n[[changed]]\nid = "lamp/lighting/dusk"\ndigest = "other"\n'
    with pytest.raises(RulebookError) as caught:
        policy_of(in_2024=OLD + "".join(OLD_CLAUSES), in_2026=new + '[[changed]]\nid = "lamp/lighting/hour"')
    assert {problem.where for problem in caught.value.problems} == {
        "lamp/2024/all.toml:12 and lamp/2026/all.toml:6: lamp/lighting/dusk.digest",
        "lamp/2026/all.toml:8: lamp/lighting/hour",
    }


def test_two_editions_need_a_first_day_to_tell_their_order(policy_of: Write) -> None:
    found = complaints(policy_of, in_2024='[edition]\ntitle = "Old"\n', in_2026='[edition]\ntitle = "New"\n')
    assert "no first day that tells it from '2024'" in found["lamp/2026.from"]


@pytest.fixture
def queensland() -> Policy:
    folder = Path(cimscore_qld_child_safety.__file__).parent / "policy"
    return load_policy(folder)


def test_the_pages_of_april_2025_go_on_by_the_last_one_held_and_say_so(queensland: Policy) -> None:
    held, sentence = queensland.goes_on_by("qld", "2025-04")
    assert held == "2024-09-30"
    assert sentence == (
        "The page was replaced in April 2025 by pages that are not held here; the last edition held is used: "
        "The page as updated on 30 September 2024."
    )


def test_an_edition_whose_text_is_not_held_answers_not_in_the_source(queensland: Policy) -> None:
    assert queensland.standing("qld/approve/5-day", "2024-09-30") is ClauseStanding.STANDS
    assert queensland.standing("qld/approve/5-day", "2025-04") is ClauseStanding.NOT_IN_SOURCE
    assert not queensland.stands("qld/approve/5-day", "2025-04")


def test_a_complete_edition_is_never_silent(two: Policy) -> None:
    assert two.goes_on_by("lamp", "2026") == ("2026", "")
    assert two.standing("lamp/lighting/wick", "2026") is ClauseStanding.ABSENT


def test_an_edition_known_in_part_says_so_and_knows_what_is_gone(policy_of: Write) -> None:
    new = NEW.replace("from =", "complete = false\nfrom =") + clause("oil", 7, "Oil.").replace(
        "[[clause]]\n", '[[clause]]\nheading = "Lighting"\n'
    )
    old = OLD.replace("from =", "complete = false\nfrom =") + "".join(OLD_CLAUSES)
    policy = policy_of(in_2024=old, in_2026=new)
    assert policy.goes_on_by("lamp", "2024") == (
        "2024",
        "The edition 'The handbook of 2024' is known in part only; what it does not say is not in the source.",
    )
    assert policy.standing("lamp/lighting/wick", "2026") is ClauseStanding.ABSENT
    assert policy.standing("lamp/lighting/oil", "2024") is ClauseStanding.NOT_IN_SOURCE


def test_an_edition_after_one_that_is_not_held_inherits_from_the_last_one_held(policy_of: Write) -> None:
    unheld = '[edition]\ntitle = "Unheld"\nfrom-known-only-to = "2025-04"\nencoded = false\n'
    policy = policy_of(in_2024=OLD + "".join(OLD_CLAUSES), in_2025_04=unheld, in_2026=NEW)
    assert [edition.until for edition in policy.source("lamp").editions] == [
        dt.date(2025, 4, 30), dt.date(2026, 1, 1), None,
    ]  # fmt: skip
    assert policy.clause("lamp/lighting/dusk").editions == ("2024", "2026")
    assert policy.goes_on_by("lamp", "2025-04")[0] == "2024"


def test_an_edition_before_which_nothing_is_held_goes_on_by_nothing(policy_of: Write) -> None:
    unheld = '[edition]\ntitle = "Unheld"\nencoded = false\n'
    policy = policy_of(in_2023=unheld, in_2024=OLD + "".join(OLD_CLAUSES))
    held, sentence = policy.goes_on_by("lamp", "2023")
    assert (held, sentence.partition("; ")[2]) == ("", "no earlier edition is held, so none of its rules apply.")


def test_a_citation_names_the_edition_in_which_the_clause_stands(two: Policy) -> None:
    cited = two.cite("lamp/lighting/hours", "2026")
    assert (str(cited), cited.digest) == ("lamp/lighting/hours@2026", digest("A lamp burns four hours."))
    with pytest.raises(NotStandingError, match="lamp/lighting/wick does not stand in the edition '2026'"):
        two.cite("lamp/lighting/wick", "2026")
    with pytest.raises(NotStandingError, match="it stands in 2026"):
        two.cite("lamp/lighting/hours@2026", "2024")


def test_a_citation_of_a_text_stands_for_as_long_as_the_clause_says_it(two: Policy) -> None:
    assert two.editions_of("lamp/lighting/hours") == ("2024", "2026")
    assert two.editions_of("lamp/lighting/hours@2024") == ("2024",)
    assert two.editions_of("lamp/lighting/dusk@2024") == ("2024", "2026"), "a new place is no new text"


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda policy: policy.clause("lamp/lighting/dsk"), "no clause .* Did you mean 'lamp/lighting/dusk'"),
        (lambda policy: policy.source("lmp"), "no source 'lmp'"),
        (lambda policy: policy.edition("lamp", "2025"), "no edition of lamp '2025'"),
        (lambda policy: policy.goes_on_by("lamp", "2205"), "Known: 2024, 2026"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(two: Policy, ask: Callable[[Policy], object], says: str) -> None:
    with pytest.raises(UnknownNameError, match=says):
        ask(two)
