"""Runs MkDocs over the Markdown pages, into a staging folder; its warnings end the build."""

from __future__ import annotations

import calendar
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from dossier.model.usage_error import UsageError
from dossier.site.filled_folder import Digests, FilledFolder
from dossier.site.page_links import PackedLinks
from dossier.site.pages_folder import Pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from dossier.site.pages import WrittenSite

_QUIET = "NO_MKDOCS_2_WARNING"
_EPOCH = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Html:
    """The site that was made: a digest of each file, and what pages link to, by their paths in the site.

    `base` is the path of `site_url`, with a slash at both ends; `/` where there is none. `plain`: whether all that the
    pages depend on is known (see `renderer`); where it is not, nothing is known of their links, either.
    """

    base: str
    plain: bool
    digests: Digests
    links: Mapping[str, PackedLinks]


def build_html(root: Path, site: FilledFolder, pages: Pages, stamp: str, cache: Path | None) -> Html:
    """Render `root/build/pages` with `root/mkdocs.yml` into the folder `site`, as at midnight UTC of the day `stamp`.

    It then holds these pages, and the files beside them whose paths are not taken. `cache` is the folder of what is
    kept from build to build. Raises `UsageError` with MkDocs' own words when it warns or fails.
    """
    with mkdocs_environment(stamp), captured_warnings() as warnings:
        from mkdocs.config import load_config  # noqa: PLC0415 - Material reads the environment when it is imported
        from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

        from dossier.site.renderer import is_plain  # noqa: PLC0415

        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(site.path))
            config.plugins.on_startup(command="build", dirty=False)
            plain = is_plain(config)
            made = _render(config, site, pages, cache, warnings) if plain else _build(config, site, pages)
        except MkDocsException as error:
            raise UsageError("\n  ".join((f"MkDocs could not build the site: {error}", *warnings))) from error
    if warnings:
        raise UsageError(
            "MkDocs has warnings about the pages, so nothing was published:\n  " + "\n  ".join(warnings)
        )
    return Html(unquote(urlsplit(config.site_url or "/").path), plain, made.digests, made.links)


def _render(
    config: MkDocsConfig, site: FilledFolder, pages: Pages, cache: Path | None, warnings: list[str]
) -> WrittenSite:
    from dossier.site.fingerprint import fingerprint  # noqa: PLC0415 - they import MkDocs
    from dossier.site.page_cache import PageCache  # noqa: PLC0415
    from dossier.site.pages import write_site  # noqa: PLC0415
    from dossier.site.renderer import open_renderer  # noqa: PLC0415

    renderer = open_renderer(config, cache=cache / "theme" if cache else None)
    kept = PageCache(cache / "pages.sqlite", fingerprint(config, renderer.nav)) if cache else None
    return write_site(renderer, site, pages, kept, warnings)


def _build(config: MkDocsConfig, site: FilledFolder, pages: Pages) -> WrittenSite:
    """Leave all of it to MkDocs."""
    from mkdocs.commands.build import build  # noqa: PLC0415

    from dossier.site.pages import WrittenSite  # noqa: PLC0415
    from dossier.site.renderer import is_loaded  # noqa: PLC0415

    site.remove_others(())
    build(config)
    made = FilledFolder.look(site.path)
    made.remove_others(list(filter(is_loaded, made.held)))
    for file in [file for file in pages.beside if file.path not in made.held]:
        made.write(file.path, file.content)
    return WrittenSite(made.held, {})


@contextmanager
def mkdocs_environment(stamp: str) -> Iterator[None]:
    """Let MkDocs take midnight UTC of the ISO day `stamp` for now, unless `SOURCE_DATE_EPOCH` is set."""
    epoch = str(calendar.timegm(date.fromisoformat(stamp).timetuple()))
    with _environment({_QUIET: "1"}, {_EPOCH: epoch}):
        yield


@contextmanager
def _environment(always: dict[str, str], unless_set: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in (*always, *unless_set)}
    os.environ.update(always | {name: value for name, value in unless_set.items() if not before[name]})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings.append(record.getMessage())


@contextmanager
def captured_warnings() -> Iterator[list[str]]:
    """What MkDocs warns of while the block runs."""
    listener, logger = _Listener(), logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield listener.warnings
    finally:
        logger.removeHandler(listener)
