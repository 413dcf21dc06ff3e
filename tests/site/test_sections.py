"""Where a reader is: the tab of a page's section, the pages beside it, and the page for what is not there."""

import re

import pytest

from tests.sites import Built

_TAB = re.compile(r'<a class="md-tabs__link" href="[^"]*"(?: aria-current="(\w+)")?>([^<]+)</a>')


def tabs(built: Built, path: str) -> dict[str, str]:
    """The tabs marked on a page, each with how."""
    html = (built.folder / path / "index.html").read_text("utf-8")
    found = _TAB.findall(html)
    assert found
    return {name: how for how, name in found if how}


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("", {"Home": "page"}),
        ("programs", {"Programs": "page"}),
        ("programs/fog-signals", {"Programs": "true"}),
        ("notes/first-light", {"Notes": "true"}),
        ("people", {"Explore": "true"}),
        ("people/ilo-sen", {"Explore": "true"}),
        ("guide", {"About": "true"}),
        ("about", {"About": "page"}),
    ],
)
def test_the_tab_of_its_section_is_marked_on_every_page(
    built: Built, path: str, marked: dict[str, str]
) -> None:
    assert tabs(built, path) == marked


def test_pages_of_a_section_with_several_show_one_another(built: Built) -> None:
    html = (built.folder / "laws/index.html").read_text("utf-8")
    row = html[html.index('<nav class="section"') :].partition("</nav>")[0]
    assert 'aria-current="page">Laws</a>' in row
    assert ">Bibliography</a>" in row


def test_where_there_is_no_page_a_way_on_is_shown(built: Built) -> None:
    html = (built.folder / "404.html").read_text("utf-8")
    assert html.count("<h1") == 1
    assert 'explore/">Explore</a> <span>' in html
