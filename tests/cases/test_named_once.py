"""Each record is named once on a page, and what nobody named or nothing can mend is told as what it is."""

from __future__ import annotations

from case_documents import decided

from cimscore.assessment import Decision, first_page


def told(decision: Decision) -> str:
    return " ".join(first_page(decision).split())


def test_a_record_of_two_parts_is_named_once_though_one_of_them_is_in_another_too() -> None:
    page = told(decided("one-part-in-two-notifications"))
    assert "to approve the notification (tys and zacs)" in page
    assert "tys and tys" not in page


def test_an_act_of_one_record_is_named_by_it_though_another_act_is_told_for_each_concern() -> None:
    page = told(decided("two-boys-perhaps-one"))
    assert "to approve the notification (home)" in page
    assert "(c1 and c2)" not in page


def test_a_law_that_no_other_edition_would_mend_says_what_to_do() -> None:
    found = decided("unborn-in-24-hours")
    (law,) = (law for law in found.laws if law.id == "fits-the-unborn")
    assert "edition" in [point.kind for point in found.points]
    assert (law.asks, law.holds_provisionally) == ((), False)
    assert "Ask who decided. If a child who is born is at risk too, name that child in the concern." in told(found)


def test_of_concerns_that_name_nobody_the_page_asks_for_a_name_and_holds_nothing_back() -> None:
    found = decided("nobody-named")
    page = told(found)
    assert [law.id for law in found.laws if not law.holds_provisionally] == ["names-a-child"]
    assert "has the name of its child, which every effort is to be made to learn" in page
    assert "do not open" not in page
    assert "whether an age is wrong" not in page
    assert {line.id for line in found.clocks} == {"approve-report"}
