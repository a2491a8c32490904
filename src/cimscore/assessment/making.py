"""Making the decision of a program about a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from cimscore.assessment.checks.at_odds import at_odds, moves_unread, with_nothing_withdrawn
from cimscore.assessment.checks.doubles import doubt_of
from cimscore.assessment.checks.laws import laws_of
from cimscore.assessment.checks.silence import silent_editions
from cimscore.assessment.checks.unplaced import unplaced_of
from cimscore.assessment.decision.receipt import receipt_of
from cimscore.assessment.decision.undecided import Law, OpenPoint
from cimscore.assessment.decision.value import DecidedClock, DecidedConclusion, Decision, DecisionState, Duty, Standing
from cimscore.assessment.decision.words import Words, begun, words_for
from cimscore.assessment.owed.duties import duties_of
from cimscore.assessment.owed.finished import Finished
from cimscore.assessment.questions.asking import chooses_edition, none_in_force, open_points, perhaps_the_same
from cimscore.assessment.refused.denials import denied_of
from cimscore.assessment.timing.beginnings import with_beginnings
from cimscore.assessment.timing.clocks import clocks_of
from cimscore.assessment.timing.endings import with_endings
from cimscore.assessment.timing.stands import CANNOT_BE_TOLD, supposed_in_words
from cimscore.assessment.timing.waiting import waiting_of
from cimscore.calendars import Due
from cimscore.case import Case, Moment
from cimscore.clocks import Uncounted
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.told import Decided, WorkingClaim
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import decide
from cimscore.reasoning.graded import PROVISIONAL
from cimscore.rules.rows import conclusions as author
from cimscore.rules.rows.conclusions import Topic
from cimscore.rules.vocabulary import assessed_at

_ORDER = {topic.value: place for place, topic in enumerate(Topic)}


def decide_case(
    case: Case,
    compiled: Compiled,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
) -> Decision:
    """Return the decision of a program on a case.

    Args:
        case: The case.
        compiled: The program, ready to run.
        at: Moment of the decision. Clocks are running or overdue only if it is given.
        readings: Readings to use instead of the program's own, by id.
        editions: Editions to use instead of those that the program chooses, by document.
    """
    return decided_case(case, compiled, at=at, readings=readings, editions=editions)[0]


def decided_case(
    case: Case,
    compiled: Compiled,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
) -> tuple[Decision, Decided]:
    """Return what a program says of a case, with what was worked out for it; as for `decide_case`."""
    decided = decide(run_of(case, compiled, at=at, readings=readings, editions=editions))
    kept = with_nothing_withdrawn(case)
    clocks = () if kept is case else decide_case(kept, compiled, at=at, readings=readings, editions=editions).clocks
    return _Making(case, compiled, decided, at, clocks).decision(), decided


@attrs.define
class _Making:
    case: Case
    compiled: Compiled
    decided: Decided
    at: Moment | None
    kept: tuple[DecidedClock, ...]
    words: Words = attrs.field(init=False)

    @words.default
    def _words(self) -> Words:
        return words_for(self.case, self.compiled.program)

    def decision(self) -> Decision:
        program = self.compiled.program
        laws = () if self._none_in_force else laws_of(self.decided, self.words)
        finished = Finished(self.case, self.decided, self.words)
        conclusions = tuple(sorted(self._conclusions(), key=_in_order))
        every = clocks_of(self.decided, self.words, self.at)
        clocks = tuple(clock for clock in every if not finished.has_none_left(clock.records))
        points: tuple[OpenPoint, ...] = tuple(open_points(self.decided, self.words))
        for with_moments in (with_beginnings, with_endings):
            points = with_moments(points, clocks, self.decided, self.words)
        governed = tuple(self._governed_by())
        because = tuple(self._because(laws, (*conclusions, *clocks), points, governed))
        return Decision(
            case=self.case.id,
            program=program.id,
            title=program.title,
            state=self._state(laws, because),
            because=because,
            conclusions=conclusions,
            duties=self._duties(finished),
            done=tuple(finished.lines()),
            clocks=clocks,
            points=points,
            laws=laws,
            denied=denied_of(self.decided, self.words, conclusions),
            unplaced=unplaced_of(self.decided, self.words),
            governed_by=governed,
            receipt=receipt_of(self.case, self.decided.run, self.at),
            amiss=tuple(self._amiss((*conclusions, *clocks), points, governed)),
        )

    # Conclusions.

    def _conclusions(self) -> Iterator[DecidedConclusion]:
        by_key = {conclusion.key: conclusion for conclusion in self.compiled.program.conclusions}
        for (key, things), told in self.decided.told.items():
            conclusion = by_key.get(key)
            if conclusion is not None and conclusion.topic not in (Topic.LAWS, Topic.EDITIONS):
                rows = self._rows(conclusion, things)
                yield DecidedConclusion(
                    topic=conclusion.topic.value,
                    id=conclusion.id,
                    things=things,
                    says=self.words.said(conclusion, things),
                    standing=_standing(told),
                    rests_on=supposed_in_words(self.decided, told),
                    whichever=told.whichever,
                    proven=told.proven,
                    clauses=tuple(dict.fromkeys(cite for row in rows for cite in row.cites)),
                    rows=tuple(row.id for row in rows),
                    leading=conclusion.leading,
                    warns=conclusion.warns,
                    marks=conclusion.marks,
                    denies=conclusion.denies is not None,
                    refers=conclusion.refers,
                )

    def _rows(self, conclusion: author.Conclusion, things: tuple[Any, ...]) -> list[author.ConclusionRow]:
        run = self.decided.run
        return [row for row in conclusion.rows if run.rows(conclusion, row.id).grade(things) >= PROVISIONAL]

    def _duties(self, finished: Finished) -> tuple[Duty, ...]:
        owed = (claim for claim in self.decided.told if not finished.is_over(claim))
        return duties_of(self.decided, self.words, owed)

    # How far it has come.

    @property
    def _none_in_force(self) -> bool:
        """Return True if the program chooses editions and none governs by the working answers."""
        return none_in_force(self.decided.run)

    def _first_held(self) -> Iterator[str]:
        """Yield what to do where nothing is in force: which text is the first that is held, and what to ask for."""
        for document in sorted(self.decided.run.force.choices):
            source = self.compiled.program.policy.source(document)
            titles = [edition.title for edition in source.editions if edition.encoded]
            first = f"The first that is held is {titles[0]!r}. " if titles else ""
            yield f"{first}Ask for {source.title} as it stood on that day."

    def _state(self, laws: tuple[Law, ...], because: tuple[str, ...]) -> DecisionState:
        if self._none_in_force or any(not law.holds_provisionally for law in laws):
            return DecisionState.INCOMPLETE
        return DecisionState.PROVISIONAL if because else DecisionState.FINAL

    def _governed_by(self) -> Iterator[tuple[str, str, str]]:
        run, program = self.decided.run, self.compiled.program
        if "conclusion:edition" not in program.predicates:
            return
        rows = sorted(run.use("conclusion:edition").rows.items())
        governing = [(document, edition) for (document, edition), grade in rows if grade >= PROVISIONAL]
        silent = silent_editions(self.decided, dict(governing))
        for document, edition in governing:
            held, sentence = program.policy.goes_on_by(document, edition)
            yield document, edition, sentence if held != edition or document in silent else ""

    def _because(
        self,
        laws: tuple[Law, ...],
        lines: tuple[DecidedConclusion | DecidedClock, ...],
        points: tuple[OpenPoint, ...],
        governed: tuple[tuple[str, str, str], ...],
    ) -> Iterator[str]:
        yield from self._untoward(points)
        if self._none_in_force:
            return
        for law in laws:
            yield law.sentence
        yield from waiting_of(self.decided, points, self.at, self.words)
        open_lines = sum(line.standing is Standing.PROVISIONAL for line in lines)
        if open_lines:
            rest = "conclusion rests" if open_lines == 1 else "conclusions rest"
            yield f"{open_lines} {rest} on answers that nobody has given yet."
        clocks = [line for line in lines if isinstance(line, DecidedClock)]
        yield from dict.fromkeys(_day_in_doubt(clock) for clock in clocks if _is_in_doubt(clock))
        yield from self._doubles(lines, points)
        yield from dict.fromkeys(_day_expected(clock) for clock in clocks if _is_expected(clock))
        doubles = set(perhaps_the_same(self.decided))
        others = [point for point in points if point.address not in doubles]
        if (self.decided.otherwise or others or self.decided.together) and not open_lines:
            yield from self._could_add(clocks, asked=bool(others))
        yield from (sentence for _, _, sentence in governed if sentence)

    def _could_add(self, clocks: Sequence[DecidedClock], *, asked: bool) -> Iterator[str]:
        """Yield what could add something: an answer, several together, or the moment of what is told."""
        if self.decided.otherwise:
            yield "Another answer to an open question would add something."
        elif any(self.decided.together.values()):
            yield "Answers to several questions together could add something."
        elif asked:
            yield "Another answer to an open question would add something."
        else:
            untold = (clock for clock in clocks if clock.states and clock.stands.word == CANNOT_BE_TOLD)
            told = [f"{begun(_named(clock), ())} [{clock.stands.says}]." for clock in untold]
            yield from told or ("Something that is told only as a day, or as between two, could add something.",)

    def _untoward(self, points: tuple[OpenPoint, ...]) -> Iterator[str]:
        """Yield that no edition is in force; else what does not fit together."""
        run = self.decided.run
        if self._none_in_force and (first := [point.asks for point in points if chooses_edition(run, point.address)]):
            holds = "Which edition of the policy holds is not known yet, so no rule applies."
            yield f"{holds} First of all: {' '.join(first)}"
        elif self._none_in_force and assessed_at.key not in self.decided.run.situation.base:
            yield (
                "The document does not say when it happened or when it was received, so it is not known which edition "
                "holds."
            )
            yield (
                "Find out when the information was received, and write it under dates: received. Until then, give the "
                "moment to assess for by --at."
            )
        elif self._none_in_force:
            yield "No edition of the policy is known to be in force on that day, so no rule applies."
            yield from self._first_held()
        else:
            yield from at_odds(self.case, self.decided, self.kept)

    def _amiss(
        self,
        lines: tuple[DecidedConclusion | DecidedClock, ...],
        points: tuple[OpenPoint, ...],
        governed: tuple[tuple[str, str, str], ...],
    ) -> Iterator[str]:
        """Yield what is told of by no law, clock or question."""
        yield from self._untoward(points)
        if not self._none_in_force:
            yield from waiting_of(self.decided, points, self.at, self.words)
            yield from self._doubles(lines, points)
            yield from (sentence for _, _, sentence in governed if sentence)
            yield from moves_unread(self.case, self.decided)

    def _doubles(
        self, lines: tuple[DecidedConclusion | DecidedClock, ...], points: tuple[OpenPoint, ...]
    ) -> Iterator[str]:
        """Yield who may be one person."""
        doubles = set(perhaps_the_same(self.decided))
        yield from (doubt_of(point, lines, self.words) for point in points if point.address in doubles)


def _named(clock: DecidedClock) -> str:
    """Return what a clock times, and for what."""
    return f"{clock.what}{f' ({clock.things[0]})' if clock.things else ''}"


def _is_in_doubt(clock: DecidedClock) -> bool:
    return isinstance(clock.due, Uncounted) or (isinstance(clock.due, Due) and not clock.due.exact)


def _day_in_doubt(clock: DecidedClock) -> str:
    """Return that a clock has no one day yet, with the reasons that the calendar gives."""
    if isinstance(clock.due, Uncounted):
        return f"When to {clock.what} cannot be counted: {clock.due.why.removesuffix('.')}."
    reasons = clock.due.unsettled if isinstance(clock.due, Due) else ()
    since = f", as is {clock.counted_from}" if clock.counted_from and not reasons else ""
    return " ".join((f"When to {clock.what} is known only within bounds{since}.", *reasons))


def _is_expected(clock: DecidedClock) -> bool:
    return isinstance(clock.due, Due) and clock.due.predicted


def _day_expected(clock: DecidedClock) -> str:
    """Return that the day of a clock hangs on a holiday that is not fixed yet."""
    return f"When to {clock.what} holds only {clock.due.expected if isinstance(clock.due, Due) else ''}."


def _standing(told: WorkingClaim) -> Standing:
    return Standing.CERTAIN if told.certain else Standing.PROVISIONAL


def _in_order(conclusion: DecidedConclusion) -> tuple[int, str, list[str]]:
    return _ORDER[conclusion.topic], conclusion.id, [str(thing) for thing in conclusion.things]
