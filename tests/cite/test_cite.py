"""Pandoc runs once for all works of this file; each test looks at what it made of one of them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.cite import FormattedWork, pandoc
from dossier.cite import cite as cite_corpus
from dossier.load.vocabulary import neutral
from dossier.model.corpus import Corpus
from dossier.model.date import Date
from dossier.model.ids import WorkKey
from dossier.model.work import Name, Work

NASTY = "**<script>alert('1')</script>** `code` {a} $x$ 50% A&B #1 a_b ~c ^d \\emph{e} \"f\" [g](h) <i>j</i> -- k --- l... ‘m’ \u00a0n &amp; o"


def work(key: str, *, date: object = None, **values: object) -> Work:
    filled: dict[str, object] = {
        "type": "misc",
        "label": key.title(),
        "title": None,
        "authors": (),
        "date": Date.parse(str(date)) if date else None,
        "language": None,
        "fields": {},
        "bibtex": f"@misc{{{key}}}",
    }
    return Work(key=WorkKey(key), **{**filled, **values})  # type: ignore[arg-type]


PRESS = {"type": "article", "fields": {"journaltitle": "The Paper", "entrysubtype": "newspaper"}}
LE_MATIN = (Name("Le Matin", corporate=True),)

DATES = {
    "2017": ("2017", {"date-parts": [[2017]]}),
    "2017-03-05": ("2017", {"date-parts": [[2017, 3, 5]]}),
    "1985~": ("[1985?]", {"date-parts": [[1985]], "circa": True}),
    "2006/2007": ("2006–2007", {"date-parts": [[2006], [2007]]}),
    "199X": ("1990s", {"literal": "1990s", "raw": "199X"}),
    "../2015": ("By 2015", {"literal": "by 2015", "raw": "../2015"}),
    "2011/..": ("From 2011 on", {"literal": "from 2011 on", "raw": "2011/.."}),
    "2011/": ("From 2011, end not known", {"literal": "from 2011, end not known", "raw": "2011/"}),
    "1985?": ("1985 (uncertain)", {"literal": "1985 (uncertain)", "raw": "1985?"}),
    "1985-04-XX": (
        "April 1985 (day not known)",
        {"literal": "April 1985 (day not known)", "raw": "1985-04-XX"},
    ),
    "2014-22": ("Summer 2014", {"literal": "summer 2014", "raw": "2014-22"}),
    "-0999": ("1000 BCE", {"literal": "1000 BCE", "raw": "-0999"}),
}

WORKS = {
    each.key: each
    for each in (
        work("z-first", label="Le Matin 2017d", authors=LE_MATIN, date="2017"),
        work("a-second", label="Le Matin 2017a", authors=LE_MATIN, date="2017"),
        work(
            "corporate",
            authors=(Name("Economic, Social and Environment Council", corporate=True),),
            date="2013",
        ),
        work(
            "two", authors=(Name("HuffPost Maroc", corporate=True), Name("AFP", corporate=True)), date="2015"
        ),
        work(
            "persons",
            title="There And back",
            authors=(Name("El Jamali", "Hasnaa"), Name("Vinatier", "Laurent")),
        ),
        work(
            "arabic", title="مقتل سائحتين بـ“عمل إرهابي” في المغرب", date="2018-12-19", language="ar", **PRESS
        ),
        work("question", title="عنف منظم أم تفجير؟", date="2007-04-12", language="ar", **PRESS),
        work(
            "french", title="Attentats de Paris : le rôle du Maroc", date="2015-11-20", language="fr", **PRESS
        ),
        work("english", title="the UN, iPhones and “Quoted” Words of a Deceased", language="en-GB", **PRESS),
        work("nasty", label=NASTY, title=NASTY, authors=(Name(NASTY, NASTY), Name(NASTY, corporate=True))),
        work(
            "report",
            type="report",
            title="A report",
            authors=(Name("Masbah", "Mohammed"),),
            date="2015-10",
            fields={
                "institution": "Institute for War and Peace",
                "type": "SWP Comments",
                "number": "46",
                "note": "Note: 1.",
            },
        ),
        work(
            "addressed",
            type="online",
            title="Site",
            fields={"url": "https://example.org/a_b%20c~d?e=f&g=#h", "doi": "10.1/a_b"},
        ),
        work("scripted", type="online", title="Site", fields={"url": "javascript:alert(1)"}),
        work("entry", type="inreference", title="Morocco", fields={"booktitle": "An Encyclopedia"}),
        work(
            "edited",
            type="collection",
            title="Papers",
            names={"editor": (Name("Doe", "Jane"), Name("Council of Editors and Sons", corporate=True))},
        ),
        work("titled", title="Penal Code"),
        *(
            work(f"date-{number}", title="T", date=date, authors=LE_MATIN)
            for number, date in enumerate(DATES)
        ),
        work("DBLP:conf/x&y", title="Odd Key"),
        work("linked", title="T", fields={"howpublished": "Seen at https://example.org/a_b?x=1&y=2."}),
    )
}


def cite(works: Mapping[WorkKey, Work], cache: Path | None) -> Mapping[WorkKey, FormattedWork]:
    return cite_corpus(replace(Corpus.empty(neutral()), works=works), cache).works


@pytest.fixture(scope="module")
def citations() -> Mapping[WorkKey, FormattedWork]:
    return cite(WORKS, None)


@pytest.fixture(scope="module")
def printed(citations: Mapping[WorkKey, FormattedWork]) -> Mapping[str, str]:
    """Entries as a browser reads their character references."""
    return {key: html.unescape(citation.html) for key, citation in citations.items()}


def test_every_work_is_there_in_the_given_order(citations: Mapping[WorkKey, FormattedWork]) -> None:
    assert list(citations) == list(WORKS)
    assert all(citation.html and citation.csl["id"] == key for key, citation in citations.items())


def test_years_get_no_letters_of_pandoc(printed: Mapping[str, str]) -> None:
    assert printed["z-first"] == printed["a-second"] == "Le Matin. 2017."


def test_corporate_names_stay_whole(
    citations: Mapping[WorkKey, FormattedWork], printed: Mapping[str, str]
) -> None:
    assert printed["corporate"] == "Economic, Social and Environment Council. 2013."
    assert citations[WorkKey("corporate")].csl["author"] == [
        {"literal": "Economic, Social and Environment Council"}
    ]
    assert printed["two"] == "HuffPost Maroc, and AFP. 2015."
    assert printed["report"].endswith("SWP Comments No. 46. Institute for War and Peace.")


def test_persons_are_printed_family_name_first(
    citations: Mapping[WorkKey, FormattedWork], printed: Mapping[str, str]
) -> None:
    assert printed["persons"].startswith("El Jamali, Hasnaa, and Laurent Vinatier. n.d.")
    assert citations[WorkKey("persons")].csl["author"][0] == {"family": "El Jamali", "given": "Hasnaa"}


def test_arabic_titles_are_isolated_with_their_quotation_marks_in_turn(printed: Mapping[str, str]) -> None:
    title = '“<bdi lang="ar" dir="rtl">مقتل سائحتين بـ‘عمل إرهابي’ في المغرب</bdi>.”'
    assert printed["arabic"] == f"<em>The Paper</em>. 2018. {title} December 19."


def test_an_arabic_question_mark_is_followed_by_no_full_stop(printed: Mapping[str, str]) -> None:
    assert "تفجير؟</bdi>” April 12." in printed["question"]


def test_french_titles_are_marked_as_french(printed: Mapping[str, str]) -> None:
    assert '“<span lang="fr">Attentats de Paris : le rôle du Maroc</span>.”' in printed["french"]


def test_titles_keep_the_capitals_of_the_source(
    citations: Mapping[WorkKey, FormattedWork], printed: Mapping[str, str]
) -> None:
    assert "“the UN, iPhones and ‘Quoted’ Words of a Deceased.”" in printed["english"]
    assert "There And back" in printed["persons"]
    for key, each in WORKS.items():
        assert citations[key].csl.get("title") == each.title


def test_no_text_is_taken_for_markup(
    citations: Mapping[WorkKey, FormattedWork], printed: Mapping[str, str]
) -> None:
    assert NASTY in printed["nasty"]
    assert printed["nasty"].startswith(f"{NASTY}, {NASTY}, and {NASTY}.")
    left = re.sub(
        r"</?(em|bdi|span)( lang=\"[a-z-]+\")?( dir=\"rtl\")?>", "", citations[WorkKey("nasty")].html
    )
    assert not re.search(r"[<>`*_$\\]", left)
    assert citations[WorkKey("nasty")].csl["author"] == [
        {"family": NASTY, "given": NASTY},
        {"literal": NASTY},
    ]


def test_addresses_are_left_as_they_are(
    citations: Mapping[WorkKey, FormattedWork], printed: Mapping[str, str]
) -> None:
    item = citations[WorkKey("addressed")].csl
    assert item["URL"] == "https://example.org/a_b%20c~d?e=f&g=#h"
    assert item["DOI"] == "10.1/a_b"
    assert '<a href="https://doi.org/10.1/a_b">' in printed["addressed"]


def test_links_lead_to_the_web_or_nowhere(
    citations: Mapping[WorkKey, FormattedWork], printed: Mapping[str, str]
) -> None:
    hrefs = re.findall(r'href="([^"]*)"', "".join(printed.values()))
    assert all(href.startswith(("https://", "http://")) for href in hrefs)
    assert 'href="javascript' not in printed["scripted"]


def test_items_hold_notes_languages_and_dates(citations: Mapping[WorkKey, FormattedWork]) -> None:
    assert citations[WorkKey("report")].csl["note"] == "Note: 1."
    assert citations[WorkKey("report")].csl["issued"] == {"date-parts": [[2015, 10]]}
    assert citations[WorkKey("arabic")].csl["language"] == "ar"
    assert citations[WorkKey("z-first")].csl["type"] == "document"
    assert "issued" not in citations[WorkKey("persons")].csl


def test_no_stand_in_is_left(citations: Mapping[WorkKey, FormattedWork]) -> None:
    everything = "".join(each.html + json.dumps(each.csl, ensure_ascii=False) for each in citations.values())
    assert not re.search("[\U000f0000-\U000fffff]", everything)


def test_editors_stand_in_their_item(citations: Mapping[WorkKey, FormattedWork]) -> None:
    editors = citations[WorkKey("edited")].csl["editor"]
    assert editors == [{"family": "Doe", "given": "Jane"}, {"literal": "Council of Editors and Sons"}]


@pytest.mark.parametrize(("number", "date"), list(enumerate(DATES)))
def test_a_date_that_is_accepted_is_printed_and_exported(
    printed: Mapping[str, str], citations: Mapping[WorkKey, FormattedWork], number: int, date: str
) -> None:
    words, exported = DATES[date]
    assert printed[f"date-{number}"].startswith(f"Le Matin. {words}. ")
    assert citations[WorkKey(f"date-{number}")].csl["issued"] == exported


def test_a_key_may_have_any_sign(citations: Mapping[WorkKey, FormattedWork]) -> None:
    odd = citations[WorkKey("DBLP:conf/x&y")]
    assert odd.csl["id"] == "DBLP:conf/x&y"
    assert "Odd Key" in odd.html


def test_an_address_among_words_is_a_link(citations: Mapping[WorkKey, FormattedWork]) -> None:
    linked = html.unescape(citations[WorkKey("linked")].html)
    address = "https://example.org/a_b?x=1&y=2"
    assert f'Seen at <a href="{address}">{address}</a>.' in linked


def test_what_the_style_leaves_out_is_printed_all_the_same(printed: Mapping[str, str]) -> None:
    assert "Morocco" in printed["entry"]


def test_the_cache_changes_nothing_but_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = {key: WORKS[key] for key in list(WORKS)[:6]}
    without, first = cite(some, None), cite(some, tmp_path / "cache")
    monkeypatch.setattr(pandoc, "program", lambda: pytest.fail("pandoc ran again"))
    assert without == first == cite(some, tmp_path / "cache")


def test_a_changed_work_is_formatted_anew(tmp_path: Path) -> None:
    cite({WorkKey("x"): work("x", title="Old")}, tmp_path)
    assert "New" in cite({WorkKey("x"): work("x", title="New")}, tmp_path)[WorkKey("x")].html


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": "other", "made": {}}'])
def test_a_damaged_cache_is_made_again(tmp_path: Path, damage: str) -> None:
    (tmp_path / "citations.json").write_text(damage)
    key = WorkKey("x")
    assert cite({key: work("x", title="Title")}, tmp_path) == cite({key: work("x", title="Title")}, None)
