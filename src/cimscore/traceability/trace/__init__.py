"""The trace itself: its parts, the links between them, and how each stands."""
