"""MkDocs comes last: another renderer makes the same tree of pages and templates into a site without a broken link."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.model.problem import Problems
from dossier.site.links import check_links
from tests.sites import Built

pytestmark = pytest.mark.slow


def test_zensical_builds_the_pages_and_the_look(built: Built, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built.project, project)
    ran = subprocess.run(
        [sys.executable, "-m", "zensical", "build"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for file in built.folder.rglob("*.md"):  # what is put beside the pages, by whomever they are made
        shutil.copy2(file, project / "site" / file.relative_to(built.folder))
    problems = Problems()
    counts = check_links(project / "site", "/", problems)
    assert list(problems) == []
    made, expected = (
        {page.relative_to(site) for page in site.rglob("*.html")} for site in (project / "site", built.folder)
    )
    assert made == expected
    assert counts.pages == len(made)
    home = (project / "site/index.html").read_text("utf-8")
    assert "<title>Lights of Orsay</title>" in home
    assert 'assets/dossier.css"' in home
    assert 'about/">About</a>' in home
