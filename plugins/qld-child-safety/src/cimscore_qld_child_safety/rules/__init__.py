"""Queensland's procedure for recording an intake outcome: its rules.

By what the policy speaks of: why a home is a harm household (harm), who is a subject (subjects), which record (events),
what somebody is called in it (roles); then a module for each kind of record: what is in it, who does what, by when.
"""
