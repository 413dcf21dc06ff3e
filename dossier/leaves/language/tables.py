"""The tables of a language's file, each with what its lists are for. The file as a whole is left to `facts`."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Word = Annotated[str, StringConstraints(min_length=1)]
"""Folded, in lower case but for names; a `*` at its end stands for any ending."""
Words = tuple[Word, ...]
Values = dict[Word, int]


class Facts(BaseModel):
    """A table of the file: every field of it is there, and no other."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if missing := sorted(set(type(self).model_fields) - self.model_fields_set):
            raise ValueError(f"{', '.join(missing)} missing")
        return self

    def __hash__(self) -> int:
        return id(self)  # each is made once, and patterns are kept by it


class Phrases(Facts):
    """Words to look for: `words`, but not inside of `harmless` ones; of `capital_counts` only in lower case."""

    words: Words = ()
    harmless: Words = ()
    capital_counts: Words = ()

    @model_validator(mode="after")
    def _is_not_empty(self) -> Self:
        if not self.words:
            raise ValueError("a list without words is not there yet")
        return self


class Numbers(Facts):
    """Number words and their values, and how numbers are printed."""

    thousands: Words = ()
    """Signs between groups of three digits, after folding."""
    decimals: Words = ()
    """Signs before decimals."""
    words: Values = Field(default_factory=dict)
    scales: Values = Field(default_factory=dict)
    """What multiplies the number before it."""
    magnitudes: Values = Field(default_factory=dict)
    """“hundreds of”: of that order, not that number."""
    ordinals: Values = Field(default_factory=dict)
    fractions: dict[Word, Fraction] = Field(default_factory=dict)
    implied: Values = Field(default_factory=dict)
    """Words that support a number without being one: “both”, “decade”."""
    joints: Words = ()
    """What joins a number's words: “one hundred and one”."""
    units_first: bool = False
    """Whether “five and twenty” is 25."""
    vigesimal: tuple[int, ...] = ()
    """Tens that take 10 to 19, too: soixante-dix."""
    ones: Words = ()
    """What makes the word behind it a fraction: “a third”."""
    percent: Words = ()
    ordinal_endings: Words = ()
    """What digits take on in ordinals: 1st."""
    uncounted: Words = ()
    """Number words that seldom count anything."""
    signs: Words = ()
    """What “number” is shortened to before digits: “No178”."""
    about: Words = ()
    """What comes before a number that is not exact."""
    at_least: Words = ()
    at_most: Words = ()


class Calendar(Facts):
    """Names of months, seasons and decades, and what is between the parts of a date."""

    months: Annotated[tuple[Words, ...], Field(max_length=12)] = ()
    """Twelve lists of names."""
    capital_counts: Words = ()
    """Names of months that are other words in lower case."""
    connectors: Words = ()
    """What joins days, months or years."""
    openings: Words = ()
    """What opens a range: “from March to May 2013”."""
    of: Words = ()
    """What may come between day, month and year."""
    seasons: dict[Literal["21", "22", "23", "24"], Words] = Field(default_factory=dict)
    """By EDTF's numbers: spring 21, summer 22, autumn 23, winter 24."""
    decades: Values = Field(default_factory=dict)
    """“nineties”, with the year of the century in which they begin."""
    decade_endings: Words = ()
    """What the year takes on: 1990s."""
    decade_words: Words = ()
    """What comes before the year: années 1990."""
    centuries: Words = ()
    """What follows the number of a century."""
    century_words: Words = ()
    """What comes before it: siglo XIX."""
    years: Values = Field(default_factory=dict)
    """Words for a year."""

    @model_validator(mode="after")
    def _is_a_year(self) -> Self:
        if len(self.months) != 12:  # noqa: PLR2004
            raise ValueError("a year has twelve months")
        return self

    @cached_property
    def month_numbers(self) -> dict[str, int]:
        """1 to 12, by each name in lower case."""
        return {name.lower(): number for number, names in enumerate(self.months, 1) for name in names}

    @cached_property
    def season_numbers(self) -> dict[str, int]:
        """21 to 24, by each name."""
        return {name: int(number) for number, names in self.seasons.items() for name in names}


class TimeWords(Facts):
    """Words before a date that say how a moment is related to it; words that mean the same are in one list."""

    before: Words = ()
    after: Words = ()
    since: Words = ()
    until: Words = ()
    by: Words = ()
    between: Words = ()
    """What opens a range: it is since the first date and until the second."""
    joints: Words = ()
    """What may come between such a word and a date: the end of, early, about."""


class Sentences(Facts):
    """The words that decide whether a full stop ends a sentence."""

    never_last: Words = ()
    """Abbreviations behind which a sentence goes on."""
    before_numbers: Words = ()
    """Abbreviations that are words too: they count before a number alone."""
    seldom_last: Words = ()
    """Abbreviations behind which a sentence goes on unless a capital follows."""
    starters: Words = ()
    """Words that open a sentence even behind an abbreviation such as U.S."""
    remarks: Words = ()
    """What brackets behind a quotation say of it: translation, emphasis."""
    dotted_ordinals: bool = False
    """Whether a full stop behind a small number makes it an ordinal: 24. Februar."""


class Reading(Facts):
    """The words that help to make a text readable: headings, hyphens at line ends, page numbers, references."""

    leaning: Words = ()
    """A line that ends with one of these goes on."""
    bylines: Words = ()
    """What a line with the author's name begins with."""
    captions: Words = ()
    """What comes before the number of a picture or table."""
    divisions: Words = ()
    """What comes before the number of a part of a text, alone on its line: Article 1."""
    one_letter: Words = ()
    """Words of a single letter."""
    joining: Words = ()
    """What follows a hyphen that stands for a word's missing part: two- and three-man."""
    counts: Words = ()
    """What such a hyphen follows."""
    hyphenating: dict[Word, Words] = Field(default_factory=dict)
    """Prefixes that take a hyphen before a word, and the beginnings of what continues a single word instead.

    Those of `fused` take it only in a text that has them with a hyphen elsewhere.
    """
    closed: Words = ()
    """Long second parts of words that are written as one."""
    compounds: Words = ()
    """Words with a hyphen, two parts of each; `*` stands for any letters, at either end."""
    linking: Words = ()
    """Short words inside of compounds: state-of-the-art."""
    fused: Words = ()
    """Parts that are written together with the word behind them, if neither the text nor `compounds` show otherwise."""
    page: Words = ()
    """What comes before the number of a page."""
    page_of: Words = ()
    """What comes between it and how many pages there are."""
    numbered: Words = ()
    """Abbreviations whose number is no reference to a note: p. 7."""
