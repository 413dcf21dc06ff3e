"""MkDocs gets the templates of the look, and a site's own in their place, file by file."""

from pathlib import Path

from dossier.leaves import look
from dossier.site.theme import theme


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
