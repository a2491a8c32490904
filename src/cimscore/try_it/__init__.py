"""Deciding a case in a reader's browser: all of it on the reader's machine, by the same code as the command line.

`Trying` reads, decides and draws what a form holds, as plain values; `begin` gives it. `call` runs one of its functions
by name, with JSON in and out. The scripts in ``browser`` are the page around it.
"""

from cimscore.try_it.running import CALENDARS, READY, Trying, begin, call, supply_calendars

__all__ = ["CALENDARS", "READY", "Trying", "begin", "call", "supply_calendars"]
