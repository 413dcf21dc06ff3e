"""How a problem counts, and how a code is written down with it. Which codes there are is left to `codes`."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How a problem counts: an `error` stops the build, a `warning` does so with `--strict`, a `note` never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def error(text: str, explanation: str) -> tuple[str, Severity, str]:
    """A code whose problems stop the build."""
    return text, Severity.ERROR, explanation


def warning(text: str, explanation: str) -> tuple[str, Severity, str]:
    """A code whose problems stop it only with `--strict`."""
    return text, Severity.WARNING, explanation


def note(text: str, explanation: str) -> tuple[str, Severity, str]:
    """A code whose problems never do."""
    return text, Severity.NOTE, explanation
