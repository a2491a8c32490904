"""Looking for what could give the notifier away in the free texts of a case. It hints; a person judges.

A hint names a place and a kind, and never the words found there. Hints about the notifier are protected
all the same, for where they are found tells something; so they come apart from the hints about
professions, which depend on the texts alone.

The notifier may be a person of the case. So every text that names a person of the case is hinted at, in
one and the same way whoever the notifier is: a hint at the sentences about one parent alone would tell that
this parent is the notifier. What of the notifier's name no person of the case bears has a hint of its own.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from cimscore.case import Actor, Case, Unknown
from cimscore.wire.likeness import NameParts, address_in, email_in, same_number, words_in
from cimscore.wire.vocabulary import Vocabulary


class DetailKind(enum.StrEnum):
    """Kinds of detail that a text may contain."""

    NAME = "a name of the notifier's that no person of the case bears"
    SOMEONE = "the name of a person of the case, who may or may not be the notifier"
    ADDRESS = "an address"
    TELEPHONE = "a telephone number"
    EMAIL = "an e-mail address"
    OTHER = "something else that stands under notifier"
    MEDICAL = "words of a medical profession"
    POLICE = "words of the police"
    SCHOOL = "words of a school or of early childhood care"


@attrs.frozen(kw_only=True, order=True)
class Hint:
    """A place where a person should look, and what for.

    Attributes:
        where: The path in the document.
        kind: What the text there seems to hold.
    """

    where: str
    kind: DetailKind


# Short on purpose. These are the professions that have to report harm by law in every state concerned, so a text in
# their language points to the one of them who deals with the family. A word that anyone would use is left out.
_PROFESSIONS: Final[Mapping[DetailKind, frozenset[str]]] = {
    DetailKind.MEDICAL: frozenset({
        "ambulance", "clinic", "clinician", "clinical", "diagnosis", "doctor", "gp", "hospital", "midwife", "nurse",
        "obstetrician", "paediatrician", "paramedic", "patient", "physician", "radiology", "surgeon", "triage", "ward",
    }),
    DetailKind.POLICE: frozenset({"constable", "detective", "inspector", "officer", "police", "sergeant", "station"}),
    DetailKind.SCHOOL: frozenset({
        "childcare", "classroom", "daycare", "educator", "enrolment", "homework", "kindergarten", "kindy", "lesson",
        "preschool", "principal", "pupil", "school", "student", "teacher",
    }),
}  # fmt: skip
_TEXT_UNDER: Final = ("address", "street", "suburb", "town", "postcode", "lives")
_NAME_UNDER: Final = ("name", "given", "family", "surname", "alias")


def profession_hints(case: Case, vocabulary: Vocabulary) -> tuple[Hint, ...]:
    """Return the places where a free text uses words of a profession. The notifier plays no part in it."""
    found = {
        Hint(where=where, kind=kind)
        for where, text in free_texts(case, vocabulary)
        for kind, words in _PROFESSIONS.items()
        if words & {*words_in(text), *(word.removesuffix("s") for word in words_in(text))}
    }
    return tuple(sorted(found))


def notifier_hints(case: Case, vocabulary: Vocabulary) -> tuple[Hint, ...]:
    """Return the places where a free text may reveal the notifier. The hints are protected like the notifier.

    They are the same for a notifier who is also a person of the case as for one whom no text names.
    """
    borne = NameParts.of(_names(case))
    of_a_person = borne.parts | {word for person in case.people for word in words_in(person.id)}
    # A name or an id of a person of the case is the same hint for every notifier, under whatever key it stands.
    details = _details(case.notifier.reveal(), ())
    known = [
        (kind, value)
        for kind, value in details
        if kind is DetailKind.NAME or not of_a_person.issuperset(words_in(value))
    ]
    own = NameParts.of(value for kind, value in known if kind is DetailKind.NAME).but(borne)
    found: set[Hint] = set()
    for where, text in free_texts(case, vocabulary):
        named = [kind for kind, names in ((DetailKind.SOMEONE, borne), (DetailKind.NAME, own)) if names.any_in(text)]
        told = [kind for kind, value in known if _holds(kind, value, text)]
        found.update(Hint(where=where, kind=kind) for kind in (*named, *told))
    return tuple(sorted(found))


def free_texts(case: Case, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield every free text of a case, with its path in the document."""
    for at, home in enumerate(case.households):
        yield f"households[{at}].label", home.label
        yield from _if_text(f"households[{at}].area", home.area)
    for at, place in enumerate(case.places):
        yield f"places[{at}].label", place.label
        yield from _if_text(f"places[{at}].area", place.area)
    for at, person in enumerate(case.people):
        yield f"people[{at}].sleeps", person.sleeps
    for at, concern in enumerate(case.concerns):
        yield f"concerns[{at}].text", concern.text
    for at, days in enumerate(case.local_days):
        yield f"local_days[{at}].at", days.at
    yield from _record_texts(case)
    for at, decision in enumerate(case.decisions):
        if _is_free(decision.question, vocabulary):
            yield from _if_text(f"decisions[{at}].answer", decision.answer)
    for fact in case.facts:
        if _is_free(fact.question, vocabulary):
            about = "" if fact.about == "case" else f".{fact.about}"
            yield from _if_text(f"facts.{fact.question.replace('/', '.')}{about}", fact.answer)


def _record_texts(case: Case) -> Iterator[tuple[str, str]]:
    for at, record in enumerate(case.records):
        yield f"records[{at}].kind", record.kind
        for person, word in record.people.items():
            yield from _if_text(f"records[{at}].people.{person}", word)
        for step, move in enumerate(record.moves):
            yield f"records[{at}].moves[{step}].move", move.move
            by = move.by.role if isinstance(move.by, Actor) else move.by
            yield from _if_text(f"records[{at}].moves[{step}].by", by)


def _is_free(name: str, vocabulary: Vocabulary) -> bool:
    question = vocabulary.questions.get(name)
    return question is not None and question.answers is str and not question.codes


def _if_text(where: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value


def _names(case: Case) -> Iterator[str]:
    for person in case.people:
        parts = [part for part in (person.name.given, person.name.family) if not isinstance(part, Unknown)]
        if parts:
            yield " ".join(parts)
        yield from person.also_known_as


def _details(value: object, under: tuple[str, ...]) -> Iterator[tuple[DetailKind, str]]:
    """Yield what is known of the notifier, piece by piece, in any form; given and family name as one."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _details(part, (*under, str(key).lower()))
        whole = " ".join(str(part) for key, part in value.items() if str(key).lower() in ("given", "family"))
        if whole:
            yield DetailKind.NAME, whole
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _details(part, under)
    elif isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
        # Numbers too: a telephone number without spaces is read as a number.
        yield _kind_of(str(value), under), str(value)


def _kind_of(text: str, under: tuple[str, ...]) -> DetailKind:
    if "@" in text:
        return DetailKind.EMAIL
    if any(word in key for key in under for word in _TEXT_UNDER):
        return DetailKind.ADDRESS
    digits = sum(sign.isdigit() for sign in text)
    # Local numbers have six digits or more. Fewer are a house number or a postcode.
    if digits >= 6 and not any(sign.isalpha() for sign in text):
        return DetailKind.TELEPHONE
    if digits and any(sign.isalpha() for sign in text):
        return DetailKind.ADDRESS
    named = not under or any(word in key for key in under for word in _NAME_UNDER)
    return DetailKind.NAME if named else DetailKind.OTHER


def _holds(kind: DetailKind, value: str, text: str) -> bool:
    match kind:
        case DetailKind.TELEPHONE:
            return same_number(text, value)
        case DetailKind.EMAIL:
            return email_in(text, value)
        case DetailKind.ADDRESS | DetailKind.OTHER:
            return address_in(text, value)
        case _:
            return False
