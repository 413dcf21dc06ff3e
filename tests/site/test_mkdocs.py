"""The folder that MkDocs fills holds the pages and what goes beside them, whatever it held before."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.model.output import OutputFile
from dossier.model.usage_error import UsageError
from dossier.site.filled_folder import FilledFolder
from dossier.site.mkdocs import Html, build_html
from dossier.site.pages_folder import Pages

SETTINGS = """\
site_name: Lights
docs_dir: build/pages
theme: {name: null, custom_dir: build/theme, static_templates: [404.html, sitemap.xml, help/ways.html]}
extra_templates: [feed.xml]
plugins: PLUGINS
"""
FILES = {
    "build/theme/main.html": "<p>{{ page.content }}</p>",
    "build/theme/404.html": "not here",
    "build/theme/sitemap.xml": "{{ pages | length }} pages",
    "build/theme/help/ways.html": "help",
    "build/theme/assets/stylesheets/a.css.map": "{}",
    "build/pages/index.md": "Home",
    "build/pages/a/b/index.md": "[home](../../index.md)",
    "build/pages/data.json": "{}",
    "build/pages/feed.xml": "{{ pages | length }} pages",
    "build/pages/_headers": "theirs",
}
BESIDE = (OutputFile.of_text("a/b.md", "beside"), OutputFile.of_text("_headers", "ours"))


@pytest.fixture(params=["[]", "[search]"])
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A project of two pages, which are rendered one by one, or by MkDocs as a whole since there is a plugin."""
    for path, content in {**FILES, "mkdocs.yml": SETTINGS.replace("PLUGINS", request.param)}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    return tmp_path


def html_of(
    project: Path,
    site: str = "site",
    cache: Path | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Html:
    """What is made; something may happen `meanwhile`, when the pages have been looked at."""
    pages = FilledFolder.look(project / "build/pages")
    meanwhile()
    folder = FilledFolder.look(project / site)
    return build_html(project, folder, Pages(pages.path, pages.held, BESIDE), "2026-01-01", cache)


def built(project: Path, site: str = "site", cache: Path | None = None) -> dict[str, bytes]:
    html = html_of(project, site, cache)
    assert html.digests == FilledFolder.look(project / site).held
    return {
        path.relative_to(project / site).as_posix(): path.read_bytes()
        for path in (project / site).rglob("*")
        if path.is_file() and path.relative_to(project / site).parts[0] != "search"
    }


def test_files_go_beside_the_pages_unless_the_authors_have_one_of_that_name(project: Path) -> None:
    files = built(project)
    assert files["a/b.md"] == b"beside"
    assert files["_headers"] == b"theirs"
    assert files["a/b/index.html"] == b'<p><p><a href="../../">home</a></p></p>'
    assert sorted(files.keys() - {"a/b.md", "_headers", "a/b/index.html"}) == [
        "404.html",
        "data.json",
        "feed.xml",
        "help/ways.html",
        "index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
    ]


@pytest.mark.parametrize("kept", [False, True])
def test_what_another_site_left_in_the_folder_is_replaced_and_its_links_are_not_followed(
    project: Path, *, kept: bool
) -> None:
    cache = project / "build/cache" if kept else None
    wanted = built(project, "new", cache)
    site = project / "site"
    (site / "a").mkdir(parents=True)
    (site / "data.json").mkdir()
    (site / "data.json/old").touch()
    (site / "a/b").write_text("a file where a folder is to be")
    (site / "index.html").write_text("other")
    (site / "gone.html").write_text("old")
    (project / "precious").mkdir()
    (project / "precious/a").write_text("mine")
    (site / "folder").symlink_to(project / "precious")
    (site / "404.html").symlink_to(project / "precious/a")
    assert built(project, cache=cache) == wanted
    assert (project / "precious/a").read_text() == "mine"
    assert not (site / "404.html").is_symlink()


@pytest.mark.parametrize("project", ["[]"], indirect=True)
def test_what_is_the_same_is_not_touched_and_what_changed_is_a_new_file(project: Path) -> None:
    built(project)
    for name in ("data.json", "a/b.md", "index.html"):
        (project / f"{Path(name).stem}.before").hardlink_to(project / "site" / name)  # as `cp -al` does
    (project / "build/pages/index.md").write_text("Other")
    built(project)
    for name, same in {"data.json": True, "a/b.md": True, "index.html": False}.items():
        assert (project / f"{Path(name).stem}.before").samefile(project / "site" / name) is same
    assert (project / "index.before").read_bytes() == b"<p><p>Home</p></p>"


@pytest.mark.parametrize("project", ["[]"], indirect=True)
def test_a_backup_of_hard_links_keeps_every_file_as_it_was(project: Path) -> None:
    before = built(project)
    shutil.copytree(project / "site", project / "backup", copy_function=os.link)  # as `cp -al` does
    (project / "build/pages/new").mkdir()
    (project / "build/pages/new/index.md").write_text("New")
    (project / "build/theme/help/ways.html").write_text("")
    assert {path for path, content in built(project).items() if before.get(path) != content} == {
        "feed.xml",
        "new/index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
    }
    for path, content in before.items():
        assert (project / "backup" / path).read_bytes() == content


def test_everybody_may_read_the_site_whatever_the_umask(project: Path) -> None:
    old = os.umask(0o077)
    try:
        html_of(project)
    finally:
        os.umask(old)
    for path in (project / "site").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize("project", ["[]"], indirect=True)
@pytest.mark.parametrize("changed", ["index.md", "data.json", "new.md", "new.json"])
@pytest.mark.parametrize("kept", [False, True])
def test_nothing_is_made_of_what_another_program_changes_meanwhile_nor_kept(
    project: Path, changed: str, *, kept: bool
) -> None:
    cache = project / "build/cache" if kept else None
    with pytest.raises(UsageError, match=rf"another program changed .*/{changed} while"):
        html_of(
            project, cache=cache, meanwhile=lambda: (project / "build/pages" / changed).write_text("else")
        )
    assert built(project, cache=cache) == built(project, "other")


@pytest.mark.parametrize("project", ["[]"], indirect=True)
@pytest.mark.parametrize("removed", ["index.md", "a/b/index.md", "data.json"])
def test_a_page_that_another_program_removes_meanwhile_is_missed(project: Path, removed: str) -> None:
    with pytest.raises(UsageError, match=rf"another program changed .*/{removed} while"):
        html_of(project, meanwhile=(project / "build/pages" / removed).unlink)
