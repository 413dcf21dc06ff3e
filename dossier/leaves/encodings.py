"""Which encoding bytes are likely in that are not UTF-8. It only suggests: nothing is ever read by a guess.

Without a mark, UTF-16 is known by its zero bytes, which are on one side of each pair, and by the white space between
words. What else is not UTF-8 is taken for the code page that Windows uses for the language.
"""

from __future__ import annotations

from collections.abc import Mapping

_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SEEN = 10_000
_SPACED = 0.05
_ONE_SIDED = 0.95
_WESTERN = "windows-1252"
_CODE_PAGES: Mapping[str, str] = (
    dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl"), "windows-1250")
    | dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), "windows-1251")
    | dict.fromkeys(("et", "lt", "lv"), "windows-1257")
    | {
        "ar": "windows-1256",
        "el": "windows-1253",
        "fa": "windows-1256",
        "he": "windows-1255",
        "tr": "windows-1254",
    }
    | {
        "ja": "cp932",
        "ko": "cp949",
        "th": "cp874",
        "ur": "windows-1256",
        "vi": "windows-1258",
        "zh": "gb18030",
    }
)
"""By the primary subtag of the language."""


def likely_utf16(content: bytes) -> str | None:
    """`UTF-16`, `UTF-16LE`, `UTF-16BE` or `UTF-32`, where the bytes are likely so; a mark counts, or zero bytes."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    sample = content[: min(_SEEN, len(content) // 2 * 2)]
    zeros = sample.count(0)
    if not zeros:
        return None
    for name, side in (("UTF-16LE", sample[1::2]), ("UTF-16BE", sample[0::2])):
        words = sample.decode(name, errors="replace")
        spaced = sum(char.isspace() for char in words) >= _SPACED * len(words) > 0
        if side.count(0) >= zeros * _ONE_SIDED and spaced:
            return name
    return None


def likely_encoding(content: bytes, language: str = "") -> str | None:
    """The name of the encoding that bytes which are not UTF-8 are likely in; None where nothing fits."""
    if name := likely_utf16(content):
        return name
    page = _CODE_PAGES.get(language.partition("-")[0].lower(), _WESTERN)
    try:
        content.decode(page)
    except UnicodeDecodeError:
        return None
    return None if 0 in content else page
