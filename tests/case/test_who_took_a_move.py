"""A role that is misspelt in a move would count for nobody, so the document is not read with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cimscore.case import Case
from cimscore.composition import load_rulebook
from cimscore.errors import DocumentError

DOCUMENT = (Path(__file__).parents[1] / "cases" / "documents" / "approved-late.yaml").read_text(encoding="utf-8")
RIGHT = "role: senior-team-leader"


def read_with(role: str, folder: Path) -> Case:
    path = folder / "case.yaml"
    path.write_text(DOCUMENT.replace(RIGHT, f"role: {role}"), encoding="utf-8")
    return load_rulebook().read_case(path)


@pytest.mark.parametrize("wrong", ["senior team leader", "Senior-Team-Leader", "senior_team_leader"])
def test_a_misspelt_role_is_told_with_its_place_and_the_right_word(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as refused:
        read_with(wrong, tmp_path)

    (problem,) = refused.value.problems
    assert problem.where == "records[0].moves[0].by"
    assert problem.hint == "Did you mean 'senior-team-leader'?"


@pytest.mark.parametrize("role", ["senior-team-leader", "receptionist"])
def test_a_role_that_is_read_and_one_that_no_program_knows_are_taken_as_they_stand(role: str, tmp_path: Path) -> None:
    case = read_with(role, tmp_path)

    assert case.records[0].moves[0].by.role == role
