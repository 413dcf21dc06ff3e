"""Our own way through MkDocs: a site that is kept, copied and rendered in parts is the one that `mkdocs build` makes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.test_site import digest
from tests.sites import PATH, build_apart, small_project

pytestmark = pytest.mark.slow

ENVIRONMENT = {
    "SITE_URL": f"https://example.org{PATH}",
    "SOURCE_DATE_EPOCH": "1700000000",
    "NO_MKDOCS_2_WARNING": "1",
}


def plain(project: Path, site: Path) -> dict[str, str]:
    """What `mkdocs build` makes of the pages that the last build wrote, but what of the theme no page loads."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(project / "mkdocs.yml"),
        "-d",
        str(site),
    ]
    subprocess.run(command, env={**os.environ, **ENVIRONMENT}, check=True)
    unused = re.compile(r"assets/(javascripts/(bundle\.|lunr/|workers/)|stylesheets/.*\.map$)")
    return {path: content for path, content in digest(site).items() if not unused.match(path)}


def ours(root: Path, project: Path, site: Path) -> dict[str, str]:
    """What a build makes, but the Markdown that it puts beside the pages, which MkDocs would take for pages."""
    built = build_apart(root, project, site, **ENVIRONMENT)
    assert built.code == 0, built.said
    files = digest(site)
    del files[".dossier-site"], files["_headers"]
    return {path: content for path, content in files.items() if not path.endswith(".md")}


def test_the_site_is_that_of_mkdocs_byte_for_byte_with_pages_kept_or_not(root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "notes")
    cold = ours(root, project, tmp_path / "cold")
    assert (project / "build/cache/pages.sqlite").exists()
    warm = ours(root, project, tmp_path / "warm")
    assert cold == warm == plain(project, tmp_path / "plain")
