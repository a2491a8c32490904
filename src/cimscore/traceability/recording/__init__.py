"""Which rules and clauses each test really exercised, with its result. The plugin is `cimscore.pytest_plugin`."""

from cimscore.traceability.recording.exercises import Exercises
from cimscore.traceability.recording.records import Exercise, RecordedTest, Result, Way, read_tests, write_tests

__all__ = ["Exercise", "Exercises", "RecordedTest", "Result", "Way", "read_tests", "write_tests"]
