"""Everything that a program states in rows: conclusions, roles, duties, clocks, workflows, questions, editions."""
