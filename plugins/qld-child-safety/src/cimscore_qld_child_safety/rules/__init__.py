"""Queensland's procedure for recording an intake outcome, as rows.

By what the policy speaks of: why a home is a harm household (harm), who is a subject (subjects), which record (events),
what somebody is called in it (roles); then a module for each kind of record: what is in it, who does what, by when.
"""

from typing import Final

_HERE: Final = __name__

MODULES: Final = tuple(
    f"{_HERE}.{name}"
    for name in (
        "words",
        "editions",
        "concerns",
        "harm",
        "subjects",
        "files",
        "events",
        "paper",
        "people",
        "roles",
        "counting",
        "intake",
        "notification",
        "transfer",
        "report",
        "lately",
        "duplicates",
        "additional",
        "investigation",
        "case_note",
        "enquiry",
        "limited",
        "unidentified",
        "laws",
    )
)
"""Every module that declares rows."""
