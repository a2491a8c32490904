"""What a duty binds as is the word of a clause that stands in the edition of its report, and of no later one."""

from __future__ import annotations

import pytest
from vic_cases import compiled, decided, incident

from cimscore.policy import Modal
from cimscore.rules.rows.duties import DutyWords

BY_THE_GUIDE = ["2018-06-04T10:00+10:00", "2020-06-04T10:00+10:00", "2024-07-01T10:00+10:00"]
SINCE_THE_POLICY = ["2024-12-10T10:00+11:00", "2025-09-01T10:00+10:00"]
OF_JUNE_2024 = {"2024-07-01T10:00+10:00", *SINCE_THE_POLICY}
NOTES = {
    (conclusion.id, row.id): row.notes
    for conclusion in compiled().program.conclusions
    for row in conclusion.rows
    if isinstance(row.notes, DutyWords)
}


def words(happened: str, **answers: object) -> dict[str, Modal]:
    """Return with which word each act about a report binds."""
    owed = decided(incident(happened, **answers)).of_topic("duties")
    return {line.things[-2]: NOTES[line.id, line.rows[0]].modal for line in owed if line.id.startswith("duties-report")}


@pytest.mark.parametrize(("moments", "word"), [(BY_THE_GUIDE, Modal.IS_TO), (SINCE_THE_POLICY, Modal.SHOULD)])
def test_what_a_report_says_binds_as_handing_it_in_does(moments: list[str], word: Modal) -> None:
    for happened in moments:
        said = words(happened, incident_type="injury-explained", service="family-violence")
        newer = ("program-type", "gender") if happened in OF_JUNE_2024 else ()
        assert {act: said[act] for act in ("classify-as", *newer)} == dict.fromkeys(("classify-as", *newer), word)
        assert said.keys().isdisjoint({"program-type", "gender"} - set(newer))
        assert words(happened, incident_type=None)["classify"] == word


@pytest.mark.parametrize("happened", [*BY_THE_GUIDE, *SINCE_THE_POLICY])
def test_a_returned_report_is_to_be_corrected_in_each_edition(happened: str) -> None:
    day = happened[:10]
    moves = [
        f"submit {day}T11:00{happened[16:]} staff member",
        f"return {day}T12:00{happened[16:]} authorised delegate",
    ]
    assert words(happened, moves=moves)["correct"] == Modal.IS_TO
