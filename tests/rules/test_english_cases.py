"""What rules say about the things of a case, by name."""

from __future__ import annotations

from cimscore.rules import Defined, Household, Person, Record, RecordName, some
from cimscore.rules.english import condition_in_case, sentence_in_case
from cimscore.rules.vocabulary import is_of_kind, lives_in

NAMES = {"flo": "Flo", "south": "South", "north": "North"}


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
