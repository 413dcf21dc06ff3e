"""What is put into documents to do harm does none: it is read as words, or refused."""

from __future__ import annotations

import io
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from dossier.commands.library import read_library
from dossier.documents import take_text
from dossier.documents.highlights import read_highlights
from dossier.load.interchange import NotAnExportError, as_bibtex
from dossier.model.usage_error import UsageError
from tests.documents.pdf_writer import Set, Sheet, pdf

WORDS = "The lamp was lit in the spring of 1901, and the keeper wrote it into his book with great care."
CONTAINER = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>
<manifest><item id="a" href="{}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>"""
DOCX = """<?xml version="1.0"?>{}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""
ENTITIES = '<!DOCTYPE w [<!ENTITY a "laugh">{}]>'.format(
    "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip("abcdefghi", "bcdefghij", strict=True)
    )
)


def archive(files: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name, content)
    return made.getvalue()


def word(head: str = "", words: str = WORDS) -> bytes:
    return archive({"_rels/.rels": RELATIONS, "word/document.xml": DOCX.format(head, words)})


def book(package: str, chapter: str, href: str = "a.xhtml") -> bytes:
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER.format(package),
            "content.opf": PACKAGE.format(href),
            "a.xhtml": chapter,
        }
    )


def text_of(content: bytes, name: str) -> str:
    """The text, or why there is none."""
    try:
        return take_text(content, name).text
    except UsageError as refusal:
        return str(refusal)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("The secret of the machine.\n", "utf-8")
    return path


def test_an_archive_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("_rels/.rels", RELATIONS)
        with written.open("word/document.xml", "w") as part:
            for _ in range(510):
                part.write(bytes(1_000_000))
    assert len(made.getvalue()) < 1_000_000
    with pytest.raises(UsageError, match="holds more than 500 MB"):
        take_text(made.getvalue(), "bomb.docx")


@pytest.mark.parametrize("size", [10, 1_000])
def test_an_archive_that_lies_about_what_it_unpacks_to_is_refused(size: int) -> None:
    content = bytearray(archive({"_rels/.rels": RELATIONS, "word/document.xml": b"a" * 5_000_000}))
    real = (5_000_000).to_bytes(4, "little")
    assert content.count(real) == 2
    with pytest.raises(UsageError, match="is broken"):
        take_text(bytes(content.replace(real, size.to_bytes(4, "little"))), "bomb.docx")


def test_entities_that_grow_tenfold_nine_times_are_not_unfolded() -> None:
    assert len(text_of(word(ENTITIES, "&j;"), "laughs.docx")) < 1_000


def test_a_document_shows_no_file_of_the_machine(secret: Path) -> None:
    external = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{WORDS}</p>{{}}</body></html>'
    up = "../" * 20 + str(secret)[1:]
    for content, name in (
        (word(external, "&x;"), "entity.docx"),
        (book("content.opf", external + page.format("<p>&x;</p>")), "entity.epub"),
        (book("content.opf", page.format(""), href=up), "chapter.epub"),
        (book(up, page.format("")), "package.epub"),
        (page.format(f'<p><object data="{secret.as_uri()}"></object></p>').encode(), "object.html"),
        (page.format(f'<p><iframe src="{secret.as_uri()}"></iframe></p>').encode(), "frame.html"),
        (page.format(f'<p><img src="{up}"/></p>').encode(), "picture.html"),
        (f"{WORDS}\n\n![]({secret})\n\n```{{include={secret}}}\n```\n".encode(), "picture.md"),
    ):
        assert "secret of the machine" not in text_of(content, name), name


def test_pandoc_may_read_nothing_but_what_it_is_given(monkeypatch: pytest.MonkeyPatch, secret: Path) -> None:
    """`rst` includes files where it may: no format that we read does, yet."""
    from dossier.documents.pandoc import to_text  # noqa: PLC0415

    monkeypatch.chdir(secret.parent)
    try:
        text = to_text(f".. include:: {secret}\n\n{WORDS}\n".encode(), "rst").text
    except UsageError as refusal:
        text = str(refusal)
    assert "secret of the machine" not in text


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert('harm')</script>",
        "<style>p{content:'harm'}</style>",
        '<p onclick="harm()"></p>',
        "<!-- harm -->",
    ],
)
def test_what_runs_in_a_web_page_is_no_text(harm: str) -> None:
    page = f"<html><body><article><h1>The lamp</h1><p>{WORDS}</p>{harm}<p>{WORDS} And it burned.</p></article></body></html>"
    text = text_of(page.encode(), "page.html")
    assert WORDS in text
    assert "harm" not in text


def test_what_takes_pandoc_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links that are opened and never closed take it the square of their number."""
    monkeypatch.setattr("dossier.documents.pandoc._SECONDS", 0.5)
    assert text_of(b"[" * 50_000, "brackets.md") == "pandoc has not read this file in 0.5 seconds"


def test_pandoc_has_two_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    def passes(command: list[str], *, timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr("dossier.documents.pandoc.subprocess.run", passes)
    assert text_of(b"The lamp burned.", "lamp.md") == "pandoc has not read this file in 120 seconds"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<html><body><article>" + b"<div>" * 20_000 + WORDS.encode(), "deep.html"),
        (b"<html><body><article><p>" + b"<b>" * 20_000 + WORDS.encode(), "bold.html"),
        (b">" * 2_000 + WORDS.encode(), "deep.md"),
        (word(words="<w:r>" * 5_000), "deep.docx"),
    ],
)
def test_what_is_nested_thousands_of_times_ends_in_a_text_or_a_sentence(content: bytes, name: str) -> None:
    text_of(content, name)


def test_a_pdf_of_endless_pages_is_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.documents.pdf._PAGES_AT_MOST", 1)
    sheet = Sheet([Set(WORDS, 70, 700)])
    with pytest.raises(UsageError, match="more than 1 pages"):
        take_text(pdf([sheet, sheet]), "endless.pdf")


@pytest.mark.parametrize("harm", ["([", "[](("])
def test_brackets_behind_a_highlight_are_looked_at_once(harm: str) -> None:
    """The square of their number would be hours."""
    (found,) = read_highlights(f"“{WORDS}” {harm * 100_000}".encode(), "marked.md")
    assert found.quote == WORDS


def test_thousands_of_works_without_keys_are_numbered_in_one_go() -> None:
    export = as_bibtex("TY  - BOOK\nTI  - Lamp\nER  - \n" * 20_000)
    assert len(export.made) == 20_000
    assert {"lamp", "lamp-2", "lamp-20000"} <= export.made


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "a", "type": "book", "volume": ' + "9" * 5_000 + "}]",
        '[{"id": "a", "issued": {"date-parts": [[1e999, NaN]]}}]',
        "[" * 100_000,
        '{"items": ' * 50_000,
        "TY  - BOOK\n" * 2_000,
        "@book{a, title = " + "{" * 50_000,
        "@book{a, author = {" + " and " * 20_000 + "}}",
        "@string{a = a # a}@book{b, title = a}",
    ],
)
def test_no_export_however_hostile_ends_in_a_traceback(text: str) -> None:
    with suppress(NotAnExportError):
        read_library("works/x.bib", as_bibtex(text))
