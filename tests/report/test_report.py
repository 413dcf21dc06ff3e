"""Problems as they are shown in each format."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest

from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems, Related
from dossier.report import Format, report, show
from dossier.report.lines import lines_of

FILES = {
    "sources/a/claims.yml": ["- id: a-b", "  statment: One, 100% sure", "", "  quote: a # b"],
    "sources/b,c/text.txt": ["x"],
}


def lines(name: str) -> Sequence[str]:
    return FILES.get(name, ())


@pytest.fixture
def problems() -> Problems:
    found = Problems()
    found.add(Place("sources/b,c/text.txt", 1, 9), Code.TEXT_NOT_UTF8, "odd: 100%", "first\nsecond")
    found.add(Place("sources/a/claims.yml", 4, 12), Code.CUT_BY_COMMENT, "cut")
    found.add(
        Place("sources/a/claims.yml", 2, 3),
        Code.UNKNOWN_FIELD,
        "unknown field `statment`",
        "did you mean `statement`?",
        [Related(Place("sources/b,c/text.txt", 1, 1), "like this")],
    )
    found.add(Place("citations.bib"), Code.MISSING_FILE, "there is no citations.bib")
    return found


def test_text_shows_place_message_code_line_caret_further_places_and_help(problems: Problems) -> None:
    assert report(problems, lines, Format.TEXT) == (
        "citations.bib:1:1: error: there is no citations.bib [missing-file]\n"
        "\n"
        "sources/a/claims.yml:2:3: error: unknown field `statment` [unknown-field]\n"
        "      statment: One, 100% sure\n"
        "      ^\n"
        "sources/b,c/text.txt:1:1: like this\n"
        "help: did you mean `statement`?\n"
        "\n"
        "sources/a/claims.yml:4:12: warning: cut [cut-by-comment]\n"
        "      quote: a # b\n"
        "               ^\n"
        "\n"
        "sources/b,c/text.txt:1:9: error: odd: 100% [text-not-utf8]\n"
        "    x\n"
        "     ^\n"
        "help: first\n"
        "      second\n"
        "\n"
        "3 errors, 1 warning\n"
    )


def test_text_has_color_only_when_told_so(problems: Problems) -> None:
    plain = report(problems, lines, Format.TEXT)
    colored = report(problems, lines, Format.TEXT, color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror:\x1b[0m" in colored
    assert "\x1b[1;33mwarning:\x1b[0m" in colored


def test_github_reads_one_command_a_problem_and_a_notice_a_further_place(problems: Problems) -> None:
    """https://docs.github.com/actions/reference/workflow-commands-for-github-actions"""
    assert report(problems, lines, Format.GITHUB).splitlines() == [
        "::error file=citations.bib,line=1,col=1,title=missing-file::there is no citations.bib",
        "::error file=sources/a/claims.yml,line=2,col=3,title=unknown-field::unknown field `statment`%0Asources/b,c/text.txt:1:1: like this%0Ahelp: did you mean `statement`?",
        "::notice file=sources/b%2Cc/text.txt,line=1,col=1,title=unknown-field::like this%0Asources/a/claims.yml:2:3: unknown field `statment`",
        "::warning file=sources/a/claims.yml,line=4,col=12,title=cut-by-comment::cut",
        "::error file=sources/b%2Cc/text.txt,line=1,col=9,title=text-not-utf8::odd: 100%25%0Ahelp: first%0Asecond",
        "3 errors, 1 warning",
    ]


def test_json_is_a_list_of_objects(problems: Problems) -> None:
    said = report(problems, lines, Format.JSON)
    assert said.startswith('[\n  {\n    "file": "citations.bib",\n')
    listed = json.loads(said)
    assert len(listed) == 4
    assert listed[1] == {
        "file": "sources/a/claims.yml",
        "line": 2,
        "column": 3,
        "severity": "error",
        "code": "unknown-field",
        "message": "unknown field `statment`",
        "help": "did you mean `statement`?",
        "related": [{"file": "sources/b,c/text.txt", "line": 1, "column": 1, "message": "like this"}],
    }
    assert listed[0]["related"] == []
    assert list(listed[0]) == ["file", "line", "column", "severity", "code", "message", "help", "related"]


def test_a_note_is_called_so_and_on_github_a_notice() -> None:
    problems = Problems()
    problems.add(Place("sources/schema/claims.json"), Code.SCHEMA_STALE, "not current")
    said = "sources/schema/claims.json:1:1: note: not current [schema-stale]\n\n1 note\n"
    assert report(problems, lines, Format.TEXT) == said
    assert report(problems, lines, Format.GITHUB).startswith("::notice file=sources/schema/claims.json,")


@pytest.mark.parametrize(
    ("shape", "said"),
    [(Format.TEXT, "no problems\n"), (Format.GITHUB, "no problems\n"), (Format.JSON, "[]\n")],
)
def test_without_problems_each_format_says_so(shape: Format, said: str) -> None:
    assert report(Problems(), lines, shape) == said


def test_a_problem_cannot_write_to_the_terminal_or_begin_a_line() -> None:
    problems = Problems()
    problems.add(Place("a\x1b[2J.yml", 1, 3), Code.BAD_ID, "`a\x1b[31m\n::error::b\u202e`", "c\x07")
    text = report(problems, lambda name: ["d\x1b[0m\u202ee"], Format.TEXT)
    assert {char for char in text if not char.isprintable()} == {"\n"}
    assert text.splitlines()[0].endswith("::error::b\ufffd` [bad-id]")
    github = report(problems, lines, Format.GITHUB)
    assert len(github.splitlines()) == 2


def test_lines_are_read_as_they_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("\ufeffa\r\nb\u2028c\n".encode())
    (tmp_path / "text.txt").write_bytes("\ufeffa".encode())
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/text.txt").write_bytes("\ufeffa\xff".encode("latin-1", "replace"))
    read = lines_of(tmp_path)
    assert list(read("a.yml")) == ["a", "b\u2028c", ""]
    assert list(read("sources/text.txt")) == ["?a\ufffd"]
    assert list(read("sources")) == []
    assert list(read("none")) == []
    assert list(read("nul\0")) == []


def test_a_terminal_without_our_letters_still_gets_the_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    problems = Problems()
    problems.add(Place("citations.bib"), Code.MISSING_FILE, "there is no “citations.bib”")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    show(problems, tmp_path, Format.TEXT)
    sys.stdout.flush()
    assert b"there is no \\u201ccitations.bib\\u201d" in written.getvalue()


def test_sarif_is_what_its_published_schema_asks_for(problems: Problems, root: Path) -> None:
    schema = json.loads((root / "tests/schemas/sarif-schema-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    made = json.loads(report(problems, lines, Format.SARIF))
    validator.validate(made)
    validator.validate(json.loads(report(Problems(), lines, Format.SARIF)))
    made["runs"][0]["results"][0]["level"] = "severe"
    assert not validator.is_valid(made)


def test_sarif_names_each_rule_once_and_each_place(problems: Problems) -> None:
    (run,) = json.loads(report(problems, lines, Format.SARIF))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["cut-by-comment", "missing-file", "text-not-utf8", "unknown-field"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [problem.code for problem in problems]
    unknown = run["results"][1]
    assert unknown["level"] == "error"
    assert unknown["message"]["text"] == "unknown field `statment`\ndid you mean `statement`?"
    assert unknown["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "sources/a/claims.yml"},
        "region": {"startLine": 2, "startColumn": 3},
    }
    assert (
        unknown["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "sources/b%2Cc/text.txt"
    )
