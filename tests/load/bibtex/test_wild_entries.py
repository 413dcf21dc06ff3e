"""Entries as people and programs write them: nothing typed is dropped or changed in silence."""

from __future__ import annotations

import pytest

from dossier.load.bibtex import read_works
from dossier.load.files import File
from dossier.model.ids import WorkKey
from dossier.model.problem import Problems
from dossier.model.work import Name, Work


def read(fields: str) -> tuple[Work, list[str]]:
    """The work of one entry, and the codes of its problems."""
    problems = Problems()
    works = read_works([File("citations.bib", f"@misc{{a, label = {{A}}, {fields}}}\n")], problems).works
    return works[WorkKey("a")], [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        (r"{R&D} in {Northmark}: Oil & Wicks", "R&D in Northmark: Oil & Wicks"),
        (r"\texttt{Wick} and \mbox{A-lamp} \textup{guide}", "Wick and A-lamp guide"),
        (r"\pounds 5, \S 4, \copyright\ 1910, \LaTeX", "£5, §4, © 1910, LaTeX"),
        (r"{\textless}i{\textgreater} and H$_2$O", "<i> and H₂O"),
    ],
)
def test_the_words_of_a_title_stay(typed: str, title: str) -> None:
    work, problems = read(f"title = {{{typed}}}")
    assert (work.title, problems) == (title, [])


def test_names_keep_their_accents() -> None:
    work, problems = read(
        r"author = {Riera-Mu\~noz, Marta and \'Alvarez, Nuria and \"Ozt\"urk, D and \O{}st, K}"
    )
    assert [name.family for name in work.authors] == ["Riera-Muñoz", "Álvarez", "Öztürk", "Øst"]
    assert problems == []


def test_a_corporate_name_keeps_its_sign() -> None:
    work, problems = read("author = {{Bell & Young}}, title = {T}")
    assert (work.authors, problems) == ((Name("Bell & Young", corporate=True),), [])


@pytest.mark.parametrize(
    ("field", "tag"),
    [
        ("langid = {danish}", "da"),
        ("langid = {brazilian}", "pt-BR"),
        ("langid = {ara}", "ar"),
        ("language = {arabic}", "ar"),
    ],
)
def test_a_language_is_known_by_any_of_its_names(field: str, tag: str) -> None:
    work, problems = read(f"title = {{T}}, {field}")
    assert (work.language, problems) == (tag, [])


@pytest.mark.parametrize("value", [r"\footnote", r"\textcolor", r"\sqrt", r"\verb", r"\begin{array}"])
def test_a_macro_without_its_argument_is_a_problem(value: str) -> None:
    problems = Problems()
    read_works([File("citations.bib", f"@misc{{a, label = {{A}}, title = {{{value}}}}}\n")], problems)
    assert [problem.code for problem in problems] == ["bad-latex"]
