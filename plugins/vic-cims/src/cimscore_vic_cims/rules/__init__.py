"""Rules of Victoria's client incident management.

One module for each subject of the policy: scope, reportable incidents, reports, investigations, roles and contacts.
`editions` chooses the edition; `earlier` has the rules from before December 2024.
"""
