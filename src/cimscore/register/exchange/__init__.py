"""The exchange with other systems: what a register holds, as plain values."""
