"""Files of a new program: a distribution that is green at once, or one that begins from a document to be read."""

from cimscore.scaffold.files import FolderTakenError, NewProgram, new_program, new_program_from
from cimscore.scaffold.naming import NameRefusedError, ProgramName, Taken, name_of

__all__ = [
    "FolderTakenError",
    "NameRefusedError",
    "NewProgram",
    "ProgramName",
    "Taken",
    "name_of",
    "new_program",
    "new_program_from",
]
