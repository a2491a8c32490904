"""The workflow of a register, from the programs' own data: moves that a record may take, and content that is frozen."""
