"""What is in the place of a text and is none is refused, with what to do; nothing waits for it or fills the memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dossier.load.texts import read_text
from dossier.model.ids import SourceKey
from dossier.model.problem import Problem, Problems

KEY = SourceKey("lights1901")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    folder = tmp_path / "sources" / KEY
    folder.mkdir(parents=True)
    return folder / "text.txt"


def refused(text: Path, language: str = "en") -> Problem:
    problems = Problems()
    assert read_text(text.parents[2], KEY, language, problems) is None
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    ("content", "said", "to_do"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "this is a PDF, not a plain text", "pdftotext"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0", "a Word, OpenDocument or EPUB file", "pandoc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file", "plain text"),
        (b"{\\rtf1\\ansi Lamp}", "an RTF file", "pandoc"),
        (b"\n<!DOCTYPE html>\n<title>Lamp</title>", "a web page (HTML)", "pandoc"),
        (b"\xef\xbb\xbf<!-- saved --><HTML lang=en>", "a web page (HTML)", "pandoc"),
        (b'<?xml version="1.0"?><html xmlns="x">', "a web page (HTML)", "pandoc"),
        (b'<?xml version="1.0"?><TEI/>', "an XML document", "pandoc"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "recognize"),
    ],
)
def test_another_kind_of_document_is_named_with_what_makes_a_text_of_it(
    text: Path, content: bytes, said: str, to_do: str
) -> None:
    text.write_bytes(content)
    problem = refused(text)
    assert (problem.code, str(problem.place)) == ("not-a-text", "sources/lights1901/text.txt:1:1")
    assert said in problem.message
    assert to_do in problem.help
    assert "pin lights1901" in problem.help


@pytest.mark.parametrize(
    ("content", "encoding", "place"),
    [
        ("The lamp\nwas “lit”.".encode("cp1252"), "windows-1252", "2:5"),
        ("\ufeffThe lamp was lit.".encode("utf-16-be"), "UTF-16", "1:1"),
        ("The lamp was lit.".encode("utf-16-le"), "UTF-16LE", "1:1"),
    ],
)
def test_another_encoding_is_named_with_the_command_that_converts(
    text: Path, content: bytes, encoding: str, place: str
) -> None:
    text.write_bytes(content)
    problem = refused(text)
    assert (problem.code, str(problem.place)) == ("text-not-utf8", f"sources/lights1901/text.txt:{place}")
    assert encoding in problem.message
    assert f"iconv -f {encoding} -t UTF-8 sources/lights1901/text.txt" in problem.help


def test_a_text_over_20_megabytes_is_not_even_read(text: Path) -> None:
    with text.open("wb") as file:
        file.truncate(50_000_000)
    assert refused(text).message == "this text has 50 MB; a text may have 20"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_or_a_device_is_no_text(text: Path) -> None:
    os.mkfifo(text)
    assert refused(text).message == "this file can't be read: it is a pipe or a device"
    text.unlink()
    text.symlink_to(os.devnull)
    assert refused(text).message == "this file can't be read: it is a pipe or a device"


def test_a_text_about_web_pages_is_a_text(text: Path) -> None:
    text.write_text("A page begins with <!DOCTYPE html>, and a PDF with %PDF-.\n", encoding="utf-8")
    problems = Problems()
    assert read_text(text.parents[2], KEY, "en", problems) == text.read_bytes()
    assert not list(problems)
