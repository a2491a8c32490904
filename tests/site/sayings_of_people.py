"""What is held of the sayings about people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sayings_read import Said

from cimscore.case import labels_of
from cimscore.rules.vocabulary import (
    acts_as,
    age_at_least,
    born_on,
    cares_for,
    died_on,
    has_died,
    is_entered_as_sibling,
    is_on_record,
    is_parent_of,
    is_partner_of,
    is_pregnant_with,
    is_unborn,
    lives_in,
    may_be,
    responsible_for,
    was_present,
)


def is_between(said: Said, person: str, low: int, high: int) -> None:
    """Hold that somebody has some ages and no others."""
    ages = {age: said.grade(age_at_least, person, age) for age in (10, 18)}
    assert ages == {10: 3 * (low >= 10), 18: 3 * (low >= 18)}
    (when,) = (things[1] for things in said.situation.base[born_on.key].rows if things[0] == person)
    assert 2025 - high - 1 <= when.first.value.year <= when.last.value.year <= 2025 - low


def is_asked(said: Said, person: str, *bands: str) -> None:
    """Hold that the age of somebody is open between some bands."""
    assert said.values(f"born@{person}") == list(bands)


def is_grown_up(said: Said) -> None:
    assert said.grade(age_at_least, "mia", 18) == 3


def is_expected(said: Said) -> None:
    assert said.grade(is_unborn, "bub") == said.grade(is_pregnant_with, "mia", "bub") == 3
    assert said.grade(lives_in, "bub", "home") == 3


def is_born_since(said: Said) -> None:
    assert said.grade(is_unborn, "bub") == said.grade(is_pregnant_with, "mia", "bub") == 0
    assert said.grade(is_parent_of, "mia", "bub") == 3
    assert "bub subject child" in said.roles("notification:home")
    assert not any("'Unborn'" in says or "profile for the unborn" in says for says, _ in said.decision.duties)


def has_a_dead_father(said: Said) -> None:
    assert said.grade(is_parent_of, "leo", "kai") == said.grade(has_died, "leo") == 3
    (when,) = (things[1] for things in said.situation.base[died_on.key].rows)
    assert (str(when.first), str(when.last)) == ("2024-01-01", "2024-12-31")


def is_dead(said: Said) -> None:
    assert said.grade(has_died, "pop") == 3
    (when,) = (things[1] for things in said.situation.base[died_on.key].rows)
    assert when.first is None


def is_perhaps_dead(said: Said) -> None:
    assert said.grade(has_died, "leo") == 1
    assert said.values("died@leo") == ["no", "yes"]


def is_no_parent(said: Said, person: str) -> None:
    assert said.grade(is_parent_of, person, "kai") == 0


def is_his_nan(said: Said) -> None:
    is_no_parent(said, "nan")
    older = said.with_lines("people: [{id: kai, age: {is: 10}}]")
    assert older.grade(age_at_least, "nan", 18) == 3


def are_twins(said: Said) -> None:
    assert said.grade(is_parent_of, "mia", "lex") == 3
    both = said.with_lines("people: [{id: kai, born: 2014-05-02}]")
    assert both.grade(age_at_least, "lex", 10) == 3


def are_siblings(said: Said) -> None:
    assert said.grade(is_entered_as_sibling, "lex", "kai") == 3


def brings_up(said: Said, person: str) -> None:
    is_no_parent(said, person)
    assert said.grade(cares_for, person, "kai") == 3


def is_no_partner(said: Said) -> None:
    assert said.grade(is_partner_of, "leo", "mia") == 0
    before = said.with_lines("relationships: [{from: leo, to: mia, kind: partner}]")
    assert before.grade(is_partner_of, "leo", "mia") == 3


def is_still_a_parent(said: Said) -> None:
    assert said.grade(is_parent_of, "mia", "kai") == 3


def is_perhaps_a_parent(said: Said) -> None:
    assert said.grade(is_parent_of, "leo", "kai") == 1
    assert said.values("donor@leo->kai") == ["no", "yes"]


def has_no_parent_that_is_asked_for(said: Said) -> None:
    assert said.point("parents@zoe") is None
    assert said.grade(is_parent_of, "mia", "zoe") == 0


def is_nobodys_parent(said: Said, friend: str) -> None:
    assert said.grade(is_parent_of, friend, "kai") == 0
    point = said.point("parents@kai")
    assert point is None or friend not in str(said.values("parents@kai"))


def is_known_by_name_alone(said: Said) -> None:
    assert said.person("leo").label == "Leo"
    assert said.grade(lives_in, "leo", "home") == 1
    point = said.point("homes@leo")
    assert point is not None and point.in_words(point.working) == "in none"


def are_perhaps_the_same(said: Said, one: str, other: str) -> None:
    assert said.values(f"same@{one}@{other}") == ["no", "yes"]
    assert said.grade(may_be, one, other) == 1


def are_two(said: Said, one: str, other: str) -> None:
    assert said.point(f"same@{one}@{other}") is None
    assert said.grade(may_be, one, other) == 0
    labels = labels_of(said.case.people)
    assert (labels[one], labels[other]) == (f"Leo ({one})", f"Leo ({other})")


def was_only_there(said: Said) -> None:
    assert said.grade(was_present, "c1", "jones") == said.grade(acts_as, "jones", "police") == 3
    assert [address for address in said.situation.points if "jones" in address] == []


def is_said_to_be_responsible(said: Said) -> None:
    assert said.grade(responsible_for, "c1", "sam") == said.grade(age_at_least, "sam", 18) == 3


def is_on_record_only(said: Said) -> None:
    assert said.grade(is_on_record, "kai", "indigenous status") == 3
    assert said.grade(is_on_record, "kai", "cultural status") == 0


def is_kept_back(said: Said) -> None:
    assert said.home("home").kept_from == ("leo",)


PEOPLE: Final[Mapping[str, Callable[[Said], None]]] = {
    "He's about seven.": lambda said: is_between(said, "kai", 6, 8),
    "She was seven at Christmas.": lambda said: is_between(said, "kai", 7, 8),
    "About ten, I'd say.": lambda said: is_asked(said, "kai", "aged 9", "aged 10 to 11"),
    "Born in 2018.": lambda said: is_between(said, "kai", 6, 7),
    "His birthday is in May, he'll be eleven.": lambda said: is_between(said, "kai", 10, 10),
    "She's a grown woman.": is_grown_up,
    "He isn't eighteen yet.": lambda said: is_asked(said, "kai", "aged 0 to 9", "aged 10 to 17"),
    "No idea how old the child is.": lambda said: is_asked(said, "kai", "aged 0 to 9", "aged 10 to 17", "18 or older"),
    "Mum's pregnant, due in June.": is_expected,
    "She had the baby on Wednesday, after you rang.": is_born_since,
    "His dad died last year.": has_a_dead_father,
    "The grandfather passed away, no idea when.": is_dead,
    "We don't know if the father is still alive.": is_perhaps_dead,
    "She's his nan.": is_his_nan,
    "She's his auntie.": lambda said: is_no_parent(said, "sue"),
    "They're twins.": are_twins,
    "They have the same dad but not the same mum.": are_siblings,
    "He's not her real dad.": lambda said: brings_up(said, "ron"),
    "Mum's ex, they split up years ago.": is_no_partner,
    "They were together until Christmas.": is_no_partner,
    "The court ended her parental rights.": is_still_a_parent,
    "A friend was the donor.": is_perhaps_a_parent,
    "She adopted her on her own, there is no other parent.": has_no_parent_that_is_asked_for,
    "We only know his name.": is_known_by_name_alone,
    "She also goes by Mimi, could be the same woman.": lambda said: are_perhaps_the_same(said, "joy", "mia"),
    "I think those two are one and the same.": lambda said: are_perhaps_the_same(said, "lee", "leo"),
    "There are two Leos, and they are cousins.": lambda said: are_two(said, "lee", "leo"),
    "He's just a mate of mum's.": lambda said: is_nobodys_parent(said, "joe"),
    "The foster carer rang.": lambda said: brings_up(said, "fay"),
    "Constable Jones was there.": was_only_there,
    "It was one of the workers.": is_said_to_be_responsible,
    "We've got down that he's Aboriginal.": is_on_record_only,
    "Don't tell the father where they live.": is_kept_back,
}
