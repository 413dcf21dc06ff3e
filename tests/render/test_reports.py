"""Each page asks what is wrong with it where the site says how to report it, with the page filled in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dossier.cite import Citations
from dossier.load.mkdocs_yml import read_configuration
from dossier.model.configuration import Configuration, Report, ReportWay, Site
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.render import render
from dossier.render.reports import report_link


def link(way: ReportWay, to: str, url: str = "") -> str:
    return report_link(Configuration(site=Site(url=url), report=Report(way, to)), "claims/rain2020-first/")


def test_an_issue_has_the_record_in_its_title_and_the_page_in_its_text() -> None:
    made = urlsplit(
        link(ReportWay.ISSUE, "https://example.org/issues/new?labels=error", "https://rain.example/")
    )
    asked = parse_qs(made.query)
    assert asked["labels"] == ["error"]
    assert asked["title"] == ["Something wrong: claims/rain2020-first"]
    assert asked["body"] == ["https://rain.example/claims/rain2020-first/\n\n"]


def test_a_mail_has_the_same_in_subject_and_text() -> None:
    made = urlsplit(link(ReportWay.MAIL, "notes@example.org"))
    assert (made.scheme, made.path) == ("mailto", "notes@example.org")
    asked = parse_qs(made.query)
    assert asked["subject"] == ["Something wrong: claims/rain2020-first"]
    assert asked["body"] == ["claims/rain2020-first\n\n"]


@pytest.mark.parametrize(
    ("form", "made"),
    [
        ("https://example.org/form", "https://example.org/form"),
        ("https://example.org/form?about={id}", "https://example.org/form?about=claims%2Frain2020-first"),
    ],
)
def test_a_form_is_filled_in_where_it_says_so(form: str, made: str) -> None:
    assert link(ReportWay.FORM, form) == made


def test_every_page_that_stays_asks_and_none_does_where_no_way_is_named(
    dossier: Public, citations: Citations
) -> None:
    report = Report(ReportWay.MAIL, "notes@example.org")
    configuration = replace(dossier.corpus.configuration, report=report)
    asking = replace(dossier, corpus=replace(dossier.corpus, configuration=configuration))
    for public, asks in ((dossier, False), (asking, True)):
        for file in render(public, citations):
            if file.path.endswith(".md"):
                front = file.content.decode().split("\n---\n")[0]
                assert ("\nwrong: " in front) == (asks and "\nmoved: " not in front), file.path


def test_mkdocs_yml_names_the_way(tmp_path: Path) -> None:
    settings = "extra:\n  report: {form: 'https://example.org/form?about={id}'}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    problems = Problems()
    report = read_configuration(tmp_path, problems).report
    assert report == Report(ReportWay.FORM, "https://example.org/form?about={id}")
    assert not [problem for problem in problems if "report" in problem.message]
