"""No setting leads a reader anywhere but to an address of the web or of mail, whatever somebody wrote into mkdocs.yml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dossier.load.mkdocs_yml import read_configuration
from dossier.model.configuration import Configuration
from dossier.model.problem import Problems

HOSTILE = (
    "javascript:alert(1)",
    "JavaScript:alert(1)//https://example.org",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//example.org/x",
    "file:///etc/passwd",
    "https",
)
BROKEN_OUT = ('https://example.org/"onclick="x', "https://example.org/<script>", "https://example.org/\nx")


def read(root: Path, extra: object) -> tuple[Configuration, list[str]]:
    settings = {
        "nav": ["index.md"],
        "docs_dir": "build/pages",
        "theme": {"custom_dir": "build/theme"},
        "extra": extra,
    }
    (root / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    problems = Problems()
    return read_configuration(root, problems), [str(problem.code) for problem in problems]


@pytest.mark.parametrize("address", [*HOSTILE, *BROKEN_OUT])
@pytest.mark.parametrize("way", ["issue", "form"])
def test_a_way_to_report_is_an_address_of_the_web(tmp_path: Path, way: str, address: str) -> None:
    found, problems = read(tmp_path, {"report": {way: address}})
    assert (found.report, problems) == (None, ["bad-value"])


@pytest.mark.parametrize("address", [*HOSTILE, "a@b?cc=x@y", 'a"@b', "a@b>", "a@b&body=x", "a b@c"])
def test_a_mailbox_is_one_address_without_fields_of_a_mail(tmp_path: Path, address: str) -> None:
    found, problems = read(tmp_path, {"report": {"mail": address}})
    assert (found.report, problems) == (None, ["bad-value"])


@pytest.mark.parametrize("address", HOSTILE)
def test_the_address_of_the_records_is_one_of_the_web(tmp_path: Path, address: str) -> None:
    assert read(tmp_path, {"records_url": address})[1] == ["unsafe-html"]


@pytest.mark.parametrize(
    "style", ["../../etc/passwd", "/etc/passwd", "styles/../../x.csl", "styles/../mkdocs.yml"]
)
def test_a_style_is_a_file_of_the_projects_styles(tmp_path: Path, style: str) -> None:
    found, problems = read(tmp_path, {"cite": {"style": style}})
    assert (found.citing.csl, problems) == ("", ["unknown-style"])
