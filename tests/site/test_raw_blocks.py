"""Taking out plain blocks first changes nothing of what Python-Markdown makes of a text."""

from __future__ import annotations

from itertools import product

import markdown
import pytest
from markdown.preprocessors import Preprocessor

from dossier.site.raw_blocks import RawBlocks, take_raw_blocks

EXTENSIONS = ["abbr", "attr_list", "footnotes", "md_in_html", "tables", "toc"]
PIECES = (
    "# A heading {#here}\n\n",
    "Words &#38; more, 1 < 2 & <em>so on</em>\n",
    '<p class=\'a\' data-x="1 > 0" hidden>words <b>and</b> &#40;more&#41;<br>and an <img alt=""></p>\n',
    "<div>\n\n<div><p>within</p>\n</div>\n\n# no heading\n</div>\n\n",
    "<svg><title>A &amp; b</title><path d='M 0 0'/></svg>\n\n\n",
    "<figure><p>not closed</figure> tail *of it*\n",
    "  <ul>\n<li>1\n<li>2\n</ul>  \n",
    "    <p>code</p>\n\n",
    "`<div>` and\n<span>*in a line*</span>\n",
    "<hr>\n<p>after</p>\n\n",
    "<p>AT&T &copy now</p>\n\n",
    '<div markdown="1">\n*words*\n\n<p>x</p>\n</div>\n\n',
    "<!-- <div> -->\n",
    "<script>if (a < b) { c('</p>') }</script>\n\n",
    "</div>\n\n",
    "<https://example.org/>\n<DIV>x</Div>\n",
    "<p><b>1</b></p>\n<p>2</B></p>\n\n",
    "<p><br>a</br></p>\n\n<hr>x</hr>\n",
    "<div><p/>a</p></div>\n\n<p>b</p >\n",
    "<section></p>x</p><em>y</em></section>\n\n",
    "- item\n\n    <p>in it</p>\n\n",
    "<p>never closed\n\n",
)


def converted(text: str, *, first: bool, extensions: list[str]) -> str:
    md = markdown.Markdown(extensions=extensions)
    if first:
        take_raw_blocks(md)
    return md.convert(text)


@pytest.mark.parametrize("extensions", [EXTENSIONS, []])
def test_a_page_reads_the_same_whether_blocks_are_taken_out_first(extensions: list[str]) -> None:
    for pair in product(PIECES, PIECES):
        text = "".join((*pair, "Words\n", *pair))
        with_ours = converted(text, first=True, extensions=extensions)
        assert with_ours == converted(text, first=False, extensions=extensions), text


class Spy(Preprocessor):
    """Notes what comes to the parser of HTML, and takes nothing out."""

    def run(self, lines: list[str]) -> list[str]:
        self.seen = "\n".join(lines)
        return lines


def test_blocks_are_taken_out_before_the_parser_sees_them() -> None:
    md = markdown.Markdown(extensions=EXTENSIONS)
    spy = Spy(md)
    md.preprocessors.register(RawBlocks(md, spy), "html_block", 20)
    md.convert("# Head\n\n<div><p>one</p></div>\n\n<p>two</p>\n\nWords<br>.")
    assert spy.seen.count("<") == 1
    assert len(md.htmlStash.rawHtmlBlocks) == 3


def test_another_parser_of_html_is_left_alone() -> None:
    md = markdown.Markdown(extensions=EXTENSIONS)
    spy = Spy(md)
    md.preprocessors.register(spy, "html_block", 20)
    take_raw_blocks(md)
    assert md.preprocessors["html_block"] is spy
