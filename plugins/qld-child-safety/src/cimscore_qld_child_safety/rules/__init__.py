"""Rules of Queensland's procedure for recording an intake outcome.

One module for each subject of the policy: harm households (harm), subject children (subjects), records (events) and
roles (roles). Then one module for each kind of record: its contents, the duties and the clocks.
"""
