"""What a picture and its table say."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET

import attrs
import pytest
from invented_households import forty_people, two_homes, visitors_and_twins

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    Home,
    HouseholdEntry,
    Name,
    PersonEntry,
    PlaceEntry,
    PlaceKind,
    Protected,
    ResidenceEntry,
    ResidenceKind,
    Rota,
    State,
)
from cimscore.errors import UnknownNameError
from cimscore.publishing.pictures import (
    PictureMarks,
    PictureTable,
    draw,
    picture_table_markdown,
    svg,
)

# ruff: noqa: S314 - what is parsed here is our own drawing

SVG = "{http://www.w3.org/2000/svg}"


def groups(case, **how):
    root = ET.fromstring(draw(case, **how).svg)
    return [("".join(it.itertext()), it) for it in root.iter(f"{SVG}g") if it.get("class") == "person"]


def shapes(case):
    return {next(iter(group)).text.split(";")[0]: group[1].tag.removeprefix(SVG) for _, group in groups(case)}


def test_people_are_drawn_by_the_conventions_of_a_genogram():
    drawn = shapes(visitors_and_twins())
    assert {name: drawn[f"{name} Example"] for name in ("Nan", "Joe", "Kit")} == {
        "Nan": "circle", "Joe": "rect", "Kit": "polygon"
    }  # fmt: skip
    assert (
        next(group[1].get("points").count(",") for words, group in groups(visitors_and_twins()) if "twin-a" in words)
        == 3
    )


def test_a_child_with_two_homes_is_drawn_in_both_and_linked():
    first, second = ([words, group[1].get("class")] for words, group in groups(two_homes()) if "Ari" in words)
    assert "also in South" in first[0] and first[1] == "shape"
    assert "also lives here" in second[0] and second[1] == "shape dashed"
    assert draw(two_homes()).svg.count('class="link"') == 1


@pytest.mark.parametrize(("name", "said"), [("Zoe", "visits"), ("Kit", "stays by own")])
def test_visitors_and_those_who_stay_by_choice_are_marked_in_words_and_by_a_dashed_outline(name, said):
    drawn = [group for words, group in groups(visitors_and_twins()) if name in words]
    dashed = [group for group in drawn if group[1].get("class") == "shape dashed"]
    assert len(dashed) == 1
    assert said in " ".join(text.text for text in dashed[0].iter(f"{SVG}text"))


def test_the_unknown_is_drawn_as_unknown():
    words = next(words for words, _ in groups(visitors_and_twins()) if words.startswith("zed"))
    assert all(note in words for note in ("age ?", "parents ?", "home ?", "home not known (?)"))
    drawn = draw(visitors_and_twins()).svg
    assert "c2: ?, about twin-a, twin-b; where: ? (not known)" in drawn
    assert "home not known (?)" in drawn


def test_marks_are_words():
    marks = PictureMarks(households={"north": ("harm household",)}, people={"ari": ("subject child",)})
    picture = draw(two_homes(), marks)
    assert picture.svg.count(">harm household</text>") == 1
    assert picture.svg.count(">subject child</text>") == 2
    assert picture.table.rows[0] == (
        "Ari Example", "age 10, born 2014-05-02",
        "North (harm household): lives here part-time; South: lives here part-time",
        "parent Mia Example; parent Leo Example", "subject child",
    )  # fmt: skip


def test_without_a_day_a_birthday_is_shown_and_no_age():
    case = attrs.evolve(two_homes(), dates=attrs.evolve(two_homes().dates, received=UNKNOWN))
    assert draw(case).table.rows[0][1] == "born 2014-05-02"


def test_the_table_names_everyone_who_is_drawn():
    picture = draw(forty_people())
    assert [row[0] for row in picture.table.rows] == [person.label for person in forty_people().people]


@pytest.mark.parametrize("case", [two_homes(), visitors_and_twins(), forty_people()], ids=lambda case: case.id)
def test_a_picture_can_be_read_by_those_who_do_not_see_it(case):
    root = ET.fromstring(draw(case, prefix="one").svg)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "one-title one-desc"
    description = root.find(f"{SVG}desc").text
    assert all(f"{person.label}: " in description for person in case.people)
    assert min(float(it.get("font-size")) for it in root.iter(f"{SVG}text")) >= 12


def test_two_pictures_in_one_page_share_no_name():
    one, two = (draw(two_homes(), prefix=prefix).svg for prefix in ("one", "two"))
    ids = [set(re.findall(r'id="([^"]+)"', picture)) for picture in (one, two)]
    assert not ids[0] & ids[1]
    assert all(
        rule.startswith("#one ") for rule in re.findall(r"[^{};>]+(?=\{(?:fill|stroke|font))", one.split("@media")[0])
    )


def test_a_picture_fetches_and_runs_nothing():
    drawn = draw(forty_people()).svg
    assert not re.search(r"<(script|image|use|foreignObject|a)\b|href|url\(|@import|\bon\w+=", drawn)


def test_names_cannot_break_the_picture_or_the_table():
    nasty = '</text><script>&"|*'
    case = Case(id="x", people=(PersonEntry(id="a", name=Name(given=nasty, family="Example")),))
    picture = draw(case)
    assert "<script" not in picture.svg
    assert f"{nasty} Example" in "".join(ET.fromstring(picture.svg).itertext())
    in_markdown = '| &lt;/text>&lt;script>&amp;"\\|\\* Example |'
    assert picture_table_markdown(picture.table).splitlines()[2].startswith(in_markdown)


def test_a_mark_for_someone_the_case_does_not_have_is_refused():
    with pytest.raises(UnknownNameError, match="Did you mean 'north'"):
        draw(two_homes(), PictureMarks(households={"nort": ("harm household",)}))


def test_a_long_name_is_shortened_and_told_in_full():
    words = next(words for words, _ in groups(forty_people()) if words.startswith("Zed-With"))
    assert "…" in words
    assert words.startswith("Zed-With-A-Very-Long-Name Of Many Parts Example & <Co>; ")


def test_the_notifier_never_appears_and_changes_nothing():
    told = attrs.evolve(two_homes(), notifier=Protected("Mia Example, by telephone"))
    assert draw(told) == draw(two_homes())
    assert "telephone" not in draw(told).svg


def test_the_same_case_gives_the_same_bytes():
    assert draw(forty_people()).svg == draw(forty_people()).svg


def test_an_empty_case_can_be_drawn():
    picture = draw(Case(id="empty"))
    assert ET.fromstring(picture.svg).tag == f"{SVG}svg"
    assert picture.table.rows == ()


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [svg.LIGHT, svg.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "box"])
@pytest.mark.parametrize("ink", ["ink", "line", "mark"])
def test_every_ink_has_contrast_on_every_ground(colours, ground, ink):
    darker, lighter = sorted(luminance(colours[name]) for name in (ground, ink))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_a_cell_of_the_twin_gives_itself_no_attributes() -> None:
    table = PictureTable(header=("person",), rows=(("Zoe { onclick=alert(1) }",),))

    assert "| Zoe \\{ onclick=alert(1) \\} |" in picture_table_markdown(table)


def test_who_lives_in_no_home_elsewhere_or_at_a_place_is_drawn_there_and_told_in_words() -> None:
    case = Case(
        id="nowhere",
        people=(
            PersonEntry(id="ari", home=Home.NONE, sleeps="ward"),
            PersonEntry(id="mia", home=Home.NONE, sleeps="a car"),
            PersonEntry(id="leo", home=Home.ELSEWHERE),
            PersonEntry(id="nan"),
        ),
        places=(PlaceEntry(id="ward", kind=PlaceKind.HOSPITAL, area="Ipswich", state=State.QUEENSLAND),),
        concerns=(ConcernEntry(id="c1", about=("ari",), place="ward"),),
    )
    picture = draw(case)

    for title in (
        "ward (no household: hospital, Ipswich, queensland)", "lives in no home",
        "lives in a home that is not in the case", "home not known (?)",
    ):  # fmt: skip
        assert f"<title>{title}</title>" in picture.svg
    assert "Dotted frame: a place that is no household" in picture.svg
    homes = {row[0]: row[2] for row in picture.table.rows}
    assert homes == {
        "ari": "lives in no home, sleeps: ward",
        "mia": "lives in no home, sleeps: a car",
        "leo": "lives in a home that is not in the case",
        "nan": "home not known (?)",
    }
    assert "where: ward" in picture.svg


def test_a_stay_by_turns_is_told_in_words() -> None:
    rota = Rota(from_=dt.date(2025, 6, 2), here=7, away=7)
    stay = ResidenceEntry(person="ari", household="north", kind=ResidenceKind.PART_TIME, rota=rota)
    case = Case(
        id="turns",
        people=(PersonEntry(id="ari"),),
        households=(HouseholdEntry(id="north"),),
        residences=(stay,),
    )

    said = draw(case).table.rows[0][2]
    assert said == "north: lives here part-time by turns (7 days here, 7 away, from 2025-06-02)"
