"""`questions` proposes comparisons that nobody has made, each ready to paste, and ends with a summary."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from dossier.cli import main

BASE = Path(__file__).parents[1] / "cases" / "_base"
LIGHTS, PARISH = "lights1901-keepers", "parish1934-keepers"
PARISH_KEEPERS = f"""
- id: {PARISH}
  statement: Twelve people kept the light.
  quote: the lamp was lit in the spring of 1901
  kind: figure
  figure: {{value: "12", unit: people}}
  about: [lights-board]
  topics: [keeping-the-light]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two sources that count people of one board, and no question that joins them."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Lights\n", encoding="utf-8")
    for key in ("lights1901", "parish1934"):
        assert CliRunner().invoke(main, ["--root", str(tmp_path), "pin", key]).exit_code == 0
    add(tmp_path, "sources/parish1934/claims.yml", PARISH_KEEPERS)
    return tmp_path


def add(root: Path, name: str, typed: str) -> None:
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(typed)


def replace(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def dismiss(root: Path, *claims: str) -> None:
    record = f"\n- no_question: [{', '.join(claims)}]\n  why: They count other people.\n"
    add(root, "sources/index/questions.yml", record)


def questions(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "questions", *arguments])


def summary(result: Result) -> str:
    return result.stdout.splitlines()[-1]


def test_figures_of_one_unit_about_one_thing_are_proposed_with_their_places(root: Path) -> None:
    result = questions(root)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "# figures of the same unit about lights-board"
    assert f"# sources/parish1934/claims.yml:13:7 · {PARISH}" in lines
    assert "#   Twelve people kept the light." in lines
    assert summary(result) == ("1 comparison proposed, 0 answered by `no_question`, 0 not needed; 1 question")


def test_a_proposal_can_be_pasted_as_a_question_that_lacks_what_it_asks(root: Path) -> None:
    typed = questions(root).stdout.rpartition("\n\n")[0]
    assert yaml.load(typed, yaml.BaseLoader) == [  # noqa: S506 - it makes nothing but text
        {"id": "lights-board-unit", "asks": "", "type": "number", "about": ["lights-board"]}
    ]


def test_another_unit_is_not_the_same_figure(root: Path) -> None:
    replace(root, "sources/parish1934/claims.yml", "unit: people", "unit: lamps")
    assert summary(questions(root)).startswith("0 comparisons proposed")


def test_two_claims_of_one_source_are_no_comparison(root: Path) -> None:
    replace(root, "sources/parish1934/claims.yml", PARISH_KEEPERS, "")
    lights = PARISH_KEEPERS.replace("parish1934", "lights1901").replace("-keepers", "-others")
    add(root, "sources/lights1901/claims.yml", lights)
    assert summary(questions(root)).startswith("0 comparisons proposed")


def test_a_question_that_both_sources_answer_joins_them(root: Path) -> None:
    asked = "\n- id: keepers\n  asks: How many kept the light?\n  type: number\n"
    add(root, "sources/index/questions.yml", asked)
    add(root, "sources/parish1934/claims.yml", "  answers: [{question: keepers}]\n")
    add(root, "sources/lights1901/claims.yml", "  answers: [{question: keepers}]\n")
    assert summary(questions(root)).startswith("0 comparisons proposed")


def test_claims_that_each_answer_a_question_of_their_own_are_left_alone(root: Path) -> None:
    for number, source in enumerate(("parish1934", "lights1901")):
        asked = f"\n- id: keepers-{number}\n  asks: How many kept the light?\n  type: number\n"
        add(root, "sources/index/questions.yml", asked)
        add(root, f"sources/{source}/claims.yml", f"  answers: [{{question: keepers-{number}}}]\n")
    assert summary(questions(root)).startswith("0 comparisons proposed")


def test_what_a_silent_claim_could_answer_is_shown_with_its_choices(root: Path) -> None:
    asked = "\n- id: keepers\n  asks: How many kept the light?\n  type: choice\n  choices: [few, many]\n"
    add(root, "sources/index/questions.yml", asked)
    add(root, "sources/parish1934/claims.yml", "  answers: [{question: keepers, value: many}]\n")
    lines = questions(root).stdout.splitlines()
    assert f"# sources/parish1934/claims.yml:13:7 · {PARISH}, answers keepers" in lines
    assert '#   answers: [{question: keepers, value: ""}] # few, many' in lines


def test_dates_of_one_event_are_proposed_where_no_question_joins_them(root: Path) -> None:
    event = "- id: lamp-lighting\n  name: The lighting of the lamp\n"
    (root / "sources/index/events.yml").write_text(event, encoding="utf-8")
    for name in ("sources/lights1901/claims.yml", "sources/parish1934/claims.yml"):
        replace(root, name, "about: [long-skerry-lamp", "about: [lamp-lighting, long-skerry-lamp")
    assert "# dates of" not in questions(root).stdout
    replace(root, name, "  answers: [{question: lamp-lit, value: 1901-21}]\n", "")
    lines = questions(root).stdout.splitlines()
    assert "# dates of lamp-lighting" in lines
    assert "  type: date" in lines


def test_what_is_said_of_one_thing_with_one_kind_and_topic_is_proposed(root: Path) -> None:
    for name in ("sources/lights1901/claims.yml", "sources/parish1934/claims.yml"):
        for line in ('  figure: {value: "11", unit: people}\n', '  figure: {value: "12", unit: people}\n'):
            text = (root / name).read_text(encoding="utf-8")
            (root / name).write_text(text.replace(line, ""), encoding="utf-8")
    assert "# what is said of the same kind and topic about lights-board" in questions(root).stdout
    replace(root, "sources/parish1934/claims.yml", "  topics: [keeping-the-light]\n", "  topics: []\n")
    assert summary(questions(root)).startswith("0 comparisons proposed")


def test_a_reason_why_there_is_no_question_answers_a_proposal(root: Path) -> None:
    dismiss(root, LIGHTS, PARISH)
    result = questions(root, "--strict")
    assert result.exit_code == 0
    assert result.stdout == "0 comparisons proposed, 1 answered by `no_question`, 0 not needed; 1 question\n"


def test_a_reason_for_what_nothing_proposes_is_told(root: Path) -> None:
    dismiss(root, LIGHTS, "parish1934-lamp-lit")
    result = questions(root)
    assert (
        "# sources/index/questions.yml:8:16: nothing would propose to compare these: delete the record"
        in result.stdout
    )
    assert summary(result).startswith("1 comparison proposed, 0 answered by `no_question`, 1 not needed")


def test_strict_fails_where_a_comparison_is_proposed(root: Path) -> None:
    assert questions(root).exit_code == 0
    assert questions(root, "--strict").exit_code == 1


def test_it_refuses_to_look_where_no_record_can_be_read(root: Path) -> None:
    (root / "sources/vocabulary.yml").write_text("kinds: []\n", encoding="utf-8")
    assert questions(root).exit_code == 2
