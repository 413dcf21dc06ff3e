"""What the theme prints around pages is the same, whether it is rendered for each or once for all of a shape."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import jinja2
import pytest
from mkdocs.structure.pages import Page

from dossier.site.shells import Shells

PARTS = {
    "partials/language.html": "{% macro t(key) %}{{ key }}{% endmacro %}",
    "partials/toc.html": "<nav>{{ lang.t('toc') }}{% for item in page.toc %}{{ item.title }}{% endfor %}</nav>",
    "partials/card.html": "<meta content='{{ page.meta.cite }}'>",
}
START = '{% import "partials/language.html" as lang with context %}<title>{{ page.meta.title or page.title }}</title>'


def page(number: int, **changes: object) -> Page:
    values: dict[str, object] = {
        "url": f"claims/c{number}/",
        "title": f"Claim {number}",
        "meta": {"title": f"Claim {number} &amp; more", "kind": "claim", "cite": [number]},
        "content": f"<h1>Claim {number}</h1> and its words",
        "toc": [SimpleNamespace(url=f"#top-{number}", title=f"Head {number}", level=1, children=())],
        "canonical_url": f"https://example.org/claims/c{number}/",
    }
    return cast("Page", SimpleNamespace(**(values | changes)))


def rendered(main: str, pages: list[Page], *, many: bool = True) -> tuple[list[str], list[str], int]:
    """Pages rendered around shells, rendered whole, and how often the whole template ran for the former."""
    runs: list[str] = []
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(PARTS | {"main.html": "{{ run() }}" + START + main})
    )

    def run() -> str:
        runs.append("")
        return ""

    environment.globals["run"] = run
    whole = [environment.get_template("main.html").render(page=each) for each in pages]
    runs.clear()
    shells = Shells(environment, frozenset({"claims/"}), many)
    return [shells.render(each, {"page": each}) for each in pages], whole, len(runs)


@pytest.mark.parametrize(
    "main",
    [
        "{% include 'partials/card.html' %}<a href='{{ page.canonical_url }}'></a>{{ page.content }}",
        "{% if '<h1' not in page.content %}<h1>{{ page.title }}</h1>{% endif %}{{ page.content }}",
        "{% include 'partials/toc.html' %}<a href='{{ (page.toc | first).url }}'>skip</a>{{ page.content }}",
    ],
)
def test_a_shell_serves_all_pages_of_a_shape_once_it_is_proved(main: str) -> None:
    ours, whole, runs = rendered(main, [page(number) for number in range(9)])
    assert ours == whole
    assert runs == 3  # the first, the first with marks in place of its words, the second


def test_none_is_drawn_for_few_pages() -> None:
    ours, whole, runs = rendered("{{ page.content }}", [page(number) for number in range(4)], many=False)
    assert ours == whole
    assert runs == 4


@pytest.mark.parametrize(
    "main",
    [
        "{{ page.title }}",  # which has no mark
        "{{ page.meta.title | length }}",
        "{{ page.meta.title | upper }}",
        "{{ page.url }}",
        "{% include page.meta.title %}",
    ],
)
def test_where_the_theme_does_more_than_print_words_each_page_is_rendered_whole(main: str) -> None:
    named = PARTS | {f"Claim {number} &amp; more": "a" for number in range(9)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.site.test_shells.PARTS", named)
        ours, whole, runs = rendered(main, [page(number) for number in range(9)])
    assert ours == whole
    assert runs >= 9


def test_pages_that_the_theme_can_tell_apart_have_shells_of_their_own() -> None:
    kinds: tuple[dict[str, object], ...] = (
        {},
        {"meta": {"kind": "source", "title": "S"}},
        {"meta": {"kind": "claim", "title": "S", "hide": ["toc"]}},
        {"canonical_url": None},
        {"toc": []},
        {"content": "no heading"},
        {"url": "claims/"},
    )
    main = "{{ page.meta.kind }}{{ 'hidden' if page.meta.hide }}{{ '-' if page.canonical_url else '' }}{{ page.content }}"
    pages = [page(number, **changes) for number in range(4) for changes in kinds]
    ours, whole, _ = rendered(main, pages)
    assert ours == whole
