"""Queensland's procedure for recording an intake outcome, as rows."""
