"""Each format, end to end: what a text says is found in the source that `add` makes of it, on its page."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest

from dossier.cite.pandoc import program
from dossier.commands.proposed_reading import propose_reading
from dossier.documents import language_of_text, take_text
from dossier.documents.document import DocumentText
from dossier.model.day import Day
from dossier.model.hints import ReadingHints
from dossier.model.kinds import Publish
from dossier.model.reading import ReadingText
from dossier.model.source import Rights
from dossier.model.usage_error import UsageError
from dossier.verify.matching import Searchable, find_matches
from dossier.verify.passage import split_passage
from tests.words import SOURCE

ENGLISH = """---
title: The Lights of Skerry
author: Ivo Lund
lang: en
---

# The station

The station was opened on 3 May 1901 by the harbour board, and it cost 4,000 pounds.[^1] The keeper lived there for thirty winters with his family of six children.

The lamp burned paraffin until 1934, when the board bought an *electric* one from a firm in Leith.[^2] Nobody has seen the old lamp since the war ended in the north.

## The keepers

- Anna Berg kept the light from 1901 to 1912, and wrote a diary of it;
- Olaf Ness kept it from 1912 until the end of the war.

The register says that the tower was painted white and red in the summer of 1922.

# The wreck

The *Ferro* was lost off the rocks on 12 November 1911 with all of her crew of twenty-four men.

[^1]: The accounts of the harbour board, volume two, page nine.
[^2]: Letter of the firm to the board, 4 January 1934.
"""
FRENCH = """---
title: Les phares de Skerry
lang: fr
---

# La station

La station fut ouverte le 3 mai 1901 par le conseil du port, et coûta 4 000 livres.[^1] Le gardien y vécut pendant trente hivers avec sa famille de six enfants.

La lampe brûla du pétrole jusqu’en 1934, quand le conseil en acheta une électrique à une maison de Leith.

# Le naufrage

Le navire se perdit au large des rochers le 12 novembre 1911 avec tout son équipage de vingt-quatre hommes.

[^1]: Comptes du conseil du port, deuxième volume, page neuf.
"""
ARABIC = """---
title: منارات سكيري
lang: ar
---

# المحطة

افتتحت المحطة في ٣ ماي ١٩٠١ من طرف مجلس الميناء، وكلفت ٤٠٠٠ جنيه.[^1] عاش الحارس هناك ثلاثين شتاء مع أسرته وأطفاله الستة.

ظل المصباح يعمل بالزيت حتى سنة 1934، حين اشترى المجلس مصباحا كهربائيا من شركة في الشمال.

# الغرق

غرقت السفينة قرب الصخور في نونبر 1911 مع كل طاقمها من أربعة وعشرين رجلا.

[^1]: حسابات مجلس الميناء، المجلد الثاني، الصفحة التاسعة.
"""
TEXTS = {"en": ENGLISH, "fr": FRENCH, "ar": ARABIC}


def sentences(markdown: str) -> list[str]:
    """What the text says, sentence by sentence, as its readers see it."""
    body = markdown.split("---\n", 2)[2]
    plain = re.sub(r"\[\^\d\](?!:)|^#+ .*$|^\[\^\d\]: |^- |\*", "", body, flags=re.MULTILINE)
    return [found for line in plain.split("\n") for found in re.split(r"(?<=[.;])\s+", line.strip()) if found]


def made(markdown: str, form: str) -> bytes:
    command = [program(), "--standalone", "--from=markdown", f"--to={form}", "--output=-"]
    return subprocess.run(command, input=markdown.encode(), capture_output=True, check=True).stdout


def reading_of(document: DocumentText) -> tuple[ReadingText, Searchable, int]:
    """The reading with the hints that `add` would write, and how many those are."""
    source = SOURCE.model_validate(
        {
            "citation": "doe2020",
            "kind": "press",
            "language": language_of_text(document.text, document.metadata.language),
            "sha256": "0" * 64,
            "supplied": Day(2026, 1, 1),
            "rights": Rights(license="unstated", publish=Publish.FULL),
            "pages": document.pages,
        }
    )
    proposed = propose_reading(source, document)
    ReadingHints.model_validate(proposed.hints)
    pages = source.pages_of(document.text)
    return proposed.reading, Searchable(document.text, proposed.reading, pages), len(proposed.hints)


def missing(document: DocumentText, said: list[str]) -> list[str]:
    _, source, _ = reading_of(document)
    return [sentence for sentence in said if not find_matches(source, split_passage(sentence))]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("form", ["docx", "odt", "epub", "html"])
def test_every_sentence_is_found_with_headings_notes_and_language(form: str, language: str) -> None:
    document = take_text(made(TEXTS[language], form), f"text.{form}")
    assert missing(document, sentences(TEXTS[language])) == []
    reading, _, _ = reading_of(document)
    assert language_of_text(document.text, document.metadata.language).partition("-")[0] == language
    headings = [block.text for block in reading.blocks if block.kind.value == "heading"]
    assert [
        words for words in re.findall(r"^#+ (.*)$", TEXTS[language], re.MULTILINE) if words not in headings
    ] == []
    assert len(reading.notes) == TEXTS[language].count("]: ")


def test_markdown_is_read_without_its_signs() -> None:
    document = take_text(ENGLISH.encode(), "text.md")
    assert missing(document, sentences(ENGLISH)) == []
    assert document.metadata.title == "The Lights of Skerry"
    assert "*" not in document.text


def test_what_a_site_prints_around_an_article_stays_out() -> None:
    article = made(ENGLISH, "html").decode().partition("<body>")[2].partition("</body>")[0]
    links = "".join(
        f'<li><a href="/{n}">Another story of number {n} that you may like</a></li>' for n in range(9)
    )
    page = f"""<html lang="en"><head><title>The Lights of Skerry | The Herald</title></head><body>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News of today</a></li></ul></nav></header>
    <main><article>{article}</article><aside><h2>Most read</h2><ul>{links}</ul></aside></main>
    <footer><p>Subscribe to our newsletter and never miss a story of the harbour again.</p></footer></body></html>"""
    document = take_text(page.encode(), "page.html")
    assert missing(document, sentences(ENGLISH)) == []
    ours = sum(map(str.isalpha, re.sub(r"^---.*?---", "", ENGLISH, flags=re.DOTALL)))
    assert sum(map(str.isalpha, document.text)) <= 1.05 * ours
    assert "newsletter" not in document.text


def edited(content: bytes, change: Callable[[str, str], str]) -> bytes:
    """An archive with its XML parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename.endswith(".xml"):
                data = change(item.filename, data.decode()).encode()
            new.writestr(item, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("head", "date"),
    [("", ""), ('<meta property="article:published_time" content="2019-05-04T10:00:00Z">', "2019-05-04")],
)
def test_the_date_of_a_web_page_is_the_one_that_it_gives_and_never_one_of_its_words(
    head: str, date: str
) -> None:
    words = "In March 2015 the keepers said that they may leave the tower, which had been lit since 1864. "
    page = f"<html><head><title>Lights</title>{head}</head><body><article><p>{words * 3}</p></article></body></html>"
    assert take_text(page.encode(), "page.html").metadata.date == date


@pytest.mark.parametrize(("pages", "kept"), [(2, True), (5, False)])
def test_a_word_file_keeps_its_pages_only_where_its_own_count_agrees(pages: int, *, kept: bool) -> None:
    def change(name: str, xml: str) -> str:
        if name == "word/document.xml":
            at = xml.index("The register says")
            run = xml.rindex("<w:t", 0, at)
            return f"{xml[:run]}<w:lastRenderedPageBreak/>{xml[run:]}"
        return re.sub(r"<Pages>\d*</Pages>|(?=</Properties>)", f"<Pages>{pages}</Pages>", xml, count=1)

    document = take_text(edited(made(ENGLISH, "docx"), change), "text.docx")
    _, source, _ = reading_of(document)
    assert missing(document, sentences(ENGLISH)) == []
    assert document.text.count("\f") == kept
    (match,) = find_matches(source, split_passage("The register says that the tower"))
    first = source.reading.blocks[match.first.block].supplied_at(match.first.start)
    page = source.pages.at(first)
    assert (page.number if page else None) == (2 if kept else None)
    assert any("does not store its pages" in doubt for doubt in document.doubts) is not kept


def test_an_e_book_keeps_the_labels_of_its_pages() -> None:
    mark = '<span epub:type="pagebreak" role="doc-pagebreak" id="p12" aria-label="12"></span>'
    marked = ENGLISH.replace("The register", f"`{mark}`{{=html}}The register")
    document = take_text(made(marked, "epub"), "book.epub")
    assert document.pages is not None
    assert document.pages.labels == ("", "12")
    assert missing(document, sentences(ENGLISH)) == []


def test_no_broken_file_ends_in_a_traceback() -> None:
    for form in ("docx", "odt", "epub", "html"):
        whole = made(ENGLISH, form)
        for share in (0.1, 0.5, 0.9):
            with suppress(UsageError):
                take_text(whole[: int(len(whole) * share)], f"text.{form}")
