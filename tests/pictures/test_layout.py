"""Nothing in a picture lies on anything else, however many people there are."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from invented_households import forty_people, two_homes, visitors_and_twins

from cimscore.case import (
    Case,
    HouseholdEntry,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.errors import CaseError
from cimscore.publishing.pictures import PictureMarks, draw

SVG = "{http://www.w3.org/2000/svg}"
CASES = {case.id: case for case in (two_homes(), visitors_and_twins(), forty_people())}


def numbers(element, *names):
    return [float(element.get(name)) for name in names]


def corners(points):
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def points_of(element):
    return [tuple(float(part) for part in pair.split(",")) for pair in element.get("points").split()]


def extent(element):
    """The rectangle that an element takes up: left, top, right, bottom."""
    tag = element.tag.removeprefix(SVG)
    if tag == "rect":
        x, y, width, height = numbers(element, "x", "y", "width", "height")
        return x, y, x + width, y + height
    if tag == "circle":
        x, y, r = numbers(element, "cx", "cy", "r")
        return x - r, y - r, x + r, y + r
    if tag == "path":
        x, y = (float(part) for part in element.get("d")[1:].split("h")[0].split())
        return x, y, x + 30, y + 20
    if tag == "text":
        x, y, size = numbers(element, "x", "y", "font-size")
        width = len(element.text) * size * 0.6
        left = x - {"start": 0, "middle": width / 2, "end": width}[element.get("text-anchor")]
        return left, y - size * 0.8, left + width, y + size * 0.2
    return corners(points_of(element))


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def contains(outer, inner):
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def drawing(case, marks):
    root = ET.fromstring(draw(case, marks).svg)  # noqa: S314 - our own drawing
    _, _, width, height = (float(part) for part in root.get("viewBox").split())
    every = [it for it in root.iter() if it.get("class") and it.tag != f"{SVG}g"]
    frames = [extent(it) for it in every if it.get("class") in ("household", "nowhere")]
    lines = [points_of(it) for it in every if it.get("class") in ("kin", "link")]
    solid = [it for it in every if it.get("class").split()[0] in ("shape", "ink", "strong", "mark", "flag")]
    things = [(it, extent(it)) for it in solid if it.text != "?"]
    return (0, 0, width, height), frames, things, lines


def assert_nothing_lies_on_anything(case, marks):
    paper, frames, things, lines = drawing(case, marks)
    for one, other in itertools.combinations(frames, 2):
        assert not overlap(one, other)
    for (one, its), (other, their) in itertools.combinations(things, 2):
        assert not overlap(its, their), (one.attrib, one.text, other.attrib, other.text)
    for thing, its in things:
        assert contains(paper, its), thing.text
        assert all(contains(frame, its) or not overlap(frame, its) for frame in frames), thing.text
    words = [(it.text, its) for it, its in things if it.tag == f"{SVG}text"]
    for line in lines:
        for start, end in itertools.pairwise(line):
            assert contains(paper, corners([start, end]))
            assert not [text for text, its in words if overlap(its, corners([start, end]))], (start, end)


@pytest.mark.parametrize("name", CASES)
def test_shapes_boxes_labels_flags_and_lines_keep_apart(name):
    case = CASES[name]
    home, child = case.households[0].id, case.people[0].id
    said = (f"subject child in notification:{home}", "needs protection")
    marks = PictureMarks(households={home: ("harm household",)}, people={child: said})
    assert_nothing_lies_on_anything(case, marks)


def test_the_large_case_is_the_size_it_is_said_to_be():
    case = CASES["forty"]
    assert (len(case.people), len(case.households), len(case.concerns)) == (40, 3, 20)


PEOPLE, HOMES = [f"p{n}" for n in range(9)], ["a", "b", "c"]
ROWS = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(HOMES), st.sampled_from(ResidenceKind)),
    max_size=14,
    unique_by=(lambda row: row[:2], lambda row: (row[0], row[2] is ResidenceKind.FULL_TIME or row[1])),
)
KIN = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.sampled_from(
    [RelationshipKind.PARENT, RelationshipKind.PARTNER])), max_size=10)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(ROWS, KIN)
def test_any_family_keeps_apart(rows, kinship):
    people = tuple(PersonEntry(id=id) for id in PEOPLE)
    households = tuple(HouseholdEntry(id=id) for id in HOMES)
    stays = tuple(ResidenceEntry(person=who, household=home, kind=kind) for who, home, kind in rows)
    kin = tuple(RelationshipEntry(from_=one, to=other, kind=kind) for one, other, kind in kinship if one != other)
    try:
        case = Case(id="any", people=people, households=households, residences=stays, relationships=kin)
    except CaseError:
        reject()
    assert_nothing_lies_on_anything(case, PictureMarks())
    drawn = draw(case).svg
    assert all(f"<title>{id}; " in drawn for id in PEOPLE)
