"""Role tables: roles of people in a record."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any

import attrs

from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Person, Record, Value
from cimscore.rules.refusals import AuthorError, refuse_unless_in_brackets
from cimscore.rules.rows.conclusions import Conclusion, RecordKind, Topic

Words = enum.StrEnum


@attrs.frozen(eq=False)
class RoleTable:
    """Roles of people in a record. One person may have several.

    Attributes:
        things: Variables for the person and the record.
        roles: Words for the roles.
        id: Id, unique within the program.
        says: Sentence, with places for the person, the record and ``{role}``.
        needs: Roles that a record needs to be complete, with the kinds of record that need each.
        conclusion: Rows, as a conclusion about a person, a record and a role.
    """

    things: tuple[Person, Record]
    roles: type[Words]
    id: str = "role"
    says: str = ""
    needs: tuple[tuple[Words, tuple[RecordKind, ...]], ...] = ()
    conclusion: Conclusion = attrs.field(init=False)

    @conclusion.default
    def _conclusion(self) -> Conclusion:
        person, record = self.things
        for _, kinds in self.needs:
            refuse_unless_in_brackets(self.id, "needs", kinds, "((Role.SUBJECT, (KIND,)),)")
        says = self.says or f"{{{person.name}}} [is] {{role}} in {{{record.name}}}"
        things = (person, record, Value("role", self.roles))
        needs = tuple((role, tuple(kind.name for kind in kinds)) for role, kinds in self.needs)
        return Conclusion(self.id, things, says, topic=Topic.ROLES, needs=needs)

    def who(
        self, id: str, role: Words, *, when: Condition, unless: Condition | None = None, cites: Sequence[str]
    ) -> None:
        """Add a row.

        Args:
            id: Id, unique within the table.
            role: The role.
            when: Condition about the person and the record.
            unless: An exception.
            cites: Clauses, the main one first.

        Raises:
            AuthorError: The role is none of the table's.
        """
        if not isinstance(role, self.roles):
            known = ", ".join(f"{self.roles.__name__}.{role.name}" for role in self.roles)
            raise AuthorError(what=f"{self.id}/{id}", found=f"the role {role!r}", expected=f"one of {known}")
        self.conclusion.row(id, *self.things, role, when=when, unless=unless, cites=cites)

    def __call__(self, person: Person, record: Record, role: Words | Value[Any]) -> Condition:
        """Return the condition that a person has a role in a record."""
        return self.conclusion(person, record, role)
