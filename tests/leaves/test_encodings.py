"""Bytes that are not UTF-8 get the name of the encoding that they are likely in, and all others none."""

from __future__ import annotations

import pytest

from dossier.leaves.encodings import likely_encoding, likely_utf16

ENGLISH = "The lamp was lit in 1901 by “the Board” — so they say.\r\n"
FRENCH = "La lampe a été allumée en 1901, c’est-à-dire peut-être plus tôt.\n"
ARABIC = "أضيء المصباح في سنة 1901 في الجزيرة الكبيرة.\n"
RUSSIAN = "Маяк зажгли в 1901 году на большом острове.\n"


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, ARABIC, RUSSIAN])
@pytest.mark.parametrize("encoding", ["UTF-16LE", "UTF-16BE"])
def test_utf16_is_known_with_and_without_a_mark(text: str, encoding: str) -> None:
    assert likely_utf16(text.encode(encoding)) == encoding
    assert likely_utf16(f"\ufeff{text}".encode(encoding)) == "UTF-16"


@pytest.mark.parametrize("encoding", ["UTF-16LE", "UTF-16BE"])
def test_one_space_in_twenty_characters_makes_words(encoding: str) -> None:
    assert likely_utf16(f"lamp {'x' * 15}".encode(encoding)) == encoding
    assert likely_utf16(f"lamp {'x' * 16}".encode(encoding)) is None


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        (ENGLISH, "windows-1252", "en"),
        (FRENCH, "windows-1252", "fr-CA"),
        (ARABIC, "windows-1256", "ar"),
        (RUSSIAN, "windows-1251", "ru"),
        (FRENCH, "UTF-32", "fr"),
    ],
)
def test_what_else_is_not_utf8_is_in_the_code_page_of_the_language(
    text: str, encoding: str, language: str
) -> None:
    assert likely_encoding(text.encode(encoding), language) == encoding


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a",
        ENGLISH.encode(),
        ARABIC.encode(),
        b"Shut o\0 handle is missing, so the sta\0 could not o\0er more than di\0erent ways.\n",
        b"a\0b\0c\0d\0",
        b"\0" * 100,
    ],
)
def test_utf8_and_texts_with_a_few_zero_bytes_are_no_utf16(content: bytes) -> None:
    assert likely_utf16(content) is None


def test_bytes_that_no_code_page_has_get_no_name() -> None:
    assert likely_encoding(b"\x81\x8d\x8f\x90\x9d") is None
