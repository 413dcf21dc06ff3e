"""MkDocs gets the templates of the look, and a site's own in their place, file by file."""

from pathlib import Path

import pytest

from dossier.leaves import look
from dossier.model.usage_error import UsageError
from dossier.site.theme import theme, write_theme


def test_without_templates_of_its_own_a_site_has_those_of_the_look(tmp_path: Path) -> None:
    made = {file.path: file.content for file in theme(tmp_path / "overrides")}
    assert made == look.theme()
    assert {"main.html", "404.html", "partials/copyright.html"} <= set(made)


def test_a_template_of_the_site_replaces_that_one_alone(tmp_path: Path) -> None:
    for path in ("partials/copyright.html", "partials/own.html", ".DS_Store"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"ours")
    made = {file.path: file.content for file in theme(tmp_path)}
    own = {"partials/copyright.html": b"ours", "partials/own.html": b"ours"}
    assert made == {**look.theme(), **own}


def test_the_folder_holds_the_templates_alone_and_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    own, folder = tmp_path / "overrides/partials/own.html", tmp_path / "build/theme"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"ours")
    write_theme(tmp_path)
    before = (folder / "main.html").stat()
    own.write_bytes(b"other")
    (folder / "old.html").touch()
    (folder / "404.html").unlink()
    (folder / "404.html").symlink_to(own)
    templates = write_theme(tmp_path)
    paths = {path for path in folder.rglob("*") if path.is_file()}
    assert {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths} == {
        template.path: template.content for template in templates
    }
    assert (folder / "main.html").stat() == before
    assert own.read_bytes() == b"other"


def test_a_link_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build/theme").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="symbolic link"):
        write_theme(tmp_path)
