"""Building a trace from the rulebook that the engine runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib import metadata

import attrs

from cimscore.policy import Drift
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.traceability.declared.uses import Uses, uses_in
from cimscore.traceability.recording import RecordedTest
from cimscore.traceability.reviews.clause_reviews import ClauseReview
from cimscore.traceability.reviews.justifications import Justification
from cimscore.traceability.reviews.reviews import Review
from cimscore.traceability.trace import describing, linking
from cimscore.traceability.trace.links import Link
from cimscore.traceability.trace.model import Trace
from cimscore.traceability.trace.parts import Parts
from cimscore.traceability.worlds.examples import ExercisedExample, shown_by


def build_trace(
    rulebook: Rulebook,
    tests: Sequence[RecordedTest] = (),
    examples: Sequence[WorkedExample] = (),
    reviews: Sequence[Review] = (),
    *,
    read: Sequence[ClauseReview] = (),
    justifications: Sequence[Justification] = (),
    drifts: Sequence[Drift] = (),
) -> Trace:
    """Trace everything a rulebook says, from its sources to the tests and examples that prove it.

    Args:
        rulebook: The programs, as the engine runs them.
        tests: What a recorded run of the tests wrote down. Tests of other programs' rules alone are left out, and so
            are those of a copy of a program in which a test has changed rules.
        examples: Their worked examples; each is assessed once.
        reviews: Who last read each rule against its clauses.
        read: Who has held which clause against its source.
        justifications: Why something may be missing.
        drifts: What has drifted in the source documents, where they are at hand.
    """
    uses, own = uses_in(rulebook), _own(tests, rulebook)
    shown = sorted((shown_by(example, rulebook) for example in examples), key=lambda shown: shown.id)
    links = tuple(_links(rulebook, own, shown, reviews, uses, drifts))
    parts = Parts(rulebook=rulebook, uses=uses, tests=own, shown=shown, links=links, reviews=reviews, read=read)
    return Trace(
        engine=metadata.version("cimscore"),
        programs=tuple(map(describing.described_program, rulebook.programs.values())),
        clauses=tuple(parts.clause(rulebook.clauses[clause], program) for clause, program in parts.declared),
        rules=tuple(parts.rule(address) for address in sorted(rulebook.rules)),
        tests=tuple(map(parts.test, own)),
        examples=tuple(map(parts.example, shown)),
        links=links,
        justifications=tuple(justifications),
        **parts.declarations(),
    )


def _own(tests: Sequence[RecordedTest], rulebook: Rulebook) -> tuple[RecordedTest, ...]:
    """Return the tests that exercise a rule of this rulebook's programs, and those that exercise none at all.

    A run that exercised a rule as it is now is not older than the rule: where it has the rule otherwise too, a test has
    changed a copy of it.
    """
    now = {(address, rule.digest) for address, rule in rulebook.rules.items()}
    ran = {(exercise.rule, exercise.digest) for test in tests for exercise in test.exercised}
    as_now = {address for address, _ in now & ran}
    copied = {pair for pair in ran - now if pair[0] in as_now}
    found = []
    for test in sorted(tests, key=lambda recorded: recorded.id):
        if any((exercise.rule, exercise.digest) in copied for exercise in test.exercised):
            continue
        exercised = tuple(
            exercise for exercise in test.exercised if exercise.rule.partition("/")[0] in rulebook.programs
        )
        if exercised or not test.exercised:
            clauses = tuple(clause for clause in test.clauses if clause in rulebook.clauses)
            found.append(attrs.evolve(test, exercised=exercised, clauses=clauses))
    return tuple(found)


def _links(
    rulebook: Rulebook, tests: Sequence[RecordedTest], shown: Sequence[ExercisedExample], reviews: Sequence[Review],
    uses: Uses, drifts: Iterable[Drift],
) -> list[Link]:  # fmt: skip
    by_rule = {review.rule: review for review in reviews}
    drifted = defaultdict[str, list[Drift]](list)
    for drift in drifts:
        drifted[drift.clause].append(drift)
    found: list[Link] = []
    for clause in rulebook.clauses.values():
        found += linking.source_links(clause, drifted[clause.id])
        found += linking.uncarried(clause, uses.carried.get(clause.id, ()))
        found += linking.question_links(clause, rulebook)
    for rule in rulebook.rules.values():
        clauses = [rulebook.clauses[clause] for clause in uses.resting.get(rule.address, ())]
        found += linking.rule_links(rule, clauses, by_rule.get(rule.address))
    found += linking.lost_rules(reviews, rulebook)
    found += [*linking.proof_links(tests, rulebook), *linking.untested(tests, rulebook)]
    shows = {example.id: example.example.shows for example in shown}
    found += linking.example_links(rulebook.clauses, shows, {example.id: example.tried for example in shown})
    return sorted(found)
