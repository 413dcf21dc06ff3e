"""One digest of all that every page depends on besides its own Markdown: where it changes, every page is rendered anew.

That is the settings, the look, the titles that the navigation prints, the day of the stamp, and all programs at work.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import digest_of
from dossier.leaves.tree import files_below

_OF_EACH_BUILD = {"site_dir", "config_file_path"}
"""Settings that say where this build works, which no page prints."""


def fingerprint(config: MkDocsConfig, nav: Navigation) -> str:
    """The digest; `config` as it was loaded, `nav` with its titles read."""
    return digest_of(*_parts(config, nav))


def _parts(config: MkDocsConfig, nav: Navigation) -> Iterator[bytes]:
    yield programs_at_work().encode()
    yield os.environ.get("SOURCE_DATE_EPOCH", "").encode()
    settings = [
        {name: value for name, value in given.items() if name not in _OF_EACH_BUILD}
        for given in config.user_configs
    ]
    yield json.dumps(settings, default=_name).encode()
    yield json.dumps([[page.url, page.title, page.meta] for page in nav.pages], default=str).encode()
    if config.theme.custom_dir:
        for path, file in files_below(Path(config.theme.custom_dir)).items():
            yield path.encode()
            yield file.read_bytes()


def _name(value: object) -> str:
    """What a setting that is no plain value is called: a function or class, as `!!python/name:` gives them."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', repr(value))}"
