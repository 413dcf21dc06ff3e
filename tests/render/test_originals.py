"""A claim leads to its words in the original of its source, where that is online."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model.ids import ClaimId, SourceKey, WorkKey
from dossier.model.pages import Page
from dossier.render.catalog import Catalog
from dossier.render.originals import words_in_original
from dossier.render.view import View

KEY = "keepers2019"


def leads_to(catalog: Catalog, url: str, *, page: int | None = None, twice: bool = False) -> str:
    dossier = catalog.dossier
    work = dossier.corpus.works[WorkKey(KEY)]
    works = {**dossier.corpus.works, WorkKey(KEY): replace(work, fields={**work.fields, "url": url})}
    reading = dossier.readings[SourceKey(KEY)]
    blocks = (*reading.blocks, *reading.blocks) if twice else reading.blocks
    changed = replace(
        dossier,
        corpus=replace(dossier.corpus, works=works),
        readings={**dossier.readings, SourceKey(KEY): replace(reading, blocks=blocks)},
    )
    anchor = dossier.evidence[ClaimId("keepers2019-founding")].anchor
    assert anchor
    if page:
        anchor = replace(anchor, locator=replace(anchor.locator, pages=(Page(page, None),)))
    return words_in_original(View(replace(catalog, dossier=changed), ""), KEY, anchor)


WORDS = "The%20Lighthouse%20Service%20of%20Orsay%20was%20founded%20in%20the%20spring%20of%201871"


@pytest.mark.parametrize(
    ("url", "page", "address"),
    [
        ("https://a.example/k?x=1#top", None, f"https://a.example/k?x=1#:~:text={WORDS}"),
        ("https://a.example/k.pdf", 3, "https://a.example/k.pdf#page=3"),
        ("https://a.example/k.PDF", None, "https://a.example/k.PDF"),
        ("ftp://a.example/k", None, ""),
        ("", None, ""),
    ],
)
def test_it_leads_to_the_words_or_to_their_page(
    catalog: Catalog, url: str, page: int | None, address: str
) -> None:
    assert leads_to(catalog, url, page=page) == address


def test_words_that_are_there_twice_come_with_those_around_them(catalog: Catalog) -> None:
    assert f"#:~:text={WORDS},-%2C%20after" in leads_to(catalog, "https://a.example/k", twice=True)
