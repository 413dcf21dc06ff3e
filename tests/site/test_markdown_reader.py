"""A page reads the same whatever was read before it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from dossier.site.markdown_reader import MarkdownReader

TEXTS = (
    "# Words\n\nOn WHO.[^1]\n\n*[WHO]: World Health Organization\n\n[^1]: A note.\n\n## Same\n\n## Same\n",
    "# Other\n\nWHO again,[^1] and [a link][ref].\n\n[^1]: Another note.\n\n[ref]: ../words/\n\n## Same\n",
    "Term\n:   WHO\n\n| a | b |\n|---|---|\n| [ref] | c |\n\n<div markdown>\n*in it*\n</div>\n",
    '---\ntitle: "No heading"\n---\n~~~\n[^1] *[WHO]: code\n~~~\n\n<div>\n\n**raw**\n\n</div>\n',
)


def read(reader: MarkdownReader, number: int) -> tuple[object, ...]:
    (Path(reader.config.docs_dir) / "page.md").write_text(TEXTS[number], "utf-8")
    file = File("page.md", reader.config.docs_dir, reader.config.site_dir, use_directory_urls=True)
    page = Page(None, file, reader.config)
    reader.populate(page, Files([file]))
    return page.content, page.title, page.meta, str(page.toc)


@pytest.fixture(name="config", params=[{}, {"UNIQUE_IDS": True}])
def _config(request: pytest.FixtureRequest, tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    extensions: list[Any] = [
        "abbr",
        "attr_list",
        "def_list",
        "fenced_code",
        "md_in_html",
        {"footnotes": request.param},
    ]
    (tmp_path / "mkdocs.yml").write_text("site_name: Notes\n", "utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"), plugins=[], markdown_extensions=extensions)


def test_a_page_reads_the_same_whatever_was_read_before_it(config: MkDocsConfig) -> None:
    alone = [read(MarkdownReader(config), number) for number in range(len(TEXTS))]
    for order in permutations(range(len(TEXTS))):
        reader = MarkdownReader(config)
        for number in order:
            assert read(reader, number) == alone[number], order
