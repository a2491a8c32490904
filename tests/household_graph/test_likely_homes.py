"""The homes that somebody of no known home is taken to live in, until it is told."""

from __future__ import annotations

from invented_families import DAY, case, kin, person, stay

from cimscore.household_graph import Days, Entered, Tie, TieKind, ties_of


def test_a_parent_is_taken_to_live_with_their_own_child_who_lives_with_no_other_adult() -> None:
    family = case(
        (person("ari", "2014-05-02"), person("kit", "2015-05-02"), person("mia", ""), person("leo", "")),
        residences=(stay("ari", "north", "full-time"), stay("kit", "south", "full-time")),
        relationships=(kin("mia", "parent", "ari"), kin("leo", "parent", "kit")),
    )

    ties = ties_of(Entered(family, Days(DAY, DAY)))
    lives = {(who, home): Tie(TieKind.LIVES_IN, who, home) for who in ("mia", "leo") for home in ("north", "south")}

    assert {at: ties.grade(tie, {}) for at, tie in lives.items()} == {
        ("mia", "north"): 2,
        ("mia", "south"): 1,
        ("leo", "north"): 1,
        ("leo", "south"): 2,
    }


def test_a_child_who_is_somewhere_part_of_the_time_only_is_taken_to_live_elsewhere_too_and_it_says_why() -> None:
    people = (person("ari", "2014-05-02"), person("kit", "2015-05-02"))
    facts = ties_of(Entered(case(people, residences=(stay("ari", "north", "part-time"),)), Days(DAY, DAY)))

    at_times, at_none = facts.open["home@ari"], facts.open["home@kit"]
    assert (at_times.working, at_none.working) == (True, False)
    assert at_times.why.startswith("they live in a household of the case for part of the time only")
    assert at_none.why == "every household that matters is taken to be in the case"
