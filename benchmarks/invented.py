"""Invented cases of any size, in which nothing is left open, or the births of all adults."""

from __future__ import annotations

from typing import Any

PROGRAM = "qld-child-safety"


def family_document(people: int, homes: int, concerns: int) -> dict[str, Any]:
    """Return an invented case: a parent for every four children in each home, the first child in two homes."""
    ids = [f"p{number}" for number in range(people)]
    households = [f"h{number}" for number in range(homes)]
    born = {person: "1985-01-01" if number % 5 == 0 else "2014-05-02" for number, person in enumerate(ids)}
    children = [person for person in ids if born[person].startswith("2014")]
    home = {person: households[number // 5 % homes] for number, person in enumerate(ids)}
    parent = {child: ids[ids.index(child) // 5 * 5] for child in children}
    residences = [{"person": person, "household": home[person], "kind": "full-time"} for person in ids[2:]]
    residences += [{"person": ids[0], "household": home[ids[0]], "kind": "full-time"}]
    residences += [{"person": ids[1], "household": household, "kind": "part-time"} for household in households[:2]]
    told = [f"c{number}" for number in range(concerns)]
    about = {concern: children[number % len(children)] for number, concern in enumerate(told)}
    decided = {"by": "child-safety-officer", "at": "2025-03-03T14:00+10:00"}
    return {
        "cimscore": 1,
        "id": f"family-of-{people}",
        "programs": [PROGRAM],
        "dates": {"received": "2025-03-03T10:15+10:00"},
        "people": [{"id": person, "born": born[person]} for person in ids],
        "households": [{"id": household, "area": "Logan"} for household in households],
        "residences": residences,
        "relationships": [{"from": parent[child], "to": child, "kind": "parent"} for child in children],
        "concerns": [
            {
                "id": concern,
                "about": [child],
                "place": home[child],
                "responsible": [parent[child]],
                "kind": "harm",
            }
            for concern, child in about.items()
        ],
        "decisions": [
            {"question": f"{PROGRAM}/response", "about": told, "answer": "notification", **decided},
            {"question": f"{PROGRAM}/response-priority", "about": told, "answer": "5-day", **decided},
        ],
    }


def without_births(document: dict[str, Any]) -> dict[str, Any]:
    """Return a case in which nobody's birth is known."""
    return {**document, "people": [{"id": person["id"]} for person in document["people"]]}


def incident_document() -> dict[str, Any]:
    """Return one client's incident in Victoria, with what decides it."""
    program = "vic-cims"
    return {
        "cimscore": 1,
        "id": "one-client",
        "programs": [program],
        "dates": {"received": "2025-03-03T10:00+11:00"},
        "people": [{"id": "cal", "born": "2008-05-02"}],
        "concerns": [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": "2025-03-03T09:00+11:00"}],
        "decisions": [
            {"question": f"{program}/impact", "about": ["c1"], "answer": "major", "by": "authorised-delegate"}
        ],
        "facts": {
            program: {
                "site": "metropolitan Melbourne",
                "provider": "organisation",
                "department-funds-it": True,
                "ndis-funds-it": False,
                "service": "disability",
                "disclosed": {"c1": "2025-03-03T10:00+11:00"},
                "client-harmed": {"c1": True},
                "during-service-delivery": {"c1": True},
            }
        },
    }


def incidents_document(people: int, incidents: int, program: str, *, known: bool) -> dict[str, Any]:
    """Return invented incidents of grown-up clients, two in each, with what decides them or half of it."""
    ids = [f"p{number}" for number in range(people)]
    told = [f"i{number}" for number in range(incidents)]
    accused = {concern: ids[(2 * number + 3) % people] for number, concern in enumerate(told)}
    return {
        "cimscore": 1,
        "id": f"incidents-of-{people}",
        "programs": [program],
        "dates": {"received": "2025-03-03T14:30+11:00"},
        "people": [{"id": person, "born": f"{1960 + number}-05-02"} for number, person in enumerate(ids)],
        "concerns": [
            {
                "id": concern,
                "about": [ids[(2 * number + client) % people] for client in (0, 1)],
                "place": "elsewhere",
                "responsible": [accused[concern]],
                "occurred": "2025-03-03T09:00+11:00",
            }
            for number, concern in enumerate(told)
        ],
        "facts": {program: _known(program, accused) if known else _BEGUN[program]},
    }


_BEGUN: dict[str, dict[str, Any]] = {
    "vic-cims": {"provider": "organisation", "service": "disability"},
    "ndis-incidents": {"registered-provider": True},
}


def _known(program: str, accused: dict[str, str]) -> dict[str, Any]:
    """Return what decides some incidents, each with whom it accuses."""
    if program == "ndis-incidents":
        return {
            **_BEGUN[program],
            "state": "victoria",
            "kind": dict.fromkeys(accused, "serious-injury"),
            "connected-with-supports": dict.fromkeys(accused, True),
            "only-alleged": dict.fromkeys(accused, False),
            "aware": dict.fromkeys(accused, "2025-03-03T14:30+11:00"),
        }
    return {
        **_BEGUN[program],
        "department-funds-it": True,
        "ndis-funds-it": False,
        "disclosed": dict.fromkeys(accused, "2025-03-03T10:00+11:00"),
        "client-harmed": dict.fromkeys(accused, True),
        "during-service-delivery": dict.fromkeys(accused, True),
        "incident-type": dict.fromkeys(accused, "physical-abuse"),
        "position": dict.fromkeys(accused.values(), "staff"),
    }
