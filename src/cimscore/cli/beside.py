"""Two editions of a document side by side, as `cimscore timeline` shows them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from cimscore.cli.inputs import chosen_programs
from cimscore.cli.loading import load_rulebook
from cimscore.cli.page import TextPage
from cimscore.errors import CimsError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import ClauseText, Source
from cimscore.policy.policy import Policy
from cimscore.policy.side_by_side import Became, Beside, side_by_side
from cimscore.traceability.sources import HeldSources, hold_sources


class TwoEditionsError(CimsError):
    """Editions were to be shown side by side, and not two of one document were named: name two."""


def beside(arguments: argparse.Namespace) -> tuple[str, tuple[Beside, ...], HeldSources | None]:
    """Return the document that has the two editions, its clauses in both, and the documents at hand.

    Raises:
        TwoEditionsError: There are not two editions of one document.
        UnknownNameError: There is no such edition.
    """
    if len(arguments.editions) != 2:
        raise TwoEditionsError(
            f"Two editions are shown side by side; named: {len(arguments.editions)}. Give --edition twice; `cimscore "
            "timeline` lists them."
        )
    one, other = (name.rpartition("@")[2] for name in arguments.editions)
    policies = [
        Policy(sources=program.declared.sources, clauses=program.declared.clauses)
        for program in chosen_programs(arguments)
    ]
    policy, source = _source(policies, arguments.editions)
    earlier, later = sorted((one, other), key=[edition.id for edition in source.editions].index)
    held = hold_sources(load_rulebook(), arguments.sources) if arguments.sources else None
    return source.id, side_by_side(policy, source.id, earlier, later), held


def _source(policies: Sequence[Policy], named: Sequence[str]) -> tuple[Policy, Source]:
    """Return the document that has all editions named: as ``2024-06``, or as ``vic@2024-06``."""
    ids = [name.rpartition("@")[2] for name in named]
    wanted = {name.rpartition("@")[0] for name in named} - {""}
    every = [(policy, source) for policy in policies for source in policy.sources]
    known = sorted({edition.id for _, source in every for edition in source.editions})
    for id in ids:
        if id not in known:
            raise UnknownNameError("edition", id, known, did_you_mean(id, known))
    having = [
        (policy, source)
        for policy, source in every
        if wanted <= {source.id} and {edition.id for edition in source.editions}.issuperset(ids)
    ]
    if len(having) == 1:
        return having[0]
    found = (
        f"several documents have both: {', '.join(source.id for _, source in having)}"
        if having
        else "no document has both"
    )
    raise TwoEditionsError(f"{found}. Name two of one document, such as vic@2024-06 and vic@2024-12.")


def write_beside(page: TextPage, source: str, found: Sequence[Beside], held: HeldSources | None) -> None:
    """Write the clauses that two editions do not have alike, in our words and, where it is held, in the source's."""
    counts = ((kind, sum(compared.became is kind for compared in found)) for kind in Became)
    page.line(f"{source}: {', '.join(f'{count} {kind}' for kind, count in counts if count) or 'no clause in either'}.")
    for compared in found:
        if compared.became is not Became.SAME:
            page.blank()
            page.line(f"{compared.clause.id}: {compared.became}", mark="*")
            for name, text in (("before", compared.before), ("after", compared.after)):
                _write(page, name, compared, text, held)


def plain_beside(beside: Beside, held: HeldSources | None) -> dict[str, object]:
    """Return a clause in two editions as a plain value."""
    texts = {"before": beside.before, "after": beside.after}
    return {
        "clause": beside.clause.id,
        "became": beside.became.value,
        **{name: text.text if text else None for name, text in texts.items()},
        **{f"{name}_words": held.words_for(beside.clause, text) for name, text in texts.items() if held and text},
    }


def _write(page: TextPage, name: str, beside: Beside, text: ClauseText | None, held: HeldSources | None) -> None:
    if text is None:
        return
    page.line(f"{name}: {text.text}", 1)
    for words in held.words_for(beside.clause, text) if held else ():
        page.line(f"in the source's words: {words}", 2)
