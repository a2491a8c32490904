"""A duty and its clock bind as strongly as a clause that they cite: nothing is upgraded, nothing is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from cimscore.errors import Problem
from cimscore.policy import Clause, Modal, parts_of_citation
from cimscore.reasoning.compiled import Compiled
from cimscore.rulebook.rule import Rule, rules_of
from cimscore.rules import Clock
from cimscore.rules.duties import DutyWords


def problems_of_modality(compiled: Compiled, clauses: Mapping[str, Clause]) -> Iterator[Problem]:
    """Yield the duties and clocks whose word is that of none of their clauses.

    A clause that only defines or tells something has no word, so that a duty which rests on such alone may have any.

    Args:
        compiled: The program.
        clauses: The clauses that may be cited, by id.
    """
    grounds = defaultdict[tuple[str, str], list[Rule]](list)
    for rule in rules_of(compiled):
        if modal_of(rule):
            grounds[_duty(rule)].append(rule)
    for rules in grounds.values():
        modal = modal_of(rules[0])
        cited = [clauses[id] for rule in rules for id in map(_id, rule.cites) if id in clauses]
        words = {text.modality for clause in cited for text in clause.texts if text.modality}
        if modal and words and modal.strength not in {word.strength for word in words}:
            yield Problem(
                where=rules[0].address,
                found=f"{modal.value!r}",
                expected=f"the word of a clause that it cites: {', '.join(sorted(words))}",
                hint=f"Give it modal=Modal.{min(words).name}, or cite the clause that binds as it does.",
            )


def _duty(rule: Rule) -> tuple[str, str]:
    """Return what tells a duty from others: its act, of which several rows are several grounds; a clock's address."""
    return (rule.of.id, rule.row.notes.act) if rule.row else (rule.address, "")


def modal_of(rule: Rule) -> Modal | None:
    """Return how strongly a duty or a clock binds; None for any other rule."""
    if isinstance(rule.of, Clock):
        return rule.of.modal
    notes = rule.row.notes if rule.row else None
    return notes.modal if isinstance(notes, DutyWords) else None


def _id(citation: str) -> str:
    return parts_of_citation(citation)[0]
