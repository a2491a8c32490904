"""The parts of a trace, each with everything that stands around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from cimscore.policy import Clause, Disposition
from cimscore.policy.digests import changes
from cimscore.policy.wording import faults_of_wording
from cimscore.rulebook import Rulebook
from cimscore.rules import Table
from cimscore.traceability.declared.uses import Uses, resting_on
from cimscore.traceability.declared.workflows import described_workflow
from cimscore.traceability.recording import RecordedTest
from cimscore.traceability.reviews.clause_reviews import ClauseReview, current
from cimscore.traceability.reviews.reviews import Review, pin_of
from cimscore.traceability.trace import describing
from cimscore.traceability.trace.links import Hop, Link, LinkState, worst, worst_of
from cimscore.traceability.trace.model import TracedClause, TracedExample, TracedRule, TracedTest
from cimscore.traceability.worlds.examples import ExercisedExample, example_digest


class Parts:
    """The parts of a trace, put together from indexes that are made once."""

    def __init__(
        self, rulebook: Rulebook, uses: Uses, tests: Sequence[RecordedTest], shown: Sequence[ExercisedExample],
        links: Sequence[Link], reviews: Sequence[Review], read: Sequence[ClauseReview],
    ) -> None:  # fmt: skip
        self._uses = uses
        self._rulebook = rulebook
        self._reviews = {review.rule: review for review in reviews}
        self._read = defaultdict[str, list[ClauseReview]](list)
        for review in read:
            self._read[review.pin.clause].append(review)
        self._states = _states(links)
        self._tests_of_clause = resting_on((test.id, test.clauses) for test in tests)
        self._tests_of_rule = resting_on((test.id, [exercise.rule for exercise in test.exercised]) for test in tests)
        self._examples_of_clause = resting_on((example.id, example.example.shows) for example in shown)
        self._examples_of_rule = resting_on((example.id, example.rules) for example in shown)
        self._readings = resting_on((name, reading.clauses) for name, reading in rulebook.readings.items())
        self._left = resting_on(
            (clause.id, [clause.question]) for clause in rulebook.clauses.values() if clause.question
        )
        cited = ((name, (*question.cites, *self._left.get(name, ()))) for name, question in rulebook.questions.items())
        self._questions = resting_on(cited)
        declared = [(id, program.declared) for id, program in sorted(rulebook.programs.items())]
        self._workflows = [
            described_workflow(workflow, id) for id, program in declared for workflow in program.workflows
        ]
        self._workflows_of_clause = resting_on((workflow.name, workflow.clauses) for workflow in self._workflows)
        self.declared = sorted(
            (clause.id, id) for id, program in rulebook.programs.items() for clause in program.declared.clauses
        )

    def clause(self, clause: Clause, program: str) -> TracedClause:
        """Return a clause with everything that rests on it."""
        id = clause.id
        return TracedClause(
            program=program,
            heading=clause.locator.heading,
            position=clause.locator.position,
            title=clause.title or clause.id,
            modality=clause.modality or "",
            confidence=clause.confidence or "",
            earlier=tuple((text.since, text.text) for text in changes(clause)[:-1]),
            was=tuple(_was(clause)),
            since=changes(clause)[-1].since if len(changes(clause)) > 1 else "",
            pin=pin_of(clause),
            state=self._states.get(id, LinkState.IN_STEP),
            rules=self._uses.carried.get(id, ()),
            tables=self._uses.tables.get(id, ()),
            workflows=self._workflows_of_clause.get(id, ()),
            questions=self._questions.get(id, ()),
            readings=self._readings.get(id, ()),
            tests=self._tests_of_clause.get(id, ()),
            examples=self._examples_of_clause.get(id, ()),
            reviews=current(self._read[id], clause),
            faults=tuple(faults_of_wording(clause)),
            **{name: getattr(clause, name) for name in _SAME},
        )

    def rule(self, address: str) -> TracedRule:
        """Return a rule with everything it rests on and what proves it."""
        return TracedRule(
            state=self._states.get(address, LinkState.IN_STEP),
            review=self._reviews.get(address),
            tests=self._tests_of_rule.get(address, ()),
            examples=self._examples_of_rule.get(address, ()),
            **describing.described_rule(self._rulebook.rules[address], self._uses),
        )

    def test(self, test: RecordedTest) -> TracedTest:
        """Return a test, which has to be read again with its rules."""
        rules = (exercise.rule for exercise in test.exercised)
        return TracedTest(state=self._again(rules), **attrs.asdict(test, recurse=False))

    def example(self, shown: ExercisedExample) -> TracedExample:
        """Return a worked example, which has to be read again with the clauses it shows."""
        example, programs = shown.example, self._rulebook.programs
        brought_by = (id for id, program in programs.items() if example.package in program.declared.examples)
        return TracedExample(
            id=shown.id,
            program=next(brought_by, next(iter(example.case.programs), "")),
            title=example.title,
            digest=example_digest(example),
            state=self._again(example.shows),
            shows=example.shows,
            rules=shown.rules,
            clauses=shown.clauses,
        )

    def _again(self, ids: Iterable[str]) -> LinkState:
        """Return the worst of these states, if it comes from a change. Something that never existed has not changed."""
        states = {self._states.get(id, LinkState.IN_STEP) for id in ids} - {LinkState.GAP, LinkState.UNREAD}
        return worst_of(states)

    def declarations(self) -> dict[str, Any]:
        """Return the sources, questions, unclear points, definitions, tables, workflows and relations, sorted."""
        uses, programs = self._uses, [program for _, program in sorted(self._rulebook.programs.items())]
        questions = [
            describing.described_question(question, program.id, self._left.get(f"{program.id}/{question.id}", ()), uses)
            for program in programs
            for question in program.own(program.program.questions)
        ]
        readings = [
            describing.described_reading(reading, program.id, uses)
            for program in programs
            for reading in program.own(program.program.readings)
        ]
        tables = [
            describing.described_table(table, program.id, uses)
            for program in programs
            for table in program.own(program.program.of_kind(Table))
        ]
        definitions = [
            describing.described_definition(definition, program, uses)
            for program in programs
            for definition in program.own(program.program.definitions)
        ]
        relations = [
            describing.described_relation(relation, program.id)
            for program in programs
            for relation in program.declared.relations
        ]
        return {
            "sources": tuple(
                describing.described_source(source, program.id)
                for program in programs
                for source in program.declared.sources
            ),
            "questions": _by_name(questions),
            "readings": _by_name(readings),
            "definitions": _by_name(definitions),
            "tables": _by_name(tables),
            "workflows": _by_name(self._workflows),
            "relations": _by_name(relations),
        }


def _was(clause: Clause) -> Iterator[tuple[str, Disposition]]:
    """Yield each edition in which something else became of a clause, with what that is."""
    became = ((edition, clause.in_edition(edition).disposition) for edition in clause.editions)
    yield from ((edition, kind) for edition, kind in became if kind is not clause.disposition)


def _by_name(things: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(things, key=lambda thing: str(thing.name)))


_SAME = (
    "id",
    "source",
    "editions",
    "statements",
    "synonyms",
    "text",
    "subject",
    "disposition",
    "reason",
    "missing",
    "question",
)


def _states(links: Iterable[Link]) -> Mapping[str, LinkState]:
    """Return the states of clauses with their sources, rules and questions, and of rules with their clauses and tests.

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
