from __future__ import annotations

import pytest

from dossier.link.syntax import TokenKind, targets, tokens


def found(markdown: str) -> list[tuple[str, str]]:
    return [
        (token.kind.value, token.text) for token in tokens(markdown) if token.kind is not TokenKind.LITERAL
    ]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("It rained [@a-b].", [("citation", "[@a-b]")]),
        ("[@a, p. 4; @b]", [("citation", "[@a, p. 4; @b]")]),
        ("[@a][@b]", [("citation", "[@a]"), ("citation", "[@b]")]),
        (
            "the [[rain]] and [[snow|heavy snow]]",
            [("mention", "[[rain]]"), ("mention", "[[snow|heavy snow]]")],
        ),
        ("broken [[rain|over\ntwo lines]]", [("mention", "[[rain|over\ntwo lines]]")]),
        ("code `[@a]` and ``[[b]] ` [@c]``", []),
        ("a stray ` tick and [@a]", [("citation", "[@a]")]),
        ("a stray ` tick\n\nand [@a] another `", [("citation", "[@a]")]),
        ("```\n[@a]\n```\n[@b]", [("citation", "[@b]")]),
        ("  ~~~~ text\n[@a]\n~~~\n[[b]]\n  ~~~~\n[@c]", [("citation", "[@c]")]),
        ("``` not closed\n[@a]", [("citation", "[@a]")]),
        ("<!-- [@a]\n[[b]] --> [@c]", [("citation", "[@c]")]),
        (r"\[@a] and \[[b]]", []),
        (r"\\[@a]", [("citation", "[@a]")]),
        ("[@name](https://example.org)", []),
        ("[words](page.md) [1] [^note]", []),
        ("[[]] [@x", []),
    ],
)
def test_citations_and_mentions_are_found_but_not_in_code_comments_or_escapes(
    markdown: str, expected: list[tuple[str, str]]
) -> None:
    assert found(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[a](b.md)", ["b.md"]),
        ("[a](b.md 'title') and ![x](assets/c.png)", ["b.md", "assets/c.png"]),
        ("[a]( <b c.md> )", ["b c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[a]\n\n[a]: b.md 'title'\n[^1]: a note", ["b.md"]),
        ("see [@x [y]](b.md)", ["b.md"]),
        ("`[a](b.md)` <!-- [a](b.md) --> \\[a](b.md", []),
        ("<a class='x' href=\"b.md\">x</a> <img src='c.png'>", ["b.md", "c.png"]),
        ("1 < 2 and href = 'x'", []),
    ],
)
def test_targets_of_links_are_found_with_their_offsets(markdown: str, expected: list[str]) -> None:
    inside = list(targets(markdown))
    assert [token.text for token in inside] == expected
    assert [markdown[token.start : token.end] for token in inside] == expected
