"""Rules for reportable incidents under the NDIS.

One module for each subject of the Rules: who has to notify, what is reportable, what is sent and by when. `awareness`
says when the people whose knowledge counts became aware.
"""
