"""Kept pages: what was kept is found again, for the same Markdown at the same path with the same look."""

import sqlite3
from contextlib import closing
from pathlib import Path

from dossier.leaves.kept import digest_of
from dossier.site.page_cache import KeptPage, PageCache
from dossier.site.page_links import PageLinks

HTML = "<p id=x>ü\n\n</p>\n".encode()
PAGE = KeptPage(
    digest_of(HTML), PageLinks(("../a/", "#\ud800"), ("x",)).packed, (("a/index.md", True), ("b", False))
)
EMPTY = KeptPage("", PageLinks((), ()).packed, ())


def test_a_page_that_was_kept_is_found_whole(tmp_path: Path) -> None:
    cache = PageCache(tmp_path / "pages", "f")
    cache.keep([("a", PAGE, HTML), ("b", EMPTY, b"")], ())
    assert dict(cache.find(["a", "b", "other"])) == {"a": PAGE, "b": EMPTY}
    assert dict(cache.html({"a": PAGE.digest, "b": "", "other": ""})) == {"a": HTML, "b": b""}


def test_html_that_is_not_what_was_kept_is_none(tmp_path: Path) -> None:
    cache = PageCache(tmp_path / "pages", "f")
    cache.keep([("a", PAGE, HTML), ("b", EMPTY, b"")], ())
    with closing(sqlite3.connect(cache.path)) as database, database:
        database.execute("UPDATE bodies SET body = x'00'")
    assert dict(cache.html({"a": PAGE.digest, "b": ""})) == {}


def test_a_page_is_another_with_another_path_text_or_fingerprint(tmp_path: Path) -> None:
    keys = {
        PageCache(tmp_path, fingerprint).key(path, digest)
        for fingerprint in ("f", "fa")
        for path in ("a.md", ".md")
        for digest in ("", "a", "b")
    }
    assert len(keys) == 12
