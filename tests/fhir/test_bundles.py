"""A bundle of FHIR comes out as a case document: nothing guessed, every field accounted for, every problem at once."""

from __future__ import annotations

import contextlib
import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

import cimscore
from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.fhir import FieldFate, case_from_fhir
from cimscore.fhir.fields import FIELDS

GUIDE = Path(__file__).parents[2] / "site" / "docs" / "guides" / "embed.md"
ROLES = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
CANARY = "Quillfeather"
ODD = [
    {"use": [], "given": 3, "family": [], "type": [], "other": 3, "system": [], "value": {}, "entity": [], "coding": {}}
]


@pytest.fixture(scope="module")
def rulebook() -> cimscore.Rulebook:
    return cimscore.load_rulebook()


@pytest.fixture
def bundle() -> dict[str, Any]:
    """The bundle of the guide."""
    (text,) = re.findall(r"^```json\n(\{\"resourceType\".*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


def patient(id: str = "ari", **more: Any) -> dict[str, Any]:
    return {"resourceType": "Patient", "id": id, **more}


def related(code: str = "MTH", id: str = "mia", of: str = "Patient/ari", **more: Any) -> dict[str, Any]:
    concept = {"coding": [{"system": ROLES, "code": code}]}
    return {"resourceType": "RelatedPerson", "id": id, "patient": {"reference": of}, "relationship": [concept], **more}


def document(*resources: dict[str, Any], **chosen: Any) -> dict[str, Any]:
    entries = [{"resource": resource} for resource in resources]
    return case_from_fhir({"resourceType": "Bundle", "type": "collection", "entry": entries}, "x", **chosen).document


def test_the_guides_bundle_says_what_the_guide_says(bundle: dict[str, Any], rulebook: cimscore.Rulebook) -> None:
    made = case_from_fhir(bundle, "in-8", programs=["qld-child-safety"])

    assert made.document == {
        "cimscore": 1,
        "id": "in-8",
        "programs": ["qld-child-safety"],
        "people": [
            {"id": "ari", "name": {"given": "Ari", "family": "Example"}, "born": "2014-05-02", "gender": "male"},
            {"id": "mia", "name": {"given": "Mia", "family": "Example"}, "born": "1986"},
            {"id": "leo", "name": {"given": "Leo", "family": "Example"}},
        ],
        "households": [{"id": "north"}],
        "residences": [
            {"person": "ari", "household": "north", "kind": "part-time", "from": "2024-02-01"},
            {"person": "mia", "household": "north", "kind": "unknown"},
        ],
        "relationships": [
            {"from": "mia", "to": "ari", "kind": "parent"},
            {"from": "leo", "to": "ari", "kind": "unknown"},
        ],
    }
    assert cimscore.assess(rulebook.read_case(made.document), rulebook).decisions


def test_every_field_and_every_resource_is_accounted_for(bundle: dict[str, Any]) -> None:
    bundle["entry"].append({"resource": {"resourceType": "Flag", "id": "f"}})
    made = case_from_fhir(bundle, "x")
    told = {field.where for field in made.fields}

    for at, entry in enumerate(bundle["entry"][:-1]):
        assert {f"entry[{at}].resource.{name}" for name in entry["resource"]} <= told
    assert "entry[5].resource" in told
    assert all(field.why for field in made.fields if field.became is not FieldFate.TAKEN)


def test_every_field_that_is_known_has_a_fate() -> None:
    assert {*FIELDS} == {"Patient", "RelatedPerson", "Group", "Observation"}
    assert all(fields["id"] == "" and fields["extension"] for fields in FIELDS.values())


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("NFTH", {"from": "mia", "to": "ari", "kind": "parent"}),
        ("ADOPTM", {"from": "mia", "to": "ari", "kind": "adoptive-parent"}),
        ("STPMTH", {"from": "mia", "to": "ari", "kind": "step-parent"}),
        ("MTHFOST", {"from": "mia", "to": "ari", "kind": "foster-parent"}),
        ("HSIS", {"from": "mia", "to": "ari", "kind": "half-sibling"}),
        ("DAU", {"from": "ari", "to": "mia", "kind": "parent"}),
        ("GRNDSON", {"from": "ari", "to": "mia", "kind": "grandparent"}),
        ("FMRSPS", {"from": "mia", "to": "ari", "kind": "former-partner"}),
        ("MGGRMTH", {"from": "mia", "to": "ari", "kind": "relative"}),
    ],
)
def test_a_code_says_what_somebody_is_to_the_patient_or_the_patient_to_them(code: str, row: dict[str, str]) -> None:
    assert document(patient(), related(code))["relationships"] == [row]


def test_a_parent_of_any_sort_is_one_only_where_the_system_says_so() -> None:
    for code, row in (("MTH", {"from": "mia", "to": "ari"}), ("SONC", {"from": "ari", "to": "mia"})):
        assert document(patient(), related(code))["relationships"] == [{**row, "kind": "unknown"}]
        assert document(patient(), related(code), parents_by_birth=True)["relationships"] == [{**row, "kind": "parent"}]


@pytest.mark.parametrize("code", ["NBOR", "FRND", "N", "", "SISINLAW", "GESTM", "SIGOTHR"])
def test_a_code_of_no_relationship_makes_none(code: str) -> None:
    made = document(patient(), related(code))
    assert "relationships" not in made
    assert [person["id"] for person in made["people"]] == ["ari", "mia"]


def test_people_are_one_by_an_identifier_or_a_link_and_never_by_their_names() -> None:
    name = [{"given": ["Mia"], "family": "Example"}]
    number = [{"system": "urn:oid:1.2", "value": "7"}]
    children = [patient("ari"), patient("bo")]
    apart = document(*children, related(id="m1", name=name), related(id="m2", of="Patient/bo", name=name))
    by_number = document(
        *children, related(id="m1", identifier=number), related(id="m2", of="Patient/bo", identifier=number)
    )
    link = [{"other": {"reference": "RelatedPerson/m1"}, "type": "seealso"}]
    by_link = document(*children, patient("mia", link=link), related(id="m1"))

    assert [person["id"] for person in apart["people"]] == ["ari", "bo", "m1", "m2"]
    assert [person["id"] for person in by_number["people"]] == ["ari", "bo", "m1"]
    assert [(row["from"], row["to"]) for row in by_number["relationships"]] == [("m1", "ari"), ("m1", "bo")]
    assert [person["id"] for person in by_link["people"]] == ["ari", "bo", "mia"]
    assert [(row["from"], row["to"]) for row in by_link["relationships"]] == [("mia", "ari")]


def test_two_patients_that_see_each_other_may_be_one() -> None:
    link = [{"other": {"reference": "Patient/ari"}, "type": "seealso"}]
    assert document(patient("bo", link=link), patient("ari"))["relationships"] == [
        {"from": "bo", "to": "ari", "kind": "same-person"}
    ]


def test_who_has_died_and_who_has_no_home_is_said() -> None:
    homeless = {
        "resourceType": "Observation", "id": "o", "status": "final", "subject": {"reference": "Patient/ari"},
        "valueCodeableConcept": {"coding": [{"system": "http://snomed.info/sct", "code": "32911000"}]},
    }  # fmt: skip
    people = document(
        patient("ari"), patient("bo", deceasedDateTime="2024-03"), patient("kai", deceasedBoolean=True),
        patient("mia", deceasedBoolean=False), homeless,
    )["people"]  # fmt: skip

    assert [(person.get("home"), person.get("died")) for person in people] == [
        ("none", None), (None, "2024-03"), (None, True), (None, False),
    ]  # fmt: skip
    assert "home" not in document(patient("ari"), {**homeless, "status": "preliminary"})["people"][0]


def test_a_patient_of_whom_no_death_is_told_is_named_for_a_case_document_counts_it_as_alive() -> None:
    resources = [patient("ari"), patient("bo", deceasedBoolean=False), patient("kai", deceasedDateTime="2024-03")]
    entries = [{"resource": resource} for resource in resources]
    made = case_from_fhir({"resourceType": "Bundle", "type": "collection", "entry": entries}, "x")
    told = [field for field in made.fields if field.where.endswith("deceased[x]")]

    assert [(field.where, field.became) for field in told] == [("entry[0].resource.deceased[x]", FieldFate.TAKEN)]
    assert "died: unknown" in told[0].why


def test_every_problem_is_told_at_once_by_its_path_and_no_value_is_repeated(bundle: dict[str, Any]) -> None:
    broken = copy.deepcopy(bundle)
    ari, mia, leo, north, stay = (entry["resource"] for entry in broken["entry"])
    ari.update({"birthDate": CANARY, CANARY: 1})
    mia["patient"]["reference"] = f"Patient/{CANARY}"
    leo["gender"] = CANARY
    north["member"][0]["entity"] = CANARY
    stay["valueCodeableConcept"]["coding"][0]["code"] = CANARY
    broken["entry"].append({"resource": CANARY})
    with pytest.raises(cimscore.DocumentError) as refused:
        case_from_fhir(broken, "x")

    assert [problem.where for problem in refused.value.problems] == [
        "entry[0].resource",
        "entry[0].resource.birthDate",
        "entry[1].resource.patient",
        "entry[2].resource.gender",
        "entry[3].resource.member[0].entity",
        "entry[4].resource.valueCodeableConcept",
        "entry[5]",
    ]
    assert CANARY not in str(refused.value)


@pytest.mark.parametrize(
    "bundle", [[], 3, None, {}, {"resourceType": "Patient"}, {"resourceType": "Bundle", "entry": 3}]
)
def test_what_is_no_bundle_is_refused(bundle: object) -> None:
    with pytest.raises(cimscore.DocumentError):
        case_from_fhir(bundle, "x")


@pytest.mark.parametrize(
    "value", [None, True, 3, "x", [], [3], [[]], {}, [{}], [{"coding": 3}], {"coding": [3]}, ODD], ids=str
)
def test_whatever_stands_in_a_field_is_taken_or_refused(value: Any, bundle: dict[str, Any]) -> None:
    for at, entry in enumerate(bundle["entry"]):
        for name in {*entry["resource"], *FIELDS[entry["resource"]["resourceType"]]}:
            odd = copy.deepcopy(bundle)
            odd["entry"][at]["resource"][name] = value
            with contextlib.suppress(cimscore.DocumentError):
                case_from_fhir(odd, "x")


def test_the_command_writes_a_document_that_can_be_decided(
    bundle: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "bundle.json", tmp_path / "case.json"
    file.write_text(json.dumps(bundle))
    typed = ["from-fhir", str(file), "--id", "in-8", "--program", "qld-child-safety"]

    assert main([*typed, "-o", str(out)]) == Exit.DONE
    assert "address (1): an address does not say who lives there" in " ".join(capsys.readouterr().err.split())
    assert main(["assess", str(out)]) == Exit.DONE
    capsys.readouterr()
    assert main([*typed, "--json"]) == Exit.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["document"] == json.loads(out.read_text())
    assert {field["became"] for field in told["fields"]} == {"taken", "not sayable"}
    file.write_text("{")
    assert main(typed) == Exit.DOCUMENT
    assert main(["from-fhir", str(tmp_path / "nothing"), "--id", "x"]) == Exit.DOCUMENT
