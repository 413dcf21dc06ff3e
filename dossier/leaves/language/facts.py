"""What one language is to the program: the records of its file `<tag>.toml`. Looking for its words is left to siblings.

Nothing is left out in silence: a list is in the file, or the file says that it is not there yet.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from dossier.leaves.language.tables import (
    Calendar,
    Facts,
    Numbers,
    Phrases,
    Reading,
    Sentences,
    TimeWords,
    Word,
    Words,
)


class LanguagePart(StrEnum):
    """A part of a language's file that may not be there yet."""

    NEGATION = "negation"
    HEDGE = "hedge"
    CONDITION = "condition"
    ATTRIBUTION = "attribution"
    JUDGMENT = "judgment"
    NUMBERS = "numbers"
    CALENDAR = "calendar"
    TIME = "time"
    UNNAMED = "unnamed"
    SENTENCES = "sentences"
    READING = "reading"


class Language(Facts):
    """All that is known of one language. A part that is `not_yet` there is empty."""

    name: Word
    """Its English name, for pages."""
    direction: Literal["ltr", "rtl", "auto"]  # as HTML has it; auto where that is not known
    not_yet: tuple[LanguagePart, ...]
    prefixes: Words
    """Particles that are written together with the word behind them."""
    adjectives: dict[str, str]
    """Adjectives of names that are more than the name with another ending: Spain, Spanish."""
    same_letters: dict[str, str]
    """Characters, each with the one that stands for it where words and numbers are compared."""
    small: Words
    """Words that say little by themselves: a search passes them over."""
    negation: Phrases = Field(default_factory=Phrases.model_construct)
    hedge: Phrases = Field(default_factory=Phrases.model_construct)
    """Words by which a text holds back: “may”, “appears to”, “suspected”."""
    condition: Phrases = Field(default_factory=Phrases.model_construct)
    """Words that make a statement depend on something, “if”, or on somebody’s wish, “should”."""
    attribution: Phrases = Field(default_factory=Phrases.model_construct)
    judgment: Phrases = Field(default_factory=Phrases.model_construct)
    """Words that compare or judge, so that somebody can be named for it."""
    numbers: Numbers = Field(default_factory=Numbers.model_construct)
    calendar: Calendar = Field(default_factory=Calendar.model_construct)
    unnamed: Phrases = Field(default_factory=Phrases.model_construct)
    """Words for a text or its author that do not say which one or who."""
    time: TimeWords = Field(default_factory=TimeWords.model_construct)
    sentences: Sentences = Field(default_factory=Sentences.model_construct)
    reading: Reading = Field(default_factory=Reading.model_construct)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        parts = {part for part in LanguagePart if part not in self.not_yet}
        wanted = parts | (set(type(self).model_fields) - set(LanguagePart))
        if wrong := sorted(wanted ^ self.model_fields_set):
            raise ValueError(f"{', '.join(wrong)}: either there, or in `not_yet`")
        return self
