"""Worked examples of Queensland's clauses, one YAML file each."""
