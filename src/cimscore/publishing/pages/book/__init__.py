"""Book from which all pages are told: the trace, the examples as they ran, and what they showed."""
