"""What a decision rests on, made visible: coverage, drift, pages and pictures."""
