"""citations.bib is read whole and without a word, and no two of its labels are alike."""

from pathlib import Path

from dossier.load.bibtex import read_works
from dossier.load.files import read_file
from dossier.model.problem import Problems


def test_our_bibliography_is_clean(root: Path) -> None:
    problems = Problems()
    file = read_file(root, "citations.bib", problems)
    assert file is not None
    found = read_works([file], problems)
    assert [str(each) for each in problems] == []
    assert len(found.works) == file.text.count("\n@")
    labels = [work.label for work in found.works.values()]
    assert len(set(labels)) == len(labels)
