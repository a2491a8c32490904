"""Any value of cimscore can be written as plain JSON, completely, except what is protected."""

from __future__ import annotations

import datetime as dt
import enum
import json
from typing import Any

import attrs
import pytest
from invented_questions import VOCABULARY, WHOLE_CASE

from cimscore.case import UNKNOWN, DecisionEntry, Moment, Protected, ResidenceEntry
from cimscore.rules import RecordName
from cimscore.wire import read_case, read_case_text, to_plain, write_case


class Colour(enum.StrEnum):
    """A word."""

    RED = "red"


@attrs.frozen(kw_only=True)
class Holder:
    """Holds anything."""

    zebra: Any = None
    apple: object = None
    from_: Any = None
    secret: Any = None


INSTANT = dt.datetime(2025, 3, 3, 10, 15, tzinfo=dt.timezone(dt.timedelta(hours=10)))


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (UNKNOWN, "unknown"),
        (Colour.RED, "red"),
        ((1, ("a", None)), [1, ["a", None]]),
        (frozenset({"b", "a"}), ["a", "b"]),
        (dt.date(2025, 3, 3), "2025-03-03"),
        (Moment(INSTANT), "2025-03-03T10:15+10:00"),
        (Moment(INSTANT.replace(second=7)), "2025-03-03T10:15:07+10:00"),
        (RecordName("report", "household", "north"), "report:north"),
        (RecordName("report", "household", "north", "ari"), "report:north/ari"),
        ({RecordName("report", "household", "north"): Colour.RED}, {"report:north": "red"}),
        ((Protected("Jo"), 1, {"a": Protected("Jo")}), [1, {}]),
    ],
)
def test_a_value_has_one_plain_form(value: object, plain: object) -> None:
    assert to_plain(value) == plain
    assert to_plain(Holder(zebra=value))["zebra"] == plain
    json.dumps(to_plain(value))


def test_keys_stand_in_the_order_declared_and_none_is_left_out() -> None:
    plain = to_plain(Holder(apple=Moment(dt.date(2025, 3, 3)), from_=Colour.RED))

    assert list(plain.items()) == [("zebra", None), ("apple", "2025-03-03"), ("from", "red"), ("secret", None)]


def test_what_is_protected_is_never_written() -> None:
    assert to_plain(Holder(secret=Protected("Jo"))).keys() == {"zebra", "apple", "from"}
    with pytest.raises(TypeError):
        to_plain(Protected("Jo"))


@pytest.mark.parametrize("value", [len, RecordName, b"bytes", object(), lambda: None])
def test_what_has_no_plain_form_is_refused_wherever_it_stands(value: object) -> None:
    for around in (value, (value,), {"a": value}, Holder(apple=value)):
        with pytest.raises(TypeError, match="has no plain form"):
            to_plain(around)


def test_a_case_is_written_as_the_document_it_can_be_read_from() -> None:
    case = read_case_text(WHOLE_CASE, VOCABULARY)
    document = write_case(case)

    assert read_case(json.loads(json.dumps(document)), VOCABULARY) == case
    assert list(document)[:3] == ["cimscore", "id", "programs"]
    assert "notifier" not in document
    assert document["residences"][2] == {"person": "mia", "household": "north", "kind": "full-time"}
    assert document["decisions"][1]["about"] == ["c1", "c2"]
    assert document["decisions"][3]["about"] == "case"


def test_an_unknown_limit_is_written_and_a_limit_not_given_is_not() -> None:
    case = read_case_text(WHOLE_CASE, VOCABULARY)
    stay = ResidenceEntry(person="ari", household="south", until=UNKNOWN)

    document = write_case(attrs.evolve(case, residences=(stay,)))
    assert document["residences"] == [{"person": "ari", "household": "south", "until": "unknown"}]


def test_every_kind_of_answer_is_written_as_it_is_stored() -> None:
    answers = [True, "red", 3, dt.date(2025, 3, 3), Moment(INSTANT), (("north",),), UNKNOWN]
    entries = tuple(
        DecisionEntry(question=f"rainbow/x{index}", about=("case",), answer=answer)
        for index, answer in enumerate(answers)
    )
    case = attrs.evolve(read_case_text(WHOLE_CASE, VOCABULARY), decisions=entries)

    written = [entry["answer"] for entry in write_case(case)["decisions"]]
    assert written == [True, "red", 3, "2025-03-03", "2025-03-03T10:15+10:00", [["north"]], "unknown"]
