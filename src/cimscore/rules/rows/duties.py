"""Duties: who has to do what, in the order of the work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from cimscore.policy import Modal
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Value, Variable, refuse_unless_things
from cimscore.rules.refusals import AuthorError, refuse_unless_member, refuse_unless_words
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow, Topic

_act: Value[str] = Value("act", str)
_detail: Final = Variable("detail")
_BINDING: Final = ("must", "shall", "should", "will", "may")
_BEFORE_RECIPIENT: Final = {"agree": "with", "ask": "of", "consult": "with", "discuss": "with", "liaise": "with"}
"""Verbs after which a recipient does not follow with "to"."""


@attrs.frozen(kw_only=True)
class DutyWords:
    """The words of a duty.

    Attributes:
        act: Short name, unique for the things it is about. A clock refers to it.
        by: Role of the person who acts.
        what: The act, as a phrase after `by`.
        to: Recipient or place, if the act has one. ``{}`` is filled with the detail that a row lists.
        modal: Strength of the duty in the clause.
        after: Act that has to come first, if the clause orders them.
        rank: Place in the order of the work, from 0.
        step: Step of the work. Readers see lower steps first.
        at_once: Whether the source asks for it at once; readers see it before everything else.
        learns: What is learnt by it and may change the decision; empty where nothing is. ``{}`` is the detail.
        ask: Who can be asked for that.
        then: What follows from what is learnt, in a sentence.
        in_any_case: Whether it is owed although its record is not to be opened yet.
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
    learns: str = attrs.field(default="", repr=False)
    ask: str = attrs.field(default="", repr=False)
    then: str = attrs.field(default="", repr=False)
    in_any_case: bool = attrs.field(default=False, repr=False)

    @property
    def recipient(self) -> str:
        """Return the recipient with the word before it that the verb of the act asks for; empty if there is none."""
        verb = self.what.partition(" ")[0]
        return f"{_BEFORE_RECIPIENT.get(verb, 'to')} {self.to}" if self.to else ""


@attrs.frozen(eq=False)
class Duties:
    """Duties about one kind of thing, in the order of the work. The order is for readers only.

    Attributes:
        id: Id, unique within the program, for example ``notification``.
        things: Things that they are about; empty for the case.
        paper: True if they depend on documents: which record is in whose document.
        step: Step of the work. Readers see lower steps first.
        at_once: Whether the source asks for all of them at once.
        in_any_case: Whether they are owed although their record is not to be opened yet, as the notes of a call are.
        conclusion: Rows, as a conclusion about the things, the act and a detail. Most details are empty.
    """

    id: str
    things: tuple[Variable, ...]
    paper: bool = attrs.field(default=False, kw_only=True)
    step: int = attrs.field(default=0, kw_only=True)
    at_once: bool = attrs.field(default=False, kw_only=True)
    in_any_case: bool = attrs.field(default=False, kw_only=True)
    conclusion: Conclusion = attrs.field(init=False)

    @conclusion.default
    def _conclusion(self) -> Conclusion:
        refuse_unless_things(f"the duties {self.id}", self.things)
        if not isinstance(self.step, int):
            raise AuthorError(what=f"the duties {self.id}", found=f"step={self.step!r}", expected="a number: step=2")
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
        learns: str = "",
        ask: str = "",
        then: str = "",
        in_any_case: bool = False,
    ) -> None:
        """Add a duty.

        Args:
            act: Short name. Two rows with one act are two grounds for one duty, and use the same words.
            what: The act, as a phrase after `by`.
            by: Role of the person who acts.
            when: Condition under which it is owed.
            unless: An exception.
            cites: The clauses, the carrying one first.
            to: To whom or where.
            modal: How strongly the clause binds.
            after: The act that has to come first.
            id: The row's id, where several rows give one act; else the act.
            detail: What `when` lists to complete the words: an area, an event on file.
            step: The step of the work to which it belongs, where that is not the table's.
            at_once: Whether the source asks for it at once.
            learns: What is learnt by it and may change the decision, which is not final before: a phrase, with ``{}``
                for the detail.
            ask: Who can be asked for that.
            then: What follows from what is learnt, in a sentence.
            in_any_case: Whether it is owed although its record is not to be opened yet.

        Raises:
            AuthorError: Another row of this act says something else, `modal` is no modality, or `what` says it too.
        """
        where = f"{self.conclusion.id}/{id or act}"
        refuse_unless_member(where, "modal", modal, Modal)
        refuse_unless_words(where, what=what, by=by)
        _refuse_if_it_binds(where, what)
        rank = len(self.conclusion.rows)
        place = self.step if step is None else int(step)
        words = DutyWords(
            act=act, by=by, what=what, to=to, modal=modal, after=after, rank=rank, step=place,
            at_once=at_once or self.at_once, learns=learns, ask=ask, then=then,
            in_any_case=in_any_case or self.in_any_case,
        )  # fmt: skip
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


def _refuse_if_it_binds(where: str, what: str) -> None:
    """Refuse an act that says how strongly it binds: that is said before it, and would be said twice."""
    first, _, act = what.partition(" ")
    if first in _BINDING:
        expected = f"the act alone, as in what={act!r}: modal says how strongly the clause binds"
        raise AuthorError(what=where, found=f"what={what!r}", expected=expected)
