"""`find` prints claims that can be pasted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from dossier.cli import main

BASE = Path(__file__).parents[1] / "cases" / "_base"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Lights\n", encoding="utf-8")
    pin(tmp_path)
    return tmp_path


def pin(root: Path) -> None:
    for key in ("lights1901", "parish1934"):
        assert CliRunner().invoke(main, ["--root", str(root), "pin", key]).exit_code == 0


def find(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "find", *arguments])


def test_a_place_is_printed_as_a_claim_with_its_whole_sentence(root: Path) -> None:
    result = find(root, "SERVED in the first")
    assert result.exit_code == 0
    assert result.stdout.startswith("# sources/lights1901/text.txt:5 · ")
    assert yaml.safe_load(result.stdout) == [
        {
            "id": "lights1901-eleven-keepers-served",
            "statement": "",
            "quote": "Eleven keepers served in the first year.",
            "kind": "figure",
            "figure": {"value": "11", "unit": "keepers", "bound": "exact"},
            "about": [],
            "topics": ["keeping-the-light"],
        }
    ]


def test_long_sentences_are_wrapped_at_a_hundred_columns(root: Path) -> None:
    result = find(root, "schoolmaster, Ivo")
    assert max(map(len, result.stdout.splitlines())) <= 100
    (stub,) = yaml.safe_load(result.stdout)
    assert stub["quote"] == (
        "The old people say that the lamp was lit in the spring of 1901, and that the schoolmaster, Ivo Lund, rowed out to see it."
    )


def test_a_sentence_that_stands_twice_gets_a_prefix(root: Path) -> None:
    text = root / "sources/lights1901/text.txt"
    text.write_text(
        text.read_text(encoding="utf-8") + " Eleven keepers served in the first year.", encoding="utf-8"
    )
    pin(root)
    stubs = yaml.safe_load(find(root, "served in the first").stdout)
    assert [stub["prefix"] for stub in stubs] == [
        "Long Skerry on 4 May 1901.",
        "for the first time in fog.",
    ]


def test_the_nearest_passages_are_printed_where_the_words_stand_nowhere(root: Path) -> None:
    result = find(root, "Twelve keepers served in the first year")
    assert result.exit_code == 1
    assert "% alike)" in result.stdout
    assert "were not found; the nearest passages:" in result.stderr


def test_nothing_near_is_said_so(root: Path) -> None:
    result = find(root, "xyzzy quux plugh")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "were not found." in result.stderr


def test_a_source_and_a_limit_narrow_the_search(root: Path) -> None:
    assert "parish1934" not in find(root, "the lamp", "--source", "lights1901").stdout
    result = find(root, "lamp", "--limit", "1")
    assert len(yaml.safe_load(result.stdout)) == 1
    assert "more places" in result.stderr


@pytest.mark.parametrize("arguments", [(" ",), ("lamp", "--source", "nowhere"), ("lamp", "--limit", "0"), ()])
def test_wrong_use_ends_with_two(root: Path, arguments: tuple[str, ...]) -> None:
    assert find(root, *arguments).exit_code == 2


def test_a_text_that_cannot_be_read_is_named(root: Path) -> None:
    (root / "sources/lights1901/text.txt").write_text("Changed.", encoding="utf-8")
    result = find(root, "the lamp was lit")
    assert result.exit_code == 0
    assert "not looked in: lights1901" in result.stderr


def test_what_is_printed_for_a_text_with_lost_letters_is_accepted(root: Path) -> None:
    text = "The\x92 R\0port\n\nThe sta\0 saw di\x82\0erent li\x80hts, o\ufffd Skerry, and the lamp was lit in 1901.\n"
    (root / "sources/parish1934/text.txt").write_text(text, encoding="utf-8")
    record = root / "sources/parish1934/source.yml"
    answered = "allow: [{code: lost-letters, why: The print is torn.}]\n"
    record.write_text(record.read_text(encoding="utf-8") + answered, encoding="utf-8")
    pin(root)
    result = find(root, "the lamp was lit in 1901", "--source", "parish1934")
    (claim,) = yaml.safe_load(result.stdout)
    assert claim["quote"] == "The […] saw […] Skerry, and the lamp was lit in 1901."
    claim |= {
        "id": "parish1934-lamp",
        "statement": "The lamp was lit in 1901.",
        "kind": "event",
        "topics": ["keeping-the-light"],
    }
    (root / "sources/parish1934/claims.yml").write_text(yaml.safe_dump([claim]), encoding="utf-8")
    checked = CliRunner().invoke(main, ["--root", str(root), "check"])
    assert "parish1934/claims.yml" not in checked.stdout


def test_what_else_there_is_is_named_beside_what_is_proposed(root: Path) -> None:
    lines = find(root, "was lit in the spring").stdout.splitlines()
    assert any(line.startswith("  kind: event # or service, figure") for line in lines), lines
    assert '  date: "1901-21" # “spring of 1901”; leave it out unless the statement happened then' in lines


@pytest.mark.parametrize("words", ["on 4 may 1901 LIT", "lights skerry lamp", "elevén keeper serve"])
def test_words_that_are_not_there_as_typed_are_found_as_the_search_finds_them(root: Path, words: str) -> None:
    result = find(root, words, "--source", "lights1901")
    assert result.exit_code == 0, result.output
    assert "were not found" not in result.stderr


@pytest.mark.parametrize("command", [["find", "the"], ["suggest"]])
def test_what_is_printed_lacks_nothing_but_the_statement(root: Path, command: list[str]) -> None:
    printed = CliRunner().invoke(main, ["--root", str(root), *command]).stdout
    claims = root / "sources/lights1901/claims.yml"
    stubs = [stub for stub in printed.split("\n\n") if "- id: lights1901-" in stub]
    assert stubs
    pasted = "\n\n".join(stubs).replace('statement: ""', "statement: So the text says.")
    claims.write_text(f"{claims.read_text('utf-8')}\n{pasted}\n", "utf-8")
    checked = CliRunner().invoke(main, ["--root", str(root), "check", "--format", "json"])
    wrong = [
        problem["message"]
        for problem in json.loads(checked.stdout)
        if problem["severity"] == "error" and problem["file"] == "sources/lights1901/claims.yml"
    ]
    assert wrong == []


def test_of_a_source_that_cannot_be_read_it_is_said_so(root: Path) -> None:
    (root / "sources/lights1901/source.yml").unlink()
    result = find(root, "lamp", "--source", "lights1901")
    assert result.exit_code == 2
    assert "cannot be read" in result.output
