"""Runs MkDocs over the Markdown pages, into a staging folder; its warnings end the build."""

from __future__ import annotations

import calendar
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from dossier.model.usage_error import UsageError
from dossier.site.page_links import PageLinks

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_QUIET = "NO_MKDOCS_2_WARNING"
_EPOCH = "SOURCE_DATE_EPOCH"
_NOT_LOADED = ("javascripts/bundle.*", "javascripts/lunr", "javascripts/workers", "stylesheets/*.map")
"""What the theme brings that no page loads: the look has scripts of its own."""


@dataclass(frozen=True, slots=True)
class Html:
    """The pages that were made: what each links to, by its path in the site, as far as that is known already.

    `base` is the path of `site_url`, with a slash at both ends; `/` where there is none. `plain`: whether all that the
    pages depend on is known (see `renderer`).
    """

    base: str
    plain: bool
    links: Mapping[str, PageLinks]


def build_html(root: Path, staging: Path, stamp: str, cache: Path | None) -> Html:
    """Render `root/build/pages` with `root/mkdocs.yml` into `staging`, as at midnight UTC of the ISO day `stamp`.

    `cache` is the folder of what is kept from build to build. Raises `UsageError` with MkDocs' own words when
    it warns or fails.
    """
    with mkdocs_environment(stamp), captured_warnings() as warnings:
        from mkdocs.config import load_config  # noqa: PLC0415 - Material reads the environment when it is imported
        from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

        from dossier.site.renderer import is_plain  # noqa: PLC0415

        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(staging))
            config.plugins.on_startup(command="build", dirty=False)
            plain = is_plain(config)
            links = _render(config, cache, warnings) if plain else _build(config)
            _leave_out(staging)
        except MkDocsException as error:
            raise UsageError("\n  ".join((f"MkDocs could not build the site: {error}", *warnings))) from error
    if warnings:
        raise UsageError(
            "MkDocs has warnings about the pages, so nothing was published:\n  " + "\n  ".join(warnings)
        )
    return Html(unquote(urlsplit(config.site_url or "/").path), plain, links)


def _render(config: MkDocsConfig, cache: Path | None, warnings: list[str]) -> Mapping[str, PageLinks]:
    from dossier.site.fingerprint import fingerprint  # noqa: PLC0415 - they import MkDocs
    from dossier.site.page_cache import PageCache  # noqa: PLC0415
    from dossier.site.pages import write_pages  # noqa: PLC0415
    from dossier.site.renderer import open_renderer  # noqa: PLC0415

    renderer = open_renderer(config, cache=cache / "theme" if cache else None)
    renderer.write_others()
    kept = PageCache(cache / "pages", fingerprint(config, renderer.nav)) if cache else None
    links = write_pages(renderer, kept, warnings)
    if kept:
        kept.trim(2 * sum(file.stat().st_size for file in Path(config.site_dir).rglob("*") if file.is_file()))
    return links


def _build(config: MkDocsConfig) -> Mapping[str, PageLinks]:
    """Leave all of it to MkDocs."""
    from mkdocs.commands.build import build  # noqa: PLC0415

    build(config)
    return {}


def _leave_out(staging: Path) -> None:
    for pattern in _NOT_LOADED:
        for path in (staging / "assets").glob(pattern):
            path.unlink() if path.is_file() else shutil.rmtree(path)


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
