"""Duties: who has to do what, in the order of the work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from cimscore.policy import Modal
from cimscore.rules.conclusions import Conclusion, ConclusionRow, Topic
from cimscore.rules.conditions import Condition
from cimscore.rules.refusals import AuthorError, refuse_unless_in_brackets
from cimscore.rules.things import Value, Variable

_act: Value[str] = Value("act", str)
_detail: Final = Variable("detail")


@attrs.frozen(kw_only=True)
class DutyWords:
    """The words of a duty.

    Attributes:
        act: Its short name, unique for the thing it is about; a clock refers to it.
        by: Who acts.
        what: What they do, as a phrase that follows `by`.
        to: To whom or where, when the act goes somewhere; ``{}`` stands for the detail that a row lists.
        modal: How strongly the clause binds.
        after: The act that has to come first, where the clause orders them.
        rank: The place in the order of the work, from 0.
        step: The step of the work to which it belongs; readers see those of a lower step first.
        at_once: Whether the source asks for it at once; readers see it before everything else.
    """

    act: str
    by: str
    what: str
    to: str = ""
    modal: Modal = Modal.MUST
    after: str = ""
    rank: int = 0
    step: int = attrs.field(default=0, repr=False)
    at_once: bool = attrs.field(default=False, repr=False)


@attrs.frozen(eq=False)
class Duties:
    """The duties about one kind of thing, in the order of the work; the order is for readers, never for meaning.

    Attributes:
        id: Unique within the program, for example ``notification``.
        things: What they are about; empty for the case.
        paper: Whether they hang on the paper, which record stands in whose document.
        step: The step of the work to which they belong; readers see those of a lower step first.
        at_once: Whether the source asks for all of them at once.
        conclusion: The rows, as a conclusion about the things, the act and a detail, which is empty for most.
    """

    id: str
    things: tuple[Variable, ...]
    paper: bool = attrs.field(default=False, kw_only=True)
    step: int = attrs.field(default=0, kw_only=True)
    at_once: bool = attrs.field(default=False, kw_only=True)
    conclusion: Conclusion = attrs.field(init=False)

    @conclusion.default
    def _conclusion(self) -> Conclusion:
        refuse_unless_in_brackets(f"the duties {self.id}", "things", self.things, f"({self.things},)")
        about = " for ".join(f"{{{thing.name}}}" for thing in self.things) or "the case"
        things = (*self.things, _act, _detail)
        return Conclusion(
            f"duties-{self.id}",
            things,
            f"{{act}} {{detail}} [is] owed for {about}",
            topic=Topic.DUTIES,
            paper=self.paper,
        )

    def duty(
        self,
        act: str,
        what: str,
        *,
        by: str,
        when: Condition,
        unless: Condition | None = None,
        cites: Sequence[str],
        to: str = "",
        modal: Modal = Modal.MUST,
        after: str = "",
        id: str = "",
        detail: Variable | str = "",
        step: int | None = None,
        at_once: bool = False,
    ) -> None:
        """Add a duty.

        Args:
            act: Its short name; two rows of one act are two grounds of one duty and say the same.
            what: What is done, as a phrase that follows `by`.
            by: Who acts.
            when: For which things it is owed.
            unless: An exception.
            cites: The clauses, the carrying one first.
            to: To whom or where.
            modal: How strongly the clause binds.
            after: The act that has to come first.
            id: The row's id, where several rows give one act; else the act.
            detail: What `when` lists to complete the words: an area, an event on file.
            step: The step of the work to which it belongs, where that is not the table's.
            at_once: Whether the source asks for it at once.

        Raises:
            AuthorError: Another row of this act says something else.
        """
        rank = len(self.conclusion.rows)
        place = self.step if step is None else int(step)
        soon = at_once or self.at_once
        words = DutyWords(
            act=act, by=by, what=what, to=to, modal=modal, after=after, rank=rank, step=place, at_once=soon
        )
        for row in self.rows_of(act):
            if attrs.evolve(row.notes, rank=words.rank) != words:
                raise AuthorError(
                    what=f"{self.conclusion.id}/{id or act}",
                    found=f"the act {act!r} with other words than before",
                    expected="the same words for every ground of one duty, or an act of its own",
                )
        self.conclusion.row(id or act, *self.things, act, detail, when=when, unless=unless, cites=cites, notes=words)

    def rows_of(self, act: str) -> tuple[ConclusionRow, ...]:
        """Return the rows that give an act."""
        return tuple(row for row in self.conclusion.rows if row.notes.act == act)

    def __call__(self, *things: object) -> Condition:
        """Return the condition that an act is owed: the things, the act and the detail."""
        return self.conclusion(*things)
