"""Ten works in three styles, as their manuals print them: what is expected was written by hand."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from dossier.cite import Citations, cite
from dossier.leaves import citation_styles
from dossier.leaves.citation_styles import NoStyleError, StyleNote, read_style
from dossier.load.bibtex import read_works
from dossier.load.files import File
from dossier.load.vocabulary import neutral
from dossier.model.configuration import Citing, Configuration
from dossier.model.corpus import Corpus
from dossier.model.problem import Problems

WORKS = r"""
@article{keepers, author = {Lind, Mara}, title = {The Keepers of Orsay}, journaltitle = {Island Studies},
  volume = {12}, number = {3}, pages = {45--67}, date = {2019}, doi = {10.5555/isl.12.3}}
@book{wrecks, author = {Ferro, Ada}, title = {Wrecks and Lights}, publisher = {Harbor Press}, location = {Orsay},
  date = {1988}}
@incollection{signal, author = {Sen, Ilo}, title = {The Fog Signal}, booktitle = {Signals at Sea},
  editor = {Lind, Mara}, publisher = {Harbor Press}, date = {2004}, pages = {11--19}}
@report{annual, author = {{Fog Signal Office}}, title = {Annual Report}, date = {2022},
  institution = {Lighthouse Service of Orsay}, type = {Report}, number = {7}}
@article{gazette, entrysubtype = {newspaper}, author = {Moreau, Jean}, title = {The Last Keeper Leaves},
  journaltitle = {The Orsay Gazette}, date = {2021-05-04}, url = {https://gazette.example/last-keeper}}
@online{tides, author = {{Orsay Harbor Board}}, title = {Tide Tables}, date = {2023-06-01},
  url = {https://board.example/tides}}
@phdthesis{lamps, author = {Brenn, Tom}, title = {Lamps and Oil}, school = {University of Orsay}, date = {2011}}
@article{two, author = {Lind, Mara and Sen, Ilo}, title = {Who Paid for Oil}, journaltitle = {Island Studies},
  volume = {13}, date = {2020}}
@book{notice, title = {Notice to Mariners}, publisher = {Harbor Board}, date = {1931}}
@book{phares, author = {Petit, Anne and Roux, Luc and Faure, Guy}, title = {Les phares de l’île},
  publisher = {Éditions du Port}, date = {1999}, langid = {french}}
"""
EXPECTED: Mapping[str, Mapping[str, str]] = {
    "chicago-author-date": {
        "keepers": "Lind, Mara. 2019. “The Keepers of Orsay.” <Island Studies> 12 (3): 45–67. https://doi.org/10.5555/isl.12.3.",
        "wrecks": "Ferro, Ada. 1988. <Wrecks and Lights>. Harbor Press.",
        "signal": "Sen, Ilo. 2004. “The Fog Signal.” In <Signals at Sea>, edited by Mara Lind. Harbor Press.",
        "annual": "Fog Signal Office. 2022. <Annual Report>. Report No. 7. Lighthouse Service of Orsay.",
        "gazette": "Moreau, Jean. 2021. “The Last Keeper Leaves.” <The Orsay Gazette>, May 4. https://gazette.example/last-keeper.",
        "tides": "Orsay Harbor Board. 2023. “Tide Tables.” June 1. https://board.example/tides.",
        "lamps": "Brenn, Tom. 2011. “Lamps and Oil.” PhD thesis, University of Orsay.",
        "two": "Lind, Mara, and Ilo Sen. 2020. “Who Paid for Oil.” <Island Studies> 13.",
        "notice": "<Notice to Mariners>. 1931. Harbor Board.",
        "phares": "Petit, Anne, Luc Roux, and Guy Faure. 1999. <Les phares de l’île>. Éditions du Port.",
    },
    "apa": {
        "keepers": "Lind, M. (2019). The Keepers of Orsay. <Island Studies>, <12>(3), 45–67. https://doi.org/10.5555/isl.12.3",
        "wrecks": "Ferro, A. (1988). <Wrecks and Lights>. Harbor Press.",
        "signal": "Sen, I. (2004). The Fog Signal. In M. Lind (Ed.), <Signals at Sea> (pp. 11–19). Harbor Press.",
        "annual": "Fog Signal Office. (2022). <Annual Report> (Report No. 7). Lighthouse Service of Orsay.",
        "gazette": "Moreau, J. (2021, May 4). The Last Keeper Leaves. <The Orsay Gazette>. https://gazette.example/last-keeper",
        "tides": "Orsay Harbor Board. (2023, June 1). <Tide Tables>. https://board.example/tides",
        "lamps": "Brenn, T. (2011). <Lamps and Oil> [PhD thesis]. University of Orsay.",
        "two": "Lind, M., & Sen, I. (2020). Who Paid for Oil. <Island Studies>, <13>.",
        "notice": "<Notice to Mariners>. (1931). Harbor Board.",
        "phares": "Petit, A., Roux, L., & Faure, G. (1999). <Les phares de l’île>. Éditions du Port.",
    },
    "modern-language-association": {
        "keepers": "Lind, Mara. “The Keepers of Orsay.” <Island Studies>, vol. 12, no. 3, 2019, pp. 45–67, https://doi.org/10.5555/isl.12.3.",
        "wrecks": "Ferro, Ada. <Wrecks and Lights>. Harbor Press, 1988.",
        "signal": "Sen, Ilo. “The Fog Signal.” <Signals at Sea>, edited by Mara Lind, Harbor Press, 2004, pp. 11–19.",
        "annual": "Fog Signal Office. <Annual Report>. Report no. 7, Lighthouse Service of Orsay, 2022.",
        "gazette": "Moreau, Jean. “The Last Keeper Leaves.” <The Orsay Gazette>, 4 May 2021, https://gazette.example/last-keeper.",
        "tides": "Orsay Harbor Board. <Tide Tables>. 1 June 2023, https://board.example/tides.",
        "lamps": "Brenn, Tom. <Lamps and Oil>. 2011. University of Orsay, PhD thesis.",
        "two": "Lind, Mara, and Ilo Sen. “Who Paid for Oil.” <Island Studies>, vol. 13, 2020.",
        "notice": "<Notice to Mariners>. Harbor Board, 1931.",
        "phares": "Petit, Anne, et al. <Les phares de l’île>. Éditions du Port, 1999.",
    },
}


def cited(citing: Citing) -> Citations:
    problems = Problems()
    works = read_works((File("citations.bib", WORKS),), problems).works
    assert not problems.errors
    return cite(
        replace(Corpus.empty(neutral()), works=works, configuration=Configuration(citing=citing)), None
    )


@pytest.fixture(scope="module")
def styles() -> Mapping[str, Citations]:
    return {name: cited(Citing(style=name)) for name in EXPECTED}


def plain(entry: str) -> str:
    """An entry in which `<` and `>` stand around what is slanted."""
    return re.sub(
        r"</?(a|span)\b[^>]*>", "", html.unescape(entry.replace("<em>", "&lt;").replace("</em>", "&gt;"))
    )


@pytest.mark.parametrize(
    ("style", "key"), [(style, key) for style, works in EXPECTED.items() for key in works]
)
def test_a_work_is_printed_as_the_manual_says(styles: Mapping[str, Citations], style: str, key: str) -> None:
    printed = {str(work): plain(formatted.html) for work, formatted in styles[style].works.items()}
    assert printed[key] == EXPECTED[style][key]


def test_a_style_of_the_project_is_used_as_it_is_and_numbers_of_entries_are_left_out() -> None:
    style = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
      <info><title>House</title><id>house</id><author><name>Ada Ferro</name></author></info>
      <citation><layout><text variable="citation-number"/></layout></citation>
      <bibliography second-field-align="flush"><layout suffix=".">
        <text variable="citation-number" prefix="[" suffix="] "/>
        <text variable="title" text-case="title"/>
      </layout></bibliography></style>"""
    found = cited(Citing(style="styles/house.csl", csl=style))
    assert found.style == StyleNote("House", ("Ada Ferro",), "", "")
    assert [plain(work.html) for key, work in found.works.items() if key in {"two", "phares"}] == [
        "Who Paid for Oil.",
        "Les phares de l’île.",
    ]


@pytest.mark.parametrize(
    "name", [name for name in citation_styles.names() if name != citation_styles.DEFAULT]
)
def test_a_style_that_comes_along_says_who_made_it_and_its_license(name: str) -> None:
    note = StyleNote.of(read_style(name) or "")
    assert note.title
    assert note.authors
    assert note.address == f"http://www.zotero.org/styles/{name}"
    assert note.license == "http://creativecommons.org/licenses/by-sa/3.0/"


def test_entities_of_xml_are_refused() -> None:
    with pytest.raises(NoStyleError, match="declares entities"):
        StyleNote.of('<!DOCTYPE style [<!ENTITY a "aaaa">]><style/>')
