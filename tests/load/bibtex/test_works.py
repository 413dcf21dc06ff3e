from __future__ import annotations

import pytest

from dossier.load.bibliography import Bibliography
from dossier.load.bibtex import read_works
from dossier.load.files import File
from dossier.model.ids import WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.work import Name


def read(text: str) -> tuple[Bibliography, list[tuple[int, int, str]]]:
    problems = Problems()
    found = read_works([File("citations.bib", text)], problems)
    return found, [(each.place.line, each.place.column, each.code) for each in problems]


def test_an_entry_becomes_a_work_with_its_values_decoded_and_its_text_kept() -> None:
    entry = """@article{alpha2020-05-01,
  label        = {R\\&D 2020},
  author       = {{R and D} and Doe, Jane},
  title        = {A {DNA} title},
  journaltitle = {Caf\\'e},
  date         = {2020-05-01},
  langid       = {french},
  url          = {https://example.org/a_b%20c~d&e#f},
  doi          = {10.1/a_b%c},
}"""
    found, problems = read(f"% alpha\n\n{entry}\n")
    assert problems == []
    work = found.works[WorkKey("alpha2020-05-01")]
    assert (work.type, work.label, work.title) == ("article", "R&D 2020", "A DNA title")
    assert work.authors == (Name("R and D", corporate=True), Name("Doe", "Jane"))
    assert (work.date and work.date.edtf, work.language) == ("2020-05-01", "fr")
    assert work.fields == {
        "journaltitle": "Café",
        "url": "https://example.org/a_b%20c~d&e#f",
        "doi": "10.1/a_b%c",
    }
    assert work.bibtex == entry


def test_what_no_text_states_is_absent() -> None:
    found, problems = read(
        "@misc{a1, label = {A 1}, author = {Alami}}\n@misc{b2, label = {B 2}, title = {B}}"
    )
    assert problems == []
    alami, other = found.works.values()
    assert (alami.title, alami.date, alami.language, alami.fields) == (None, None, None, {})
    assert other.authors == ()


def test_places_lead_to_the_fields_and_else_to_the_entry() -> None:
    found, _ = read("\n  @misc{a1, label = {A 1},\n    Title = {T}}\n")
    places = found.places[RecordKind.WORK, "a1"]
    assert places.start == Place("citations.bib", 2, 3)
    assert places.of("label") == Place("citations.bib", 2, 13)
    assert places.of("title") == Place("citations.bib", 3, 5)
    assert places.of("date") == places.start


def test_works_keep_the_order_of_the_file() -> None:
    found, _ = read("".join(f"@misc{{{key}, label = {{x}}, title = {{x}}}}\n" for key in ("b", "a", "c")))
    assert list(found.works) == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2017}", "2017"),
        ("date = {1985~}", "1985~"),
        ("year = {2017}", "2017"),
        ("year = 2017, month = jul", "2017-07"),
        ("year = {2017}, month = {3}", "2017-03"),
        ("date = {2017}, month = {3}", "2017-03"),
        ("year = {2017}, month = {March}, day = {5}", "2017-03-05"),
        ("year = {2017}, month = {July 4}", "2017-07-04"),
        ('year = 2017, month = "4~" # jul', "2017-07-04"),
        ("year = {2017}, month = jul # {--} # aug", "2017-07/2017-08"),
        ("year = {2017}, month = {Spring}", "2017-21"),
        ("year = {2017}, month = {summer}", "2017-22"),
        ("year = {2017}, month = {Autumn}", "2017-23"),
        ("year = {2017}, month = {fall}", "2017-23"),
        ("year = {2017}, month = {Winter}", "2017-24"),
        ("year = {2003--2004}", "2003/2004"),
        ("date = {2015-03}, year = {2015}, month = mar", "2015-03"),
        ("date = {199X}", "199X"),
        ("date = {../2015}", "../2015"),
        ("date = {2011/..}", "2011/.."),
        ("date = {1985-04-XX}", "1985-04-XX"),
        ("date = {1985?}", "1985?"),
        ("date = {2011/}", "2011/"),
        ("date = {2004-04-05T12:34:00}", "2004-04-05T12:34:00"),
    ],
)
def test_dates_are_read_in_both_ways_of_writing(fields: str, date: str) -> None:
    found, problems = read(f"@misc{{a, label = {{A}}, title = {{A}}, {fields}}}")
    assert problems == []
    assert str(found.works[WorkKey("a")].date) == date


@pytest.mark.parametrize(
    ("typed", "tag"), [("arabic", "ar"), ("French", "fr"), ("fr-CA", "fr-CA"), ("ar", "ar")]
)
def test_languages_are_read_by_name_or_tag(typed: str, tag: str) -> None:
    found, _ = read(f"@misc{{a, label = {{A}}, title = {{A}}, langid = {{{typed}}}}}")
    assert found.works[WorkKey("a")].language == tag


GOOD = "@misc{good, label = {G}, title = {G}}\n"


@pytest.mark.parametrize(
    ("text", "problems", "broken"),
    [
        (
            "@misc{a, label = {A}, title = {A}}\n  @misc{a, label = {B}, title = {B}}\n",
            [(2, 3, "repeated-bibtex-key")],
            set(),
        ),
        ("@misc{a, label = {A},\n  title = {A},\n  title = {B}}\n", [(3, 3, "repeated-key")], {"a"}),
        ("@misc{a,\n  label = {A},\n  title = {A\n}\n", [(1, 1, "broken-bibtex")], {"a"}),
        ("\n@misc{a,\n  label = {A}\n  title = {A}\n}\n", [(3, 3, "broken-bibtex")], {"a"}),
        ("@misc{a,\n  label = {A}, title = A title}\n", [(2, 16, "broken-bibtex")], {"a"}),
        ('@misc{a,\n  label = {A}, title = "A" # pol}\n', [(2, 16, "broken-bibtex")], {"a"}),
        (
            "@misc{a,\n  label = {A}, title = {A}, % trailing\n  date = {2015},\n}\n",
            [(2, 29, "broken-bibtex")],
            set(),
        ),
        ("@misc{a,\n  label = {A}, title = {A},\n  % {last\n}\n", [(3, 3, "broken-bibtex")], set()),
        ("@misc{a,\n  Title = {A}, label = {A},\n  title = {B}}\n", [(3, 3, "repeated-key")], {"a"}),
        ("@misc{a, title = {A},\n  journal = {A}, journaltitle = {B}}\n", [(2, 18, "repeated-key")], {"a"}),
        (
            "@misc{a, title = {A},\n  date = {2015},\n  year = {2016}}\n",
            [(3, 3, "contradicting-dates")],
            {"a"},
        ),
        (
            "@misc{a, title = {A},\n  date = {2015-03},\n  month = {4}}\n",
            [(3, 3, "contradicting-dates")],
            {"a"},
        ),
        ("@misc{a, title = {A},\n  month = jan}\n", [(2, 3, "bad-date")], {"a"}),
        ("@misc{a, title = {A},\n  year = {2015}, day = {4}}\n", [(2, 18, "bad-date")], {"a"}),
        ("@misc{a, title = {A}, year = {2015},\n  month = {Smarch}}\n", [(2, 3, "bad-date")], {"a"}),
        ("@misc{a, title = {A},\n  note = {\\foo{bar}}}\n", [(2, 3, "unknown-macro")], set()),
        ("@misc{a, title = {A},\n  author = {Doe, J. and}}\n", [(2, 3, "bad-names")], {"a"}),
        ("@misc{a, title = {A},\n  author = {Doe, J.; Roe, R.}}\n", [(2, 3, "bad-names")], {"a"}),
        ("@misc{a, title = {A},\n  url = {https://example.org/a b}}\n", [(2, 3, "bad-value")], {"a"}),
        ("@misc{a, title = {A},\n  doi = {10.1/}}\n", [(2, 3, "bad-value")], {"a"}),
        ("@misc{a, title = {A},\n  crossref = {nobody}}\n", [(2, 3, "unknown-work")], {"a"}),
        ("@misc{a, title = {A},\n  xdata = {a}}\n", [(2, 3, "bad-value")], {"a"}),
        ("@misc{a,\n  label\n}\n", [(1, 1, "broken-bibtex")], {"a"}),
        ("misc{a, label = {A}, title = {A}}\n", [(1, 1, "broken-bibtex")], set()),
        ("% a comment\n  no comment\n% another\n", [(2, 3, "broken-bibtex")], set()),
        ("@misc{a, label = {A}}\n", [(1, 1, "missing-field")], {"a"}),
        ("@misc{a, label = {A},\n  title = {}}\n", [(2, 3, "empty-value")], {"a"}),
        ("@misc{a, label = {},\n  title = {A}}\n", [(1, 10, "empty-value")], {"a"}),
        ("@misc{a, label = {A},\n  title = {A}, tilte = {B}}\n", [(2, 16, "unknown-bibtex-field")], set()),
        ("@artcle{a, label = {A}, title = {A}}\n", [(1, 1, "unknown-entry-type")], {"a"}),
        ("@misc{Le Matin, label = {A}, title = {A}}\n", [(1, 1, "bad-id")], {"Le Matin"}),
        ("@misc{-a, label = {A}, title = {A}}\n", [(1, 1, "bad-id")], {"-a"}),
        ("@misc{a, label = {A}, title = {A},\n  date = {26 September 2104}}\n", [(2, 3, "bad-date")], {"a"}),
        ("@misc{a, label = {A}, title = {A},\n  year = {2017}, month = {13}}\n", [(2, 3, "bad-date")], {"a"}),
        ("@misc{a, label = {A}, title = {A},\n  langid = {klingonish}}\n", [(2, 3, "bad-value")], {"a"}),
        ("@misc{a, label = {A},\n  author = {Last, First,}}\n", [(2, 3, "bad-names")], {"a"}),
        ("@misc{a, label = {A},\n  title = {A\0}}\n", [], {"a"}),
    ],
)
def test_a_mistake_is_told_at_its_place_and_hides_nothing_else(
    text: str, problems: list[tuple[int, int, str]], broken: set[str]
) -> None:
    found, told = read(text + GOOD)
    assert told == problems
    assert found.broken == broken
    assert "good" in found.works
    assert not broken & set(found.works)


def test_several_mistakes_of_one_entry_are_all_told() -> None:
    _, told = read("@artcle{A*, tilte = {x},\n date = {soon}}")
    assert {code for _, _, code in told} == {
        "bad-date",
        "bad-id",
        "missing-field",
        "unknown-bibtex-field",
        "unknown-entry-type",
    }


def test_the_nearest_right_name_is_suggested() -> None:
    problems = Problems()
    read_works([File("citations.bib", "@artcle{a, label = {A}, title = {A}, jornaltitle = {J}}")], problems)
    assert [each.help for each in problems] == ["did you mean `article`?", "did you mean `journaltitle`?"]


def test_the_parser_says_nothing_on_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    read("@misc{a,\n  label = {A\n\n@misc{b, label = {B}, title = {B}}")
    assert capfd.readouterr() == ("", "")
