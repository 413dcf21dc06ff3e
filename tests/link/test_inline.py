from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from dossier.link import link
from dossier.model.corpus import Corpus
from dossier.model.kinds import RecordKind
from dossier.model.links import Cite, CiteForm, Fragment, Href, Inline, Mention, Words
from dossier.model.place import Place
from dossier.model.problem import Problem, Problems
from tests.corpus_builder import build_corpus

NOTE = (RecordKind.PAGE, "notes/rain.md")
BASE: dict[str, Any] = {
    "claims": [{"id": "alpha2020-rain"}, {"id": "alpha2020-hail"}],
    "entities": [{"id": "rainfall"}],
    "topics": [{"id": "weather"}],
    "questions": [{"id": "first-rain"}],
    "works": [{"key": "beta2019"}],
}


def linked(corpus: Corpus) -> tuple[dict[Any, Inline], list[Problem]]:
    problems = Problems()
    links = link(corpus, problems)
    return dict(links.inline), list(problems)


def note(
    body: str, assets: Mapping[str, bytes] | None = None, broken: frozenset[str] = frozenset()
) -> Corpus:
    pages = [
        {"path": NOTE[1], "body": body},
        {"path": "about.md", "body": ""},
        {"path": "index.md", "body": ""},
    ]
    return build_corpus(**BASE, pages=pages, assets=assets, broken=broken)


@pytest.mark.parametrize(
    ("body", "fragments"),
    [
        ("Plain *words*.", (Words("Plain *words*."),)),
        ("", ()),
        ("Rain [@alpha2020-rain].", (Words("Rain "), Cite(RecordKind.CLAIM, "alpha2020-rain"), Words("."))),
        (r"[@beta2019, pp. 4\; 7]", (Cite(RecordKind.WORK, "beta2019", suffix=", pp. 4; 7"),)),
        ("[see @beta2019]", (Cite(RecordKind.WORK, "beta2019", prefix="see"),)),
        (
            "-@beta2019 said",
            (Cite(RecordKind.WORK, "beta2019", form=CiteForm.WITHOUT_AUTHOR), Words(" said")),
        ),
        (
            "@beta2019 [p. 4; also @alpha2020-rain]",
            (
                Cite(RecordKind.WORK, "beta2019", suffix=", p. 4", form=CiteForm.IN_TEXT),
                Cite(RecordKind.CLAIM, "alpha2020-rain", prefix="also"),
            ),
        ),
        ("{{claims}} claims of {{sources}} source", (Words("2 claims of 1 source"),)),
        (r"mail \@home", (Words("mail @home"),)),
        (
            '<img src="../assets/map%20one.png">',
            (Words('<img src="'), Href("assets/map%20one.png"), Words('">')),
        ),
        ('<a href="../about.md">x</a>', (Words('<a href="'), Href("about/"), Words('">x</a>'))),
        (
            "[@alpha2020-rain; @beta2019,\np. 4]",
            (Cite(RecordKind.CLAIM, "alpha2020-rain"), Cite(RecordKind.WORK, "beta2019", suffix=", p. 4")),
        ),
        ("[[rainfall]]", (Mention(RecordKind.ENTITY, "rainfall"),)),
        ("[[weather|the\nweather]]", (Mention(RecordKind.TOPIC, "weather", "the weather"),)),
        (
            "| [[first-rain\\|when]] |",
            (Words("| "), Mention(RecordKind.QUESTION, "first-rain", "when"), Words(" |")),
        ),
        ("[[alpha2020]]", (Mention(RecordKind.SOURCE, "alpha2020"),)),
        ("[a](../about.md)", (Words("[a]("), Href("about/"), Words(")"))),
        ("[a](../index.md#top)", (Words("[a]("), Href("#top"), Words(")"))),
        ("[a](../timeline/index.md)", (Words("[a]("), Href("timeline/"), Words(")"))),
        ("[a](../timeline.md#y2001)", (Words("[a]("), Href("timeline/#y2001"), Words(")"))),
        ("![a](../assets/map%20one.png)", (Words("![a]("), Href("assets/map%20one.png"), Words(")"))),
        ("[a](https://example.org/x) [b](mailto:a@b.c) [c](#x)", None),
        ("`[@alpha2020-rain]` [1]", None),
    ],
)
def test_inline_markdown_becomes_fragments(body: str, fragments: tuple[Fragment, ...] | None) -> None:
    inline, problems = linked(note(body, assets={"assets/map one.png": b""}))
    assert problems == []
    assert inline[NOTE, "body"] == ((Words(body),) if fragments is None else fragments)


@pytest.mark.parametrize(
    ("body", "line", "column", "code", "help_"),
    [
        ("\nIt [@alpha2020-hal].", 6, 6, "unknown-citation", "did you mean `alpha2020-hail`?"),
        ("[@beta2019; @beta2018]", 5, 14, "unknown-citation", "did you mean `beta2019`?"),
        (
            "[@rainfall]",
            5,
            3,
            "unknown-citation",
            "link entities, topics, questions and sources: [[rainfall]]",
        ),
        ("@beta2018 says", 5, 2, "unknown-citation", "did you mean `beta2019`?"),
        ("@nobody says", 5, 2, "unknown-citation", "add the work to `citations.bib`"),
        ("[@]", 5, 2, "broken-citation", None),
        (
            "[rainfall|the rain]",
            5,
            1,
            "broken-citation",
            "link entities, topics, questions and sources: [[rainfall]]",
        ),
        ("{{clams}}", 5, 3, "unknown-count", None),
        ("[[rainfal]]", 5, 3, "unknown-link", "did you mean `rainfall`?"),
        ("[[beta2019]]", 5, 3, "unknown-link", "cite claims and works: [@beta2019]"),
        ("[a](rane.md)", 5, 5, "broken-link", "did you mean `notes/rain.md`?"),
        ("[a](../../about.md)", 5, 5, "broken-link", "did you mean `about.md`?"),
        ("![a](../assets/mop.png)", 5, 6, "broken-link", "did you mean `assets/map.png`?"),
        ("[a](../about/)", 5, 5, "link-not-md", None),
        ("[a](/about.md)", 5, 5, "link-not-md", None),
        ("[a](../data/claims.json)", 5, 5, "broken-link", None),
        ('<a href="../about/">x</a>', 5, 10, "link-not-md", None),
    ],
)
def test_what_leads_nowhere_is_reported_where_it_stands_and_stays_as_typed(
    body: str, line: int, column: int, code: str, help_: str | None
) -> None:
    inline, (problem,) = linked(note(body, assets={"assets/map.png": b""}))
    assert (problem.place, problem.code) == (Place("docs/notes/rain.md", line, column), code)
    assert help_ is None or problem.help.startswith(help_)
    kept = "".join(each.markdown for each in inline[NOTE, "body"] if isinstance(each, Words))
    assert kept == body or code == "unknown-citation"


def test_broken_records_are_cited_in_silence() -> None:
    inline, problems = linked(note("[@torn] [[torn]]", broken=frozenset({"torn"})))
    assert problems == []
    assert inline[NOTE, "body"] == (Words("[@torn] [[torn]]"),)


def test_fields_of_records_are_read_and_placed_inside_the_scalar() -> None:
    corpus = build_corpus(
        **{
            **BASE,
            "entities": [{"id": "rainfall", "description": "It rains [@alpha2020-rain] in [[wether]]."}],
        }
    )
    inline, (problem,) = linked(corpus)
    start = corpus.place(RecordKind.ENTITY, "rainfall", "description")
    assert problem.place == Place(
        start.file, start.line, start.column + len("It rains [@alpha2020-rain] in [[")
    )
    assert [type(each) for each in inline[(RecordKind.ENTITY, "rainfall"), "description"]] == [
        Words,
        Cite,
        Words,
    ]


def test_the_links_of_records_are_paths_from_docs() -> None:
    typed = "See [x](about.md) and [y](nowhere.md)."
    inline, (problem,) = linked(
        build_corpus(questions=[{"id": "q", "note": typed}], pages=[{"path": "about.md", "body": ""}])
    )
    assert Href("about/") in inline[(RecordKind.QUESTION, "q"), "note"]
    assert (problem.code, problem.message) == ("broken-link", "there is no page `nowhere.md`")


def test_a_link_to_a_broken_page_is_silent() -> None:
    corpus = note("[a](../about.md)")
    kept = {path: page for path, page in corpus.pages.items() if path != "about.md"}
    assert linked(replace(corpus, pages=kept))[1] == []
