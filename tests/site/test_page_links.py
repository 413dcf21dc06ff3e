"""What a page links to, and where it can be linked to, is what a browser finds in it."""

import pytest

from dossier.site.page_links import PageLinks, parse_links


@pytest.mark.parametrize(
    ("html", "links", "ids"),
    [
        ('<p id=b>x<p id="a">y', (), ("a", "b")),
        ('<a href="x?a=1&amp;b=2">x</a><a href="x?a=1&amp;b=2">y</a>', ("x?a=1&b=2",), ()),
        (
            '<img src="i.png"><video poster="p.png"></video><object data="o.svg"></object>',
            ("i.png", "o.svg", "p.png"),
            (),
        ),
        ('<a name="old" href>x</a><input name="q">', (), ("old",)),
        ('<base href="/x/"><link rel="canonical" href="/y/"><link rel="icon" href="z.svg">', ("z.svg",), ()),
        ('<svg><a href="../q/"><text id="t">q</text></a></svg>', ("../q/",), ("t",)),
        ("<noscript><img src=n></noscript><textarea><a href=no></a></textarea>", ("n",), ()),
    ],
)
def test_links_and_anchors_are_read_as_a_browser_reads_them(
    html: str, links: tuple[str, ...], ids: tuple[str, ...]
) -> None:
    assert parse_links(f"<!doctype html>{html}".encode()) == PageLinks(links, ids)


@pytest.mark.parametrize(
    "links",
    [PageLinks((), ()), PageLinks(("",), ()), PageLinks((), ("",)), PageLinks(("#a", "b\nc"), ("é", "ف"))],
)
def test_what_was_packed_is_whole(links: PageLinks) -> None:
    assert PageLinks.of(links.packed) == links


def test_no_address_and_no_anchor_has_the_character_that_is_between_them() -> None:
    assert parse_links(b'<!doctype html><a href="a\0b&#0;c" id="x\0y">') == PageLinks(("a�b�c",), ("x�y",))
