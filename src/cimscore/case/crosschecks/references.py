"""Check that every id that is used has been given to something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

import attrs

from cimscore import ids
from cimscore.case.actors import Actor
from cimscore.case.forms import Form, Sort
from cimscore.case.material import NOUNS, Material
from cimscore.case.unknown import Unknown
from cimscore.errors import Problem

_PEOPLE: Final = ("people",)
_HOUSEHOLDS: Final = ("households",)
_ANY_PLACE: Final = ("households", "places")
_ANYTHING: Final = tuple(NOUNS)
_SECTIONS: Final = {
    Sort.PERSON: _PEOPLE,
    Sort.HOUSEHOLD: _HOUSEHOLDS,
    Sort.PLACE: ("places",),
    Sort.CONCERN: ("concerns",),
    Sort.FILE: ("records",),
}
_RECORDED_OF: Final = ("households", "concerns", "records", "people")


@attrs.frozen
class _Use:
    """Id in use, and the sections that may give it."""

    where: str
    id: str
    sections: tuple[str, ...]


def dangling_ids(material: Material) -> Iterator[Problem]:
    """Find the ids that are used and given to nothing."""
    for use in (*_uses_of_people(material), *_uses_in_sections(material), *_uses_in_answers(material)):
        known = material.names.in_sections(use.sections)
        if use.id in known:
            continue
        nouns = " or ".join(NOUNS[section] for section in use.sections)
        expected = f"the id of {'anything' if use.sections == _ANYTHING else f'a {nouns}'} of this case"
        # An entry that could not be read may be the one with this id, so only a likely misspelling is reported.
        if material.names.unsure.isdisjoint(use.sections):
            hint = _hint(use.id, known, material)
            yield Problem(where=use.where, found=repr(use.id), expected=expected, hint=hint)
        elif near := material.hints.nearest(use.id, known):
            yield Problem(where=use.where, found=repr(use.id), expected=expected, hint=f"Did you mean {near!r}?")


def _hint(id: str, known: Collection[str], material: Material) -> str:
    noun = material.names.noun_of(id)
    return f"{id!r} is a {noun}." if noun else material.hints.did_you_mean(id, [*filter(_can_be_named, known)])


def _can_be_named(id: str) -> bool:
    return ids.is_id(id) or ids.split_record_address(id) is not None


def _uses_of_people(material: Material) -> Iterator[_Use]:
    for section in (material.people, material.households):
        for path, entry in section.items():
            yield from _some(f"{path}.kept_from", entry.kept_from, _PEOPLE)
    for path, person in material.people.items():
        yield from _some(f"{path}.unborn.mother", person.unborn.mother if person.unborn else (), _PEOPLE)


def _uses_in_sections(material: Material) -> Iterator[_Use]:
    for path, stay in material.residences.items():
        yield _Use(f"{path}.person", stay.person, _PEOPLE)
        yield _Use(f"{path}.household", stay.household, _HOUSEHOLDS)
    for path, link in material.relationships.items():
        yield _Use(f"{path}.from", link.from_, _PEOPLE)
        yield _Use(f"{path}.to", link.to, _PEOPLE)
    for path, concern in material.concerns.items():
        yield from _some(f"{path}.about", concern.about, _PEOPLE)
        yield from _some(f"{path}.present", concern.present, _PEOPLE)
        yield from _some(f"{path}.responsible", concern.responsible, _PEOPLE)
        yield from _some(f"{path}.household", concern.household, _HOUSEHOLDS)
        yield from _some(f"{path}.superseded_by", concern.superseded_by or (), ("concerns",))
        yield from _some(f"{path}.place", () if concern.place == ids.ELSEWHERE else concern.place, _ANY_PLACE)
    for path, record in material.records.items():
        yield from _some(f"{path}.household", record.household, _HOUSEHOLDS)
        yield from (_Use(f"{path}.people.{person}", person, _PEOPLE) for person in record.people)
        for index, move in enumerate(record.moves):
            yield from _actor(f"{path}.moves[{index}].by", move.by)
        yield from _some(f"{path}.superseded_by", record.superseded_by or (), ("records",))
        yield from _in_record(f"{path}.id", record.id)
    for path, known in material.on_file.items():
        yield from _some(f"{path}.household", known.household or (), _HOUSEHOLDS)
        yield from _some(f"{path}.person", known.person or (), _PEOPLE)
    for path, done in material.done.items():
        about = material.declared.acts.get(done.act) if material.declared else None
        for address in done.for_:
            where = f"{path}.for"
            yield from (
                _in_any_address(where, address) if about is None else _in_address(where, address, Form(about=about))
            )
        yield from _actor(f"{path}.by", done.by)


def _uses_in_answers(material: Material) -> Iterator[_Use]:
    """Yield every id in an address or answer. Without the programs' forms, yield only those that are certain."""
    if material.forms is None:
        for path, decision in material.decisions.items():
            for address in decision.about:
                uses = list(_in_any_address(f"{path}.about", address))
                # A part may be a word of the policy. It is certain only that an address names something of the case.
                if not any(use.id in material.names.in_sections(use.sections) for use in uses):
                    yield from uses
        return
    for path, fact in material.facts.items():
        form = material.forms.get(fact.question, Form())
        yield from _in_address(path, fact.about, form)
        yield from _in_answer(path, fact.answer, form)
    for path, decision in material.decisions.items():
        form = material.forms.get(decision.question, Form())
        for address in decision.about:
            yield from _in_address(f"{path}.about", address, form)
        yield from _in_answer(f"{path}.answer", decision.answer, form)


def _some(where: str, used: str | Iterable[str] | Unknown, sections: tuple[str, ...]) -> Iterator[_Use]:
    if not isinstance(used, Unknown):
        yield from (_Use(where, id, sections) for id in ((used,) if isinstance(used, str) else used))


def _actor(where: str, by: object) -> Iterator[_Use]:
    if isinstance(by, Actor):
        yield from _some(f"{where}.person", () if by.person is None else by.person, _PEOPLE)


def _in_address(where: str, address: str, form: Form) -> Iterator[_Use]:
    parts = address.split("@", len(form.about) - 1) if form.about else ()
    for sort, part in zip(form.about, parts, strict=False):
        if sort is Sort.PROPOSED_RECORD:
            yield from _in_record(where, part)
        elif sort is not Sort.SOURCE:
            yield _Use(where, part, _SECTIONS[sort])


def _in_any_address(where: str, address: str) -> Iterator[_Use]:
    for part in address.split("@"):
        if ids.split_record_address(part):
            yield from _in_record(where, part)
        elif part != ids.CASE:
            yield _Use(where, part, _ANYTHING)


def _in_record(where: str, address: str) -> Iterator[_Use]:
    _, of, focus = ids.split_record_address(address) or ("", ids.CASE, "")
    if of != ids.CASE:
        yield _Use(where, of, _RECORDED_OF)
    if focus:
        yield _Use(where, focus, _PEOPLE)


def _in_answer(where: str, answer: object, form: Form) -> Iterator[_Use]:
    if form.refers_to in _SECTIONS and isinstance(answer, str):
        yield _Use(where, answer, _SECTIONS[form.refers_to])
    elif form.groups and isinstance(answer, tuple):
        yield from (_Use(where, home, _HOUSEHOLDS) for group in answer for home in group)
