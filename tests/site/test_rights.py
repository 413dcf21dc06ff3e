"""Of a text that may not be shown whole, nothing but its quotations is anywhere in the site."""

from tests.redact.test_redact import letters
from tests.sites import Built

HIDDEN = {
    "letter2020": ("The rest of this letter is private.", "Nothing of this paragraph may be shown."),
    "memo2022": ("This sentence is confidential.",),
}


def test_no_sentence_that_may_not_be_shown_is_anywhere_in_the_site(built: Built) -> None:
    shown = {
        path: letters(path.read_text(encoding="utf-8"))
        for path in sorted(built.folder.rglob("*"))
        if path.suffix in {".html", ".json", ".txt", ".xml"}
    }
    for key, sentences in HIDDEN.items():
        text = (built.project / "sources" / key / "text.txt").read_text(encoding="utf-8")
        for sentence in sentences:
            assert sentence in text
            assert [path for path, words in shown.items() if letters(sentence) in words] == []


def test_the_supplied_text_is_handed_out_only_where_it_is_free(built: Built) -> None:
    handed_out = {path.parent.name for path in (built.folder / "sources").glob("*/text.txt")}
    assert handed_out == {"gazette2021", "keepers2019"}
