"""Every "no" of a decision, with its reason."""
