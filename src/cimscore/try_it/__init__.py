"""Deciding a case in a reader's browser: all of it on the reader's machine, by the same code as the command line.

`Trying` reads, decides and draws what a form holds, as plain values; `call` does so by the name of one of its
functions, with JSON in and out. The scripts in ``browser`` are the page around it.
"""

from cimscore.try_it.running import Trying, begin, call

__all__ = ["Trying", "begin", "call"]
