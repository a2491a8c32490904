"""A duty and its clock bind as strongly as a clause that they cite: nothing is upgraded, nothing is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from cimscore.errors import Problem
from cimscore.policy import Clause, Modal, parts_of_citation
from cimscore.rules.program import Program
from cimscore.rules.rows.conclusions import ConclusionRow
from cimscore.rules.rows.duties import DutyWords


@attrs.frozen
class _Binding:
    """An act that binds somebody, by one row or more, or by a clock."""

    address: str
    modal: Modal
    cites: Sequence[str]


def problems_of_modality(program: Program, clauses: Mapping[str, Clause]) -> Iterator[Problem]:
    """Yield the duties and clocks whose word is that of none of their clauses.

    A clause that only defines or tells something has no word, so that a duty which rests on such alone may have any.

    Args:
        program: The program.
        clauses: The clauses that may be cited, by id.
    """
    for binding in (*_duties(program), *_clocks(program)):
        cited = [clauses[clause] for clause in map(_id, binding.cites) if clause in clauses]
        words = {text.modality for clause in cited for text in clause.texts if text.modality}
        if words and not any(map(binding.modal.binds_as, words)):
            yield Problem(
                where=binding.address,
                found=f"{binding.modal.value!r}",
                expected=f"the word of a clause that it cites: {', '.join(sorted(words))}",
                hint=f"Give it modal=Modal.{min(words).name}, or cite the clause that binds as it does.",
            )
        elif lost := _lost(binding, cited):
            edition, word = lost
            yield Problem(
                where=binding.address,
                found=f"{binding.modal.value!r}, where its clause says {word.value!r} in the edition {edition}",
                expected="the word of the clause in every edition",
                hint="Where the word changes, give that edition a [[clause]] of a new id, list the old one under gone, "
                "and write a duty or a clock for each.",
            )


def _lost(binding: _Binding, cited: Sequence[Clause]) -> tuple[str, Modal] | None:
    """Return the edition in which a clause has another word than the act has from it, with that; None if none has."""
    for clause in cited:
        words = {edition: clause.in_edition(edition).modality for edition in clause.editions}
        if not any(word and binding.modal.binds_as(word) for word in words.values()):
            continue
        for edition, word in words.items():
            said = (beside.in_edition(edition).modality for beside in cited if beside.stands_in(edition))
            if word and not any(modality and binding.modal.binds_as(modality) for modality in said):
                return edition, word
    return None


def _duties(program: Program) -> Iterator[_Binding]:
    """Yield each act that is owed by rows. Several rows for one act are several grounds for it."""
    for conclusion in program.conclusions:
        grounds = defaultdict[str, list[ConclusionRow]](list)
        for row in conclusion.rows:
            if isinstance(row.notes, DutyWords):
                grounds[row.notes.act].append(row)
        for rows in grounds.values():
            cites = [clause for row in rows for clause in row.cites]
            yield _Binding(f"{program.id}/{conclusion.id}/{rows[0].id}", rows[0].notes.modal, cites)


def _clocks(program: Program) -> Iterator[_Binding]:
    return (_Binding(f"{program.id}/clock/{clock.id}", clock.modal, clock.cites) for clock in program.clocks)


def _id(citation: str) -> str:
    return parts_of_citation(citation)[0]
