"""Pages about what carries the policies out: rules, definitions, questions, flows."""
