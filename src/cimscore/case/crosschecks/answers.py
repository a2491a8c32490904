"""Answers that do not have the form their question asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cimscore.case.actors import actor_of
from cimscore.case.forms import RESEMBLES_NONE, Declared, Form, Sort
from cimscore.case.material import Material
from cimscore.case.moments import Between, Moment
from cimscore.case.records import REOPEN, RecordEntry
from cimscore.case.unknown import Unknown
from cimscore.errors import Problem
from cimscore.ids import CASE, letters, misspelt, split_record_address

_EXAMPLES: Final = {Sort.PROPOSED_RECORD: "kind:household"}


def misaddressed(material: Material) -> Iterator[Problem]:
    """Find the answers about another sort of thing than their question is about."""
    forms = material.forms or {}
    for path, decision in material.decisions.items():
        form = forms.get(decision.question)
        yield from (problem for about in decision.about for problem in _address(f"{path}.about", about, form))
    for path, fact in material.facts.items():
        yield from _address(path, fact.about, forms.get(fact.question))


def not_declared(material: Material) -> Iterator[Problem]:
    """Find kinds of record and acts that no program knows, and acts said to be done for another sort of thing."""
    declared = material.declared
    if declared is None:
        return
    yield from _of_records(material, declared)
    for path, done in material.done.items():
        about = declared.acts.get(done.act)
        if about is None:
            hint = material.hints.which_can_be(done.act, declared.acts)
            expected = "an act that `cimscore rules` lists"
            yield Problem(where=f"{path}.act", found=repr(done.act), expected=expected, hint=hint)
            continue
        form = Form(about=about)
        yield from (problem for address in done.for_ for problem in _address(f"{path}.for", address, form))


def _of_records(material: Material, declared: Declared) -> Iterator[Problem]:
    """Find what is said of records on file that no program can have meant: kinds, roles and moves."""
    kinds = [(path, statement.kind) for path, statement in material.on_file.items()]
    kinds += [(path, record.kind) for path, record in material.records.items()]
    words = declared.words
    for path, kind in kinds:
        if kind not in words:
            hint = material.hints.did_you_mean(kind, words) or f"Known: {', '.join(sorted(words))}."
            expected = "a kind of record that an installed program knows"
            yield Problem(where=f"{path}.kind", found=repr(kind), expected=expected, hint=hint)
    roles, moves = declared.roles, declared.moves
    for path, record in material.records.items():
        yield from _of_address(path, record) if record.kind in words else ()
        for person, role in record.people.items():
            near = "" if isinstance(role, Unknown) or role in roles else _near(role, roles)
            yield from _misspelt(f"{path}.people.{person}", role, near, "what rules read")
        for index, move in enumerate(record.moves):
            near = "" if move.move in {*moves, REOPEN} else material.hints.nearest(move.move, moves)
            yield from _misspelt(f"{path}.moves[{index}].move", move.move, near, "a move that some program knows")
            role = actor_of(move.by, [*material.people_by_id]).role
            near = "" if isinstance(role, Unknown) or role in declared.movers else _near(role, declared.movers)
            yield from _misspelt(f"{path}.moves[{index}].by", role, near, "a role in which somebody takes moves")


def _of_address(path: str, record: RecordEntry) -> Iterator[Problem]:
    """Find an entry of a record's own progress whose address is that of another kind of record."""
    address = split_record_address(record.id)
    if address is not None and address[0] != record.kind:
        expected = f"an address that begins with the record's kind, {record.kind}:"
        yield Problem(where=f"{path}.id", found=repr(record.id), expected=expected)


def _misspelt(where: str, found: object, near: str, expected: str) -> Iterator[Problem]:
    """Report a word that is near to one that is read. Any other word is the file's own, and nobody's mistake."""
    if near:
        yield Problem(where=where, found=repr(found), expected=expected, hint=f"Did you mean {near!r}?")


def _near(role: str, known: Iterable[str]) -> str:
    """Return what somebody can be recorded as that differs from a word in its spelling alone."""
    return next((word for word in sorted(known) if letters(word) == letters(role)), "")


def given_in_the_wrong_section(material: Material) -> Iterator[Problem]:
    """Find decisions under facts, facts under decisions, and decisions by someone who does not take them."""
    forms = material.forms or {}
    for path, decision in material.decisions.items():
        form = forms.get(decision.question)
        if form and not form.decided_by:
            found, hint = repr(decision.question), "It is a fact, not a decision: answer it under facts."
            yield Problem(where=f"{path}.question", found=found, expected="a question that a person decides", hint=hint)
        elif form and not isinstance(decision.by, Unknown) and decision.by != form.decided_by:
            yield Problem(where=f"{path}.by", found=repr(decision.by), expected=f"{form.decided_by}, or unknown")
    for path, fact in material.facts.items():
        form = forms.get(fact.question)
        if form and form.decided_by:
            hint = f"It is decided by a person ({form.decided_by}): answer it under decisions."
            yield Problem(where=path, found=repr(fact.question), expected="a question of fact", hint=hint)


def to_no_question(material: Material) -> Iterator[Problem]:
    """Find the answers to questions that no program asks, unless the case names a program for it that is not here."""
    forms = material.forms or {}
    asked = [(f"{path}.question", decision.question) for path, decision in material.decisions.items()]
    for where, question in (*asked, *((path, fact.question) for path, fact in material.facts.items())):
        if question not in forms and question.partition("/")[0] not in material.elsewhere:
            hint = material.hints.which_can_be(question, forms)
            yield Problem(
                where=where, found=repr(question), expected="a question that `cimscore questions` lists", hint=hint
            )


def of_another_kind(material: Material) -> Iterator[Problem]:
    """Find the answers that are of another type than their question asks for, or none of its words."""
    forms = material.forms or {}
    for path, decision in material.decisions.items():
        yield from _kind(f"{path}.answer", decision.answer, forms.get(decision.question), material)
    for path, fact in material.facts.items():
        yield from _kind(path, fact.answer, forms.get(fact.question), material)


def _kind(where: str, answer: object, form: Form | None, material: Material) -> Iterator[Problem]:
    if form is None or form.stored is None or isinstance(answer, Unknown):
        return
    if isinstance(answer, Between) and form.stored is Moment:
        return
    if type(answer) is not form.stored:
        found = f"{answer!r} ({type(answer).__name__})"
        yield Problem(where=where, found=found, expected=f"exactly the type {form.stored.__name__}, or UNKNOWN")
    elif form.words and answer not in form.words:
        hint = material.hints.did_you_mean(str(answer), form.words)
        yield Problem(where=where, found=repr(answer), expected=f"one of {', '.join(form.words)}", hint=hint)
    elif meant := misspelt(str(answer), form.codes):
        yield Problem(where=where, found=repr(answer), expected=RESEMBLES_NONE, hint=f"Did you mean {meant!r}?")


def _address(where: str, address: str, form: Form | None) -> Iterator[Problem]:
    if form is None:
        return
    if not _fits(address, form.about):
        expected = "@".join(_EXAMPLES.get(sort, sort) for sort in form.about) if form.about else CASE
        yield Problem(where=where, found=repr(address), expected=f"an address such as {expected}")


def _fits(address: str, about: tuple[Sort, ...]) -> bool:
    """Return True if an address has a part for each sort of thing, and the name of a record where one is meant."""
    if not about:
        return address == CASE
    parts = address.split("@", len(about) - 1)
    return len(parts) == len(about) and all(
        sort is not Sort.PROPOSED_RECORD or split_record_address(part) for sort, part in zip(about, parts, strict=True)
    )
