"""Turns the Markdown of a page into HTML, as `_populate_page` of MkDocs 1.6.1 does; the theme is left to `shells`."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from dossier.site.front_matter import read_front_matter
from dossier.site.plain_text import pass_over_plain_text
from dossier.site.raw_blocks import take_raw_blocks

_RESET = {"abbr", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"}
"""Extensions that begin anew with each text: `Markdown.reset` leaves nothing of the last in them."""
_NUMBERED = "UNIQUE_IDS"
"""A setting of `footnotes`: its ids count the texts."""


@dataclass(frozen=True, slots=True)
class MarkdownReader:
    """Python-Markdown as `config` sets it up: once for all pages where that is safe, since it takes its time."""

    config: MkDocsConfig
    _idle: list[Markdown] = field(default_factory=list)

    def populate(self, page: Page, files: Files) -> None:
        """Read a page: its metadata, HTML, outline and title; links in it ask for `files`."""
        source = self.config.plugins.on_page_read_source(page=page, config=self.config)
        page.markdown, page.meta = read_front_matter(page.file.content_string if source is None else source)
        md = self._idle.pop() if self._idle else self._markdown()
        _RelativePathTreeprocessor(page.file, files, self.config)._register(md)
        title = _ExtractTitleTreeprocessor()
        title._register(md)
        page.content = md.convert(page.markdown or "")
        page.toc = get_toc(getattr(md, "toc_tokens", []))
        page._title_from_render = title.title
        if self._can_be_reset:
            self._idle.append(md.reset())

    def _markdown(self) -> Markdown:
        md = Markdown(extensions=self.config.markdown_extensions, extension_configs=self.config.mdx_configs)
        take_raw_blocks(md)
        pass_over_plain_text(md)
        return md

    @property
    def _can_be_reset(self) -> bool:
        return _RESET.issuperset(self.config.markdown_extensions) and not self.config.mdx_configs.get(
            "footnotes", {}
        ).get(_NUMBERED)
