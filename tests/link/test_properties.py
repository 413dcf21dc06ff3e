from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.link import link
from dossier.link.plain import without_literals
from dossier.link.rendered import Renderer
from dossier.link.syntax import read_syntax
from dossier.link.tokens import Dropped
from dossier.model.kinds import RecordKind
from dossier.model.lines import Lines
from dossier.model.links import Href, Words
from dossier.model.problem import Problems
from tests.corpus_builder import build_corpus

PIECES = [
    "[@a]",
    "@a ",
    "[[b|c]]",
    "{{d}}",
    "[x](y.md)",
    "![x](y.png)",
    "`",
    "``",
    "\n",
    "\n\n",
    "\n- ",
    "    ",
    "```\n",
    "~~~",
    "<!--",
    "-->",
    "\\",
    "[",
    "]",
    "(",
    ")",
    ";",
    "<a href='x'>",
    "x. Y ",
]
RENDERER = Renderer()
markdown = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20).map("".join)


@given(markdown)
@settings(deadline=None)
def test_tokens_are_in_order_and_slips_are_inside_the_text(text: str) -> None:
    syntax = read_syntax(text, RENDERER)
    assert all(one.end <= other.start for one, other in pairwise(syntax.tokens))
    assert all(0 <= token.start < token.end <= len(text) for token in syntax.tokens)
    assert all(0 <= slip.at <= len(text) for slip in syntax.slips)


PLAIN = [
    "[@a]",
    "@a ",
    "[[b|c]]",
    "[",
    "]",
    "][a]",
    "[TOC]",
    "[a]: b",
    "(",
    ")",
    "Été ",
    ". ",
    " 1. ",
    "-",
    "'x' ",
    "http://a.b ",
]


@given(st.lists(st.sampled_from(PLAIN), max_size=12).map("".join))
@settings(deadline=None)
def test_a_plain_line_is_read_as_the_library_reads_it(text: str) -> None:
    not_known = Renderer(("nl2br",))  # an extension of which it is not known what it makes of such a line
    assert read_syntax(f"A {text}", RENDERER) == read_syntax(f"A {text}", not_known)


@given(markdown)
def test_blanking_keeps_every_offset_and_line(text: str) -> None:
    blanked = without_literals(text)
    assert len(blanked) == len(text)
    assert blanked.count("\n") == text.count("\n")


@given(markdown)
@settings(deadline=None)
def test_markdown_that_leads_nowhere_stays_as_it_was_typed(text: str) -> None:
    corpus = build_corpus(pages=[{"path": "about.md", "body": text}])
    problems = Problems()
    fragments = link(corpus, problems).inline[(RecordKind.PAGE, "about.md"), "body"]
    kept = "".join(fragment.markdown for fragment in fragments if isinstance(fragment, Words))
    dropped = [token for token in read_syntax(text, RENDERER).tokens if isinstance(token, Dropped)]
    assert not any(isinstance(fragment, Href) for fragment in fragments)
    assert len(kept) == len(text) - len(dropped)
    lines = Lines(text).texts()
    for problem in problems:
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 5]) + 1
