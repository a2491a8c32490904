"""Conditions turned into loops: one Python function for each unit, from the very value that authors wrote.

`&` takes the smaller grade, `|` and `some` the larger, `~` three minus it. What lists things becomes a loop over an
index, what is already listed a look-up; a denial is always a look-up, never a complement.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cimscore.grades import CERTAIN, NO
from cimscore.reasoning.compiling.failing import JOINS, NoGradeError, answers_grades
from cimscore.reasoning.compiling.modes import Mode, mode_of
from cimscore.reasoning.compiling.ordering import as_listing, cost, flattened, unbound_side, weight
from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import And, Compared, Condition, Not, Or, Same, Some
from cimscore.rules.conditions.listing import listed
from cimscore.rules.conditions.things import Attribute, RecordName, Variable
from cimscore.rules.refusals import AuthorError
from cimscore.rules.rows.conclusions import Make, NamedRecord, RecordKind

Bound = dict[Variable, str]
Sink = Callable[[str, Bound], None]
Unit = Callable[[Callable[[str], Any]], Any]


def listing(condition: Condition, head: Sequence[object]) -> Unit:
    """Return a function that lists the head of a condition. It takes a look-up by key and returns ``{head: grade}``.

    Args:
        condition: Condition, which lists every variable of the head.
        head: Terms of each tuple.
    """
    writer = _Writer()
    writer.line("out = {}")
    writer.line("best = out.get")

    def keep(grade: str, bound: Bound) -> None:
        row = writer.fresh("row")
        writer.line(f"{row} = ({''.join(f'{writer.term(term, bound)}, ' for term in head)})")
        # A head may be found in several ways. The best grade counts, as "or" does.
        writer.line(f"if {grade} > best({row}, 0): out[{row}] = {grade}")

    writer.conjunction([condition], {}, "3", keep)
    writer.line("return out")
    return writer.function()


def look_up(condition: Condition, things: Sequence[Variable]) -> Unit:
    """Return a function that gives the grade of a condition for some things. It takes a look-up by key."""
    writer = _Writer()
    bound = {thing: f"given{place}" for place, thing in enumerate(things)}
    writer.line(f"def grade({', '.join(bound.values())}):")
    with writer.indented():
        writer.line(f"return {writer.grade(condition, bound)}")
    writer.line("return grade")
    return writer.function()


class _Writer:
    """Writes the lines of one function."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._depth = 1
        self._numbers = itertools.count()
        self._prelude: dict[str, str] = {}
        self._constants: dict[str, Any] = {}

    # Lines and names.

    def line(self, text: str) -> None:
        self._lines.append("  " * self._depth + text)

    def fresh(self, stem: str) -> str:
        return f"{stem}{next(self._numbers)}"

    @contextlib.contextmanager
    def indented(self) -> Iterator[None]:
        self._depth += 1
        yield
        self._depth -= 1

    def constant(self, value: object) -> str:
        if isinstance(value, str | int) and type(value) in (str, int, bool):
            return repr(value)
        for name, known in self._constants.items():
            if known is value:
                return name
        name = f"K{len(self._constants)}"
        self._constants[name] = value
        return name

    def fetched(self, expression: str) -> str:
        """Return the name of something worked out once, before any loop."""
        return self._prelude.setdefault(expression, f"F{len(self._prelude)}")

    def of_key(self, predicate: Predicate) -> str:
        return self.fetched(f"use({predicate.key!r})")

    def function(self) -> Unit:
        before = [f"  {name} = {expression}" for expression, name in self._prelude.items()]
        source = "\n".join(["def unit(use):", *before, *self._lines])
        scope: dict[str, Any] = dict(self._constants)
        # Generated code decides once how to run a condition. Walking it would decide again for each tuple.
        exec(compile(source, JOINS, "exec"), scope)  # noqa: S102 - written here, from checked values alone
        unit: Unit = scope.pop("unit")
        return unit

    # Terms.

    def term(self, term: object, bound: Bound) -> str:
        match term:
            case Variable():
                return bound[term]
            case Attribute(record=record, name=name):
                return f"{bound[record]}.{name}"
            case Make(function=function, terms=terms):
                return f"{self.constant(function)}({', '.join(self.term(part, bound) for part in terms)})"
            case NamedRecord(kind=kind, of=of, focus=focus):
                own = "''" if focus is None else self.term(focus, bound)
                name = self.constant(RecordName)
                return f"{name}({str(kind.name)!r}, {term.of_kind!r}, {self.term(of, bound)}, {own})"
            case _:
                return self.constant(term)

    def _tuple(self, terms: Sequence[object], bound: Bound) -> str:
        return f"({''.join(f'{self.term(term, bound)}, ' for term in terms)})"

    # Listing.

    def conjunction(self, parts: Sequence[Condition], bound: Bound, grade: str, sink: Sink) -> None:
        """Write loops in which all parts are true, cheapest next part first, with the sink in the innermost."""
        left = [flat for part in parts for flat in flattened(part, bound.keys(), self._numbers)]
        if not left:
            sink(grade, bound)
            return
        # The text breaks ties, so that the generated code is the same in every process.
        part = min(left, key=lambda condition: (cost(condition, frozenset(bound)), condition.text))
        rest = [waiting for waiting in left if waiting is not part]
        if not part.free <= listed(part, frozenset(bound)):
            raise AuthorError(
                what=part.text, found="a thing that nothing lists", expected="a positive part that lists it"
            )
        self._next(part, rest, bound, grade, sink)

    def _next(self, part: Condition, rest: list[Condition], bound: Bound, grade: str, sink: Sink) -> None:
        if part.free <= bound.keys():
            self._filter(part, rest, bound, grade, sink)
        elif isinstance(part, Same):
            variable, term = unbound_side(part, bound)
            name = self.fresh("thing")
            self.line(f"{name} = {self.term(term, bound)}")
            self.line(f"if {name} is not None:")
            with self.indented():
                self.conjunction(rest, {**bound, variable: name}, grade, sink)
        elif isinstance(part, Holds):
            self._loop(part, rest, bound, grade, sink)
        else:
            self._alternatives(part, rest, bound, grade, sink)

    def _filter(self, part: Condition, rest: list[Condition], bound: Bound, grade: str, sink: Sink) -> None:
        found = self.grade(part, bound)
        name = self.fresh("grade")
        self.line(f"{name} = {found}")
        self.line(f"if {name}:")
        with self.indented():
            self.conjunction(rest, bound, self._smaller(name, grade), sink)

    def _smaller(self, name: str, grade: str) -> str:
        # The smaller of a grade and 3 is the grade itself. Leaving the line out keeps the inner loop short.
        if grade == "3":
            return name
        smaller = self.fresh("grade")
        self.line(f"{smaller} = {name} if {name} < {grade} else {grade}")
        return smaller

    def _loop(self, part: Holds, rest: list[Condition], bound: Bound, grade: str, sink: Sink) -> None:
        row, found = self.fresh("row"), self.fresh("grade")
        known = [
            place for place, term in enumerate(part.terms) if not (isinstance(term, Variable) and term not in bound)
        ]
        if mode_of(part.predicate) is Mode.ASKED:
            things = self._tuple(part.terms[:-1], bound)
            answers = f"{self.of_key(part.predicate)}.answers({things})"
            self.line(f"for {row}, {found} in {self._of_something(answers, part, bound, '()')}:")
            answer = part.terms[-1]
            inner, checks = {**bound, answer: row} if isinstance(answer, Variable) else bound, list[str]()
        else:
            self.line(f"for {row}, {found} in {self._rows(part, known, bound)}:")
            inner, checks = self._places(part, known, bound, row)
        with self.indented():
            for check in checks:
                self.line(check)
            self.conjunction(rest, inner, self._smaller(found, grade), sink)

    def _rows(self, part: Holds, known: list[int], bound: Bound) -> str:
        relation = self.of_key(part.predicate)
        if not known:
            return f"{self.fetched(f'{relation}.rows')}.items()"
        index = self.fetched(f"{relation}.index({tuple(known)!r}).get")
        key = self._tuple([part.terms[place] for place in known], bound)
        single = len(known) == 1
        return f"{index}({self.term(part.terms[known[0]], bound) if single else key}, ())"

    def _places(self, part: Holds, known: list[int], bound: Bound, row: str) -> tuple[Bound, list[str]]:
        """Return the variables that a row binds, and the checks that a variable named twice is the same."""
        inner, checks = dict(bound), []
        for place, term in enumerate(part.terms):
            if place in known or not isinstance(term, Variable):
                continue
            if term in inner:
                # A variable used twice must be the same thing in both places.
                checks.append(f"if {row}[{place}] != {inner[term]}: continue")
            else:
                inner[term] = f"{row}[{place}]"
        return inner, checks

    def _alternatives(self, part: Condition, rest: list[Condition], bound: Bound, grade: str, sink: Sink) -> None:
        """Write a listing of all alternatives, each binding once with its best grade, and the loop over it."""
        branches = part.parts if isinstance(part, Or) else [part]
        new = sorted(listed(part, frozenset(bound)) & part.free - bound.keys(), key=lambda variable: variable.name)
        found = self.fresh("found")
        self.line(f"{found} = {{}}")

        def keep(best: str, inner: Bound) -> None:
            row = self.fresh("row")
            self.line(f"{row} = {self._tuple(new, inner)}")
            self.line(f"if {best} > {found}.get({row}, 0): {found}[{row}] = {best}")

        for branch in branches:
            self.conjunction([as_listing(branch)], bound, "3", keep)
        row, best = self.fresh("row"), self.fresh("grade")
        self.line(f"for {row}, {best} in {found}.items():")
        with self.indented():
            inner = {**bound, **{variable: f"{row}[{place}]" for place, variable in enumerate(new)}}
            self.conjunction(rest, inner, self._smaller(best, grade), sink)

    # Looking up.

    def grade(self, condition: Condition, bound: Bound) -> str:
        """Write what is needed to look a condition up, and return the expression of its grade."""
        match condition:
            case Holds():
                return self._grade_by_name(condition, bound)
            case Not(part=part):
                # Kleene's "not". The same logic is in `walking`, and tests hold the two together.
                return f"(3 - {self.grade(part, bound)})"
            case Same(one=one, other=other):
                return f"(3 if {self.term(one, bound)} == {self.term(other, bound)} else 0)"
            case Compared(comparison=comparison, terms=terms):
                values = ", ".join(self.term(term, bound) for term in terms)
                function = self.constant(comparison.function)
                return f"{self.constant(as_grade)}({function}({values}), {function})"
            case Some(things=things, part=part):
                return self._grade_of_some(things, part, bound)
            case And(parts=parts):
                return self._grade_of_parts(parts, bound, "3", "<", "{0}")
            case Or(parts=parts):
                return self._grade_of_parts(parts, bound, "0", ">", "{0} < 3")
            case _:
                raise TypeError(f"no look-up is written for a {type(condition).__name__}")

    def _grade_by_name(self, condition: Holds, bound: Bound) -> str:
        predicate = condition.predicate
        if isinstance(predicate, RecordKind):
            return f"(3 if {self.term(condition.terms[0], bound)}.kind == {str(predicate.name)!r} else 0)"
        things = self._tuple(condition.terms, bound)
        relation = self.of_key(predicate)
        if mode_of(predicate) in (Mode.ASKED, Mode.LOOKED_UP):
            return self._of_something(f"{relation}.grade({things})", condition, bound, "0")
        found = f"{self.fetched(f'{relation}.rows.get')}({things}, {self.fetched(f'{relation}.default')})"
        return self._of_something(found, condition, bound, "0")

    def _of_something(self, expression: str, condition: Holds, bound: Bound, nothing: str) -> str:
        """Return an expression that gives nothing where a record has no such attribute: a home, a concern, a file."""
        attributes = [self.term(term, bound) for term in condition.terms if isinstance(term, Attribute)]
        return f"({expression} if None not in ({', '.join(attributes)},) else {nothing})" if attributes else expression

    def _grade_of_some(self, things: Sequence[Variable], part: Condition, bound: Bound) -> str:
        best = self.fresh("best")
        self.line(f"{best} = 0")
        outer = {variable: name for variable, name in bound.items() if variable not in things}

        def keep(grade: str, _: Bound) -> None:
            self.line(f"if {grade} > {best}: {best} = {grade}")

        self.conjunction([part], outer, "3", keep)
        return best

    def _grade_of_parts(self, parts: Sequence[Condition], bound: Bound, start: str, sign: str, goes_on: str) -> str:
        """Write the parts one by one, the cheap ones first, each only while it can still change the result."""
        result = self.fresh("grade")
        self.line(f"{result} = {start}")
        depth = self._depth
        # Nested ifs: a part is computed only while the result can still change.
        for part in sorted(parts, key=lambda condition: (weight(condition), condition.text)):
            found = self.fresh("grade")
            self.line(f"{found} = {self.grade(part, bound)}")
            self.line(f"if {found} {sign} {result}: {result} = {found}")
            self.line(f"if {goes_on.format(result)}:")
            self._depth += 1
        self.line("pass")
        self._depth = depth
        return result


def as_grade(result: bool | int, function: Callable[..., Any]) -> int:
    """Return the grade of a comparison: True is certain and False is no; a grade stays as it is.

    Raises:
        NoGradeError: The function has answered something else.
    """
    if result is True:
        return CERTAIN
    if result is False:
        return NO
    # A number may be meant as a count, which is true in Python: only a function that says so answers a grade.
    if type(result) is int and NO <= result <= CERTAIN and answers_grades(function):
        return result
    raise NoGradeError(function, result)
