"""Whatever a record or a source says, a page shows those characters and nothing else happens."""

import html
import string

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.leaves.markup import text

EXTENSIONS = ["attr_list", "md_in_html", "footnotes", "toc", "tables", "def_list", "abbr"]
PRINTABLE = st.text(
    alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")) | st.just(" "), min_size=1
)


@given(PRINTABLE.map(str.strip).filter(bool))
def test_text_survives_markdown_as_it_is(plain: str) -> None:
    rendered = markdown.markdown(f"x {text(plain)} x", extensions=EXTENSIONS)
    assert html.unescape(rendered) == f"<p>x {plain} x</p>"


@given(st.text())
@example(string.printable)
def test_no_character_of_markup_is_left(plain: str) -> None:
    safe = text(plain)
    assert not set("<>\"'`*_[](){}!|#+=~^$\\:@\n\r\t") & set(safe.replace("&#", "").replace(";", ""))


@pytest.mark.parametrize(
    "plain",
    ["1986. A great year", "*the*", "```", "<script>", "{: .x}", "[[id]]", "# no heading", "- no item"],
)
def test_what_would_be_markup_at_the_start_of_a_paragraph_is_text(plain: str) -> None:
    assert html.unescape(markdown.markdown(text(plain), extensions=EXTENSIONS)) == f"<p>{plain}</p>"


@pytest.mark.parametrize("plain", ['a" onclick="x', "a' b", "a>b"])
def test_an_attribute_cannot_be_left(plain: str) -> None:
    assert html.unescape(text(plain)) == plain
    assert not {'"', "'", "<", ">"} & set(text(plain))


@pytest.mark.parametrize("control", ["\0", "\x0b", "\x85", "\x7f", "\x92", "\ufffe", "\ufdd0"])
def test_a_control_becomes_the_sign_of_what_cannot_be_shown(control: str) -> None:
    assert html.unescape(text(f"a{control}b")) == "a\ufffdb"
