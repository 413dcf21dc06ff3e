"""Renders pages one by one, each as `mkdocs build` does: MkDocs renders all or none.

It repeats what `build`, `_populate_page` and `_build_page` of MkDocs 1.6.1 do, which is frozen and locked, without
plugins: `is_plain` says of a configuration whether that is all it asks for. MkDocs' own search for anchors is left
out: `links` follows them in the built pages. Keeping pages and choosing processes is left to `pages`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import jinja2
import markdown.extensions
from mkdocs.commands.build import _build_extra_template, _build_theme_template, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from dossier.leaves.kept_templates import KeptTemplates, TemplatesInMemory
from dossier.site.markdown_reader import MarkdownReader
from dossier.site.page_links import PageLinks, parse_links
from dossier.site.shells import Shells

_OF_PYTHON_MARKDOWN = {path.stem for path in Path(markdown.extensions.__file__).parent.glob("*.py")}
_READING = {"pymdownx.snippets", "pymdownx.b64"}
"""Extensions that lay other files into a page."""
_NOT_LOADED = re.compile(r"assets/(javascripts/(bundle\.|lunr/|workers/)|stylesheets/.*\.map$)")
_PACKED_SITEMAP = "sitemap.xml.gz"
_ALL_PAGES = re.compile(r"\{[{%][^}]*(?<![.\w\"'])pages\b")


class _Templates(jinja2.FileSystemLoader):
    """The templates of a theme, listed without those in hidden folders: MkDocs wants none of the thousands of icons."""

    def list_templates(self) -> list[str]:
        found = set()
        for top in self.searchpath:
            for folder, inner, names in os.walk(top):
                inner[:] = [name for name in inner if not name.startswith(".")]
                found |= {Path(folder, name).relative_to(top).as_posix() for name in names}
        return sorted(found)


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """The HTML of a page, and what it links to.

    `asked`: the files of the site that its links asked for, and whether each was there.
    """

    html: bytes
    links: PageLinks
    asked: tuple[tuple[str, bool], ...]


class _AskedFiles:
    """Files as the treatment of links asks for them; remembers which of them are there."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.asked: dict[str, bool] = {}

    def get_file_from_path(self, path: str) -> File | None:
        file = self.files.get_file_from_path(path)
        self.asked[path] = file is not None
        return file


@dataclass(frozen=True, slots=True)
class PageRenderer:
    """MkDocs with everything that all pages share; make one with `open_renderer`."""

    config: MkDocsConfig
    files: Files
    pages: Sequence[File]
    """The Markdown files among `files`, in MkDocs' order."""
    others: Sequence[File]
    """Those that go into the site as they are."""
    nav: Navigation
    reader: MarkdownReader
    environment: jinja2.Environment
    shells: Shells

    def render(self, file: File) -> RenderedPage:
        """The page of a Markdown file, as `mkdocs build` writes it; what it warns of goes to MkDocs' log."""
        page = cast("Page", file.page)  # `open_renderer` gave it one
        asked = _AskedFiles(self.files)
        try:
            self.config._current_page = page
            self.reader.populate(page, cast("Files", asked))
            page.active = True
            context = get_context(self.nav, self.pages, self.config, page)
            html = self.shells.render(page, context)
        finally:
            page.active = False
            self.config._current_page = None
            page.content = page.markdown = None  # of ten thousand pages, one at a time is kept
        encoded = html.encode("utf-8", errors="xmlcharrefreplace")
        return RenderedPage(encoded, parse_links(encoded), tuple(sorted(asked.asked.items())))

    @property
    def names(self) -> frozenset[str]:
        """The paths in the site of everything that a build writes."""
        files = (file.dest_uri for file in (*self.pages, *self.others))
        return frozenset((*files, *self._of_theme))

    def write_templates(self) -> Sequence[str]:
        """Write the templates that are pages by themselves, once all other files are written; their paths.

        An empty one is not written.
        """
        for name in self._of_theme:
            Path(self.config.site_dir, name).unlink(missing_ok=True)  # MkDocs would write into it
        for name in sorted(self.config.theme.static_templates):
            _build_theme_template(name, self.environment, self.files, self.config, self.nav)
        for name in self.config.extra_templates:
            _build_extra_template(str(name), self.files, self.config, self.nav)
        return [*self._of_theme, *map(str, self.config.extra_templates)]

    @property
    def _of_theme(self) -> Sequence[str]:
        """The paths in the site of what templates of the theme become that are pages by themselves."""
        return [*sorted(self.config.theme.static_templates), _PACKED_SITEMAP]


def is_plain(config: MkDocsConfig) -> bool:
    """Whether each page depends only on itself and what `fingerprint` reads.

    Not with a plugin or a hook, which may do anything, nor with an extension that may read other files, nor
    where a template of the look lists all `pages`.
    """
    look = config.theme.custom_dir
    templates = Path(look).rglob("*.html") if look else ()
    return (
        not config.plugins
        and all(map(_reads_no_file, config.markdown_extensions))
        and not any(_ALL_PAGES.search(template.read_text(encoding="utf-8")) for template in templates)
    )


def _reads_no_file(extension: object) -> bool:
    name = str(extension).removeprefix("markdown.extensions.")
    return name in _OF_PYTHON_MARKDOWN or (name.startswith("pymdownx.") and name not in _READING)


def open_renderer(
    config: MkDocsConfig, files: Files | None = None, cache: Path | None = None
) -> PageRenderer:
    """Read what all pages share: the theme, the navigation, the titles in it.

    `files` are those of `docs_dir` unless given; one without a path on disk brings its Markdown (`File.generated`).
    `cache` is a folder for the theme's templates as code.
    """
    files = get_files(config) if files is None else files
    environment = config.theme.get_env()
    environment.loader = _Templates(config.theme.dirs)
    environment.bytecode_cache = KeptTemplates(cache) if cache else TemplatesInMemory()
    files.add_files_from_theme(environment, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    pages = files.documentation_pages()
    for file in pages:
        if file.page is None:
            Page(None, file, config)
    reader = MarkdownReader(config)
    _read_titles(nav.pages, reader, files)
    shells = Shells(environment, frozenset(page.url for page in nav.pages))
    others = [file for file in files if not file.is_documentation_page() and _is_copied(file)]
    return PageRenderer(config, files, pages, others, nav, reader, environment, shells)


def is_loaded(path: str) -> bool:
    """Whether pages load a file of the site: the theme brings some that none does, since the look has its scripts."""
    return not _NOT_LOADED.match(path)


def _is_copied(file: File) -> bool:
    return file.inclusion.is_included() and is_loaded(file.dest_uri)  # type: ignore[no-untyped-call]


def _read_titles(pages: Iterable[Page], reader: MarkdownReader, files: Files) -> None:
    """Read the pages of the navigation, since every page prints their titles."""
    for page in pages:
        page.read_source(reader.config)
        if "title" not in page.meta and "title" not in vars(page):
            reader.populate(page, files)
        page.title = page.title  # it stays when the page itself has been rendered and let go
