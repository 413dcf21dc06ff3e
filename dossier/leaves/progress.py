"""How stages tell what they have done; who shows it is left to commands."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, str], None]
"""Is called with the name of each stage that is done, and a few words on what it made."""

WAITING = "wait"
"""Stands for a stage where `Progress` is called because another build is waited for."""


def silent(stage: str, made: str) -> None:
    """A `Progress` that says nothing."""
