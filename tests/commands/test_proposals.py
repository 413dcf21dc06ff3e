"""What words propose for a claim: figures with unit and bound, dates with open ends, kinds that such claims have."""

from __future__ import annotations

import pytest

from dossier.commands.proposed_dates import first_date
from dossier.commands.proposed_figures import figures_in
from dossier.commands.proposed_kinds import Kinds
from dossier.leaves.fold import folded_text
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.languages import language_of


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "more than 40 stormy nights and 3 lamps", ["40 nights at-least", "3 lamps exact"]),
        ("en", "about 1,122 people, fewer than a dozen boats", ["1122 people about", "12 boats at-most"]),
        ("en", "4.5 % of the 59 Scottish keepers", ["4.5 percent exact", "59 keepers exact"]),
        ("en", "69 of the 112 keepers in 1901", ["69 keepers exact", "112 keepers exact"]),
        ("fr", "plus de 40 nuits et environ 1 660 hommes", ["40 nuits at-least", "1660 hommes about"]),
        ("fr", "le numéro de la revue, n° 9 a dit que 3 lampes, p. 7 et suivantes", ["3 lampes exact"]),
        ("en", "see vol. 3 pages and No. 9 said; 4 lamps", ["4 lamps exact"]),
        ("ar", "أكثر من 40 ليلة", ["40 ليلة at-least"]),
        ("de", "mindestens 40 Boote", []),
        ("es", "unos 40 barcos", ["40 barcos about"]),
    ],
)
def test_a_figure_has_its_unit_and_its_bound(language: str, text: str, figures: list[str]) -> None:
    facts = language_of(language)
    folded = folded_text(text)
    found = figures_in(folded, find_datings(folded, facts), facts, {"nights"})
    assert [f"{figure.value} {figure.unit} {figure.bound.value}" for figure in found] == figures


@pytest.mark.parametrize(
    ("language", "text", "date", "words"),
    [
        ("en", "lit since March 1901", "1901-03/..", "since March 1901"),
        ("en", "after the end of 1901, and in 1902", "1901/..", "after 1901"),
        ("en", "was lit by 1901", "../1901", "by 1901"),
        ("en", "from 1901 to 1903", "1901/1903", "1901 to 1903"),
        ("en", "the winter of 1901-02", "1901-24", "winter of 1901"),
        ("en", "kept in 1901–04", "1901/1904", "1901–04"),
        ("en", "lit on 4 May 1901", "1901-05-04", "4 May 1901"),
        ("en", "in May 1901 and June 1902", "1901-05", "May 1901"),
        ("fr", "depuis mars 1901", "1901-03/..", "depuis mars 1901"),
        ("en", "lit in May", "", ""),
    ],
)
def test_a_date_has_the_ends_that_its_words_leave_open(
    language: str, text: str, date: str, words: str
) -> None:
    facts = language_of(language)
    folded = folded_text(text)
    datings = [dating for dating in find_datings(folded, facts) if dating.year or dating.decade]
    assert first_date(folded, datings, facts) == (date, words)


def test_without_claims_kinds_are_in_the_order_of_the_vocabulary() -> None:
    assert Kinds(("event", "figure")).of("Lit in 1901.", dated=True, counted=False) == ("event", "figure")
