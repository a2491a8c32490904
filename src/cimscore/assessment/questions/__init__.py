"""Open questions: what each answer would change, what to write for one, and what another reading would change."""
