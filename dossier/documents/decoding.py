"""Bytes of a text as its letters. Where bytes do not say their encoding, it is guessed, and told with what it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.leaves.encodings import likely_utf16
from dossier.model.usage_error import UsageError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]+charset=["']?([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_WESTERN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]+")
_CAPITAL_INSIDE = re.compile(r"[a-zß-ÿ][À-ÖØ-Þ]")
_ODD = re.compile("[\ufffd¤¦¬±¶×÷¥¢£þðÞÐ]")
_SHOWN = 5
_SHARE_ABOVE_ASCII = 0.67
_MOSTLY = 0.9
_FEW = 0.02
_FAMILY = [
    *(f"cp{page}" for page in (1250, 1251, 1252, 1253, 1254, 1255, 1256)),
    *("shift_jis", "euc_jp", "gb18030", "koi8_r", "iso8859_2"),
]


def decoded(content: bytes, encoding: str | None) -> tuple[str, str, tuple[str, ...]]:
    """The text, the name of its encoding, and what an editor should look at where that was guessed.

    It is what a byte-order mark says, `encoding`, what the file declares, UTF-8 where it fits; only then a guess.
    """
    if encoding:
        return _as(content, encoding), encoding, ()
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _as(content, name), name.removesuffix("-sig"), ()
    if found := likely_utf16(content):
        return _as(content, found), found, _doubt(_as(content, found), found)
    declared = _DECLARED.search(content[:4_096])
    names = [(declared[1] or declared[2]).decode()] if declared else []
    for name in (*names, "utf-8"):
        try:
            return content.decode(name), name.lower(), ()
        except (UnicodeDecodeError, LookupError):
            continue
    text, name = _guessed(content)
    return text, name, _doubt(text, name)


def _as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except LookupError as error:
        raise UsageError(
            f"there is no encoding `{encoding}`; write for example `--encoding windows-1252`"
        ) from error
    except (UnicodeDecodeError, ValueError) as error:
        raise UsageError(f"the text is not in the encoding {encoding}: {error}") from error


def _guessed(content: bytes) -> tuple[str, str]:
    """Windows-1252 where its letters make Western words; that is right more often than statistics."""
    text = content.decode("cp1252", errors="replace")
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    western = sum(map(_is_western, words))
    if words and western >= _MOSTLY * len(words) and len(_ODD.findall(text)) <= _FEW * len(words) + 1:
        return text, "windows-1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - it is of the extra `import`

    best = from_bytes(content, cp_isolation=_FAMILY).best()
    if best is None:
        raise UsageError("no encoding fits this text; name it: --encoding windows-1252, for example")
    return str(best), best.encoding


def _is_western(word: str) -> bool:
    above = sum(not char.isascii() for char in word)
    fits = _WESTERN.fullmatch(word) and not _CAPITAL_INSIDE.search(word)
    return bool(fits) and above <= max(1, len(word) * _SHARE_ABOVE_ASCII)


def _doubt(text: str, name: str) -> tuple[str, ...]:
    return (
        f"the text is not UTF-8; it was read as {name} ({', '.join(_examples(text))}); wrong? use --encoding",
    )


def _examples(text: str) -> Iterator[str]:
    words = dict.fromkeys(word for word in _WORD.findall(text) if not word.isascii())
    yield from list(words)[:_SHOWN] or text.split()[:_SHOWN]
