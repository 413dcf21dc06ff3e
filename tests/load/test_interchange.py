"""RIS and CSL-JSON become BibTeX that says the same, and what it cannot say is counted."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.leaves import bibtex_text
from dossier.load.bibtex import read_works
from dossier.load.bibtex.latex import decode
from dossier.load.files import File
from dossier.load.interchange import NotAnExportError, as_bibtex
from dossier.model.ids import WorkKey
from dossier.model.problem import Problems
from dossier.model.work import Work

_RIS = """TY  - JOUR
AU  - Lund, Ivo, Jr
AU  - Board of Lights
A2  - Berg, Ana
TI  - Rain & fog -- 10 % of it
T2  - Hill Journal
PY  - 1901
DA  - 1901/05/04/
SP  - 10
EP  - 20
KW  - rain
KW  - fog
C1  - own
UR  - https://example.org/a
ER  -
"""


def works(text: str) -> Mapping[WorkKey, Work]:
    problems = Problems()
    found = read_works([File("works/x.bib", as_bibtex(text).bibtex)], problems).works
    assert [problem.message for problem in problems] == []
    return found


def test_an_entry_of_ris_is_read_with_all_that_bibtex_can_say() -> None:
    (work,) = works(_RIS).values()
    assert work.key == "lund1901rain"
    assert work.title == "Rain & fog -- 10 % of it"
    assert [(name.family, name.given, name.corporate) for name in work.authors] == [
        ("Lund", "Ivo, Jr", False),
        ("Board of Lights", "", True),
    ]
    assert work.names["editor"][0].family == "Berg"
    assert str(work.date) == "1901-05-04"
    assert dict(work.fields) == {
        "journaltitle": "Hill Journal",
        "pages": "10-20",
        "keywords": "rain, fog",
        "url": "https://example.org/a",
    }
    assert dict(as_bibtex(_RIS).lost) == {"C1": 1}


def test_the_last_entry_of_ris_needs_no_end_and_a_value_may_have_two_lines() -> None:
    text = "TY  - BOOK\nTI  - A long\n  title\nT2  - A series\nER  -\n\nTY  - THES\nTI  - Another\nPB  - A school"
    first, second = works(text).values()
    assert (first.title, dict(first.fields)) == ("A long title", {"series": "A series"})
    assert (second.title, dict(second.fields)) == ("Another", {"institution": "A school"})


def test_two_entries_of_one_id_are_two_works() -> None:
    text = "TY  - BOOK\nID  - a\nTI  - Rain\nER  - \nTY  - BOOK\nID  - a\nTI  - Snow\nER  - \n"
    assert [(work.key, work.title) for work in works(text).values()] == [("a", "Rain"), ("snow", "Snow")]


def test_an_item_of_csl_is_read_with_all_that_bibtex_can_say() -> None:
    item = {
        "id": "http://example.org/items/1",
        "citation-key": "lund1901",
        "type": "chapter",
        "title": "Of <i>rain</i>",
        "container-title": "Weather",
        "author": [
            {"family": "Berg", "given": "Ana", "non-dropping-particle": "van der"},
            {"literal": "A Board"},
        ],
        "issued": {"date-parts": [["1901", 5], [1902]], "circa": True},
        "accessed": {"date-parts": [[2020, 1, 2]]},
        "page": "1–2",
        "DOI": "10.1000/xyz",
        "language": "fr-FR",
        "call-number": "B 2",
    }
    (work,) = works(json.dumps([item])).values()
    assert (work.key, work.type, work.title) == ("lund1901", "incollection", "Of rain")
    assert [name.family for name in work.authors] == ["van der Berg", "A Board"]
    assert (str(work.date), work.language) == ("1901-05~/1902~", "fr-FR")
    assert dict(work.fields) == {
        "booktitle": "Weather",
        "urldate": "2020-01-02",
        "pages": "1–2",
        "doi": "10.1000/xyz",
    }
    assert dict(as_bibtex(json.dumps([item])).lost) == {"call-number": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear all,", "neither BibTeX nor RIS nor CSL-JSON"),
        ("[{", "is not JSON"),
        ('{"a": 1}', "no list of CSL items"),
        ("[1]", "no list of CSL items"),
        ('{"items": [{"itemType": "book"}]}', "Zotero's own"),
    ],
)
def test_what_is_no_export_is_refused(text: str, said: str) -> None:
    with pytest.raises(NotAnExportError, match=said):
        as_bibtex(text)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["title", "author", "issued", "date-parts", "family", "given", "DOI", "page", "id", "raw"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(st.sampled_from(["title", "author", "issued", "id", "type"]), _JSON)))
def test_no_item_however_odd_ends_in_a_traceback(items: list[object]) -> None:
    read_works([File("works/x.bib", as_bibtex(json.dumps(items)).bibtex)], Problems())


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" ")))
def test_a_text_that_is_written_is_read_as_it_was(text: str) -> None:
    if "&" not in text:  # character references are read, since exports carry them along
        assert decode(bibtex_text.text(text)).text == " ".join(text.split(" ")).strip()
