"""MkDocs comes last: other renderers make the same tree of pages and templates into the same site, without a broken link."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.model.problem import Problems
from dossier.site.links import check_links
from tests.sites import PATH, Built


def rendered(built: Built, project: Path, *command: str) -> Path:
    """The site that a command makes of the same pages, with what every build puts beside them."""
    shutil.copytree(built.project, project)
    environment = {**os.environ, "SITE_URL": f"https://example.org{PATH}"}
    ran = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for file in built.folder.rglob("*.md"):
        shutil.copy2(file, project / "site" / file.relative_to(built.folder))
    return project / "site"


def pages(site: Path) -> dict[str, str]:
    """The words of the article of each page, by its path; how they are laid out in lines is left open."""
    return {page.relative_to(site).as_posix(): words(page) for page in sorted(site.rglob("*.html"))}


def words(page: Path) -> str:
    article = LexborHTMLParser(page.read_bytes()).css_first("article")
    assert article is not None, page
    return " ".join(article.text().split())


def check(site: Path, built: Built) -> None:
    problems = Problems()
    check_links(site, PATH, problems)
    assert list(problems) == []
    made, expected = pages(site), pages(built.folder)
    assert made.keys() == expected.keys()
    assert [path for path, article in made.items() if article != expected[path]] == []
    home = (site / "index.html").read_text("utf-8")
    assert "<title>Lights of Orsay</title>" in home
    assert 'assets/dossier.css"' in home
    assert 'about/">About</a>' in home


@pytest.mark.slow
def test_zensical_builds_the_same_pages(built: Built, tmp_path: Path) -> None:
    check(rendered(built, tmp_path / "project", sys.executable, "-m", "zensical", "build"), built)


@pytest.mark.audit
def test_properdocs_builds_the_same_pages(root: Path, built: Built, tmp_path: Path) -> None:
    program = str(root / ".venv-audit/bin/properdocs")
    check(rendered(built, tmp_path / "project", program, "build", "--strict", "-f", "mkdocs.yml"), built)
