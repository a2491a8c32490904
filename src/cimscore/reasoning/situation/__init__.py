"""Statements of a case as graded relations, and every fact that it leaves open."""

from cimscore.reasoning.situation.granted import GRANTED
from cimscore.reasoning.situation.reading import Asked
from cimscore.reasoning.situation.situation import Stated, situation_of

__all__ = ["GRANTED", "Asked", "Stated", "situation_of"]
