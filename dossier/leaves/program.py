"""The program's name, as whoever runs it has to type it: messages tell people what to run."""

from __future__ import annotations

import sys
from pathlib import Path

_ENTRY = "build_site.py"


def command(arguments: str) -> str:
    """What to type for `arguments`: `dossier pin KEY`, or `python build_site.py pin KEY` where it was called so."""
    called = f"python {_ENTRY}" if Path(sys.argv[0]).name == _ENTRY else "dossier"
    return f"{called} {arguments}"
