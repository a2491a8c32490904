"""Building a trace from the rulebook that the engine runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from typing import Any

import attrs

from cimscore.policy import Clause, Drift
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.traceability import describing, linking
from cimscore.traceability.examples import Shown, example_digest, shown_by
from cimscore.traceability.justifications import Justification
from cimscore.traceability.links import Hop, Link, LinkState, worst
from cimscore.traceability.model import Trace, TracedClause, TracedExample, TracedRule, TracedTest
from cimscore.traceability.recording import RecordedTest
from cimscore.traceability.reviews import Review, pin_of
from cimscore.traceability.uses import Uses, resting_on, uses_in


def build_trace(
    rulebook: Rulebook,
    tests: Sequence[RecordedTest] = (),
    examples: Sequence[WorkedExample] = (),
    reviews: Sequence[Review] = (),
    *,
    justifications: Sequence[Justification] = (),
    drifts: Sequence[Drift] = (),
) -> Trace:
    """Trace everything a rulebook says, from its sources to the tests and examples that prove it.

    Args:
        rulebook: The programs, as the engine runs them.
        tests: What a recorded run of the tests wrote down. Tests of other programs' rules alone are left out.
        examples: Their worked examples; each is assessed once.
        reviews: Who last read each rule against its clauses.
        justifications: Why something may be missing.
        drifts: What has drifted in the source documents, where they are at hand.
    """
    uses, own = uses_in(rulebook), _own(tests, rulebook)
    shown = sorted((shown_by(example, rulebook) for example in examples), key=lambda it: it.id)
    links = tuple(_links(rulebook, own, shown, reviews, uses, drifts))
    parts = _Parts(rulebook=rulebook, uses=uses, tests=own, shown=shown, links=links, reviews=reviews)
    return Trace(
        engine=metadata.version("cimscore"),
        programs=tuple(map(describing.described_program, rulebook.programs.values())),
        clauses=tuple(parts.clause(rulebook.clauses[id], program) for id, program in parts.declared),
        rules=tuple(parts.rule(address) for address in sorted(rulebook.rules)),
        tests=tuple(TracedTest(**attrs.asdict(test, recurse=False)) for test in own),
        examples=tuple(_example(it, rulebook) for it in shown),
        links=links,
        justifications=tuple(justifications),
        **parts.declarations(),
    )


def _own(tests: Sequence[RecordedTest], rulebook: Rulebook) -> tuple[RecordedTest, ...]:
    """The tests that exercise a rule of this rulebook's programs, and those that exercise none at all."""
    found = []
    for test in sorted(tests, key=lambda it: it.id):
        exercised = tuple(it for it in test.exercised if it.rule.partition("/")[0] in rulebook.programs)
        if exercised or not test.exercised:
            clauses = tuple(id for id in test.clauses if id in rulebook.clauses)
            found.append(attrs.evolve(test, exercised=exercised, clauses=clauses))
    return tuple(found)


def _links(
    rulebook: Rulebook, tests: Sequence[RecordedTest], shown: Sequence[Shown], reviews: Sequence[Review], uses: Uses,
    drifts: Iterable[Drift],
) -> list[Link]:  # fmt: skip
    by_rule = {review.rule: review for review in reviews}
    drifted = defaultdict[str, list[Drift]](list)
    for drift in drifts:
        drifted[drift.clause].append(drift)
    found: list[Link] = []
    for clause in rulebook.clauses.values():
        carried = uses.carried.get(clause.id, ())
        cited_by = {address for address in carried if clause.id in rulebook.rules[address].rule.cites}
        found += linking.source_links(clause, drifted[clause.id])
        found += linking.carried_links(clause, carried, cited_by)
        found += linking.question_links(clause, rulebook)
    for rule in rulebook.rules.values():
        found += linking.rule_links(rule, by_rule.get(rule.address))
    found += linking.lost_rules(reviews, rulebook)
    found += [*linking.proof_links(tests, rulebook), *linking.untested(tests, rulebook)]
    shows = {it.id: it.example.shows for it in shown}
    found += linking.example_links(rulebook.clauses, shows, {it.id: it.clauses for it in shown})
    return sorted(found)


def _example(shown: Shown, rulebook: Rulebook) -> TracedExample:
    example = shown.example
    brought_by = (id for id, one in rulebook.programs.items() if example.package in one.declared.examples)
    return TracedExample(
        id=shown.id,
        program=next(brought_by, next(iter(example.case.programs), "")),
        title=example.title,
        digest=example_digest(example),
        shows=example.shows,
        rules=shown.rules,
        clauses=shown.clauses,
    )


class _Parts:
    """The parts of a trace, put together from indexes that are made once."""

    def __init__(
        self, rulebook: Rulebook, uses: Uses, tests: Sequence[RecordedTest], shown: Sequence[Shown],
        links: Sequence[Link], reviews: Sequence[Review],
    ) -> None:  # fmt: skip
        self._uses = uses
        self._rulebook = rulebook
        self._reviews = {review.rule: review for review in reviews}
        self._states = _states(links)
        self._tests_of_clause = resting_on((test.id, test.clauses) for test in tests)
        self._tests_of_rule = resting_on((test.id, [it.rule for it in test.exercised]) for test in tests)
        self._examples_of_clause = resting_on((it.id, it.example.shows) for it in shown)
        self._examples_of_rule = resting_on((it.id, it.rules) for it in shown)
        self._interpretations = resting_on((name, it.clauses) for name, it in rulebook.interpretations.items())
        self._left = resting_on((it.id, [it.question]) for it in rulebook.clauses.values() if it.question)
        cited = ((name, (*it.cites, *self._left.get(name, ()))) for name, it in rulebook.questions.items())
        self._questions = resting_on(cited)
        self.declared = sorted(
            (it.id, id) for id, program in rulebook.programs.items() for it in program.declared.clauses
        )

    def clause(self, clause: Clause, program: str) -> TracedClause:
        """A clause with everything that rests on it."""
        id = clause.id
        return TracedClause(
            program=program,
            heading=clause.locator.heading,
            position=clause.locator.position,
            confidence=clause.confidence or "",
            pin=pin_of(clause),
            state=self._states.get(id, LinkState.IN_STEP),
            rules=self._uses.carried.get(id, ()),
            tables=self._uses.tables.get(id, ()),
            questions=self._questions.get(id, ()),
            interpretations=self._interpretations.get(id, ()),
            tests=self._tests_of_clause.get(id, ()),
            examples=self._examples_of_clause.get(id, ()),
            **{name: getattr(clause, name) for name in _SAME},
        )

    def rule(self, address: str) -> TracedRule:
        """A rule with everything it rests on and what proves it."""
        named, rulebook = self._uses.named.get(address, ()), self._rulebook
        return TracedRule(
            state=self._states.get(address, LinkState.IN_STEP),
            questions=tuple(name for name in named if name in rulebook.questions),
            interpretations=tuple(name for name in named if name in rulebook.interpretations),
            tables=tuple(name for name in named if name not in {*rulebook.questions, *rulebook.interpretations}),
            review=self._reviews.get(address),
            tests=self._tests_of_rule.get(address, ()),
            examples=self._examples_of_rule.get(address, ()),
            **describing.described_code(rulebook.rules[address]),
        )

    def declarations(self) -> dict[str, Any]:
        """The sources, questions, unclear points and tables, each kind sorted."""
        programs = [(id, one.declared) for id, one in sorted(self._rulebook.programs.items())]
        sources = [describing.described_source(it, id) for id, one in programs for it in one.sources]
        readings = [
            describing.described_interpretation(it, id, self._uses)
            for id, one in programs
            for it in one.interpretations
        ]
        tables = [describing.described_table(it, id, self._uses) for id, one in programs for it in one.tables]
        questions = [
            describing.described_question(it, id, self._left.get(f"{id}/{it.id}", ()), self._uses)
            for id, one in programs
            for it in one.questions
        ]
        return {
            "sources": tuple(sources),
            "questions": _by_name(questions),
            "interpretations": _by_name(readings),
            "tables": _by_name(tables),
        }


def _by_name(things: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(things, key=lambda it: str(it.name)))


_SAME = ("id", "source", "editions", "statements", "text", "disposition", "reason", "question")


def _states(links: Iterable[Link]) -> Mapping[str, LinkState]:
    """How clauses stand with their sources, rules and questions, and rules with their clauses and tests.

    A passage that has drifted touches the clause and every rule that rests on it.
    """
    found = defaultdict[str, list[Link]](list)
    sources = defaultdict[str, list[Link]](list)
    for link in links:
        if link.hop is Hop.SOURCE_CLAUSE:
            sources[link.lower].append(link)
    for link in links:
        if link.hop is Hop.CLAUSE_RULE:
            found[link.lower] += [link, *sources[link.upper]]
        elif link.hop is Hop.RULE_TEST and link.lower:
            found[link.upper].append(link)
        if link.hop in (Hop.CLAUSE_RULE, Hop.CLAUSE_QUESTION):
            found[link.upper].append(link)
    for clause, of_clause in sources.items():
        found[clause] += of_clause
    return {id: worst(those) for id, those in found.items() if id}
