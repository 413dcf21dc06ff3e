"""`suggest` prints the sentences that no claim covers, each as a claim to paste, and ends with a summary."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from dossier.cli import main

BASE = Path(__file__).parents[1] / "cases" / "_base"
SHIPS = "In a good year the keepers counted some 300 ships."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Lights\n", encoding="utf-8")
    for key in ("lights1901", "parish1934"):
        assert CliRunner().invoke(main, ["--root", str(tmp_path), "pin", key]).exit_code == 0
    return tmp_path


def suggest(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "suggest", *arguments])


def entries(result: Result) -> str:
    """All but the summary."""
    return "".join(result.stdout.splitlines(keepends=True)[:-1])


def summary(result: Result) -> str:
    return result.stdout.splitlines()[-1]


def waive(root: Path, *words: str) -> None:
    """Waive sentences of both sources, those that they have."""
    for record in root.glob("sources/*/source.yml"):
        text = record.with_name("text.txt").read_text(encoding="utf-8")
        lines = [f"  - {{words: {one}, why: It is of no matter.}}\n" for one in words if one in text]
        record.write_text(
            record.read_text(encoding="utf-8") + ("waive:\n" + "".join(lines) if lines else ""),
            encoding="utf-8",
        )


def test_a_place_is_the_same_whatever_ends_a_line(root: Path) -> None:
    with_line_feeds = suggest(root).stdout
    for text in root.glob("sources/*/text.txt"):
        text.write_bytes(text.read_bytes().replace(b"\n", b"\r"))
        CliRunner().invoke(main, ["--root", str(root), "pin", text.parent.name])
    assert suggest(root).stdout == with_line_feeds


def test_it_says_for_which_sources_word_lists_are_missing(root: Path) -> None:
    assert "word lists" not in suggest(root).stderr
    record = root / "sources/parish1934/source.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("language: en", "language: ga"), encoding="utf-8"
    )
    assert "# word lists are missing for the language of parish1934" in suggest(root).stderr
    assert "word lists" not in suggest(root, "lights1901").stderr


def test_each_open_sentence_is_printed_in_order_with_its_place_and_signals(root: Path) -> None:
    result = suggest(root)
    assert result.exit_code == 0
    places = [line for line in result.stdout.splitlines() if line.startswith("# sources/")]
    assert places == [
        "# sources/lights1901/text.txt:5:109 · names",
        "# sources/lights1901/text.txt:7:1 · a figure",
        "# sources/lights1901/text.txt:7:52 · names, a judgment, an attribution or a comparison",
        "# sources/lights1901/text.txt:11:1 · a date, names",
    ]


def test_an_open_sentence_is_a_claim_to_paste_about_what_it_names(root: Path) -> None:
    stubs = yaml.safe_load(entries(suggest(root, "lights1901")))
    assert [stub["quote"] for stub in stubs][1] == SHIPS
    assert stubs[3] == {
        "id": "lights1901-northmark",
        "statement": "",
        "quote": "The bell was cast in Northmark and hung in June 1902.",
        "kind": "event",
        "date": "1902-06",
        "about": ["northmark"],
        "topics": ["keeping-the-light"],
    }


def test_the_other_way_out_is_a_waiver_that_works_when_pasted(root: Path) -> None:
    result = suggest(root, "lights1901")
    comments = entries(result).split("\n\n")[1].split("it rightly gets no claim:\n")[1]
    waiver = "".join(line.removeprefix("# ") + "\n" for line in comments.splitlines())
    record = root / "sources/lights1901/source.yml"
    waiver = waiver.replace('why: ""', "why: It is of no matter.")
    record.write_text(record.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    after = suggest(root, "lights1901")
    assert SHIPS in result.stdout
    assert SHIPS not in after.stdout
    assert "1 waived" in summary(after)
    assert CliRunner().invoke(main, ["--root", str(root), "check"]).output.count("waiver") == 0, (
        "the waiver is one that `check` accepts"
    )


def test_the_summary_counts_what_became_of_the_sentences(root: Path) -> None:
    assert summary(suggest(root)) == (
        "7 sentences looked at in 2 sources: 3 covered, 0 waived (0.0 %), 4 open"
    )
    assert summary(suggest(root, "parish1934")) == (
        "1 sentence looked at in 1 source: 1 covered, 0 waived (0.0 %), 0 open"
    )


def test_with_nothing_open_only_the_summary_is_printed(root: Path) -> None:
    waive(root, "The Board did not pay", "some 300 ships", "no ship was lost", "hung in June 1902")
    result = suggest(root)
    assert result.output == "7 sentences looked at in 2 sources: 3 covered, 4 waived (57.1 %), 0 open\n"


def test_a_limit_says_what_it_leaves_out(root: Path) -> None:
    result = suggest(root, "--limit", "3")
    assert len(yaml.safe_load(entries(result))) == 3
    assert result.stderr == "# 1 more sentence; see them with --limit 4\n"
    assert summary(result).endswith("4 open")


def test_an_unknown_source_is_refused_with_the_nearest(root: Path) -> None:
    result = suggest(root, "light1901")
    assert result.exit_code == 2
    assert "there is no source `light1901`; did you mean `lights1901`?" in result.stderr
    assert suggest(root, "--limit", "0").exit_code == 2


def test_a_text_that_cannot_be_read_is_named(root: Path) -> None:
    (root / "sources/lights1901/text.txt").write_text("Changed.", encoding="utf-8")
    result = suggest(root)
    assert result.exit_code == 0
    assert "not looked in: lights1901" in result.stderr
    assert "in 1 source:" in summary(result)
    assert suggest(root, "lights1901").exit_code == 2
