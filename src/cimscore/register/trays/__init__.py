"""The trays of a register: everything that waits for somebody."""
