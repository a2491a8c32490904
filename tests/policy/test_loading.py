"""Policy files are read strictly, and everything wrong with them is reported at once."""

from __future__ import annotations

import datetime as dt

import pytest

from cimscore.errors import RulebookError
from cimscore.policy import Anchor, Confidence, Disposition, Locator, load_policy
from cimscore.policy.passages import digest

DUSK, DAWN = digest("Light it at dusk."), digest("Put it out at dawn.")
SOURCES = f"""
[lamp]
title = "Lamps"
publisher = "Keepers"
document = "handbook"
headings = ["Lighting", "Putting out"]
unread = ["Menu"]

[[lamp.editions]]
id = "first"
title = "First"
from = 2024-09-30
until = 2025-04-30

[[lamp.editions]]
id = "second"
title = "Second"
from-known-only-to = "2025-04"
complete = false
encoded = false
changes = ["Lamps are lit sooner."]

[[lamp.passed-over]]
heading = "Lighting"
because = "it points to another page"
passages = [{{position = 9, digest = "{digest("See also")}"}}]

[act]
title = "Lamp Act"
publisher = "Parliament"
document = "the Act"
held = false

[[act.editions]]
id = "act"
title = "Lamp Act"
"""
CLAUSES = f"""
source = "lamp"
heading = "Lighting"
editions = ["first"]

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
editions = ["first", "second"]
disposition = "left to a person"
question = "lamps/who-lights"
"""
ACT = """
source = "act"
heading = "section 1"
editions = ["act"]

[[clause]]
id = "act/s-1/night"
text = "A night ends at dawn."
disposition = "encoded"
confidence = "high"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sources.toml").write_text(SOURCES)
    (tmp_path / "clauses-lighting.toml").write_text(CLAUSES)
    (tmp_path / "clauses-act.toml").write_text(ACT)
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
    return {problem.where: str(problem) for problem in caught.value.problems}


def test_sources_and_their_editions_are_read(folder):
    lamp, act = load_policy(folder).sources
    assert (lamp.id, lamp.headings, lamp.unread, lamp.held) == ("lamp", ("Lighting", "Putting out"), ("Menu",), True)
    assert lamp.passed_over == (Anchor(locator=Locator(heading="Lighting", position=9), digest=digest("See also")),)
    assert (lamp.editions[0].from_, lamp.editions[0].complete) == (dt.date(2024, 9, 30), True)
    assert (lamp.editions[1].from_known_only_to, lamp.editions[1].encoded) == ("2025-04", False)
    assert not act.held


def test_clauses_are_read_in_the_order_of_their_ids(folder):
    night, dusk, who = load_policy(folder).clauses
    assert (night.id, night.digest, night.confidence, night.anchors) == ("act/s-1/night", "", Confidence.HIGH, ())
    assert str(night.locator) == "section 1"
    assert (dusk.locator, dusk.digest, dusk.editions) == (Locator(heading="Lighting", position=1), DUSK, ("first",))
    assert dusk.anchors[1] == Anchor(locator=Locator(heading="Putting out", position=1), digest=DAWN)
    assert (who.disposition, who.question) == (Disposition.LEFT_TO_A_PERSON, "lamps/who-lights")
    assert (who.statements, who.editions) == (("L-2", "L-3"), ("first", "second"))


def test_a_package_can_be_named(folder, monkeypatch):
    package = folder.rename(folder.with_name("lamp_policy_files"))
    (package / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(package.parent)
    assert len(load_policy("lamp_policy_files").clauses) == 3


def test_every_problem_of_every_file_is_reported_at_once(folder):
    spoil(folder, "sources.toml", ("held = false", "hold = false"), ("until = 2025-04-30", 'until = "soon"'))
    spoil(folder, "clauses-lighting.toml", ('disposition = "encoded"', 'disposition = "encode"'), (DUSK, "sha256:1"))
    spoil(folder, "clauses-act.toml", ('text = "A night ends at dawn."\n', ""))
    (folder / "notes.toml").write_text("")
    (folder / "clauses-broken.toml").write_text("= 1")
    assert set(complaints(folder)) >= {
        "sources.toml: act.hold", "sources.toml: lamp.editions[0].until", "lamp/lighting/dusk.disposition",
        "lamp/lighting/dusk.digest", "act/s-1/night.text", "notes.toml", "clauses-broken.toml",
    }  # fmt: skip


CLAUSE_PROBLEMS = [
    ('statements = ["L-1"]', "statments = []", "dusk.statments", "'statements'?"),
    ('["L-1"]', "[1]", "dusk.statements[0]", "expected text"),
    ('"encoded"', '"encode"', "dusk.disposition", "Did you mean 'encoded'?"),
    ('disposition = "encoded"', "", "dusk.disposition", "text"),
    ('heading = "Lighting"', 'heading = "Lightning"', "dusk.heading", "'Lighting'?"),
    ('editions = ["first"]', 'editions = ["frist"]', "dusk.editions", "'first'?"),
    ('editions = ["first"]\n', "", "dusk.editions", "the editions in which it stands"),
    ('source = "lamp"', 'source = "lamb"', "dusk.source", "'lamp'?"),
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
    ('"encoded"', '"guidance"', "dusk.reason", "a reason"),
    ('"encoded"', '"encoded"\nreason = "because"', "dusk.reason", "only"),
    ('"encoded"', '"encoded"\nquestion = "a/b"', "dusk.question", "only"),
    ('"encoded"', '"encoded"\nconfidence = "high"', "dusk.confidence", "not held"),
]
UNHELD_PROBLEMS = [
    ('confidence = "high"', "", "act/s-1/night.confidence", "how well it is known"),
    ('confidence = "high"', f'confidence = "high"\ndigest = "{DUSK}"', "act/s-1/night.digest", "no digest"),
    ("act/s-1/night", "act/night", "act/night", "act/heading/name"),
    ("act/s-1/night", "lamp/s-1/night", "lamp/s-1/night", "act/heading/name"),
]
SOURCE_PROBLEMS = [
    ("until = 2025-04-30", "until = 2025-04-01", "lamp/second", "certainly begun"),
    ("until = 2025-04-30\n", "", "lamp/second", "certainly begun"),
    ("until = 2025-04-30", "until = 2024-09-30", "lamp/first.until", "a day after 2024-09-30"),
    ('"2025-04"', '"April 2025"', "lamp/second.from-known-only-to", "a month such as 2025-04"),
    ('"2025-04"', '"2025-04"\nfrom = 2025-04-14', "lamp/second.from", "one of the two"),
    ('id = "second"', 'id = "first"', "lamp.editions", "each edition once"),
    ('because = "it points to another page"', "", "sources.toml: lamp.passed-over[0].because", "text"),
    ("[[act.editions]]\nid", "[[act.edition]]\nid", "act.editions", "at least one edition"),
    ("[lamp]", "stray = 1\n[lamp]", "sources.toml: stray", "a table"),
]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        *(("clauses-lighting.toml", problem) for problem in CLAUSE_PROBLEMS),
        *(("clauses-act.toml", problem) for problem in UNHELD_PROBLEMS),
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
