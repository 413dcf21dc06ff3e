"""Links to folders lead to files, so that a page can be opened from a disk."""

import pytest

from dossier.site.from_disk import from_disk

FILES = {
    "index.html",
    "claims/index.html",
    "claims/x/index.html",
    "claims/x.md",
    "data/claims.json",
    "v1.2/index.html",
}


@pytest.mark.parametrize(
    ("link", "on_disk"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "index.html"),
        (".", "index.html"),
        ("../../", "../../index.html"),
        ("../#a", "../index.html#a"),
        ("../?source=s&amp;q=a/b#z", "../index.html?source=s&amp;q=a/b#z"),
        ("../x/", "../x/index.html"),
        ("../x", "../x/index.html"),
        ("../../v1.2", "../../v1.2/index.html"),
        ("/n/claims/x/#a", "index.html#a"),
        ("/n/", "../../index.html"),
        ("/n/data/claims.json", "../../data/claims.json"),
        ("#a", "#a"),
        ("../x.md", "../x.md"),
        ("../../data/claims.json", "../../data/claims.json"),
        ("https://example.org/n/claims/", "https://example.org/n/claims/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../../elsewhere/", "../../elsewhere/"),
    ],
)
def test_a_link_to_a_folder_leads_to_its_index(link: str, on_disk: str) -> None:
    assert from_disk(f'<a class="x" href="{link}">', "claims/x/index.html", FILES, "/n/") == (
        f'<a class="x" href="{on_disk}">'
    )


@pytest.mark.parametrize(
    ("html", "on_disk"),
    [
        ("<a href=../>up</a>", "<a href=../index.html>up</a>"),
        ('<form action="../">', '<form action="../index.html">'),
        ('<meta content="0; url=../x/">', '<meta content="0; url=../x/index.html">'),
        ('<link rel="next" href="../">', '<link rel="next" href="../index.html">'),
        ('<link rel="canonical" href="/n/">', '<link rel="canonical" href="/n/">'),
        ('<a title="1 > 0" href="../">', '<a title="1 > 0" href="../index.html">'),
        ('<p>Write href="../" so.', '<p>Write href="../" so.'),
        ('<p class="online">A <b>file</b>.</p>\n<p>More.</p>', "<p>More.</p>"),
    ],
)
def test_every_way_of_linking_is_known_and_nothing_else_changes(html: str, on_disk: str) -> None:
    assert from_disk(html, "claims/x/index.html", FILES, "/n/") == on_disk
