"""Files as programs write them, exports beside the file kept by hand, and what no file may break."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dossier.load import load
from dossier.load.bibliography import Bibliography
from dossier.load.bibtex import latex, names, read_works
from dossier.load.bibtex.latex import Decoded, decode_groups
from dossier.load.files import File
from dossier.model.ids import WorkKey
from dossier.model.problem import Problems


def read(*files: tuple[str, str]) -> tuple[Bibliography, list[tuple[str, int, str]]]:
    problems = Problems()
    found = read_works([File(name, text) for name, text in files], problems)
    return found, [(problem.place.file, problem.place.line, problem.code) for problem in problems]


def read_one(text: str) -> tuple[Bibliography, list[tuple[str, int, str]]]:
    return read(("citations.bib", text))


def test_strings_are_put_in_and_pieces_joined() -> None:
    found, problems = read_one(
        '@string{pol = "Policy"}\n@STRING(rev = {Review})\n@string{both = pol # " " # Rev}\n'
        '@article{a, title = "A {"}quoted{"} " # {B} # 2 # jan, journal = pol # " Review", note = BOTH}'
    )
    assert problems == []
    work = found.works[WorkKey("a")]
    assert work.title == 'A "quoted" B2jan'
    assert work.fields == {"journaltitle": "Policy Review", "note": "Policy Review"}


def test_commentary_is_an_entry_and_a_comment_ends_where_its_braces_close() -> None:
    found, problems = read_one(
        "@comment{\n@misc{no, title = {No}}\n}\n@Comment{jabref-meta: x;}\n@comment all of this line\n"
        '% @misc{neither, title = {N}}\n@preamble{"x"}\n'
        "@commentary{a, author = {Doe, J}, title = {T}}\n@misc(b, title = {B})\n"
    )
    assert problems == []
    assert {key: work.type for key, work in found.works.items()} == {"a": "commentary", "b": "misc"}


@pytest.mark.parametrize(
    "key",
    [
        "Le_Matin",
        "DBLP:conf/icml/Smith:2019",
        "smith+2019",
        "Müller2019",
        "الإدريسي2018",
        "1984",
        "_x",
        "a#b$c%d&e?f<g>h~i.j-k",
    ],
)
def test_a_key_may_be_any_that_pandoc_cites(key: str) -> None:
    found, problems = read_one(f"@misc{{{key}, title = {{T}}}}")
    assert problems == []
    assert list(found.works) == [key]


def test_two_keys_with_one_address_are_a_problem() -> None:
    _, problems = read_one(
        "@misc{Smith:2019, title = {A}}\n@misc{smith/2019, title = {B}}\n@misc{smith2019, title = {C}}"
    )
    assert problems == [("citations.bib", 2, "same-address")]


def test_unknown_fields_are_kept_and_told() -> None:
    found, problems = read_one("@misc{a, title = {T},\n date-added = {2015-01-01}}")
    assert problems == [("citations.bib", 2, "unknown-bibtex-field")]
    assert found.works[WorkKey("a")].fields == {"date-added": "2015-01-01"}


def test_what_is_private_is_never_published() -> None:
    found, problems = read_one(
        '@misc{a,\n  title = {T},\n  file = {/home/me/x.pdf},\n  abstract = {Long},\n  note = "N" # {M},\n}'
    )
    assert problems == []
    work = found.works[WorkKey("a")]
    assert work.fields == {"note": "NM"}
    assert work.bibtex == '@misc{a,\n  title = {T},\n  note = "N" # {M},\n}'


def test_fields_of_the_file_kept_by_hand_win_over_those_of_exports() -> None:
    found, problems = read(
        ("citations.bib", "@book{a, title = {Ours}, year = {2015}}\n"),
        (
            "works/1.bib",
            "@article{a, title = {Theirs}, date = {2016}, publisher = {P1}}\n@misc{b, title = {B}, crossref = {c}}\n",
        ),
        ("works/2.bib", "@misc{a, publisher = {P2}, location = {L2}}\n@misc{c, title = {C}, note = {N}}\n"),
    )
    assert problems == []
    assert list(found.works) == ["a", "b", "c"]
    work = found.works[WorkKey("a")]
    assert (work.type, work.title, str(work.date)) == ("book", "Ours", "2015")
    assert work.fields == {"publisher": "P1", "location": "L2"}
    assert found.works[WorkKey("b")].fields == {"note": "N"}


EXPORT = r"""This file was made by a program.

@online2{Odd Key, title = {T}, note = {}, date = {in press}, langid = {klingonish}, bdsk-url-1 = {x},
  author = {Last, First,}, doi = {none of it}, publisher = nobody, title = {U}, crossref = {absent}}
"""


def test_an_export_is_read_as_far_as_it_goes_and_told_in_warnings_alone() -> None:
    problems = Problems()
    found = read_works([File("works/x.bib", EXPORT)], problems)
    assert problems.errors == 0
    assert {problem.code for problem in problems} == {"export-not-read"}
    assert len(problems) == 8
    work = found.works[WorkKey("Odd Key")]
    assert (work.title, work.date, work.language) == ("T", None, None)
    assert work.fields["bdsk-url-1"] == "x"


def test_exports_are_found_beside_the_file_kept_by_hand(tmp_path: Path) -> None:
    (tmp_path / "works").mkdir()
    (tmp_path / "citations.bib").write_text("@misc{a, title = {A}}")
    (tmp_path / "works/zotero.bib").write_text("@misc{b, title = {B}}")
    (tmp_path / "works/read-me.txt").write_text("@misc{c, title = {C}}")
    assert list(load(tmp_path, Problems()).works) == ["a", "b"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_everywhere(end: str) -> None:
    found, problems = read_one(end.join(["@misc{a,", "  title = {A},", "  tilte = {B},", "}"]))
    assert problems == [("citations.bib", 3, "unknown-bibtex-field")]
    assert found.works[WorkKey("a")].title == "A"


def test_no_value_is_decoded_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[str] = []

    def noted(typed: str) -> Decoded:
        decoded.append(typed)
        return decode_groups.__wrapped__(typed)

    for module in (latex, names):
        monkeypatch.setattr(module, "decode_groups", noted)
    values = {
        "author": "A",
        "title": "B",
        "journal": "C",
        "note": "D",
        "langid": "danish",
        "howpublished": "E",
    }
    read_one(
        f"@misc{{a, {', '.join(f'{name} = {{{value}}}' for name, value in values.items())}, date = {{2015}}}}"
    )
    assert sorted(decoded) == sorted(values.values())


PIECES = (  # noqa: SIM905 - as a list they would take sixty lines
    r"\href \url{ \frac \sqrt[ \verb \begin{array} \end{x} \' \c \t{ $ $$ \( \[ ^ _ { } {{ }} % # @ @string{ @comment @x( , = \ "
    r"~ & &amp; &#1; \today \input{x} \title \foo{ \noopsort crossref xdata and others family= given= ; \u{ \i \textsuperscript{"
).split(" ")


def test_no_mutation_of_entries_ends_in_an_exception() -> None:
    chance = random.Random(20261125)  # noqa: S311 - nothing is kept secret by it
    whole = (
        EXPORT
        + '@string{p = "P"}\n@inproceedings{a, author = {{\\"O}z, {\\\'E}. and {R&D}}, title = {The $\\alpha$ \\emph{x}}, crossref = {b}}\n@proceedings{b, title = p # { x}, date = {199X}}\n'
    )
    for _ in range(300):
        text = whole
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(PIECES) + text[at + chance.choice((0, 0, 1, 5)) :]
        read(("citations.bib", text), ("works/x.bib", text))
