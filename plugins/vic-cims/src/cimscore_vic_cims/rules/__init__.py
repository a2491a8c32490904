"""Victoria's client incident management: its rules.

A module for what the policy speaks of: who is in scope, what is reportable, a report, an investigation, the words for
people, whom to ask. Which edition governs stands in `editions`; what came before December 2024 in `earlier`.
"""
