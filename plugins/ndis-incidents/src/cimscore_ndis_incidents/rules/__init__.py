"""Reportable incidents under the NDIS: its rules.

A module for what the Rules speak of: who has to notify, what is reportable, what is sent and by when. When those
became aware whose knowledge counts stands in `awareness`.
"""
