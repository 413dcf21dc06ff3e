"""A page as MkDocs renders it, alone and in memory: no folder that could be published holds anything of a preview.

Which Markdown a page has is handed in; what all pages share (theme, settings, navigation) is read once, when it opens.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from dossier.model.usage_error import UsageError
from dossier.site.mkdocs import captured_warnings, mkdocs_environment
from dossier.site.renderer import PageRenderer, open_renderer
from dossier.site.theme import write_theme


@dataclass(frozen=True, slots=True)
class PagePreview:
    """MkDocs, ready for any page of a project; `stamp` is the ISO day that stands for now."""

    renderer: PageRenderer
    stamp: str

    def html(self, path: str, markdown: bytes) -> tuple[str, tuple[str, ...]]:
        """The page of a Markdown file, by its path among the pages, and what MkDocs warns of."""
        file = self._file(path)
        file.content_bytes = markdown
        with _mkdocs(self.stamp) as warnings:
            page = self.renderer.render(file)
        return page.html.decode(), tuple(warnings)

    def asset(self, path: str) -> bytes | None:
        """A file of the theme, by its path in the site."""
        files = (file for file in self.renderer.files if file.dest_uri == path and file.abs_src_path)
        return next((file.content_bytes for file in files), None)

    def _file(self, path: str) -> File:
        file = self.renderer.files.get_file_from_path(path)
        if file is None:  # a page that came after the renderer was opened
            file = File.generated(self.renderer.config, path, content=b"")
            self.renderer.files.append(file)
            Page(None, file, self.renderer.config)
        return file


def site_path(root: Path) -> str:
    """The path that the site is published below, as `site_url` says: with a slash at both ends."""
    with _mkdocs("1980-01-01"):
        return unquote(urlsplit(_load(root).site_url or "/").path) or "/"


def open_preview(root: Path, url: str, stamp: str, pages: Mapping[str, bytes]) -> PagePreview:
    """Read what all pages share. `pages` are known by their path; those of the navigation need their Markdown.

    `url` is where the preview is looked at. Raises `UsageError` with MkDocs' own words where it refuses.
    """
    with _mkdocs(stamp):
        config = _load(root, site_url=url)
        files = Files([File.generated(config, path, content=content) for path, content in pages.items()])
        return PagePreview(open_renderer(config, files), stamp)


def _load(root: Path, **settings: str) -> MkDocsConfig:
    (root / "build" / "pages").mkdir(parents=True, exist_ok=True)
    write_theme(root)
    config = load_config(str(root / "mkdocs.yml"), **settings)
    config.plugins.on_startup(command="serve", dirty=False)
    return config


@contextmanager
def _mkdocs(stamp: str) -> Iterator[list[str]]:
    with mkdocs_environment(stamp), captured_warnings() as warnings:
        try:
            yield warnings
        except MkDocsException as error:
            raise UsageError("\n  ".join((f"MkDocs could not make the page: {error}", *warnings))) from error
