from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dossier.link import link
from dossier.link.syntax import blank, targets, tokens
from dossier.model.kinds import RecordKind
from dossier.model.links import Words
from dossier.model.problem import Problems
from tests.corpus_builder import build_corpus

PIECES = [
    "[@a]",
    "[[b|c]]",
    "[x](y.md)",
    "`",
    "``",
    "\n",
    "\n\n",
    "```\n",
    "~~~",
    "<!--",
    "-->",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "x. Y ",
]
markdown = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20).map("".join)


@given(markdown)
def test_tokens_stand_in_order_and_are_what_stands_there(text: str) -> None:
    found = list(tokens(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[token.start : token.end] == token.text for token in [*found, *targets(text)])


@given(markdown)
def test_blanking_keeps_every_offset_and_line(text: str) -> None:
    blanked = blank(text, [(token.start, token.end) for token in tokens(text)])
    assert len(blanked) == len(text)
    assert blanked.count("\n") == text.count("\n")


@given(markdown)
def test_markdown_that_leads_nowhere_stays_as_it_was_typed(text: str) -> None:
    corpus = build_corpus(pages=[{"path": "about.md", "body": text}])
    problems = Problems()
    fragments = link(corpus, problems).inline[(RecordKind.PAGE, "about.md"), "body"]
    assert "".join(each.markdown for each in fragments if isinstance(each, Words)) == text
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 5]) + 1
