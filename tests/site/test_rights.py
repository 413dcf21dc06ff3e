"""Of a text that may not be shown whole, nothing but its quotations is anywhere in the site."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from tests.carried import texts_within
from tests.redact.test_redact import letters
from tests.sites import Built

HIDDEN = {
    "letter2020": (
        "The rest of this letter is private.",
        "Nothing of this paragraph may be shown.",
    ),
    "memo2022": ("This sentence is confidential.",),
}


SHOWN = "It has not been idle since 1999"
"""Words of a claim: what finds these in a file would find hidden ones there."""


def test_no_sentence_that_may_not_be_shown_is_anywhere_in_the_site(built: Built) -> None:
    carried = words_of(built.folder)
    assert kinds_with(SHOWN, carried) >= {".csv", ".html", ".json", ".jsonl", ".jsonld", ".md", ".sqlite"}
    for key, sentences in HIDDEN.items():
        text = (built.project / "sources" / key / "text.txt").read_text(encoding="utf-8")
        for sentence in sentences:
            assert sentence in text
            assert [path for path, words in carried if letters(sentence) in words] == []


def words_of(folder: Path) -> list[tuple[str, str]]:
    """Each file below a folder, and each that is packed in one, by its path, with the letters that it has."""
    return [
        (path, letters(text))
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        for path, text in texts_within(file.relative_to(folder).as_posix(), file.read_bytes())
    ]


def kinds_with(sentence: str, carried: Iterable[tuple[str, str]]) -> set[str]:
    """The kinds of files that have the words of a sentence."""
    return {PurePosixPath(path).suffix for path, words in carried if letters(sentence) in words}


def test_the_supplied_text_is_handed_out_only_where_it_is_free(built: Built) -> None:
    handed_out = {path.parent.name for path in (built.folder / "sources").glob("*/text.txt")}
    assert handed_out == {"gazette2021", "keepers2019"}
