"""Passing over plain texts changes nothing of what Python-Markdown makes of a page."""

from __future__ import annotations

from typing import Any

import markdown
import pytest
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from dossier.site.plain_text import pass_over_plain_text

EXTENSIONS = ["abbr", "attr_list", "footnotes", "md_in_html", "tables", "toc"]
TEXTS = (
    "Plain words, and “more”; 1 > 0.",
    "*One* _two_ **three** `four` \\*five",
    "[a](b) ![c](d) [e][f] <https://a.org> <a@b.org> <b>x</b> &amp; &#46;\n\n[f]: g",
    "A line  \nanother\nand one more",
    "# Head *two* {#here}\n\nWHO[^1] says\n\n[^1]: So.\n\n*[WHO]: World Health Organization",
    "| a | *b* |\n|---|---|\n| c | d |\n\n<div markdown>\nwords\n\n- one\n- *two*\n</div>",
)


@pytest.mark.parametrize("extensions", [EXTENSIONS, []])
@pytest.mark.parametrize("text", TEXTS)
def test_a_page_reads_the_same_whether_plain_texts_are_passed_over(extensions: list[str], text: str) -> None:
    md = markdown.Markdown(extensions=extensions)
    pass_over_plain_text(md)
    assert type(md.treeprocessors["inline"]) is not InlineProcessor
    assert md.convert(text) == markdown.markdown(text, extensions=extensions)


class Marked(Extension):
    """Marks what stands between two signs of its own."""

    def extendMarkdown(self, md: Any) -> None:  # noqa: ANN401, N802
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()=(\w+)=", "mark"), "marked", 50)


def test_a_pattern_of_an_extension_that_is_not_known_is_tried_on_every_text() -> None:
    md = markdown.Markdown(extensions=[Marked()])
    pass_over_plain_text(md)
    assert md.convert("a =b= c") == "<p>a <mark>b</mark> c</p>"
