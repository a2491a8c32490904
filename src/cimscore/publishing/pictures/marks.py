"""What a decision says of households and people, as the words that a picture shows."""

from __future__ import annotations

from collections import defaultdict

from cimscore.assessment import Assessment, Conclusion
from cimscore.rules import Role, Topic
from cimscore.publishing.pictures.words import Marks


def marks_of(assessment: Assessment) -> Marks:
    """What is decided of each household and person, in the words of the programs; what is proposed says so."""
    homes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    people: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for program in assessment.programs:
        for one in program.of(Topic.HOUSEHOLDS):
            homes[one.about][_mark(one)] = None
        for one in program.of(Topic.ROLES):
            if isinstance(one.answer, Role):
                people[one.about.partition("@")[0]][_mark(one)] = None
    return Marks(
        households={id: tuple(marks) for id, marks in homes.items()},
        people={id: tuple(marks) for id, marks in people.items()},
    )


def _mark(one: Conclusion) -> str:
    return f"{one.summary} (proposed)" if one.subject_to else one.summary
