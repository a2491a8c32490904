"""Choices under which many cases are decided, the same for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs

from cimscore.assessment.assessing import check_choices
from cimscore.case import Moment
from cimscore.case.moments import refuse_far_moment
from cimscore.many.lines import CaseLine
from cimscore.rulebook import Rulebook


@attrs.frozen(kw_only=True)
class Choices:
    """Choices for deciding the cases; see `cimscore.assess`.

    Attributes:
        at: Moment of the decision; None for that of each case, if its line has one.
        readings: Readings to use instead of the programs' own, by ``program/reading``.
        editions: Editions to use instead of those that the programs choose, by document.
        programs: Programs to decide under, instead of those that each case names.
    """

    at: Moment | None = None
    readings: Mapping[str, Any] | None = None
    editions: Mapping[str, str] | None = None
    programs: tuple[str, ...] | None = None

    def at_for(self, line: CaseLine) -> Moment | None:
        """Return the moment to decide a case for."""
        return self.at if self.at is not None else line.at

    def check(self, rulebook: Rulebook) -> None:
        """Refuse what cannot be chosen, before any case is read.

        Args:
            rulebook: The installed programs.

        Raises:
            CalendarError: The moment is of a year that is not reckoned with.
            UnknownNameError: A program, reading or edition does not exist.
            NotToBeChosenError: A reading is noted and no more.
        """
        if self.at is not None:
            refuse_far_moment(self.at)
        check_choices(rulebook, readings=self.readings, editions=self.editions)
        for program in self.programs or ():
            rulebook.program(program)


AS_THEY_ARE: Final = Choices()
"""Nothing is chosen: each case is decided as it says, and by the programs' own readings."""
