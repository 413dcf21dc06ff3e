"""Which configurations let each page be rendered, and kept, by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from dossier.site.renderer import is_plain


@pytest.mark.parametrize(
    ("extension", "plain"),
    [
        ("toc", True),
        ("markdown.extensions.tables", True),
        ("pymdownx.details", True),
        ("pymdownx.snippets", False),
        ("pymdownx.b64", False),
    ],
)
def test_an_extension_that_may_read_other_files_ties_pages_to_them(
    tmp_path: Path, extension: str, plain: bool
) -> None:
    (tmp_path / "docs").mkdir()
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: Lights\nplugins: []\nmarkdown_extensions: [{extension}]\n", "utf-8")
    assert is_plain(load_config(str(file))) is plain
