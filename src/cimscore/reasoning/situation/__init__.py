"""What a case says as graded relations, and every fact that it leaves open."""

from cimscore.reasoning.situation.reading import situation_of
from cimscore.reasoning.situation.situation import Stated

__all__ = ["Stated", "situation_of"]
