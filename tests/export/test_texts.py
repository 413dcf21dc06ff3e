"""Texts for scripts and language models say what the records say, and no markup of pages gets into them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.export.texts import TEXTS, llms_txt, texts
from dossier.model.configuration import Site
from dossier.model.output import OutputFile
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import check
from dossier.redact import redact
from dossier.site.pages_folder import is_beside


@pytest.fixture(scope="module")
def golden(root: Path) -> Public:
    return redact(check(root / "tests/golden_corpus", Problems()))


def files_of(public: Public) -> list[OutputFile]:
    series = (*(texts(public, pattern) for pattern in TEXTS), llms_txt(public))
    return [file for made in series if made for file in made.files]


def made(public: Public) -> dict[str, str]:
    return {file.path: file.content.decode() for file in files_of(public)}


def test_a_source_reads_as_its_reading_text_does_as_far_as_it_may_be_shown(golden: Public) -> None:
    files = made(golden)
    for key, reading in golden.readings.items():
        for block in reading.blocks:
            assert block.text in files[f"sources/{key}.md"]


def test_a_claim_says_its_statement_its_words_and_where_they_are(golden: Public) -> None:
    text = made(golden)["claims/keepers2019-lights.md"]
    assert text.startswith(
        "# The service runs eleven lights.\n\n- Source: The Keepers of Orsay (/sources/keepers2019/)\n"
    )
    assert "- Its words: “It employed about forty keepers in 1900 and runs eleven lights”\n" in text
    assert "- Figure: 11 lights\n- About: Lighthouse Service of Orsay\n" in text


def test_a_question_has_each_answer_with_its_claims(golden: Public) -> None:
    text = made(golden)["questions/lights.md"]
    assert text.startswith("# How many lights does the service run?\n\nThe answers differ.")
    assert "\n## 11\n\n- The service runs eleven lights. (/claims/keepers2019-lights/)\n" in text
    assert "\n## 12 (at-least)\n" in text


def test_nothing_in_them_is_html(golden: Public) -> None:
    for path, text in made(golden).items():
        assert "&#" not in text, path


def test_the_file_that_models_read_first_names_every_source_question_and_note(golden: Public) -> None:
    corpus = golden.corpus
    site = Site("Lights", "https://example.org/notes/", "Of lights.")
    there = replace(golden, corpus=replace(corpus, configuration=replace(corpus.configuration, site=site)))
    files = made(there)
    named = files["llms.txt"]
    assert named.startswith("# Lights\n\n> Of lights.\n\n")
    for path in files:
        if path.endswith(".md") and not path.startswith("claims/"):
            assert f"(https://example.org/notes/{path})" in named


def test_they_go_beside_the_pages_and_never_among_them(golden: Public) -> None:
    files = [file for file in files_of(golden) if file.path.endswith(".md")]
    assert all(map(is_beside, files))
    assert not is_beside(OutputFile.of_text("claims/a/index.md", ""))
