"""What the theme's own search finds in each page: its plugin gathers that while pages are rendered, for one index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

PLUGINS = frozenset({"search", "material/search"})
"""The names of the plugin, in MkDocs and in the Material theme."""

SearchRecord = dict[str, object]
"""A section of a page, as the index has it; all of it can be written as JSON."""


@contextmanager
def search_records(config: MkDocsConfig) -> Iterator[list[SearchRecord]]:
    """The records that are made while the block runs; they are there when it ends, and no longer in the index."""
    records: list[SearchRecord] = []
    entries = _entries(config)
    before = len(entries)
    yield records
    records += entries[before:]
    del entries[before:]


def write_search_index(config: MkDocsConfig, records: Iterable[SearchRecord]) -> None:
    """Write the index of these records, as the plugin does at the end of a build."""
    _entries(config).extend(records)
    config.plugins.on_post_build(config=config)


def _entries(config: MkDocsConfig) -> list[SearchRecord]:
    for name in PLUGINS & set(config.plugins):
        index = vars(config.plugins[name]).get("search_index")
        for attribute in ("entries", "_entries"):
            if attribute in vars(index or object):
                return cast("list[SearchRecord]", getattr(index, attribute))
    return []
