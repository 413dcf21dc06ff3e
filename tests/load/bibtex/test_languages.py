from __future__ import annotations

import pytest

from dossier.load.bibtex import read_works
from dossier.load.bibtex.languages import language_tag
from dossier.load.files import File
from dossier.model.ids import WorkKey
from dossier.model.problem import Problems


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("danish", "da"),
        ("brazilian", "pt-BR"),
        ("Arabic", "ar"),
        ("ara", "ar"),
        ("ger", "de"),
        ("ngerman", "de"),
        ("naustrian", "de-AT"),
        ("USenglish", "en-US"),
        ("norsk", "no"),
        ("nynorsk", "nn"),
        ("magyar", "hu"),
        ("Français", "fr"),
        ("العربية", "ar"),
        ("en_US", "en-US"),
        ("EN", "en"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("tzm", "tzm"),
        ("klingonish", None),
        ("English and French", None),
    ],
)
def test_a_language_is_known_by_its_names_its_codes_and_its_tag(typed: str, tag: str | None) -> None:
    assert language_tag(typed) == tag


@pytest.mark.parametrize(
    ("entry", "language", "kept"),
    [
        ("language = {arabic}", "ar", {}),
        ("hyphenation = {danish}", "da", {}),
        ("langid = {danish}, language = {swedish}", "da", {"language": "swedish"}),
        ("language = {Old Norse, with notes}", None, {"language": "Old Norse, with notes"}),
    ],
)
def test_langid_comes_first_and_language_may_be_words_for_readers(
    entry: str, language: str | None, kept: dict[str, str]
) -> None:
    problems = Problems()
    work = read_works([File("citations.bib", f"@misc{{a, title = {{T}}, {entry}}}")], problems).works[
        WorkKey("a")
    ]
    assert (work.language, work.fields, list(problems)) == (language, kept, [])
