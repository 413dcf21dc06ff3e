"""Runs MkDocs over the Markdown pages, into a staging folder; its warnings end the build."""

from __future__ import annotations

import calendar
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.model.usage_error import UsageError

_QUIET = "NO_MKDOCS_2_WARNING"
_EPOCH = "SOURCE_DATE_EPOCH"


def build_html(root: Path, staging: Path, stamp: str) -> str:
    """Render `root/build/pages` with `root/mkdocs.yml` into `staging`, as at midnight UTC of the ISO day `stamp`.

    Returns the path of `site_url`, with a slash at both ends; it is `/` where there is none.
    Raises `UsageError` with MkDocs' own words when it warns or fails.
    """
    epoch = str(calendar.timegm(date.fromisoformat(stamp).timetuple()))
    with _environment({_QUIET: "1"}, {_EPOCH: epoch}), _captured_warnings() as warnings:
        from mkdocs.commands.build import build  # noqa: PLC0415 - Material reads the environment when it is imported
        from mkdocs.config import load_config  # noqa: PLC0415
        from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(staging))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except MkDocsException as error:
            raise UsageError("\n  ".join((f"MkDocs could not build the site: {error}", *warnings))) from error
    if warnings:
        raise UsageError(
            "MkDocs has warnings about the pages, so nothing was published:\n  " + "\n  ".join(warnings)
        )
    return unquote(urlsplit(config.site_url or "/").path)


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
def _captured_warnings() -> Iterator[list[str]]:
    """What MkDocs warns of while the block runs."""
    listener, logger = _Listener(), logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield listener.warnings
    finally:
        logger.removeHandler(listener)
