"""The cases next to a case: one stated thing left out, or otherwise."""

from cimscore.variations.omission import Completion, Omission, completed
from cimscore.variations.omissions import omissions

__all__ = ["Completion", "Omission", "completed", "omissions"]
