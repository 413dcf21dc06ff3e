"""What entries take from others, by the rules of biblatex; the values of the samples are those that pandoc reads."""

from __future__ import annotations

import pytest

from dossier.load.bibtex import read_works
from dossier.load.files import File
from dossier.model.ids import WorkKey
from dossier.model.problem import Problems
from dossier.model.work import Name, Work


def read(text: str) -> tuple[dict[WorkKey, Work], list[tuple[int, str]]]:
    problems = Problems()
    found = read_works([File("citations.bib", text)], problems)
    return found.works, [(problem.place.line, problem.code) for problem in problems]


PROCEEDINGS = (
    "@proceedings{p, title = {Book}, subtitle = {Sub}, editor = {Ed, E.}, publisher = {Pub}, date = {2019}}\n"
)


def test_a_paper_takes_from_its_proceedings_what_it_lacks() -> None:
    works, problems = read(
        "@inproceedings{a, author = {Child, A.}, title = {Paper}, crossref = {p}}\n" + PROCEEDINGS
    )
    assert problems == []
    paper = works[WorkKey("a")]
    assert (paper.title, str(paper.date), paper.authors) == ("Paper", "2019", (Name("Child", "A."),))
    assert paper.fields == {"booktitle": "Book", "booksubtitle": "Sub", "publisher": "Pub"}
    assert paper.names == {"editor": (Name("Ed", "E."),)}


def test_what_an_entry_says_itself_is_not_inherited_nor_is_its_date_in_another_field() -> None:
    own = "@inproceedings{a, title = {Paper}, booktitle = {Mine}, year = {2018}, crossref = {p}}\n"
    works, _ = read(own + PROCEEDINGS)
    assert works[WorkKey("a")].fields["booktitle"] == "Mine"
    assert str(works[WorkKey("a")].date) == "2018"


@pytest.mark.parametrize(
    ("parent", "child", "inherited"),
    [
        ("mvbook", "book", {"maintitle": "T"}),
        ("mvbook", "inbook", {"maintitle": "T"}),
        ("book", "inbook", {"booktitle": "T"}),
        ("collection", "incollection", {"booktitle": "T"}),
        ("mvcollection", "incollection", {"maintitle": "T"}),
        ("reference", "inreference", {"booktitle": "T"}),
        ("proceedings", "conference", {"booktitle": "T"}),
        ("mvproceedings", "inproceedings", {"maintitle": "T"}),
        ("periodical", "article", {"journaltitle": "T"}),
        ("misc", "misc", {}),
    ],
)
def test_the_title_of_a_parent_has_the_name_that_the_child_has_for_it(
    parent: str, child: str, inherited: dict[str, str]
) -> None:
    works, problems = read(
        f"@{child}{{a, title = {{A}}, crossref = {{p}}}}\n@{parent}{{p, title = {{T}}, shorttitle = {{S}}, label = {{P}}}}"
    )
    assert problems == []
    fields = dict(works[WorkKey("a")].fields)
    assert fields.pop("shorttitle", None) == (None if inherited else "S")
    assert fields == inherited
    assert works[WorkKey("a")].label != "P"


def test_the_author_of_a_book_is_that_of_its_chapters_too() -> None:
    works, _ = read("@inbook{a, title = {A}, crossref = {p}}\n@book{p, title = {T}, author = {Doe, J.}}")
    assert works[WorkKey("a")].authors == (Name("Doe", "J."),)
    assert works[WorkKey("a")].names == {"bookauthor": (Name("Doe", "J."),)}


def test_xdata_is_taken_from_several_entries_which_are_no_works_themselves() -> None:
    works, problems = read(
        "@article{a, title = {A}, xdata = {x, y}}\n"
        "@xdata{x, xdata = {z}, publisher = {Px}}\n"
        "@xdata{y, publisher = {Py}, location = {Ly}}\n"
        "@xdata{z, note = {Nz}}"
    )
    assert problems == []
    assert list(works) == ["a"]
    assert works[WorkKey("a")].fields == {"publisher": "Px", "location": "Ly", "note": "Nz"}


def test_xdata_within_a_value_is_what_the_other_entry_has_there() -> None:
    works, problems = read(
        "@book{a, title = {xdata=x-y-title}, author = {xdata=x-y-author-2 and Dean, Cy}, location = {xdata=x-y-location-1}}\n"
        "@xdata{x-y, title = {T}, author = {Bell, Ann and Cole, Bo}, location = {Oslo and {Rome and Bath}}}"
    )
    assert problems == []
    assert works[WorkKey("a")].title == "T"
    assert works[WorkKey("a")].authors == (Name("Cole", "Bo"), Name("Dean", "Cy"))
    assert works[WorkKey("a")].fields == {"location": "Oslo"}


@pytest.mark.parametrize("value", ["xdata=none-title", "xdata=x-subtitle", "xdata=x-author-2", "xdata=x"])
def test_xdata_within_a_value_that_leads_nowhere_is_told_once(value: str) -> None:
    works, problems = read(
        f"@xdata{{x, title = {{T}}, author = {{Bell, Ann}}}}\n@misc{{a, title = {{{value}}}}}"
    )
    assert [line for line, _ in problems] == [2]
    assert not works


def test_inheritance_passes_through_several_entries_and_ends_where_it_would_go_round() -> None:
    works, problems = read(
        "@inproceedings{a, title = {A}, crossref = {b}}\n@proceedings{b, title = {B}, crossref = {c}}\n"
        "@mvproceedings{c, title = {C}, publisher = {P}}\n"
        "@misc{x, title = {X}, crossref = {y}}\n@misc{y, title = {Y}, crossref = {x}}"
    )
    assert works[WorkKey("a")].fields == {"booktitle": "B", "maintitle": "C", "publisher": "P"}
    assert problems == [(5, "bad-value")]


def test_a_parent_that_is_missing_is_told_of_and_a_broken_one_only_once() -> None:
    _, problems = read(
        "@misc{a, title = {A}, crossref = {nobody}}\n@misc{b, title = {B}, crossref = {c}}\n@misc{c, title = {C}\n"
    )
    assert problems == [(1, "unknown-work"), (3, "broken-bibtex")]


def test_a_chain_of_any_length_ends_without_an_exception() -> None:
    chain = "".join(f"@misc{{k{n}, title = {{T}}, crossref = {{k{n + 1}}}}}\n" for n in range(3000))
    _, problems = read(f"{chain}@misc{{k3000, title = {{T}}}}")
    assert {code for _, code in problems} == {"bad-value"}
