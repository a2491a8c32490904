"""Blanks of a form: each place of a document that one of its fields fills, with what is said there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from cimscore.case import Name
from cimscore.ids import CASE
from cimscore.rules import Question
from cimscore.rules.rows.forms import FormField

Document = Mapping[str, Any]
NOTIFIER: Final = "notifier"
NAMED: Final = "in the notifier field"
"""What is said of a notifier who is named."""
INCIDENT: Final = "incident"
UNKNOWN: Final = "unknown"
WHEN: Final = "@at"
"""The end of the key of a blank that says when its question was decided."""
_ABOUT: Final = "concerns.about."
_SEVERAL: Final = ", "
_EVERY: Final = "every concern"


@attrs.frozen(kw_only=True)
class Blank:
    """A place of a document that a field of a form fills.

    Attributes:
        key: The name of the field; for the time of a decision with `WHEN` after it.
        where: The place in the document.
        said: What is said there; None for nothing.
        about: Name or id of the person or entry that it is about; empty where there is only one.
    """

    key: str
    where: str
    said: Any
    about: str = ""


def blanks_of(field: FormField, program: str, document: Document, headings: tuple[str, ...] = ()) -> Iterator[Blank]:
    """Yield the places that a field fills, at least one unless nobody is named whom it could be about.

    Args:
        field: The field.
        program: Id of its program.
        document: A document, which need not be a case that can be read.
        headings: Headings of all fields of its form.
    """
    asks = field.asks
    if not isinstance(asks, Question):
        yield from _of_place(field, asks, document, headings)
    elif not asks.things:
        path = f"{program}.{asks.id}"
        ask_once = _decision if asks.decided_by else _fact_of_the_case
        yield from ask_once(field.name, path, "", CASE, document)
    else:
        ask = _decision if asks.decided_by else _fact
        concerns = list(_concerns(document))
        for where, concern in concerns:
            about = str(concern.get("id", INCIDENT))
            for blank in ask(field.name, f"{program}.{asks.id}", where, about, document):
                yield attrs.evolve(blank, about=about if len(concerns) > 1 else "")


def headed(text: object, headings: tuple[str, ...]) -> dict[str, str]:
    """Return what a text says under each of some headings, and under an empty one what comes before them.

    Args:
        text: The text. A heading stands in a line of its own, with a colon.
        headings: The headings.
    """
    found: dict[str, list[str]] = {"": []}
    under = ""
    for line in str(text or "").splitlines():
        if line.removesuffix(":") in headings and line.endswith(":"):
            under = line.removesuffix(":")
        else:
            found.setdefault(under, []).append(line)
    return {heading: "\n".join(lines).strip() for heading, lines in found.items() if "".join(lines).strip()}


def _of_place(field: FormField, place: str, document: Document, headings: tuple[str, ...]) -> Iterator[Blank]:
    section, _, key = place.partition(".")
    if section == NOTIFIER:
        yield Blank(key=field.name, where=section, said=_notifier(document.get(section)))
    elif not key:
        yield Blank(key=field.name, where=section, said=document.get(section))
    elif place.startswith(_ABOUT):
        yield from _of_people(field.name, place.removeprefix(_ABOUT), document, _concerned(document))
    elif section == "people":
        yield from _of_people(field.name, key, document, None)
    elif field.heading:
        yield _under_a_heading(field, document, headings)
    elif section == "dates":
        yield Blank(key=field.name, where=place, said=_within(document.get(section), key))
    else:
        entries = _concerns(document) if section == "concerns" else _entries(section, document)
        for where, entry in entries:
            about = _about(where, entry, document)
            yield Blank(key=field.name, where=f"{where}.{key}", said=_within(entry, key), about=about)


def _under_a_heading(field: FormField, document: Document, headings: tuple[str, ...]) -> Blank:
    """Return what stands under the heading of a field, whichever concern has it: the account of a report is one."""
    texts = [(where, concern.get("text")) for where, concern in _concerns(document)]
    found = [headed(text, headings).get(field.heading) for _, text in texts]
    said = "\n".join(words for words in found if words)
    return Blank(key=field.name, where=f"{texts[0][0]}.text", said=said or None)


def _notifier(given: object) -> str | None:
    """Return that a notifier is named, and never who it is."""
    return UNKNOWN if given == UNKNOWN else NAMED if given else None


def _of_people(key: str, part: str, document: Document, only: frozenset[str] | None) -> Iterator[Blank]:
    for where, person in _entries("people", document):
        if only is None or person.get("id") in only:
            yield Blank(key=key, where=f"{where}.{part}", said=_within(person, part), about=name_of(person))


def name_of(person: Mapping[str, Any]) -> str:
    """Return the name of a person as a document has it, or the id."""
    name = person.get("name")
    parts = [name.get(field.name) for field in attrs.fields(Name)] if isinstance(name, Mapping) else []
    return " ".join(str(part) for part in parts if part and part != UNKNOWN) or str(person.get("id", ""))


def _about(where: str, entry: Mapping[str, Any], document: Document) -> str:
    alone = where == INCIDENT or len(list(_concerns(document))) <= 1
    return "" if where.startswith(("concerns", INCIDENT)) and alone else str(entry.get("id", ""))


def _concerned(document: Document) -> frozenset[str]:
    abouts = (concern.get("about") for _, concern in _concerns(document))
    return frozenset(str(person) for about in abouts if isinstance(about, list) for person in about)


def _concerns(document: Document) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each concern with its place; an incident of which nothing is said where there is none."""
    incident = document.get(INCIDENT)
    listed = list(_listed("concerns", document))
    if isinstance(incident, Mapping) or not listed:
        yield INCIDENT, incident if isinstance(incident, Mapping) else {}
    yield from listed


def _entries(section: str, document: Document) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each entry of a section with its place; the first, of which nothing is said, where there is none."""
    listed = list(_listed(section, document))
    yield from listed or [(f"{section}[0]", {})]


def _listed(section: str, document: Document) -> Iterator[tuple[str, Mapping[str, Any]]]:
    entries = document.get(section)
    for at, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, Mapping):
            yield f"{section}[{at}]", entry


def _within(value: object, key: str) -> Any:
    """Return what stands below some keys; `UNKNOWN` where something above it is not known."""
    for part in key.split("."):
        if not isinstance(value, Mapping):
            return UNKNOWN if value == UNKNOWN else None
        value = value.get(part)
    return value


def _fact_of_the_case(key: str, path: str, _where: str, _about: str, document: Document) -> Iterator[Blank]:
    places = (f"facts.{path}", f"{INCIDENT}.facts.{path}")
    said = {place: _within(document, place) for place in places}
    where = next((place for place in places if said[place] is not None), places[0])
    yield Blank(key=key, where=where, said=said[where])


def _fact(key: str, path: str, where: str, about: str, document: Document) -> Iterator[Blank]:
    place = f"{where}.facts.{path}" if where == INCIDENT else f"facts.{path}.{about}"
    said = _within(document, place) if where == INCIDENT else None
    if said is None:
        said = _answer_about(about, _within(document, f"facts.{path}"))
    yield Blank(key=key, where=place, said=said)


def _answer_about(about: str, answers: object) -> Any:
    """Return the answer about a concern, among answers about one, several or all of them."""
    if not isinstance(answers, Mapping):
        return None
    own = [answer for ids, answer in answers.items() if about in str(ids).split(_SEVERAL)]
    return own[0] if own else answers.get(_EVERY)


def _decision(key: str, path: str, where: str, about: str, document: Document) -> Iterator[Blank]:
    """Yield the answer of a person, and when it was decided once there is one."""
    own = f"{INCIDENT}.decisions"
    entries = [
        *((f"{own}[{at}]", entry, (about,)) for at, entry in _numbered(_within(document, own)) if where == INCIDENT),
        *((f"decisions[{at}]", entry, (CASE,)) for at, entry in _numbered(document.get("decisions"))),
    ]
    for place, entry, left_out in entries:
        if entry.get("question") == path.replace(".", "/", 1) and about in _ids(entry.get("about"), left_out):
            yield Blank(key=key, where=f"{place}.answer", said=entry.get("answer"))
            if entry.get("answer") not in (None, UNKNOWN):
                yield Blank(key=f"{key}{WHEN}", where=f"{place}.at", said=entry.get("at"))
            return
    yield Blank(key=key, where=own if where == INCIDENT else "decisions", said=None)


def _numbered(entries: object) -> Iterator[tuple[int, Mapping[str, Any]]]:
    listed = entries if isinstance(entries, list) else ()
    yield from ((at, entry) for at, entry in enumerate(listed) if isinstance(entry, Mapping))


def _ids(about: object, left_out: tuple[str, ...]) -> tuple[str, ...]:
    if about is None:
        return left_out
    named = about if isinstance(about, list) else [about]
    return tuple(part for ids in named for part in str(ids).split(_SEVERAL))
