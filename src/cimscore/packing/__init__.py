"""Packing Python, cimscore and the installed programs as scripts that a page loads, even from a file share.

`packed` gives the scripts, from a folder with Pyodide: a `Packed` has them, and says what they hold.
`form_script` gives the script of a program's form, with each `example_document` that a reader may start from.
`NoEngineError` refuses a folder that is not Pyodide's, `UnpackableError` a program that does not run there.
"""

from cimscore.packing.engine import NoEngineError, UnpackableError
from cimscore.packing.forms import example_document, form_script
from cimscore.packing.packs import Packed, packed

__all__ = ["NoEngineError", "Packed", "UnpackableError", "example_document", "form_script", "packed"]
