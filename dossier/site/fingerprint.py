"""One digest of all that every page depends on besides its own Markdown: where it changes, every page is rendered anew.

That is the settings, the look, the titles that the navigation prints, the day of the stamp, and all programs at work.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from dossier.leaves.tree import files_below

_OF_EACH_BUILD = {"site_dir", "config_file_path"}
"""Settings that say where this build works, which no page prints."""


def fingerprint(config: MkDocsConfig, nav: Navigation) -> str:
    """The digest; `config` as it was loaded, `nav` with its titles read."""
    digest = hashlib.sha256()
    for part in _parts(config, nav):
        digest.update(b"%d\n" % len(part))
        digest.update(part)
    return digest.hexdigest()


def _parts(config: MkDocsConfig, nav: Navigation) -> Iterator[bytes]:
    yield sys.version.encode()
    yield json.dumps(sorted(_installed())).encode()
    yield os.environ.get("SOURCE_DATE_EPOCH", "").encode()
    settings = [
        {name: value for name, value in given.items() if name not in _OF_EACH_BUILD}
        for given in config.user_configs
    ]
    yield json.dumps(settings, default=_name).encode()
    yield json.dumps([[page.url, page.title, page.meta] for page in nav.pages], default=str).encode()
    ours = {file.name: file for file in sorted(Path(__file__).parent.glob("*.py"))}
    look = files_below(Path(config.theme.custom_dir)) if config.theme.custom_dir else {}
    for path, file in (*ours.items(), *look.items()):
        yield path.encode()
        yield file.read_bytes()


def _installed() -> Iterator[str]:
    """The folders that say name and version of each package that Python finds."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (path.name for path in folder.iterdir() if path.suffix in {".dist-info", ".egg-info"})


def _name(value: object) -> str:
    """What a setting that is no plain value is called: a function or class, as `!!python/name:` gives them."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', repr(value))}"
