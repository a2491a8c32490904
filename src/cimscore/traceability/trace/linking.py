"""Finding how every link stands: each function looks at one kind of link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cimscore.policy import Clause, Disposition, Drift, DriftState
from cimscore.rulebook import Rule, Rulebook
from cimscore.traceability.recording import RecordedTest, Result, Way
from cimscore.traceability.reviews.reviews import Review, pin_of
from cimscore.traceability.trace.links import Hop, Link, LinkState

_DRIFTED: Final = {
    DriftState.MOVED: (LinkState.OUTDATED, "its passage stands elsewhere in the document now"),
    DriftState.CHANGED: (LinkState.SUSPECT, "the words of its passage have changed in the document"),
    DriftState.GONE: (LinkState.ORPHANED, "its passage is no longer in the document"),
}


def source_links(clause: Clause, drifts: Iterable[Drift]) -> Iterator[Link]:
    """Yield a clause's link to its source, and one for each of its passages that has drifted."""
    drifted = [_DRIFTED[drift.state] for drift in drifts if drift.state in _DRIFTED]
    for state, why in sorted(set(drifted)) or [(LinkState.IN_STEP, "")]:
        yield Link(hop=Hop.SOURCE_CLAUSE, upper=clause.source, lower=clause.id, state=state, why=why)


def rule_links(rule: Rule, clauses: Iterable[Clause], review: Review | None) -> Iterator[Link]:
    """Yield the links of a rule to the clauses it rests on, and to those it was read against and no longer rests on.

    Args:
        rule: The rule.
        clauses: The clauses it cites, and those of the rows of tables that it looks up.
        review: Who last read it.
    """
    resting = {clause.id: clause for clause in clauses}
    for clause in resting.values():
        state, why = _reading(rule, clause, review)
        yield Link(hop=Hop.CLAUSE_RULE, upper=clause.id, lower=rule.address, state=state, why=why)
    for pin in review.clauses if review else ():
        if pin.clause not in resting:
            why = f"{_by(review)} read the rule against this clause, on which it no longer rests"
            yield Link(hop=Hop.CLAUSE_RULE, upper=pin.clause, lower=rule.address, state=LinkState.ORPHANED, why=why)


def _reading(rule: Rule, clause: Clause, review: Review | None) -> tuple[LinkState, str]:
    if review is None:
        return LinkState.UNREAD, "nobody is recorded as having read the rule against this clause"
    then, now = review.pin(clause.id), pin_of(clause)
    if then is None:
        return LinkState.UNREAD, f"{_by(review)} read the rule before it rested on this clause"
    if then.source != now.source:
        return LinkState.SUSPECT, f"the source's own words have changed since {_by(review)} read the rule"
    if then.statement != now.statement:
        return LinkState.SUSPECT, f"our statement of the clause has changed since {_by(review)} read the rule"
    if review.digest != rule.digest:
        return LinkState.OUTDATED, f"the rule has changed since {_by(review)} read it"
    return LinkState.IN_STEP, ""


def _by(review: Review | None) -> str:
    return f"{review.by} ({review.on.isoformat()})" if review else "somebody"


def lost_rules(reviews: Iterable[Review], rulebook: Rulebook) -> Iterator[Link]:
    """Yield a link for every review of a rule that its program no longer has."""
    for review in reviews:
        if review.rule not in rulebook.rules and review.rule.partition("/")[0] in rulebook.programs:
            why = f"{_by(review)} read a rule that is no longer there"
            yield Link(hop=Hop.CLAUSE_RULE, upper="", lower=review.rule, state=LinkState.ORPHANED, why=why)


def uncarried(clause: Clause, rules: Iterable[str]) -> Iterator[Link]:
    """Yield a gap for an encoded clause without a rule."""
    if clause.disposition.by_rules and not any(rules):
        yield Link(hop=Hop.CLAUSE_RULE, upper=clause.id, lower="", state=LinkState.GAP, why="no rule rests on it")


def question_links(clause: Clause, rulebook: Rulebook) -> Iterator[Link]:
    """Yield the link from a clause left to a person to the question about it."""
    if clause.disposition is not Disposition.LEFT_TO_A_PERSON:
        return
    if clause.question in rulebook.questions:
        yield Link(hop=Hop.CLAUSE_QUESTION, upper=clause.id, lower=clause.question)
    else:
        state, why = LinkState.GAP, "no question puts it to a person"
        if clause.question:
            state, why = LinkState.ORPHANED, f"there is no question {clause.question}"
        yield Link(hop=Hop.CLAUSE_QUESTION, upper=clause.id, lower="", state=state, why=why)


def proof_links(tests: Iterable[RecordedTest], rulebook: Rulebook) -> Iterator[Link]:
    """Yield the links of rules to the tests that exercised them."""
    for test in tests:
        for exercise in test.exercised:
            rule = rulebook.rules.get(exercise.rule)
            state, why = _proof(test, exercise.digest, rule)
            yield Link(hop=Hop.RULE_TEST, upper=exercise.rule, lower=test.id, state=state, why=why)


def _proof(test: RecordedTest, digest: str, rule: Rule | None) -> tuple[LinkState, str]:
    if rule is None:
        return LinkState.ORPHANED, "the rule it exercised is no longer there"
    if test.result is not Result.PASSED:
        return LinkState.SUSPECT, f"its last result is: {test.result}"
    if digest != rule.digest:
        return LinkState.OUTDATED, "the rule has changed since the test was last recorded"
    return LinkState.IN_STEP, ""


def untested(tests: Iterable[RecordedTest], rulebook: Rulebook) -> Iterator[Link]:
    """Yield a gap for every rule that no test applied, and for every test that exercised nothing."""
    applied, reached, idle = set[str](), set[str](), list[str]()
    for test in tests:
        reached |= {exercise.rule for exercise in test.exercised}
        applied |= {exercise.rule for exercise in test.exercised if exercise.way is Way.APPLIED}
        idle += () if test.exercised else (test.id,)
    for rule in rulebook.rules:
        if rule not in applied:
            why = "tests reach it, and in none does it apply" if rule in reached else "no test exercises it"
            yield Link(hop=Hop.RULE_TEST, upper=rule, lower="", state=LinkState.GAP, why=why)
    for name in idle:
        yield Link(hop=Hop.RULE_TEST, upper="", lower=name, state=LinkState.GAP, why="it exercises no rule")


def example_links(
    clauses: Mapping[str, Clause], shows: Mapping[str, tuple[str, ...]], rests_on: Mapping[str, Iterable[str]]
) -> Iterator[Link]:
    """Yield the links of clauses to the examples that show them, and a gap for an encoded clause without one.

    Args:
        clauses: Every clause, by id.
        shows: By example, the clauses it says it shows.
        rests_on: By example, the clauses on which anything in its assessment rests, or by which a told no fails.
    """
    shown = {clause for example, ids in shows.items() for clause in ids if clause in rests_on[example]}
    for example, ids in shows.items():
        for id in ids:
            state, why = LinkState.IN_STEP, ""
            if id not in clauses:
                state, why = LinkState.ORPHANED, "there is no such clause"
            elif id not in rests_on[example]:
                state, why = LinkState.SUSPECT, "nothing told of this case rests on the clause: it is not shown here"
            yield Link(hop=Hop.CLAUSE_EXAMPLE, upper=id, lower=example, state=state, why=why)
    for clause in clauses.values():
        if clause.disposition.by_rules and clause.id not in shown:
            yield Link(
                hop=Hop.CLAUSE_EXAMPLE, upper=clause.id, lower="", state=LinkState.GAP, why="no example shows it"
            )
