"""Of a text that may not be shown whole, nothing but its quotations is anywhere in the site."""

import re
from pathlib import Path

import pytest

from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.reading import Block
from dossier.pipeline import check
from tests.site.conftest import Built, build
from tests.site.test_site import copy_of

pytestmark = pytest.mark.slow

EXCERPTS, WITHHELD = SourceKey("ctc2017"), SourceKey("alaoui2017")
CUT = {EXCERPTS: "excerpts", WITHHELD: "withheld"}
LONG = 40  # shorter sentences may stand elsewhere by chance


@pytest.fixture(scope="module")
def cut(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, as if two of its texts were not free."""
    folder = tmp_path_factory.mktemp("rights")
    copy = copy_of(root, folder / "copy")
    for key, publish in CUT.items():
        record = copy / "sources" / key / "source.yml"
        typed, changed = re.subn(
            r"publish: full\b", f"publish: {publish}", record.read_text(encoding="utf-8")
        )
        assert changed == 1
        record.write_text(typed, encoding="utf-8")
    return build(copy, folder / "site")


def letters(words: str) -> str:
    """What a passage is, however it is marked up, escaped or broken into lines."""
    return "".join(char for char in words.casefold() if char.isalnum())


def unpublished(root: Path) -> dict[SourceKey, list[str]]:
    """Every sentence that no quotation touches, and that no touched one says again, as a pull quote does."""
    checked = check(root, Problems())
    quoted: dict[tuple[SourceKey, int], list[tuple[int, int]]] = {}
    for one in checked.evidence.values():
        for anchor in ((one.anchor,) if one.anchor else ()) + one.context:
            for span in anchor.spans:
                quoted.setdefault((anchor.source, span.block), []).append((span.start, span.end))

    def parted(key: SourceKey, block: Block) -> tuple[list[str], list[str]]:
        ranges = quoted.get((key, block.index), [])
        parts: tuple[list[str], list[str]] = ([], [])
        for start, end in block.sentences:
            touched = any(start < last and first < end for first, last in ranges)
            parts[touched].append(block.text[start:end])
        return parts

    found = {}
    for key in CUT:
        parts = [parted(key, block) for block in checked.readings[key].blocks]
        shown = letters(" ".join(words for _, touched in parts for words in touched))
        found[key] = [
            words
            for hidden, _ in parts
            for words in hidden
            if len(words) >= LONG and letters(words) not in shown
        ]
    return found


def test_no_sentence_that_may_not_be_shown_is_anywhere_in_the_site(root: Path, cut: Built) -> None:
    assert cut.code == 0, cut.said
    shown = {
        path: letters(re.sub(r"<[^>]*>|&#?\w+;|\\[nu]", "", path.read_text(encoding="utf-8")))
        for path in sorted(cut.folder.rglob("*"))
        if path.suffix in {".html", ".json", ".txt", ".xml"}
    }
    assert len(shown) > 500
    for key, sentences in unpublished(root).items():
        assert sentences, f"every sentence of {key} is quoted: take another text"
        free = letters((root / "citations.bib").read_text(encoding="utf-8"))
        for sentence in sentences:
            if letters(sentence) in free:
                continue  # a title that the bibliography has anyway
            assert not [path for path, text in shown.items() if letters(sentence) in text], sentence


def test_the_supplied_text_is_handed_out_only_where_it_is_free(cut: Built) -> None:
    handed_out = {path.parent.name for path in (cut.folder / "sources").glob("*/text.txt")}
    assert handed_out == {"epc2020", "macp2016", "wallace2018"}
