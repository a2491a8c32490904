"""Reports of a trace: coverage, currency, sheets to sign, and the whole as a document."""
