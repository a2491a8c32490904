"""Reviews and sign-offs: who has read a rule or a clause, and why something may be missing."""
