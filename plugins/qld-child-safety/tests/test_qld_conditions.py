"""Conditions of the matter, each from rows given directly: no document is needed."""

from __future__ import annotations

from cimscore.rules.families import is_child, is_minor_and_parent_of, lived_there_then
from cimscore.rules.vocabulary import (
    happened_in,
    is_about,
    is_parent_of,
    is_unborn,
    lives_in,
    may_have_a_minor_for_parent,
    moved_in_since,
    moved_out_since,
    responsible_for,
)
from cimscore.testing import table
from cimscore_qld_child_safety.rules.concerns import counts
from cimscore_qld_child_safety.rules.events import carries, covers_home
from cimscore_qld_child_safety.rules.files import (
    belongs_to_it,
    blames_a_subject_of_it,
    is_added_to,
    second_instead,
)
from cimscore_qld_child_safety.rules.harm import (
    counts_as_resident,
    happens_to_somebody,
    is_there_by_choice,
    reaches,
    visited_the_place,
)
from cimscore_qld_child_safety.rules.people import was_there, was_there_for_it
from cimscore_qld_child_safety.rules.subjects import (
    SUBJECT,
    answers_for_harm,
    blamed_for_another,
    has_adolescent_parent,
    has_own_event,
    is_infant,
    is_responsible_at_ten,
    is_responsible_once_recorded,
)

ABOUT_ARI = {is_about: [("c1", "ari")], happened_in: [("c1", "north")]}


def test_harm_makes_a_household_where_the_child_did_not_just_choose_to_stay() -> None:
    given = {**ABOUT_ARI, counts: [("c1",)]}
    assert table(happens_to_somebody, {**given, is_there_by_choice: []}) == {("c1", "ari", "north")}
    assert table(happens_to_somebody, {**given, is_there_by_choice: [("c1", "ari", "north")]}) == set()
    assert table(happens_to_somebody, {**given, counts: [], is_there_by_choice: []}) == set()


def test_a_visitor_is_neither_a_resident_nor_there_by_choice() -> None:
    assert table(visited_the_place, {**ABOUT_ARI, counts_as_resident: [], is_there_by_choice: []}) == {("ari", "c1")}
    resident = {counts_as_resident: [("c1", "ari", "north")], is_there_by_choice: []}
    assert table(visited_the_place, {**ABOUT_ARI, **resident}) == set()
    chosen = {counts_as_resident: [], is_there_by_choice: [("c1", "ari", "north")]}
    assert table(visited_the_place, {**ABOUT_ARI, **chosen}) == set()


def test_who_moved_out_since_lived_there_then_and_who_moved_in_since_did_not() -> None:
    there = {happened_in: [("c1", "north")], lives_in: [("kit", "north"), ("leo", "north")]}
    moved = {moved_out_since: [("c1", "ari", "north")], moved_in_since: [("c1", "leo", "north")]}
    assert table(lived_there_then, {**there, **moved}) == {("c1", "kit", "north"), ("c1", "ari", "north")}


def test_a_minor_is_the_parent_of_a_small_and_born_child_alone() -> None:
    young = {
        is_parent_of: [("kit", "lou")],
        is_child: [("kit",), ("lou",)],
        is_unborn: [],
        may_have_a_minor_for_parent: [("lou",)],
    }
    assert table(is_minor_and_parent_of, young) == {("kit", "lou")}
    assert table(is_minor_and_parent_of, {**young, is_child: [("lou",)]}) == set()
    assert table(is_minor_and_parent_of, {**young, is_unborn: [("kit",)]}) == set()
    assert table(is_minor_and_parent_of, {**young, may_have_a_minor_for_parent: []}) == set()


def test_an_adolescent_parent_is_a_subject_of_the_same_home() -> None:
    family = {is_minor_and_parent_of: [("kit", "lou")], SUBJECT: [("kit", "flat")]}
    assert table(has_adolescent_parent, family) == {("lou", "flat")}
    assert table(has_adolescent_parent, {**family, SUBJECT: [("kit", "elsewhere")]}) == {("lou", "elsewhere")}


def test_an_own_event_comes_of_three_reasons_and_two_of_them_are_answering_for_harm() -> None:
    none: dict[object, list[tuple[str, str]]] = {is_responsible_at_ten: [], is_responsible_once_recorded: []}
    assert table(answers_for_harm, {**none, is_responsible_at_ten: [("sam", "home")]}) == {("sam", "home")}
    assert table(answers_for_harm, {**none, is_responsible_once_recorded: [("sam", "home")]}) == {("sam", "home")}
    assert table(has_own_event, {answers_for_harm: [], is_infant: [("lou", "home")]}) == {("lou", "home")}


def test_nobody_is_blamed_for_another_child_by_a_concern_about_an_adult() -> None:
    given = {responsible_for: [("c1", "sam")], reaches: [("c1", "home")], is_about: [("c1", "mia")]}
    assert table(blamed_for_another, {**given, is_child: [("sam",)]}) == set()
    assert table(blamed_for_another, {**given, is_child: [("sam",), ("mia",)]}) == {("c1", "sam", "home")}


def test_concerns_are_added_to_an_investigation_unless_they_blame_its_child_or_a_second_replaces_it() -> None:
    given = {belongs_to_it: [("c1", "inv-1")], blames_a_subject_of_it: [], second_instead: []}
    assert table(is_added_to, given) == {("c1", "inv-1")}
    assert table(is_added_to, {**given, blames_a_subject_of_it: [("c1", "inv-1")]}) == set()
    assert table(is_added_to, {**given, second_instead: [("c1", "inv-1")]}) == set()
    assert table(is_added_to, {**given, second_instead: [("c1", "inv-2")]}) == {("c1", "inv-1")}


def test_who_was_present_was_there_only_in_a_household_that_the_record_is_about() -> None:
    given = {carries: [("rec", "c1")], was_there_for_it: [("c1", "bo")], happened_in: [("c1", "north")]}
    assert table(was_there, {**given, covers_home: [("rec", "north")]}) == {("bo", "rec")}
    assert table(was_there, {**given, covers_home: [("rec", "south")]}) == set()
