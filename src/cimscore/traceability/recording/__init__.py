"""Recording of the rules and clauses that each test really exercised. The plugin is `cimscore.pytest_plugin`."""

from cimscore.traceability.recording.exercises import Exercises, lines_looked_up
from cimscore.traceability.recording.records import Exercise, RecordedTest, Result, Way, read_tests, write_tests

__all__ = ["Exercise", "Exercises", "RecordedTest", "Result", "Way", "lines_looked_up", "read_tests", "write_tests"]
