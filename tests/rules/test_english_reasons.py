"""Why something is so: certain, whichever way, as things stand, or possible only."""

from __future__ import annotations

import attrs

from cimscore.rules import Defined, Household, Person, Record, RecordName, some
from cimscore.rules.english import (
    AnswerInWords,
    Branch,
    ChangeInWords,
    condition_in_case,
    english_text,
    sentence_in_case,
    why_certain,
    why_possible,
    why_provisional,
    why_whichever,
)
from cimscore.rules.vocabulary import is_of_kind, lives_in

NAMES = {"flo": "Flo", "south": "South", "north": "North"}


@attrs.frozen
class Reason:
    says: str
    grade: int = 3
    because: tuple[Reason, ...] = ()
    again: bool = False


def _says(lines) -> list[str]:
    return english_text(lines).splitlines()


def test_what_is_certain_is_told_one_level_down():
    reason = Reason(
        "Ned is a visitor", 3, (Reason("Ned is a minor", 3, (Reason("hidden"),)), Reason("Ned was there", again=True))
    )

    assert _says(why_certain(reason)) == [
        "Ned is a visitor, because:",
        "– Ned is a minor",
        "– Ned was there (see above)",
    ]


def test_whichever_way_merges_branches_of_one_reason_and_tells_only_what_differs():
    common, alone = Reason("Flo is harmed"), Reason("it goes into Flo's own notification")
    together = Reason("it goes into the notification of Orchard")
    branches = [
        Branch("under 10", Reason("x", 3, (common, together))),
        Branch("10 to under 18", Reason("x", 3, (common, alone))),
        Branch("18 or more", Reason("x", 3, (common, together))),
    ]

    assert _says(why_whichever("it is to be approved by noon", ["When was Flo born?"], branches)) == [
        "It is to be approved by noon.",
        "This is certain whichever way one question is answered: When was Flo born?",
        "– if ‘under 10’ or ‘18 or more’: it goes into the notification of Orchard",
        "– if ‘10 to under 18’: it goes into Flo's own notification",
    ]


def test_as_things_stand_says_what_it_rests_on_down_to_what_is_open_and_what_would_change_it():
    reason = Reason(
        "Mia is ‘parent’", 2, (Reason("Ari is a subject", 2, (Reason("Ari is a child", 2),)), Reason("Mia is a parent"))
    )
    rests_on = [AnswerInWords("When was Ari born?", "under 10", "the more protective")]
    changes = [
        ChangeInWords((AnswerInWords("When was Ari born?", "18 or more"),), "Mia is ‘household member’"),
        ChangeInWords((AnswerInWords("Does Bo visit?", "yes"), AnswerInWords("Is Bo safe?", "no"))),
    ]

    assert _says(why_provisional("Mia is ‘parent’", rests_on, changes, reason)) == [
        "As things stand, Mia is ‘parent’, because:",
        "– Ari is a subject, because:",
        "  – Ari is a child",
        "– Mia is a parent",
        "It rests on what nobody has answered yet:",
        "– When was Ari born? Worked with: ‘under 10’ (the more protective)",
        "What would change it:",
        "– if When was Ari born? ‘18 or more’: Mia is ‘household member’",
        "– only these answers together: Does Bo visit? ‘yes’, and Is Bo safe? ‘no’: it no longer holds",
    ]


def test_what_is_possible_is_told_with_its_witness():
    changes = [ChangeInWords((AnswerInWords("When was Flo born?", "10 to under 18"),))]

    assert _says(why_possible("Flo is ‘other child’", changes)) == [
        "It is possible that Flo is ‘other child’.",
        "Only if:",
        "– When was Flo born? ‘10 to under 18’",
    ]


def test_a_sentence_of_a_rule_about_the_things_of_a_case():
    person, home, place = Person("person"), Household("home"), Household("place")
    condition = some(place, lives_in(person, place) & ~lives_in(person, home))

    assert sentence_in_case(lives_in, ("flo", "south"), NAMES) == "Flo lives in South"
    assert sentence_in_case(lives_in, ("flo", "south"), NAMES, holds=False) == "Flo does not live in South"
    assert sentence_in_case(is_of_kind, ("c1", "significant-harm"), {"c1": "Concern 1"}) == (
        "Concern 1 is of the kind ‘significant harm’"
    )
    assert condition_in_case(condition, {person: "flo", home: "south"}, NAMES) == (
        "Flo lives in a place, and Flo does not live in South"
    )


def test_a_record_of_a_case_is_called_by_its_kind_and_what_it_is_of():
    record, person = Record("record"), Person("person")
    lives_there = Defined((person, record), "{person} [lives] in the home of {record}", lives_in(person, record.home))
    at_home = Defined((person, record), "{person} [has] {record.home} for a home", lives_in(person, record.home))
    name = RecordName("child-concern-report", "household", "north", "flo")

    assert sentence_in_case(at_home, ("flo", name), NAMES) == "Flo has North for a home"
    assert sentence_in_case(lives_there, ("flo", name), NAMES) == (
        "Flo lives in the home of the child concern report of North for Flo alone"
    )
