"""Parts of a concern: what it says about each person, and if that is notified or reported.

Add a line here when a policy says what is recorded for each person. Record for each part: events.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Topic, some
from cimscore.rules.vocabulary import is_about, is_concern
from cimscore_qld_child_safety.rules.concerns import (
    counts,
    is_notified,
    is_reported,
    names_nobody,
)
from cimscore_qld_child_safety.rules.files import (
    is_added,
    is_combined,
    is_reported_part,
)
from cimscore_qld_child_safety.rules.harm import reaches
from cimscore_qld_child_safety.rules.subjects import (
    is_a_part_of_its_own,
    is_common_part,
    is_own_part,
)
from cimscore_qld_child_safety.rules.vocabulary import (
    anyone,
    child,
    concern,
    home,
)

NOBODY: Final = "nobody"
"""The part of a concern that names nobody. It still ends in a record."""

is_part: Final = Conclusion(
    "part",
    (concern, child),
    "what {concern} says of {child} [is] a part to be recorded",
    topic=Topic.STARTS,
    leading=True,
)
is_part.row("of-a-person", concern, child, when=is_about(concern, child), cites=["qld/duplicates/record-everything"])
is_part.row(
    "of-one-to-whom-it-relates",
    concern,
    child,
    when=some(home, is_a_part_of_its_own(concern, child, home)),
    cites=["qld/subject-or-other/also-a-subject"],
)
is_part.row("of-nobody", concern, NOBODY, when=names_nobody(concern), cites=["qld/duplicates/record-everything"])

reaches_no_home: Final = Defined(
    (concern,),
    "{concern} [makes] no household of the case a harm household",
    is_concern(concern) & ~some(home, reaches(concern, home)),
)
is_notified_here: Final = Defined(
    (concern,),
    "{concern} [is] notified in an event of its own household",
    is_notified(concern) & counts(concern) & ~is_added(concern),
)
goes_to_a_report: Final = Defined(
    (concern, child),
    "what {concern} says of {child} [goes] into a report of its own",
    is_reported_part(concern, child) & ~is_combined(concern, child),
)
is_reported_of_all: Final = Defined(
    (concern, child, home),
    "{concern}, which relates to {child} in {home}, [goes] into a report",
    is_a_part_of_its_own(concern, child, home) & is_reported(concern) & some(anyone, goes_to_a_report(concern, anyone)),
)
has_notified_common: Final = Defined(
    (home,),
    "the common event of {home} [carries] a notified concern",
    some((concern, child), is_common_part(concern, child, home) & is_notified_here(concern)),
)
has_notified_own: Final = Defined(
    (child, home),
    "the own event of {child} in {home} [carries] a notified concern",
    some(concern, is_own_part(concern, child, home) & is_notified_here(concern)),
)
