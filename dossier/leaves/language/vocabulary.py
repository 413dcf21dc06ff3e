"""The words of one language, read once from `words/<language>.toml`; what they mean is left to who looks for them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words to look for: `words`, but not inside of `harmless` ones; of `capital_counts` only lower case."""

    words: tuple[str, ...]
    harmless: tuple[str, ...]
    capital_counts: tuple[str, ...]

    def found_in(self, text: str) -> list[str]:
        """The words that stand in a folded text, as printed there, in order."""
        text = whole_words(self.harmless).sub("\0", text)
        found = whole_words(self.words).findall(text)
        return [word for word in found if word.islower() or word.lower() not in self.capital_counts]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """One language, as its file has it. Number words map to values, months to 1–12, seasons to EDTF 21–24."""

    negation: Phrases
    hedge: Phrases
    attribution: Phrases
    judgment: Phrases
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    magnitudes: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]
    implied: Mapping[str, int]
    forms: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int]
    month_capitals: frozenset[str]
    connectors: tuple[str, ...]
    of: tuple[str, ...]
    seasons: Mapping[str, int]
    decades: Mapping[str, int]
    years: Mapping[str, int]

    @cached_property
    def percent(self) -> re.Pattern[str]:
        """A sign or word for hundredths, directly behind a number."""
        return re.compile(rf"\s*(?:{_any(self.forms['percent'])})(?!\w)", re.IGNORECASE)


@cache
def whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the words, longest first, not inside a longer word, in any case."""
    return re.compile(rf"(?<!\w)(?:{_any(words)})(?:(?<=\W)|(?!\w))", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def vocabulary_of(language: str) -> Vocabulary:
    """The words of a language (BCP 47); English where there is no file for it."""
    return _vocabulary(language.split("-", maxsplit=1)[0].lower())


@cache
def _vocabulary(language: str) -> Vocabulary:
    file = files(__package__).joinpath("words", f"{language}.toml")
    if not file.is_file():
        return _vocabulary(FALLBACK)
    typed = tomllib.loads(file.read_text(encoding="utf-8"))
    calendar = typed["calendar"]
    return Vocabulary(
        negation=_phrases(typed["negation"]),
        hedge=_phrases(typed["hedge"]),
        attribution=_phrases(typed["attribution"]),
        judgment=_phrases(typed["judgment"]),
        numbers=typed["numbers"],
        scales=typed["scales"],
        magnitudes=typed["magnitudes"],
        ordinals=typed["ordinals"],
        fractions=typed["fractions"],
        implied=typed["implied"],
        forms={name: tuple(words) for name, words in typed["forms"].items()},
        months={name.lower(): number for number, names in enumerate(calendar["months"], 1) for name in names},
        month_capitals=frozenset(name.lower() for name in calendar["capital_counts"]),
        connectors=tuple(calendar["connectors"]),
        of=tuple(calendar["of"]),
        seasons={name: int(code) for code, names in calendar["seasons"].items() for name in names},
        decades=calendar["decades"],
        years=calendar["years"],
    )


def _phrases(typed: Mapping[str, Any]) -> Phrases:
    words, harmless, capital = (
        tuple(typed.get(name, ())) for name in ("words", "harmless", "capital_counts")
    )
    return Phrases(words, harmless, capital)
