"""Kept pages: what was kept is found again, and nothing that only looks like it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

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
    cache.keep(cache.key("a.md", b"a"), PAGE)
    assert cache.find(cache.key("a.md", b"a")) == PAGE


def test_a_page_is_another_with_another_path_text_or_fingerprint(tmp_path: Path) -> None:
    keys = {
        PageCache(tmp_path, fingerprint).key(path, markdown)
        for fingerprint in ("f", "fa")
        for path in ("a.md", ".md")
        for markdown in (b"", b"a", b"b")
    }
    assert len(keys) == 12


def half(entry: bytes) -> bytes:
    return entry[: len(entry) // 2]


def flipped(entry: bytes) -> bytes:
    return entry[:-3] + bytes([entry[-3] ^ 1]) + entry[-2:]


@pytest.mark.parametrize("damage", [half, flipped, lambda _: b"", lambda _: b"\xff\n\n", lambda e: e + b" "])
def test_an_entry_that_is_damaged_or_half_written_is_none(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    cache = PageCache(tmp_path, "f")
    cache.keep("key", PAGE)
    (tmp_path / "key").write_bytes(damage((tmp_path / "key").read_bytes()))
    assert cache.find("key") is None


def test_the_entry_of_another_page_is_none(tmp_path: Path) -> None:
    cache = PageCache(tmp_path, "f")
    cache.keep("theirs", PAGE)
    (tmp_path / "theirs").rename(tmp_path / "ours")
    assert cache.find("ours") is None


def test_the_pages_longest_not_used_go_first_until_the_rest_fits(tmp_path: Path) -> None:
    cache = PageCache(tmp_path, "f")
    for age, name in enumerate(("new", "older", "used", "oldest")):
        cache.keep(name, PAGE)
        os.utime(tmp_path / name, (2000 - age, 2000 - age))
    assert cache.find("used")
    size = (tmp_path / "new").stat().st_size
    cache.trim(2 * size)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "used"]
