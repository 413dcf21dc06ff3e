"""Every link of the built pages is followed to its file and its place."""

from pathlib import Path

import pytest

from dossier.model.problem import Problems
from dossier.site.links import LinkCounts, check_links

HOME = '<h1 id="top">x</h1><a href="a/">a</a>'


def check(site: Path, base: str = "/", **pages: str) -> tuple[LinkCounts, list[str]]:
    for name, body in {"home": HOME, **pages}.items():
        path = site / ("index.html" if name == "home" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><body>{body}</body>", encoding="utf-8")
    problems = Problems()
    return check_links(site, base, problems), [problem.message for problem in problems]


@pytest.mark.parametrize(
    "link",
    [
        "../",
        "../#top",
        "./",
        "..",
        "#here",
        "../a/",
        "../a/index.html",
        "/a/#here",
        "https://example.org/x#y",
        "mailto:a@b",
    ],
)
def test_a_link_that_leads_somewhere_is_silent(tmp_path: Path, link: str) -> None:
    _, messages = check(tmp_path, a=f'<p id="here"><a href="{link}">x</a></p>')
    assert messages == []


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        ("../b/", "there is no b/index.html"),
        ("#there", "a/index.html has no place #there"),
        ("../#bottom", "index.html has no place #bottom"),
        ("x.png", "there is no a/x.png"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_what_is_missing(
    tmp_path: Path, link: str, complaint: str
) -> None:
    _, messages = check(tmp_path, a=f'<p id="here"><a href="{link}">x</a></p>')
    assert messages == [f"the link “{link}” leads nowhere: {complaint}"]


@pytest.mark.parametrize("link", ["/x/", "/x", "/x/#top", "/x/a/#here", "/x/a", "../", "%2E./", "/%78/a/"])
def test_below_a_path_links_from_the_root_of_the_host_name_that_path(tmp_path: Path, link: str) -> None:
    _, messages = check(tmp_path, base="/x/", a=f'<p id="here"><a href="{link}">x</a></p>')
    assert messages == []


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("/", "the site is published below /x/"),
        ("/a/", "the site is published below /x/"),
        ("/xy/", "the site is published below /x/"),
        ("/x/b/", "there is no b/index.html"),
        ("/x/a/#there", "a/index.html has no place #there"),
        ("../../x/a/", "there is no ../x/a/index.html"),
    ],
)
def test_below_a_path_a_link_that_leaves_it_leads_nowhere(tmp_path: Path, link: str, fault: str) -> None:
    _, messages = check(tmp_path, base="/x/", a=f'<p id="here"><a href="{link}">x</a></p>')
    assert messages == [f"the link “{link}” leads nowhere: {fault}"]


def test_the_check_counts_what_it_saw(tmp_path: Path) -> None:
    checked, _ = check(
        tmp_path, a='<p id="here"><a href="#here">x</a><img src="../p.svg"><a href="http://e.org">e</a></p>'
    )
    assert checked == LinkCounts(pages=2, links=3, anchors=1, outside=1)


def test_an_anchor_in_another_script_is_found_however_it_is_written(tmp_path: Path) -> None:
    _, messages = check(tmp_path, a='<p id="é"><a href="#%C3%A9">x</a><a href="#é">x</a></p>')
    assert messages == []


def test_links_that_were_good_are_followed_again_where_an_anchor_or_a_file_has_gone(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"

    def checked() -> tuple[LinkCounts, int]:
        problems = Problems()
        return check_links(site, "/", problems, cache=cache), len(problems)

    check(site, a='<p id="here"><a href="../b/#there">x</a></p>', b='<p id="there">x</p><img src="x.png">')
    (site / "b/x.png").touch()
    good = checked()
    assert good == (LinkCounts(pages=3, links=3, anchors=1, outside=0), 0)
    assert checked() == good
    (site / "b/x.png").unlink()
    assert checked()[1] == 1
    assert checked()[1] == 1
    (site / "b/index.html").write_text('<p id="elsewhere">x</p>')
    assert checked()[1] == 1
