"""Dependencies as they really ran, from all results of the worked examples, the same both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from cimscore.assessment import DecidedClock, DecidedConclusion, Decision
from cimscore.publishing.pages.book.shown import ShownExample, given_by, lines_of
from cimscore.rules import Topic
from cimscore.traceability.trace.model import TracedRule
from cimscore.traceability.worlds.worlds import Outcome, outcomes_of

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)

_Held = Mapping[str, tuple[ShownExample, ...]]


@attrs.frozen(kw_only=True)
class Running:
    """Dependents of each clause and rule in the worked examples.

    Attributes:
        examples: By clause or rule, the examples in which something rests on it.
        acts: By clause or rule, the duties and clocks that rest on it, each with the examples in which it does.
        outcomes: By clause or rule, the outcomes that rest on it, directly or by way of others.
        clauses_of: By outcome, every clause that it rests on so.
        rules: By clause, the rules that cite it, or rest on it in an example.
        cited: By rule, the clauses that it cites, or rests on in an example.
        lines: By table and line, the duties and clocks for which it is looked up, each with its examples.
    """

    examples: _Held
    acts: Mapping[str, _Held]
    outcomes: Mapping[str, tuple[Outcome, ...]]
    clauses_of: Mapping[Outcome, tuple[str, ...]]
    rules: Mapping[str, tuple[str, ...]]
    cited: Mapping[str, tuple[str, ...]]
    lines: Mapping[tuple[str, str], _Held]


@attrs.frozen
class _Rests:
    """Link from a rule to a clause in an example, marked if it is a duty or a clock."""

    rule: str
    clause: str
    shown: ShownExample
    act: bool


def running_of(shown: Sequence[ShownExample], rules: Iterable[TracedRule]) -> Running:
    """Return what rests on what in some worked examples.

    Args:
        shown: The examples, with what each comes to.
        rules: The rules, each with the clauses that it cites.
    """
    ran = [rests for example in shown for decision in example.decisions for rests in _rests(example, decision)]
    cited = [(rule.address, clause) for rule in rules for clause in rule.clauses]
    pairs = dict.fromkeys([*cited, *((run.rule, run.clause) for run in ran)])
    led = [(outcome, address) for example in shown for outcome, address in _led(example)]
    acts = defaultdict[str, dict[str, dict[ShownExample, None]]](lambda: defaultdict(dict))
    for run in ran:
        for address in (run.clause, run.rule) if run.act else ():
            acts[address][run.rule][run.shown] = None
    return Running(
        examples=_grouped((address, run.shown) for run in ran for address in (run.clause, run.rule)),
        acts={address: {rule: tuple(those) for rule, those in sorted(held.items())} for address, held in acts.items()},
        outcomes={
            address: tuple(sorted(those))
            for address, those in _grouped((address, outcome) for outcome, address in led).items()
        },
        clauses_of={outcome: tuple(sorted(those)) for outcome, those in _grouped(led).items()},
        rules=_grouped((clause, rule) for rule, clause in sorted(pairs)),
        cited=_grouped(pairs),
        lines=_lines(shown, {rule for held in acts.values() for rule in held}),
    )


def _lines(shown: Sequence[ShownExample], acts: Collection[str]) -> Mapping[tuple[str, str], _Held]:
    found = defaultdict[tuple[str, str], dict[str, dict[ShownExample, None]]](lambda: defaultdict(dict))
    for example in shown:
        for rule, table, line in sorted(example.looked_up):
            if rule in acts:
                found[table, line][rule][example] = None
    return {at: {rule: tuple(those) for rule, those in sorted(held.items())} for at, held in found.items()}


def _rests(shown: ShownExample, decision: Decision) -> Iterator[_Rests]:
    """Yield what each conclusion and clock of a decision rests on."""
    for line in lines_of(decision):
        act = isinstance(line, DecidedClock) or line.topic == Topic.DUTIES
        for rule in given_by(decision, line):
            for clause in line.clauses:
                yield _Rests(rule, clause, shown, act)


def _led(shown: ShownExample) -> Iterator[tuple[Outcome, str]]:
    """Yield each outcome of an example with every clause and rule that it rests on, directly or by way of others."""
    for outcome, conclusions in outcomes_of(shown.decisions).items():
        own = {clause for conclusion in conclusions for clause in conclusion.clauses}
        below = shown.clauses_below(conclusion.says for conclusion in conclusions)
        yield from ((outcome, address) for address in sorted(own | below | set(_rows(outcome, conclusions))))


def _rows(outcome: Outcome, conclusions: Iterable[DecidedConclusion]) -> Iterator[str]:
    for conclusion in conclusions:
        yield from (f"{outcome.program}/{conclusion.id}/{row}" for row in conclusion.rows)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found = defaultdict[K, dict[V, None]](dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}
