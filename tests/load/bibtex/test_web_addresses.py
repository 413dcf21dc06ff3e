from __future__ import annotations

import pytest

from dossier.load.bibtex import read_works
from dossier.load.bibtex.web_addresses import clean_address, clean_doi
from dossier.load.files import File
from dossier.model.ids import WorkKey
from dossier.model.problem import Problems


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a_b%20c~d&e#f", "https://example.org/a_b%20c~d&e#f"),
        (r"\url{https://example.org/a_b}", "https://example.org/a_b"),
        (r"{\url{https://example.org/a_b}}", "https://example.org/a_b"),
        ("<https://example.org/>", "https://example.org/"),
        (
            r"https://en.wikipedia.org/w/index.php?title=A\&oldid=1",
            "https://en.wikipedia.org/w/index.php?title=A&oldid=1",
        ),
        (r"https://a.org/x{\_}y\_z\%20\#f{\%}2F", "https://a.org/x_y_z%20#f%2F"),
        (r"http://a.org/\~{}user, http://b.org/{\textasciitilde}u", "http://a.org/~user, http://b.org/~u"),
        (r"http://a.org/$\sim$user/\string~x/\textunderscore y", "http://a.org/~user/~x/_y"),
        ("https://a.org/?x=1&amp;y=2", "https://a.org/?x=1&y=2"),
        (r"https://a.org/{\char126}user", "https://a.org/~user"),
        (r"\href{https://a.org/x\_y}{here}", "https://a.org/x_y"),
        (r"https://a.org/\{x\}", "https://a.org/{x}"),
    ],
)
def test_an_address_loses_its_latex_and_nothing_else(typed: str, address: str) -> None:
    assert clean_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "10.1016/j.tej_2020.106883",
        "https://doi.org/10.1016/j.tej_2020.106883",
        "http://dx.doi.org/10.1016/j.tej_2020.106883",
        "HTTPS://DOI.ORG/10.1016/j.tej_2020.106883",
        "doi.org/10.1016/j.tej_2020.106883",
        "doi:10.1016/j.tej_2020.106883",
        "DOI 10.1016/j.tej_2020.106883",
        "doi: https://doi.org/10.1016/j.tej_2020.106883",
        "https://doi.acm.org/10.1016/j.tej_2020.106883",
        r"10.1016/j.tej{\_}2020.106883",
        r"10.1016/j.tej\_2020.106883",
        r"\url{https://doi.org/10.1016/j.tej_2020.106883}",
    ],
)
def test_a_doi_is_the_doi_alone(typed: str) -> None:
    assert clean_doi(typed) == "10.1016/j.tej_2020.106883"


def fields(entry: str) -> tuple[dict[str, str], list[str]]:
    problems = Problems()
    found = read_works([File("citations.bib", f"@misc{{a, title = {{T}}, {entry}}}")], problems)
    work = found.works.get(WorkKey("a"))
    return dict(work.fields) if work else {}, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            r"howpublished = {\url{https://example.org/~user/a_b?x=1&y=2}}",
            {"url": "https://example.org/~user/a_b?x=1&y=2"},
        ),
        ("howpublished = {https://a.org/}", {"url": "https://a.org/"}),
        (
            r"howpublished = {{\url{https://a.org/}}}, url = {https://b.org/}",
            {"howpublished": "https://a.org/", "url": "https://b.org/"},
        ),
        (r"howpublished = {Seen at \url{https://a.org/}}", {"howpublished": "Seen at https://a.org/"}),
    ],
)
def test_what_was_published_at_an_address_is_found_there(entry: str, expected: dict[str, str]) -> None:
    assert fields(entry) == (expected, [])


@pytest.mark.parametrize(
    "entry",
    ["url = {https://a.org/a b}", "doi = {10.1000/a b}", "doi = {n/a}", r"url = {https://a.org/\foo}"],
)
def test_what_cannot_be_cleaned_is_told(entry: str) -> None:
    assert fields(entry)[1] == ["bad-value"]
