"""A page that is filled into its shape reads as if pandoc had printed it by itself."""

from __future__ import annotations

import html
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.cite import cite, pandoc
from dossier.cite.entries import as_entries
from dossier.cite.page_entries import PageEntries, _printable, shape_of, shapes_of
from dossier.cite.site_pages import CitedPage, cited_pages
from dossier.cite.stand_ins import PAGE_ADDRESS
from dossier.leaves.citation_styles import DEFAULT, names, read_style
from dossier.load.vocabulary import neutral
from dossier.model.configuration import Citing, Configuration, Site
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.page import HandPage
from dossier.model.place import Place
from dossier.model.work import Name

SITE = Configuration(
    site=Site("Lights’ “Own” Notes", "https://example.org/x/"),
    citing=Citing(
        authors=(Name("Doe", "Jane"), Name("Lights & Sons", corporate=True)), publisher="Press *and* Co"
    ),
)
TITLES = (
    "The service was founded in 1871.",
    "Who paid for oil?",
    "The “board” of lights",
    "Ilo Sen",
    "The keepers’ lamps and Brenn’s oil.",
    "A & B <i>of</i> *C*…",
    "He said 'no'",
)
PAGES = [
    CitedPage(f"p{number}-{day}", title, f"claims/p{number}/", day)
    for number, title in enumerate(TITLES)
    for day in (Day(2026, 11, 21), None)
]


@pytest.mark.parametrize("style", names())
@pytest.mark.parametrize("configuration", [SITE, Configuration(site=Site("Lights"))], ids=["whole", "bare"])
def test_a_page_reads_as_printed_by_itself(style: str, configuration: Configuration) -> None:
    csl = read_style(style) if style != DEFAULT else pandoc.default_style()
    shapes = shapes_of(PAGES, configuration)
    numbered = {f"s{number}": name for number, name in enumerate(shapes)}
    printed = as_entries(
        pandoc.to_document([shapes[name] | {"id": id_} for id_, name in numbered.items()], csl or ""), {}
    )
    entries = PageEntries(configuration, {name: printed[id_] for id_, name in numbered.items()})
    alone = as_entries(
        pandoc.to_document([_printable(page.key, page, configuration) for page in PAGES], csl or ""), {}
    )
    for page in PAGES:
        url = f"{configuration.site.url}{page.address}"
        expected = html.unescape(alone[page.key]).replace(PAGE_ADDRESS, url)
        assert html.unescape(entries.entry(page)) == expected


def test_pages_that_differ_in_title_and_address_alone_have_one_shape() -> None:
    assert shape_of(PAGES[0]) == shape_of(replace(PAGES[0], key="q", title="Another.", address="q/"))
    assert len({shape_of(page) for page in PAGES}) < len(PAGES)


def test_a_page_that_changes_its_title_runs_no_pandoc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def corpus(title: str) -> Corpus:
        page = HandPage("notes/a.md", title, "", Place("docs/notes/a.md"), date=Day(2024, 5, 1))
        return replace(Corpus.empty(neutral()), pages={"notes/a.md": page})

    cite(corpus("Old"), tmp_path)
    monkeypatch.setattr(pandoc, "program", lambda: pytest.fail("pandoc ran"))
    changed = corpus("New & better")
    (page,) = cited_pages(changed)
    assert "New & better" in html.unescape(cite(changed, tmp_path).pages.entry(page))
