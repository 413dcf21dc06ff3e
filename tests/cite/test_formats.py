"""What a page offers to other programs says what its item says: read back, it is the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest

from dossier.cite import cite
from dossier.cite.bibtex_entry import to_entry
from dossier.cite.coins import to_coins
from dossier.cite.ris import to_ris
from dossier.cite.site_pages import CitedPage, page_item
from dossier.load.bibtex import read_works
from dossier.load.files import File
from dossier.load.interchange import as_bibtex
from dossier.load.interchange.ris import read_ris
from dossier.load.vocabulary import neutral
from dossier.model.configuration import Citing, Configuration, Site
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.problem import Problems
from dossier.model.work import Name
from tests.cite.test_styles import cited

BODY = "Ministry of Lights, Orsay, Harbor Office"
NASTY = "The “board” & its 50 % of {light} cost $3 #1 in a_b ~ c^d \\e -- and “” {"
SITE = Configuration(
    site=Site("Lights of Orsay", "https://example.org/x/"),
    citing=Citing(
        authors=(Name("Doe", "Jane"), Name("Lights and Sons", corporate=True), Name(BODY, corporate=True)),
        publisher="Press & Co",
    ),
)
PAGE = CitedPage("keepers2019-x", NASTY, "claims/keepers2019-x/", Day(2026, 11, 21))
ITEM = page_item(PAGE, SITE)
MADE_OUT_OF_DAYS = {"date-parts": [["2026", "11", "21"]]}


def test_the_item_of_a_page_says_what_is_known_of_it() -> None:
    assert ITEM == {
        "id": "keepers2019-x",
        "type": "webpage",
        "title": NASTY,
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Lights and Sons"}, {"literal": BODY}],
        "container-title": "Lights of Orsay",
        "publisher": "Press & Co",
        "issued": {"date-parts": [[2026, 11, 21]]},
        "URL": "https://example.org/x/claims/keepers2019-x/",
        "language": "en",
    }


def test_without_address_date_and_author_none_is_given() -> None:
    item = page_item(CitedPage("a", "A", "a/", None), Configuration(site=Site("Lights")))
    assert item == {"id": "a", "type": "webpage", "title": "A", "container-title": "Lights", "language": "en"}
    assert "url" not in to_entry(item)
    assert "UR  -" not in to_ris(item)
    assert "identifier" not in to_coins(item)


def test_the_bibtex_of_a_page_is_read_as_the_page() -> None:
    problems = Problems()
    (work,) = read_works((File("citations.bib", to_entry(ITEM)),), problems).works.values()
    assert not problems.errors
    assert (work.key, work.type, work.title) == ("keepers2019-x", "online", NASTY)
    assert work.authors == SITE.citing.authors
    assert str(work.date) == "2026-11-21"
    assert work.fields["organization"] == "Lights of Orsay"
    assert work.fields["publisher"] == "Press & Co"
    assert work.fields["url"] == ITEM["URL"]


def test_the_ris_of_a_page_is_read_as_the_page() -> None:
    (found,) = read_ris(to_ris(ITEM))
    authors = [
        {"family": "Doe", "given": "Jane", "suffix": ""},
        {"literal": "Lights and Sons"},
        {"literal": BODY},
    ]
    assert found == {**ITEM, "author": authors, "issued": MADE_OUT_OF_DAYS}


def test_a_suffix_without_given_names_makes_no_body() -> None:
    (found,) = read_ris("TY  - BOOK\nAU  - Doe,,Jr.\nAU  - Ministry of Lights,, Orsay\nER  - \n")
    person = {"family": "Doe", "given": "", "suffix": "Jr."}
    assert found["author"] == [person, {"literal": "Ministry of Lights, Orsay"}]


def test_zotero_keeps_a_body_without_a_comma_and_tells_the_words_of_one_with_a_comma() -> None:
    bodies = [line.removeprefix("AU  - ") for line in to_ris(ITEM).splitlines() if line.startswith("AU")][1:]
    assert bodies == ["Lights and Sons,", "Ministry of Lights,, Orsay, Harbor Office"]
    assert in_zotero(bodies[0]) == ("Lights and Sons", "")
    assert in_zotero(bodies[1]) == ("Ministry of Lights", ", Orsay, Harbor Office")


def in_zotero(name: str) -> tuple[str, str]:
    """Last and first name as Zotero's RIS translator cuts them; without a first name it takes a body for one."""
    last, _, first = name.partition(",")
    return last.strip(), first.strip()


def test_an_editor_with_a_comma_in_its_name_stays_whole_in_every_format() -> None:
    body = Name(BODY, corporate=True)
    entry = (
        f"@collection{{made, editor = {{{{{BODY}}} and Lind, Mara}}, title = {{Signals}}, date = {{2004}}}}"
    )
    (work,) = read_works((File("citations.bib", entry),), Problems()).works.values()
    assert work.names["editor"] == (body, Name("Lind", "Mara"))
    corpus = replace(Corpus.empty(neutral()), works={work.key: work})
    item = cite(corpus, None).works[work.key].csl
    assert item["editor"] == [{"literal": BODY}, {"family": "Lind", "given": "Mara"}]
    for export in (to_ris(item), json.dumps([item])):
        written = as_bibtex(export).bibtex
        assert f"editor = {{{{{BODY}}} and {{Lind}}, {{Mara}}}}" in written
        (again,) = read_works((File("works/made.bib", written),), Problems()).works.values()
        assert again.names["editor"] == work.names["editor"]


KEPT = ("type", "title", "container-title", "volume", "issue", "publisher", "DOI", "URL")


@pytest.mark.parametrize(
    "key", ["keepers", "wrecks", "signal", "annual", "gazette", "tides", "lamps", "two", "notice", "phares"]
)
def test_the_ris_of_a_work_is_read_as_the_work(works: Mapping[str, Mapping[str, Any]], key: str) -> None:
    item = works[key]
    (found,) = read_ris(to_ris(item))
    assert {name: found.get(name) for name in KEPT} == {name: item.get(name) for name in KEPT}
    assert str(found.get("page", "")) == item.get("page", "").replace("–", "-")
    names = [{part: text for part, text in name.items() if text} for name in found.get("author", [])]  # type: ignore[attr-defined]
    assert names == item.get("author", [])
    (read,), (meant,) = found["issued"]["date-parts"], item["issued"]["date-parts"]  # type: ignore[index]
    assert [int(part) for part in read] == meant


@pytest.fixture(scope="module")
def works() -> Mapping[str, Mapping[str, Any]]:
    return {str(key): work.csl for key, work in cited(Citing()).works.items()}


def pairs(item: Mapping[str, Any]) -> dict[str, list[str]]:
    return parse_qs(to_coins(item), strict_parsing=True)


def test_the_coins_of_a_page_are_those_of_a_page_of_the_web() -> None:
    assert pairs(ITEM) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
        "rft.type": ["webpage"],
        "rft.title": [NASTY],
        "rft.source": ["Lights of Orsay"],
        "rft.pub": ["Press & Co"],
        "rft.date": ["2026-11-21"],
        "rft.au": ["Doe, Jane"],
        "rft.aucorp": ["Lights and Sons", BODY],
        "rft.identifier": ["https://example.org/x/claims/keepers2019-x/"],
        "rft.language": ["en"],
    }


COINS = {
    "keepers": {
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:journal",
        "rft.genre": "article",
        "rft.atitle": "The Keepers of Orsay",
        "rft.jtitle": "Island Studies",
        "rft.volume": "12",
        "rft.issue": "3",
        "rft.pages": "45-67",
        "rft.date": "2019",
        "rft.au": "Lind, Mara",
        "rft_id": "info:doi/10.5555/isl.12.3",
    },
    "wrecks": {
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:book",
        "rft.genre": "book",
        "rft.btitle": "Wrecks and Lights",
        "rft.place": "Orsay",
        "rft.pub": "Harbor Press",
        "rft.date": "1988",
        "rft.au": "Ferro, Ada",
    },
    "signal": {
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:book",
        "rft.genre": "bookitem",
        "rft.atitle": "The Fog Signal",
        "rft.btitle": "Signals at Sea",
        "rft.pages": "11-19",
        "rft.pub": "Harbor Press",
        "rft.date": "2004",
        "rft.au": "Sen, Ilo",
    },
    "annual": {
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:book",
        "rft.genre": "report",
        "rft.btitle": "Annual Report",
        "rft.pub": "Lighthouse Service of Orsay",
        "rft.date": "2022",
        "rft.aucorp": "Fog Signal Office",
    },
    "gazette": {
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.title": "The Last Keeper Leaves",
        "rft.type": "newspaperArticle",
        "rft.source": "The Orsay Gazette",
        "rft.date": "2021-05-04",
        "rft.au": "Moreau, Jean",
        "rft.identifier": "https://gazette.example/last-keeper",
    },
    "lamps": {
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dissertation",
        "rft.title": "Lamps and Oil",
        "rft.inst": "University of Orsay",
        "rft.date": "2011",
        "rft.au": "Brenn, Tom",
    },
}


@pytest.mark.parametrize("key", COINS)
def test_the_coins_of_a_work_are_those_of_its_kind(works: Mapping[str, Mapping[str, Any]], key: str) -> None:
    assert pairs(works[key]) == {
        "ctx_ver": ["Z39.88-2004"],
        **{name: [value] for name, value in COINS[key].items()},
    }


def test_several_authors_are_each_named(works: Mapping[str, Mapping[str, Any]]) -> None:
    assert pairs(works["phares"])["rft.au"] == ["Petit, Anne", "Roux, Luc", "Faure, Guy"]


def test_a_blank_is_no_plus_sign() -> None:
    """Zotero reads a plus sign, encoded or not, as a blank."""
    assert "rft.title=A%20B" in to_coins({"type": "webpage", "title": "A B"})
