"""PDFs as a browser prints them: what a text says is found in them, in Arabic, too, and on its page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from dossier.documents import take_text
from dossier.verify.matching import find_matches
from dossier.verify.passage import split_passage
from tests.documents.test_formats import ARABIC, ENGLISH, FRENCH, made, reading_of, sentences

pytestmark = pytest.mark.browser


def without_notes(markdown: str) -> str:
    """A browser prints notes as a list; what becomes of notes is tested with pages that are laid out for it."""
    return re.sub(r"\[\^\d\](?!:)|^\[\^\d\]: .*$", "", markdown, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("markdown", "least"), [(ENGLISH, 0.95), (FRENCH, 0.95), (ARABIC, 0.8)], ids=["en", "fr", "ar"]
)
def test_what_a_printed_text_says_is_found_on_its_page(launch: Browser, markdown: str, least: float) -> None:
    text = without_notes(markdown)
    page = launch.new_page()
    html = made(text, "html").decode()
    page.set_content(
        html.replace(
            "<body", '<body style="font-size: 18pt; line-height: 1.7; text-align: justify" dir="auto"'
        )
    )
    content = page.pdf(
        format="A6",
        display_header_footer=True,
        header_template='<div style="font-size: 8px; margin-left: 60px">The Running Head</div>',
        footer_template='<div style="font-size: 8px; margin-left: 200px"><span class="pageNumber"></span></div>',
        margin={"top": "80px", "bottom": "80px", "left": "60px", "right": "60px"},
    )
    document = take_text(content, "printed.pdf")
    _, source, _ = reading_of(document)
    said = sorted(set(sentences(text)))
    matched = {words: find_matches(source, split_passage(words)) for words in said}
    found = [words for words, matches in matched.items() if matches]
    assert len(found) >= least * len(said), [words for words in said if words not in found]
    assert document.text.count("\f") > 1
    pages = document.text.split("\f")
    for words in found:
        first = matched[words][0].first
        at = source.reading.blocks[first.block].supplied_at(first.start)
        place = source.pages.at(at)
        assert place is not None
        assert words.split()[0] in pages[place.number - 1]
