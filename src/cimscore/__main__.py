"""The command line, as ``python -m cimscore``."""

from __future__ import annotations

import sys

from cimscore.cli import main

if __name__ == "__main__":
    sys.exit(main())
