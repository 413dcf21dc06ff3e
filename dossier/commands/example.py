"""The end of a command's help: how the command is typed."""

from __future__ import annotations

from dossier.leaves.program import command

_KEEP_LINES = "\b"  # click's own sign


def example(arguments: str) -> str:
    """An epilog of click that shows one call."""
    return f"{_KEEP_LINES}\nExample:\n  {command(arguments)}"
