"""The languages, each read once from `<tag>.toml` and checked; what their words mean is left to who looks for them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dossier.leaves.language.facts import Language, LanguagePart

OURS = "en"
"""The language of statements, notes and pages."""


def language_of(tag: str) -> Language:
    """The language of a BCP 47 tag, by its primary subtag; one with nothing in it where there is no file."""
    return _read(tag.partition("-")[0].lower())


@cache
def languages() -> tuple[Language, ...]:
    """All that there is a file of, by tag."""
    tags = (
        file.name.removesuffix(".toml")
        for file in files(__package__).iterdir()
        if file.name.endswith(".toml")
    )
    return tuple(language_of(tag) for tag in sorted(tags))


@cache
def _read(subtag: str) -> Language:
    file = files(__package__).joinpath(f"{subtag}.toml")
    if not file.is_file():
        return Language(
            name=subtag,
            direction="auto",
            not_yet=tuple(LanguagePart),
            prefixes=(),
            adjectives={},
            same_letters={},
            small=(),
        )
    typed = tomllib.loads(file.read_text(encoding="utf-8"))
    letters = {ord(letter): same for letter, same in typed["same_letters"].items()}
    compared = {part: _compared(typed[part], letters) for part in _COMPARED if part in typed}
    return Language.model_validate(typed | compared)


_COMPARED = (
    LanguagePart.NEGATION,
    LanguagePart.HEDGE,
    LanguagePart.ATTRIBUTION,
    LanguagePart.JUDGMENT,
    LanguagePart.NUMBERS,
    LanguagePart.CALENDAR,
    LanguagePart.TIME,
    LanguagePart.UNNAMED,
)
"""What is looked for in plain text; the rest is for texts as they are."""


def _compared(typed: Any, letters: dict[int, str]) -> Any:  # noqa: ANN401 - a TOML value
    """A part with its words as they are compared."""
    if isinstance(typed, str):
        return typed.translate(letters)
    if isinstance(typed, list):
        return [_compared(item, letters) for item in typed]
    if isinstance(typed, dict):
        return {key.translate(letters): _compared(value, letters) for key, value in typed.items()}
    return typed
