"""What a case says as graded relations, and every fact that it leaves open."""

from cimscore.reasoning.situation.situation import Stated, situation_of

__all__ = ["Stated", "situation_of"]
