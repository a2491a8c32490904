"""The lists of a register: everything that is due, or waits for somebody."""
