"""Everything a program promises, held in one call: a small check for each promise yields what is wrong, in lines."""

from cimscore.testing.conformance.checking import CHECKS, MOST_FACTS, Check, Progress, check_program
from cimscore.testing.conformance.subject import Subject

__all__ = ["CHECKS", "MOST_FACTS", "Check", "Progress", "Subject", "check_program"]
