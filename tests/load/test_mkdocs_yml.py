from __future__ import annotations

from pathlib import Path

import pytest

from dossier.load.mkdocs_yml import read_configuration
from dossier.model.configuration import Configuration, NavEntry
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.work import Name


def read(root: Path, **files: str) -> tuple[Configuration, list[str]]:
    for name, text in files.items():
        (root / f"{name}.yml").write_text(text, encoding="utf-8")
    problems = Problems()
    return read_configuration(root, problems), [f"{each.place} {each.code}" for each in problems]


def test_a_project_without_mkdocs_yml_has_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path) == (Configuration(), [])


def test_what_matters_is_read_and_tags_do_not_matter(tmp_path: Path) -> None:
    found, problems = read(
        tmp_path,
        mkdocs="""site_url: !ENV [SITE_URL, ""]
theme: {logo: assets/lamp.svg, custom_dir: build/theme}
extra:
  trusted_html: true
  unpublished: [raw/*, "*.psd"]
  records_url: https://example.org/edit/
markdown_extensions:
  - admonition
  - toc: {permalink: "#"}
nav: [index.md, {Lights: [claims/index.md, {Map: map/index.md}]}]
docs_dir: build/pages
""",
    )
    assert problems == []
    assert found.nav == (
        NavEntry("index.md", Place("mkdocs.yml", 10, 7)),
        NavEntry("claims/index.md", Place("mkdocs.yml", 10, 27)),
        NavEntry("map/index.md", Place("mkdocs.yml", 10, 50), titled=True),
    )
    assert found.extensions == ("admonition", "toc")
    assert found.unpublished == ("raw/*", "*.psd")
    assert found.trusted_html
    assert "assets/lamp.svg" in found.named


def test_what_a_file_does_not_say_the_one_that_it_inherits_from_does(tmp_path: Path) -> None:
    found, problems = read(
        tmp_path,
        mkdocs="INHERIT: look.yml\nextra: {records_url: https://example.org/}\n",
        look="INHERIT: mkdocs.yml\nnav: [index.md]\nextra: {trusted_html: true}\n"
        "docs_dir: build/pages\ntheme: {custom_dir: build/theme}\n",
    )
    assert problems == []
    assert found.nav == (NavEntry("index.md", Place("look.yml", 2, 7)),)
    assert found.trusted_html


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nav: [", "mkdocs.yml:1:6 yaml-syntax"),
        ("nav: [{a: b.md, c: d.md}]", "mkdocs.yml:1:7 wrong-shape"),
        ("nav:\n  - About:\n", "mkdocs.yml:2:11 wrong-shape"),
        ("nav: [index.md]\nextra: {records_url: edit/}", "mkdocs.yml:2:22 unsafe-html"),
        ("", "mkdocs.yml:1:1 nav-missing"),
    ],
)
def test_what_mkdocs_would_refuse_or_readers_would_suffer_from_is_told(
    tmp_path: Path, text: str, problem: str
) -> None:
    # Where the renderer looks for pages and look has cases of its own: load/folder-not-built.
    assert [each for each in read(tmp_path, mkdocs=text)[1] if "folder-not-built" not in each] == [problem]


def test_an_author_is_a_person_with_a_comma_and_a_body_without_one_or_in_braces(tmp_path: Path) -> None:
    typed = """nav: [index.md]
docs_dir: build/pages
theme: {custom_dir: build/theme}
extra: {cite: {author: ["Doe, Jane", Some Society, "{Ministry of Justice, Somewhere}"]}}
"""
    (tmp_path / "mkdocs.yml").write_text(typed, "utf-8")
    problems = Problems()
    assert read_configuration(tmp_path, problems).citing.authors == (
        Name("Doe", "Jane"),
        Name("Some Society", corporate=True),
        Name("Ministry of Justice, Somewhere", corporate=True),
    )
    assert not list(problems)
