from __future__ import annotations

import pytest

from dossier.link.rendered import Renderer
from dossier.link.syntax import Syntax, read_syntax
from dossier.link.tokens import Address, CitationToken, CountToken, Dropped, MentionToken, Slip

RENDERER = Renderer()


def read(markdown: str) -> Syntax:
    return read_syntax(markdown, RENDERER)


def found(markdown: str) -> list[tuple[str, str]]:
    """Citations, mentions and counts, as typed."""
    names = {CitationToken: "citation", MentionToken: "mention", CountToken: "count"}
    return [
        (names[type(token)], markdown[token.start : token.end])
        for token in read(markdown).tokens
        if type(token) in names
    ]


def slips(markdown: str) -> list[tuple[int, str]]:
    return [(slip.at, slip.message) for slip in read(markdown).slips]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("It rained [@a-b].", [("citation", "[@a-b]")]),
        ("[@a, p. 4; @b]", [("citation", "[@a, p. 4; @b]")]),
        ("[@a][@b]", [("citation", "[@a]"), ("citation", "[@b]")]),
        ("@a-b says so", [("citation", "@a-b")]),
        ("@a [p. 4] says so", [("citation", "@a [p. 4]")]),
        ("@a [@b] says so", [("citation", "@a"), ("citation", "[@b]")]),
        ("@a [[b]] says so", [("citation", "@a"), ("mention", "[[b]]")]),
        ("@a [words](b.md)", [("citation", "@a")]),
        ("> a quotation [@a,\n> p. 4]", [("citation", "[@a,\n> p. 4]")]),
        (
            "the [[rain]] and [[snow|heavy snow]]",
            [("mention", "[[rain]]"), ("mention", "[[snow|heavy snow]]")],
        ),
        ("broken [[rain|over\ntwo lines]]", [("mention", "[[rain|over\ntwo lines]]")]),
        ("[[[rain]]] and [see [[rain]]]", [("mention", "[[rain]]"), ("mention", "[[rain]]")]),
        ("{{sources}} and {{ claims }}", [("count", "{{sources}}"), ("count", "{{ claims }}")]),
        ("## All {{sources}}", [("count", "{{sources}}")]),
        (
            "| [[rain|x]] | [@a] |\n| --- | --- |\n| y | z |",
            [("mention", "[[rain|x]]"), ("citation", "[@a]")],
        ),
        ("text[^1]\n\n[^1]: a note [@a]", [("citation", "[@a]")]),
        ("- item\n\n    more [@a]\n\n        code [@b]", [("citation", "[@a]")]),
        (
            '<div markdown="1">\n*x* [@a]\n</div>\n\n<p>[[b]]</p>',
            [("citation", "[@a]"), ("mention", "[[b]]")],
        ),
    ],
)
def test_citations_mentions_and_counts_are_found(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert found(markdown) == expected
    assert slips(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "code `[@a]` and ``[[b]] ` {{c}}``",
        "```\n[@a] [[b]]\n```",
        "~~~~ text\n[@a]\n~~~\n[[b]]\n~~~~",
        "words\n\n    [@a] [[b]] {{c}}",
        "<pre>[@a] [[b]]</pre> and <code>{{c}}</code>",
        "<!-- [@a]\n[[b]] {{c}} -->",
        r"\[@a] and \[[b]] and \{{c}}",
        "user@example.org and <user@example.org> and @ and @!",
        "https://example.org/@user and [x](https://example.org/@user) and <https://example.org/@user>",
        "[x](b.md 'a title') [1] [sic]",
        "[]: x.md",
    ],
)
def test_nothing_is_found_in_code_comments_addresses_and_behind_a_backslash(markdown: str) -> None:
    assert found(markdown) == []
    assert slips(markdown) == []


def test_the_backslash_of_an_at_sign_is_dropped_because_no_renderer_takes_it_away() -> None:
    assert read(r"mail \@home `\@x`").tokens == (Dropped(5, 6),)


@pytest.mark.parametrize(
    ("markdown", "at", "message"),
    [
        ("as [@a, and so on.", 3, "the bracket of this citation is not closed"),
        ("as [@a, and so on [@b].", 3, "the bracket of this citation is not closed"),
        ("- [@a, and\n- [@b] too", 2, "the bracket of this citation is not closed"),
        ("as [see @a\n\nnext]", 3, "the bracket of this citation is not closed"),
        ("as @a, p. 4] says", 3, "a `]` closes this citation, which no `[` opens"),
        ("[@a, @b]", 5, "a second citation begins here without a `;` before it"),
        ("[@a and @b]", 8, "a second citation begins here without a `;` before it"),
        ("[ @a ]", 0, "a citation has a blank behind its bracket"),
        ("[@ a]", 1, "no id follows this `@`"),
        ("[@]", 1, "no id follows this `@`"),
        ("[@a,]", 3, "nothing follows the comma of this citation"),
        ("[@a; b]", 5, "`b` cites nothing: it has no `@`"),
        ("[@a;]", 4, "nothing is cited on one side of this `;`"),
        ("[^@a]", 0, "a footnote is no citation"),
        ("[@a]{.x}", 4, "a citation takes no attributes"),
        ("[@a](b.md)", 1, "inside the words of a link there can't be another link"),
        ("[x [@a] y](b.md)", 4, "inside the words of a link there can't be another link"),
        ("[x @a y](b.md)", 3, "inside the words of a link there can't be another link"),
        ("[x [[a]]](b.md)", 3, "inside the words of a link there can't be another link"),
        ("<a href='b.md'>[[a]]</a>", 15, "inside the words of a link there can't be another link"),
        ("![a [[b]]](c.png)", 4, "in the alt text of a picture nothing can be a link"),
        ("![a @b](c.png)", 4, "in the alt text of a picture nothing can be a link"),
        ("[a](b.md '[[c]]')", 10, "in the `title` of an element nothing can be a link"),
        ("[a]([[b]])", 4, "in the `href` of an element nothing can be a link"),
        ("[see [[b]] @a]", 11, "a citation can't hold a link"),
        ("![[a]]", 0, "a page can't be shown inside another"),
        ("[[a]", 0, "this `[[` is not closed by `]]`"),
        ("[[1, 2], [3, 4]]", 0, "this `[[` is not closed by `]]`"),
        ("[[a|]]", 0, "a part of this link is empty"),
        ("[[]]", 0, "a part of this link is empty"),
        ("{{a", 0, "this `{{` is not closed by `}}`"),
        ("text[^2]", 4, "`[^2]` is not defined anywhere in this text"),
        ("[words][b]", 7, "`[b]` is not defined anywhere in this text"),
    ],
)
def test_what_looks_like_a_citation_or_a_link_and_is_none_is_told_once(
    markdown: str, at: int, message: str
) -> None:
    assert slips(markdown) == [(at, message)]


def test_a_slip_names_the_code_of_its_problem_and_how_to_fix_it() -> None:
    (slip,) = read("[ @a ]").slips
    assert slip == Slip(0, "a citation has a blank behind its bracket", "write `[@a]`")


def addresses(markdown: str) -> list[Address]:
    return [token for token in read(markdown).tokens if isinstance(token, Address)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[a](b.md)", ["b.md"]),
        ("[a](b.md 'title') and ![x](assets/c.png)", ["b.md", "assets/c.png"]),
        ("[a](<b c.md>)", ["b c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[a]\n\n[a]: b.md 'title'\n[^1]: a note", ["b.md"]),
        ("see [x [y]](b.md)", ["b.md"]),
        ("`[a](b.md)` <!-- [a](b.md) --> \\[a](b.md", []),
        ("    [a](b.md)", []),
        ("<a class='x' href=\"b.md\">x</a> <img src='c.png'>", ["b.md", "c.png"]),
        ("<img src=c.png alt=x> <video poster=d.jpg src=e.mp4></video>", ["c.png", "d.jpg", "e.mp4"]),
        ("<img srcset='a.png 1x, b.png 2x' src=c.png>", ["a.png", "b.png", "c.png"]),
        ("1 < 2 and href = 'x'", []),
    ],
)
def test_addresses_of_links_and_pictures_are_found_with_their_offsets(
    markdown: str, expected: list[str]
) -> None:
    inside = addresses(markdown)
    assert [token.text for token in inside] == expected
    assert [markdown[token.start : token.end] for token in inside] == expected


def test_an_address_in_html_is_read_without_its_character_references() -> None:
    assert [token.text for token in addresses('<a href="a&amp;b.md">x</a>')] == ["a&b.md"]
