"""Storage of a register: its tables, the database that holds them, and the way from one version to the next."""
