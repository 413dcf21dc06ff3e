"""Words as the search compares them: the same for what was written and for what is typed into the box.

`look/assets/search/words.js` does the same in browsers, by the tables that are here; `tests/leaves/search_words.yml`
holds for both. It is looser than `fold`, which proves quotations; it proves nothing. Which texts are found is left to
`render.search`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dossier.leaves.language.languages import languages

_LETTER = r"[^\W_]"
_LETTERS = str.maketrans(
    {
        **dict(zip("œæßøıđłðþ", ("oe", "ae", "ss", "o", "i", "d", "l", "d", "th"), strict=True)),
        **dict(zip("ٱىیےکة", "ايييكه", strict=True)),
        **dict.fromkeys("’‘ʼʻ`´", "'"),
        "‐": "-",
        **{chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
    }
)
_LETTER_FORMS = re.compile(f"[{''.join(map(chr, _LETTERS))}]")
_BEYOND = re.compile("[\u0300-\U0010ffff]")
_SILENT = re.compile("[\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_POSSESSIVE = re.compile(rf"(?<={_LETTER})'s(?!{_LETTER})")
_DOTTED = re.compile(rf"(?<!{_LETTER})([a-z])\.(?=[a-z](?!{_LETTER}))")
_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[ ,.'][0-9]{3})+(?![0-9])")
_DIGIT = re.compile("[0-9]")
_BETWEEN = re.compile("[0-9][-/.][0-9]")
_WORD = re.compile(rf"{_LETTER}+")
_COMPOUND = re.compile(rf"(?<!{_LETTER}){_LETTER}++(?:[-']{_LETTER}++)+")
_ARABIC = re.compile("[\u0600-\u06ff]+")
_ARTICLES = ("وال", "بال", "فال", "كال", "ال", "لل")
_SPELLINGS = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"(?<=[a-z]{4})ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{4})is(e|ed|es|ing|ers?)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|hood)"), "or"),
    (re.compile(r"(?<=[a-z]{2})([bt])re(?=$|s$)"), r"\1er"),
    (re.compile(r"(?<=[a-z]{2})ence(?=$|s$)"), "ense"),
    (re.compile(r"(?<=gr)amme(?=$|s$)"), "am"),
    (re.compile(r"(?<=[a-z]{2})ies$"), "y"),
    (re.compile(r"(?<=[a-z]{3})(?<![sui])s$"), ""),
    (re.compile(r"(?<=[a-z]{4})(ations?|ating|ated|ate|ion|ing|ed|es|e)$"), ""),
    (re.compile(r"(?<=[a-z]{3})([b-df-hj-np-rtv-z])\1$"), r"\1"),
)


@lru_cache(maxsize=4)  # the words, compounds and dates of one text are asked for one after the other
def folded(text: str) -> str:
    """Small letters without accents, vowels of Arabic, possessives, dots of U.S. and marks of thousands."""
    if not text.isascii():
        text = _BEYOND.sub(_unmarked, unicodedata.normalize("NFKD", text))
        text = _SILENT.sub("", _LETTER_FORMS.sub(lambda found: _LETTERS[ord(found[0])], text.lower()))
    text = text.lower().replace("`", "'")
    if "'s" in text:
        text = _POSSESSIVE.sub("", text)
    if "." in text:
        text = _DOTTED.sub(r"\1", text)
    if _DIGIT.search(text):
        text = _THOUSANDS.sub(lambda number: re.sub(r"[^0-9]", "", number[0]), text)
    return text


def words(text: str) -> list[str]:
    """The words of a text, in order, each in the form that its other forms have too."""
    return [_stem(word) for word in _WORD.findall(folded(text))]


def compounds(text: str) -> list[str]:
    """Words with a hyphen or an apostrophe in them, as one word."""
    if "-" not in (all_words := folded(text)) and "'" not in all_words:
        return []
    return [_stem(re.sub("[-']", "", word)) for word in _COMPOUND.findall(all_words)]


def dates(text: str) -> list[str]:
    """The dates in a text as words, what is said of each from coarse to fine: `2003`, `d200305`, `d20030516`.

    A day without its year is `d0516`.
    """
    rest, found = folded(text), list[str]()
    if not _DIGIT.search(rest):
        return found
    by_name, by_number = _month().search(rest), _BETWEEN.search(rest)
    for pattern, order, is_named in _dates():
        if (by_name if is_named else by_number) and (matches := list(pattern.finditer(rest))):
            for match in matches:
                found += _date(dict(zip(order, match.groups(), strict=True)))
            rest = pattern.sub(" ", rest)
    return found


def terms(text: str) -> list[str]:
    """All that a text is found by."""
    return [*words(text), *compounds(text), *dates(text)]


def tables() -> dict[str, object]:
    """What `words.js` compares by: letters, articles, months, and the patterns as JavaScript writes them."""

    def written(pattern: re.Pattern[str]) -> str:
        return pattern.pattern.replace(_LETTER, r"[\p{L}\p{N}]").replace("++", "+")

    return {
        "letters": {chr(code): other for code, other in _LETTERS.items()},
        "silent": written(_SILENT),
        "possessive": written(_POSSESSIVE),
        "dotted": written(_DOTTED),
        "thousands": written(_THOUSANDS),
        "word": written(_WORD),
        "compound": written(_COMPOUND),
        "arabic": written(_ARABIC),
        "articles": _ARTICLES,
        "spellings": [(written(pattern), other.replace("\\", "$")) for pattern, other in _SPELLINGS],
        "months": months(),
        "dates": [
            (written(pattern).replace("|".join(months()), "MONTHS"), order) for pattern, order, _ in _dates()
        ],
    }


@cache
def months() -> dict[str, int]:
    """The numbers of months, 1 to 12, by their folded names in every language; the longest names first."""
    names = (language.calendar.month_numbers for language in languages())
    found = {folded(name): number for numbers in names for name, number in numbers.items()}
    return dict(sorted(found.items(), key=lambda month: (-len(month[0]), month[0])))


def _date(parts: dict[str, str]) -> list[str]:
    year, month, day = parts.get("y", ""), parts.get("m", ""), parts.get("d", "")
    number = months().get(month) or int(month)
    if number > 12 >= int(day or 0) > 0:  # noqa: PLR2004 - 5/16/2003
        number, day = int(day), str(number)
    monthly = f"d{year}{number:02}"
    if not day:
        return [year, monthly]
    daily = f"d{number:02}{int(day):02}"
    return [year, monthly, daily, f"{monthly}{int(day):02}"] if year else [daily]


@cache
def _month() -> re.Pattern[str]:
    return re.compile("|".join(months()))


@cache
def _dates() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """The forms of dates, which part each group of a form is, and whether the month has its name there; a form leaves
    to the next what it does not find.
    """
    month, year, day = rf"({_month().pattern})\.?", "([12][0-9]{3})", "([0-9]{1,2})"
    of, end = r"(?:\s+(?:de|of))?\s+", rf"(?!{_LETTER})"
    nth = r"(?:st|nd|rd|th|er|\.)?"
    start = rf"(?<!{_LETTER})"
    forms = (
        (rf"{day}{nth}{of}{month},?{of}{year}", "dmy"),
        (rf"{month}\s+{day}{nth},?\s+{year}", "mdy"),
        (rf"{year}[-/]([0-9]{{2}})[-/]([0-9]{{2}})", "ymd"),
        (rf"{day}[-/.]([0-9]{{1,2}})[-/.]{year}", "dmy"),
        (rf"{year}-([0-9]{{2}})", "ym"),
        (rf"{month},?{of}{year}", "my"),
        (rf"{day}{nth}{of}{month}", "dm"),
        (rf"{month}\s+{day}{nth}", "md"),
    )
    return tuple((re.compile(start + form + end), order, month in form) for form, order in forms)


def _unmarked(char: re.Match[str]) -> str:
    return "" if unicodedata.category(char[0]) == "Mn" else char[0]


@cache
def _stem(word: str) -> str:
    if _ARABIC.fullmatch(word):
        return _without_article(word)
    if _DIGIT.search(word):
        return word
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:  # noqa: PLR2004
            return word.removeprefix(article)
    return word[1:] if word[0] in "وب" and len(word) >= 5 else word  # noqa: PLR2004
