"""From a program's run to what is told about it: findings, conclusions, editions and open questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from cimscore.assessment.engine import ProgramRun
from cimscore.assessment.finding import (
    Asked,
    ClauseRef,
    Conclusion,
    EditionChoice,
    Finding,
    ProgramDecision,
    ReadingUsed,
    ScopeState,
)
from cimscore.assessment.outcome import Outcome, State
from cimscore.assessment.settled import Settled
from cimscore.assessment.words import in_words, waiting_in_words
from cimscore.policy import Source
from cimscore.rulebook import CompiledRule
from cimscore.rules import Failure, OpenQuestion, Topic

_SCOPE = {State.APPLIES: ScopeState.IN, State.ABSENT: ScopeState.OUT}


def findings_of(run: ProgramRun) -> Iterator[Finding]:
    """Every finding of a run that applies, is open or has failed, by topic and address."""
    for topic in Topic:
        for outcome in sorted(_told(run, topic), key=lambda outcome: outcome.address):
            yield _finding(run, outcome)


def is_provisional(run: ProgramRun) -> bool:
    """Whether a finding of a run waits for a question, or is subject to one."""
    told = (outcome for topic in Topic for outcome in _told(run, topic))
    return any(outcome.subject_to or outcome.state is State.OPEN for outcome in told)


def _told(run: ProgramRun, topic: Topic) -> Iterator[Outcome]:
    """The outcomes of a topic that are findings: what does not arise is none, nor what others have answered."""
    for outcome in run.settlement.outcomes[topic]:
        if outcome.state is not State.ABSENT and not (outcome.cause and run.settlement.is_moot(outcome)):
            yield outcome


def decision_of(run: ProgramRun) -> ProgramDecision:
    """What a program decides."""
    scope = run.scope
    return ProgramDecision(
        program=run.compiled.program.id,
        title=run.compiled.program.title,
        scope=_SCOPE.get(scope.state, ScopeState.OPEN),
        why=scope.summary,
        scope_subject_to=tuple(sorted(scope.subject_to)),
        editions=tuple(_edition_choice(run, source) for source in run.compiled.declared.sources),
        conclusions=tuple(_conclusion(run, settled) for topic in Topic for settled in run.settlement.in_topic(topic)),
    )


def failures_of(run: ProgramRun) -> Iterator[Failure]:
    """Everything that failed in a run: rules, conflicts, deadlines without a duty."""
    yield from run.failures
    yield from run.settlement.conflicts.values()
    for outcomes in run.settlement.outcomes.values():
        yield from (outcome.cause for outcome in outcomes if isinstance(outcome.cause, Failure))


def assumptions_of(run: ProgramRun) -> Iterator[str]:
    """What was taken for granted because the document or a question's silence says so."""
    for outcomes in run.settlement.outcomes.values():
        for outcome in outcomes:
            if outcome.state is State.ABSENT:
                continue
            yield from outcome.body.assumptions
            for node in (*outcome.when, *outcome.unless):
                yield from node.learned.assumptions


def asked_by(runs: Iterable[ProgramRun]) -> tuple[Asked, ...]:
    """Every open question of several runs, each once, with everything that waits for it or rests on a proposal."""
    asked: dict[str, list[_Asking]] = defaultdict(list)
    proposed: set[str] = set()
    for run in runs:
        for asking in (*_asked_in_outcomes(run), *_left_unsaid(run)):
            asked[asking.question.address].append(asking)
        proposed |= run.world.proposed.keys()
    return tuple(_asked(asked[address], address in proposed) for address in sorted(asked))


@attrs.frozen
class _Asking:
    """That a rule waits for a question, or only rests on what stands in for its answer."""

    question: OpenQuestion
    finding: str
    rule: CompiledRule
    waits: bool = True


def _asked_in_outcomes(run: ProgramRun) -> Iterator[_Asking]:
    for outcomes in run.settlement.outcomes.values():
        for outcome in outcomes:
            if isinstance(outcome.cause, OpenQuestion) and not run.settlement.is_moot(outcome):
                yield _Asking(outcome.cause, outcome.address, outcome.rule)
            if outcome.state is not State.ABSENT or outcome.rule.rule.topic is Topic.SCOPE:
                for name in sorted(outcome.subject_to & run.world.proposed.keys()):
                    yield _Asking(run.world.proposed[name], outcome.address, outcome.rule, waits=False)


def _left_unsaid(run: ProgramRun) -> Iterator[_Asking]:
    """What an edition known in part does not say, asked for the rules that it keeps out of force."""
    if run.scope.state is not State.ABSENT:
        for source, question in run.forces.gaps().items():
            for rule in run.forces.kept_out_by(source):
                yield _Asking(question, rule.address, rule)


def _asked(askings: list[_Asking], proposed: bool) -> Asked:
    """One question; the clauses that need it are its own and those of the rules that wait, if there are any."""
    question = askings[0].question
    needing = {cite for asking in askings if asking.waits for cite in asking.rule.rule.cites}.union(question.cites)
    resting = {cite for asking in askings for cite in asking.rule.rule.cites}
    return Asked(
        question=question,
        programs=tuple(sorted({asking.rule.address.split("/")[0] for asking in askings})),
        needed_by=tuple(sorted({asking.finding for asking in askings})),
        clauses=tuple(sorted(needing or resting)),
        proposed=proposed,
    )


def _finding(run: ProgramRun, outcome: Outcome) -> Finding:
    program, topic, rule = outcome.rule.address.split("/")
    return Finding(
        address=outcome.address,
        program=program,
        topic=Topic(topic),
        rule=rule,
        about=str(outcome.about),
        state=outcome.state,
        answer=outcome.answer,
        summary=waiting_in_words(outcome.cause) if outcome.cause else in_words(outcome.answer),
        sentence=outcome.rule.rule.sentence,
        clauses=_clauses(run, [outcome]),
        when=outcome.when,
        unless=outcome.unless,
        reads=tuple(outcome.body.reads),
        findings=tuple(outcome.body.findings),
        readings=tuple(_readings(run, outcome)),
        subject_to=tuple(sorted(outcome.subject_to)),
        waits_for=outcome.cause if isinstance(outcome.cause, OpenQuestion) else None,
        failure=outcome.cause if isinstance(outcome.cause, Failure) else None,
    )


def _readings(run: ProgramRun, outcome: Outcome) -> Iterator[ReadingUsed]:
    """What the same rule would have found by each other reading it touches."""
    interpretations = {run.world.names[it]: it for it in run.compiled.declared.interpretations}
    for name, taken in sorted(outcome.readings.items()):
        if name in interpretations:
            others = [reading for reading in interpretations[name].readings if str(reading) != taken]
            yield ReadingUsed(
                interpretation=name,
                taken=taken,
                others=tuple((str(other), _by_reading(run, outcome, {name: other})) for other in others),
            )


def _by_reading(run: ProgramRun, outcome: Outcome, readings: dict[str, object]) -> str:
    other = run.run(outcome.rule, outcome.about, readings)
    if other.state is State.ABSENT:
        return "does not arise"
    return waiting_in_words(other.cause) if other.cause else in_words(other.answer)


def _conclusion(run: ProgramRun, settled: Settled) -> Conclusion:
    rule = settled.grounds[0].rule.rule
    return Conclusion(
        program=run.compiled.program.id,
        topic=rule.topic,
        about=str(settled.about),
        key=settled.key,
        answer=settled.answer,
        summary=in_words(settled.answer),
        clauses=_clauses(run, settled.grounds),
        grounds=tuple(sorted(ground.address for ground in settled.grounds)),
        subject_to=tuple(sorted(settled.subject_to)),
    )


def _clauses(run: ProgramRun, grounds: Iterable[Outcome]) -> tuple[ClauseRef, ...]:
    refs = set()
    for ground in grounds:
        rows = [run.clause(id) for id in _row_clauses(ground)]
        for clause in (*ground.rule.clauses, *rows):
            edition, _ = run.forces.edition(clause.source)
            stands = edition is not None and clause.stands_in(edition.id)
            digest = clause.in_edition(edition.id).digest if edition and stands else clause.digest
            refs.add(ClauseRef(id=clause.id, edition=edition.id if edition and stands else "", digest=digest))
    return tuple(sorted(refs))


def _row_clauses(outcome: Outcome) -> set[str]:
    nodes = {clause for node in (*outcome.when, *outcome.unless) for clause in node.learned.clauses}
    return nodes.union(outcome.body.clauses)


def _edition_choice(run: ProgramRun, source: Source) -> EditionChoice:
    edition, force = run.forces.edition(source.id)
    settled = run.forces.choice(source.id)
    held = edition.id if edition else ""
    others = tuple((it.id, _window(it.from_, it.until)) for it in source.editions if it.id != held)
    return EditionChoice(
        source=source.id,
        edition=held,
        on=str(settled.answer.on) if settled else "",
        flags=settled.answer.flags if settled else (),
        others=others,
        subject_to=tuple(sorted(force.subject_to)),
    )


def _window(from_: object, until: object) -> str:
    if from_ and until:
        return f"in force from {from_}, no longer on {until}"
    return f"in force from {from_}" if from_ else f"in force until {until}" if until else "its window is not known"
