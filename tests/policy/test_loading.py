"""Policy files are read strictly, and everything wrong with them is reported at once."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from cimscore.errors import RulebookError
from cimscore.policy import Anchor, Confidence, Disposition, Locator, load_policy
from cimscore.policy.passages import digest

PLACE = re.compile(r"^\S+/\S+\.toml(:\d+)?( and \S+\.toml(:\d+)?)*: ")
DUSK, DAWN = digest("Light it at dusk."), digest("Put it out at dawn.")
SOURCES = """
[lamp]
title = "Lamps"
publisher = "Keepers"
document = "handbook"
headings = ["Lighting", "Putting out"]
unread = ["Menu"]

[act]
title = "Lamp Act"
publisher = "Parliament"
document = "the Act"
held = false
"""
FIRST = f"""
[edition]
title = "First"
from = 2024-09-30

[[passed-over]]
heading = "Lighting"
because = "it points to another page"
passages = [{{position = 9, digest = "{digest("See also")}"}}]
"""
CLAUSES = f"""
heading = "Lighting"

[[clause]]
id = "lamp/lighting/dusk"
statements = ["L-1"]
text = "Lamps are lit when the day ends."
position = 1
digest = "{DUSK}"
also = [{{heading = "Putting out", position = 1, digest = "{DAWN}"}}]
disposition = "encoded"

[[clause]]
id = "lamp/lighting/who"
statements = ["L-2", "L-3"]
text = "The keeper chooses who lights one."
position = 2
digest = "{digest("Who")}"
disposition = "left to a person"
question = "lamps/who-lights"
"""
SECOND = """
[edition]
title = "Second"
from-known-only-to = "2025-04"
encoded = false
gap = "The handbook was rewritten in April 2025"
changes = ["Lamps are lit sooner."]
"""
ACT = """
heading = "section 1"

[edition]
title = "Lamp Act"

[[clause]]
id = "act/s-1/night"
text = "A night ends at dawn."
disposition = "encoded"
confidence = "high"
"""
FILES = {
    "sources.toml": SOURCES, "lamp/first/edition.toml": FIRST, "lamp/first/lighting.toml": CLAUSES,
    "lamp/second/edition.toml": SECOND, "act/act/section-1.toml": ACT,
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def spoil(folder, name, *changes):
    path = folder / name
    for old, new in changes:
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))


def complaints(folder):
    with pytest.raises(RulebookError) as caught:
        load_policy(folder)
    return {PLACE.sub("", problem.where): str(problem) for problem in caught.value.problems}


def test_sources_and_their_editions_are_read(folder):
    lamp, act = load_policy(folder).sources
    assert (lamp.id, lamp.headings, lamp.unread, lamp.held) == ("lamp", ("Lighting", "Putting out"), ("Menu",), True)
    assert lamp.passed_over == (Anchor(locator=Locator(heading="Lighting", position=9), digest=digest("See also")),)
    first, second = lamp.editions
    assert (first.id, first.from_, first.complete) == ("first", dt.date(2024, 9, 30), True)
    assert (second.from_known_only_to, second.encoded, second.complete) == ("2025-04", False, False)
    assert not act.held


def test_an_edition_lasts_until_the_next_has_certainly_begun(folder):
    lamp, _ = load_policy(folder).sources
    assert [edition.until for edition in lamp.editions] == [dt.date(2025, 4, 30), None]


def test_clauses_are_read_in_the_order_of_their_ids(folder):
    night, dusk, who = load_policy(folder).clauses
    assert (night.id, night.digest, night.confidence, night.anchors) == ("act/s-1/night", "", Confidence.HIGH, ())
    assert str(night.locator) == "section 1"
    assert (dusk.locator, dusk.digest, dusk.editions) == (Locator(heading="Lighting", position=1), DUSK, ("first",))
    assert dusk.anchors[1] == Anchor(locator=Locator(heading="Putting out", position=1), digest=DAWN)
    assert (who.disposition, who.question) == (Disposition.LEFT_TO_A_PERSON, "lamps/who-lights")
    assert (who.statements, who.editions) == (("L-2", "L-3"), ("first",))


def test_what_is_missing_of_a_clause_that_is_encoded_in_part_is_read(folder):
    spoil(
        folder,
        "lamp/first/lighting.toml",
        ('"encoded"', '"encoded in part"\nmissing = """What of a\nmoonlit night."""'),
    )
    dusk = load_policy(folder).clauses[1]
    assert (dusk.disposition, dusk.missing) == (Disposition.ENCODED_IN_PART, "What of a moonlit night.")
    assert (dusk.disposition.by_rules, dusk.present.missing) == (True, dusk.missing)


def test_a_package_can_be_named(folder, monkeypatch):
    package = folder.rename(folder.with_name("lamp_policy_files"))
    (package / "__init__.py").write_text("")
    (package / "upkeep").mkdir()
    monkeypatch.syspath_prepend(package.parent)
    assert len(load_policy("lamp_policy_files").clauses) == 3


def test_every_problem_of_every_file_is_reported_at_once(folder):
    spoil(folder, "sources.toml", ("held = false", "hold = false"))
    spoil(folder, "lamp/first/edition.toml", ("from = 2024-09-30", 'from = "soon"'))
    spoil(folder, "lamp/first/lighting.toml", ('disposition = "encoded"', 'disposition = "encode"'))
    spoil(folder, "lamp/first/lighting.toml", (DUSK, "sha256:1"))
    spoil(folder, "act/act/section-1.toml", ('text = "A night ends at dawn."\n', ""))
    (folder / "notes.toml").write_text("")
    (folder / "lamp/first/broken.toml").write_text("= 1")
    assert set(complaints(folder)) >= {
        "sources.toml:13: act.hold", "lamp/first.from", "lamp/lighting/dusk.disposition", "lamp/lighting/dusk.digest",
        "act/s-1/night.text", "notes.toml", "lamp/first/broken.toml",
    }  # fmt: skip


CLAUSE_PROBLEMS = [
    ('statements = ["L-1"]', "statments = []", "dusk.statments", "'statements'?"),
    ('["L-1"]', "[1]", "dusk.statements[0]", "expected text"),
    ('["L-1"]', '["L-1", "L-1", "L-1"]', "dusk.statements", "found 'L-1' 3 times"),
    ('"encoded"', '"encode"', "dusk.disposition", "Did you mean 'encoded'?"),
    ('disposition = "encoded"', "", "dusk.disposition", "one of encoded, encoded in part"),
    ('heading = "Lighting"', 'heading = "Lightning"', "dusk.heading", "'Lighting'?"),
    ("position = 1\ndigest", "position = true\ndigest", "dusk.position", "a number"),
    ("position = 2\n", "", "who.position", "from 1"),
    (f'digest = "{DUSK}"\n', "", "dusk.digest", "twenty hexadecimal digits"),
    ("Lamps are lit when the day ends.", " ", "dusk.text", "our own words"),
    ("also = [{", "also = [1, {", "dusk.also[0]", "a table"),
    ("lamp/lighting/who", "lamp/lighting/dusk", "dusk", "one clause for each id"),
    ("position = 2", "position = 1", "who.digest", "one digest for Lighting, passage 1"),
    ("position = 2", "position = 9", "who.digest", "one digest for Lighting, passage 9"),
    ('question = "lamps/who-lights"', "", "who.question", "a question"),
    ('"lamps/who-lights"', '"who lights"', "who.question", "program/question"),
    ('"encoded"', '"encoded in part"', "dusk.missing", "what is missing"),
    ('"encoded"', '"encoded"\nmissing = "the moon"', "dusk.missing", "only with encoded in part"),
    ('"encoded"', '"guidance"', "dusk.reason", "a reason"),
    ('"encoded"', '"encoded"\nreason = "because"', "dusk.reason", "only"),
    ('"encoded"', '"encoded"\nquestion = "a/b"', "dusk.question", "only"),
    ('"encoded"', '"encoded"\nconfidence = "high"', "dusk.confidence", "document is held"),
    ('heading = "Lighting"', 'source = "lamp"', "lamp/first/lighting.toml.source", "no such key"),
]
UNHELD_PROBLEMS = [
    ('confidence = "high"', "", "act/s-1/night.confidence", "how well it is known"),
    ('confidence = "high"', f'confidence = "high"\ndigest = "{DUSK}"', "act/s-1/night.digest", "no digest"),
    ("act/s-1/night", "act/night", "act/night", "act/heading/name"),
    ("act/s-1/night", "lamp/s-1/night", "lamp/s-1/night", "act/heading/name"),
    ("[edition]", "[editions]", "act/act", "the table [edition]"),
]
FIRST_PROBLEMS = [
    ("from = 2024-09-30", "from = 2025-06-01\nuntil = 2025-05-01", "lamp/first.until", "a day after 2025-06-01"),
    ("from = 2024-09-30", "from = 2024-09-30\nuntil = 2025-04-01", "lamp/second", "certainly begun"),
    ("from = 2024-09-30", "from = 2025-04-01", "lamp/second.from", "for each edition but the first"),
    ("from = 2024-09-30", 'told-in = "secnd"', "lamp/first.told-in", "a text of its own"),
    ('because = "it points to another page"', "", "lamp/first/edition.toml.passed-over[0].because", "text"),
]
SECOND_PROBLEMS = [
    ('"2025-04"', '"April 2025"', "lamp/second.from-known-only-to", "a month such as 2025-04"),
    ('"2025-04"', '"2025-04"\nfrom = 2025-04-14', "lamp/second.from", "one of the two"),
    ("[edition]", 'gone = ["lamp/lighting/who"]\n[edition]', "second", "encoded = false"),
]
SOURCE_PROBLEMS = [
    ("[act]", "[law]", "act", "a folder for each source of sources.toml"),
    ("[act]", "[law]", "law.editions", "a folder law/<edition>/"),
    ("[lamp]", "stray = 1\n[lamp]", "sources.toml: stray", "a table"),
    ("[lamp]", '["the lamp"]', "the lamp", "letters, digits, dots and dashes"),
    ("held = false", 'held = false\nheadings = ["section 2"]', "act/s-1/night.heading", "'section 2'?"),
]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        *(("lamp/first/lighting.toml", problem) for problem in CLAUSE_PROBLEMS),
        *(("act/act/section-1.toml", problem) for problem in UNHELD_PROBLEMS),
        *(("lamp/first/edition.toml", problem) for problem in FIRST_PROBLEMS),
        *(("lamp/second/edition.toml", problem) for problem in SECOND_PROBLEMS),
        *(("sources.toml", problem) for problem in SOURCE_PROBLEMS),
    ],
)
def test_each_problem_says_where_it_is_and_what_belongs_there(folder, name, problem):
    old, new, where, says = problem
    spoil(folder, name, (old, new))
    found = complaints(folder)
    at = where if where in found else f"lamp/lighting/{where}"
    assert says in found[at]


def test_a_folder_without_sources_is_refused(tmp_path):
    assert "sources.toml" in complaints(tmp_path)


def test_an_edition_whose_folder_has_a_name_with_a_space_is_refused(folder):
    (folder / "act/act").rename(folder / "act/the act")

    assert "a folder named with letters, digits, dots and dashes" in complaints(folder)["act/the act"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"n = {'9' * 5000}", "A number of too many digits"),
        (f"n = {'[' * 5000}{']' * 5000}", "Too many levels of nesting"),
    ],
)
def test_a_file_that_python_cannot_hold_is_a_file_that_is_no_toml(folder, text, said):
    (folder / "lamp/first/large.toml").write_text(text)

    assert said in complaints(folder)["lamp/first/large.toml"]


@pytest.mark.parametrize("name", ["lighting.yaml", "lighting.json"])
def test_clauses_in_a_file_of_another_form_are_not_passed_over_in_silence(folder, name):
    (folder / "lamp/first" / name).write_text("clauses")
    (folder / "lamp/first/README.md").write_text("How to read it.")

    assert [said for said in complaints(folder).values() if "a file that is not read" in said] != []
    assert f"lamp/first/{name}" in complaints(folder)


def test_a_heading_of_a_file_without_clauses_is_one_of_the_source(folder):
    (folder / "lamp/first/putting.toml").write_text('heading = "Puting out"\n')

    assert "Did you mean 'Putting out'?" in complaints(folder)["lamp/first/putting.toml.heading"]
