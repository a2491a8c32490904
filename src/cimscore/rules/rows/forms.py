"""Forms of a source as data: what a report holds, field by field, in the order of its page, each with its clause."""

from __future__ import annotations

from typing import Any

import attrs

from cimscore.rules.refusals import refuse_unless_lists
from cimscore.rules.rows.questions import Question
from cimscore.rules.written import Written, here


@attrs.frozen(kw_only=True)
class FormField:
    """A field of a form: a question of the program, or a place in a case document.

    Attributes:
        asks: The question, about the case or about a concern; or the place, such as ``concerns.text``. A section alone
            (``residences``) asks for an entry of it, and ``people.born`` for the birth of each person;
            ``concerns.about.born`` only for that of those whom a concern is about.
        label: Its words for whoever fills it in. A question has its own.
        cites: Ids of the clauses that ask for it. A question has its own.
        heading: Heading under which its words stand, where one text holds several fields.
        required: Whether the source asks for it in every report; otherwise an empty one is owed by nobody.
    """

    asks: Question[Any] | str
    label: str = ""
    cites: tuple[str, ...] = ()
    heading: str = ""
    required: bool = True

    def __attrs_post_init__(self) -> None:
        refuse_unless_lists(f"field {self.name}", self)

    @property
    def name(self) -> str:
        """Return the name of the field within its form."""
        if isinstance(self.asks, Question):
            return self.asks.id
        return f"{self.asks}#{self.heading}" if self.heading else self.asks

    @property
    def clauses(self) -> tuple[str, ...]:
        """Return the clauses that ask for it."""
        own = self.asks.cites if isinstance(self.asks, Question) else ()
        return self.cites or tuple(map(str, own))


@attrs.frozen(kw_only=True)
class ReportForm:
    """A form that a source names, by which a report is made.

    Attributes:
        id: Unique within its program.
        title: Its name, as the source's readers know it.
        kinds: Kinds of record that a report by it opens.
        fields: Its fields, in the order of the page.
        move: Step of the record with which it is handed in; empty where the source has none.
        written: Place where an author wrote it.
    """

    id: str
    title: str
    kinds: tuple[str, ...]
    fields: tuple[FormField, ...]
    move: str = ""
    written: Written = attrs.field(factory=here, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_unless_lists(f"form {self.id}", self)
