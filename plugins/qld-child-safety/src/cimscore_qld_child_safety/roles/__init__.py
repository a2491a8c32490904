"""What each person is in a record, and which concerns it carries."""

from cimscore_qld_child_safety.roles.carried import CARRIED
from cimscore_qld_child_safety.roles.people import ROLES

__all__ = ["CARRIED", "ROLES"]
