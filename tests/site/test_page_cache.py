"""Kept pages: what was kept is found again, for the same Markdown at the same path with the same look."""

from pathlib import Path

from dossier.site.page_cache import PageCache
from dossier.site.page_links import PageLinks
from dossier.site.renderer import RenderedPage

PAGE = RenderedPage(
    "<p id=x>ü\n\n</p>\n".encode(),
    PageLinks(("../a/", "#x"), ("x",)),
    (("a/index.md", True), ("b", False)),
)


def test_a_page_that_was_kept_is_found_whole(tmp_path: Path) -> None:
    cache = PageCache(tmp_path / "pages", "f")
    key = cache.key("a.md", b"a")
    cache.keep([(key, PAGE)], ())
    assert list(cache.find([key, "other"])) == [(key, PAGE)]


def test_a_page_is_another_with_another_path_text_or_fingerprint(tmp_path: Path) -> None:
    keys = {
        PageCache(tmp_path, fingerprint).key(path, markdown)
        for fingerprint in ("f", "fa")
        for path in ("a.md", ".md")
        for markdown in (b"", b"a", b"b")
    }
    assert len(keys) == 12
