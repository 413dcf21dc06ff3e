from __future__ import annotations

import pytest

from dossier.load.bibtex import read_works
from dossier.load.files import File
from dossier.model.problem import Problems


def labels(*texts: str) -> list[str]:
    names = ("citations.bib", *(f"works/{number}.bib" for number in range(len(texts))))
    problems = Problems()
    found = read_works([File(name, text) for name, text in zip(names, texts, strict=False)], problems)
    assert list(problems) == []
    return [work.label for work in found.works.values()]


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ("author = {Lund, Ivo}, date = {1934-05}", "Lund 1934"),
        ("author = {Lund, Ivo and Berg, A.}, date = {1934}", "Lund and Berg 1934"),
        ("author = {Lund, Ivo and Berg, A. and {Council}}, date = {1934}", "Lund et al. 1934"),
        ("author = {Lund, Ivo and others}, date = {1934}", "Lund et al. 1934"),
        ("author = {{Le Matin}}, date = {2017}", "Le Matin 2017"),
        ("editor = {Lund, Ivo}, date = {1934}", "Lund 1934"),
        ("institution = {Harbor Board}, date = {1934}", "Harbor Board 1934"),
        ("date = {1934}", "T 1934"),
        ("author = {Lund}, label = {Parish book}, date = {1934}", "Parish book"),
        ("author = {Lund}", "Lund n.d."),
        ("author = {Lund}, date = {199X}", "Lund 1990s"),
        ("author = {Lund}, date = {2006/2007}", "Lund 2006–2007"),
        ("author = {Lund}, date = {2011/..}", "Lund 2011"),
        ("author = {Lund}, date = {../2015}", "Lund 2015"),
        ("author = {Lund}, date = {1985~}", "Lund 1985"),
    ],
)
def test_a_label_is_author_and_year_unless_the_entry_fixes_one(fields: str, label: str) -> None:
    assert labels(f"@misc{{a, title = {{T}}, {fields}}}") == [label]


def entry(key: str, extra: str = "", year: str = "date = {1934}, ") -> str:
    return f"@misc{{{key}, author = {{Lund}}, title = {{T}}, {year}{extra}}}\n"


def test_works_alike_get_letters_in_the_order_of_entries_and_files() -> None:
    assert labels(entry("z") + entry("b"), entry("a")) == ["Lund 1934a", "Lund 1934b", "Lund 1934c"]


def test_a_label_that_is_fixed_is_taken_by_no_other() -> None:
    fixed = entry("b", "label = {Lund 1934a}")
    assert labels(entry("a") + fixed + entry("c")) == ["Lund 1934b", "Lund 1934a", "Lund 1934c"]
    assert labels(entry("a") + entry("b", "label = {Lund 1934}")) == ["Lund 1934a", "Lund 1934"]


def test_undated_works_alike_are_told_apart_too() -> None:
    assert labels(entry("a", year="") + entry("b", year="")) == ["Lund n.d.-a", "Lund n.d.-b"]


def test_letters_go_on_after_z() -> None:
    assert labels("".join(entry(f"k{number}") for number in range(28)))[-3:] == [
        "Lund 1934z",
        "Lund 1934aa",
        "Lund 1934ab",
    ]
