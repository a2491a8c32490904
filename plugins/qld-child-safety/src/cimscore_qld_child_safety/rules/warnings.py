"""Warnings: points that somebody should check. A warning stops nothing.

Add a line here when a policy leaves room for something that should not pass unseen.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Topic, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import is_about
from cimscore_qld_child_safety.rules.vocabulary import child, concern, person

ABOUT_AN_ADULT: Final = Conclusion(
    "about-an-adult",
    (concern, person),
    "{concern} [is] about {person}, an adult when the information was received, who is no subject child",
    topic=Topic.SUBJECTS,
    warns=True,
)
ABOUT_AN_ADULT.row(
    "nobody-under-18",
    concern,
    person,
    when=is_about(concern, person) & ~is_child(person),
    unless=some(child, is_about(concern, child) & is_child(child)),
    cites=["qld/subject-or-other/subject-of-concerns"],
)
