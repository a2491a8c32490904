"""The audit of a register: the chain of its entries, the proof that it is whole, and the vault."""
